"""The filling page without scripts: the whole form comes back, what was changed is saved."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from agencies.models import Agency, User
from reports import drafting
from reports.forms import boxes
from reports.models import Report
from tests.filing import begun, submitted

ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def shown(report: Report) -> dict[str, str]:
    """What a page drawn now would send back untouched."""
    report.refresh_from_db()
    return {**boxes(report.content), "seen_version": str(report.version), "client": "page-1"}


def post(report: Report, user: User, form: dict[str, str], act: str = "keep") -> HttpResponse:
    client = Client()
    client.force_login(user)
    answer = client.post(f"/reports/{report.pk}/edit/", {**form, "act": act})
    report.refresh_from_db()
    return answer  # type: ignore[return-value]


def put(report: Report, by: User, key: str, was: object, now: object) -> None:
    drafting.save(report.pk, by, f"{by.pk}{key}{now}"[:40], 1, {key: {"was": was, "now": now}})


def test_an_untouched_form_changes_nothing(report: Report, reporter: User) -> None:
    put(report, reporter, ISSUED, None, 3)
    answer = post(report, reporter, shown(report))
    assert answer.status_code == 302
    assert report.version == 1


def test_what_was_typed_is_saved_and_totals_are_not_taken_from_the_form(
    report: Report, reporter: User
) -> None:
    form = shown(report) | {ISSUED: "１２", "disputes.review.total": "99", "prose.1": " 甲 \r\n乙"}
    post(report, reporter, form)
    assert report.figures[ISSUED] == 12
    assert report.figures["disputes.review.total"] is None
    assert report.content.text("1") == "甲\n乙"


def test_a_report_of_2019_takes_fewer_and_more_and_money(finance: Agency, reporter: User) -> None:
    old = begun(finance, year=2019)
    change, more = "licensing.licences.change", "charges.fees.change"
    money = "procurement.central.amount"
    post(old, reporter, shown(old) | {change: "-12", more: "+1036", money: "1605964.5"})
    assert (old.figures[change], old.figures[more], old.figures[money]) == (-12, 1036, "1605964.5")
    assert shown(old)[change] == "-12"


def test_what_someone_else_changed_meanwhile_is_not_put_back(
    report: Report, reporter: User, colleague: User
) -> None:
    form = shown(report)
    put(report, colleague, ISSUED, None, 9)
    post(report, reporter, form | {REPEALED: "2"})
    assert (report.figures[ISSUED], report.figures[REPEALED]) == (9, 2)


def test_the_same_box_changed_by_two_is_told_with_both_values(
    report: Report, reporter: User, colleague: User
) -> None:
    form = shown(report)
    put(report, colleague, ISSUED, None, 9)
    answer = post(report, reporter, form | {ISSUED: "8"})
    page = answer.content.decode()
    assert "钱同事已先改为“9”" in page
    assert f'id="box-{ISSUED}"' in page
    assert report.figures[ISSUED] == 9
    again = {**form, ISSUED: "8", "seen_version": str(report.version), "client": "page-2"}
    post(report, reporter, again)
    assert report.figures[ISSUED] == 8


def test_what_cannot_be_taken_stays_in_its_box(report: Report, reporter: User) -> None:
    answer = post(report, reporter, shown(report) | {ISSUED: "三件", REPEALED: "2"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="三件" aria-invalid="true"' in page
    assert "只能录入数字" in page
    assert report.figures[REPEALED] == 2


def test_a_form_sent_twice_is_saved_once(report: Report, reporter: User) -> None:
    form = shown(report) | {ISSUED: "1"}
    post(report, reporter, form)
    post(report, reporter, form)
    assert report.changes.filter(key=ISSUED).count() == 1


@pytest.mark.parametrize("odd", ["\0", "a\nb", "９" * 50, "9" * 5000])
def test_a_form_with_odd_names_is_saved_all_the_same(
    odd: str, report: Report, reporter: User
) -> None:
    form = shown(report) | {ISSUED: "8", "client": odd, "seen_version": odd}
    assert post(report, reporter, form).status_code == 302
    assert report.figures[ISSUED] == 8


def test_the_rest_is_filled_with_zeros_after_what_was_typed(report: Report, reporter: User) -> None:
    post(report, reporter, shown(report) | {ISSUED: "5"}, act="fill-zeros")
    assert (report.figures[ISSUED], report.figures[REPEALED]) == (5, 0)


def test_a_zero_report_is_asked_about_first(report: Report, reporter: User) -> None:
    page = post(report, reporter, shown(report), act="zero-report").content.decode()
    assert 'aria-labelledby="zero-title" open' in page
    assert report.version == 0


def test_a_check_returns_to_the_findings(report: Report, reporter: User) -> None:
    answer = post(report, reporter, shown(report), act="check")
    assert answer["Location"] == f"/reports/{report.pk}/edit/#findings"


def test_a_form_that_comes_after_sending_is_refused_in_words(
    report: Report, reporter: User
) -> None:
    form = shown(report)
    submitted(report, reporter)
    answer = post(report, reporter, form | {ISSUED: "7"})
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "“审签中”状态，不能修改" in told
    assert "本年制发件数：7" in told
    assert report.figures[ISSUED] == 0


def test_what_could_not_be_saved_is_not_called_blank_besides(
    report: Report, reporter: User
) -> None:
    drafting.fill_zeros(report.pk, reporter)
    put(report, reporter, ISSUED, 0, None)
    put(report, reporter, REPEALED, 0, None)
    page = post(report, reporter, shown(report) | {ISSUED: "三件"}).content.decode()
    assert "没有保存" in page
    assert "还有1格没有填写：“规章 × 本年废止件数”" in page.partition("draft-facts")[0]
    put(report, reporter, REPEALED, None, 1)
    page = post(report, reporter, shown(report) | {ISSUED: "三件"}).content.decode()
    assert "格没有填写" not in page.partition("draft-facts")[0]
    assert "送审（3 处待填）" in page
