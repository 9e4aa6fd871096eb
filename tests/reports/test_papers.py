"""校验情况表 and 情况说明表: as a page and as PDF, of a draft and of every revision."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.local.keeping import Wish, change
from reports.models import Report, SettingKind
from tests.filing import TEXT, begun, filled, submitted

WHY = "票据尚未核完。"
WRONG = f"{TEXT['prose.1']}请登陆网站查阅。"


@pytest.fixture
def doubted(finance: Agency, reporter: User) -> Report:
    report = filled(begun(finance), reporter)
    told: dict[str, dict[str, object]] = {
        "fees.billed": {"was": "0", "now": "15"},
        "fees.notices": {"was": 0, "now": 1},
        "prose.1": {"was": TEXT["prose.1"], "now": WRONG},
    }
    drafting.save(report.pk, reporter, "doubt", report.version, told)
    report.refresh_from_db()
    (mark,) = [j.finding.fingerprint for j in drafting.judged(report) if j.blocks]
    drafting.explain(report.pk, reporter, mark, WHY)
    return report


def get(user: User, report: Report, tail: str, status: int = 200) -> bytes:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reports/{report.pk}/papers/{tail}")
    assert answer.status_code == status
    return bytes(answer.content)


def words(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        assert all((round(p.width), round(p.height)) == (595, 842) for p in document.pages)
        return "".join("".join((p.extract_text() or "").split()) for p in document.pages)


def test_the_checks_are_told_with_what_became_of_them(doubted: Report, reporter: User) -> None:
    page = get(reporter, doubted, "checks/").decode()
    assert "错误0处，疑点1处（已说明1处），提示1条" in page
    assert "10元的整数倍" in page
    assert "草稿" in page
    assert doubted.content.check_code in page


def test_the_explanations_are_told_beside_what_they_explain(
    doubted: Report, reporter: User
) -> None:
    page = get(reporter, doubted, "explanations/").decode()
    assert WHY in page
    assert "王填报" in page
    assert "10元的整数倍" not in page


@pytest.mark.parametrize("kind", ["checks", "explanations"])
def test_the_pdf_says_what_the_page_says(doubted: Report, reporter: User, kind: str) -> None:
    sent = submitted(doubted, reporter)
    said = words(get(reporter, sent, f"{kind}.pdf"))
    assert sent.revision is not None
    assert sent.revision.check_code in said
    assert "请登录" in said
    assert (WHY in said) is (kind == "explanations")


def test_a_revision_keeps_its_papers_whatever_the_draft_becomes(
    doubted: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(doubted, reporter)
    back = workflow.advance(sent, "return", reviewer, "请改", revision=sent.revision_id)
    now = {"prose.1": {"was": WRONG, "now": TEXT["prose.1"]}}
    drafting.save(back.pk, reporter, "mended", back.version, now)
    assert WHY not in get(reporter, back, "explanations/").decode()
    assert WHY in get(reporter, back, "explanations/?number=1").decode()


def test_checks_that_the_district_has_turned_off_are_named(
    doubted: Report, reporter: User, office: User, county: Agency
) -> None:
    change(county, office, [Wish(SettingKind.SEVERITY, "pairs", "off")])
    change(county, office, [Wish(SettingKind.SEVERITY, "numbering", "note")])
    page = get(reporter, doubted, "checks/").decode()
    assert "本地不检查" in page
    assert "括号和引号是否成对" in page
    assert "标题序号是否连续" in page


def test_a_paper_or_a_revision_that_is_not_there_is_not_found(
    doubted: Report, reporter: User
) -> None:
    get(reporter, doubted, "others/", 404)
    get(reporter, doubted, "others.pdf", 404)
    get(reporter, doubted, "checks/?number=7", 404)
    get(reporter, doubted, "checks/?number=x", 404)
    get(reporter, doubted, f"checks/?number={'9' * 18}", 404)
    get(reporter, doubted, f"checks/?number={'9' * 5000}", 404)


def test_the_reading_page_leads_to_every_paper_and_to_all_in_one(
    doubted: Report, reporter: User
) -> None:
    client = Client()
    client.force_login(reporter)
    page = client.get(f"/reports/{doubted.pk}/").content.decode()
    for tail in ("signoffs/", "checks/", "explanations/", "changes/", "proof/", "pack.pdf"):
        assert f'href="/reports/{doubted.pk}/papers/{tail}"' in page
