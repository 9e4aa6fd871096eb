"""署名 and 成文日期 of the .docx: where Word and WPS put them, and that they are nobody's words."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from reports.content import Content
from reports.rendering import docx as word
from reports.rendering import docx_changes, fragment, html
from reports.rendering.docx_style import EM, MEASURE
from reports.rendering.hand import Hand
from reports.rendering.marks import Marks
from reports.rendering.paper import Signature
from tests.importing.readings import read

from .contents import large, small

DATE = "2025年1月20日"
LONG = "某某壮族自治区某某瑶族自治县工业商务和信息化局"
WORDS = {"6": "甲事已毕。\n乙事已毕。"}


def signed(content: Content) -> Marks:
    return Marks(signature=Signature(content.agency, dt.date(2025, 1, 20)))


def closing(agency: str) -> list[Any]:
    """The last three paragraphs: of part six, the name, the date."""
    content = small(agency=agency, sections=WORDS)
    return list(docx.Document(io.BytesIO(word.draw(content, signed(content)))).paragraphs[-3:])


def middle(paragraph: Any) -> float:
    """Where the middle of a centred paragraph is, in characters from the right edge."""
    left = paragraph.paragraph_format.left_indent.twips
    return float(MEASURE - left) / 2 / EM


@pytest.mark.parametrize("agency", ["某局", "某某县司法局", "某某市某某区人民政府办公室"])
def test_name_and_date_have_one_middle_and_the_date_four_characters(agency: str) -> None:
    _, name, date = closing(agency)
    assert (name.text, date.text) == (agency, DATE)
    assert middle(name) == middle(date) == pytest.approx(4 + 6.5 / 2, abs=0.01)
    for one in (name, date):
        assert one.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert one.paragraph_format.first_line_indent == 0


def test_a_long_name_reaches_the_edge_with_the_date_under_its_middle() -> None:
    _, name, date = closing(LONG)
    assert name.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert name.paragraph_format.left_indent == 0
    assert middle(date) == pytest.approx(len(LONG) / 2, abs=0.01)


def test_a_name_of_two_lines_is_centred_with_its_date() -> None:
    _, name, date = closing("某" * 40)
    assert middle(name) == middle(date) == MEASURE / 2 / EM
    assert name.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_they_stand_a_line_below_and_never_alone_on_a_page() -> None:
    last, name, date = closing("某局")
    assert name.paragraph_format.space_before.twips == 579
    assert date.paragraph_format.space_before is None
    assert last.paragraph_format.keep_with_next
    assert name.paragraph_format.keep_with_next
    assert (name.style.name, date.style.name) == ("Signature", "Date")


def test_without_a_signature_nothing_is_held_together() -> None:
    last = docx.Document(io.BytesIO(word.draw(small(sections=WORDS)))).paragraphs[-1]
    assert (last.text, last.paragraph_format.keep_with_next) == ("乙事已毕。", None)


@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("agency", ["某某县司法局", LONG])
def test_a_signed_file_is_read_back_without_them_and_tells_so(kind: str, agency: str) -> None:
    content = small(agency=agency, title=f"{agency}2024年政府信息公开工作年度报告", sections=WORDS)
    writer = word.draw if kind == "docx" else html.draw
    told = read(writer(content, signed(content)), kind)
    assert told["sections"] == content.to_json()["sections"]
    doubts = [one for one in told["doubts"] if "署名" in one["why"]]
    assert [one["raw"] for one in doubts] == [f"{agency} {DATE}"]


def test_tracked_changes_end_with_them_untracked() -> None:
    old, new = small(sections={"6": "甲。"}), small(sections={"6": ""})
    hand = Hand("王填报", dt.datetime(2026, 1, 5, tzinfo=dt.UTC))
    drawn = docx_changes.draw(old, new, signed(new), lambda place: hand)
    *_, name, date = docx.Document(io.BytesIO(drawn)).element.body.iter(qn("w:p"))
    assert "".join(name.itertext(qn("w:t"))) == new.agency
    for one in (name, date):
        assert not [*one.iter(qn("w:ins")), *one.iter(qn("w:del"))]


def test_the_fragment_for_web_sites_ends_with_them_where_there_are_some() -> None:
    content = large()
    drawn = fragment.draw(content, signed(content).signature)
    assert f'<p style="margin:0;padding:0 4em">{DATE}</p>' in drawn
    assert 'class="' not in drawn
    assert DATE not in fragment.draw(content)
