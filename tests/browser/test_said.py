"""In chromium: numbers in the text that speak of cells, held against them while one types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from agencies.models import Agency, User
from reports.models import Report
from tests.browser.axe import DESK, PHONE, wrong
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.filing import begun, filled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ONE = "prose.1"
NEW, NEW_TOTAL = "applications.received.natural_person", "applications.received.total"
TEXT = "（二）依申请公开。全年新收政府信息公开申请12件，予以公开十件。"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    opened = window_of(reporter)
    opened.goto(f"/reports/{report.pk}/edit/")
    expect(opened.locator(".said-layer").first).to_be_attached()
    box(opened, ONE).fill(TEXT)
    expect(mark(opened, "12")).to_have_class("said-disagrees")
    return opened


def mark(page: Page, words: str) -> Locator:
    return page.locator(".said-text span", has_text=words)


def press(page: Page, words: str, *, times: int = 1) -> None:
    """Clicks on a number in the text, whose line lies over it and takes no clicks."""
    place = mark(page, words).bounding_box()
    assert place
    page.mouse.click(
        place["x"] + place["width"] / 2, place["y"] + place["height"] / 2, click_count=times
    )


def entry(page: Page, words: str) -> Locator:
    page.locator(".said-fold:visible").evaluate("fold => { fold.open = true; }")
    return page.locator(".said-one", has_text=words)


def caught(page: Page) -> str:
    words: str = page.evaluate(
        "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))"
        "(document.activeElement)"
    )
    return words


def test_the_line_under_a_number_follows_its_cell_key_by_key(page: Page) -> None:
    page.route("**/said/", lambda route: route.abort())
    box(page, NEW).fill("1")
    expect(mark(page, "12")).to_have_class("said-disagrees")
    box(page, NEW).fill("12")
    expect(mark(page, "12")).to_have_class("said-agrees")
    expect(box(page, NEW_TOTAL)).to_have_class(re.compile(r"\bis-said\b(?!-wrong)"))


def test_the_line_follows_the_text_too(page: Page) -> None:
    box(page, NEW).fill("15")
    box(page, ONE).fill(TEXT.replace("12", "15"))
    expect(mark(page, "15")).to_have_class("said-agrees")
    expect(mark(page, "十")).to_have_class("said-disagrees")


def test_a_line_stays_under_its_number_while_words_are_put_before_it(page: Page) -> None:
    page.route("**/said/", lambda route: route.abort())
    before = mark(page, "十").bounding_box()
    box(page, ONE).press("Control+Home")
    page.keyboard.type("概况：")
    expect(mark(page, "十")).to_have_count(1)
    after = mark(page, "十").bounding_box()
    assert before
    assert after
    assert after["x"] > before["x"] + 20


def test_a_line_stays_under_its_number_while_pinyin_is_composed_before_it(page: Page) -> None:
    before = mark(page, "十").bounding_box()
    box(page, ONE).press("Control+Home")
    composed = {"text": "gaikuang", "selectionStart": 8, "selectionEnd": 8}
    page.context.new_cdp_session(page).send("Input.imeSetComposition", composed)
    page.wait_for_function(MOVED, arg=[before and before["x"] + 20])
    expect(mark(page, "十")).to_have_class("said-disagrees")


MOVED = """([x]) => [...document.querySelectorAll(".said-text span")].some(
  (e) => e.textContent === "十" && e.getBoundingClientRect().x > x)"""


def test_a_text_that_is_too_long_to_be_saved_is_not_asked_about(page: Page) -> None:
    sizes: list[int] = []

    def heard(request: Request) -> None:
        if request.url.endswith("/said/"):
            sizes.append(len(request.post_data or ""))

    page.on("request", heard)
    box(page, ONE).fill(TEXT + "长" * 100_000)
    box(page, "prose.5").fill("公开申请办结9件。")
    expect(mark(page, "9")).to_have_class("said-disagrees")
    assert sizes
    assert max(sizes) < 1000


@pytest.mark.parametrize("width", [1366, 683, 360])
def test_the_lines_lie_where_the_words_are(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    box(page, ONE).fill(TEXT * 9)
    expect(mark(page, "12")).to_have_count(9)
    drawn, written = box(page, ONE).evaluate(TALL)
    assert drawn == written > 150
    marks = mark(page, "12").evaluate_all("all => all.map((e) => e.getBoundingClientRect().right)")
    assert max(marks) < width


TALL = """({ previousElementSibling: { firstChild }, scrollHeight }) => [
  firstChild.offsetHeight - 2, scrollHeight]"""
"""How tall both texts are."""


def test_a_click_on_a_number_lights_its_cells_and_a_double_one_selects_it(page: Page) -> None:
    press(page, "12", times=2)
    page.wait_for_timeout(400)
    assert caught(page) == "12"
    page.keyboard.press("ArrowRight")
    press(page, "12")
    expect(box(page, NEW_TOTAL)).to_be_focused()
    expect(box(page, NEW_TOTAL)).to_have_class("figure-box is-said is-said-wrong is-lit")


def test_f8_goes_from_a_number_to_its_cell_and_back(page: Page) -> None:
    box(page, ONE).press("Control+End")
    page.keyboard.press("F8")
    expect(box(page, "applications.granted.total")).to_be_focused()
    expect(box(page, "applications.granted.total")).to_have_accessible_description(
        "正文说到本格，按F8到正文"
    )
    page.keyboard.press("F8")
    expect(box(page, ONE)).to_be_focused()
    assert caught(page) == "十"


def test_the_box_one_stands_in_leads_to_the_sentence(page: Page) -> None:
    box(page, NEW_TOTAL).focus()
    page.locator(".here-said").get_by_role("button", name="新收政府信息公开申请12件").click()
    expect(box(page, ONE)).to_be_focused()
    assert caught(page) == "12"
    box(page, NEW).focus()
    expect(page.locator(".here-said")).to_be_hidden()


def test_the_list_below_the_text_leads_to_the_cells(page: Page) -> None:
    expect(entry(page, "新收")).to_contain_text("与表不一致，表中")
    entry(page, "新收").get_by_role("button", name="新收").press("Enter")
    expect(box(page, NEW_TOTAL)).to_be_focused()


def test_the_number_is_put_as_the_table_has_it_and_undo_takes_it_back(
    page: Page, report: Report
) -> None:
    box(page, "applications.granted.business").fill("12")
    entry(page, "予以公开").get_by_role("button", name="按表更新").click()
    expect(box(page, ONE)).to_have_value(TEXT.replace("十", "十二"))
    expect(page.locator(".said-told:not(:empty)")).to_contain_text("把“十”更新为“十二”")
    expect(mark(page, "十二")).to_have_class("said-agrees")
    saved(page)
    report.refresh_from_db()
    assert "予以公开十二件" in report.content.text("1")
    page.keyboard.press("Control+z")
    expect(box(page, ONE)).to_have_value(TEXT)


def test_nothing_is_put_while_the_server_cannot_be_reached(page: Page) -> None:
    saved(page)
    page.route("**/said/", lambda route: route.abort())
    entry(page, "新收").get_by_role("button", name="按表更新").click()
    expect(page.locator(".said-told:not(:empty)")).to_contain_text("没有更新")
    expect(box(page, ONE)).to_have_value(TEXT)


def test_the_findings_offer_the_sentence_and_the_tables_number(page: Page) -> None:
    finding = page.locator('[data-code="said-balance"]')
    finding.get_by_role("button", name="看正文").click()
    assert caught(page) == "12"
    finding.get_by_role("button", name="按表更新").click()
    expect(box(page, ONE)).to_have_value(TEXT.replace("12", "0"))
    expect(finding).to_have_count(0)


def test_a_contrast_theme_leaves_the_lines(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    style = "(e) => getComputedStyle(e).borderBottomStyle"
    assert mark(page, "12").evaluate(style) == "double"
    box(page, NEW).fill("12")
    expect(mark(page, "12")).to_have_class("said-agrees")
    assert mark(page, "12").evaluate(style) == "solid"
    wrong_total = box(page, "applications.granted.total")
    line = wrong_total.evaluate("(e) => getComputedStyle(e).textDecoration")
    assert "underline double" in line


@pytest.mark.tour
def test_axe_finds_nothing_where_text_and_table_differ(page: Page) -> None:
    entry(page, "新收")
    box(page, NEW_TOTAL).focus()
    assert wrong(page, DESK, PHONE) == []


def test_on_the_reading_page_a_number_leads_to_its_cells(page: Page, report: Report) -> None:
    saved(page)
    page.goto(f"/reports/{report.pk}/")
    number = page.get_by_role("link", name="12", exact=True)
    number.click()
    expect(page.locator(f'[data-cell="{NEW_TOTAL}"]')).to_have_class(re.compile("lit"))
    expect(page.locator("[data-comment-new] textarea")).not_to_be_focused()
    expect(number).to_have_accessible_description(re.compile("与表不一致，表中.*是0件"))
    assert wrong(page, DESK, PHONE) == []
