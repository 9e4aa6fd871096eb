"""In chromium: a division's sheet comes back, waits, is confirmed and says where it came from."""

from __future__ import annotations

import io
from pathlib import Path
from unicodedata import normalize

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from agencies.models import Agency, Division, User
from reports import dividing
from reports.formats import collecting
from reports.models import Report
from tests.browser.boxes import box
from tests.browser.conftest import Window
from tests.bytes_of import bytes_of
from tests.drafting.saves import figure

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECEIVED = "applications.received.natural_person"
BASIS = "按收件登记簿计"


@pytest.fixture
def division(finance: Agency, reporter: User, report: Report) -> Division:
    made = dividing.add(finance, reporter, "受理科", "王五")
    dividing.assign(finance, reporter, "section.3", made)
    return made


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report, division: Division) -> Page:
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/divisions/")
    return page


def filled_in(path: Path, values: dict[str, object]) -> bytes:
    """The downloaded sheet after the division had it."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    for sheet in book:
        for (first,) in sheet.iter_rows(max_col=1):
            mark, row = str(first.value or ""), first.row or 0
            if mark in values:
                sheet.cell(row, 3).value = values[mark]  # type: ignore[assignment]
            for column, id_ in collecting.places(mark).items():
                if id_ in values:
                    sheet.cell(row, column).value = values[id_]  # type: ignore[assignment]
    return bytes_of(book)


def test_a_sheet_is_uploaded_waits_and_is_confirmed_with_its_source(
    page: Page, report: Report
) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="下载采集表").click()
    told = {RECEIVED: 12, "provided_by": "王五", "basis": BASIS}
    data = filled_in(download.value.path(), told)
    page.get_by_text("收回采集表", exact=True).click()
    sheet = {"name": "采集表.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("填好的采集表").set_input_files(sheet)  # type: ignore[arg-type]
    page.get_by_role("button", name="收回，列为待确认").click()
    expect(page.get_by_text("收到1项，已列为待确认")).to_be_visible()
    page.get_by_role("link", name="待确认1项").click()

    rail = page.locator(".rail-shares")
    expect(rail).to_contain_text("受理科 还缺143项")
    expect(box(page, RECEIVED)).to_have_value("")
    expect(page.locator("[data-waiting-go]")).not_to_have_attribute("hidden", "")
    box(page, RECEIVED).focus()
    here = page.locator("[data-here]")
    expect(here).to_contain_text(f"待确认 12 受理科王五报送（口径：{BASIS}）")
    assert figure(report, RECEIVED) is None
    page.locator('[data-take="cell"]').click()
    expect(box(page, RECEIVED)).to_have_value("12")
    box(page, "applications.received.business").fill("3")
    expect(rail).to_contain_text("受理科 还缺142项")
    box(page, RECEIVED).focus()
    expect(here.locator("[data-here-origin]")).to_contain_text(f"受理科王五报送（口径：{BASIS}）")
    assert figure(report, RECEIVED) == 12


def test_the_rail_tells_what_is_still_owed_while_one_fills_in(
    page: Page, report: Report, finance: Agency, reporter: User
) -> None:
    rules = dividing.add(finance, reporter, "法规科")
    dividing.assign(finance, reporter, "row.licensing.licences", rules)
    dividing.assign(finance, reporter, "section.1", rules)
    key = "licensing.licences.decisions"
    dividing.deliver(report.pk, reporter, rules, {key: 31})
    page.goto(f"/reports/{report.pk}/edit/")
    rail = page.locator(".rail-shares")
    expect(rail).to_contain_text("法规科 还缺1项")
    box(page, "prose.1").fill("做好公开工作。")
    expect(rail).to_contain_text("法规科 待确认1项")
    box(page, key).fill("31")
    expect(rail).to_contain_text("法规科 已齐")
    box(page, key).fill("")
    expect(rail).to_contain_text("法规科 待确认1项")
    box(page, "prose.1").fill(" ")
    expect(rail).to_contain_text("法规科 还缺1项")


def test_a_sheet_is_pasted_and_what_could_not_be_taken_stays_in_the_box(page: Page) -> None:
    page.get_by_text("收回采集表", exact=True).click()
    page.get_by_label("或粘贴采集表内容").fill(f"3={RECEIVED}\t新收\t7")
    page.get_by_label("口径说明").fill("按" * 501)
    page.get_by_role("button", name="收回，列为待确认").click()
    expect(page.locator("main .alert-error")).to_contain_text("“口径说明”有501字，不能超过500字")
    expect(page.get_by_label("或粘贴采集表内容")).to_have_value(f"3={RECEIVED}\t新收\t7")
    page.get_by_label("口径说明").fill(BASIS)
    page.get_by_role("button", name="收回，列为待确认").click()
    expect(page.get_by_text("收到1项，已列为待确认")).to_be_visible()


def test_a_sheet_of_two_tables_prints_on_one_page(
    page: Page, report: Report, division: Division, finance: Agency, reporter: User
) -> None:
    dividing.assign(finance, reporter, "section.4", division)
    page.goto(f"/reports/{report.pk}/divisions/{division.pk}/sheet.html")
    pages = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(pages) == 1
    # Some faces name a radical instead of the character that looks like it.
    words = normalize("NFKC", pages[0].extract_text())
    assert "处室负责人" in words


@pytest.mark.tour
@pytest.mark.parametrize("name", ["", "{division}/sheet.html"])
def test_no_page_is_wider_than_a_phone_or_hard_to_use(
    page: Page, report: Report, division: Division, name: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/reports/{report.pk}/divisions/{name.format(division=division.pk)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


@pytest.mark.tour
def test_adding_or_ending_a_division_keeps_what_was_chosen_beside_it(
    page: Page, finance: Agency, division: Division
) -> None:
    page.goto(f"/agencies/{finance.slug}/divisions/")
    page.get_by_label("一、总体情况").select_option(label="受理科")
    page.get_by_label("处室名称").fill("法规科")
    page.get_by_label("处室名称").press("Enter")
    expect(page.get_by_text("已添加“法规科”")).to_be_visible()
    expect(page.get_by_label("一、总体情况")).to_have_value(str(division.pk))
    page.get_by_label("五、存在的主要问题及改进情况").select_option(label="受理科")
    page.get_by_role("button", name="停用法规科").click()
    page.get_by_role("dialog").get_by_role("button", name="停用").click()
    expect(page.get_by_text("已停用“法规科”")).to_be_visible()
    expect(page.get_by_label("五、存在的主要问题及改进情况")).to_have_value(str(division.pk))
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("scripts", [True, False])
def test_taking_in_one_sheet_keeps_what_is_half_written_for_another_division(
    window_of: Window,
    report: Report,
    division: Division,
    finance: Agency,
    reporter: User,
    scripts: bool,
) -> None:
    rules = dividing.add(finance, reporter, "法规科")
    dividing.assign(finance, reporter, "section.1", rules)
    page = window_of(reporter, scripts=scripts)
    page.goto(f"/reports/{report.pk}/divisions/")
    half, other = page.locator(f"#division-{rules.pk}"), page.locator(f"#division-{division.pk}")
    half.get_by_text("收回采集表", exact=True).click()
    half.get_by_label("口径说明").fill("写了一半")
    other.get_by_text("收回采集表", exact=True).click()
    other.get_by_label("或粘贴采集表内容").fill(f"3={RECEIVED}\t新收\t7")
    with page.context.expect_page() as answer:
        other.get_by_role("button", name="收回，列为待确认").click()
    expect(answer.value.get_by_text("收到1项，已列为待确认")).to_be_visible()
    expect(half.get_by_label("口径说明")).to_have_value("写了一半")
