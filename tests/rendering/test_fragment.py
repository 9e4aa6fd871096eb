"""What an agency copies into the editor of its web site: nothing that gets lost there matters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from reports.content import Content, from_json
from reports.rendering import fragment
from tests.importing.readings import read
from tests.rendering import contents
from tests.rendering.pasted import EDITORS, pasted


def test_nothing_is_loaded_run_or_named() -> None:
    source = fragment.draw(contents.large())
    assert not re.search(r"<(script|style|link|img|iframe)|url\(", source)
    names = {str(name) for one in html.fragment_fromstring(source).iter() for name in one.attrib}
    assert names == {"style", "scope", "rowspan", "colspan", "border", "width", "cellpadding"}


def test_every_table_keeps_what_its_headings_head() -> None:
    drawn = html.fragment_fromstring(fragment.draw(contents.large()))
    tables = drawn.findall(".//table")
    assert len(tables) == 3
    for table in tables:
        assert all(box.get("scope") for box in table.iter("th"))
    assert len(list(drawn.iter("td"))) == len(contents.FORMAT.cells)


def test_a_box_has_its_border_and_a_heading_its_face_without_a_style_sheet() -> None:
    drawn = html.fragment_fromstring(fragment.draw(contents.small()))
    assert all("border:1px solid" in str(box.get("style")) for box in drawn.iter("td", "th"))
    assert all("SimHei" in str(heading.get("style")) for heading in drawn.iter("h2"))


def test_what_people_wrote_is_text() -> None:
    words = "<script>alert(1)</script>&amp;"
    drawn = fragment.draw(contents.small(sections={"1": words, "5": "无。", "6": "无。"}))
    assert "<script" not in drawn
    assert words in html.fragment_fromstring(drawn).text_content()


@pytest.mark.parametrize("name", EDITORS)
@pytest.mark.parametrize("made", [contents.large, contents.old])
def test_whatever_an_editor_takes_away_the_report_is_read_back_whole(
    made: Callable[[], Content], name: str
) -> None:
    source = pasted(fragment.draw(made()), name)
    told = read(source.encode(), "html", made().format.edition)
    assert from_json(told).figures == made().figures
    assert told["sections"] == made().to_json()["sections"]
    assert (told["title"], told["preamble"]) == (made().title, made().text("preamble"))


def _words(element: Any) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("name", [one for one in EDITORS if "headings" not in one])
def test_headings_and_merged_boxes_stay(name: str) -> None:
    source = fragment.draw(contents.large())
    drawn, there = html.fragment_fromstring(source), html.document_fromstring(pasted(source, name))
    for tag in ("h2", "h3"):
        assert [_words(one) for one in there.iter(tag)] == [_words(one) for one in drawn.iter(tag)]
    spans = [one.get("rowspan") for one in drawn.iter("th", "td")]
    assert [one.get("rowspan") for one in there.iter("th", "td")] == spans


def test_a_table_has_its_lines_where_styles_are_taken_away() -> None:
    source = pasted(fragment.draw(contents.small()), "styles, classes and ids go")
    there = html.document_fromstring(source)
    assert [table.get("border") for table in there.iter("table")] == ["1"] * 3
