"""数据来源: where every value came from and by whom, for the agency's own staff alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report
from tests.clients import of
from tests.drafting.openings import BUSINESS, NATURAL, left_over, waiting
from tests.drafting.saves import fresh, put, save
from tests.filing import YEAR, begun, filled, published, submitted

ISSUED = "licensing.licences.decisions"
TOTAL = "applications.brought_forward.total"


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    """Carried, pasted, typed, filled with zeros, summed up; nothing of it unlocked."""
    published(left_over(begun(finance, year=YEAR - 1), reporter, 1, 2), reporter, reviewer)
    report = begun(finance)
    drafting.carry(report, reporter)
    drafting.confirm(report.pk, reporter, [one.pk for one in waiting(report).values()])
    save(report, reporter, {ISSUED: (None, 7)}, "pasted")
    closed = {"natural_person": 1, "business": 2}
    carried = {f"applications.carried_over.{c}": (None, n) for c, n in closed.items()}
    save(report, reporter, carried)
    return filled(fresh(report), reporter)


def told(report: Report, user: User, number: str = "") -> dict[str, str]:
    url = f"/reports/{report.pk}/origins/{number}"
    answer = of(user).get(url, headers={"accept": "application/json"})
    found: dict[str, str] = answer.json()
    return found


def test_every_value_tells_where_it_came_from(
    report: Report, reviewer: User, reporter: User
) -> None:
    drafting.unlock(report.pk, reporter, BUSINESS, "上年误计")
    found = told(report, reviewer)
    assert found[NATURAL].startswith("上年结转带入")
    assert found[NATURAL].endswith("王填报确认")
    assert found[BUSINESS].endswith("；王填报已解锁：上年误计")
    assert found[ISSUED].endswith("王填报粘贴")
    assert found[TOTAL] == "系统合计"
    assert found["documents.rules.repealed"].endswith("王填报按“其余补0”填入")
    assert found["prose.1"].endswith("王填报录入")
    assert found[NATURAL] == drafting.origin(report, NATURAL)["label"]


def test_a_revision_tells_what_was_so_when_it_was_sent(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    before = told(sent, reviewer)
    back = workflow.advance(sent, "return", reviewer, "请核对", revision=sent.revision_id)
    put(back, reporter, ISSUED, 7, 8)
    drafting.unlock(back.pk, reporter, NATURAL, "台账为0")
    assert told(back, reviewer, "?number=1") == before
    assert told(back, reviewer)[ISSUED].endswith("王填报录入（原值 7）")
    assert of(reviewer).get(f"/reports/{back.pk}/origins/?number=2").status_code == 404


def test_all_of_it_stands_on_one_page_in_printed_order(report: Report, reporter: User) -> None:
    answer = of(reporter).get(f"/reports/{report.pk}/origins/")
    page = answer.content.decode()
    headings = [heading for heading, _ in answer.context["parts"]]
    assert headings == [section.heading for section in report.format.sections]
    assert page.index("王填报粘贴") < page.index("上年结转带入")
    lines = [line for _, of_part in answer.context["parts"] for line in of_part]
    assert tuple(line.value for line in lines if line.value in {"7", "3"})[:2] == ("7", "3")


def test_a_blank_report_has_nothing_to_tell(finance: Agency, reporter: User) -> None:
    blank = begun(finance, year=YEAR + 1)
    assert told(blank, reporter) == {}
    page = of(reporter).get(f"/reports/{blank.pk}/origins/").content.decode()
    assert "还没有填写" in page


def test_it_takes_few_queries_however_much_there_is(
    report: Report, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(3):
        drafting.origins(report)


def test_only_the_own_staff_is_offered_it_and_never_in_public(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    out = published(report, reporter, reviewer)
    pages = {user: of(user).get(f"/reports/{out.pk}/") for user in (reporter, reviewer, office)}
    offered = ["数据来源" in page.content.decode() for page in pages.values()]
    assert offered == [True, True, False]
    public = Client().get(f"/open/{out.duty.agency.slug}/{YEAR}/")
    assert public.status_code == 200
    assert "来源" not in public.content.decode()
    assert "王填报" not in public.content.decode()
