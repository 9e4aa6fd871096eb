"""typst setting the same report: the same words, tables and faces, tagged as ours are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec

from reports.content import Content
from reports.formats.grid import Box, Grid
from reports.rendering import fonts
from reports.rendering.paper import Part, parts, printed_figures, words
from reports.rendering.title import title_lines

INSTALLED = find_spec("typst") is not None

_PAGE = """
#set document(title: "{title}")
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  numbering: "— 1 —", number-align: right)
#set text(font: ("FandolFang R", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), leading: 13pt, spacing: 13pt, justify: true)
#show heading: set text(font: "FandolHei", size: 16pt, weight: "regular")
#set table(stroke: 0.5pt, align: center + horizon, inset: (x: 1.5pt, y: 2.4pt))
"""
_TABLE = 'text(font: "FandolSong", size: {size}pt, table(columns: ({widths},), {cells}))'
_SIZES = {2: 10.5}


def act(next_content: Callable[[], Content]) -> Callable[[], bytes]:
    """Sets one report after the other as PDF/UA-1."""
    import typst

    folders = sorted({str(face.path.parent) for face in fonts.faces()})
    faces = typst.Fonts(include_system_fonts=False, font_paths=folders)

    def draw() -> bytes:
        source = "".join(_source(next_content())).encode()
        data = typst.compile(source, format="pdf", font_paths=faces, pdf_standards="ua-1")
        assert isinstance(data, bytes)
        return data

    return draw


def _source(content: Content) -> Iterator[str]:
    figures = printed_figures(content)
    yield _PAGE.format(title=content.title)
    lines = " \\ ".join(map(_text, title_lines(content)))
    yield f'#align(center, text(font: "FandolSong", size: 22pt)[#title[{lines}]])\n\n'
    for part in parts(content):
        yield from _part(part, figures)


def _part(part: Part, figures: dict[str, str]) -> Iterator[str]:
    if part.section:
        yield "#pagebreak(weak: true)\n" if part.section.own_page else ""
        yield f"= {_text(part.section.heading)}\n\n"
    for paragraph in part.paragraphs:
        yield f"{_text(paragraph.text)}\n\n"
    if part.table:
        yield f"#{_table(part.table, figures)}\n\n"


def _table(grid: Grid, figures: dict[str, str]) -> str:
    cells = ", ".join(_cell(box, figures) for box in grid.boxes())
    widths = ", ".join(f"{width}mm" for width in grid.widths)
    return _TABLE.format(size=_SIZES.get(grid.section.number, 9), widths=widths, cells=cells)


def _cell(box: Box, figures: dict[str, str]) -> str:
    inside = " \\ ".join(map(_text, words(box, figures)))
    return f"table.cell(colspan: {box.colspan}, rowspan: {box.rowspan})[{inside}]"


def _text(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\#$*_`<>@[]=-+/~" else char for char in text)
