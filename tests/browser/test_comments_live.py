"""In chromium: colleagues are called from a list, news come by themselves, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from agencies.models import Agency, Role, User
from reports import commenting, drafting
from reports.models import Comment, Report
from tests.browser.boxes import box
from tests.browser.conftest import Window
from tests.filing import begun, filled, submitted
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CELL = "applications.refused_process.natural_person"
OTHER = "documents.rules.issued"
SAID = "四类过程性信息 47 件，请与台账核对。"


@pytest.fixture
def draft(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


@pytest.fixture
def opened(window_of: Window, draft: Report) -> Callable[..., Page]:
    def open_page(user: User, name: str, *, scripts: bool = True) -> Page:
        page = window_of(user, scripts=scripts)
        page.goto(f"/reports/{draft.pk}/{name}")
        return page

    return open_page


def card(page: Page) -> Locator:
    return page.locator("#comments")


def writing(page: Page) -> Locator:
    """The box of a new comment, with the caret in it."""
    card(page).get_by_text("写批注").click()
    text = card(page).get_by_label("批注", exact=True)
    text.focus()
    return text


def come_back(page: Page) -> None:
    """What a browser tells a page that is looked at again."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_paragraph_just_written_can_be_commented_on(
    opened: Callable[..., Page], draft: Report, reporter: User
) -> None:
    page = opened(reporter, "edit/")
    box(page, "prose.5").fill("第一段。\n刚写的一段。")
    box(page, "prose.5").evaluate("(area) => area.setSelectionRange(7, 7)")
    page.locator("[data-here]").get_by_role("button", name="批注").click()
    page.keyboard.type("再具体些。")
    expect(card(page).get_by_label("批注的位置")).to_have_value(re.compile("#"))
    expect(card(page).get_by_label("批注", exact=True)).to_have_value("再具体些。")
    card(page).get_by_role("button", name="发表批注").click()
    expect(card(page).locator(".thread")).to_contain_text("第2段")


def test_a_thread_tells_at_once_what_has_become_of_its_place(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    said = str(draft.content.paragraphs("1")[0].id)
    commenting.start(draft.pk, f"prose.1#{said}", "再具体些。", reviewer)
    commenting.start(draft.pk, CELL, SAID, reviewer)
    page = opened(reporter, "edit/")
    box(page, "prose.1").press("Control+Home")
    page.keyboard.type("新的第一段。\n")
    expect(card(page)).to_contain_text("第2段")
    box(page, CELL).fill("47")
    expect(card(page)).to_contain_text("批注时为 0")


def test_the_first_page_leads_to_the_very_paragraph(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    change = {"prose.5": {"was": draft.content.text("5"), "now": "第一段。\n第二段在这里。"}}
    drafting.save(draft.pk, reporter, "seed", 1, change)
    draft.refresh_from_db()
    anchor = f"prose.5#{draft.content.paragraphs('5')[1].id}"
    thread = commenting.start(draft.pk, anchor, SAID, reviewer, [reporter.pk])
    page = opened(reporter, f"edit/#thread-{thread.pk}")
    expect(box(page, "prose.5")).to_be_focused()
    chosen = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert box(page, "prose.5").evaluate(chosen) == "第二段在这里。"


def test_whoever_is_asked_while_filling_in_sees_it_at_once(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    page = opened(reporter, "edit/")
    thread = commenting.start(draft.pk, CELL, SAID, reviewer, [reporter.pk])
    expect(page.locator("[data-notice]")).to_have_text("有新的批注等您回复。", timeout=20_000)
    waits = card(page).locator(".thread").get_by_text("待您回复")
    expect(waits).to_be_visible()
    card(page).get_by_text("回复", exact=True).click()
    card(page).get_by_label("回复").fill("已核对。")
    card(page).get_by_role("button", name="发表回复").click()
    expect(waits).to_be_hidden()
    assert len(Comment.objects.filter(thread=thread)) == 2


def test_on_a_phone_the_foot_of_the_window_leads_to_the_thread(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    commenting.start(draft.pk, CELL, SAID, reviewer)
    page = opened(reporter, "edit/")
    page.set_viewport_size({"width": 360, "height": 740})
    see = page.locator("[data-comment-see]")
    box(page, OTHER).focus()
    expect(see).to_be_hidden()
    box(page, CELL).focus()
    see.click()
    expect(card(page).locator(".thread.is-here")).to_be_focused()
    expect(card(page).locator(".thread.is-here")).to_be_in_viewport()


def test_what_a_colleague_says_comes_to_the_signing_page_by_itself(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    submitted(draft, reporter)
    page = opened(reviewer, "do/sign/")
    text = writing(page)
    page.keyboard.type("写了一半")
    commenting.start(draft.pk, CELL, SAID, reporter)
    expect(card(page).locator(".thread")).to_contain_text(SAID, timeout=20_000)
    expect(page.locator(f'[id="comments-at-{CELL}"]')).to_contain_text("1")
    expect(text).to_have_value("写了一半")
    expect(text).to_be_focused()


@pytest.mark.parametrize("name", ["", "do/return/"])
def test_a_page_looked_at_again_asks_at_once_and_keeps_the_place_of_the_keyboard(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User, name: str
) -> None:
    commenting.start(draft.pk, OTHER, "甲", reporter)
    submitted(draft, reporter)
    page = opened(reviewer, name)
    settle = card(page).get_by_role("button", name="已核对")
    settle.focus()
    thread = commenting.open_threads(draft)[0].thread
    commenting.reply(thread.pk, SAID, reporter)
    come_back(page)
    expect(card(page).locator(".thread")).to_contain_text(SAID)
    expect(settle).to_be_focused()


def test_news_wait_until_an_input_method_is_done(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    page = opened(reporter, "")
    text = writing(page)
    method = page.context.new_cdp_session(page)
    composed = {"text": "ceshi", "selectionStart": 5, "selectionEnd": 5}
    method.send("Input.imeSetComposition", composed)
    commenting.start(draft.pk, CELL, SAID, reviewer)
    with page.expect_response("**/comments/?*"):
        come_back(page)
    expect(text).to_have_value("ceshi")
    method.send("Input.insertText", {"text": "测试"})
    expect(card(page).locator(".thread")).to_contain_text(SAID)
    expect(text).to_have_value("测试")


def test_an_answer_half_written_stays_when_another_settles_its_thread(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    thread = commenting.start(draft.pk, CELL, SAID, reviewer)
    page = opened(reporter, "")
    card(page).get_by_text("回复", exact=True).click()
    text = card(page).get_by_label("回复")
    text.fill("台账是46件。")
    commenting.resolve(thread.pk, "", reviewer)
    come_back(page)
    expect(card(page).get_by_role("alert")).to_contain_text("已有人标为已核对")
    expect(text).to_have_value("台账是46件。")
    card(page).get_by_role("button", name="发表回复").click()
    expect(card(page).locator(".thread")).to_contain_text("王填报")
    expect(card(page)).to_contain_text("1 条未解决")
    assert commenting.counts(draft) == {CELL: 1}


@pytest.mark.tour
def test_a_colleague_is_chosen_from_the_list_by_keys(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User, colleague: User
) -> None:
    page = opened(reporter, "edit/")
    box(page, OTHER).focus()
    page.locator("[data-here]").get_by_role("button", name="批注").click()
    text = card(page).get_by_label("批注", exact=True)
    page.keyboard.type("请@")
    options = page.get_by_role("listbox", name="提醒同事").get_by_role("option")
    expect(options).to_have_text(["李审核", "钱同事"])
    expect(options.first).to_have_attribute("aria-selected", "true")
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    page.keyboard.press("ArrowDown")
    expect(text).to_have_attribute("aria-activedescendant", "comment-name-1")
    page.keyboard.press("Enter")
    page.keyboard.type("核对。")
    expect(text).to_have_value("请@钱同事 核对。")
    page.keyboard.type("@李")
    expect(options).to_have_text(["李审核"])
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(text).to_have_value("请@钱同事 核对。@李")
    card(page).get_by_role("button", name="发表批注").click()
    expect(card(page).locator(".thread")).to_contain_text("请@钱同事 核对。")
    assert [*Comment.objects.get().mentions.all()] == [colleague]


def test_a_colleague_is_chosen_with_the_mouse_in_a_reply(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User, colleague: User
) -> None:
    commenting.start(draft.pk, OTHER, "甲", reporter)
    page = opened(reporter, "")
    card(page).get_by_text("回复", exact=True).click()
    text = card(page).get_by_label("回复")
    text.focus()
    page.keyboard.type("＠")
    page.get_by_role("option", name="钱同事").click()
    expect(text).to_have_value("@钱同事 ")
    expect(text).to_be_focused()
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_leaving_with_a_comment_half_written_is_asked_about(
    opened: Callable[..., Page], draft: Report, reporter: User, reviewer: User
) -> None:
    submitted(draft, reporter)
    page = opened(reviewer, "do/return/")
    text = writing(page)
    page.keyboard.type("写了一半")
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.get_by_label("退回意见").fill("请核对。")
    with page.expect_event("dialog") as asked:
        page.get_by_role("button", name="退回修改").click(no_wait_after=True)
    assert asked.value.type == "beforeunload"
    expect(text).to_have_value("写了一半")
    draft.refresh_from_db()
    assert draft.state == "submitted"


def test_without_scripts_a_comment_takes_nothing_from_the_draft(
    opened: Callable[..., Page], draft: Report, reporter: User
) -> None:
    page = opened(reporter, "edit/", scripts=False)
    box(page, OTHER).fill("47")
    card(page).get_by_text("写批注").click()
    card(page).get_by_label("批注的位置").select_option("prose.1")
    card(page).get_by_label("批注", exact=True).fill(SAID)
    with page.context.expect_page() as answer:
        card(page).get_by_role("button", name="发表批注").click()
    expect(answer.value.get_by_text("在那里录入的内容都还在")).to_be_visible()
    expect(answer.value.locator(".thread")).to_contain_text(SAID)
    expect(box(page, OTHER)).to_have_value("47")


@pytest.mark.parametrize("scripts", [True, False])
def test_on_the_page_of_all_comments_no_other_half_written_one_is_lost(
    opened: Callable[..., Page], draft: Report, reporter: User, scripts: bool
) -> None:
    first = commenting.start(draft.pk, OTHER, "甲", reporter)
    page = opened(reporter, "comments/", scripts=scripts)
    half = page.locator(f"#answer-{first.pk}")
    page.get_by_text("回复", exact=True).click()
    half.fill("写了一半")
    page.get_by_label("批注的位置").select_option(CELL)
    page.get_by_label("批注", exact=True).fill(SAID)
    with page.context.expect_page() as answer:
        page.get_by_role("button", name="发表批注").click()
    expect(answer.value.get_by_text("批注已发表")).to_be_visible()
    expect(half).to_have_value("写了一半")
