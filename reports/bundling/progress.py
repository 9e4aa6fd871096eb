"""How far a bundle is: how many reports are drawn, whether it is being packed, what is missing."""

from __future__ import annotations

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
    """In two queries."""
    counted = bundle.items.order_by().values_list("state").annotate(Count("pk"))
    counts: dict[str, int] = dict(counted)
    total = sum(count for state, count in counts.items() if state != State.MISSING)
    done = total - counts.get(State.WAITING, 0)
    if bundle.finished_at:
        return Progress("done", total, done, 100)
    job = Job.objects.filter(key=bundle_key(bundle.pk)).first()
    if job is None:
        return Progress("drawing", total, done)
    if job.state == Job.State.FAILED:
        return Progress("broken", total, done)
    return Progress("packing", total, done, job.percent)
