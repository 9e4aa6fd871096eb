"""Sending, signing, returning by hand: nothing is done unseen, and nothing typed is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report, Signoff
from tests.clients import of
from tests.filing import ALL_SAID, approved, begun, filled, published, submitted

PDF = b"%PDF-1.7 signed"


def do(user: User, report: Report, action: str, **data: Any) -> Any:
    data.setdefault("revision", report.revision_id)
    return of(user).post(f"/reports/{report.pk}/do/{action}/", data)


def send(user: User, report: Report, **data: Any) -> Any:
    asked = {
        "version": report.version,
        "contact_name": "王填报",
        "contact_phone": "010-1234567",
        "secrecy_by": "李审核",
        "secrecy_on": f"{timezone.localdate():%Y-%m-%d}",
        "secrecy_opinion": "不涉密",
    }
    return of(user).post(f"/reports/{report.pk}/submit/", {**asked, **data})


def on_paper(**data: Any) -> dict[str, Any]:
    told = {
        "offline": "1",
        "post": "局长",
        "name": "周局",
        "signed_on": f"{timezone.localdate():%Y-%m-%d}",
        "opinion": "同意",
        "scan": SimpleUploadedFile("签批.pdf", PDF),
    }
    return {**told, **data}


def state(report: Report) -> str:
    report.refresh_from_db()
    return report.state


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


@pytest.fixture
def sent(report: Report, reporter: User) -> Report:
    return submitted(report, reporter)


# --- 送审 ---


def test_sending_asks_for_who_is_known_already(report: Report, reporter: User) -> None:
    page = of(reporter).get(f"/reports/{report.pk}/submit/").content.decode()
    assert 'value="王填报"' in page
    assert 'value="010-1234567"' in page
    assert "经审查，不涉及国家秘密和工作秘密，可以公开" in page


def test_a_complete_draft_is_sent(report: Report, reporter: User) -> None:
    assert send(reporter, filled(report, reporter)).status_code == 302
    assert state(report) == "submitted"
    assert report.contact_phone == "010-1234567"


def test_what_blocks_is_named_with_the_way_to_its_box(report: Report, reporter: User) -> None:
    answer = send(reporter, report, contact_name="赵经办")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "必须改正" in page
    assert f'href="/reports/{report.pk}/edit/#box-' in page
    assert 'value="赵经办"' in page


@pytest.mark.parametrize("field", ["contact_name", "contact_phone", "secrecy_by", "secrecy_on"])
def test_sending_needs_every_particular(report: Report, reporter: User, field: str) -> None:
    filled(report, reporter)
    page = send(reporter, report, **{field: ""}).content.decode()
    assert "is-invalid" in page
    assert state(report) == "draft"


def test_what_is_missing_is_asked_for_by_name(report: Report, reporter: User) -> None:
    page = send(reporter, filled(report, reporter), secrecy_by=" ").content.decode()
    assert "请填写保密审查人。" in page


def test_a_doubt_is_explained_where_the_report_is_sent(report: Report, reporter: User) -> None:
    filled(report, reporter)
    drafting.save(
        report.pk, reporter, "t", report.version, {"fees.billed": {"was": "0", "now": ""}}
    )
    report.refresh_from_db()
    (doubt,) = [one.finding for one in drafting.judged(report) if one.blocks]
    assert send(reporter, report).status_code == 409
    explained = {f"explain-{doubt.fingerprint}": "票据尚未核完"}
    assert send(reporter, report, **explained).status_code == 302
    assert "票据尚未核完" in str(Report.objects.get().revision.findings)  # type: ignore[union-attr]


def test_what_others_changed_meanwhile_is_shown_before_it_is_sent(
    report: Report, reporter: User
) -> None:
    seen = filled(report, reporter).version
    change = {"prose.1": {"was": ALL_SAID, "now": "别人改的话。"}}
    drafting.save(report.pk, reporter, "other", seen, change)
    answer = send(reporter, report, version=seen, contact_name="赵经办")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "别人改的话。" in page
    assert f'name="version" value="{seen + 1}"' in page
    assert 'value="赵经办"' in page


def test_only_a_reporter_sends(
    report: Report, reporter: User, reviewer: User, outsider: User
) -> None:
    filled(report, reporter)
    assert send(reviewer, report).status_code == 403
    assert send(outsider, report).status_code == 404
    assert state(report) == "draft"


# --- 审签 ---


def test_no_two_boxes_of_the_page_share_an_id(sent: Report, reviewer: User) -> None:
    page = of(reviewer).get(f"/reports/{sent.pk}/do/sign/").content.decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert "id_opinion" in ids
    assert "paper_opinion" in ids
    assert len(ids) == len(set(ids))


def test_the_reviewer_signs_what_stands_on_the_page(sent: Report, reviewer: User) -> None:
    page = of(reviewer).get(f"/reports/{sent.pk}/do/sign/").content.decode()
    assert ALL_SAID in page
    assert f'name="revision" value="{sent.revision_id}"' in page
    assert do(reviewer, sent, "sign", opinion="同意").status_code == 302
    assert state(sent) == "approved"


def test_nobody_signs_a_revision_that_was_not_on_the_page(
    sent: Report, reporter: User, reviewer: User
) -> None:
    old = sent.revision_id
    workflow.advance(sent, "withdraw", reporter, revision=old)
    sent.refresh_from_db()
    again = submitted(sent, reporter)
    answer = do(reviewer, again, "sign", revision=old, opinion="原则同意")
    assert answer.status_code == 409
    assert "原则同意" in answer.content.decode()
    assert state(again) == "submitted"


def test_the_second_click_is_told_who_was_faster(sent: Report, reviewer: User) -> None:
    do(reviewer, sent, "sign", opinion="同意")
    answer = do(reviewer, sent, "sign", opinion="同意")
    assert answer.status_code == 409
    assert "已签发" in answer.content.decode()
    assert Signoff.objects.count() == 1


def test_a_paper_signature_is_recorded_with_its_scan(sent: Report, reporter: User) -> None:
    page = of(reporter).get(f"/reports/{sent.pk}/do/sign/").content.decode()
    assert "线下审签（代录）" in page
    assert "严禁处理国家秘密" in page
    assert do(reporter, sent, "sign", **on_paper()).status_code == 302
    signoff = Signoff.objects.get()
    assert (signoff.name, signoff.post, signoff.offline, signoff.by) == (
        "周局",
        "局长",
        True,
        reporter,
    )


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ({"name": ""}, "is-invalid"),
        ({"signed_on": "2999-01-01"}, "不能晚于今天"),
        ({"scan": SimpleUploadedFile("a.exe", b"MZ program")}, "扫描件应为PDF、JPG或PNG文件"),
    ],
)
def test_an_incomplete_paper_signature_is_refused_and_nothing_typed_lost(
    sent: Report, reporter: User, missing: dict[str, Any], told: str
) -> None:
    page = do(reporter, sent, "sign", **on_paper(**{"opinion": "请抓紧办理", **missing}))
    assert told in page.content.decode()
    assert "请抓紧办理" in page.content.decode()
    assert not Signoff.objects.exists()


def test_the_scan_is_for_those_who_see_the_report(
    sent: Report, reporter: User, office: User, outsider: User
) -> None:
    do(reporter, sent, "sign", **on_paper())
    url = f"/reports/{sent.pk}/signoffs/{Signoff.objects.get().pk}/scan/"
    answer = of(office).get(url)
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert of(outsider).get(url).status_code == 404


def test_a_damaged_scan_is_refused(sent: Report, reporter: User) -> None:
    do(reporter, sent, "sign", **on_paper())
    Signoff.objects.update(scan_sha256="0" * 64)
    url = f"/reports/{sent.pk}/signoffs/{Signoff.objects.get().pk}/scan/"
    assert of(reporter).get(url).status_code == 500


# --- The other acts ---


def test_a_return_needs_its_reason(sent: Report, reviewer: User) -> None:
    assert "is-invalid" in do(reviewer, sent, "return", note=" ").content.decode()
    assert state(sent) == "submitted"
    assert do(reviewer, sent, "return", note="请核对").status_code == 302
    assert state(sent) == "draft"


def test_a_reason_typed_too_late_is_kept(sent: Report, reporter: User, reviewer: User) -> None:
    revision = sent.revision_id
    workflow.advance(sent, "withdraw", reporter, revision=revision)
    answer = do(reviewer, sent, "return", revision=revision, note="写了很久的意见")
    assert answer.status_code == 409
    assert "写了很久的意见" in answer.content.decode()


def test_a_person_without_the_role_is_refused(sent: Report, reporter: User) -> None:
    assert of(reporter).get(f"/reports/{sent.pk}/do/return/").status_code == 403
    assert do(reporter, sent, "return", note="请核对").status_code == 403
    assert state(sent) == "submitted"


def test_nothing_is_done_by_looking(sent: Report, reporter: User) -> None:
    page = of(reporter).get(f"/reports/{sent.pk}/do/withdraw/")
    assert "报告回到草稿" in page.content.decode()
    assert state(sent) == "submitted"


def test_publishing_before_the_files_are_drawn_is_refused_with_the_reason(
    sent: Report, reviewer: User
) -> None:
    do(reviewer, sent, "sign", opinion="同意")
    answer = do(reviewer, sent, "publish")
    assert answer.status_code == 409
    assert "还没有生成好" in answer.content.decode()


def test_the_office_that_sends_back_is_led_home(
    finance: Agency, reporter: User, reviewer: User, office: User
) -> None:
    signed = approved(begun(finance, first=True), reporter, reviewer)
    do(reviewer, signed, "file")
    answer = do(office, signed, "send_back", note="缺少第四部分")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert state(signed) == "draft"


def test_taking_down_names_what_is_public(
    report: Report, reporter: User, reviewer: User, sysadmin: User
) -> None:
    public = published(report, reporter, reviewer)
    first = public.revision_id
    workflow.advance(public, "correct", reviewer, "有误", revision=first)
    page = of(sysadmin).get(f"/reports/{public.pk}/do/take_down/").content.decode()
    assert f'name="revision" value="{first}"' in page
    do(sysadmin, public, "take_down", revision=first, note="涉及个人信息")
    assert report.publication is None


@pytest.mark.parametrize("action", ["nonsense", "archive", "submit"])
def test_there_are_no_other_acts(sent: Report, reviewer: User, action: str) -> None:
    assert do(reviewer, sent, action).status_code == 404
