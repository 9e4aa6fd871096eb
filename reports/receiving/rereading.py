"""The file once more, in the form that a person chose; what was read before stands until then."""

from __future__ import annotations

from django.db import transaction

from reports import workflow
from reports.formats import FORMATS
from reports.models import Job, Upload

from .archiving import locked
from .asking import ask, key_of


@transaction.atomic
def read_again(upload_id: int, edition: str) -> None:
    """Has it read in that edition; what a person has mended goes with the old reading.

    Raises workflow.RefusedError.
    """
    upload = locked(upload_id)
    if edition not in FORMATS:
        raise workflow.RefusedError("没有这种表样，请刷新页面后再选")
    upload.state, upload.edition = Upload.State.WAITING, edition
    upload.failure, upload.mended = "", {}
    upload.save(update_fields=["state", "edition", "failure", "mended"])
    # Its job is done; of the same key none is begun anew.
    Job.objects.filter(key=key_of(upload.pk)).delete()
    ask(upload.pk)
