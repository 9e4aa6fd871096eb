"""In chromium: a published report is recorded, its saved page is checked, the district reads it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from agencies.models import User
from reports.models import PortalCheck, Report
from reports.rendering import html
from tests.browser.conftest import Window
from tests.filing import published
from tests.portal.pages import ABOVE, BELOW, replaced, with_figure

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CELL = "applications.received.natural_person"
URL = "https://www.moumou.gov.cn/zfxxgk/2024.html"


@pytest.fixture
def public(report: Report, reporter: User, reviewer: User) -> Report:
    return published(report, reporter, reviewer)


@pytest.fixture
def portal_page(public: Report) -> str:
    """What the portal made of it: a number, half a label and a sentence are not what they were."""
    assert public.revision is not None
    drawn = html.draw(public.revision.content).decode()
    text = drawn.replace("<body>", f"<body>{ABOVE}").replace("</body>", f"{BELOW}</body>")
    text = with_figure(text, CELL, "99")
    text = replaced(text, "结果<br>维持", "结果")
    return replaced(text, "改进：逐月检查。", "改进：逐日检查。")


def check(page: Page, data: str) -> None:
    file: Any = {"name": "年报.html", "mimeType": "text/html", "buffer": data.encode()}
    page.get_by_label("另存的网页或其他文件").set_input_files(file)
    page.get_by_role("button", name="核对", exact=True).click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_recorded_and_its_saved_page_checked(
    window_of: Window, reviewer: User, public: Report, portal_page: str, scripts: bool
) -> None:
    page = window_of(reviewer, scripts=scripts)
    page.goto(f"/reports/{public.pk}/")
    page.get_by_role("link", name="发布登记与网页核对").click()
    page.get_by_label("网页地址").fill(URL)
    page.get_by_label("门户发布时间").fill("2025-01-20T10:30")
    page.get_by_role("button", name="保存登记").click()
    expect(page.get_by_text("发布登记已保存")).to_be_visible()
    check(page, portal_page)
    expect(page.get_by_text("已核对：3处不同")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="× 自然人")).to_contain_text("99")
    expect(page.get_by_role("row").filter(has_text="结果维持")).to_contain_text("没有")
    expect(page.locator(".portal-text ins")).to_contain_text("日")
    page.goto(f"/reports/{public.pk}/")
    card = page.get_by_role("region", name="对外发布")
    expect(card).to_contain_text("2025年1月20日 10:30")
    card.get_by_role("link", name="3处不同").click()
    expect(page.get_by_role("heading", name="网页核对结果")).to_be_visible()


def test_what_was_copied_from_the_page_is_checked_too(
    window_of: Window, reporter: User, public: Report, portal_page: str
) -> None:
    page = window_of(reporter)
    page.set_content(portal_page)
    copied = page.evaluate("document.body.innerText")
    page.goto(f"/reports/{public.pk}/portal/")
    page.get_by_label("或粘贴网页内容").fill(copied)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_text("已核对：3处不同")).to_be_visible()
    assert PortalCheck.objects.get().counts == {"figure": 1, "label": 1, "text": 1, "doubt": 0}


def test_the_district_office_reads_it_and_changes_nothing(
    window_of: Window, office: User, reporter: User, public: Report, portal_page: str
) -> None:
    clerk = window_of(reporter)
    clerk.goto(f"/reports/{public.pk}/portal/")
    check(clerk, portal_page)
    expect(clerk.get_by_text("已核对：3处不同")).to_be_visible()
    page = window_of(office)
    page.goto("/")
    page.get_by_role("link", name="网页核对：3处不同").click()
    expect(page.get_by_role("heading", name="网页核对", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="核对", exact=True)).to_have_count(0)
    page.get_by_role("listitem").get_by_role("link").click()
    expect(page.get_by_role("row").filter(has_text="× 自然人")).to_contain_text("99")


@pytest.mark.tour
def test_no_page_of_it_is_wider_than_a_phone_or_hard_to_use(
    window_of: Window, reporter: User, public: Report, portal_page: str
) -> None:
    page = window_of(reporter)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/reports/{public.pk}/portal/")
    for data in (portal_page, ""):
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        found = Axe().run(page)
        assert not found.response["violations"], found.generate_report()
        if data:
            check(page, data)
            expect(page.get_by_text("已核对")).to_be_visible()
