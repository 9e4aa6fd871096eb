"""A tagged PDF's tables as screen readers need them: headings' scopes, figures' headings.

WeasyPrint guesses both from the HTML and is wrong under stacked merged headings; our grid knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from reports.formats import Format
from reports.formats.grid import Box, Grid, grid

_PARTS = {"/THead", "/TBody", "/NonStruct"}
"""What may stand between a table and its rows."""

_POINTS, _PRINTED = 0.75, 4
"""A pixel in points; the third flag of an annotation (ISO 32000-1, table 165)."""

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


@cache
def install() -> None:
    """Tags what HTML says and WeasyPrint does not heed, once a process.

    Elements with aria-hidden are drawn, but stand in no tree, as it does with page margins; a
    heading of a table keeps its scope; rows without a group of their own are one.
    """
    from weasyprint.pdf import tags

    whole = tags._build_box_tree  # noqa: SLF001

    def build(box: Any, parent: Any, *others: Any) -> Iterator[Any]:
        built = list(whole(box, parent, *others))
        element = getattr(box, "element", None)
        if element is None:
            return iter(built)
        if element.get("aria-hidden") == "true":
            return iter(())
        for one in built:
            _as_said(element, one, parent)
        return iter(built)

    tags._build_box_tree = build  # noqa: SLF001


def _as_said(element: Any, tagged: Any, parent: Any) -> None:
    if tagged["S"] == "/TH" and element.get("scope") in _SCOPES:
        tagged["A"]["Scope"] = _SCOPES[element.get("scope")]
    elif tagged["S"] == parent["S"] == "/Table":
        tagged["S"] = "/TBody"


def describe(fmt: Format, pdf: Any) -> int:
    """Writes scopes and headings into a drawn, not yet written PDF; how many tables it knew.

    A table that was split over pages is not one table there, and stays as it is.
    """
    grids = [grid(fmt, section.number) for section in fmt.sections if not section.is_prose]
    tables = [found for found in pdf.objects if _is(found, "/Table")]
    names: dict[str, Any] = {}
    known = 0
    for table, laid_out in zip(tables, grids, strict=False):
        known += _describe(pdf, list(_rows(pdf, table)), laid_out, names)
    _name(pdf, names)
    return known


def settle(pdf: Any) -> None:
    """Says of figures where on the page they lie, in its own units, and has links printed.

    Works on a drawn, not yet written PDF: WeasyPrint counts pixels from the top.
    """
    for found in pdf.objects:
        if _is(found, "/Figure"):
            page = pdf.objects[int(found["Pg"].split()[0])]
            height = page["MediaBox"][3]
            x1, y1, x2, y2 = (_POINTS * one for one in found["A"]["BBox"])
            found["A"]["BBox"][:] = (x1, height - y2, x2, height - y1)
        elif isinstance(found, dict) and found.get("Subtype") == "/Link":
            found["F"] = _PRINTED


def _describe(pdf: Any, rows: list[Any], laid_out: Grid, names: dict[str, Any]) -> bool:
    cells = [list(_kids(pdf, row)) for row in rows]
    if list(map(len, cells)) != list(map(len, laid_out.rows)):
        return False
    for row, boxes in zip(cells, laid_out.rows, strict=True):
        for cell, box in zip(row, boxes, strict=True):
            _cell(cell, box)
            if box.is_heading:
                names[box.id] = cell
    return True


def _cell(cell: Any, box: Box) -> None:
    import pydyf

    attributes = cell["A"]
    if box.is_heading:
        cell["ID"] = pydyf.String(box.id)
        attributes["Scope"] = "/Row" if box.kind == "row" else "/Column"
    attributes.pop("Headers", None)
    if box.headers:
        attributes["Headers"] = _names(box.headers)


@cache
def _names(ids: tuple[str, ...]) -> bytes:
    """As they are written: each figure of every report has the same."""
    import pydyf

    return bytes(pydyf.Array(map(pydyf.String, ids)).data)


def _name(pdf: Any, names: dict[str, Any]) -> None:
    """The index by which readers find a heading by its name."""
    import pydyf

    root = next((found for found in pdf.objects if _is(found, None, "/StructTreeRoot")), None)
    if root is None or not names:
        return
    pairs = pydyf.Array()
    for id_ in sorted(names):
        pairs.extend((pydyf.String(id_), names[id_].reference))
    first, last = pydyf.String(min(names)), pydyf.String(max(names))
    leaf = pydyf.Dictionary({"Limits": pydyf.Array((first, last)), "Names": pairs})
    pdf.add_object(leaf)
    root["IDTree"] = pydyf.Dictionary({"Kids": pydyf.Array((leaf.reference,))})


def _is(found: Any, kind: str | None, type_: str = "/StructElem") -> bool:
    return (
        isinstance(found, dict)
        and found.get("Type") == type_
        and (kind is None or found.get("S") == kind)
    )


def _rows(pdf: Any, element: Any) -> Iterator[Any]:
    for kid in _kids(pdf, element):
        if kid["S"] == "/TR":
            yield kid
        elif kid["S"] in _PARTS:
            yield from _rows(pdf, kid)


def _kids(pdf: Any, element: Any) -> Iterator[Any]:
    for reference in element["K"]:
        if isinstance(reference, bytes):
            yield pdf.objects[int(reference.split()[0])]
