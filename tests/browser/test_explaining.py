"""In chromium: findings part by part, explained one by one or several at once; notes lie aside."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports import drafting
from reports.models import Report
from tests.browser.axe import wrong
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.filing import TEXT, begun, filled, submitted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHY = "统计口径有调整，与上年不能直接比较。"
ISSUED = "documents.rules.issued"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    """Two doubts, in sections one and six, and a note on the fees."""
    begun_ = filled(begun(finance), reporter)
    told: dict[str, dict[str, object]] = {
        "fees.notices": {"was": 0, "now": 1},
        "fees.billed": {"was": "0", "now": "15"},
        "prose.1": {"was": TEXT["prose.1"], "now": f"{TEXT['prose.1']}请登陆网站查阅。"},
        "prose.6": {"was": "无其他事项。", "now": "无其他事项（XX）。"},
    }
    drafting.save(begun_.pk, reporter, "doubts", begun_.version, told)
    begun_.refresh_from_db()
    return begun_


@pytest.mark.parametrize("scripts", [True, False])
def test_findings_stand_under_their_part_of_the_report(
    window_of: Window, reporter: User, report: Report, scripts: bool
) -> None:
    page = window_of(reporter, scripts=scripts)
    page.goto(f"/reports/{report.pk}/edit/")
    for number, words in ((1, "登录"), (6, "占位符")):
        part = page.locator(f'[data-group="{number}"]')
        expect(part.locator("h3")).to_have_text(report.format.section(number).heading)
        expect(part.locator(".finding")).to_have_count(1)
        expect(part).to_contain_text(words)
    expect(page.locator('[data-group="2"]')).to_be_hidden()


def test_notes_lie_folded_and_are_nothing_to_do(page: Page) -> None:
    notes = page.locator('[data-group="note"]')
    expect(page.locator("[data-tally]")).to_have_text("2 疑点")
    expect(notes.locator(".finding")).to_have_count(1)
    expect(notes.locator(".finding")).to_be_hidden()
    notes.locator("summary").first.click()
    expect(notes.locator(".finding")).to_contain_text("10元的整数倍")


def test_what_and_why_are_told_on_demand(page: Page) -> None:
    notes = page.locator('[data-group="note"]')
    notes.locator("summary").first.click()
    notes.get_by_text("依据和办法").click()
    for words in ("信息处理费金额是不是10元的整数倍", "国办函〔2020〕109号", "可以不处理"):
        expect(notes.locator(".finding-why")).to_contain_text(words)


def test_several_are_explained_at_once_with_a_usual_sentence(page: Page, report: Report) -> None:
    for tick in page.locator(".explaining-tick input:visible").all():
        tick.check()
    several = page.locator("#several")
    several.get_by_label("常用说明").select_option(WHY)
    expect(several.locator("textarea")).to_have_value(WHY)
    several.get_by_role("button", name="保存说明").click()
    expect(page.get_by_text(f"情况说明：{WHY}")).to_have_count(2)
    expect(page.locator("[data-submit]")).to_have_text("送审")
    expect(page.locator(".explaining-tick input:checked")).to_have_count(0)
    assert {one.text for one in report.explanations.all()} == {WHY}


def test_without_a_tick_nothing_is_saved_and_it_says_so(page: Page, report: Report) -> None:
    page.locator("#several textarea").fill(WHY)
    page.locator("#several button").click()
    expect(page.locator("#several .problem")).to_have_text("请先勾选要说明的疑点")
    expect(page.locator("#several textarea")).to_have_value(WHY)
    assert not report.explanations.exists()


def test_several_are_explained_without_scripts(
    window_of: Window, reporter: User, report: Report
) -> None:
    page = window_of(reporter, scripts=False)
    page.goto(f"/reports/{report.pk}/edit/")
    for tick in page.locator(".explaining-tick input:visible").all():
        tick.check()
    page.locator("#several select").select_option(WHY)
    page.locator("#several button").click()
    expect(page.get_by_text(f"情况说明：{WHY}")).to_have_count(2)


def test_a_usual_sentence_is_offered_beside_one_doubt_too(page: Page, report: Report) -> None:
    doubt = page.locator('[data-group="6"] .finding')
    doubt.get_by_text("填写情况说明").click()
    doubt.get_by_label("常用说明").select_option(WHY)
    expect(doubt.locator("textarea")).to_have_value(WHY)
    doubt.get_by_role("button", name="保存说明").click()
    expect(doubt).to_contain_text(f"情况说明：{WHY}")
    assert report.explanations.count() == 1


def test_typing_leaves_what_was_found_elsewhere_untouched(page: Page) -> None:
    doubt = page.locator('[data-group="1"] .finding')
    doubt.get_by_text("填写情况说明").click()
    doubt.locator("textarea").fill("写了一半")
    page.evaluate(
        """() => { window.touched = 0; new MutationObserver((all) => { touched += all.length; })
        .observe(document.querySelector('[data-group="1"]'),
          { childList: true, subtree: true, characterData: true, attributes: true }); }"""
    )
    box(page, ISSUED).fill("3")
    saved(page)
    expect(doubt.locator("textarea")).to_have_value("写了一半")
    assert page.evaluate("touched") == 0


def test_an_explanation_that_was_not_accepted_is_asked_for_anew(
    window_of: Window, page: Page, report: Report, reporter: User, reviewer: User
) -> None:
    marks = [j.finding.fingerprint for j in drafting.judged(report) if j.blocks]
    drafting.explain(report.pk, reporter, marks, WHY)
    sent = submitted(report, reporter)
    signing = window_of(reviewer)
    signing.goto(f"/reports/{report.pk}/do/return/")
    signing.get_by_label("登陆网站").check()
    signing.get_by_label("退回意见").fill("请写具体")
    signing.get_by_role("button", name="退回修改").click()
    assert sent.explanations.filter(reopened=True).count() == 1
    page.reload()
    expect(page.locator('[data-group="1"]')).to_contain_text(f"须重新说明，原说明：{WHY}")
    expect(page.locator("[data-submit]")).to_have_text("送审（1 处疑点待说明）")


@pytest.mark.tour
def test_axe_finds_nothing_where_doubts_are_explained(
    window_of: Window, page: Page, report: Report, reporter: User, reviewer: User
) -> None:
    unfold = "for (const one of document.querySelectorAll('main details')) one.open = true"
    told = []
    page.evaluate(unfold)
    told += wrong(page)
    page.goto(f"/reports/{report.pk}/submit/")
    told += wrong(page)
    marks = [j.finding.fingerprint for j in drafting.judged(report) if j.blocks]
    drafting.explain(report.pk, reporter, marks, WHY)
    submitted(report, reporter)
    signing = window_of(reviewer)
    for act in ("sign", "return"):
        signing.goto(f"/reports/{report.pk}/do/{act}/")
        signing.evaluate(unfold)
        told += wrong(signing)
    assert not told, "\n".join(told)


def test_one_doubt_alone_is_not_asked_to_be_ticked(page: Page) -> None:
    expect(page.locator("#several")).to_be_visible()
    box(page, "prose.6").fill("无其他事项。")
    saved(page)
    expect(page.locator("#several")).to_be_hidden()
    expect(page.locator(".explaining-tick input:visible")).to_have_count(0)
    expect(page.locator('[data-group="1"]').get_by_text("填写情况说明")).to_be_visible()
