"""雷同比对 of a district: 政务公开办 alone sees whose drafts are alike, and in which sentences."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import alike, tasks
from reports.models import Comparison, Job, Report
from tests.alike import SECRET, published_by, staff, worded
from tests.checks.likeness.texts import SENTENCES
from tests.filing import begun
from tests.make import make_agency

URL = "/agencies/moumou/alike/"


@pytest.fixture
def drafts(finance: Agency, reporter: User, education: Agency) -> tuple[Report, Report]:
    """Two drafts with nine of ten sentences in common."""
    by, _ = staff(education)
    return (
        worded(begun(finance), reporter),
        worded(begun(education), by, [*SENTENCES[:9], SECRET]),
    )


def ask(user: User, url: str = URL, **posted: str) -> str:
    client = Client()
    client.force_login(user)
    answer = client.post(url, posted, follow=True) if posted else client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def done() -> Job:
    job = Job.objects.get(kind="alike")
    tasks.run(job.pk)
    job.refresh_from_db()
    return job


def test_the_office_has_the_drafts_of_its_district_compared(
    office: User, drafts: tuple[Report, Report]
) -> None:
    assert "开始比对" in ask(office)
    assert "正在比对" in ask(office, csrf="")
    assert done().state == Job.State.DONE
    shown = ask(office)
    assert "比对了 2 份报告" in shown
    assert "某某县财政局" in shown
    assert "90%" in shown


def test_the_office_sees_the_alike_sentences_and_no_others(
    office: User, drafts: tuple[Report, Report]
) -> None:
    first, second = drafts
    shown = ask(office, f"{URL}{second.pk}/{first.pk}/")
    assert SENTENCES[8] in shown
    assert SECRET not in shown
    assert SENTENCES[9] not in shown


def test_personal_data_of_a_draft_is_masked_for_the_office_too(
    finance: Agency, reporter: User, education: Agency, office: User
) -> None:
    by, _ = staff(education)
    names = "依申请公开中，申请人{}（手机{}）要求公开征地补偿安置方案和听证笔录，已当面说明。"
    told = [names.format("张建国", "13812345678"), names.format("张建国", "13987654321")]
    first = worded(begun(finance), reporter, [*SENTENCES[:5], told[0]])
    second = worded(begun(education), by, [*SENTENCES[:5], told[1]])
    shown = ask(office, f"{URL}{first.pk}/{second.pk}/")
    assert "征地补偿安置方案和听证笔录" in shown
    for secret in ("建国", "13812345678", "345678", "13987654321"):
        assert secret not in shown


@pytest.mark.parametrize("other", ["{first}", "{last}", "0", "99999999999999999999"])
def test_what_is_no_pair_of_one_year_is_not_there(
    other: str, office: User, drafts: tuple[Report, Report], finance: Agency
) -> None:
    first, last = drafts[0].pk, begun(finance, year=2023).pk
    client = Client()
    client.force_login(office)
    pair = f"{URL}{first}/{other.format(first=first, last=last)}/"
    assert client.get(pair).status_code == 404


def test_no_page_of_anybody_else_tells_of_the_drafts(
    drafts: tuple[Report, Report],
    reporter: User,
    reviewer: User,
    outsider: User,
    sysadmin: User,
    auditor: User,
) -> None:
    alike.compare(drafts[0].duty.campaign.owner_id, 2024)
    assert Comparison.objects.get().pairs == [[drafts[0].pk, drafts[1].pk, 90]]
    for person in (reporter, reviewer, outsider, sysadmin, auditor):
        client = Client()
        client.force_login(person)
        for url in (URL, f"{URL}{drafts[0].pk}/{drafts[1].pk}/", "/agencies/caizheng/alike/"):
            assert client.get(url).status_code == 404
        assert "/alike/" not in client.get("/").content.decode()


def test_a_comparison_keeps_no_words(drafts: tuple[Report, Report], county: Agency) -> None:
    alike.compare(county.pk, 2024)
    kept = Comparison.objects.values().get()
    assert kept["pairs"]
    assert not [one for one in SENTENCES if one[:6] in str(kept)]


def test_a_change_of_any_text_asks_for_another_comparison(
    drafts: tuple[Report, Report], reporter: User, county: Agency, office: User
) -> None:
    alike.compare(county.pk, 2024)
    assert alike.standing(county, 2024).is_current
    assert "此后有报告改动" not in ask(office)
    worded(drafts[0], reporter, SENTENCES[:2])
    assert not alike.standing(county, 2024).is_current
    assert "此后有报告改动" in ask(office)


def test_a_comparison_that_waits_is_not_asked_for_twice(county: Agency) -> None:
    for _ in range(2):
        alike.ask(county, 2024)
    assert Job.objects.filter(kind="alike").count() == 1
    done()
    alike.ask(county, 2024)
    assert Job.objects.filter(kind="alike").count() == 2


def test_reports_of_other_districts_and_years_are_not_compared(
    drafts: tuple[Report, Report], county: Agency, elsewhere: Agency, finance: Agency
) -> None:
    published_by(elsewhere)
    published_by(make_agency("minzheng", "某某县民政局", parent=county), year=2023)
    alike.compare(county.pk, 2024)
    assert Comparison.objects.get().counted == 2
    assert len(Comparison.objects.get().pairs) == 1


def test_the_office_finds_the_page_from_its_first_one(
    office: User, drafts: tuple[Report, Report]
) -> None:
    assert f'href="{URL}?year=2024"' in ask(office, "/")
