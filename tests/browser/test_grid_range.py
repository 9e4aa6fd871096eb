"""In chromium: several boxes are selected by keys or mouse, cleared, copied and cut."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.models import Change, Report
from tests.browser.boxes import box, saved, typed
from tests.browser.grids import at, clipboard, picked, press, stand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
RECEIVED = "applications.received.{}"
SQUARE = [
    "applications.received.natural_person",
    "applications.received.business",
    "applications.brought_forward.natural_person",
    "applications.brought_forward.business",
]


def drag(page: Page, start: Locator, end: Locator) -> None:
    start.hover()
    page.mouse.down()
    end.hover()
    page.mouse.up()


def line(page: Page) -> Locator:
    return page.locator("[data-grid-line]")


def test_shift_and_arrows_select_a_range_and_say_so(page: Page) -> None:
    stand(page, SQUARE[0])
    press(page, "Shift+ArrowRight", "Shift+ArrowDown")
    assert picked(page) == SQUARE
    expect(line(page)).to_have_text("已选2行2列")
    expect(line(page)).to_have_attribute("role", "status")
    expect(box(page, SQUARE[0])).to_be_focused()
    press(page, "Shift+ArrowLeft", "Shift+ArrowUp")
    assert picked(page) == []
    expect(line(page)).to_have_text("")


REACHES = {
    "Shift+End": "已选1行5列",
    "Shift+Home": "已选1行3列",
    "Control+Shift+ArrowDown": "已选23行1列",
    "Control+Shift+Home": "已选3行3列",
    "Control+Shift+End": "已选23行5列",
    "Control+a": "已选整张表，25行7列",
}


def test_a_range_reaches_to(page: Page, subtests: pytest.Subtests) -> None:
    for key, words in REACHES.items():
        with subtests.test(key):
            stand(page, "applications.granted.research")
            press(page, key)
            expect(line(page)).to_have_text(words)
            expect(at(page, "granted", "research")).to_be_focused()
            press(page, "Escape")


def test_a_selection_is_framed_not_only_coloured(page: Page) -> None:
    stand(page, SQUARE[0])
    press(page, "Shift+ArrowRight", "Shift+ArrowDown")
    frame = "e => getComputedStyle(e.closest('td'), '::after').borderWidth"
    assert [box(page, key).evaluate(frame) for key in SQUARE] == [
        "3px 0px 0px 3px",
        "3px 3px 0px 0px",
        "0px 0px 3px 3px",
        "0px 3px 3px 0px",
    ]


def test_a_range_ends(page: Page, subtests: pytest.Subtests) -> None:
    for end in ("ArrowRight", "Escape", "Tab", "click", "type"):
        with subtests.test(end):
            stand(page, SQUARE[0])
            press(page, "Shift+ArrowDown")
            expect(line(page)).not_to_have_text("")
            if end == "click":
                box(page, SQUARE[0]).click()
            else:
                page.keyboard.type("7") if end == "type" else press(page, end)
            expect(line(page)).to_have_text("")
            assert picked(page) == []
            expect(box(page, SQUARE[0])).to_have_value("7" if end == "type" else "")


def test_dragging_selects_a_range(page: Page) -> None:
    drag(page, box(page, SQUARE[0]), box(page, SQUARE[3]))
    assert picked(page) == SQUARE
    expect(box(page, SQUARE[0])).to_be_focused()
    drag(page, box(page, SQUARE[0]), box(page, SQUARE[1]))
    assert picked(page) == SQUARE[:2]


def test_a_drag_stays_inside_its_table(page: Page) -> None:
    drag(page, box(page, "documents.normative.issued"), box(page, SQUARE[0]))
    expect(box(page, "documents.normative.issued")).to_be_focused()
    assert SQUARE[0] not in picked(page)


def test_a_press_with_shift_selects_up_to_there(page: Page) -> None:
    stand(page, SQUARE[0])
    box(page, SQUARE[3]).click(modifiers=["Shift"])
    assert picked(page) == SQUARE
    expect(box(page, SQUARE[0])).to_be_focused()
    box(page, ISSUED).click(modifiers=["Shift"])
    expect(box(page, ISSUED)).to_be_focused()
    assert picked(page) == []


def test_dragging_in_a_box_that_is_edited_selects_its_text(page: Page) -> None:
    here = stand(page, ISSUED)
    page.keyboard.type("123456")
    press(page, "F2")
    place = here.bounding_box()
    assert place
    middle = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(place["x"] + place["width"] + 60, middle[1], steps=5)
    page.mouse.up()
    assert picked(page) == []
    start, end = here.evaluate("e => [e.selectionStart, e.selectionEnd]")
    assert 0 < start < 6
    assert end == 6


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_delete_clears_the_range_but_no_total_as_one_step(
    page: Page, report: Report, key: str
) -> None:
    columns = ("natural_person", "business", "research", "welfare", "legal_service", "other")
    typed(page, {RECEIVED.format(column): 2 for column in columns})
    saved(page)
    stand(page, RECEIVED.format("other"))
    press(page, "Shift+Home", key)
    expect(line(page)).to_have_text("已清除6格")
    expect(box(page, RECEIVED.format("total"))).to_have_value("")
    saved(page)
    report.refresh_from_db()
    assert report.figures[RECEIVED.format("business")] is None
    press(page, "Control+z")
    expect(box(page, RECEIVED.format("total"))).to_have_value("12")
    saved(page)
    report.refresh_from_db()
    assert report.figures[RECEIVED.format("total")] == 12


def test_delete_in_one_box_clears_it(page: Page) -> None:
    typed(page, {ISSUED: 12})
    stand(page, "documents.rules.repealed")
    press(page, "ArrowLeft", "Delete")
    expect(box(page, ISSUED)).to_have_value("")


def test_a_range_is_copied_as_lines_and_as_a_table_with_its_totals(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    columns = ("natural_person", "business", "research", "welfare", "legal_service", "other")
    typed(page, {RECEIVED.format(column): n for n, column in enumerate(columns)})
    stand(page, RECEIVED.format("legal_service"))
    press(page, "Shift+End", "Shift+ArrowDown", "Control+c")
    assert clipboard(page, "text/plain").splitlines() == ["4\t5\t15", "\t\t"]
    rows = "<tr><td>4</td><td>5</td><td>15</td></tr><tr><td></td><td></td><td></td></tr>"
    html = clipboard(page, "text/html").replace("<tbody>", "").replace("</tbody>", "")
    assert html == f"<table>{rows}</table>"


@pytest.mark.parametrize("anchor", ["business", "total"])
def test_a_range_is_copied_from_a_blank_box_or_a_total_too(page: Page, anchor: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    typed(page, {SQUARE[2]: 7})
    stand(page, RECEIVED.format(anchor))
    press(page, "Shift+ArrowDown", "Shift+Home", "Control+c")
    lines = clipboard(page, "text/plain").splitlines()
    assert [line.rstrip("\t") for line in lines] == ["", "7"]


def test_a_locked_box_is_not_cleared(page: Page) -> None:
    typed(page, {SQUARE[0]: 1, SQUARE[1]: 2})
    box(page, SQUARE[1]).evaluate("e => { e.readOnly = true }")
    stand(page, SQUARE[0])
    press(page, "Shift+ArrowRight", "Delete")
    expect(line(page)).to_have_text("已清除1格")
    expect(box(page, SQUARE[1])).to_have_value("2")


def test_a_range_is_cut(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    typed(page, {SQUARE[0]: 1, SQUARE[1]: 2, SQUARE[2]: 3})
    stand(page, SQUARE[0])
    press(page, "Shift+ArrowRight", "Shift+ArrowDown", "Control+x")
    assert clipboard(page, "text/plain").splitlines() == ["1\t2", "3\t"]
    assert [box(page, key).input_value() for key in SQUARE] == [""] * 4
    press(page, "Control+z")
    assert [box(page, key).input_value() for key in SQUARE] == ["1", "2", "3", ""]


def test_part_of_a_number_is_copied_by_the_browser_itself(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    typed(page, {ISSUED: 123})
    stand(page, ISSUED)
    press(page, "Control+c")
    assert clipboard(page, "text/html").count("<td>123</td>") == 1
    press(page, "F2", "Shift+ArrowLeft", "Control+c")
    assert clipboard(page, "text/plain") == "3"


def test_what_was_cleared_is_kept_in_the_record(page: Page, report: Report) -> None:
    typed(page, {SQUARE[0]: 1, SQUARE[1]: 2})
    saved(page)
    stand(page, SQUARE[0])
    press(page, "Shift+ArrowRight", "Delete")
    expect(page.locator("[data-save-state]")).not_to_have_text("")
    saved(page)
    cleared = report.changes.filter(key=SQUARE[0]).last()
    assert cleared is not None
    assert (cleared.before, cleared.after, cleared.source) == (1, None, Change.Source.TYPED)
