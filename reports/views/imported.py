"""The paper as it was read, each figure a way to the place in the file where it stood."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports import figures as fig
from reports.importing.tokens import plain
from reports.receiving import Beside

_NOT_READ = "未读到"
_PLACED = (
    '<a class="placed" id="read-{cell}" href="#{place}"'
    ' aria-label="{figure}，原文是{raw}">{figure}</a>{aside}'
)
_UNPLACED = '<span class="placed placed-nowhere" id="read-{cell}">{figure}</span>'
_RAW = '<span class="placed-raw">原文 {}</span>'


def classes(shown: Beside) -> dict[str, str]:
    """What is doubtful is marked."""
    return {cell: "placed-doubtful" for one in shown.doubts for cell in one.doubt.cells}


def inside(shown: Beside) -> dict[str, SafeString]:
    """What stands in the boxes of the paper; what is written otherwise in the file beside it."""
    return {id_: _box(shown, id_) for id_ in shown.content.format.cells}


def _box(shown: Beside, id_: str) -> SafeString:
    place, printed = shown.places.get(id_), fig.printed(shown.content.figures[id_])
    figure = printed or (_NOT_READ if place is None else "（空）")
    if place is None:
        return format_html(_UNPLACED, cell=id_, figure=figure)
    raw = place.raw or "空白"
    aside = format_html(_RAW, raw) if plain(place.raw) != printed else ""
    return format_html(_PLACED, cell=id_, place=place.id, figure=figure, raw=raw, aside=aside)
