"""The report as PDF, set after GB/T 9704-2012 by WeasyPrint with our own faces only."""

from __future__ import annotations

import atexit
import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.content import Content
from reports.formats import Format
from reports.formats.grid import grid

from . import archive, fallback, fonts, html, libraries, ruled, tagged
from .marks import FINAL, Marks
from .paper import printed_figures
from .press import Press, one_at_a_time


class PdfUnavailableError(RuntimeError):
    """This machine cannot draw a PDF; the message says in Chinese what is missing."""


class WrongFaceError(PdfUnavailableError):
    """What was drawn is set in other faces than it should be: nobody may take it for the report."""


@dataclass(frozen=True)
class Drawing:
    """A file; of a PDF the faces embedded in it, and the characters that no face could draw."""

    data: bytes
    fonts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def draw(content: Content, marks: Marks = FINAL) -> bytes:
    """The PDF alone. Raises PdfUnavailableError."""
    return drawn(content, marks).data


def drawn(
    content: Content, marks: Marks = FINAL, archived_at: dt.datetime | None = None
) -> Drawing:
    """The PDF, and what must be known before it is published. Raises PdfUnavailableError.

    With `archived_at`, the time that the file inside bears, it is the one for the archive.
    """
    fmt = content.format
    ready = _filled(fmt, printed_figures(content))
    signature, verify = marks.signature, marks.verify
    body = html.body(content, signature=signature, verify=verify, in_lines=True, empty=ready)
    embedded: set[str] = set()

    def finish(_document: Any, pdf: Any) -> None:
        tagged.describe(fmt, pdf)
        tagged.settle(pdf)
        fallback.settle(pdf)
        embedded.update(_font_names(pdf))
        if archived_at is not None:
            archive.finish(pdf)

    tables = {f"paper-table-{key}": table for key, table in ready.items()}
    how = archive.options(content, archived_at) if archived_at is not None else {}
    with _no_collection(), ruled.going_in(tables):
        data = press(_columns(fmt)).print(page(content, marks, body), finish, **how)
    missing = fonts.missing_glyphs(_told(content, marks))
    _verify(content, embedded, missing)
    return Drawing(data, tuple(sorted(embedded)), tuple(missing))


def page(content: Content, marks: Marks, body: SafeString, title: str = "") -> str:
    """What is printed of a report or about it, with its marks; `title` in place of the report's."""
    told = {"title": title or content.title, "agency": content.agency}
    return render_to_string("document/print.html", {**told, "marks": marks, "body": body})


def _verify(content: Content, embedded: set[str], missing: list[str]) -> None:
    """Raises WrongFaceError, but not for a character that no face has: that is told by itself."""
    labels = "".join(content.format.labels())
    paragraphs = (p for key in content.format.prose_keys for p in content.paragraphs(key))
    texts = {
        "FandolSong-Bold": content.title,
        "FandolHei": labels,
        "FandolSong": labels,
        "FandolFang": "".join(one.text for one in paragraphs if not one.lead),
    }
    if (wrong := fonts.wrong(embedded, texts)) and not missing:
        said = "、".join(wrong)
        raise WrongFaceError(f"PDF的字体与规定不符（{said}），没有生成；请检查字体文件后重新生成")


def _told(content: Content, marks: Marks) -> str:
    """Every word that the document prints, apart from the form's own labels."""
    prose = (p.text for key in content.format.prose_keys for p in content.paragraphs(key))
    signed = marks.signature.agency if marks.signature else ""
    verified = marks.verify.lines if marks.verify else ()
    told = (content.title, signed, marks.line, *verified, *prose, *content.format.labels())
    return "\n".join(told)


def _filled(fmt: Format, figures: Mapping[str, str]) -> dict[str, Any]:
    """The tables that need not be laid out anew, by the number of their section."""
    with one_at_a_time:
        tables = {str(s.number): _ruled(fmt, s.number) for s in fmt.sections if not s.is_prose}
        filled = {key: table.filled(figures) for key, table in tables.items() if table}
    return {key: table for key, table in filled.items() if table}


@cache
def _ruled(fmt: Format, number: int) -> ruled.Ruled | None:
    def draw(length: int) -> Any:
        figures = dict.fromkeys(fmt.cells, "8" * length)
        table = html.table_of(fmt, number, figures)
        return press(_columns(fmt)).boxes(render_to_string("document/print.html", {"body": table}))

    return ruled.kept(draw)


@cache
def press(css: str) -> Press:
    """What prints pages with these rules besides our own. Raises PdfUnavailableError."""
    if absent := libraries.absent(needed=True):
        named = "、".join(absent)
        raise PdfUnavailableError(
            f"本机缺少生成PDF所需的系统库，请安装{named}后重启；Word文件不受影响"
        )
    return Press(css)


# While the interpreter is taken down WeasyPrint could no longer clear up after its fonts.
atexit.register(press.cache_clear)
atexit.register(_ruled.cache_clear)  # called first


@cache
def _columns(fmt: Format) -> str:
    """The widths of table columns, which the form gives in millimetres."""
    rules = []
    for section in fmt.sections:
        if not section.is_prose:
            for n, width in enumerate(grid(fmt, section.number).widths, 1):
                rules.append(f".paper-table-{section.number} .paper-col-{n} {{ width: {width}mm }}")
    return "\n".join(rules)


def _font_names(pdf: Any) -> Iterator[str]:
    for found in pdf.objects:
        if isinstance(found, dict) and found.get("Type") == "/FontDescriptor":
            name = found["FontName"].decode("ascii")
            yield name.lstrip("/").partition("+")[2]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Collecting garbage while a page is laid out costs more than the garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
