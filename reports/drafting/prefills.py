"""待确认: values that wait in a draft, what last year carries over, and their confirmation."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from agencies.models import User
from reports import figures as fig
from reports import prose
from reports.models import Change, Prefill, Report
from reports.models.report import State as ReportState

from .access import RefusedError, locked, require_open, require_reporter
from .last_year import LastYear, last_year
from .merging import KeyAnswer, Merging
from .proposals import label_of, prefilled
from .saving import Answer, complete
from .standing import Source, Standing, State, decide

LONGEST_REASON, LONGEST_BASIS = 200, 500


def carry(report: Report, by: User, before: LastYear | None = None) -> None:
    """Lets last year's 结转 wait in the cells that go on from it; does nothing where it does.

    After a merger the sum of what each agency left waits, with its parts.

    A cell that was filled before gets none. What waits is replaced when last year's report says
    something else by now; what was decided on, even locked, stands, and the corrected value waits
    beside it. `by` is who opened the draft.
    """
    before = before or last_year(report)
    if not _due(report, before):
        return
    with transaction.atomic():
        report = locked(report.pk)
        if report.state == ReportState.DRAFT:
            _carry(report, by, before)


def _due(report: Report, before: LastYear) -> bool:
    stale, fresh = _plan(report, before)
    return bool(stale or fresh)


def _plan(report: Report, before: LastYear) -> tuple[list[Prefill], dict[str, int | str | None]]:
    """The waiting values that no longer hold, and by key those to wait from now on."""
    standing = Standing.of(report)
    wanted = {key: fig.plain(value) for key, value in before.openings(report).items()}
    carried = [one for one in standing.waiting.values() if one.source == Source.CARRIED]
    stale = [one for one in carried if one.value != wanted.get(one.key)]
    taken = standing.waiting.keys() - {one.key for one in stale}
    fresh = {
        key: value
        for key, value in wanted.items()
        if key not in taken and _is_news(report, standing, key, value)
    }
    return stale, fresh


def _is_news(report: Report, standing: Standing, key: str, value: object) -> bool:
    """Whether nobody has decided on this value, nor filled the cell before one was proposed."""
    decided = standing.decided.get(key)
    return decided.value != value if decided else report.figures.get(key) is None


def _carry(report: Report, by: User, before: LastYear) -> None:
    stale, fresh = _plan(report, before)
    for prefill in stale:
        decide(prefill, State.REPLACED, by)
    Prefill.objects.bulk_create(
        Prefill(
            report=report,
            key=key,
            value=value,
            source=Source.CARRIED,
            basis=_parts(before, key),
            by=by,
        )
        for key, value in fresh.items()
    )


def _parts(before: LastYear, key: str) -> str:
    """Of a sum after a merger what each agency left; more than can be kept is read beside it."""
    known = before.sums.get(key)
    words = known.words if known else ""
    return words if len(words) <= LONGEST_BASIS else ""


def confirm(report_id: int, by: User, seen: Collection[int]) -> Answer:
    """Moves these prefills into the draft and answers like a save, key by key.

    `seen` are the pks of the prefills that the person had before them: one that was replaced
    meanwhile is refused, a key that somebody has filled meanwhile is a conflict; a value that
    stood there when the other one came gives way. Doing it twice does it once.

    Raises ValueError for pks of another report.
    """
    with transaction.atomic():
        merging, asked = _asked(report_id, by, seen)
        keys = {one.key: _confirm(merging, one) for one in asked}
        return _answer(merging, keys)


def _confirm(merging: Merging, prefill: Prefill) -> KeyAnswer:
    current = merging.value(prefill.key)
    if prefill.state == State.CONFIRMED:
        return {"state": "saved", "value": current}
    if prefill.state == State.REPLACED:
        is_renewed = prefill.key in merging.standing.waiting
        why = "已更新，请核对新的数后再确认" if is_renewed else "已不再适用，请按台账录入"
        return _refused(merging, prefill, why)
    if prefill.state == State.DECLINED:
        if current in (None, ""):
            return _refused(merging, prefill, "已有人选择不采用")
        return _filled(merging, prefill, current)
    try:
        merging.accept(prefill)
    except (fig.RefusedError, RefusedError) as error:
        return {"state": "refused", "message": prose.tidy(str(error))}
    return {"state": "saved", "value": merging.value(prefill.key)}


def _filled(merging: Merging, prefill: Prefill, current: object) -> KeyAnswer:
    """Both values, and in words that the one of somebody else stays."""
    both = merging.conflict(prefill.key, prefill.value, current)
    label = label_of(merging.report, prefill.key)
    who = both["by"] or "其他填报人"
    return {**both, "message": f"“{label}”已由{who}填为{current}，没有改动，请核对"}


def _refused(merging: Merging, prefill: Prefill, why: str) -> KeyAnswer:
    label = label_of(merging.report, prefill.key)
    return {"state": "refused", "message": f"“{label}”的待确认数{why}"}


def decline(report_id: int, by: User, seen: Collection[int]) -> Answer:
    """不采用: these prefills wait no longer, and their places stay blank."""
    with transaction.atomic():
        merging, asked = _asked(report_id, by, seen)
        for prefill in asked:
            if prefill.state == State.WAITING:
                decide(prefill, State.DECLINED, by)
        return _answer(merging, {one.key: {"state": "declined"} for one in asked})


def _asked(report_id: int, by: User, seen: Collection[int]) -> tuple[Merging, list[Prefill]]:
    """The draft, open to this person, and the prefills named, after looking at last year again."""
    report = locked(report_id)
    require_reporter(report, by)
    require_open(report)
    _carry(report, by, last_year(report))
    asked = list(report.prefills.filter(pk__in=seen))
    if not asked or len(asked) != len(set(seen)):
        raise ValueError("prefills of another report")
    return Merging(report, by, Change.Source.TYPED), asked


def _answer(merging: Merging, keys: dict[str, KeyAnswer]) -> Answer:
    return {**complete(merging, keys), "prefills": prefilled(merging.report)}


def unlock(report_id: int, by: User, key: str, reason: str) -> Answer:
    """Opens a confirmed 结转 to changes again; the reviewer reads the reason.

    Raises RefusedError without a reason, and where nothing is locked.
    """
    reason = prose.tidy(reason)
    if not reason:
        raise RefusedError("请填写解锁原因")
    if len(reason) > LONGEST_REASON:
        raise RefusedError(f"解锁原因有{len(reason)}字，不能超过{LONGEST_REASON}字，请改短")
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        require_open(report)
        prefill = Standing.of(report).locked.get(key)
        if prefill is None:
            raise RefusedError("这一格没有锁定，可以直接修改")
        prefill.unlock_reason, prefill.unlocked_by = reason, by
        prefill.unlocked_at = timezone.now()
        prefill.save(update_fields=["unlock_reason", "unlocked_by", "unlocked_at"])
        return {"version": report.version, "prefills": prefilled(report)}
