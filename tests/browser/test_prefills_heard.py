"""In chromium: what others decide about waiting values, and what last year is corrected to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, Role, User
from reports import drafting, workflow
from reports.models import Report
from tests.browser.boxes import box
from tests.browser.conftest import Window
from tests.drafting.openings import BUSINESS, CLOSING, NATURAL, left_over, waiting
from tests.drafting.saves import figure, fresh, save
from tests.filing import YEAR, begun, published
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LEFT = CLOSING.format("natural_person")


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)


@pytest.fixture
def report(finance: Agency, reporter: User, last_year: Report) -> Report:
    report = begun(finance)
    drafting.carry(report, reporter)
    drafting.confirm(report.pk, reporter, [waiting(report)[NATURAL].pk])
    return report


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


def opened(page: Page, report: Report, scripts: bool = True) -> Page:
    page.goto(f"/reports/{report.pk}/edit/")
    if scripts:
        expect(page.locator("[data-waiting-go]")).not_to_have_attribute("hidden", "")
    return page


def correct(last_year: Report, reporter: User, reviewer: User) -> None:
    before = fresh(last_year)
    again = workflow.advance(before, "correct", reviewer, "少计", revision=before.revision_id)
    keys = LEFT, "applications.received.natural_person"
    save(again, reporter, dict.fromkeys(keys, (12, 13)))
    published(fresh(again), reporter, reviewer)


def test_a_colleagues_decline_and_unlocking_arrive_by_themselves(
    window_of: Window, report: Report, reporter: User, colleague: User
) -> None:
    page = opened(window_of(reporter), report)
    expect(page.locator("[data-waiting]")).to_contain_text("有 5 格待确认")
    drafting.decline(report.pk, colleague, [waiting(report)[BUSINESS].pk])
    expect(page.locator("[data-waiting]")).to_contain_text("有 4 格待确认", timeout=15_000)
    drafting.unlock(report.pk, colleague, NATURAL, "上年多计一件")
    expect(box(page, NATURAL)).to_be_editable(timeout=15_000)


def test_a_correction_of_last_year_reaches_a_page_that_lies_open(
    window_of: Window, report: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    page = opened(window_of(reporter), report)
    box(page, CLOSING.format("natural_person")).hover()
    expect(box(page, LEFT)).to_have_attribute("title", "上年 12")
    correct(last_year, reporter, reviewer)
    card = page.locator("[data-overtaken]")
    expect(card).to_contain_text("更正：少计", timeout=15_000)
    expect(page.locator("[data-notice]")).to_contain_text("上年报告刚刚有变动")
    expect(box(page, NATURAL)).to_have_accessible_description("已锁定；待确认 13")
    expect(page.locator("[data-findings]")).to_contain_text("13")
    page.get_by_label("在格内显示上年数").check()
    expect(page.locator("td").filter(has=box(page, LEFT))).to_have_attribute("data-last", "13")
    card.get_by_role("link").first.click()
    expect(box(page, NATURAL)).to_be_focused()


def test_a_corrected_value_waits_beside_the_locked_one_until_somebody_decides(
    window_of: Window, report: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct(last_year, reporter, reviewer)
    page = opened(window_of(reporter), report)
    expect(box(page, NATURAL)).to_have_value("12")
    expect(box(page, NATURAL)).not_to_be_editable()
    expect(box(page, NATURAL)).to_have_accessible_description("已锁定；待确认 13")
    box(page, BUSINESS).focus()
    page.locator('[data-take="row"]').click()
    expect(page.locator("[data-waiting]")).to_contain_text("有 1 格待确认")
    assert figure(report, NATURAL) == 12
    box(page, NATURAL).focus()
    here = page.locator("[data-here]")
    expect(here).to_contain_text("待确认 13 上年报告改动后的结转数")
    expect(here).to_contain_text("确认后代替现有的 12")
    page.locator('[data-take="cell"]').click()
    expect(box(page, NATURAL)).to_have_value("13")
    expect(box(page, NATURAL)).not_to_be_editable()
    assert figure(report, NATURAL) == 13


def test_without_scripts_a_locked_value_is_replaced_only_where_it_is_ticked(
    window_of: Window, report: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct(last_year, reporter, reviewer)
    page = opened(window_of(reporter, scripts=False), report, scripts=False)
    line = page.get_by_role("listitem").filter(has_text="确认后代替现有的 12")
    expect(line.get_by_role("checkbox")).not_to_be_checked()
    expect(page.get_by_role("radio")).to_have_count(1)
    page.get_by_role("button", name="确认所选").click()
    assert (figure(report, NATURAL), figure(report, BUSINESS)) == (12, 3)
    line.get_by_role("checkbox").check()
    page.get_by_role("button", name="确认所选").click()
    expect(box(page, NATURAL)).to_have_value("13")
