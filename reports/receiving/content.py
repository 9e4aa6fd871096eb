"""An upload as Content: what was read, with what a person has read otherwise in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reports import figures as fig
from reports import prose, workflow
from reports.content import Content, from_json
from reports.formats import Format, edition
from reports.models import Upload


def content_of(upload: Upload) -> Content:
    """The report in the file, under the year and agency that are confirmed or, lacking them, none.

    Raises ContentError where a reading cannot be a report.
    """
    told = dict(upload.reading)
    year = upload.year or told["year"] or 0
    told |= {"year": max(year, 1000), "agency": told["agency"] or _name(upload, year)}
    told["figures"] = {**told["figures"], **upload.mended}
    content = from_json(told)
    return replace(content, year=year)


def _name(upload: Upload, year: int) -> str:
    return upload.agency.name if upload.agency else ""


def mend(upload: Upload, given: Mapping[str, str]) -> int:
    """Notes what a person reads in doubtful cells instead; how many differ from the reading now.

    `given` has what was typed by cell. Raises workflow.RefusedError naming the first that cannot
    stand there.
    """
    fmt, read = edition(upload.reading["edition"]), upload.reading["figures"]
    mended: dict[str, Any] = {}
    for key, raw in given.items():
        cell = fmt.cells.get(key)
        if cell is None:
            raise workflow.RefusedError("报告里没有这一格，请刷新页面后再改")
        try:
            value = fig.plain(fig.clean(cell, raw))
        except fig.RefusedError as error:
            raise workflow.RefusedError(prose.tidy(str(error))) from error
        if value != read.get(key):
            mended[key] = value
    Upload.objects.filter(pk=upload.pk, state=Upload.State.READ).update(mended=mended)
    upload.mended = mended
    return len(mended)


@dataclass(frozen=True)
class Fitted:
    """A content in the form of the year; `lost` names the figures for which that has no place."""

    content: Content
    lost: tuple[str, ...] = ()


def fitted(content: Content, fmt: Format | None) -> Fitted:
    """Figures that mean the same in both editions have one id; the others are left out and named.

    Without `fmt` the content stays in its own form.
    """
    if fmt is None or fmt is content.format:
        return Fitted(content)
    cells = content.format.cells
    told = {id_: value for id_, value in content.figures.items() if value is not None}
    lost = tuple(cells[id_].label for id_ in told if id_ not in fmt.cells)
    moved = replace(
        content,
        format=fmt,
        figures={id_: content.figures.get(id_) for id_ in fmt.cells},
        fees={fee.id: content.fees.get(fee.id) for fee in fmt.fees},
    )
    return Fitted(moved, lost)
