"""情况说明 on the pages of sending, signing and returning."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Role, User
from reports import drafting, workflow
from reports.models import Report
from tests.clients import of
from tests.filing import TEXT, begun, filled, submitted
from tests.make import make_user
from tests.reports.test_acting import send


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def page_of(user: User, report: Report, act: str) -> str:
    return of(user).get(f"/reports/{report.pk}/do/{act}/").content.decode()


@pytest.fixture
def explained(report: Report, reporter: User) -> Report:
    """Sent with a doubt and its explanation."""
    filled(report, reporter)
    drafting.save(
        report.pk, reporter, "t", report.version, {"fees.billed": {"was": "0", "now": ""}}
    )
    report.refresh_from_db()
    (doubt,) = [one.finding for one in drafting.judged(report) if one.blocks]
    drafting.explain(report.pk, reporter, doubt.fingerprint, "票据尚未核完")
    return submitted(report, reporter)


def test_the_signer_sees_each_explanation_beside_the_finding(
    explained: Report, reviewer: User
) -> None:
    page = page_of(reviewer, explained, "sign")
    finding = page.partition('id="findings"')[2].partition("</section>")[0]
    assert "信息处理费没有填写" in finding
    assert "票据尚未核完" in finding


def test_the_signer_sees_what_changed_since_the_last_revision(
    explained: Report, reporter: User, reviewer: User
) -> None:
    workflow.advance(explained, "return", reviewer, "请改", revision=explained.revision_id)
    explained.refresh_from_db()
    change = {"prose.1": {"was": TEXT["prose.1"], "now": TEXT["prose.1"] + "改过的话。"}}
    drafting.save(explained.pk, reporter, "again", explained.version, change)
    explained.refresh_from_db()
    page = page_of(reviewer, submitted(explained, reporter), "sign")
    assert "与第1稿相比" in page
    assert "paper-changed" in page


def test_a_return_may_ask_for_an_explanation_anew(explained: Report, reviewer: User) -> None:
    assert "勾选后须重新说明" in page_of(reviewer, explained, "return")
    (found,) = explained.revision.findings  # type: ignore[union-attr]
    client = of(reviewer)
    told = {"note": "太笼统", "revision": explained.revision_id, "reopen": found["fingerprint"]}
    client.post(f"/reports/{explained.pk}/do/return/", told)
    assert explained.explanations.get().reopened
    page = client.get(f"/reports/{explained.pk}/").content.decode()
    assert "须重新说明：信息处理费没有填写" in page
    assert "原说明：票据尚未核完" in page


def test_several_doubts_are_explained_where_the_report_is_sent(
    report: Report, reporter: User
) -> None:
    filled(report, reporter)
    told = {
        "fees.billed": {"was": "0", "now": ""},
        "prose.1": {"was": TEXT["prose.1"], "now": TEXT["prose.1"] + "请登陆网站查阅。"},
    }
    drafting.save(report.pk, reporter, "t", report.version, told)
    report.refresh_from_db()
    marks = [one.finding.fingerprint for one in drafting.judged(report) if one.blocks]
    form = {"several": marks, "phrase": "经核对无误。", "text": "见附件。", "keep": "1"}
    assert send(reporter, report, **form).status_code == 200
    assert {one.text for one in report.explanations.all()} == {"经核对无误。见附件。"}
    assert report.explanations.count() == 2


def test_words_that_stand_unchanged_stay_with_who_wrote_them(
    explained: Report, finance: Agency, reviewer: User
) -> None:
    workflow.advance(explained, "return", reviewer, "请改", revision=explained.revision_id)
    explained.refresh_from_db()
    mark = explained.explanations.get().fingerprint
    other = make_user("qian", {Role.REPORTER: finance}, name="钱同事")
    send(other, explained, **{f"explain-{mark}": "票据尚未核完"})
    assert explained.explanations.get().by.name == "王填报"


def test_a_tick_without_words_is_told_and_stays(explained: Report, reviewer: User) -> None:
    workflow.advance(explained, "return", reviewer, "请改", revision=explained.revision_id)
    explained.refresh_from_db()
    change = {"prose.6": {"was": "无其他事项。", "now": "请登陆网站查阅。"}}
    by = explained.submitted_by
    assert by is not None
    drafting.save(explained.pk, by, "again", explained.version, change)
    explained.refresh_from_db()
    (mark,) = [one.finding.fingerprint for one in drafting.judged(explained) if one.blocks]
    answer = send(by, explained, several=[mark])
    assert answer.status_code == 409
    assert f'value="{mark}" checked' in answer.content.decode()
