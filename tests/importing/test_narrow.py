"""A figure in a narrow box goes on in the next line, or reaches over the rule: never read short."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from reports.content import Content
from reports.figures import Figures
from reports.importing import reader
from reports.importing.front import pdf, pdf_folds, text
from reports.importing.front.pdf_lines import Line
from tests.samples import OLD

from .layouts import tabs
from .printed import by_weasyprint
from .readings import LARGE, doubts, missing, published, read, wrong

NARROW = (
    "h1{{margin-bottom:{above}mm}}table{{table-layout:{layout};line-height:{pitch}}}"
    "table td{{padding:{high}px {wide}px;font-size:{size}pt;vertical-align:{align};"
    "text-align:center;overflow-wrap:anywhere}}"
)
USUAL = {"above": 10, "layout": "fixed", "pitch": "normal", "high": 3, "wide": 4, "size": 12}
SPILLING = (
    "table{table-layout:fixed}td{border:1px solid #000;padding:0;text-align:center;"
    "font-size:11pt}tr{break-inside:avoid}"
)
LAST, FIRST, MIDDLE = (
    "disputes.after_review.total",
    "disputes.review.upheld",
    "disputes.direct.other",
)


def with_one(cell: str, figure: int) -> Content:
    """A report of nothing but noughts and one figure."""
    content = published(LARGE)
    return replace(content, figures={**_noughts(content), cell: figure})


def _noughts(content: Content) -> Figures:
    money = {id_ for id_, cell in content.format.cells.items() if cell.kind.is_money}
    return {id_: value if id_ in money else 0 for id_, value in content.figures.items()}


def printed(content: Content, **style: object) -> dict[str, Any]:
    """The reading of a report printed in boxes that are too narrow."""
    return read(by_weasyprint(content, NARROW.format(**{"align": "top", **USUAL, **style})), "pdf")


@pytest.mark.parametrize(("cell", "align"), [(LAST, "top"), (FIRST, "middle"), (MIDDLE, "bottom")])
def test_a_digit_above_or_below_the_row_of_disputes_is_named(cell: str, align: str) -> None:
    content = with_one(cell, 1234)
    told = printed(content, align=align, size=14)
    assert not wrong(told, content)
    assert cell in missing(told, content)
    assert doubts(told, "应有15个数，读不出来")


def test_a_digit_in_the_foot_of_the_page_is_no_page_number() -> None:
    content = with_one(LAST, 1234)
    told = printed(content, size=9, wide=9)
    assert not wrong(told, content)
    assert doubts(told, "应有15个数，读不出来")


@pytest.mark.parametrize("row", ["carried_over", "unavailable_not_held"])
def test_a_digit_below_a_row_of_applications_is_named(row: str) -> None:
    content = with_one(f"applications.{row}.total", 1234567)
    told = printed(content)
    assert not wrong(told, content)
    assert f"applications.{row}.total" in missing(told, content)


def test_a_digit_that_touches_the_words_of_the_heading_is_a_digit() -> None:
    content = with_one("applications.partly_granted.natural_person", 123)
    style = {"align": "bottom", "layout": "auto", "pitch": 1.2, "high": 6, "wide": 2, "size": 16}
    told = printed(content, above=40, **style)
    assert not wrong(told, content)


def test_a_digit_below_a_figure_that_touches_the_words_of_the_heading_is_named() -> None:
    content = with_one("applications.received.natural_person", 1234)
    told = printed(content, layout="auto", pitch=2, high=0, wide=0, size=16)
    assert not wrong(told, content)


@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_a_figure_that_reaches_over_the_rule_of_its_box_is_named(side: str) -> None:
    content = with_one(MIDDLE, 1234567)
    told = read(by_weasyprint(content, f"{SPILLING}td{{text-align:{side}}}"), "pdf")
    assert not wrong(told, content)
    assert MIDDLE in missing(told, content)
    assert MIDDLE in {doubt["cell"] for doubt in told["doubts"]}


def test_a_figure_that_reaches_out_of_the_table_is_named() -> None:
    content = with_one(LAST, 1234567)
    told = read(by_weasyprint(content, f"{SPILLING}td{{text-align:left}}"), "pdf")
    assert LAST in missing(told, content)
    assert LAST in {doubt["cell"] for doubt in told["doubts"]}


def test_figures_that_fill_their_boxes_are_read() -> None:
    content = published(LARGE)
    full = replace(content, figures={**_noughts(content), MIDDLE: 1234, FIRST: 5678})
    told = read(by_weasyprint(full, SPILLING), "pdf")
    assert not wrong(told, full) | missing(told, full)


def test_rules_that_only_part_columns_make_no_boxes() -> None:
    content = with_one("applications.refused_inquiry.business", 12345)
    high = "h1{margin-bottom:40mm}table{table-layout:fixed;line-height:2}td{font-size:14pt}"
    printed_so = by_weasyprint(content, f"{high}td{{border-left:1px solid #000;padding:0 1px}}")
    assert not any(len(row.boxes) > 1 for row in pdf.source(printed_so).rows)
    assert not wrong(read(printed_so, "pdf"), content)


def test_wrapped_headings_do_not_take_the_order_of_another_table() -> None:
    content = published(OLD)
    cells = ("previous_items", "change", "decisions")
    figures = {f"licensing.licences.{cell}": n for n, cell in enumerate(cells, 1)}
    content = replace(content, figures={**content.figures, **figures})
    style = {"align": "top", "layout": "auto", "pitch": 1.5, "high": 1, "wide": 4, "size": 16}
    told = printed(content, above=220, **style)
    assert not wrong(told, content)
    assert not missing(told, content) & set(figures)


def test_a_heading_known_by_its_end_does_not_take_the_row_below() -> None:
    content = with_one("applications.refused_state_secret.research", 123)
    told = printed(content)
    assert not wrong(told, content)
    assert {"applications.refused_state_secret.research"} <= missing(told, content)


def test_sentences_with_figures_stay_whole() -> None:
    content = with_one(LAST, 0)
    told = printed(content, size=9)
    assert told["sections"]["5"] == "问题：不够快。改进：逐月检查。"
    assert told["sections"]["1"] == "（一）主动公开。网上公开12件。"


def in_lines(below: str = "") -> bytes:
    """A report copied as lines of text, with something below the row of table four."""
    lines = tabs(with_one(LAST, 123)).decode().replace("\t", " ")
    return lines.replace(" 123\n", f" 123\n{below}").encode()


def test_a_number_alone_below_the_row_of_disputes_may_be_its_last_digit() -> None:
    assert read(in_lines(), "text")["figures"][LAST] == 123
    told = read(in_lines("4\n"), "text")
    assert told["figures"].get(LAST) is None
    assert doubts(told, "应有15个数，读不出来")


def test_a_folded_row_of_disputes_is_not_read() -> None:
    whole = text.source(in_lines())
    folded = [replace(row, folded=row.text.endswith(" 123")) for row in whole.rows]
    assert any(row.folded for row in folded)
    reading, _ = reader.read(replace(whole, rows=tuple(folded)))
    assert reading.figures.get(LAST) is None
    assert any("应有15个数，读不出来" in doubt.why for doubt in reading.doubts)


def test_a_sentence_that_ends_a_line_with_a_number_is_no_row_of_figures() -> None:
    year, twelve = (70.0, 94.0), (400.0, 412.0)
    above = Line(
        "2024 年收到申请 12", 70, 412, 100, 12, 1, figures=(twelve,), digits=(year, twelve)
    )
    below = Line("2023 年多于此数", 70, 160, 118, 12, 1, digits=(year,))
    assert not any(line.folded for line in pdf_folds.marked([above, below]))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(60))
def test_however_narrow_the_boxes_are_no_figure_is_read_short(seed: int) -> None:
    rng, content = random.Random(seed), published(LARGE)
    rate = rng.choice([0.02, 0.1, 0.5, 1])
    figures = {
        id_: rng.choice([7, 23, 123, 1234, 12345, 123456]) if rng.random() < rate else value
        for id_, value in _noughts(content).items()
    }
    blank = rng.choice([0, 0, 0.1])
    figures = {id_: None if rng.random() < blank else value for id_, value in figures.items()}
    content = replace(content, figures=figures)
    told = printed(
        content,
        align=rng.choice(["top", "middle", "bottom", "baseline"]),
        layout=rng.choice(["fixed", "auto"]),
        pitch=rng.choice(["normal", 1, 1.2, 1.5, 2]),
        above=rng.choice([0, 40, 90, 150, 220]),
        high=rng.choice([0, 1, 3, 6]),
        wide=rng.choice([0, 1, 2, 4, 6, 9]),
        size=rng.choice([8, 9, 10, 11, 12, 14, 16]),
    )
    assert not wrong(told, content)
