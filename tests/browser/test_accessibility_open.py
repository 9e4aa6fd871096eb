"""In chromium: axe-core and our measures find nothing while something is open, told or refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, Role, User
from reports import commenting, drafting
from reports.models import Report
from tests.browser import states
from tests.browser.axe import wrong
from tests.browser.boxes import PULSE, hears_nothing
from tests.browser.conftest import Window
from tests.drafting.openings import left_over
from tests.filing import YEAR, begun, published, submitted
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.tour, pytest.mark.django_db(transaction=True)]

STATES = [states.menu, states.paste_asked, states.paste_shown, states.put_right]
STATES += [states.zero_report, states.signed_out, states.waiting, states.locked, states.found]
STATES += [states.selected, states.past, states.commented, states.beside, states.unsaved]
REFUSED = ".invalid-feedback, .alert-error, .problem:not([hidden])"

Opens = Callable[[Page], None]


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)
    report = begun(finance)
    commenting.start(report.pk, "prose.5", "请补充。", reviewer, [reporter.pk])
    return report


@pytest.mark.parametrize("opens", STATES, ids=lambda opens: opens.__name__)
def test_axe_finds_nothing_while_it_is_open(
    window_of: Window, reporter: User, report: Report, opens: Opens
) -> None:
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/edit/")
    opens(page)
    told = wrong(page)
    assert not told, "\n".join(told)


def test_axe_finds_nothing_while_two_values_are_chosen_between(
    window_of: Window, finance: Agency, reporter: User, report: Report
) -> None:
    page = window_of(reporter)
    with page.expect_response(PULSE):
        page.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(page)
    other = make_user("qian", {Role.REPORTER: finance}, name="钱同事")
    drafting.save(report.pk, other, "other", 1, states.THEIRS)
    states.conflict(page)
    told = wrong(page)
    assert not told, "\n".join(told)


def test_axe_finds_nothing_while_an_act_is_asked_about(
    window_of: Window, office: User, reporter: User
) -> None:
    page = window_of(office)
    page.goto(f"/accounts/people/{reporter.pk}/")
    page.get_by_role("button", name="停用账号").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    told = wrong(page)
    assert not told, "\n".join(told)


@pytest.mark.parametrize("path", ["/accounts/password/", "/accounts/people/new/"])
def test_axe_finds_nothing_in_what_was_refused(window_of: Window, office: User, path: str) -> None:
    page = window_of(office)
    page.goto(path)
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.locator("main form button[type=submit], main form .btn-primary").first.click()
    expect(page.locator(REFUSED).first).to_be_visible()
    told = wrong(page)
    assert not told, "\n".join(told)


def test_axe_finds_nothing_in_a_reviewers_page_with_all_unfolded(
    window_of: Window, finance: Agency, reporter: User, reviewer: User
) -> None:
    sent = submitted(begun(finance), reporter)
    commenting.start(sent.pk, "prose.5", "请补充。", reviewer, [reporter.pk])
    page = window_of(reviewer)
    page.goto(f"/reports/{sent.pk}/")
    page.evaluate(states.UNFOLD)
    told = wrong(page)
    assert not told, "\n".join(told)


POSTED = """() => {
  const form = document.querySelector("main form");
  const said = document.createElement("textarea");
  const figure = document.createElement("input");
  Object.assign(said, { name: "prose.5", value: "写了一个晚上的问题。" });
  Object.assign(figure, { name: "documents.rules.issued", value: "3" });
  form.append(said, figure);
  form.action = "/reports/1/edit/";
  form.submit();
}"""
"""A form of the filling page, sent by somebody who is signed out."""


def test_axe_finds_nothing_where_typed_words_are_given_back(window_of: Window) -> None:
    page = window_of(None)
    page.goto("/accounts/login/")
    page.evaluate(POSTED)
    expect(page.get_by_role("heading", name="刚才的内容没有保存")).to_be_visible()
    expect(page.get_by_label("五、存在的主要问题")).to_have_value("写了一个晚上的问题。")
    told = wrong(page)
    assert not told, "\n".join(told)
