"""In chromium: a reviewer comments and returns, the clerk sees it in place, answers and settles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from agencies.models import Agency, User
from reports import commenting, drafting
from reports.models import Report
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.filing import ALL_SAID, begun, filled, submitted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CELL = "applications.refused_process.natural_person"
OTHER = "documents.rules.issued"
SAID = "四类过程性信息 47 件，请与台账核对。"


@pytest.fixture
def draft(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


@pytest.fixture
def opened(window_of: Window, draft: Report) -> Callable[..., Page]:
    def open_page(user: User, name: str = "edit/", *, scripts: bool = True) -> Page:
        page = window_of(user, scripts=scripts)
        page.goto(f"/reports/{draft.pk}/{name}")
        return page

    return open_page


def card(page: Page) -> Locator:
    return page.locator("#comments")


def mark(page: Page, key: str) -> Locator:
    return page.locator(f'[id="comments-at-{key}"]')


def test_a_remark_goes_from_the_paper_to_the_clerk_and_is_settled(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(draft, reporter)
    leader = opened(reviewer, "do/return/")
    leader.locator(f'[data-cell="{CELL}"]').click()
    expect(card(leader).get_by_label("批注", exact=True)).to_be_focused()
    leader.keyboard.type(SAID)
    card(leader).get_by_label("王填报").check()
    card(leader).get_by_role("button", name="发表批注").click()
    expect(mark(leader, CELL)).to_contain_text("1")
    leader.get_by_label("退回意见").fill("请按批注核对。")
    leader.get_by_role("button", name="退回修改").click()
    sent.refresh_from_db()
    assert sent.state == "draft"

    clerk = opened(reporter, "../../")
    clerk.get_by_role("link", name="属于四类过程性信息").click()
    expect(box(clerk, CELL)).to_be_focused()
    expect(clerk.locator(".card-alert", has_text="退回意见")).to_contain_text(SAID)
    thread = card(clerk).locator(".thread.is-here")
    expect(thread).to_contain_text("李审核（第1稿")
    expect(box(clerk, CELL)).to_have_accessible_description("1 条未解决的批注")
    box(clerk, CELL).fill("47")
    saved(clerk)
    thread.get_by_text("回复", exact=True).click()
    thread.get_by_label("回复").fill("台账是47件，已改。")
    thread.get_by_role("button", name="已核对").click()
    expect(card(clerk).get_by_role("link", name="已核对的批注 1 条")).to_be_visible()
    expect(mark(clerk, CELL)).to_have_count(0)
    settled = commenting.resolved_threads(Report.objects.get(pk=draft.pk))[0]
    assert (settled.thread.resolved_by, settled.once) == (reporter, "0")
    assert [one.text for one in settled.remarks] == [SAID, "台账是47件，已改。"]
    assert box(clerk, CELL).input_value() == "47"


def test_a_new_thread_goes_to_the_box_one_stands_in(
    opened: Callable[..., Page], draft: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, OTHER).focus()
    page.locator("[data-here]").get_by_role("button", name="批注").click()
    page.keyboard.type("请法规处核对。")
    card(page).get_by_role("button", name="发表批注").click()
    expect(mark(page, OTHER)).to_contain_text("1")
    expect(card(page).locator(".thread.is-here")).to_be_focused()
    assert commenting.counts(draft) == {OTHER: 1}


def test_a_comment_on_a_text_goes_to_the_paragraph_of_the_caret(
    opened: Callable[..., Page], draft: Report, reporter: User
) -> None:
    change = {"prose.1": {"was": ALL_SAID, "now": "第一段。\n第二段在这里。\n第三段。"}}
    drafting.save(draft.pk, reporter, "seed", 1, change)
    page = opened(reporter)
    box(page, "prose.1").evaluate("(area) => { area.focus(); area.setSelectionRange(8, 8); }")
    page.locator("[data-here]").get_by_role("button", name="批注").click()
    page.keyboard.type("再具体些。")
    card(page).get_by_role("button", name="发表批注").click()
    thread = card(page).locator(".thread")
    expect(thread).to_contain_text("第2段")
    thread.get_by_role("link").click()
    chosen = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert box(page, "prose.1").evaluate(chosen) == "第二段在这里。"


def test_what_is_being_written_stays_when_another_thread_is_answered(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    first = commenting.start(draft.pk, OTHER, "甲", reviewer)
    second = commenting.start(draft.pk, CELL, "乙", reviewer)
    page = opened(reporter)
    half = page.locator(f"#thread-{first.pk}")
    half.get_by_text("回复", exact=True).click()
    half.get_by_label("回复").fill("写了一半")
    page.locator(f"#thread-{second.pk}").get_by_role("button", name="已核对").click()
    expect(card(page)).to_contain_text("1 条未解决")
    expect(half.get_by_label("回复")).to_have_value("写了一半")
    expect(half.get_by_label("回复")).to_be_visible()


def test_a_remark_that_does_not_get_through_stays_in_its_box(
    opened: Callable[..., Page], draft: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, OTHER).focus()
    page.locator("[data-here]").get_by_role("button", name="批注").click()
    text = card(page).get_by_label("批注", exact=True)
    text.fill("长" * 1001)
    send = card(page).get_by_role("button", name="发表批注")
    send.click()
    expect(card(page).get_by_role("alert")).to_have_text(
        "批注不超过1000字，现在有1001字，请精简后再发表。"
    )
    text.fill("请核对。")
    page.route("**/comments/", lambda route: route.abort(), times=1)
    send.click()
    expect(card(page).get_by_role("alert")).to_contain_text("连接不上服务器")
    expect(text).to_have_value("请核对。")
    send.click()
    expect(card(page).locator(".thread")).to_contain_text("请核对。")
    assert commenting.counts(draft) == {OTHER: 1}


def test_an_answer_that_got_lost_is_not_said_twice(
    opened: Callable[..., Page], draft: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, OTHER).focus()
    page.locator("[data-here]").get_by_role("button", name="批注").click()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/comments/", lose, times=1)
    page.keyboard.type("请核对。")
    send = card(page).get_by_role("button", name="发表批注")
    send.click()
    expect(card(page).get_by_role("alert")).to_contain_text("连接不上服务器")
    send.click()
    expect(card(page).locator(".thread")).to_have_count(1)
    assert commenting.counts(draft) == {OTHER: 1}


def test_others_comments_come_to_an_open_page(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    page = opened(reporter)
    expect(card(page)).to_contain_text("写批注")
    commenting.start(draft.pk, CELL, SAID, reviewer)
    box(page, OTHER).focus()
    expect(card(page).locator(".thread")).to_contain_text(SAID, timeout=20_000)
    expect(mark(page, CELL)).to_contain_text("1")
    expect(box(page, OTHER)).to_be_focused()


def test_the_thread_of_a_box_comes_into_view_when_one_stands_in_it(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    for n in range(8):
        commenting.start(draft.pk, "prose.1", f"第{n}条", reviewer)
    commenting.start(draft.pk, CELL, SAID, reviewer)
    page = opened(reporter)
    expect(card(page).locator(".thread", has_text=SAID)).not_to_be_in_viewport()
    box(page, CELL).focus()
    expect(card(page).locator(".thread").first).to_contain_text(SAID)
    expect(card(page).locator(".thread").first).to_be_in_viewport(ratio=1)
    expect(box(page, CELL)).to_be_focused()


def test_without_scripts_a_place_is_chosen_from_the_list(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    submitted(draft, reporter)
    page = opened(reviewer, "", scripts=False)
    card(page).get_by_text("写批注").click()
    card(page).get_by_label("批注的位置").select_option(CELL)
    card(page).get_by_label("批注", exact=True).fill(SAID)
    with page.context.expect_page() as answer:
        card(page).get_by_role("button", name="发表批注").click()
    expect(card(answer.value).locator(".thread")).to_contain_text(SAID)
    with page.context.expect_page() as settled:
        card(answer.value).get_by_role("button", name="已核对").click()
    expect(settled.value.get_by_text("已标为已核对。")).to_be_visible()
    assert commenting.counts(draft) == {}


@pytest.mark.parametrize("name", ["edit/", "", "comments/"])
def test_comments_never_widen_the_page_on_a_phone(
    opened: Callable[..., Page], draft: Report, reporter: User, name: str
) -> None:
    commenting.start(draft.pk, CELL, "长" * 300 + "a" * 200, reporter)
    page = opened(reporter, name)
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".thread")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
