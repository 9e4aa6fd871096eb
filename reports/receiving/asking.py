"""Which files of a batch are to be read next: a few at a time, so that nobody else's work waits
behind hundreds.
"""

from __future__ import annotations

from reports.jobs import enqueue
from reports.models import Job, Upload

AT_ONCE = 4
"""Jobs of one batch that wait or run; each that ends asks for the next."""

_IN_HAND = (Job.State.QUEUED, Job.State.RUNNING)


def go_on(batch_id: int) -> None:
    """Has the next files of the batch read, as far as there is room; doing it twice does no more.

    A file whose job failed for good waits until somebody asks for it.
    """
    waiting = Upload.objects.filter(batch=batch_id, state=Upload.State.WAITING)
    keys = {key_of(pk): pk for pk in waiting.order_by("number").values_list("pk", flat=True)}
    known = dict(Job.objects.filter(key__in=keys).values_list("key", "state"))
    room = AT_ONCE - sum(state in _IN_HAND for state in known.values())
    for pk in [pk for key, pk in keys.items() if key not in known][: max(room, 0)]:
        ask(pk)


def go_on_everywhere() -> None:
    """The same for every batch that waits: whatever died between two files, reading goes on."""
    waiting = Upload.objects.filter(state=Upload.State.WAITING).order_by()
    for batch_id in waiting.values_list("batch", flat=True).distinct():
        go_on(batch_id)


def ask(upload_id: int) -> None:
    """Has the file read, once more where that failed for good."""
    enqueue("read_upload", key=key_of(upload_id), args={"upload": upload_id})


def key_of(upload_id: int) -> str:
    """The key of the job that reads it."""
    return f"upload:{upload_id}"
