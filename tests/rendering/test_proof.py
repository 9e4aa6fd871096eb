"""校对稿: every figure of the form stands in it once, beside last year's."""

from __future__ import annotations

import io
from collections import Counter
from decimal import Decimal

import pdfplumber
import pytest

from reports.content import Content
from reports.drafting import LastYear
from reports.figures import Figure, printed
from reports.rendering import pack, proof
from reports.rendering.marks import Marks
from tests.rendering.contents import large, old

NOTHING = LastYear(2023)


def lines(content: Content, last: LastYear = NOTHING) -> list[proof.Line]:
    """All figures, in printed order."""
    found: list[proof.Line] = []
    for part in proof.parts(content, last, {}):
        found += [line for _, of in part.lines for line in of]
        found += [line for _, rows in part.rows for row in rows for line in row.figures]
    return found


@pytest.mark.parametrize("content", [large(), old()], ids=["2021", "2019"])
def test_every_figure_stands_there_once(content: Content) -> None:
    figures = [*content.figures.values(), *content.fees.values()]
    assert [one.now for one in lines(content)] == [printed(one) for one in figures]


@pytest.mark.parametrize("content", [large(), old()], ids=["2021", "2019"])
def test_the_rows_of_the_large_table_are_as_wide_as_its_heading(content: Content) -> None:
    (part,) = [one for one in proof.parts(content, NOTHING, {}) if one.rows]
    heads = sum(box.colspan for box in part.head[0])
    assert {len(row.figures) + 4 for _, rows in part.rows for row in rows} == {heads + 4}
    assert part.width == heads + 4


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (5, 2, "+3"),
        (2, 5, "-3"),
        (0, 0, "0"),
        (None, 2, "—"),
        (2, None, "—"),
        (Decimal("2.5"), Decimal("0.25"), "+2.25"),
    ],
)
def test_the_difference_has_its_sign(now: Figure, before: Figure, words: str) -> None:
    assert proof.change(now, before) == words


def test_what_last_year_had_in_one_row_is_told_as_together() -> None:
    key = "applications.other_misc.total"
    last = LastYear(2023, "published", "某局", {key: 7}, {}, {key: (key,)})
    told = [one for one in lines(large(), last) if one.before == "共7"]
    assert [one.change for one in told] == ["—"]


def test_what_people_typed_is_text_in_every_paper() -> None:
    content = large(sections={"1": "<script>x</script>"})
    facts = {"parts": list(proof.parts(content, NOTHING, {})), "last": NOTHING}
    body = pack.body([pack.Sheet("proof", content, facts)], Marks())
    assert "&lt;script&gt;" in body
    assert "<script>" not in body


@pytest.mark.parametrize("length", [7, 8, 9])
def test_long_figures_stand_in_one_line(length: int) -> None:
    money = {id_ for id_, cell in large().format.cells.items() if cell.kind.is_money}
    now = {id_: int("1234567890"[:length]) for id_ in large().figures if id_ not in money}
    last = LastYear(2023, "published", "某局", dict.fromkeys(now, 0))
    content = large(figures=now)
    facts = {"parts": list(proof.parts(content, last, {})), "last": last}
    data = pack.draw([pack.Sheet("proof", content, facts)], Marks())
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    boxes = Counter(box for table in tables for row in table for box in row)
    figure = "1234567890"[:length]
    assert (boxes[figure], boxes[f"+{figure}"]) == (len(now), len(now))


@pytest.mark.parametrize("rows", [9, 10, 11])
def test_nobody_signs_a_page_with_nothing_else_on_it(rows: int) -> None:
    row = {"part": "一、总体情况", "message": "疑点" * 14, "explanation": "无误。" * 9, "by": "王"}
    facts = {"rows": [row] * rows, "contact": "王填报"}
    data = pack.draw([pack.Sheet("explanations", large(), facts)], Marks())
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        (signed,) = [page for page in pdf.pages if "经办人" in page.extract_text()]
        assert "无误" in signed.extract_text()
