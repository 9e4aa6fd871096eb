"""In chromium: the papers to be signed at a desk and on a phone; the sealed scan comes back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from agencies.models import User
from reports import workflow
from reports.models import Report, SealedScan
from tests import sealed
from tests.browser.axe import wrong
from tests.browser.conftest import Window
from tests.filing import corrected, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


DRAWING = 60_000
"""Milliseconds that a first PDF may take where much else is done."""


@pytest.fixture
def public(report: Report, reporter: User, reviewer: User) -> Report:
    return published(report, reporter, reviewer)


def test_the_papers_are_sound_at_every_width(
    window_of: Window, reporter: User, reviewer: User, public: Report
) -> None:
    again = corrected(public, reporter, reviewer, "漏写一项")
    page = window_of(reporter)
    page.goto(f"/reports/{again.pk}/papers/pack/")
    expect(page.get_by_role("heading", level=1)).to_have_count(5)
    assert not wrong(page)


def test_all_papers_come_with_one_click(window_of: Window, reporter: User, public: Report) -> None:
    page = window_of(reporter)
    page.goto(f"/reports/{public.pk}/")
    with page.expect_download(timeout=DRAWING) as coming:
        page.get_by_role("link", name="下载送签材料（PDF）").click(timeout=DRAWING)
    assert coming.value.suggested_filename.startswith("送签材料（")
    assert coming.value.suggested_filename.endswith("第1稿）.pdf")


def bring(page: Page, code: str) -> None:
    """By keyboard alone, but for the file, which the browser's own dialog would ask for."""
    page.get_by_role("textbox", name="校验码").focus()
    page.keyboard.type(code)
    file: Any = {"name": "盖章.pdf", "mimeType": "application/pdf", "buffer": sealed.pdf(2)}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_sealed_scan_is_brought_and_the_office_finds_it(
    window_of: Window, reviewer: User, office: User, public: Report, scripts: bool
) -> None:
    assert public.signed is not None
    page = window_of(reviewer, scripts=scripts)
    page.goto(f"/reports/{public.pk}/sealed/")
    bring(page, "0000-0000")
    expect(page.locator(".alert-danger")).to_contain_text("没有哪一稿的校验码")
    page.get_by_role("textbox", name="校验码").fill("")
    bring(page, public.signed.check_code.lower())
    expect(page.locator(".facts")).to_contain_text("盖章.pdf")
    desk = window_of(office)
    desk.goto(f"/reports/{public.pk}/")
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="下载扫描件").click()
    assert coming.value.path().read_bytes() == sealed.pdf(2)
    assert SealedScan.objects.get().by == reviewer
    assert "sealed" in workflow.RECORDED
