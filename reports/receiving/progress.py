"""How far a batch is: file by file what was read, what needs eyes, what failed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from reports import workflow
from reports.models import Batch, Job, Report, Upload
from reports.models import State as ReportState

from .asking import ask, key_of

State = Upload.State
RUNNING, EYES, CLEAN, BROKEN = "running", "eyes", "clean", "broken"

WORDS = {
    RUNNING: "等待读取",
    EYES: "需要核对",
    CLEAN: "已读出",
    BROKEN: "没有读出",
    State.ARCHIVED: "已归档",
    State.OFFERED: "已列为待确认",
    State.DROPPED: "已放弃",
}
"""Every state that a file of a batch can be in, in the order of a tally."""


@dataclass(frozen=True)
class Line:
    """One file: `state` is a key of WORDS, `why` what is to be looked at or what went wrong."""

    upload: Upload
    state: str
    why: str = ""
    percent: int = 0

    @property
    def words(self) -> str:
        """The state as staff call it."""
        return WORDS[self.state]

    @property
    def is_open(self) -> bool:
        """Whether a person is to look at it and decide."""
        return self.state in (EYES, CLEAN)

    @property
    def is_plain(self) -> bool:
        """Whether nothing of it is doubtful and its year is over: such may be archived together."""
        year = self.upload.year
        return self.state == CLEAN and year is not None and year < timezone.localdate().year

    @property
    def may_retry(self) -> bool:
        """Whether the worker failed, not the file."""
        return self.state == BROKEN and self.upload.state == State.WAITING


def lines(batch: Batch) -> list[Line]:
    """In the order in which the files came, in five queries however many."""
    uploads = list(batch.uploads.in_list())
    waiting = [key_of(one.pk) for one in uploads if one.state == State.WAITING]
    jobs = {job.key: job for job in Job.objects.filter(key__in=waiting)}
    others = _Others(_there(uploads), _twice(uploads, _pair), _twice(uploads, _digest))
    return [_line(one, jobs.get(key_of(one.pk)), others) for one in uploads]


def tally(told: list[Line]) -> dict[str, int]:
    """By state, in words, how many files; states of none are left out."""
    counts = Counter(one.state for one in told)
    return {words: counts[state] for state, words in WORDS.items() if counts[state]}


def briefly(batches: Iterable[Batch]) -> list[tuple[Batch, dict[str, int]]]:
    """Each batch with its files counted by what was done with them, in one query for all."""
    found = list(batches)
    counts: dict[int, dict[str, int]] = {one.pk: {} for one in found}
    rows = Upload.objects.filter(batch__in=found).order_by().values_list("batch", "state")
    for pk, state, count in rows.annotate(count=Count("pk")):
        counts[pk][state] = count
    order = [(state.value, state.label) for state in State]
    return [
        (one, {label: counts[one.pk][name] for name, label in order if name in counts[one.pk]})
        for one in found
    ]


def retry(batch: Batch) -> int:
    """Has read once more what a worker could not finish; how many files."""
    broken = [one.upload for one in lines(batch) if one.may_retry]
    for upload in broken:
        ask(upload.pk)
    return len(broken)


_Pair = tuple[int | None, int | None]


@dataclass(frozen=True)
class _Others:
    """What there is besides a file: in words what is `there` of a report, files of one report or of
    the same bytes by their numbers.
    """

    there: Mapping[_Pair, str]
    twice: Mapping[object, list[int]]
    same: Mapping[object, list[int]]


def _pair(upload: Upload) -> _Pair:
    return upload.agency_id, upload.year


def _digest(upload: Upload) -> tuple[str | None]:
    return (upload.sha256 or None,)


def _twice(
    uploads: list[Upload], key: Callable[[Upload], tuple[object, ...]]
) -> Mapping[object, list[int]]:
    """The numbers of files that are to be decided on, by what they have in common."""
    found: dict[object, list[int]] = {}
    for one in uploads:
        if one.state == State.READ and None not in key(one):
            found.setdefault(key(one), []).append(one.number)
    return found


def _there(uploads: list[Upload]) -> Mapping[_Pair, str]:
    """Agencies and years of which a report was sent or published, or is being written."""
    asked = {_pair(one) for one in uploads if one.state == State.READ}
    found = Report.objects.filter(
        duty__agency__in={agency for agency, _ in asked if agency},
        duty__year__in={year for _, year in asked if year},
    )
    sent = Q(signed__isnull=False) | ~Q(state=ReportState.DRAFT)
    pairs = ("duty__agency", "duty__year")
    written = workflow.being_written(found).values_list(*pairs)
    there: dict[_Pair, str] = dict.fromkeys(written, "这一年度正在填报")
    return there | dict.fromkeys(found.filter(sent).values_list(*pairs), "这一年度已有报告")


def _line(upload: Upload, job: Job | None, others: _Others) -> Line:
    if upload.state == State.WAITING:
        if job is not None and job.state == Job.State.FAILED:
            return Line(upload, BROKEN, "读取中断，可以重新读取")
        return Line(upload, RUNNING, job.stage if job else "", job.percent if job else 0)
    if upload.state == State.FAILED:
        return Line(upload, BROKEN, upload.failure)
    if upload.state != State.READ:
        return Line(upload, upload.state)
    why = "；".join(_eyes(upload, others))
    return Line(upload, EYES if why else CLEAN, why)


def _eyes(upload: Upload, others: _Others) -> Iterator[str]:
    """What a person must look at."""
    if upload.doubts:
        yield f"存疑{upload.doubts}处"
    yield from _unplaced(upload)
    if there := others.there.get(_pair(upload)):
        yield there
    same = _but(upload, others.same.get(_digest(upload), []))
    if same:
        yield f"与第{_listed(same)}份是同一个文件"
    twice = [one for one in _but(upload, others.twice.get(_pair(upload), [])) if one not in same]
    if twice:
        yield f"与第{_listed(twice)}份是同一机关同一年度"


def _unplaced(upload: Upload) -> Iterator[str]:
    """What is not told, or not for sure, of whose it is and of which year."""
    if upload.agency_id is None:
        said = getattr(upload, "said", "")
        yield f"没有认出机关（原文写的是“{said}”）" if said else "没有认出机关"
    elif upload.matched in (Upload.Matched.PART, Upload.Matched.FILE):
        yield f"机关{upload.get_matched_display()}"
    if upload.year is None:
        yield "没有认出报告年度"


def _but(upload: Upload, numbers: Iterable[int]) -> list[int]:
    return [one for one in numbers if one != upload.number]


def _listed(numbers: Iterable[int]) -> str:
    return "、".join(map(str, numbers))
