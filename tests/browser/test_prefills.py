"""In chromium: last year beside the boxes, confirming what waits, unlocking what is locked."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from agencies.models import Agency, Division, Succession, User
from reports import drafting
from reports.models import Prefill, Report
from tests.browser.boxes import box, hears_nothing, saved
from tests.browser.conftest import Window
from tests.drafting.openings import BUSINESS, CLOSING, NATURAL, OPENING, left_over, waiting
from tests.drafting.saves import figure, fresh, put
from tests.filing import YEAR, begun, published
from tests.make import make_agency, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOTAL = OPENING.format("total")
LEFT = CLOSING.format("natural_person")


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)
    return begun(finance)


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    return opened(window_of(reporter), report)


def opened(page: Page, report: Report) -> Page:
    page.goto(f"/reports/{report.pk}/edit/")
    expect(page.locator("[data-waiting-go]")).not_to_have_attribute("hidden", "")
    return page


def supply(report: Report, by: User, values: dict[str, int]) -> None:
    division = Division.objects.create(agency=report.duty.agency, name="法规科")
    for key, value in values.items():
        Prefill.objects.create(
            report=report, key=key, value=value, source="division", division=division, by=by
        )


def test_what_waits_is_seen_and_heard_but_not_filled_in(page: Page, report: Report) -> None:
    expect(box(page, NATURAL)).to_have_value("")
    expect(box(page, NATURAL)).to_have_accessible_description("待确认 12")
    expect(page.get_by_text("待确认 12", exact=True)).to_be_visible()
    expect(page.locator("[data-waiting]")).to_contain_text("有 6 格待确认")
    page.locator("[data-waiting-go]").click()
    expect(box(page, NATURAL)).to_be_focused()
    expect(page.locator("[data-here]")).to_contain_text("待确认 12 上年结转带入")
    assert figure(report, NATURAL) is None


def test_enter_never_confirms(page: Page, report: Report) -> None:
    box(page, NATURAL).press("Enter")
    box(page, LEFT).fill("1")
    saved(page)
    assert figure(report, NATURAL) is None
    assert waiting(report)[NATURAL].value == 12


def test_one_is_confirmed_and_locked(page: Page, report: Report) -> None:
    box(page, NATURAL).focus()
    page.locator('[data-take="cell"]').click()
    expect(box(page, NATURAL)).to_have_value("12")
    expect(box(page, NATURAL)).to_have_attribute("readonly", "")
    expect(box(page, NATURAL)).to_have_accessible_description("已确认，已锁定")
    expect(page.locator("[data-waiting]")).to_contain_text("有 5 格待确认")
    assert figure(report, NATURAL) == 12
    assert figure(report, BUSINESS) is None


def test_a_row_is_confirmed_at_once(page: Page, report: Report) -> None:
    box(page, BUSINESS).focus()
    page.locator('[data-take="row"]').click()
    expect(box(page, TOTAL)).to_have_value("15")
    expect(page.locator("[data-waiting]")).to_be_hidden()
    expect(page.locator("[data-notice]")).to_have_text("已确认6格。")
    assert figure(report, TOTAL) == 15


def test_a_column_is_confirmed_at_once(window_of: Window, report: Report, reporter: User) -> None:
    supply(report, reporter, {"applications.received.natural_person": 5, LEFT: 2})
    page = opened(window_of(reporter), report)
    box(page, LEFT).focus()
    page.locator('[data-take="column"]').click()
    expect(box(page, NATURAL)).to_have_value("12")
    expect(box(page, "applications.received.natural_person")).to_have_value("5")
    expect(box(page, BUSINESS)).to_have_value("")
    assert figure(report, LEFT) == 2


def test_a_table_is_confirmed_at_once_and_only_that(
    window_of: Window, report: Report, reporter: User
) -> None:
    supply(report, reporter, {LEFT: 2, "documents.rules.issued": 4})
    page = opened(window_of(reporter), report)
    box(page, LEFT).focus()
    page.locator('[data-take="table"]').click()
    expect(page.locator("[data-waiting]")).to_contain_text("有 1 格待确认")
    assert (figure(report, LEFT), figure(report, TOTAL)) == (2, 15)
    assert figure(report, "documents.rules.issued") is None


def test_typing_another_value_passes_it_over_and_emptying_brings_it_back(
    page: Page, report: Report
) -> None:
    box(page, NATURAL).fill("11")
    saved(page)
    expect(page.locator("[data-here-waiting]")).to_be_hidden()
    assert NATURAL not in waiting(report)
    box(page, NATURAL).fill("")
    expect(page.locator("[data-here-waiting]")).to_be_visible()
    saved(page)
    page.locator('[data-take="cell"]').click()
    expect(box(page, NATURAL)).to_have_value("12")


def test_what_is_not_taken_is_gone(page: Page, report: Report) -> None:
    box(page, NATURAL).focus()
    page.locator("[data-take-not]").click()
    expect(page.locator("[data-waiting]")).to_contain_text("有 5 格待确认")
    expect(box(page, NATURAL)).to_have_accessible_description("")
    assert NATURAL not in waiting(report)


def test_a_locked_box_opens_with_a_reason(page: Page, report: Report, reporter: User) -> None:
    drafting.confirm(report.pk, reporter, [waiting(report)[NATURAL].pk])
    page.reload()
    box(page, NATURAL).focus()
    page.get_by_text("解锁修改").click()
    page.get_by_label("解锁原因").fill("上年多计一件")
    page.get_by_role("button", name="解锁", exact=True).click()
    expect(box(page, NATURAL)).to_be_focused()
    box(page, NATURAL).fill("11")
    saved(page)
    assert figure(report, NATURAL) == 11
    assert drafting.departures(fresh(report))[0]["reason"] == "上年多计一件"


def test_somebody_elses_value_is_shown_instead_of_what_waited(
    page: Page, report: Report, reporter: User
) -> None:
    hears_nothing(page)
    put(report, reporter, NATURAL, None, 15)
    box(page, NATURAL).focus()
    page.locator('[data-take="cell"]').click()
    expect(page.locator("[data-notice]")).to_contain_text("已由王填报填为15，没有改动")
    expect(box(page, NATURAL)).to_have_value("15")
    assert figure(report, NATURAL) == 15


def test_the_pointer_tells_last_year_and_the_difference(page: Page) -> None:
    box(page, LEFT).fill("9")
    box(page, LEFT).hover()
    expect(box(page, LEFT)).to_have_attribute("title", "上年 12，变化 −3（−25%）")
    expect(page.locator("[data-here-last]")).to_have_text("上年 12，变化 −3（−25%）")
    box(page, "documents.rules.issued").hover()
    expect(box(page, "documents.rules.issued")).to_have_attribute("title", "上年 0")


def test_last_year_in_every_box_is_asked_for_once(page: Page) -> None:
    corner = page.locator("td[data-last]", has=box(page, LEFT))
    expect(corner).to_have_count(0)
    page.get_by_label("在格内显示上年数").check()
    expect(corner).to_have_attribute("data-last", "12")
    page.reload()
    expect(corner).to_have_attribute("data-last", "12")
    expect(page.locator("form.shows-last")).to_have_count(1)


def test_a_value_says_where_it_came_from(page: Page) -> None:
    origin = page.locator("[data-here-origin]")
    box(page, LEFT).fill("9")
    expect(origin).to_have_text(re.compile(r"^来源：\d\d:\d\d 王填报录入$"))
    box(page, LEFT).fill("8")
    expect(origin).to_have_text(re.compile(r"^来源：\d\d:\d\d 王填报录入（原值 9）$"))
    box(page, NATURAL).focus()
    expect(origin).to_be_hidden()
    page.locator('[data-take="cell"]').click()
    expect(origin).to_have_text(re.compile(r"^来源：上年结转带入，\d\d:\d\d 王填报确认$"))


def test_a_divisions_value_beside_a_locked_one_is_taken_only_after_unlocking(
    page: Page, report: Report, reporter: User
) -> None:
    drafting.confirm(report.pk, reporter, [waiting(report)[NATURAL].pk])
    supply(report, reporter, {NATURAL: 14})
    opened(page, report)
    box(page, NATURAL).focus()
    here = page.locator("[data-here]")
    expect(here).to_contain_text("待确认 14")
    expect(here).to_contain_text("本格已锁定，解锁以后才能采用")
    expect(here.locator('[data-take="cell"]')).to_be_hidden()
    page.get_by_text("解锁修改").click()
    page.get_by_label("解锁原因").fill("按台账")
    page.get_by_role("button", name="解锁", exact=True).click()
    expect(here.locator('[data-take="cell"]')).to_be_visible()


@pytest.mark.tour
def test_a_screen_reader_finds_nothing_to_object_to(page: Page) -> None:
    box(page, NATURAL).focus()
    page.locator('[data-take="cell"]').click()
    expect(page.locator("[data-here-lock]")).to_be_visible()
    page.get_by_text("解锁修改").click()
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


def test_without_scripts_the_list_is_confirmed(
    window_of: Window, report: Report, reporter: User
) -> None:
    page = window_of(reporter, scripts=False)
    page.goto(f"/reports/{report.pk}/edit/")
    page.get_by_role("button", name="确认所选").click()
    expect(box(page, NATURAL)).to_have_value("12")
    page.get_by_role("radio").first.check()
    page.locator("#unlock-plain").fill("上年多计一件")
    page.get_by_role("button", name="解锁", exact=True).click()
    expect(page.get_by_role("radio")).to_have_count(5)
    assert report.prefills.get(key=NATURAL).unlock_reason == "上年多计一件"


def test_what_each_predecessor_left_stands_in_the_card(
    window_of: Window, report: Report, county: Agency
) -> None:
    new = make_agency("caishui", "某某县财税局", parent=county)
    Succession.objects.create(
        from_agency=report.duty.agency, to_agency=new, on=f"{YEAR}-03-01", kind="merge"
    )
    page = window_of(make_user("zhou", {"reporter": new}))
    page.goto(f"/reports/{begun(new).pk}/edit/")
    box(page, NATURAL).click()
    expect(page.locator("[data-here]")).to_contain_text("上年各机关：某某县财政局12")
    box(page, LEFT).click()
    expect(page.locator("[data-here-inherited]")).to_be_hidden()


def test_the_sum_of_what_predecessors_left_waits_with_each_one_s_part(
    window_of: Window, report: Report, county: Agency, education: Agency
) -> None:
    by, signer = (make_user("", {role: education}) for role in ("reporter", "reviewer"))
    published(left_over(begun(education, year=YEAR - 1), by, 3), by, signer)
    new = make_agency("caijiao", "某某县财教局", parent=county)
    for old in (report.duty.agency, education):
        Succession.objects.create(from_agency=old, to_agency=new, on=f"{YEAR}-03-01", kind="merge")
    draft = begun(new)
    page = opened(window_of(make_user("zhou", {"reporter": new})), draft)
    expect(
        page.get_by_text(
            "各机关上年结转之和列为待确认，格内已有录入或台账计数的除外，请对照台账核对。"
        )
    ).to_be_visible()
    page.locator("[data-waiting-go]").click()
    words = "待确认 15 各机关上年结转之和（某某县财政局12＋某某县教育局3＝15）"
    expect(page.locator("[data-here]")).to_contain_text(words)
    assert figure(draft, NATURAL) is None
