"""In chromium: what a field was before, given back; and two revisions side by side."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, Role, User
from reports import drafting, workflow
from reports.models import Report
from tests.browser.boxes import box, hears_nothing, saved
from tests.browser.conftest import Window
from tests.drafting.saves import fresh, put
from tests.filing import ALL_SAID, begun, filled, submitted
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "licensing.licences.decisions"
ADDEND, TOTAL = "applications.received.natural_person", "applications.received.total"
PROSE = "prose.1"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    """Filled in; then a figure and a text were changed, each an hour after the other."""
    report = filled(begun(finance), reporter)
    put(report, reporter, ADDEND, 0, 4)
    put(report, reporter, PROSE, ALL_SAID, f"收到申请12件。\n{ALL_SAID}")
    for change in report.changes.all():
        at = change.at - timedelta(hours=9 - change.version)
        report.changes.filter(pk=change.pk).update(at=at)
    return fresh(report)


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


def past(page: Page, report: Report, key: str) -> None:
    """Opens the filling page and the past of one box."""
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, key).click()
    page.locator("[data-past] summary").click()
    expect(page.locator("[data-past-list] .entry").first).to_be_visible()


def test_a_cell_gets_its_earlier_value_back_and_the_total_follows(
    window_of: Window, report: Report, reporter: User
) -> None:
    page = window_of(reporter)
    past(page, report, ADDEND)
    expect(page.locator("[data-past-list] [data-value]")).to_have_text(["4", "0", "（空）"])
    page.locator(".entry", has_text="其余补0").get_by_role("button", name="恢复").click()
    expect(box(page, ADDEND)).to_have_value("0")
    expect(box(page, TOTAL)).to_have_value("0")
    expect(page.locator("[data-past-words]")).to_be_focused()
    expect(page.locator(".entry").first).to_contain_text("恢复")
    assert fresh(report).figures[ADDEND] == 0


def test_the_list_opens_in_view_and_hears_of_what_another_has_changed(
    window_of: Window, report: Report, reporter: User, colleague: User
) -> None:
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, ADDEND).click()
    expect(page.locator("[data-here-origin]")).to_be_visible()
    page.locator("[data-past] summary").click()
    expect(page.locator("[data-past-list] .entry").last).to_be_in_viewport(ratio=0.9)
    put(report, colleague, ADDEND, 4, 5)
    expect(page.locator("[data-past-list] [data-value]")).to_have_text(
        ["5", "4", "0", "（空）"], timeout=15_000
    )


def test_a_text_gets_its_earlier_words_back(
    window_of: Window, report: Report, reporter: User
) -> None:
    page = window_of(reporter)
    past(page, report, PROSE)
    expect(page.locator("[data-past-list] ins").first).to_contain_text("收到申请12件。")
    page.locator(".entry").nth(1).get_by_role("button", name="恢复").click()
    expect(box(page, PROSE)).to_have_value(ALL_SAID)
    assert fresh(report).content.text("1") == ALL_SAID


def test_what_is_still_being_typed_is_saved_before_anything_is_restored(
    window_of: Window, report: Report, reporter: User
) -> None:
    page = window_of(reporter)
    past(page, report, ADDEND)
    box(page, ISSUED).fill("7")
    box(page, ADDEND).click()
    page.locator(".entry", has_text="其余补0").get_by_role("button", name="恢复").click()
    expect(box(page, ADDEND)).to_have_value("0")
    saved(page)
    now = fresh(report)
    assert (now.figures[ISSUED], now.figures[ADDEND]) == (7, 0)


def test_a_value_another_has_changed_is_shown_before_it_is_replaced(
    window_of: Window, report: Report, reporter: User, colleague: User
) -> None:
    page = window_of(reporter)
    past(page, report, ADDEND)
    hears_nothing(page)
    put(report, colleague, ADDEND, 4, 9)
    page.locator(".entry", has_text="其余补0").get_by_role("button", name="恢复").click()
    expect(page.locator("[data-past-words]")).to_contain_text("钱同事又作了修改")
    expect(page.locator(".entry").first).to_contain_text("9")
    assert fresh(report).figures[ADDEND] == 9
    page.locator(".entry", has_text="其余补0").get_by_role("button", name="恢复").click()
    expect(box(page, ADDEND)).to_have_value("0")


def test_the_whole_is_restored_without_scripts(
    window_of: Window, report: Report, reporter: User
) -> None:
    page = window_of(reporter, scripts=False)
    page.goto(f"/reports/{report.pk}/edit/")
    page.get_by_role("link", name="全部修改记录").click()
    page.get_by_role("link", name="恢复到此时").first.click()
    expect(page.locator(".card-act")).to_contain_text("与现在相同")
    page.goto(f"/reports/{report.pk}/past/at/2/")
    expect(page.locator(".card-act")).to_contain_text("将改动 2 处")
    page.get_by_role("button", name="确认恢复").click()
    expect(page.get_by_text("已恢复，改动2处")).to_be_visible()
    expect(box(page, ADDEND)).to_have_value("0")


@pytest.fixture
def returned(report: Report, reporter: User, reviewer: User) -> Report:
    """Sent back with a note, and changed since."""
    put(report, reporter, ADDEND, 4, 0)
    sent = submitted(fresh(report), reporter)
    workflow.advance(sent, "return", reviewer, "请核对件数", revision=sent.revision_id)
    put(sent, reporter, ISSUED, 0, 3)
    text = f"收到申请12件。\n{ALL_SAID}"
    put(sent, reporter, PROSE, text, text.replace("12", "15"))
    return fresh(sent)


@pytest.mark.parametrize("width", [1366, 360])
def test_what_changed_since_the_return_is_one_press_away(
    window_of: Window, returned: Report, reporter: User, width: int
) -> None:
    page = window_of(reporter)
    page.set_viewport_size({"width": width, "height": 768})
    page.goto(f"/reports/{returned.pk}/edit/")
    page.get_by_role("link", name="与上次退回时相比").click()
    table = page.locator(".change-table")
    expect(table.locator(".change-new")).to_have_text("3")
    expect(table.locator(".change-text")).to_contain_text("（删去：12）（加上：15）")
    page.get_by_role("link", name="全文").click()
    expect(page.locator(f'[data-cell="{ISSUED}"] ins')).to_contain_text("3")
    expect(page.locator(".change-paper")).to_contain_text(ALL_SAID)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_any_two_can_be_chosen_to_compare(
    window_of: Window, returned: Report, reporter: User, reviewer: User
) -> None:
    second = submitted(returned, reporter)
    workflow.advance(second, "return", reviewer, "再核", revision=second.revision_id)
    drafting.save(second.pk, reporter, "t", 1, {ISSUED: {"was": 3, "now": 5}})
    page = window_of(reporter)
    page.goto(f"/reports/{second.pk}/changes/")
    expect(page.locator(".change-new")).to_have_text("5")
    page.get_by_label("原稿").select_option("第1稿")
    page.get_by_label("现稿").select_option("第2稿（上次退回时）")
    page.get_by_role("button", name="比较").click()
    expect(page.locator(".change-new")).to_have_text("3")


def test_one_paragraph_gets_its_earlier_words_back(
    window_of: Window, report: Report, reporter: User
) -> None:
    put(report, reporter, PROSE, f"收到申请12件。\n{ALL_SAID}", "收到申请15件。\n努力公开。")
    page = window_of(reporter)
    past(page, report, PROSE)
    page.locator("[data-lost]:not([hidden]) summary").first.click()
    lost = page.locator("[data-lost-list] li", has_text="第1段").first
    expect(lost).to_contain_text("（加上：12）")
    lost.get_by_role("button", name="恢复本段").click()
    expect(box(page, PROSE)).to_have_value("收到申请12件。\n努力公开。")
    assert fresh(report).content.text("1") == "收到申请12件。\n努力公开。"
