"""In chromium: a year's zip is asked for, watched over a reload, and fetched."""

from __future__ import annotations

import hashlib

import pytest
from playwright.sync_api import expect

from agencies.models import User
from reports.models import Bundle, Report
from tests.browser.conftest import Window
from tests.bundling.work import work
from tests.filing import published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_zip_is_asked_for_watched_and_fetched(
    window_of: Window, office: User, report: Report, reporter: User, reviewer: User
) -> None:
    published(report, reporter, reviewer)
    page = window_of(office)
    page.goto("/")
    page.get_by_role("link", name="成批下载").click()
    page.get_by_label("范围").select_option("只要已发布的")
    page.get_by_role("button", name="打包").click()
    expect(page.get_by_role("status")).to_contain_text("正在生成文件：0/1份")
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("正在生成文件：0/1份")
    work(1)
    expect(page.get_by_role("status")).to_contain_text("正在打包")
    work()
    with page.expect_download() as coming:
        page.get_by_role("link", name="下载压缩包").click()
    data = coming.value.path().read_bytes()
    assert hashlib.sha256(data).hexdigest() == Bundle.objects.get().sha256
