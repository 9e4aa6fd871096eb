"""In chromium: pasting what is no plain table of figures, and the fees."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from agencies.models import User
from reports.models import Change, Report
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.browser.pasting import (
    CLIPBOARD,
    COPY,
    FACTS,
    FIGURES,
    RECEIVED,
    UPHELD,
    confirm,
    opened,
    paste,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FEES = {"fees.notices": "3", "fees.billed": "120.50", "fees.received": "100"}


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    return opened(window_of(reporter), report)


def fee_values(page: Page) -> dict[str, str]:
    return {key: box(page, key).input_value() for key in FEES}


def test_text_that_is_no_table_is_refused_in_a_sentence(page: Page) -> None:
    page.get_by_role("button", name="粘贴整表").click()
    expect(page.locator("#paste-here")).to_be_focused()
    page.evaluate(COPY, ["", "没有表格的一段话"])
    page.keyboard.press("Control+V")
    dialog = page.locator("[data-paste-dialog]")
    expect(dialog.get_by_role("alert")).to_contain_text("没有认出表格")
    expect(dialog.get_by_role("button", name=re.compile("确认"))).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("甲\n乙\n3", "每格占一行"),
        (f"{FACTS['form'][4]['rows'][0]['labels'][0]}\t\t", "没有数字"),
    ],
)
def test_what_cannot_be_pasted_is_told_why(page: Page, text: str, words: str) -> None:
    dialog = paste(page, RECEIVED, text=text)
    expect(dialog.get_by_role("alert")).to_contain_text(words)


def test_a_picture_of_a_table_is_refused_in_a_sentence(page: Page) -> None:
    page.evaluate(
        """async () => {
            const canvas = Object.assign(document.createElement("canvas"), { width: 4, height: 4 });
            const image = await new Promise(done => canvas.toBlob(done));
            await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
        }"""
    )
    box(page, RECEIVED).focus()
    page.keyboard.press("Control+V")
    expect(page.locator("[data-notice]")).to_contain_text("复制的是图片")


def test_a_table_of_ten_thousand_rows_is_shown_in_a_few_lines(page: Page) -> None:
    rows = (CLIPBOARD / "calc-3-whole.txt").read_text(encoding="utf-8")
    other = "\n".join(f"某行{n}\t\t\t1\t2\t3\t4\t5\t6\t7" for n in range(10_000))
    dialog = paste(page, RECEIVED, text=f"{rows}{other}")
    expect(dialog.locator("[data-paste-doubt-list] li")).to_have_count(51)
    expect(dialog).to_contain_text("等9950行：表中没有对应的行")
    confirm(dialog)
    expect(box(page, RECEIVED)).to_have_value(str(FIGURES[RECEIVED]))


def test_lines_that_are_dropped_into_the_dialog_are_read(page: Page) -> None:
    page.get_by_role("button", name="粘贴整表").click()
    lines = (CLIPBOARD / "writer-4.txt").read_text(encoding="utf-8")
    page.locator("#paste-here").fill(lines)
    confirm(page.locator("[data-paste-dialog]"))
    expect(box(page, UPHELD)).to_have_value(str(FIGURES[UPHELD]))


def test_fees_are_pasted_as_a_block_and_one_undo_takes_them_back(
    page: Page, report: Report
) -> None:
    dialog = paste(page, "fees.notices", text="3\t120.50\t100")
    expect(dialog.locator("td.is-changed").first).to_have_text("空 → 3")
    confirm(dialog)
    assert fee_values(page) == FEES
    expect(page.locator("[data-fee-sentence]")).to_contain_text("120.50元")
    saved(page)
    sources = {change.source for change in report.changes.filter(key__in=FEES)}
    assert sources == {Change.Source.PASTED}
    expect(box(page, "fees.notices")).to_be_focused()
    page.keyboard.press("Control+Z")
    assert set(fee_values(page).values()) == {""}
    page.keyboard.press("Control+Shift+Z")
    assert fee_values(page) == FEES
    saved(page)


def test_fees_typed_over_a_paste_are_taken_back_first(page: Page) -> None:
    confirm(paste(page, "fees.notices", text="3\n120.50\n100"))
    box(page, "fees.notices").click()
    page.keyboard.type("7")
    page.keyboard.press("Control+Z")
    expect(box(page, "fees.notices")).to_have_value("3")
    page.keyboard.press("Control+Z")
    assert set(fee_values(page).values()) == {""}


def test_marks_are_left_out_unless_they_are_said_to_be_zeros(page: Page) -> None:
    dialog = paste(page, RECEIVED, text="5\t-\t/\t无")
    expect(dialog).to_contain_text("有3格是“-”“/”“无”等")
    expect(dialog.get_by_role("button", name="确认粘贴1格")).to_be_visible()
    dialog.get_by_label("填0").check()
    dialog.get_by_role("button", name="确认粘贴4格").click()
    for name in ("business", "research", "welfare"):
        expect(box(page, f"applications.received.{name}")).to_have_value("0")


def test_what_is_not_taken_is_named(page: Page) -> None:
    rows = (CLIPBOARD / "calc-3-body.txt").read_text(encoding="utf-8").replace("2964", "约12")
    dialog = paste(page, RECEIVED, text=f"涉企申请\t\t\t5\t5\t5\t5\t5\t5\t30\n{rows}")
    expect(dialog).to_contain_text("第1行“涉企申请”：表中没有对应的行")
    expect(dialog).to_contain_text("第2行第4列：")
    expect(dialog).to_contain_text("约12")
    confirm(dialog)
    expect(box(page, RECEIVED)).to_have_value("")
    expect(box(page, "applications.received.business")).to_have_value("5076")
