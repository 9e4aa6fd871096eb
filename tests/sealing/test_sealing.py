"""The sealed scan is bound to one revision by the code on the paper, and replaced with a reason."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.management import call_command

from agencies.models import Agency, User
from reports import sealing
from reports.models import Event, Report, Revision, SealedScan
from reports.sealing import Scan
from reports.workflow import RefusedError
from tests import sealed
from tests.filing import approved, begun, corrected, published, submitted
from tests.workflow.acts import act

SCAN = Scan(sealed.pdf(), "盖章.pdf", ".pdf", 1)
OTHER = Scan(sealed.PNG, "盖章.png", ".png")


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    return approved(begun(finance), reporter, reviewer)


def signed(report: Report) -> Revision:
    assert report.signed is not None
    return report.signed


def bring(report: Report, by: User, scan: Scan = SCAN, reason: str = "") -> SealedScan:
    return sealing.keep(report, by, signed(report).check_code, scan, reason)


def test_the_scan_is_kept_under_its_hash_with_the_signed_revision(
    report: Report, reporter: User
) -> None:
    made = bring(report, reporter)
    assert (made.revision, made.by, made.pages) == (report.signed, reporter, 1)
    assert made.file.name == f"sealed/{made.sha256}.pdf"
    with default_storage.open(str(made.file.name)) as kept:
        assert kept.read() == SCAN.data


def test_it_is_an_event_that_changes_no_state(report: Report, reporter: User) -> None:
    made = bring(report, reporter)
    event = Event.objects.filter(report=report).last()
    assert event is not None
    assert (event.action, event.before, event.after) == ("sealed", "approved", "approved")
    assert (event.revision, event.data["scan"]) == (report.signed, made.sha256)
    assert signed(report).check_code in event.data["words"]
    call_command("verifyevents")


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " － ")])
def test_the_code_may_be_typed_in_any_way_that_says_the_same(
    report: Report, reporter: User, change: object
) -> None:
    assert callable(change)
    typed = change(signed(report).check_code)
    full = typed.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert sealing.keep(report, reporter, full, SCAN).revision == report.signed


@pytest.mark.parametrize("typed", ["", "1A2B", "1A2B-3C4G", "1A2B-3C4D-5E6F"])
def test_what_can_be_no_code_is_refused(report: Report, reporter: User, typed: str) -> None:
    with pytest.raises(RefusedError, match="8位数字和字母"):
        sealing.keep(report, reporter, typed, SCAN)
    assert not SealedScan.objects.exists()


def test_a_code_of_an_earlier_revision_is_refused_by_its_number(
    report: Report, reporter: User, reviewer: User
) -> None:
    old = signed(report).check_code
    again = corrected(act(report, "publish", reviewer), reporter, reviewer, "漏写")
    with pytest.raises(RefusedError, match=f"校验码{old}是第1稿的，现在的定稿是第2稿"):
        sealing.keep(again, reporter, old, SCAN)


def test_a_code_of_another_report_of_the_agency_is_refused_by_its_title(
    report: Report, finance: Agency, reporter: User, reviewer: User
) -> None:
    other = approved(begun(finance, year=2023), reporter, reviewer)
    with pytest.raises(RefusedError, match=r"是《某某县财政局2023年.*》第1稿的，不是这份报告的"):
        sealing.keep(report, reporter, signed(other).check_code, SCAN)


def test_a_code_of_another_agency_is_not_told_whose_it_is(
    report: Report, education: Agency, reporter: User, reviewer: User, outsider: User
) -> None:
    theirs = submitted(begun(education), outsider)
    assert theirs.revision is not None
    with pytest.raises(RefusedError, match="没有哪一稿的校验码是"):
        sealing.keep(report, reporter, theirs.revision.check_code, SCAN)


def test_another_scan_needs_a_reason_and_leaves_the_first(report: Report, reporter: User) -> None:
    first = bring(report, reporter)
    with pytest.raises(RefusedError, match="更换原因"):
        bring(report, reporter, OTHER)
    second = bring(report, reporter, OTHER, "缺第3页")
    assert [one.pk for one in SealedScan.objects.all()] == [first.pk, second.pk]
    assert sealing.standing(report.signed) == second
    assert default_storage.exists(str(first.file.name))


def test_the_same_bytes_again_change_nothing(report: Report, reporter: User) -> None:
    first = bring(report, reporter)
    assert bring(report, reporter) == first
    assert Event.objects.filter(report=report, action="sealed").count() == 1


def test_only_the_agencys_staff_bring_it(report: Report, office: User, outsider: User) -> None:
    for person in (office, outsider):
        with pytest.raises(PermissionDenied):
            bring(report, person)


def test_there_must_be_a_signed_revision(
    report: Report, finance: Agency, reporter: User, reviewer: User
) -> None:
    code = signed(report).check_code
    unlocked = act(report, "unlock", reviewer)
    with pytest.raises(RefusedError, match="没有签发的定稿"):
        sealing.keep(unlocked, reporter, code, SCAN)


def test_while_a_correction_is_written_the_published_one_can_be_sealed(
    finance: Agency, reporter: User, reviewer: User
) -> None:
    report = act(published(begun(finance), reporter, reviewer), "correct", reviewer)
    assert bring(report, reporter).revision == report.signed
