"""The table of values: every figure with its codebook, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from reports.content import Content
from reports.figures import printed
from reports.rendering import csv as drawing
from tests.samples import contract

from .contents import large, old, small


def lines(content: Content) -> dict[str, dict[str, str]]:
    """The lines by their ids."""
    text = drawing.draw(content).decode("utf-8-sig")
    head = ("id", "section", "row", "column", "kind", "unit", "value")
    first, *rest = csv.reader(io.StringIO(text, newline=""))
    assert tuple(first) == drawing.HEAD
    found = [dict(zip(head, line, strict=True)) for line in rest]
    assert len({line["id"] for line in found}) == len(found)
    return {line["id"]: line for line in found}


@pytest.mark.parametrize("made", [large, old])
def test_every_figure_has_its_line_with_its_place_in_the_form(
    made: Callable[[], Content],
) -> None:
    content, told = made(), lines(made())
    for cell in contract(content.format.edition)["cells"]:
        line = told[cell["id"]]
        assert line["row"].split(" > ") == (cell["row"] or [""])
        assert line["column"].split(" > ") == cell["column"]
        assert (line["section"], line["kind"]) == (str(cell["section"]), cell["kind"])
        assert line["value"] == printed(content.figures[cell["id"]])


def test_a_blank_has_an_empty_value() -> None:
    told = lines(small(figures={}, fees={}))
    assert {line["value"] for line in told.values() if line["kind"] != "text"} == {""}
    assert len([line for line in told.values() if line["kind"] != "text"]) == 203


def test_words_and_fees_are_in_it() -> None:
    told = lines(small(preamble="依据《条例》。", fees={"notices": 3, "billed": "200.50"}))
    assert told["preamble"]["value"] == "依据《条例》。"
    assert told["sections.5"]["value"] == "无。"
    assert (told["fees.billed"]["value"], told["fees.billed"]["kind"]) == ("200.50", "money_yuan")
    assert told["agency"]["value"] == "某某县司法局"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "|x", "%x", "=甲\n=乙"])
def test_words_are_never_a_formula(text: str) -> None:
    told = lines(small(title=text, sections={"1": text}))
    assert told["sections.1"]["value"] == f"'{text}"
    assert told["title"]["value"].startswith("'")


def test_a_figure_below_0_is_a_number() -> None:
    assert lines(old())["licensing.licences.change"]["value"] == "-12"


def test_excel_is_told_that_it_is_unicode() -> None:
    assert drawing.draw(large()).startswith("\ufeff指标代码,部分,行,列,类型,单位,数值\r\n".encode())


def test_each_figure_has_its_unit_beside_it() -> None:
    told = lines(large())
    assert told["applications.received.total"]["unit"] == "件"
    assert told["charges.fees.amount"]["unit"] == "万元"
    assert told["fees.billed"]["unit"] == "元"
