"""A worker draws the files of one report that are not kept yet; those that are, are used again."""

from __future__ import annotations

from collections.abc import Callable

from reports.models import BundleItem, frozen
from reports.models.document import PAPERS
from reports.rendering import documents
from reports.rendering.pdf import PdfUnavailableError

from .asking import go_on

Progress = Callable[[int, str], None]


def draw_item(item_id: int, progress: Progress) -> None:
    """Has the report's .docx and PDF kept; then the next one of the bundle is asked for.

    Does nothing where that is done already, or the bundle is gone. What was published elsewhere
    is not drawn: its original goes in. `progress` takes percent and stage.
    """
    waiting = BundleItem.objects.filter(pk=item_id, state=BundleItem.State.WAITING)
    found = waiting.select_related("revision")
    item = found.defer(*frozen("revision")).first()
    if item is None or item.revision is None:
        return
    try:
        if item.revision.is_ours:
            for kind in PAPERS:
                documents.keep(item.revision.pk, kind, progress)
    except PdfUnavailableError as lacking:
        waiting.update(state=BundleItem.State.FAILED, why=str(lacking)[:300])
    else:
        waiting.update(state=BundleItem.State.READY)
    go_on(item.bundle_id)
