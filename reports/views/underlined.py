"""The text of a report with lines under the numbers that speak of figures: do they agree?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports import drafting
from reports.checks.narrative import (
    Claim,
    Comparison,
    Verdict,
    compare_all,
    table_says,
)
from reports.content import Content
from reports.models import Report
from reports.prose import Paragraph

_WORDS = {
    Verdict.AGREES: "与表一致",
    Verdict.DISAGREES: "与表不一致，",
    Verdict.UNKNOWN: "表中或者上年没有数，不核对",
    Verdict.PART: "同一段中几处合计或者其中一处与表一致",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph; with a verdict where it speaks of `cells`."""

    text: str
    verdict: str = ""
    words: str = ""
    cells: tuple[str, ...] = ()
    section: int = 0


def underlined(report: Report, content: Content) -> dict[str, SafeString]:
    """part#id → the paragraph as HTML, for each paragraph that speaks of figures.

    What the district has turned off is not underlined.
    """
    claims = drafting.claimed(report, content)
    verdicts = compare_all(claims, content.figures, drafting.figures_before(report, claims))
    paragraphs = {(part, one.id): one for part, several in content.prose.items() for one in several}
    found = {}
    for place, several in groupby(zip(claims, verdicts, strict=True), key=_place):
        spans = [_span(content, claim, one) for claim, one in several]
        found["#".join(place)] = _drawn(paragraphs[place], spans)
    return found


def _place(told: tuple[Claim, Comparison]) -> tuple[str, str]:
    return told[0].section, told[0].paragraph


_Span = tuple[int, int, Piece]


def _span(content: Content, claim: Claim, found: Comparison) -> _Span:
    words = _WORDS[found.verdict]
    if found.verdict is Verdict.DISAGREES:
        words += table_says(content, claim, found)
    cells = (*found.cells, *found.of)
    section = content.format.cells[cells[0]].section
    piece = Piece(claim.text, found.verdict.value, words, cells, section)
    return claim.start, claim.end, piece


def _drawn(paragraph: Paragraph, spans: Sequence[_Span]) -> SafeString:
    """The paragraph; its lead is set apart, as wherever it is printed."""
    end = len(paragraph.lead)
    context = {
        "lead": list(_pieces(paragraph.text, 0, end, spans)),
        "rest": list(_pieces(paragraph.text, end, len(paragraph.text), spans)),
    }
    return render_to_string("reports/read/said.html", context)


def _pieces(text: str, start: int, stop: int, spans: Sequence[_Span]) -> Iterator[Piece]:
    """What stands in [start, stop), piece by piece."""
    at = start
    for first, last, piece in spans:
        if at <= first and last <= stop:
            yield Piece(text[at:first])
            yield piece
            at = last
    yield Piece(text[at:stop])
