"""Figures set into tables that were laid out before give the very same file, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from reports.content import Content
from reports.rendering import pdf
from reports.rendering.paper import printed_figures

from .contents import FORMAT, large, large_pdf, old, small

TABLES = {"2", "3", "4"}


def kept(content: Content) -> set[str]:
    return set(pdf._filled(content.format, printed_figures(content)))


def counts(value: int | None) -> dict[str, Any]:
    """Every count the same; money as it may be."""
    money = {id_ for id_, cell in FORMAT.cells.items() if cell.kind.startswith("money")}
    return {id_: "12.5" if id_ in money else value for id_ in FORMAT.cells}


def repeated(length: int) -> Content:
    """Every count of so many digits."""
    return small(figures=counts(int("9" * length)))


CONTENTS: dict[str, Callable[[], Content]] = {
    "large": large,
    "zeros": small,
    "2019": old,
    **{f"{length} digits": partial(repeated, length) for length in (6, 7, 8, 9, 10, 12)},
    "blank": lambda: small(figures={}),
    "one blank": lambda: small(figures={**counts(3), next(reversed(FORMAT.cells)): None}),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_report_is_the_same_as_if_it_were_laid_out_by_itself(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = CONTENTS[name]()
    quickly = pdf.draw(content)
    monkeypatch.setattr(pdf, "_filled", lambda *_: {})
    assert pdf.draw(content) == quickly


@pytest.mark.parametrize("name", ["large", "zeros", "2019", "6 digits"])
def test_the_tables_of_an_ordinary_report_are_not_laid_out_anew(name: str) -> None:
    assert kept(CONTENTS[name]()) == TABLES


def test_tables_with_blanks_are_kept_too() -> None:
    assert kept(CONTENTS["one blank"]()) == {"2", "3", "4"}


def test_a_figure_wider_than_its_box_does_not_go_in() -> None:
    table = pdf._ruled(FORMAT, 3)
    assert table is not None
    figures = dict.fromkeys(FORMAT.cells, "1")
    assert table.filled(figures) is not None
    assert table.filled({**figures, "applications.received.business": "1" * 20}) is None


def test_one_report_leaves_nothing_in_the_next() -> None:
    first = pdf.draw(large())
    pdf.draw(small(figures=counts(7)))
    assert pdf.draw(large()) == first == large_pdf().data


def test_threads_do_not_get_into_each_other_s_tables() -> None:
    contents = [large(), small(), old(), small(figures=counts(7))] * 2
    alone = [pdf.draw(content) for content in contents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(pdf.draw, contents)) == alone
