"""What tests of reading share: a file of any kind read in this very process."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from reports.content import Content
from reports.figures import Figures
from reports.importing import report_file
from tests.importing.layouts import spans
from tests.samples import CLEAN, FAULTY, OLD, sample

ALL = (*CLEAN, *FAULTY, OLD)
WITHOUT_BLANKS = (*CLEAN, "junshan-2022")
LARGE = "haidian-2024"


@cache
def published(name: str) -> Content:
    """The figures of that sample under a title of its own."""
    about = sample(name)
    return sample(name, title=about.format.title_of(about.agency, about.year))


def read(data: bytes, front: str, edition: str = "") -> dict[str, Any]:
    """The report JSON of a file, read without a process of its own."""
    return report_file.parse(data, front, edition)


def figures(told: dict[str, Any], content: Content) -> Figures:
    """The figures that were read, as numbers; what is not there is None."""
    found = {id_: told["figures"].get(id_) for id_ in content.format.cells}
    money = {id_ for id_, cell in content.format.cells.items() if cell.kind.is_money}
    return {
        id_: Decimal(value) if id_ in money and value is not None else value
        for id_, value in found.items()
    }


def doubts(told: dict[str, Any], words: str) -> list[dict[str, Any]]:
    """The doubts that say this."""
    return [doubt for doubt in told["doubts"] if words in doubt["why"]]


def page(change: Callable[[str], str], name: str = LARGE) -> dict[str, Any]:
    """The page of that report after a change."""
    return read(change(spans(published(name)).decode()).encode(), "html")


def wrong(told: dict[str, Any], content: Content) -> set[str]:
    """The cells with another figure than the report has, blanks left out."""
    found = figures(told, content)
    return {i for i, v in content.figures.items() if found[i] not in (v, None)}


def missing(told: dict[str, Any], content: Content) -> set[str]:
    """The cells that were not read though the report has them."""
    found = figures(told, content)
    return {i for i, v in content.figures.items() if v is not None and found[i] is None}
