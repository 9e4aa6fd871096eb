"""待确认 without scripts, the origin of a value, and what the reviewer reads of an unlocking."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting
from reports.models import Prefill, Report
from tests.drafting.openings import BUSINESS, NATURAL, left_over, waiting
from tests.drafting.saves import figure, fresh, put
from tests.filing import YEAR, begun, filled, published, submitted


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)
    return begun(finance)


@pytest.fixture
def clerk(client: Client, reporter: User, report: Report) -> Client:
    client.force_login(reporter)
    client.get(f"/reports/{report.pk}/edit/")
    return client


def sent(client: Client, report: Report, act: str, data: dict[str, object]) -> str:
    answer = client.post(f"/reports/{report.pk}/prefills/{act}/", data, follow=True)
    assert answer.redirect_chain == [(f"/reports/{report.pk}/edit/", 302)]
    return answer.content.decode()


def test_opening_the_page_lets_last_year_wait(clerk: Client, report: Report) -> None:
    assert {key: one.value for key, one in waiting(report).items()}[NATURAL] == 12
    page = clerk.get(f"/reports/{report.pk}/edit/")
    assert page.context["aside"].basis == f"{YEAR - 1}年度报告（已发布）"
    assert page.context["facts"]["last_year"]["applications.carried_over.natural_person"] == 12
    assert page.context["facts"]["prefills"][NATURAL]["state"] == "waiting"


def test_reading_lets_nothing_wait(client: Client, reviewer: User, report: Report) -> None:
    client.force_login(reviewer)
    client.get(f"/reports/{report.pk}/edit/", follow=True)
    assert not waiting(report)


def test_what_is_ticked_is_confirmed_without_scripts(clerk: Client, report: Report) -> None:
    ids = [waiting(report)[key].pk for key in (NATURAL, BUSINESS)]
    assert "已确认2格。" in sent(clerk, report, "confirm", {"prefill": ids})
    assert (figure(report, NATURAL), figure(report, BUSINESS)) == (12, 3)


def test_nothing_ticked_is_said(clerk: Client, report: Report) -> None:
    assert "请先选择要处理的格" in sent(clerk, report, "decline", {})
    assert len(waiting(report)) == 6


def test_what_is_declined_without_scripts_is_gone(clerk: Client, report: Report) -> None:
    words = sent(clerk, report, "decline", {"prefill": waiting(report)[NATURAL].pk})
    assert "已不采用1格的待确认数" in words
    assert NATURAL not in waiting(report)


def test_a_conflict_is_told_without_scripts(clerk: Client, report: Report, reporter: User) -> None:
    seen = waiting(report)[NATURAL].pk
    put(report, reporter, NATURAL, None, 15)
    assert "已由王填报填为15，没有改动" in sent(clerk, report, "confirm", {"prefill": seen})
    assert figure(report, NATURAL) == 15


def test_unlocking_without_scripts(clerk: Client, report: Report, reporter: User) -> None:
    drafting.confirm(report.pk, reporter, [waiting(report)[NATURAL].pk])
    assert "请填写解锁原因" in sent(clerk, report, "unlock", {"key": NATURAL, "reason": ""})
    sent(clerk, report, "unlock", {"key": NATURAL, "reason": "上年多计"})
    assert put(report, reporter, NATURAL, 12, 11)["state"] == "saved"


def test_garbage_is_refused(clerk: Client, report: Report) -> None:
    for garbage in ("x", "9" * 30, "²"):
        answer = clerk.post(
            f"/reports/{report.pk}/prefills/confirm/",
            {"prefill": garbage},
            headers={"Accept": "application/json"},
        )
        assert answer.status_code == 400


def test_a_value_tells_its_origin(clerk: Client, report: Report, reporter: User) -> None:
    put(report, reporter, NATURAL, None, 255)
    put(report, reporter, NATURAL, 255, 254)
    told = clerk.get(f"/reports/{report.pk}/origin/{NATURAL}/").json()
    assert (told["source"], told["by"], told["before"]) == ("typed", "王填报", 255)
    assert told["label"].endswith("王填报录入（原值 255）")
    assert clerk.get(f"/reports/{report.pk}/origin/prose.1/").json() == {}
    assert clerk.get(f"/reports/{report.pk}/origin/nothing/").status_code == 404


@pytest.mark.parametrize("page", ["", "do/sign/"])
def test_the_reviewer_reads_why_a_carry_over_was_changed(
    clerk: Client, report: Report, reporter: User, reviewer: User, page: str
) -> None:
    drafting.confirm(report.pk, reporter, [one.pk for one in waiting(report).values()])
    for key, was in ((NATURAL, 12), (BUSINESS, 3)):
        drafting.unlock(report.pk, reporter, key, f"台账为0，上年误计{was}件")
        put(report, reporter, key, was, 0)
    submitted(filled(fresh(report), reporter), reporter)
    clerk.force_login(reviewer)
    shown = clerk.get(f"/reports/{report.pk}/{page}").content.decode()
    assert "上年结转数的解锁和改动" in shown
    assert "台账为0，上年误计12件" in shown


def test_whoever_sends_is_told_of_what_waits_beside_what_he_filled_in(
    clerk: Client, report: Report, reporter: User
) -> None:
    key = "licensing.licences.decisions"
    put(report, reporter, key, None, 5)
    url = f"/reports/{report.pk}/submit/"
    assert "待确认的内容与已填的不同" not in clerk.get(url).content.decode()
    Prefill.objects.create(report=report, key=key, value=7, source="division", by=reporter)
    assert "还有 1 处待确认的内容与已填的不同" in clerk.get(url).content.decode()
