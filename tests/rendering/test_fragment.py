"""What an agency copies into the editor of its web site: nothing that gets lost there matters."""

from __future__ import annotations

import re

from lxml import html

from reports.rendering import fragment
from tests.rendering import contents


def test_nothing_is_loaded_run_or_named() -> None:
    source = fragment.draw(contents.large())
    assert not re.search(r"<(script|style|link|img|iframe)|url\(", source)
    names = {str(name) for one in html.fragment_fromstring(source).iter() for name in one.attrib}
    assert names == {"style", "scope", "rowspan", "colspan"}


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
