"""Files come in: each a row, stored under its SHA-256, with a job that reads it."""

from __future__ import annotations

from typing import BinaryIO

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from agencies.models import User
from agencies.roles import can
from reports.importing import bundle, gate
from reports.importing.report_file import KINDS
from reports.models import Batch, Upload
from reports.workflow.files import plain_name, store

from .asking import go_on
from .desks import Desk

MOST_FILES = 1000
"""Of one batch."""
_NAMELESS = "未命名"
FOLDER = "uploads"
_FOLDER = "／"
"""Between folders of an archive and the name: these tell years and agencies apart."""


class TooManyError(Exception):
    """A batch that takes no more files; the message says so, in Chinese."""


def open_batch(user: User, desk: Desk) -> Batch:
    """A batch for files to come. Raises PermissionDenied."""
    if not can(user, desk.role, desk.agency):
        raise PermissionDenied("您不能为这个机关导入报告")
    return Batch.objects.create(agency=desk.agency, role=desk.role, by=user)


def give_in(batch: Batch, name: str, data: bytes) -> Upload:
    """One file of the batch, to be read by a worker.

    What can be told of it unopened is: such a file is refused in its row and not stored. Raises
    TooManyError, and RefusedError where the disk does not take it.
    """
    name = plain_name(name) or _NAMELESS
    try:
        kind = gate.glance(name, len(data), KINDS)
    except gate.GateError as refusal:
        return _row(batch, name, state=Upload.State.FAILED, failure=str(refusal), size=len(data))
    stored, digest = store(FOLDER, data, f".{kind}")
    return _row(batch, name, file=stored, sha256=digest, size=len(data))


def give_in_bundle(batch: Batch, name: str, file: BinaryIO) -> None:
    """Every file of an archive, each a row of its own under its folders and name.

    What cannot be opened has a row that says why. Raises as `give_in` does.
    """
    try:
        for inside, held in bundle.files(file):
            named = inside.replace("/", _FOLDER)
            if isinstance(held, bytes):
                give_in(batch, named, held)
            else:
                refuse(batch, named, str(held))
    except gate.GateError as refusal:
        refuse(batch, name, str(refusal))


def refuse(batch: Batch, name: str, why: str) -> Upload:
    """A file that is not let in: its row says why."""
    return _row(batch, plain_name(name) or _NAMELESS, state=Upload.State.FAILED, failure=why)


@transaction.atomic
def _row(batch: Batch, name: str, **fields: object) -> Upload:
    """The next row of the batch, which is locked for as long as its number takes."""
    Batch.objects.select_for_update().get(pk=batch.pk)
    last = batch.uploads.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_FILES:
        raise TooManyError(f"一批最多{MOST_FILES}份文件，请分批导入")
    upload = Upload.objects.create(batch=batch, number=last + 1, name=name, **fields)
    go_on(batch.pk)
    return upload
