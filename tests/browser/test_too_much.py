"""In chromium: a text that no server would take holds up nothing else and says why it stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from agencies.models import Agency, User
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.filing import begun

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"


def test_a_text_far_too_long_is_refused_in_words_and_all_else_is_saved(
    window_of: Window, finance: Agency, reporter: User
) -> None:
    report = begun(finance)
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, "prose.1").fill("文字" * 800_000)
    box(page, ISSUED).fill("5")
    state = page.locator("[data-save-state]")
    expect(state).to_contain_text("1处未保存 · 其余已保存")
    expect(page.get_by_text("内容超过100000字，请精简后再保存").first).to_be_visible()
    report.refresh_from_db()
    assert report.figures[ISSUED] == 5
    box(page, "prose.1").fill("精简了。")
    saved(page)
    report.refresh_from_db()
    assert report.content.text("1") == "精简了。"
