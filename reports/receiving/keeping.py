"""How long what was given in is kept: until it is decided on, at most thirty days."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from agencies.models import User
from reports.models import Batch, Job, Upload

from .asking import key_of

KEPT = timedelta(days=30)
"""After that files, readings and rows go, whatever became of them; archived originals stay with
their reports.
"""


def forget_old() -> int:
    """Deletes batches that are too old, with their files; how many."""
    old = Batch.objects.filter(at__lt=timezone.now() - KEPT)
    count = 0
    for batch in old:
        _forget(batch)
        count += 1
    return count


def _forget(batch: Batch) -> None:
    rows = list(batch.uploads.values_list("pk", "file"))
    Job.objects.filter(key__in=[key_of(pk) for pk, _ in rows]).delete()
    batch.delete()
    for name in {name for _, name in rows}:
        forget_file(name)


def drop(upload_id: int, by: User) -> bool:
    """放弃: of the file only its name is kept; False where it was decided on already."""
    with transaction.atomic():
        open_ = Upload.objects.select_for_update(of=("self",)).filter(pk=upload_id)
        upload = open_.filter(state=Upload.State.READ).first()
        if upload is None:
            return False
        clear(upload, Upload.State.DROPPED, by)
    return True


def clear(upload: Upload, state: str, by: User) -> None:
    """The upload is decided on: what it says is no longer needed here, nor is its file."""
    name = upload.file.name
    upload.state, upload.file = state, ""
    upload.reading = upload.rows = None
    upload.mended = {}
    upload.decided_by, upload.decided_at = by, timezone.now()
    upload.save()
    transaction.on_commit(lambda: forget_file(name))


def forget_file(name: str | None) -> None:
    """Deletes a stored file, unless another upload has the same."""
    if name and not Upload.objects.filter(file=name).exists():
        default_storage.delete(name)
