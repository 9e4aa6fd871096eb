"""A correction of last year's report flags this year's, wherever that one stands."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, Succession, User
from reports import drafting, workflow
from reports.models import Report, State
from tests.drafting.openings import CLOSING, NATURAL, left_over, waiting
from tests.drafting.saves import fresh, put, save
from tests.filing import YEAR, approved, begun, corrected, explained, filled, published, submitted
from tests.make import make_agency, make_user

LEFT, RECEIVED = CLOSING.format("natural_person"), "applications.received.natural_person"
STOCK, REPEALED = "documents.normative.in_force", "documents.normative.repealed"


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    draft = left_over(begun(finance, year=YEAR - 1), reporter, 12)
    save(draft, reporter, {STOCK: (0, 9)})
    return published(fresh(draft), reporter, reviewer)


@pytest.fixture
def whole(report: Report, last_year: Report, reporter: User) -> Report:
    """This year's draft, complete: 12 applications came over and go on."""
    drafting.carry(report, reporter)
    drafting.confirm(report.pk, reporter, [one.pk for one in waiting(report).values()])
    save(report, reporter, {LEFT: (None, 12), STOCK: (None, 9)})
    return filled(fresh(report), reporter)


def correct(last_year: Report, by: User, signer: User, changes: dict[str, tuple[int, int]]) -> None:
    before = fresh(last_year)
    again = workflow.advance(before, "correct", signer, "多计一件", revision=before.revision_id)
    save(again, by, changes)
    published(explained(fresh(again), by), by, signer)


ONE_MORE = {LEFT: (12, 13), RECEIVED: (12, 13)}


def flagged(report: Report) -> list[str]:
    now = Report.objects.with_duty().get(pk=report.pk)
    frozen = None if now.state == State.DRAFT else now.revision
    found = drafting.overtaken(now, frozen)
    return [one.rule for one in found.findings] if found else []


def at(state: str, whole: Report, reporter: User, reviewer: User) -> Report:
    doors: dict[str, Any] = {
        "draft": lambda: whole,
        "submitted": lambda: submitted(whole, reporter),
        "approved": lambda: approved(whole, reporter, reviewer),
        "published": lambda: published(whole, reporter, reviewer),
    }
    report: Report = doors[state]()
    return report


STATES = ("draft", "submitted", "approved", "published")


@pytest.mark.parametrize("state", STATES)
def test_a_correction_flags_the_next_report_in_any_state(
    state: str, whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    report = at(state, whole, reporter, reviewer)
    assert flagged(report) == []
    correct(last_year, reporter, reviewer, ONE_MORE)
    assert flagged(report) == ["R30"]
    assert [one.report for one in drafting.overtaken_for(reviewer)] == [report]


@pytest.mark.parametrize("state", STATES)
def test_its_people_see_the_flag_on_every_page(
    state: str, whole: Report, last_year: Report, reporter: User, reviewer: User, client: Client
) -> None:
    report = at(state, whole, reporter, reviewer)
    correct(last_year, reporter, reviewer, ONE_MORE)
    client.force_login(reporter)
    pages = ["/", f"/reports/{report.pk}/", f"/reports/{report.pk}/edit/"]
    for page in pages[: 3 if state == "draft" else 2]:
        told = client.get(page).content.decode()
        assert "上年报告已更正" in told
        assert "“自然人”本年12、上年13" in told


def test_strangers_see_no_flag(
    whole: Report, last_year: Report, reporter: User, reviewer: User, outsider: User, client: Client
) -> None:
    correct(last_year, reporter, reviewer, ONE_MORE)
    assert drafting.overtaken_for(outsider) == []
    client.force_login(outsider)
    assert "上年报告已更正" not in client.get("/").content.decode()


def test_a_correction_of_something_else_flags_nothing(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    report = published(whole, reporter, reviewer)
    corrected(fresh(last_year), reporter, reviewer, "文字有误")
    assert flagged(report) == []


def test_what_was_in_force_is_rested_on_too(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    report = published(whole, reporter, reviewer)
    correct(last_year, reporter, reviewer, {STOCK: (9, 8)})
    assert flagged(report) == ["R31"]


def test_so_is_what_can_be_repealed(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    save(whole, reporter, {REPEALED: (0, 9), STOCK: (9, 0)})
    assert flagged(whole) == []
    correct(last_year, reporter, reviewer, {STOCK: (9, 8)})
    assert flagged(whole) == ["R16"]


def test_a_draft_that_takes_the_correction_over_is_free(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct(last_year, reporter, reviewer, ONE_MORE)
    drafting.carry(whole, reporter)
    drafting.confirm(whole.pk, reporter, [waiting(whole)[NATURAL].pk])
    assert flagged(whole) == []


def test_so_is_one_that_explains_the_difference(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct(last_year, reporter, reviewer, ONE_MORE)
    explained(fresh(whole), reporter)
    assert flagged(whole) == []


def test_what_was_sent_after_the_correction_knows_it(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct(last_year, reporter, reviewer, ONE_MORE)
    sent = submitted(explained(fresh(whole), reporter), reporter)
    assert flagged(sent) == []


def test_a_difference_of_before_is_no_news(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    drafting.unlock(whole.pk, reporter, NATURAL, "台账为11")
    put(whole, reporter, NATURAL, 12, 11)
    put(whole, reporter, LEFT, 12, 11)
    report = published(fresh(whole), reporter, reviewer)
    corrected(fresh(last_year), reporter, reviewer, "文字有误")
    assert flagged(report) == []


def test_a_report_published_anew_knows_the_correction(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    report = published(whole, reporter, reviewer)
    correct(last_year, reporter, reviewer, ONE_MORE)
    again = workflow.advance(report, "correct", reviewer, "随上年", revision=report.revision_id)
    drafting.carry(again, reporter)
    drafting.confirm(again.pk, reporter, [waiting(again)[NATURAL].pk])
    put(again, reporter, LEFT, 12, 13)
    assert flagged(published(fresh(again), reporter, reviewer)) == []


def test_who_took_the_agency_over_is_flagged_too(
    county: Agency, finance: Agency, last_year: Report, reporter: User, reviewer: User
) -> None:
    new = make_agency("caijiao", "某某县财教局", parent=county)
    Succession.objects.create(from_agency=finance, to_agency=new, on=f"{YEAR}-03-01", kind="merge")
    clerk = make_user("zhou", {"reporter": new})
    merged = begun(new)
    save(merged, clerk, {NATURAL: (None, 12)})
    filled(fresh(merged), clerk)
    correct(last_year, reporter, reviewer, ONE_MORE)
    assert flagged(merged) == ["R34"]
    assert [one.report for one in drafting.overtaken_for(clerk)] == [merged]


def test_a_published_report_that_is_said_to_stand_is_flagged_no_more_until_the_next_correction(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    public = published(whole, reporter, reviewer)
    correct(last_year, reporter, reviewer, ONE_MORE)
    assert flagged(public) == ["R30"]
    workflow.advance(public, "stand", reviewer, "本年台账为12件", revision=public.revision_id)
    assert flagged(public) == []
    assert drafting.overtaken_for(reviewer) == []
    assert fresh(public).state == State.PUBLISHED
    correct(last_year, reporter, reviewer, {LEFT: (13, 14), RECEIVED: (13, 14)})
    assert flagged(public) == ["R30"]


def test_only_what_a_correction_has_overtaken_can_be_said_to_stand(
    whole: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    public = published(whole, reporter, reviewer)
    assert "stand" not in {one.action for one in workflow.open_to(public, reviewer)}
    with pytest.raises(workflow.RefusedError, match="没有影响本报告的更正"):
        workflow.advance(public, "stand", reviewer, "理由", revision=public.revision_id)
    correct(last_year, reporter, reviewer, ONE_MORE)
    assert "stand" in {one.action for one in workflow.open_to(fresh(public), reviewer)}
    assert "stand" not in {one.action for one in workflow.open_to(fresh(public), reporter)}
