"""In chromium: a clerk fills the report in; totals, findings and saves follow the typing."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports import drafting
from reports.forms import typed_keys
from reports.models import Change, Report
from tests.browser.boxes import box, saved, typed
from tests.browser.conftest import Window
from tests.filing import begun
from tests.samples import FIXTURES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HAIDIAN = json.loads((FIXTURES / "samples" / "haidian-2024.json").read_text(encoding="utf-8"))
NATURAL = "applications.{}.natural_person"


def seed(report: Report, by: User, values: Mapping[str, object]) -> None:
    changes = {key: {"was": None, "now": value} for key, value in values.items()}
    drafting.save(report.pk, by, "seed", 1, changes)


def haidian(report: Report) -> dict[str, object]:
    return {
        key: HAIDIAN["figures"][key]
        for key in typed_keys(report.format)
        if "." in key and key in HAIDIAN["figures"]
    }


def test_every_figure_typed_is_shown_totalled_and_stored(page: Page, report: Report) -> None:
    typed(page, haidian(report))
    saved(page)
    shown = {key: box(page, key).input_value() for key in report.format.cells}
    report.refresh_from_db()
    assert shown == {key: str(value) for key, value in HAIDIAN["figures"].items()}
    assert report.content.to_json()["figures"] == HAIDIAN["figures"]


def test_a_report_of_2019_is_filled_in_on_its_own_form(
    window_of: Window, reporter: User, finance: Agency
) -> None:
    old = begun(finance, year=2019)
    page = window_of(reporter)
    page.goto(f"/reports/{old.pk}/edit/")
    other = {NATURAL.format("otherwise"): 2, NATURAL.format("received"): 3}
    typed(page, {"charges.fees.change": "-5", "procurement.central.amount": "251000", **other})
    box(page, "charges.fees.change").click()
    expect(page.locator("[data-here-kind]")).to_contain_text("减少的填负数")
    saved(page)
    old.refresh_from_db()
    figures = {key: value for key, value in old.content.figures.items() if value is not None}
    assert figures == {"charges.fees.change": -5, "procurement.central.amount": 251000, **other}


def test_a_wrong_number_is_caught_while_it_is_typed(
    page: Page, report: Report, reporter: User
) -> None:
    seed(report, reporter, haidian(report))
    page.reload()
    expect(page.locator(".finding-error")).to_have_count(0)
    box(page, NATURAL.format("carried_over")).fill("254")
    finding = page.locator(".finding-error").first
    expect(finding).to_contain_text("自然人")
    expect(finding).to_contain_text("新收3014＋上年结转423＝3437")
    expect(finding).to_contain_text("办结3182＋结转下年度254＝3436")
    expect(finding).to_contain_text("差1")
    expect(page.locator("[data-submit]")).to_contain_text("处错误")
    box(page, NATURAL.format("carried_over")).fill("255")
    expect(page.locator(".finding-error")).to_have_count(0)


def test_a_pressed_finding_lights_up_its_cells_and_brings_them_into_view(
    page: Page, report: Report, reporter: User
) -> None:
    seed(report, reporter, {**haidian(report), NATURAL.format("carried_over"): 254})
    page.reload()
    page.locator(".finding-error button[data-go]").first.click()
    expect(page.locator(".is-lit")).to_have_count(4)
    expect(box(page, NATURAL.format("carried_over"))).to_be_focused()
    expect(box(page, NATURAL.format("carried_over"))).to_be_in_viewport()
    expect(page.locator("[data-here-path]")).to_contain_text("自然人")


def test_totals_wait_for_their_last_addend(page: Page) -> None:
    review = "disputes.review.{}"
    typed(page, {review.format(name): 2 for name in ("upheld", "corrected", "other")})
    expect(box(page, review.format("total"))).to_have_value("")
    box(page, review.format("pending")).fill("１０")
    expect(box(page, review.format("total"))).to_have_value("16")
    box(page, review.format("pending")).press("Tab")
    expect(box(page, review.format("pending"))).to_have_value("10")


def test_every_box_is_named_by_its_key_and_labelled_by_row_and_column(
    page: Page, report: Report
) -> None:
    names = set(page.locator("#draft input[type=text]").evaluate_all("all => all.map(e => e.name)"))
    assert names == {*report.format.cells, *(fee.key for fee in report.format.fees)}
    cell = report.format.cells["applications.refused_process.welfare"]
    label = "，".join((*cell.row, *cell.column))
    expect(page.get_by_label(label, exact=True)).to_have_attribute("name", cell.id)


def test_keys_move_between_the_boxes(page: Page) -> None:
    received = NATURAL.format("received")
    box(page, received).fill("1")
    for key, target in (
        ("Enter", NATURAL.format("brought_forward")),
        ("ArrowDown", NATURAL.format("granted")),
        ("ArrowRight", "applications.granted.business"),
        ("ArrowUp", "applications.brought_forward.business"),
        ("Tab", "applications.brought_forward.research"),
        ("Shift+Enter", "applications.received.research"),
    ):
        page.keyboard.press(key)
        expect(box(page, target)).to_be_focused()


def test_the_caret_stays_where_it_is_while_the_page_saves(page: Page) -> None:
    area = box(page, "prose.1")
    area.fill("第一段\n第二段")
    area.evaluate("e => e.setSelectionRange(2, 2)")
    page.keyboard.type("甲")
    saved(page)
    expect(area).to_be_focused()
    assert area.evaluate("e => e.selectionStart") == 3
    assert area.input_value() == "第一甲段\n第二段"


def test_a_stored_total_that_disagrees_is_set_right_on_request(
    page: Page, report: Report, reporter: User
) -> None:
    drafting.fill_zeros(report.pk, reporter)
    changes = {"disputes.review.total": {"was": 0, "now": 5}}
    drafting.save(report.pk, reporter, "seed", 2, changes, Change.Source.IMPORTED)
    page.reload()
    expect(box(page, "disputes.review.total")).to_have_value("5")
    page.get_by_role("button", name="按合计更新").click()
    expect(box(page, "disputes.review.total")).to_have_value("0")
    expect(page.get_by_role("button", name="按合计更新")).to_have_count(0)


def test_the_fee_sentence_is_shown_whole_or_not_at_all(page: Page) -> None:
    sentence = page.locator("[data-fee-sentence]")
    box(page, "fees.notices").fill("11")
    box(page, "fees.billed").fill("15100")
    expect(sentence).to_have_text("三项填齐后自动成句。")
    box(page, "fees.received").fill("0")
    expect(sentence).to_contain_text("收费通知11件，总金额15100元，实际收取总金额0元。")


def test_a_doubt_is_explained_beside_it(page: Page, report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    page.reload()
    box(page, "fees.notices").fill("2")
    finding = page.locator(".finding-warning")
    expect(finding).to_contain_text("2件")
    finding.get_by_text("填写情况说明").click()
    finding.get_by_label("情况说明").fill("通知已撤销。")
    finding.get_by_role("button", name="保存说明").click()
    expect(finding).to_contain_text("情况说明：通知已撤销。")
    assert report.explanations.get().text == "通知已撤销。"


def test_text_from_word_arrives_clean(page: Page, report: Report) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = "　　（一）主动公开\r\n\r\n\u00a0\u00a0全年公开\t12条。\u200b\r\n"
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    box(page, "prose.1").focus()
    page.keyboard.press("Control+V")
    expect(box(page, "prose.1")).to_have_value("（一）主动公开\n全年公开 12条。\n")
    expect(page.locator('[data-outline="prose.1"] li')).to_have_text(["（一）主动公开"])
    expect(page.locator('[data-count="prose.1"]')).to_have_text("16 字")
    saved(page)
    report.refresh_from_db()
    assert report.content.text("1") == "（一）主动公开\n全年公开 12条。"


def test_the_rail_tells_how_far_each_section_is(page: Page) -> None:
    rail = page.locator("[data-rail-state]")
    expect(rail.nth(1)).to_have_text("待填 10")
    typed(page, dict.fromkeys(boxes_of(page, 2), 0))
    expect(rail.nth(1)).to_have_text("✓ 10项")
    box(page, "documents.rules.issued").fill("x")
    expect(rail.nth(1)).to_have_text("1 错")
    box(page, "prose.5").fill("写好了。")
    expect(rail.nth(4)).to_have_text("✓")


def boxes_of(page: Page, section: int) -> list[str]:
    inputs = page.locator(f"#s{section} input:not([readonly])")
    names: list[str] = inputs.evaluate_all("all => all.map(e => e.name)")
    return names


@pytest.mark.tour
def test_the_page_is_accessible(page: Page, report: Report, reporter: User) -> None:
    seed(report, reporter, {**haidian(report), NATURAL.format("carried_over"): 254})
    page.reload()
    box(page, NATURAL.format("carried_over")).focus()
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
