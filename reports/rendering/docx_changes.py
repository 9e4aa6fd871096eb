"""修改对照稿: what changed between two contents as a .docx with tracked changes.

Who accepts them all has the new report, who rejects them all the old one. Tracked are figures,
words and paragraphs, never styles: a paragraph that became a heading is deleted and written anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import count

from reports.content import Content
from reports.formats import Cell
from reports.prose import Paragraph
from reports.redline import Piece, redline

from . import docx_words as words
from .docx import finished
from .docx_signature import signature
from .docx_style import KAI
from .docx_table import NARROW
from .docx_template import template
from .hand import Hands
from .marks import Marks
from .paper import printed_figures

_MOST_GROWN = 6
"""Rows of table three that may show two values, one above the other, on one page."""

_TAIL = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph that no change touches: the last one of a file can be neither taken out nor put in.
"""


def draw(old: Content, new: Content, marks: Marks, hands: Hands) -> bytes:
    """The .docx file. Raises ValueError for reports of two editions, which have other cells."""
    if old.format is not new.format:
        raise ValueError("two editions of the form cannot be compared cell by cell")
    prepared = template(new.format.edition, draft=bool(marks.line))
    tracked = _Tracked(old, new, hands, signature(marks.signature))
    document = prepared.filled(tracked.figure, tracked.part)
    if len(tracked.grown) > _MOST_GROWN:
        document = _by_rows(document)
    return finished(prepared, document, new, marks)


def _by_rows(document: bytes) -> bytes:
    """Table three goes over pages by its rows: held together it would leave its heading alone."""
    before, two, three, four = document.split(b"<w:tbl>")
    three = three.replace(
        b'<w:pStyle w:val="TableText"/><w:keepNext/>', b'<w:pStyle w:val="TableText"/>'
    )
    return b"<w:tbl>".join((before, two, three, four))


class _Tracked:
    """What stands in each place of the document, changes tracked and counted."""

    def __init__(self, old: Content, new: Content, hands: Hands, closing: str) -> None:
        self.old, self.new, self.hands, self.closing = old, new, hands, closing
        self.was, self.now = printed_figures(old), printed_figures(new)
        self.number = count(1)
        self.grown: set[tuple[str, ...]] = set()

    def figure(self, cell: str, number: int, size: int) -> str:
        """The runs of a figure; without its control while it has two values."""
        was, now, known = self.was[cell], self.now[cell], self.new.format.cells[cell]
        if was == now:
            return words.controlled(known, number, now, size) if now else ""
        gone = self._gone(cell, words.figure_runs(known, was, size, gone=True))
        between = self._line_end(known) if was and now and size <= NARROW else ""
        return gone + between + self._new(cell, words.figure_runs(known, now, size))

    def _line_end(self, cell: Cell) -> str:
        """Keeps two numbers apart in a narrow column: written and struck out again, it stands in
        neither report. The row grows by a line.
        """
        self.grown.add(cell.row)
        return self._new(cell.id, self._gone(cell.id, f"<w:r>{words.BREAK}</w:r>"))

    def part(self, key: str) -> str:
        """The paragraphs of a part."""
        if key == "title":
            return self._title()
        drawn = list(self._paragraphs(key))
        end = ""
        if key == self.new.format.prose_keys[-1]:
            has_end = not drawn or drawn[-1][1]
            end = self.closing or ("" if has_end else _TAIL)
        return "".join(paragraph for paragraph, _ in drawn) + end

    def _title(self) -> str:
        was, now = words.title_runs(self.old), words.title_runs(self.new)
        if was == now:
            return words.title(self.new)
        gone = self._gone("title", words.title_runs(self.old, gone=True))
        return words.block("Title", gone + self._new("title", now))

    def _paragraphs(self, key: str) -> Iterator[tuple[str, bool]]:
        """Each as drawn, and whether it is in both contents."""
        old, new = self.old.paragraphs(key), self.new.paragraphs(key)
        ids = [one.id for one in old], [one.id for one in new]
        for tag, i, j, k, m in SequenceMatcher(None, *ids, autojunk=False).get_opcodes():
            if tag == "equal":
                for was, now in zip(old[i:j], new[k:m], strict=True):
                    yield from self._kept(f"{key}#{now.id}", was, now)
                continue
            yield from ((self._out(f"{key}#{one.id}", one), False) for one in old[i:j])
            yield from ((self._in(f"{key}#{one.id}", one), False) for one in new[k:m])

    def _kept(self, place: str, was: Paragraph, now: Paragraph) -> Iterator[tuple[str, bool]]:
        if was.text == now.text:
            yield words.paragraph(now), True
        elif words.style(was) != words.style(now):
            yield self._out(place, was), False
            yield self._in(place, now), False
        else:
            yield words.block(words.style(now), "".join(self._pieces(place, was, now))), True

    def _pieces(self, place: str, was: Paragraph, now: Paragraph) -> Iterator[str]:
        """The words of both, each in the face that it has there."""
        before, after = _Faced(was), _Faced(now)
        for piece in redline(was.text, now.text):
            if piece.kind == "gone":
                yield self._gone(place, before.runs(piece, gone=True))
            elif piece.kind == "new":
                yield self._new(place, after.runs(piece))
            else:
                before.pass_by(piece)
                yield after.runs(piece)

    def _out(self, place: str, paragraph: Paragraph) -> str:
        inside = self._gone(place, _Faced(paragraph).all(gone=True))
        return words.block(words.style(paragraph), inside, self._mark("del", place))

    def _in(self, place: str, paragraph: Paragraph) -> str:
        inside = self._new(place, _Faced(paragraph).all())
        return words.block(words.style(paragraph), inside, self._mark("ins", place))

    def _mark(self, kind: str, place: str) -> str:
        return f"<w:{kind} {self.hands(place).marks(next(self.number))}/>"

    def _gone(self, place: str, runs: str) -> str:
        return self._wrapped("del", place, runs)

    def _new(self, place: str, runs: str) -> str:
        return self._wrapped("ins", place, runs)

    def _wrapped(self, kind: str, place: str, runs: str) -> str:
        marks = self.hands(place).marks(next(self.number))
        return f"<w:{kind} {marks}>{runs}</w:{kind}>" if runs else ""


class _Faced:
    """A paragraph gone through from its beginning; its lead is in the heading face."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.text, self.at = paragraph.text, 0
        self.lead = 0 if paragraph.is_heading else len(paragraph.lead)

    def pass_by(self, piece: Piece) -> None:
        """Goes on behind a piece that is drawn elsewhere."""
        self.at += len(piece.text)

    def runs(self, piece: Piece, *, gone: bool = False) -> str:
        """The next piece as one run or two."""
        left = max(self.lead - self.at, 0)
        self.at += len(piece.text)
        lead, rest = piece.text[:left], piece.text[left:]
        return words.run(lead, KAI, gone=gone) + words.run(rest, gone=gone)

    def all(self, *, gone: bool = False) -> str:
        """All of it."""
        return self.runs(Piece("same", self.text), gone=gone)
