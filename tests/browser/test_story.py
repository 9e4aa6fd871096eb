"""The whole way in chromium: filled in, caught, returned, mended, signed, published, read back.

The figures are those that Haidian published for 2024; the words are our own.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports import roster
from reports.models import Report, SignoffStep
from tests.browser.boxes import box, saved, typed
from tests.browser.conftest import Window
from tests.make import PASSWORD
from tests.processes import Crew
from tests.read_back import from_docx, from_pdf, in_order
from tests.samples import FIXTURES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIGURES = json.loads((FIXTURES / "samples" / "haidian-2024.json").read_text("utf-8"))["figures"]
WRONG = "applications.carried_over.natural_person"
WORDS = {
    "prose.preamble": "根据《中华人民共和国政府信息公开条例》第五十条，编制本报告。",
    "prose.1": "（一）主动公开\n全年及时公开各类政府信息，发布前逐级审核。\n（二）依申请公开\n"
    "逐件登记，按时答复。\n（三）平台和监督\n更新网站，加强培训。",
    "prose.5": "公开内容的针对性有待提高，将加强业务培训。",
    "prose.6": "本机关网站可查阅并下载本报告。",
}
FEES = {"fees.notices": "11", "fees.billed": "15100", "fees.received": "10100"}
MENDED = "公开内容的针对性有待提高。下一步将逐季开展业务培训。"
RETURN = "请把改进措施写具体。"


@pytest.fixture
def report(county: Agency, reviewer: User, finance: Agency) -> Report:
    """A draft of a bureau with two steps of signing, in a district open to the public."""
    SignoffStep.objects.create(agency=finance, number=1, post="分管领导", signer=reviewer)
    SignoffStep.objects.create(agency=finance, number=2, post="主要负责人")
    campaign = roster.open_campaign(county, 2024, is_public=True)
    return roster.assign(campaign, finance).report


def signs_in(page: Page, user: User) -> None:
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def fills_in(page: Page, report: Report) -> None:
    page.goto("/")
    page.get_by_role("link", name="填报：").click()
    cells = report.format.cells
    typed(page, WORDS | FEES)
    typed(page, {key: FIGURES[key] for key, cell in cells.items() if not cell.computed})


def is_caught_with_a_wrong_number(page: Page) -> None:
    box(page, WRONG).fill("254")
    saying = page.locator("[data-findings]").get_by_text("办结3182＋结转下年度254＝3436")
    expect(saying).to_be_visible()
    expect(page.get_by_role("link", name="送审")).to_have_attribute("aria-disabled", "true")
    saved(page)


def sends(page: Page) -> None:
    page.get_by_role("link", name="送审").click()
    page.fill("[name=secrecy_by]", "李审核")
    page.get_by_role("button", name="送审").click()
    expect(page.locator(".read-bar .badge")).to_have_text("审签中")


def returns(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="审签：").click()
    page.get_by_role("link", name="退回修改").click()
    page.fill("[name=note]", RETURN)
    page.get_by_role("button", name="退回修改").click()
    expect(page.locator(".read-bar .badge")).to_have_text("草稿")


def mends(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="填报：").click()
    expect(page.get_by_text(RETURN)).to_be_visible()
    box(page, "prose.5").fill(MENDED)
    saved(page)


def signs_online(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="审签：").click()
    expect(page.locator("del").filter(has_text="，将加强")).to_be_visible()
    expect(page.locator("ins").filter(has_text="。下一步将逐季开展")).to_be_visible()
    page.locator(".read-bar").get_by_role("link", name="审签").click()
    page.get_by_role("button", name="审签", exact=True).click()


def records_the_paper_signature(page: Page, report: Report, scan: Path) -> None:
    page.goto(f"/reports/{report.pk}/do/sign/")
    page.fill("[name=post]", "局长")
    page.fill("[name=name]", "郑局长")
    page.fill("[name=signed_on]", str(timezone.localdate()))
    page.set_input_files("[name=scan]", scan)
    page.get_by_role("button", name="代录审签").click()
    expect(page.locator(".read-bar .badge")).to_have_text("已签发")


def publishes(page: Page, report: Report) -> None:
    page.goto(f"/reports/{report.pk}/")
    for label in ("下载Word", "下载PDF"):
        expect(page.get_by_role("link", name=label)).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="发布").click()
    page.get_by_role("dialog").get_by_role("button", name="发布").click()
    expect(page.locator(".read-bar .badge")).to_have_text("已发布")


def downloaded(page: Page, report: Report, kind: str) -> bytes:
    """As anybody downloads it from the public page."""
    answer = page.request.get(f"/open/{report.duty.agency.slug}/2024/{kind}")
    assert answer.ok
    return answer.body()


@pytest.fixture
def people(window_of: Window, reporter: User, reviewer: User, outsider: User) -> list[Page]:
    """The windows of a clerk, of a leader and of somebody else, who then signs out."""
    clerk, leader, anybody = (window_of(user) for user in (reporter, reviewer, outsider))
    anybody.context.clear_cookies()
    signs_in(clerk, reporter)
    return [clerk, leader, anybody]


def test_a_report_goes_all_the_way_and_says_exactly_what_was_typed(
    workers: Crew, people: list[Page], report: Report, tmp_path: Path
) -> None:
    clerk, leader, anybody = people
    scan = tmp_path / "签批页.pdf"
    scan.write_bytes(b"%PDF-1.4 signed on paper")

    fills_in(clerk, report)
    is_caught_with_a_wrong_number(clerk)
    box(clerk, WRONG).fill("255")
    saved(clerk)
    sends(clerk)
    returns(leader)
    mends(clerk)
    sends(clerk)
    signs_online(leader)
    records_the_paper_signature(clerk, report, scan)
    publishes(leader, report)

    word, pdf = (downloaded(anybody, report, kind) for kind in ("docx", "pdf"))
    assert from_docx(report.format, word) == {key: str(value) for key, value in FIGURES.items()}
    assert from_pdf(pdf) == in_order(report.format, FIGURES)
    assert len(FIGURES) == 200
