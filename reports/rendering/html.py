"""The report as HTML: the paper inside our own pages, and a whole file that stands alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from reports.content import Content
from reports.formats import Format
from reports.formats.grid import Box, grid
from reports.prose import Paragraph

from .marks import FINAL, Marks
from .paper import LONG, Part, Signature, parts, printed_figures, words
from .running import running
from .title import title_lines
from .verifying import Verification

_TAGS = {2: "h3", 3: "h4", 4: "h5"}


@dataclass(frozen=True)
class _Extra:
    """What is drawn beside the report itself, by cell id and by part#id of a paragraph."""

    classes: Mapping[str, str]
    inside: Mapping[str, SafeString]
    text: Callable[[str], str] = str


def body(
    content: Content,
    classes: Mapping[str, str] | None = None,
    redlines: Mapping[str, SafeString] | None = None,
    *,
    signature: Signature | None = None,
    verify: Verification | None = None,
    in_lines: bool = False,
    empty: Collection[str] = (),
) -> SafeString:
    """The paper as a fragment.

    `classes` adds a class to figures (by cell id) and to paragraphs (by part#id); `redlines` are
    printed in their place. `signature` closes the paper, `verify` stands below it. `in_lines`: with
    what a printer of lines must know (`running`), and the code as an image. The tables of the parts
    in `empty` are left without rows.
    """
    figures = printed_figures(content)
    extra = _Extra(classes or {}, redlines or {}, running if in_lines else str)
    drawn = [_part(part, figures, extra) for part in parts(content)]
    for part in drawn:
        if part["key"] in empty:
            part["rows"] = []
    context: dict[str, object] = {"title": title_lines(content), "parts": drawn}
    context.update(signature=signature, verify=verify)
    if verify is not None:
        context["code"] = verify.image if in_lines else verify.inline
    return render_to_string("document/body.html", context)


def table_of(fmt: Format, number: int, figures: Mapping[str, str]) -> SafeString:
    """The table of one section alone, with figures as they are printed."""
    section = fmt.section(number)
    part = Part(str(number), section, table=grid(fmt, number))
    drawn = _part(part, figures, _Extra({}, {}))
    return render_to_string("document/table.html", {"part": drawn})


def part_of(
    content: Content, key: str, inside: Mapping[str, SafeString] | None = None
) -> SafeString:
    """One part of the paper as a fragment: preamble, 1 … 6; empty where nothing is printed.

    `inside` is printed in place of figures, by cell id.
    """
    drawn = [
        _part(part, printed_figures(content), _Extra({}, inside or {}))
        for part in parts(content)
        if part.key == key
    ]
    return render_to_string("document/part.html", {"part": drawn[0]}) if drawn else SafeString("")


def draw(content: Content, marks: Marks = FINAL) -> bytes:
    """A self-contained UTF-8 file: no script, nothing loaded from elsewhere."""
    context = {
        "title": content.title,
        "body": body(content, signature=marks.signature, verify=marks.verify),
        "marks": marks,
        "style": mark_safe(_style()),  # noqa: S308 - our own style sheet
    }
    return render_to_string("document/page.html", context).encode()


@cache
def _style() -> str:
    return (Path(settings.BASE_DIR) / "static" / "css" / "paper.css").read_text(encoding="utf-8")


def _part(part: Part, figures: Mapping[str, str], extra: _Extra) -> dict[str, object]:
    return {
        "key": part.key,
        "section": part.section,
        "paragraphs": [_paragraph(part.key, p, extra) for p in part.paragraphs],
        "table": part.table,
        "rows": [[_box(box, figures, extra) for box in row] for row in part.table.rows]
        if part.table
        else [],
    }


def _paragraph(key: str, paragraph: Paragraph, extra: _Extra) -> dict[str, object]:
    lead, place = paragraph.lead, f"{key}#{paragraph.id}"
    return {
        "tag": _TAGS[paragraph.level] if paragraph.is_heading else "p",
        "level": paragraph.level,
        "lead": extra.text(lead),
        "rest": extra.text(paragraph.text[len(lead) :]),
        "key": place,
        "extra": extra.classes.get(place, ""),
        "redline": extra.inside.get(place),
    }


def _box(box: Box, figures: Mapping[str, str], extra: _Extra) -> dict[str, object]:
    lines = words(box, figures)
    id_ = box.cell.id if box.cell else ""
    classes = (extra.classes.get(id_, ""), _narrow(lines[0])) if box.cell else ()
    return {
        "box": box,
        "lines": lines,
        "extra": " ".join(filter(None, classes)),
        "redline": extra.inside.get(id_),
    }


def _narrow(figure: str) -> str:
    """The class that lets a long figure keep within its narrow column."""
    return f"paper-digits-{min(len(figure), 10)}" if len(figure) >= LONG else ""
