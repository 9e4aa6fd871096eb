"""A worker reads one file: what it says and whose it seems to be, or in a sentence why not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from reports.formats import NoFormatError
from reports.importing import beside
from reports.importing.gate import GateError, UnreadableError
from reports.models import Upload

from .asking import go_on
from .desks import reach
from .doubts import grouped
from .keeping import forget_file
from .matching import match, names_of, year_in

Progress = Callable[[int, str], None]

_LOST = "文件没有存好，请重新上传"

logger = logging.getLogger(__name__)


def read(upload_id: int, progress: Progress) -> None:
    """Reads the file in the limited process; does nothing where it was read or dropped.

    A file that is refused is not kept. Then the next one of the batch is asked for. `progress`
    takes percent and stage.
    """
    found = Upload.objects.filter(pk=upload_id, state=Upload.State.WAITING)
    upload = found.select_related("batch__agency").first()
    if upload is None:
        return
    progress(20, "正在读取")
    try:
        told = beside.read(upload.name, _data(upload), upload.edition)
    except (GateError, UnreadableError, NoFormatError) as refusal:
        _refuse(upload, str(refusal))
    else:
        progress(90, "正在保存")
        _keep(upload, told)
    go_on(upload.batch_id)


def _data(upload: Upload) -> bytes:
    try:
        with upload.file.open() as file:
            data: bytes = file.read()
    except OSError:
        logger.exception("the file of upload %d cannot be read", upload.pk)
        raise UnreadableError(_LOST) from None
    return data


def _refuse(upload: Upload, why: str) -> None:
    """The row keeps the sentence; of the file nothing is kept, unless it was read before."""
    name = upload.file.name
    waiting = Upload.objects.filter(pk=upload.pk, state=Upload.State.WAITING)
    if upload.reading is not None:
        failure = f"按{upload.edition}版表样没有读出：{why}"[:300]
        waiting.update(state=Upload.State.READ, failure=failure, edition="")
        return
    if waiting.update(state=Upload.State.FAILED, failure=why[:300], file=""):
        forget_file(name)


def _keep(upload: Upload, told: dict[str, Any]) -> None:
    report = told["report"]
    Upload.objects.filter(pk=upload.pk, state=Upload.State.WAITING).update(
        state=Upload.State.READ,
        reading=report,
        rows=told["rows"],
        doubts=len(grouped(report)),
        published_on=told["published"] or None,
        **({} if upload.reading is not None else _proposed(upload, report)),
    )


def _proposed(upload: Upload, report: dict[str, Any]) -> dict[str, Any]:
    """Whose it seems to be; asked once, what a person has said since stands."""
    year = report["year"] or year_in(upload.name)
    meant = match(report["agency"], year, names_of(reach(upload.batch)), upload.name)
    return {
        "year": year,
        "agency": meant.agency if meant else None,
        "matched": meant.matched if meant else "",
    }
