"""恢复 without scripts: a field, a paragraph or the whole, and what stops it."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports.models import Prefill, Report
from tests.clients import of
from tests.drafting.saves import figure, fresh, put, text
from tests.filing import begun, submitted
from tests.reports.pasts import ISSUED, aged, thrice_changed

REPEALED = "documents.rules.repealed"
CARRIED = "applications.brought_forward.natural_person"
PROSE = "prose.1"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return thrice_changed(finance, reporter)


def test_nobody_is_offered_to_restore_what_is_out_of_his_hands(
    report: Report, reporter: User, reviewer: User
) -> None:
    def page(user: User) -> str:
        return of(user).get(f"/reports/{report.pk}/past/").content.decode()

    assert "恢复到此时" in page(reporter)
    assert "恢复" not in page(reviewer)
    assert "查看此时全文" in page(reviewer)


def test_a_field_is_restored_without_scripts(report: Report, reporter: User) -> None:
    url = f"/reports/{report.pk}/past/{ISSUED}/"
    page = of(reporter).post(url, {"version": "2", "seen": "3"}, follow=True)
    assert "已恢复" in page.content.decode()
    assert figure(report, ISSUED) == 5


@pytest.mark.parametrize("data", [{}, {"version": "x", "seen": "3"}, {"version": "1"}])
def test_a_malformed_wish_restores_nothing(
    report: Report, reporter: User, data: dict[str, str]
) -> None:
    url = f"/reports/{report.pk}/past/{ISSUED}/"
    answer = of(reporter).post(url, data, headers={"accept": "application/json"})
    assert (answer.status_code, fresh(report).version) == (400, 3)


def test_a_reviewer_reads_the_past_and_restores_nothing(report: Report, reviewer: User) -> None:
    url = f"/reports/{report.pk}/past/{ISSUED}/"
    assert "恢复<span" not in of(reviewer).get(url).content.decode()
    assert of(reviewer).post(url, {"version": "1", "seen": "3"}).status_code == 403


def test_a_value_changed_since_is_not_overwritten(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, colleague, ISSUED, None, 9)
    url = f"/reports/{report.pk}/past/{ISSUED}/"
    wish = {"version": "1", "seen": "3"}
    answer = of(reporter).post(url, wish, headers={"accept": "application/json"})
    assert answer.status_code == 422
    assert "钱同事又作了修改" in answer.json()["message"]
    assert figure(report, ISSUED) == 9


def test_the_whole_is_asked_about_with_the_number_of_changes(
    report: Report, reporter: User
) -> None:
    put(report, reporter, PROSE, "", "甲。")
    page = of(reporter).get(f"/reports/{report.pk}/past/at/2/").content.decode()
    assert "将改动 <b>2</b> 处" in page
    assert "确认恢复" in page


def test_the_whole_is_restored_after_it_was_confirmed(report: Report, reporter: User) -> None:
    put(report, reporter, PROSE, "", "甲。")
    url = f"/reports/{report.pk}/past/at/2/"
    page = of(reporter).post(url, {"seen": "4"}, follow=True).content.decode()
    assert "已恢复，改动2处" in page
    assert (figure(report, ISSUED), text(report, "1")) == (5, "")


def test_what_others_changed_since_is_shown_before_the_whole_is_restored(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, colleague, REPEALED, None, 9)
    url = f"/reports/{report.pk}/past/at/2/"
    answer = of(reporter).post(url, {"seen": "3"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "钱同事" in page
    assert "仍然恢复" in page
    assert 'name="seen" value="4"' in page
    assert figure(report, REPEALED) == 9


def test_a_version_that_never_was_is_not_found(report: Report, reporter: User) -> None:
    assert of(reporter).get(f"/reports/{report.pk}/past/at/4/").status_code == 404


def test_a_report_that_was_sent_shows_its_past_alone(finance: Agency, reporter: User) -> None:
    sent = submitted(begun(finance), reporter)
    page = of(reporter).get(f"/reports/{sent.pk}/past/at/1/").content.decode()
    assert "不能修改" in page
    assert "确认恢复" not in page


def test_one_paragraph_is_restored_without_scripts(report: Report, reporter: User) -> None:
    put(report, reporter, PROSE, "", "甲段。\n乙段。")
    put(report, reporter, PROSE, "甲段。\n乙段。", "甲段改。\n乙段改。")
    aged(report)
    url = f"/reports/{report.pk}/past/{PROSE}/"
    assert "恢复本段" in of(reporter).get(url).content.decode()
    of(reporter).post(url, {"version": "4", "seen": "5", "paragraph": "1"})
    assert text(report, "1") == "甲段改。\n乙段。"


def test_what_is_locked_is_told_before_the_whole_is_restored(
    report: Report, reporter: User
) -> None:
    state, source = Prefill.State.CONFIRMED, Prefill.Source.CARRIED
    put(report, reporter, CARRIED, None, 6)
    Prefill.objects.create(
        report=report, key=CARRIED, value=6, source=source, state=state, by=reporter
    )
    url = f"/reports/{report.pk}/past/at/1/"
    page = of(reporter).get(url).content.decode()
    assert "将改动 <b>1</b> 处" in page
    assert "另有 1 处已锁定，不会改动" in page
    page = of(reporter).post(url, {"seen": "4"}, follow=True).content.decode()
    assert "没有恢复" in page
    assert (figure(report, CARRIED), figure(report, ISSUED)) == (6, 3)


def test_nothing_is_offered_where_all_that_differs_is_locked(
    report: Report, reporter: User
) -> None:
    put(report, reporter, CARRIED, None, 6)
    state, source = Prefill.State.CONFIRMED, Prefill.Source.CARRIED
    Prefill.objects.create(
        report=report, key=CARRIED, value=6, source=source, state=state, by=reporter
    )
    url = f"/reports/{report.pk}/past/at/3/"
    page = of(reporter).get(url).content.decode()
    assert "与现在不同的 1 处都已锁定" in page
    assert "确认恢复" not in page
    page = of(reporter).post(url, {"seen": "4"}, follow=True).content.decode()
    assert "已恢复" not in page
    assert "没有恢复" in page
