"""How far a bundle is: how many reports are drawn, whether it is being packed, what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from reports.models import Bundle, BundleItem, Job

from .asking import bundle_key

State = BundleItem.State


@dataclass(frozen=True)
class Progress:
    """`total` reports go in, `done` are drawn; `state` is drawing, packing, broken or done."""

    state: str
    total: int
    done: int
    percent: int = 0

    @property
    def words(self) -> str:
        """For the page that waits."""
        return {
            "drawing": f"正在生成文件：{self.done}/{self.total}份。可以关闭本页，不会停下。",
            "packing": f"文件已齐，正在打包：{self.percent}%。",
            "broken": "打包没有完成，可能是存储空间已满。请联系系统管理员后重新打包。",
            "done": "已完成。",
        }[self.state]

    @property
    def is_running(self) -> bool:
        """Whether it is worth while to look again."""
        return self.state in ("drawing", "packing")

    def to_json(self) -> dict[str, object]:
        """What the page's script is told."""
        told = {"total": self.total, "done": self.done, "percent": self.percent}
        return {**told, "state": self.state, "words": self.words, "waiting": self.is_running}


def progress_of(bundle: Bundle) -> Progress:
    """Of one alone."""
    return progress_of_each([bundle])[0]


def progress_of_each(bundles: Sequence[Bundle]) -> list[Progress]:
    """In two queries, however many there are."""
    items = BundleItem.objects.filter(bundle__in=bundles).order_by()
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for bundle_id, state, count in items.values_list("bundle", "state").annotate(Count("pk")):
        counts[bundle_id][state] = count
    jobs = Job.objects.in_bulk([bundle_key(one.pk) for one in bundles], field_name="key")
    return [_progress(one, counts[one.pk], jobs.get(bundle_key(one.pk))) for one in bundles]


def _progress(bundle: Bundle, counts: Mapping[str, int], job: Job | None) -> Progress:
    total = sum(count for state, count in counts.items() if state != State.MISSING)
    done = total - counts.get(State.WAITING, 0)
    if bundle.finished_at:
        return Progress("done", total, done, 100)
    if job is None:
        return Progress("drawing", total, done)
    if job.state == Job.State.FAILED:
        return Progress("broken", total, done)
    return Progress("packing", total, done, job.percent)
