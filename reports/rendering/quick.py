"""What is drawn of tables kept by `ruled`: the same bytes in less time.

Replaces inner functions of WeasyPrint and pydyf, and is tied to their versions as `justify` is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from . import writing
from .writing import written

Segment = tuple[float, float, float, float]
"""From x, y to x, y in pixels."""


class Lines:
    """The lines of a collapsed table, all of one width and colour, as they are drawn one by one."""

    def __init__(self, segments: list[Segment], width: float, colour: Any) -> None:
        self.segments, self.width, self.colour = segments, width, colour

    def draw(self, stream: Any, dx: float, dy: float) -> None:
        """Draws them moved: the first as WeasyPrint does, the others in the same words."""
        from weasyprint.draw.border import draw_line

        begun = len(stream.stream)
        x1, y1, x2, y2 = self.segments[0]
        with stream.artifact(), stream.stacked():
            place = (x1 + dx, y1 + dy, x2 + dx, y2 + dy)
            draw_line(stream, *place, self.width, "solid", self.colour)
        words = [written(item) for item in stream.stream[begun:]]
        before, between, after = _around(words)
        for x1, y1, x2, y2 in self.segments[1:]:
            start = b"%b %b m" % (written(x1 + dx), written(y1 + dy))
            end = b"%b %b l" % (written(x2 + dx), written(y2 + dy))
            stream.stream += (before, start, *between, end, after)


def _around(words: list[bytes]) -> tuple[bytes, list[bytes], bytes]:
    """What stands before the point where a line begins, after it and behind its end."""
    start = next(n for n, word in enumerate(words) if word.endswith(b" m"))
    end = next(n for n, word in enumerate(words) if word.endswith(b" l"))
    return b"\n".join(words[:start]), words[start + 1 : end], b"\n".join(words[end + 1 :])


def lines(table: Any) -> Lines | None:
    """The lines that WeasyPrint would draw of a laid-out table; None if they are not all alike."""
    from weasyprint.draw import draw_collapsed_borders

    if table.style["border_collapse"] != "collapse":
        return None
    recorder = _Recorder()
    draw_collapsed_borders(recorder, table)
    looks = set(recorder.looks)
    if len(looks) != 1 or len(recorder.points) != 2 * len(recorder.looks):
        return None
    ends = iter(recorder.points)
    segments = [(*start, *end) for start, end in zip(ends, ends, strict=True)]
    return Lines(segments, recorder.width, recorder.colour)


class _Recorder:
    """Stands for a stream while lines are drawn."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []
        self.looks: list[str] = []
        self.width, self.colour = 0.0, None

    @contextmanager
    def stacked(self) -> Iterator[None]:
        yield

    artifact = stacked

    def set_color(self, colour: Any, stroke: bool) -> None:
        self.colour = colour

    def set_line_width(self, width: float) -> None:
        self.width = width

    def move_to(self, x: float, y: float) -> None:
        self.points.append((x, y))

    line_to = move_to

    def set_dash(self, *_: Any) -> None:
        self.looks.append("dashed")

    set_line_cap = set_dash

    def stroke(self) -> None:
        self.looks.append(f"{self.width} {self.colour}")


def install() -> None:
    """Takes the place of the functions, once a process."""
    from weasyprint import draw
    from weasyprint.layout import background

    writing.install()
    draw.draw_table = _table(draw.draw_table)
    draw.draw_text = _text(draw.draw_text)
    background.layout_box_backgrounds = _backgrounds(background.layout_box_backgrounds)


def _text(whole: Callable[..., None]) -> Callable[..., None]:
    def draw(stream: Any, box: Any, *others: Any) -> None:
        words: Words | None = getattr(box.pango_layout, "words", None)
        if words is None:
            whole(stream, box, *others)
        else:
            words.draw(stream, box)

    return draw


class Words:
    """A line of text in one face, as it is drawn."""

    def __init__(self, face: Face, shown: str) -> None:
        """`shown` is the text as the glyphs that PDF shows."""
        self.face, self.shown = face, shown
        self.glyphs = {glyph: (face.font.to_unicode[glyph], width) for glyph, width in face.used()}

    def draw(self, stream: Any, box: Any) -> None:
        """The same as WeasyPrint does for a text without decoration."""
        font = self.face.of(stream)
        for glyph, (text, width) in self.glyphs.items():
            font.to_unicode.setdefault(glyph, text)
            font.widths.setdefault(glyph, width)
        stream.set_color(box.style["color"])
        stream.begin_text()
        x, y = box.position_x, box.position_y + box.baseline
        stream.set_text_matrix(1, 0, 0, -1, x, y)
        stream.set_font_size(font.hash, self.face.size)
        stream.show_text(self.shown)
        stream.end_text()


class Face:
    """A font of Pango's at one size; alive as long as the layouts whose words are kept."""

    def __init__(self, key: int, font: Any, pango_font: Any, size: float) -> None:
        self.key, self.font, self.pango_font, self.size = key, font, pango_font, size

    def used(self) -> list[tuple[int, int]]:
        """The glyphs drawn since it was last emptied, and their widths in thousandths."""
        return list(self.font.widths.items())

    def of(self, stream: Any) -> Any:
        """WeasyPrint's font of the document that is drawn."""
        return stream._fonts.get(self.key) or stream.add_font(self.pango_font)[0]  # noqa: SLF001


def words(box: Any) -> Words | None:
    """The text of a laid-out box; None if it is more than plain words in one face."""
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix

    if box.style["text_decoration_line"] != "none" or box.style["visibility"] != "visible":
        return None
    recorder = _words_recorder()()
    emojis = draw_first_line(recorder, box, "clip", "none", Matrix())
    if emojis or len(recorder.shown) != 1 or recorder.face is None:
        return None
    return Words(recorder.face, recorder.shown[0])


@cache
def _words_recorder() -> Any:
    from weasyprint.pdf.stream import Stream

    fonts: dict[int, Any] = {}

    class Recorder(Stream):  # type: ignore[misc]
        """Stands for the stream of a page while a text is drawn."""

        def __init__(self) -> None:
            super().__init__(fonts, None, {}, {}, None, {}, None)
            self.shown: list[str] = []
            self.face: Face | None = None

        def add_font(self, pango_font: Any) -> Any:
            font, size = super().add_font(pango_font)
            font.file_content = b""  # some megabytes that only a real document needs
            font.to_unicode, font.widths = {}, {}
            key = next(key for key, one in fonts.items() if one is font)
            self.face = Face(key, font, pango_font, size)
            return font, size

        def set_font_size(self, font: Any, size: float) -> None:
            if self.face is not None:
                self.face.size = size

        def show_text(self, text: str) -> None:
            self.shown.append(text)

    return Recorder


def _table(whole: Callable[..., None]) -> Callable[..., None]:
    def draw(stream: Any, table: Any) -> None:
        kept: Lines | None = getattr(table, "lines", None)
        if kept is None:
            whole(stream, table)
        else:
            kept.draw(stream, *table.moved)

    return draw


def _backgrounds(whole: Callable[..., None]) -> Callable[..., None]:
    """Of kept tables that are nothing but words and lines there are none to be laid out."""

    def layout(page: Any, box: Any, *others: Any, **more: Any) -> None:
        if getattr(box, "moved", None) is None or box.lines is None:
            whole(page, box, *others, **more)

    return layout
