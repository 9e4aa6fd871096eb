"""In chromium: a register goes up, is read, its counts wait, are confirmed and open their cases."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from agencies.models import User
from reports.models import Report
from tests.browser.boxes import box
from tests.browser.conftest import Window
from tests.bytes_of import bytes_of
from tests.drafting.saves import figure
from tests.importing.registers import HEADINGS, ROWS, workbook

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW, LEFT = "applications.received.natural_person", "applications.carried_over.natural_person"
OTHER_WORDS = workbook([HEADINGS, *((*row[:2], "公民", *row[3:]) for row in ROWS)])


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/register/")
    return page


def upload(page: Page, data: bytes) -> None:
    file: Any = {"name": "台账.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("台账（.xlsx或.csv）").set_input_files(file)
    page.get_by_role("button", name="上传并计数").click()


def filled_in(path: Path) -> bytes:
    """The downloaded template with three applications."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    rows = [
        ("1号", "2024-3-5", "自然人", "2024-3-20", "（一）予以公开"),
        (
            "2号",
            "2024-4-5",
            "法人或其他组织 商业企业",
            "2024-4-20",
            "（三）不予公开 8.属于行政查询事项",
        ),
        ("3号", "2024-12-25", "自然人", "", ""),
    ]
    for number, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            book["登记表"].cell(number, at).value = value
    return bytes_of(book)


def test_the_template_comes_back_is_confirmed_and_opens_its_cases(
    page: Page, report: Report
) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="下载登记表模板").click()
    upload(page, filled_in(download.value.path()))
    expect(page.get_by_text("台账已计数：3件计入表中")).to_be_visible()
    page.get_by_role("link", name="填报页").click()
    expect(page.locator("[data-waiting-go]")).not_to_have_attribute("hidden", "")
    box(page, NEW).focus()
    expect(page.locator("[data-here]")).to_contain_text("待确认 2 台账（共3件）")
    page.locator('[data-take="table"]').click()
    expect(box(page, NEW)).to_have_value("2")
    expect(box(page, "applications.closed.total")).to_have_value("2")
    assert figure(report, LEFT) == 1
    box(page, LEFT).focus()
    expect(page.locator("[data-here-origin]")).to_contain_text("台账（共3件）")
    page.get_by_role("link", name="台账1件，查看编号").click()
    expect(page.get_by_role("listitem").filter(has_text="3号")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_other_words_are_asked_once_whether_scripts_run_or_not(
    window_of: Window, reporter: User, report: Report, scripts: bool
) -> None:
    page = window_of(reporter, scripts=scripts)
    page.goto(f"/reports/{report.pk}/register/")
    upload(page, OTHER_WORDS)
    expect(page.get_by_label("公民", exact=True)).to_have_value("natural_person")
    expect(page.get_by_text("没有读入的列")).to_contain_text("申请人姓名、联系电话、申请内容")
    page.get_by_role("button", name="计数，列为待确认").click()
    expect(page.get_by_text("台账已计数：5件计入表中")).to_be_visible()
    page.get_by_role("link", name="一、本年新收政府信息公开申请数量 × 自然人：4件").click()
    expect(page.get_by_role("listitem").filter(has_text="2024-003")).to_be_visible()
    page.goto(f"/reports/{report.pk}/register/")
    upload(page, OTHER_WORDS)
    expect(page.get_by_text("台账已计数：5件计入表中")).to_be_visible()


def test_rows_that_fit_no_cell_are_listed_with_why(page: Page) -> None:
    upload(page, workbook([HEADINGS, *ROWS, ("2024-8", "3月5日", "自然人")]))
    row = page.get_by_role("row").filter(has_text="2024-8")
    expect(row).to_contain_text("收到日期“3月5日”看不懂")
    expect(page.get_by_text("1件没有计入，原因见下")).to_be_visible()


@pytest.mark.tour
def test_no_page_of_it_is_wider_than_a_phone_or_hard_to_use(page: Page, report: Report) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    upload(page, OTHER_WORDS)
    expect(page.get_by_role("heading", name="核对对应关系")).to_be_visible()
    for act in ("计数，列为待确认", ""):
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        found = Axe().run(page)
        assert not found.response["violations"], found.generate_report()
        if act:
            page.get_by_role("button", name=act).click()
            expect(page.get_by_text("台账已计数")).to_be_visible()
