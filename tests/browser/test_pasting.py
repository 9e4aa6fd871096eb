"""In chromium: a pasted table is shown first, confirmed, saved as pasted and undone in one step."""

from __future__ import annotations

from typing import cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from agencies.models import User
from reports import drafting
from reports.models import Change, Prefill, Report
from tests.browser.boxes import box, hears_nothing, saved
from tests.browser.conftest import Window
from tests.browser.pasting import (
    COPY,
    FACTS,
    FIGURES,
    RECEIVED,
    REVIEW,
    UPHELD,
    confirm,
    copied,
    opened,
    paste,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    return opened(window_of(reporter), report)


def stored(report: Report, section: str = "3") -> dict[str, object]:
    report.refresh_from_db()
    figures = cast("dict[str, object]", report.content.to_json()["figures"])
    return {key: figures[key] for key in FACTS["sections"][section]}


def given(section: str) -> dict[str, object]:
    return {key: FIGURES[key] for key in FACTS["sections"][section]}


def test_a_whole_table_is_shown_confirmed_and_saved_as_pasted(page: Page, report: Report) -> None:
    dialog = paste(page, RECEIVED, copied("excel-3"))
    expect(dialog).to_contain_text("严禁处理国家秘密和工作秘密")
    expect(dialog.locator("td.is-changed").first).to_have_text(f"空 → {FIGURES[RECEIVED]}")
    assert set(stored(report).values()) == {None}
    confirm(dialog)
    saved(page)
    assert stored(report) == given("3")
    sources = {change.key: change.source for change in report.changes.all()}
    assert sources[RECEIVED] == Change.Source.PASTED
    assert sources["applications.received.total"] == Change.Source.COMPUTED


def test_the_preview_says_which_waiting_values_a_paste_puts_aside(
    page: Page, report: Report, reporter: User
) -> None:
    waits = {"key": RECEIVED, "value": 9, "source": "division", "by": reporter}
    Prefill.objects.create(report=report, **waits)
    opened(page, report)
    dialog = paste(page, RECEIVED, copied("excel-3"))
    changed = dialog.locator("td.is-changed")
    expect(changed.first).to_have_text(f"（待确认 9） → {FIGURES[RECEIVED]}")
    expect(changed.nth(1)).not_to_contain_text("待确认")
    expect(dialog).to_contain_text("其中1格原有待确认的数，确认粘贴后不再采用")


def test_nothing_changes_when_it_is_cancelled(page: Page, report: Report) -> None:
    box(page, RECEIVED).fill("7")
    saved(page)
    for leave in ("取消", "Escape"):
        dialog = paste(page, RECEIVED, copied("wps-3"))
        expect(dialog.locator("td.is-changed").first).to_have_text(f"7 → {FIGURES[RECEIVED]}")
        if leave == "Escape":
            page.keyboard.press(leave)
        else:
            dialog.get_by_role("button", name=leave).click()
        expect(dialog).to_be_hidden()
        expect(box(page, RECEIVED)).to_have_value("7")
    assert report.changes.count() == 1


def test_enter_after_pasting_confirms_nothing(page: Page) -> None:
    dialog = paste(page, RECEIVED, copied("excel-3"))
    expect(dialog).to_be_visible()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(box(page, RECEIVED)).to_have_value("")


def test_one_undo_takes_it_back_and_one_redo_does_it_again(page: Page, report: Report) -> None:
    box(page, RECEIVED).fill("7")
    saved(page)
    confirm(paste(page, RECEIVED, copied("excel-3")))
    saved(page)
    box(page, RECEIVED).focus()
    page.keyboard.press("Control+Z")
    expect(box(page, "applications.carried_over.other")).to_have_value("")
    expect(box(page, RECEIVED)).to_have_value("7")
    saved(page)
    assert stored(report) == dict.fromkeys(given("3")) | {RECEIVED: 7}
    page.keyboard.press("Control+Shift+Z")
    saved(page)
    assert stored(report) == given("3")


def wrong_total() -> str:
    return (
        copied("excel-4")
        .replace(f"{FIGURES[REVIEW]:,}", "99")
        .replace(f'"{FIGURES[REVIEW]}"', '"99"')
    )


def test_a_pasted_total_that_disagrees_stands_and_is_shown_as_a_difference(
    page: Page, report: Report
) -> None:
    dialog = paste(page, UPHELD, wrong_total())
    gap = FIGURES[REVIEW] - 99
    expect(dialog).to_contain_text("粘贴的总计与各项之和不一致")
    expect(dialog).to_contain_text(f"粘贴的是99，各项之和是{FIGURES[REVIEW]}，差{gap}")
    confirm(dialog)
    saved(page)
    expect(box(page, REVIEW)).to_have_value("99")
    expect(page.locator(".finding-error").first).to_contain_text(f"差{gap}")
    assert stored(report, "4") == given("4") | {REVIEW: 99}
    page.reload()
    expect(box(page, REVIEW)).to_have_value("99")


def test_undo_takes_back_a_total_that_stood(page: Page, report: Report) -> None:
    confirm(paste(page, UPHELD, wrong_total()))
    saved(page)
    box(page, UPHELD).focus()
    page.keyboard.press("Control+Z")
    expect(box(page, REVIEW)).to_have_value("")
    saved(page)
    assert set(stored(report, "4").values()) == {None}
    expect(page.locator("[data-conflicts]")).to_be_hidden()


def test_the_sums_are_taken_instead_on_request(page: Page, report: Report) -> None:
    dialog = paste(page, UPHELD, wrong_total())
    dialog.get_by_label("总计按各项之和填写").check()
    confirm(dialog)
    saved(page)
    assert stored(report, "4") == given("4")
    expect(page.locator(".finding-error")).to_have_count(0)


def test_a_block_without_labels_begins_at_the_focused_box(page: Page) -> None:
    dialog = paste(page, "applications.granted.research", text="1\t2\n3\t4\n")
    expect(dialog).to_contain_text("按位置对应")
    confirm(dialog)
    expect(box(page, "applications.granted.research")).to_have_value("1")
    expect(box(page, "applications.partly_granted.welfare")).to_have_value("4")


def test_what_was_copied_here_is_pasted_where_the_range_begins(page: Page) -> None:
    for name, value in (("business", 3), ("research", 4)):
        box(page, f"applications.received.{name}").fill(str(value))
    box(page, "applications.received.business").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Control+C")
    box(page, "applications.granted.welfare").focus()
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Control+V")
    confirm(page.locator("[data-paste-dialog]"))
    expect(box(page, "applications.granted.research")).to_have_value("3")
    expect(box(page, "applications.granted.welfare")).to_have_value("4")


def test_a_single_value_is_pasted_as_it_always_was(page: Page) -> None:
    dialog = paste(page, RECEIVED, text="1,234\r\n")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Tab")
    expect(box(page, RECEIVED)).to_have_value("1234")


SINGLE = {"１２件": "12", "3,014 宗": "3014", "12.00": "12", "约12": "约12"}


def test_a_single_value_is_read_like_one_of_many(page: Page, subtests: pytest.Subtests) -> None:
    for text, value in SINGLE.items():
        with subtests.test(text):
            box(page, RECEIVED).fill("7")
            box(page, RECEIVED).select_text()
            expect(paste(page, "", text=text)).to_be_hidden()
            expect(box(page, RECEIVED)).to_have_value(value)


def test_one_undo_takes_a_paste_back_but_not_what_a_colleague_has_changed_since(
    page: Page, report: Report, reporter: User
) -> None:
    confirm(paste(page, RECEIVED, copied("excel-3")))
    saved(page)
    was = FIGURES[RECEIVED]
    drafting.save(report.pk, reporter, "other", 1, {RECEIVED: {"was": was, "now": 8}})
    box(page, "documents.rules.issued").click()
    expect(box(page, RECEIVED)).to_have_value("8")
    page.keyboard.press("Control+Z")
    expect(page.locator("[data-notice]")).to_contain_text("有1格后来又有改动，没有撤销：")
    saved(page)
    assert stored(report) == dict.fromkeys(given("3")) | {RECEIVED: 8}


def test_a_whole_report_fills_all_three_tables_from_the_button(page: Page, report: Report) -> None:
    page.get_by_role("button", name="粘贴整表").click()
    expect(page.locator("#paste-here")).to_be_focused()
    page.evaluate(COPY, [copied("writer-all"), ""])
    page.keyboard.press("Control+V")
    confirm(page.locator("[data-paste-dialog]"))
    saved(page)
    assert [stored(report, section) for section in "234"] == [given(section) for section in "234"]


def test_a_paste_overwrites_nothing_that_a_colleague_has_just_saved(
    page: Page, report: Report, reporter: User
) -> None:
    dialog = paste(page, RECEIVED, copied("excel-3"))
    expect(dialog.locator("td.is-changed").first).to_contain_text("空 →")
    hears_nothing(page)
    drafting.save(report.pk, reporter, "other", 1, {RECEIVED: {"was": None, "now": 8}})
    confirm(dialog)
    expect(page.locator("[data-conflicts]")).to_contain_text("8")
    report.refresh_from_db()
    assert report.figures[RECEIVED] == 8


@pytest.mark.tour
def test_the_preview_is_accessible(page: Page) -> None:
    dialog = paste(page, UPHELD, wrong_total())
    expect(dialog).to_be_visible()
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
