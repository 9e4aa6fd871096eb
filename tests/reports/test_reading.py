"""Reading a report: everyone gets what may be read, with all that is needed to decide on it."""

import pytest
from django.test import Client
from pytest_django import Settings

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Document, Job, Report, Signoff
from tests.filing import ALL_SAID, FILES, approved, begun, corrected, filled, published, submitted


def visit(user: User, url: str, status: int = 200) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(url)
    assert answer.status_code == status
    return answer.content.decode()


def page(user: User, report: Report, status: int = 200) -> str:
    return visit(user, f"/reports/{report.pk}/", status)


def retype(report: Report, by: User, key: str, was: str, now: str) -> None:
    report.refresh_from_db()
    change = {key: {"was": was, "now": now}}
    drafting.save(report.pk, by, f"test-{now}", report.version, change)
    report.refresh_from_db()


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def test_staff_read_the_draft_and_nobody_else(
    report: Report, reporter: User, reviewer: User, outsider: User, office: User
) -> None:
    filled(report, reporter)
    assert ALL_SAID in page(reporter, report)
    assert ALL_SAID in page(reviewer, report)
    page(outsider, report, 404)
    page(office, report, 404)


def test_the_day_of_the_secrecy_review_is_written_as_people_write_it(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    assert sent.secrecy_on is not None
    assert f"{sent.secrecy_on:%Y年}{sent.secrecy_on.month}月" in page(reviewer, sent)
    assert f"{sent.secrecy_on:%Y-%m-%d}" not in page(reviewer, sent)


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
def test_every_stage_offers_each_kind_of_file(
    report: Report, reporter: User, reviewer: User, kind: str
) -> None:
    address = f'href="/reports/{report.pk}/preview.{kind}"'
    assert address in page(reviewer, filled(report, reporter))
    assert address in page(reviewer, submitted(report, reporter))


def test_the_office_goes_on_reading_what_was_signed(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    public = published(report, reporter, reviewer)
    workflow.advance(public, "correct", reviewer, "有误", revision=public.revision_id)
    retype(report, reporter, "prose.1", ALL_SAID, "还没有签发的话。")
    assert "还没有签发的话。" in page(reporter, report)
    assert "还没有签发的话。" not in page(office, report)
    assert ALL_SAID in page(office, report)


def test_an_administrator_reads_what_is_public_even_while_a_correction_is_signed(
    report: Report, reporter: User, reviewer: User, office: User, sysadmin: User
) -> None:
    public = published(report, reporter, reviewer)
    workflow.advance(public, "correct", reviewer, "有误", revision=public.revision_id)
    retype(report, reporter, "prose.1", ALL_SAID, f"改过的话。{ALL_SAID}")
    approved(report, reporter, reviewer)
    assert "改过的话。" in page(office, report)
    assert "改过的话。" not in page(sysadmin, report)


def test_a_revision_never_signed_is_for_staff_alone(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    sent = submitted(report, reporter)
    workflow.advance(sent, "return", reviewer, "请改", revision=sent.revision_id)
    report.refresh_from_db()
    published(report, reporter, reviewer)
    first, second = (f"/reports/{report.pk}/revisions/{number}/" for number in (1, 2))
    visit(reporter, first)
    visit(office, first, 404)
    visit(office, second)


def test_notes_between_staff_are_not_shown_to_the_office(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    sent = submitted(report, reporter)
    workflow.advance(sent, "return", reviewer, "内部意见", revision=sent.revision_id)
    report.refresh_from_db()
    approved(report, reporter, reviewer)
    assert "内部意见" in page(reporter, report)
    assert "内部意见" not in page(office, report)
    assert "签发" in page(office, report)


def test_findings_stand_with_their_explanations(report: Report, reporter: User) -> None:
    filled(report, reporter)
    retype(report, reporter, "fees.billed", "0", "")
    (doubt,) = [one for one in drafting.judged(report) if one.blocks]
    assert "还没有填写情况说明" in page(reporter, report)
    drafting.explain(report.pk, reporter, doubt.finding.fingerprint, "票据尚未核完")
    sent = submitted(report, reporter)
    assert doubt.finding.message in page(reporter, sent)
    assert "票据尚未核完" in page(reporter, sent)


def test_what_changed_since_the_last_revision_is_marked_and_listed(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    assert "paper-changed" not in page(reviewer, sent)
    workflow.advance(sent, "return", reviewer, "请核对", revision=sent.revision_id)
    cell = "licensing.licences.decisions"
    retype(report, reporter, cell, "0", "37")
    again = page(reviewer, submitted(report, reporter))
    assert f'data-cell="{cell}" class="paper-changed"' in again
    assert "<del>0</del> → <ins>37</ins>" in again.replace("\n", "")


def test_the_reason_of_a_return_stands_first(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    workflow.advance(sent, "return", reviewer, "第五部分太短", revision=sent.revision_id)
    side = page(reporter, report).partition('class="read-side"')[2]
    assert side.index("第五部分太短") < side.index("检查结果")


def test_every_printed_draft_names_its_revision_and_check_code(
    report: Report, reporter: User, reviewer: User
) -> None:
    filled(report, reporter)
    assert "草稿　第1稿　" in page(reporter, report)
    assert f"校验码 {report.content.check_code}" in page(reporter, report)
    signed = approved(report, reporter, reviewer)
    assert "草稿　" not in page(reporter, signed)


def test_buttons_are_what_the_person_may_do(report: Report, reporter: User, reviewer: User) -> None:
    sent = submitted(report, reporter)
    assert f'action="/reports/{sent.pk}/do/withdraw/"' in page(reporter, sent)
    assert f'href="/reports/{sent.pk}/do/return/"' not in page(reporter, sent)
    assert f'href="/reports/{sent.pk}/do/return/"' in page(reviewer, sent)
    assert f'href="/reports/{sent.pk}/do/sign/"' in page(reviewer, sent)


def test_an_earlier_revision_has_no_buttons(report: Report, reporter: User, reviewer: User) -> None:
    corrected(published(report, reporter, reviewer), reporter, reviewer, "数字有误")
    assert "/do/correct/" in page(reviewer, report)
    old = visit(reviewer, f"/reports/{report.pk}/revisions/1/")
    assert "/do/" not in old
    assert ALL_SAID in old


def test_a_document_comes_as_it_was_kept(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    signed = approved(report, reporter, reviewer)
    client = Client()
    client.force_login(office)
    answer = client.get(f"/reports/{signed.pk}/revisions/1/pdf/")
    assert answer.content == FILES["pdf"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_damaged_document_is_refused(report: Report, reporter: User, reviewer: User) -> None:
    signed = approved(report, reporter, reviewer)
    Document.objects.filter(kind="pdf").update(sha256="0" * 64)
    told = visit(reporter, f"/reports/{signed.pk}/revisions/1/pdf/", 500)
    assert "不能下载" in told


def test_the_page_tells_how_far_the_files_are(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    workflow.advance(sent, "sign", reviewer, revision=sent.revision_id, opinion="同意")
    Job.objects.filter(key__endswith="pdf").update(state="running", percent=40, stage="排版")
    Job.objects.filter(key__endswith="docx").update(state="failed", error="secret detail")
    told = visit(reporter, f"/reports/{sent.pk}/progress/")
    assert '"percent": 40' in told
    assert '"waiting": true' in told
    assert "secret detail" not in told


def test_no_copy_of_a_private_file_is_kept(report: Report, reporter: User, reviewer: User) -> None:
    public = published(report, reporter, reviewer)
    client = Client()
    client.force_login(reporter)
    answer = client.get(f"/reports/{public.pk}/revisions/1/pdf/")
    assert answer.content == FILES["pdf"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_missing_glyphs_are_named(report: Report, reporter: User, reviewer: User) -> None:
    signed = approved(report, reporter, reviewer)
    Document.objects.filter(kind="pdf").update(missing=["𰻞"])
    assert "𰻞" in page(reviewer, signed)


def test_the_pdf_for_the_archive_says_that_nobody_could_validate_it(
    report: Report, reporter: User, reviewer: User
) -> None:
    signed = approved(report, reporter, reviewer)
    assert "未经该格式的专门工具验证" not in page(reviewer, signed)
    Document.objects.filter(kind="docx").update(kind="archive")
    shown = page(reviewer, signed)
    assert "下载归档PDF" in shown
    assert "未经该格式的专门工具验证" in shown


def test_voided_signatures_stay_on_their_revision(
    report: Report, reporter: User, reviewer: User
) -> None:
    signed = approved(report, reporter, reviewer)
    workflow.advance(signed, "unlock", reviewer, "数字有误", revision=signed.revision_id)
    assert Signoff.objects.exclude(voided_at=None).count() == 1
    assert "已作废" in visit(reporter, f"/reports/{signed.pk}/revisions/1/")


def test_a_system_administrator_reads_the_public_paper_and_no_more(
    report: Report, reporter: User, reviewer: User, office: User, sysadmin: User
) -> None:
    public = published(report, reporter, reviewer)
    assert "保密审查" in page(office, public)
    shown = page(sysadmin, public)
    assert ALL_SAID in shown
    assert "发布" in shown
    assert "保密审查" not in shown
    assert "签发" not in shown


def test_files_that_could_not_be_drawn_are_drawn_again_by_hand(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    signed = workflow.advance(sent, "sign", reviewer, revision=sent.revision_id, opinion="同意")
    assert "重新生成" not in page(reporter, signed)
    Job.objects.filter(key__endswith="pdf").update(state="failed", attempts=5)
    assert "重新生成" in page(reporter, signed)
    client = Client()
    client.force_login(reporter)
    client.post(f"/reports/{signed.pk}/redraw/")
    assert set(Job.objects.values_list("state", "attempts")) == {("queued", 0)}


def test_name_and_date_close_what_was_signed_and_nothing_before(
    report: Report, reporter: User, reviewer: User, settings: Settings
) -> None:
    settings.DOCUMENTS_SIGNED = True
    sent = submitted(report, reporter)
    assert "paper-closing" not in page(reporter, sent)
    signed = workflow.advance(sent, "sign", reviewer, revision=sent.revision_id, opinion="同意")
    assert signed.signed is not None
    web = f"/reports/{report.pk}/revisions/{signed.signed.number}/web/"
    for url in (f"/reports/{report.pk}/", web):
        assert '<p class="paper-date">' in visit(reporter, url)
    settings.DOCUMENTS_SIGNED = False
    assert "paper-closing" not in page(reporter, signed)
