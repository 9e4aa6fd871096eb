"""What tests of the narrative share: reports that say one thing, with the figures it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.checks import Case, Finding
from reports.checks.narrative import NARRATIVE, Claim, find
from reports.content import Content, from_json
from reports.formats import edition

AGENCY = "某市某某县财政局"


def says(text: str, figures: Mapping[str, object] | None = None, **more: Any) -> Content:
    """A report for 2024 whose section one is that text; figures that are not given are 0.

    Beside a total that is given stands, in one cell of its row, what it is the total of.
    """
    fmt = edition(str(more.get("edition", "2021")))
    zero = dict.fromkeys(fmt.cells, 0) | _addends(figures or {})
    data = {"agency": AGENCY, "year": 2024, "edition": fmt.edition, "sections": {"1": text}}
    return from_json({**data, "figures": {**zero, **(figures or {})}, **more})


def _addends(figures: Mapping[str, object]) -> dict[str, int]:
    found = {}
    for id_, figure in figures.items():
        row, _, column = id_.rpartition(".")
        beside = [n for other, n in figures.items() if other.startswith(f"{row}.") and other != id_]
        if column == "total" and isinstance(figure, int):
            name = "natural_person" if row.startswith("applications") else "other"
            found[f"{row}.{name}"] = figure - sum(n for n in beside if isinstance(n, int))
    return found


def claims(text: str, **more: Any) -> list[Claim]:
    """What is told there of this year and of the whole."""
    return find(says(text, **more))


def told(text: str, **more: Any) -> list[tuple[str, str]]:
    """The nouns and the numbers as they are written."""
    return [(claim.noun.id, claim.text) for claim in claims(text, **more)]


def warned(content: Content, previous: Content | None = None) -> list[Finding]:
    """Everything that the checks of the narrative find."""
    case = Case(content, previous)
    return [finding for check in NARRATIVE for finding in check(case)]


def codes(content: Content, previous: Content | None = None) -> list[str]:
    """The codes of what they find."""
    return [finding.code for finding in warned(content, previous)]
