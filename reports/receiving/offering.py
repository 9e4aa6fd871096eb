"""Into a draft: every value of a file waits to be confirmed beside what stands there."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from agencies.models import User
from reports import drafting, workflow
from reports import figures as fig
from reports.content import Content
from reports.models import Report, Upload

from .archiving import locked
from .content import content_of, fitted
from .deciding import report_of, why_not_offer
from .keeping import clear

LONGEST_BASIS = 200


@transaction.atomic
def offer(upload_id: int, by: User) -> tuple[Report, drafting.Offered]:
    """待确认: the draft that the values wait in, and what became of each.

    Raises workflow.RefusedError.
    """
    upload = locked(upload_id)
    if upload.agency is None or upload.year is None:
        raise workflow.RefusedError("请先选定机关和报告年度")
    report = report_of(upload.agency, upload.year)
    refusal = why_not_offer(report, upload.agency, by)
    if refusal or report is None:
        raise workflow.RefusedError(refusal)
    content = fitted(content_of(upload), report.format).content
    try:
        told = drafting.offer(report.pk, by, dict(_values(content)), upload.name[-LONGEST_BASIS:])
    except drafting.RefusedError as error:
        raise workflow.RefusedError(str(error)) from error
    upload.report = report
    clear(upload, Upload.State.OFFERED, by)
    return report, told


def _values(content: Content) -> Iterator[tuple[str, object]]:
    """By key; of totals only those that are not what their parts come to."""
    fmt = content.format
    sums = {one.right[0]: one.left for one in fmt.equations if one.computes}
    for id_, value in content.figures.items():
        if value is None:
            continue
        if id_ not in sums or fig.total(content.figures, sums[id_]) != value:
            yield id_, fig.plain(value)
    for fee in fmt.fees:
        yield fee.key, fig.plain(content.fees.get(fee.id))
    for part in fmt.prose_keys:
        yield f"prose.{part}", content.text(part)
