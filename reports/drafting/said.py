"""What texts being written say of the draft's figures, with the places in those very texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reports import prose
from reports.checks.narrative import Claim, Described, Kind, compared, described, find
from reports.content import Content
from reports.figures import Figures
from reports.local.reading import local_for
from reports.models import Report

from .case import Past

Answer = dict[str, Any]


def said(report: Report, texts: Mapping[str, str]) -> Answer:
    """{part: text as it stands in its box} → `said`, the claims of each, and the `sums` they name.

    A claim's `start` and `end` count UTF-16 units of its text, as scripts do; its `ways` and `of`
    are places in `sums`, as most sums are spoken of more than once.
    """
    content = replace(
        report.content, prose={part: prose.from_text(text) for part, text in texts.items()}
    )
    claims = claimed(report, content)
    sums: list[Described] = []
    told = [
        _sharing(sums, one) for one in described(content, claims, figures_before(report, claims))
    ]
    found: dict[str, list[Answer]] = {part: [] for part in texts}
    spans = {part: _Places(content, part, text) for part, text in texts.items()}
    for claim, one in zip(claims, told, strict=True):
        found[claim.section].append({**one, **spans[claim.section].of(claim)})
    return {"said": found, "sums": sums}


def _sharing(sums: list[Described], claim: Described) -> Described:
    """The claim with its sums among `sums`, by their places there."""
    named = (*claim["ways"], *claim["of"])
    sums += [one for n, one in enumerate(named) if one not in sums and one not in named[:n]]
    return {**claim, **{key: [sums.index(one) for one in claim[key]] for key in ("ways", "of")}}


def claimed(report: Report, content: Content) -> list[Claim]:
    """What the content says of the figures, but for what the district does not have compared."""
    claims = find(content)
    return compared(claims, local_for(report.duty.agency).checks) if claims else []


def figures_before(report: Report, claims: list[Claim]) -> Figures | None:
    """`Case.figures_before` of the draft, read only where a claim is told against last year."""
    if not any(claim.kind is Kind.CHANGE for claim in claims):
        return None
    return Past.of(report.duty).case(report.content).figures_before


class _Places:
    """Where the paragraphs of one part stand in the text of its box."""

    def __init__(self, content: Content, part: str, text: str) -> None:
        self.places = prose.places(text)
        self.units = list(_units(text))
        self.starts: dict[str, int] = {}
        at = 0
        for paragraph in content.prose[part]:
            self.starts[paragraph.id] = at
            at += len(paragraph.text) + 1

    def of(self, claim: Claim) -> dict[str, int]:
        first = self.starts[claim.paragraph]
        start, last = self.places[first + claim.start], self.places[first + claim.end - 1]
        return {"start": self.units[start], "end": self.units[last + 1]}


def _units(text: str) -> Iterator[int]:
    """How many UTF-16 units stand before each character, and in all."""
    units = 0
    for char in text:
        yield units
        units += 2 if ord(char) > 0xFFFF else 1
    yield units
