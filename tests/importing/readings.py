"""What tests of reading share: a file of any kind read in this very process."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from reports.content import Content
from reports.figures import Figures
from reports.importing import report_file
from tests.samples import CLEAN, FAULTY, OLD, sample

ALL = (*CLEAN, *FAULTY, OLD)
WITHOUT_BLANKS = (*CLEAN, "junshan-2022")


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
