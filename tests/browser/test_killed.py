"""In chromium: the server is killed in the middle of typing; everything arrives all the same."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from agencies.models import User
from reports.models import Report
from tests.browser.boxes import box, saved
from tests.browser.conftest import sign_in
from tests.processes import Crew, Started, until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BEFORE = "政府信息公开工作年度报告的总体情况如下，" * 3
AFTER = "服务器停了之后接着写的话。"
A_RESTART = 60_000
"""Milliseconds in which a slow machine has a server up again and the page has tried once more."""
AT_MOST = 2.0
"""Seconds from a keystroke until the server has it."""

KEPT = """() => Object.keys(localStorage).filter((name) => name.startsWith("nianbao:unsent"))
    .map((name) => JSON.parse(localStorage.getItem(name)).unsent["prose.1"].now)"""


@pytest.fixture
def port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@pytest.fixture
def page(chromium: Browser, port: int, reporter: User) -> Iterator[Page]:
    """Signed in at a server that the test starts and kills."""
    url = f"http://127.0.0.1:{port}"
    context = chromium.new_context(base_url=url, viewport={"width": 1366, "height": 768})
    sign_in(context, url, reporter)
    yield context.new_page()
    context.close()


def serve(crew: Crew, port: int) -> Started:
    """The web server of `manage.py serve`, by itself."""
    web = ["-m", "gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
    served = crew.start(*web, "--bind", f"127.0.0.1:{port}")
    until(lambda: answers(port))
    return served


def answers(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def text(report: Report) -> str:
    report.refresh_from_db()
    return report.content.text("1")


def keystrokes(page: Page, words: str) -> list[float]:
    """Types one character after another; when each was typed."""
    at = []
    for character in words:
        page.keyboard.insert_text(character)
        at.append(time.monotonic())
        page.wait_for_timeout(70)
    return at


def test_a_server_killed_in_the_middle_of_typing_loses_no_keystroke(
    crew: Crew, page: Page, port: int, report: Report
) -> None:
    assert crew.start("manage.py", "collectstatic", "--no-input").process.wait(60) == 0
    served = serve(crew, port)
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, "prose.1").focus()
    at = keystrokes(page, BEFORE)
    killed = time.monotonic()
    served.kill()
    old = sum(one < killed - AT_MOST for one in at)
    assert old > len(BEFORE) / 4
    there = text(report)
    assert BEFORE.startswith(there)
    assert len(there) >= old

    keystrokes(page, AFTER)
    expect(page.locator("[data-save-state]")).to_contain_text("连接不上服务器")
    assert page.evaluate(KEPT) == [BEFORE + AFTER]
    assert text(report) == there

    serve(crew, port)
    saved(page, patience=A_RESTART)
    assert text(report) == BEFORE + AFTER
    assert page.evaluate(KEPT) == []
    texts = [change.after for change in report.changes.filter(key="prose.1")]
    assert len(texts) == len(set(texts))


def test_a_page_closed_while_the_server_is_down_hands_over_to_the_next(
    crew: Crew, page: Page, port: int, report: Report
) -> None:
    assert crew.start("manage.py", "collectstatic", "--no-input").process.wait(60) == 0
    served = serve(crew, port)
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, "prose.1").focus()
    keystrokes(page, BEFORE[:10])
    served.kill()
    keystrokes(page, AFTER)
    context = page.context
    page.close(run_before_unload=False)
    serve(crew, port)
    again = context.new_page()
    again.goto(f"/reports/{report.pk}/edit/")
    expect(again.locator("[data-kept]")).to_contain_text("1处")
    expect(box(again, "prose.1")).to_have_value(BEFORE[:10] + AFTER)
    saved(again, patience=A_RESTART)
    assert text(report) == BEFORE[:10] + AFTER
    assert again.locator(".conflict").count() == 0
