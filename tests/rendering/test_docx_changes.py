"""修改对照稿 in Word: all accepted it is the new report, all rejected the old one."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.content import Content, from_json
from reports.prose import Paragraph, Paragraphs
from reports.rendering import docx as word
from reports.rendering import docx_changes
from reports.rendering.hand import Hand
from reports.rendering.marks import FINAL, Marks
from tests.importing.own import SENTENCES
from tests.importing.readings import read
from tests.office import needs_office, saved, settled

from .contents import large, old, small
from .tracked import accepted, plain, rejected

AT = dt.datetime(2026, 1, 5, 14, 2, tzinfo=ZoneInfo("Asia/Shanghai"))
HAND = Hand("王填报", AT)
SHOWN = (qn("w:t"), qn("w:delText"))
CELL = "applications.received.natural_person"


def drawn(before: Content, after: Content, marks: Marks = FINAL) -> bytes:
    return docx_changes.draw(before, after, marks, lambda place: HAND)


def both_ways(before: Content, after: Content) -> bytes:
    """The file, after making sure of both its ends."""
    data = drawn(before, after)
    assert accepted(data) == plain(word.draw(after))
    assert rejected(data) == plain(word.draw(before))
    return data


def changes(data: bytes) -> list[Any]:
    body = docx.Document(io.BytesIO(data)).element.body
    return list(body.iter(qn("w:ins"), qn("w:del")))


def said(number: str, *paragraphs: tuple[str, str]) -> Content:
    """The small report with these paragraphs in one part."""
    made = tuple(Paragraph(id_, text) for id_, text in paragraphs)
    return replace(small(), prose={**small().prose, number: made})


def test_a_figure_is_struck_out_and_put_in_anew() -> None:
    after = replace(large(), figures={**large().figures, CELL: 12345678})
    data = both_ways(large(), after)
    gone, *between, new = changes(data)
    assert (gone.tag, new.tag) == (qn("w:del"), qn("w:ins"))
    assert [one.find(f".//{qn('w:sz')}").get(qn("w:val")) for one in (gone, new)] == ["18", "16"]
    assert [one.tag for one in between] == [qn("w:ins"), qn("w:del")]  # a line end, in neither
    assert len(between[0].findall(f".//{qn('w:br')}")) == 1


@pytest.mark.parametrize("figure", [None, Decimal("3.50")])
def test_blanks_and_units_are_told_too(figure: Decimal | None) -> None:
    for made in (large, old):
        money = next(id_ for id_, cell in made().format.cells.items() if cell.kind.is_money)
        after = replace(made(), figures={**made().figures, money: figure})
        assert changes(both_ways(made(), after))
        both_ways(after, made())


def test_within_a_paragraph_only_what_changed_is_tracked() -> None:
    before = said("1", ("p1", "（一）主动公开。全年公开12件，办结率100%。"))
    after = said("1", ("p1", "（一）主动公开。全年公开13件，办结率100%。"))
    texts = ["".join(one.itertext(*SHOWN)) for one in changes(both_ways(before, after))]
    assert texts == ["12", "13"]


@pytest.mark.parametrize("part", ["preamble", "1", "5", "6"])
def test_paragraphs_come_go_and_change_places(part: str) -> None:
    a, b, c = ("p1", "第一段。"), ("p2", "（二）依申请公开"), ("p3", "第三段。")
    for before, after in (
        ((a,), (a, b)),
        ((a, b, c), (c, a)),
        ((), (a, b)),
        ((a, b), ()),
        ((a, b, c), (c, b, a)),
    ):
        assert changes(both_ways(said(part, *before), said(part, *after)))


def test_a_paragraph_that_became_a_heading_is_written_anew() -> None:
    before = said("5", ("p1", "（一）主动公开。全年公开12件。"))
    both_ways(before, said("5", ("p1", "（一）主动公开")))


def test_the_title_and_the_fee_sentence_are_tracked() -> None:
    after = large(
        title="某某市海淀区人民政府2024年报告", fees={"notices": 3, "billed": "9", "received": "1"}
    )
    assert len(changes(both_ways(large(), after))) > 4
    both_ways(large(fees={}), large())


def test_who_and_when_stand_beside_each_change() -> None:
    after = replace(large(), figures={**large().figures, CELL: 1})
    data = docx_changes.draw(large(), after, FINAL, lambda place: Hand(f"甲&“乙”{place}", AT))
    for one in changes(data):
        assert one.get(qn("w:author")) == f"甲&“乙”{CELL}"
        assert one.get(qn("w:date")) == "2026-01-05T14:02:00Z"


def test_every_change_has_a_number_of_its_own() -> None:
    found = changes(drawn(small(), large(agency="某某县司法局", title=small().title)))
    assert len({one.get(qn("w:id")) for one in found}) == len(found) > 150


def test_two_reports_that_are_alike_have_no_changes() -> None:
    assert changes(drawn(large(), large())) == []
    assert plain(drawn(large(), large())) == plain(word.draw(large()))


def test_two_editions_are_not_compared() -> None:
    with pytest.raises(ValueError, match="two editions"):
        drawn(old(), large())


def test_our_own_reader_takes_the_changes_as_accepted() -> None:
    after = replace(large(preamble="改过的引言。"), figures={**large().figures, CELL: 5})
    assert from_json(read(drawn(large(), after), "docx")) == after


@st.composite
def written_twice(draw: st.DrawFn) -> tuple[Paragraphs, Paragraphs]:
    """Paragraphs before and after somebody rewrote, moved, dropped and added some."""
    texts = draw(st.lists(st.sampled_from(SENTENCES), max_size=5))
    before = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts))
    kept = draw(st.permutations(before))[: draw(st.integers(0, len(before)))]
    again = [replace(one, text=draw(st.sampled_from([one.text, *SENTENCES]))) for one in kept]
    more = [
        Paragraph(f"n{n}", draw(st.sampled_from(SENTENCES))) for n in range(draw(st.integers(0, 2)))
    ]
    return before, tuple(draw(st.permutations([*again, *more])))


@given(first=written_twice(), last=written_twice())
@settings(max_examples=60, deadline=None)
def test_whatever_is_rewritten_both_reports_are_in_the_file(
    first: tuple[Paragraphs, Paragraphs], last: tuple[Paragraphs, Paragraphs]
) -> None:
    reports = [
        replace(small(), prose={**small().prose, "1": first[n], "6": last[n]}) for n in (0, 1)
    ]
    both_ways(*reports)


@needs_office
@pytest.mark.parametrize("rows", [6, 7, 25])
def test_a_heading_is_never_left_alone_by_a_table_that_grew(rows: int) -> None:
    cells = [id_ for id_, cell in large().format.cells.items() if id_.endswith(".natural_person")]
    after = replace(large(), figures={**large().figures, **dict.fromkeys(cells[:rows], 777)})
    printed = saved(drawn(large(), after), "docx", "pdf")
    with pdfplumber.open(io.BytesIO(printed)) as file:
        (page,) = [page for page in file.pages if "三、收到和处理" in page.extract_text()]
        assert "（三）" in page.extract_text()


@needs_office
def test_another_program_comes_to_the_same_two_reports() -> None:
    words = {"1": "（一）主动公开。全年公开13件。\n新增一段。", "5": "", "6": "无。\n又及。"}
    after = replace(large(sections=words), figures={**large().figures, CELL: 5})
    data = drawn(large(), after)
    assert from_json(read(settled(data, accept=True), "docx")) == after
    assert from_json(read(settled(data, accept=False), "docx")) == large()
