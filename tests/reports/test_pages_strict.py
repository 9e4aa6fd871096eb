"""Every page of reading and deciding names only what is there, and carries no script or style."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agencies.models import Agency, Role, User
from reports import alike, bundling, commenting, drafting, receiving, sealing, workflow
from reports.models import Batch, Job, Report
from tests.alike import published_by, worded
from tests.bundling.work import work
from tests.filing import ALL_SAID, approved, begun, corrected, filled, published, submitted
from tests.make import make_user
from tests.receiving.files import batch, given, page
from tests.workflow.acts import on_paper

MARK = "INVALID VARIABLE"
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\b(src=|application/json))")


@pytest.fixture
def strict(settings: Settings) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = MARK
    settings.TEMPLATES = templates


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def check(user: User, *addresses: str) -> None:
    """Each address shows a whole page of its own to the person."""
    client = Client()
    client.force_login(user)
    for address in addresses:
        answer = client.get(address)
        page = answer.content.decode()
        assert (answer.status_code, "</html>" in page) == (200, True), address
        assert MARK not in page, address
        assert not INLINE.search(page), address


def paths(report: Report, *more: str) -> list[str]:
    return [f"/reports/{report.pk}/{rest}" for rest in ("", *more)]


def test_pages_of_a_blank_draft(strict: None, report: Report, reporter: User) -> None:
    check(reporter, "/", *paths(report, "submit/", "papers/pack/"))


def test_pages_of_a_draft_with_errors_and_doubts(
    strict: None, report: Report, reporter: User, reviewer: User
) -> None:
    filled(report, reporter)
    wrong = {"fees.notices": 2, "applications.received.business": 3}
    changes = {key: {"was": 0, "now": now} for key, now in wrong.items()}
    drafting.save(report.pk, reporter, "page", 9, changes)
    check(reporter, *paths(report, "submit/"))
    check(reviewer, *paths(report, "papers/pack/"))


def test_pages_of_a_report_that_is_signed(
    strict: None, report: Report, reporter: User, reviewer: User
) -> None:
    submitted(report, reporter)
    check(reviewer, "/", *paths(report, "do/sign/", "do/return/", "revisions/1/"))
    check(reporter, "/", *paths(report, "do/sign/", "do/withdraw/"))
    check(reviewer, "/agencies/caizheng/steps/")


def test_pages_while_the_files_are_drawn(
    strict: None, report: Report, reporter: User, reviewer: User
) -> None:
    on_paper(submitted(report, reporter), reviewer)
    Job.objects.filter(key__endswith="pdf").update(state=Job.State.FAILED)
    check(reviewer, "/", *paths(report, "do/unlock/", "do/publish/"))


def test_pages_of_a_report_that_came_back(
    strict: None, report: Report, reporter: User, reviewer: User
) -> None:
    sent = on_paper(submitted(report, reporter), reviewer)
    workflow.advance(sent, "unlock", reviewer, "漏写一项", revision=sent.revision_id)
    change = {"prose.1": {"was": ALL_SAID, "now": "改。"}}
    drafting.save(report.pk, reporter, "page", 9, change)
    for user in (reporter, reviewer):
        papers = ("papers/pack/", "papers/pack/?number=1", "papers/changes/")
        check(user, *paths(report, "changes/", "revisions/1/", *papers))


def test_pages_of_the_office(
    strict: None, finance: Agency, reporter: User, reviewer: User, office: User
) -> None:
    first = begun(finance, first=True)
    signed = approved(first, reporter, reviewer)
    workflow.advance(signed, "file", reporter, revision=signed.revision_id)
    acts = ("do/clear/", "do/send_back/")
    check(office, "/", "/?status=逾期", *paths(first, "revisions/1/", *acts))


def test_pages_of_a_published_report(
    strict: None, report: Report, reporter: User, reviewer: User, office: User, sysadmin: User
) -> None:
    corrected(published(report, reporter, reviewer), reporter, reviewer, "漏写一项")
    check(reviewer, "/", *paths(report, "changes/", "do/correct/"))
    check(office, *paths(report, "changes/", "do/take_down/"))
    check(sysadmin, "/", *paths(report, "do/take_down/"))
    current = Report.objects.get(pk=report.pk)
    read = current.revision_id
    workflow.advance(current, "take_down", office, "内容须核对", revision=read)
    check(office, "/", *paths(report))


def test_pages_of_alike_reports(
    strict: None, report: Report, education: Agency, finance: Agency, reporter: User, office: User
) -> None:
    published_by(finance, year=2023)
    theirs = published_by(education)
    own = worded(report, reporter)
    alike.compare(office.memberships.get().agency_id, own.duty.year)
    check(reporter, *paths(own, "edit/", "submit/", "likeness/"))
    pair = f"/agencies/moumou/alike/{own.pk}/{theirs.pk}/"
    check(office, "/", *paths(theirs, "likeness/"), "/agencies/moumou/alike/", pair)


def test_pages_of_a_government_with_agencies_below(
    strict: None, county: Agency, education: Agency
) -> None:
    clerk = make_user("xian", {Role.REPORTER: county})
    whole = filled(begun(county), clerk)
    published_by(education)
    check(clerk, *paths(whole, "submit/"))


def test_pages_of_sealed_scans(
    strict: None, report: Report, reporter: User, reviewer: User, office: User
) -> None:
    signed = approved(report, reporter, reviewer)
    assert signed.signed is not None
    code = signed.signed.check_code
    for user in (reporter, office):
        check(user, *paths(signed, "sealed/"))
    for name, data, why in (("a.png", b"\x89PNG", ""), ("b.jpg", b"\xff\xd8\xff", "缺页")):
        sealing.keep(signed, reporter, code, sealing.Scan(data, name, f".{name[2:]}"), why)
    for user in (reporter, office):
        check(user, *paths(signed, "sealed/"))
    workflow.advance(signed, "unlock", reviewer, "漏写", revision=signed.revision_id)
    check(reporter, *paths(signed, "sealed/"))


def test_pages_of_zips(
    strict: None, report: Report, reporter: User, reviewer: User, office: User, county: Agency
) -> None:
    approved(report, reporter, reviewer)
    check(office, "/agencies/moumou/bundles/")
    bundle = bundling.ask(county, report.duty.year, office)
    address = f"/bundles/{bundle.pk}/"
    check(office, "/agencies/moumou/bundles/?year=2024", address)
    work(1)
    check(office, address)
    Job.objects.filter(kind="bundle").update(state=Job.State.FAILED)
    check(office, address)
    bundling.retry(bundle)
    work()
    check(office, address, "/agencies/moumou/bundles/")


def test_pages_of_someone_without_a_role(strict: None, db: None) -> None:
    check(make_user("nobody"), "/")


def test_refused_acts_are_told_on_whole_pages_too(
    strict: None, report: Report, reporter: User, reviewer: User
) -> None:
    submitted(report, reporter)
    client = Client()
    client.force_login(reviewer)
    for action in ("sign", "return", "file", "publish"):
        drawn = client.post(f"/reports/{report.pk}/do/{action}/", {"note": "x", "offline": "1"})
        assert drawn.status_code in (200, 409)
        assert MARK not in drawn.content.decode(), action


def test_pages_with_comments(strict: None, report: Report, reporter: User, reviewer: User) -> None:
    filled(report, reporter)
    first = next(one for one in commenting.places(report.content).values() if one.is_paragraph)
    for anchor in ("section.2", "prose.preamble", "fees.notices", first.anchor):
        thread = commenting.start(report.pk, anchor, "请核对。", reviewer, [reporter.pk])
    commenting.resolve(thread.pk, "", reporter)
    check(reporter, "/", *paths(report, "edit/", "comments/", "submit/"))
    sent = submitted(report, reporter)
    check(reviewer, *paths(sent, "do/sign/", "do/return/", "comments/"))
    workflow.advance(sent, "return", reviewer, "见批注", revision=sent.revision_id)
    check(reporter, *paths(sent, "edit/"))


def test_pages_of_what_was_given_in(
    strict: None, report: Report, reporter: User, finance: Agency
) -> None:
    own = batch(reporter, finance)
    doubtful = given(own, page(year=report.duty.year).replace(b">3014<", b">3 014<"))
    for data, name in ((page(), "b.html"), (page("某某县某某局"), "c.html"), (b"x", "d.txt")):
        given(own, data, name)
    receiving.give_in(own, "e.html", page())
    numbers = range(1, 6)
    check(
        reporter, "/", "/imports/", *batch_paths(own, "", "archive/", *(f"{n}/" for n in numbers))
    )
    drafting.fill_zeros(report.pk, reporter)
    check(reporter, *batch_paths(own, f"{doubtful.number}/"))
    receiving.offer(doubtful.pk, reporter)
    check(reporter, *batch_paths(own, f"{doubtful.number}/"), *paths(report, "edit/"))


def test_pages_of_what_was_archived(strict: None, reporter: User, finance: Agency) -> None:
    own = batch(reporter, finance)
    first, second = given(own, page()), given(own, page().replace(b">3014<", b">3015<"))
    day = date(2024, 1, 22)
    taken = receiving.archive(first.pk, reporter, published_on=day, address="https://a.example/")
    check(reporter, *batch_paths(own, "", "1/", "2/"), *paths(taken, "revisions/1/"))
    receiving.drop(second.pk, reporter)
    check(reporter, *batch_paths(own, "2/"))
    taken.duty.campaign.is_public = True
    taken.duty.campaign.save()
    check(reporter, "/open/", "/open/caizheng/2023/", "/open/verify/", "/open/verify/?code=1a2b")
    assert taken.revision is not None
    code = taken.revision.digest
    check(reporter, f"/open/verify/?code={code}", f"/open/verify/?code={'0' * 64}")
    taken.publications.update(ended_at=timezone.now(), taken_down=True, end_reason="有误")
    check(reporter, f"/open/verify/?code={code}")


def batch_paths(own: Batch, *more: str) -> list[str]:
    return [f"/imports/{own.pk}/{rest}" for rest in more]
