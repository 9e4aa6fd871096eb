"""送签材料: 审签单, 改动单, 校对稿, and all papers in one PDF or zip."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import pdfplumber
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, User
from reports import dividing, drafting, workflow
from reports.models import Report
from reports.views.previewing import drawing
from tests.filing import FILES, TEXT, approved, begun, filled, published, submitted
from tests.rendering.validators import faults
from tests.workflow.acts import act, on_paper


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def get(user: User, report: Report, tail: str, status: int = 200) -> bytes:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reports/{report.pk}/papers/{tail}")
    assert answer.status_code == status
    return bytes(answer.content)


def pages(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return ["".join((page.extract_text() or "").split()) for page in document.pages]


def plain(page: bytes) -> str:
    """The words of a page without its tags and spaces."""
    return "".join(unescape(re.sub(r"<[^>]+>", "", page.decode())).split())


def test_the_signing_sheet_leaves_room_for_signatures_to_come(
    report: Report, reporter: User
) -> None:
    sent = submitted(report, reporter)
    said = plain(get(reporter, sent, "signoffs/"))
    assert "主要负责人审签意见签名：日期：" in said
    assert "不涉密，可以公开。审查人：李审核日期：" in said
    assert "经办人王填报办公电话010-1234567" in said


def test_the_signing_sheet_tells_what_was_signed_online_and_on_paper(
    report: Report, reporter: User, reviewer: User
) -> None:
    workflow.plan_steps(report.duty.agency, [("分管领导", None), ("局长", None)], reviewer)
    first = act(submitted(report, reporter), "sign", reviewer)
    assert "同意网上审签签名：李审核" in plain(get(reviewer, first, "signoffs/"))
    on_paper(first, reporter, opinion="照办")
    said = plain(get(reviewer, first, "signoffs/"))
    assert "局长审签意见照办线下审签（王填报代录，附扫描件）签名：陈局长" in said


def test_a_name_or_a_date_on_the_signing_sheet_is_not_divided(
    report: Report, reporter: User
) -> None:
    sent = on_paper(submitted(report, reporter), reporter, name="买买提·吐尔逊")
    with pdfplumber.open(io.BytesIO(get(reporter, sent, "signoffs.pdf"))) as pdf:
        said = pdf.pages[0].extract_text()
    assert "签名：买买提·吐尔逊" in said
    assert len(re.findall(r"日期：\d+年\d+月\d+日", said)) == 2


def test_five_sign_on_one_sheet(report: Report, reporter: User, reviewer: User) -> None:
    posts = ["处室负责人", "办公室主任", "分管领导", "主要负责人", "党组书记"]
    workflow.plan_steps(report.duty.agency, [(post, None) for post in posts], reviewer)
    (sheet,) = pages(get(reporter, submitted(report, reporter), "signoffs.pdf"))
    assert all(post in sheet for post in posts)


def test_signatures_that_were_voided_are_told_as_void(
    report: Report, reporter: User, reviewer: User
) -> None:
    act(approved(report, reporter, reviewer), "unlock", reviewer)
    assert "【已作废】" in plain(get(reviewer, report, "signoffs/?number=1"))
    assert "【已作废】" not in plain(get(reviewer, report, "signoffs/"))


def test_the_note_of_changes_says_old_new_who_and_why(
    report: Report, reporter: User, reviewer: User
) -> None:
    back = act(approved(report, reporter, reviewer), "unlock", reviewer, note="漏写一项")
    now = f"{TEXT['prose.1']}另作补充。"
    told = {"prose.1": {"was": TEXT["prose.1"], "now": now}}
    drafting.save(back.pk, reporter, "pack", back.version, told)
    again = submitted(Report.objects.get(pk=back.pk), reporter)
    page = get(reviewer, again, "changes/").decode()
    assert re.search(r"<ins>.*另作补充。.*</ins>", page)
    said = plain(page.encode())
    assert "原因：漏写一项" in said
    assert "作废的审签第1稿主要负责人李审核同意" in said
    assert "加下划线的是新写的" in said


def test_a_paragraph_higher_than_a_page_is_told_below_the_same_head(
    report: Report, reporter: User, reviewer: User
) -> None:
    back = act(submitted(report, reporter), "return", reviewer, note="补充")
    told = {"prose.5": {"was": TEXT["prose.5"], "now": "逐项核对，逐月检查。" * 200}}
    drafting.save(back.pk, reporter, "pack", back.version, told)
    first, *more = pages(get(reporter, back, "changes.pdf"))
    assert "1第1段" in first
    assert len(more) >= 2
    assert all("序号位置原来现在最后修改" in page for page in (first, *more))


def test_validators_find_nothing_in_a_pack_of_all_papers(
    report: Report, finance: Agency, reporter: User, reviewer: User
) -> None:
    published(begun(finance, year=report.duty.year - 1), reporter, reviewer)
    workflow.plan_steps(report.duty.agency, [("分管领导", None), ("局长", None)], reviewer)
    act(submitted(report, reporter), "sign", reviewer)
    back = act(report, "return", reviewer, note="漏写一项")
    figure = {"licensing.licences.decisions": {"was": 0, "now": 12}}
    drafting.save(back.pk, reporter, "pack", back.version, figure)
    again = submitted(Report.objects.get(pk=back.pk), reporter)
    data = get(reporter, again, "pack.pdf")
    said = "".join(pages(data))
    assert all(name in said for name in ("审签单", "校验情况表", "情况说明表", "改动单", "校对稿"))
    assert faults(data) == []


def test_a_first_revision_has_no_note_of_changes_in_its_pack(
    report: Report, reporter: User
) -> None:
    sent = submitted(report, reporter)
    assert "这是第一稿" in plain(get(reporter, sent, "changes/"))
    assert "附件1.校验情况表2.情况说明表3.校对稿" in plain(get(reporter, sent, "pack/"))


def test_the_proof_has_last_year_and_who_supplies_what(
    report: Report, finance: Agency, reporter: User, reviewer: User
) -> None:
    published(begun(finance, year=report.duty.year - 1), reporter, reviewer)
    division = dividing.add(finance, reporter, "受理科")
    dividing.assign(finance, reporter, "section.2", division)
    filled(report, reporter)
    told = {"licensing.licences.decisions": {"was": 0, "now": 12}}
    drafting.save(report.pk, reporter, "pack", report.version, told)
    said = plain(get(reporter, report, "proof/"))
    assert "本年处理决定数量120+12受理科" in said
    assert "上年数取自某某县财政局2023年度报告（已发布）" in said
    assert "本系统没有" not in said


def test_without_a_report_of_last_year_its_figures_are_left_to_be_written(
    report: Report, reporter: User
) -> None:
    page = plain(get(reporter, filled(report, reporter), "proof/"))
    assert "本系统没有2023年度的报告" in page
    assert "本年处理决定数量0第二十条" in page


def test_the_divisions_of_an_agency_are_not_told_to_the_office(
    report: Report, finance: Agency, reporter: User, reviewer: User, office: User
) -> None:
    division = dividing.add(finance, reporter, "受理科")
    dividing.assign(finance, reporter, "section.2", division)
    signed = approved(report, reporter, reviewer)
    assert "受理科" in plain(get(reporter, signed, "proof/"))
    assert "受理科" not in plain(get(office, signed, "proof/"))


def test_what_several_papers_say_is_asked_once(
    report: Report, reporter: User, reviewer: User
) -> None:
    back = act(approved(report, reporter, reviewer), "unlock", reviewer)
    with CaptureQueriesContext(connection) as asked:
        assert "改动单" in get(reporter, back, "pack/").decode()
    for table in ("reports_revision", "agencies_agencyname"):  # what changed, what the checks find
        told = [one["sql"] for one in asked if f' FROM "{table}" ' in one["sql"]]
        assert told
        assert len(told) == len(set(told))


def test_every_page_of_the_pack_carries_the_code_of_its_revision(
    report: Report, reporter: User
) -> None:
    sent = submitted(report, reporter)
    assert sent.revision is not None
    said = pages(get(reporter, sent, "pack.pdf"))
    assert len(said) >= 4
    assert all("第1稿" in one and sent.revision.check_code in one for one in said)
    begins = [name for one in said for name in ("审签单", "校对稿") if name in one[:60]]
    assert begins[:2] == ["审签单", "校对稿"]


def test_the_zip_of_a_signed_report_has_the_very_files_that_are_kept(
    report: Report, reporter: User, reviewer: User
) -> None:
    signed = approved(report, reporter, reviewer)
    with zipfile.ZipFile(io.BytesIO(get(reporter, signed, "pack.zip"))) as package:
        names = package.namelist()
        assert names[0].startswith("送签材料（某某县财政局2024年")
        assert [package.read(name) for name in names[1:]] == [FILES["docx"], FILES["pdf"]]


def test_the_zip_of_a_draft_says_that_it_is_one(report: Report, reporter: User) -> None:
    data = get(reporter, filled(report, reporter), "pack.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        (name,) = [one for one in package.namelist() if one.startswith("某") and "pdf" in one]
        assert "草稿" in pages(package.read(name))[0]


def test_while_another_is_drawn_it_is_asked_for_again(report: Report, reporter: User) -> None:
    with drawing:
        assert "再试一次" in get(reporter, report, "pack.pdf", 503).decode()
        assert "再试一次" in get(reporter, report, "pack.zip", 503).decode()
    assert get(reporter, report, "signoffs.pdf").startswith(b"%PDF")
