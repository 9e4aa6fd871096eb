"""审签步骤 of an agency: its reviewers set them, and never under a report that is being signed."""

from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, Role, User
from reports.models import Report, SignoffStep
from tests.filing import begun, filled, submitted
from tests.make import make_user

PAGE = "/agencies/caizheng/steps/"


def set_steps(user: User, *steps: tuple[str, str]) -> Any:
    client = Client()
    client.force_login(user)
    data = {"step-TOTAL_FORMS": "5", "step-INITIAL_FORMS": "5"}
    for number, (post, signer) in enumerate(steps):
        data |= {f"step-{number}-post": post, f"step-{number}-signer": signer}
    return client.post(PAGE, data)


def posts() -> list[tuple[int, str]]:
    return list(SignoffStep.objects.values_list("number", "post"))


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def test_a_reviewer_sets_the_steps_in_order(
    finance: Agency, reviewer: User, reporter: User, report: Report
) -> None:
    set_steps(reviewer, ("科室负责人", str(reviewer.pk)), ("", ""), ("主要负责人", ""))
    assert posts() == [(1, "科室负责人"), (2, "主要负责人")]
    sent = submitted(report, reporter)
    client = Client()
    client.force_login(reviewer)
    assert "科室负责人审签" in client.get(f"/reports/{sent.pk}/do/sign/").content.decode()


def test_there_is_always_a_step(reviewer: User) -> None:
    assert set_steps(reviewer).status_code == 409
    assert not posts()


def test_a_signer_signs_as_something(reviewer: User) -> None:
    assert "请填写职务" in set_steps(reviewer, ("", str(reviewer.pk))).content.decode()
    assert not posts()


def test_only_a_reviewer_of_the_agency_signs(reviewer: User, reporter: User) -> None:
    set_steps(reviewer, ("主要负责人", str(reporter.pk)))
    assert not posts()


def test_steps_stand_still_under_a_report_in_hand(
    report: Report, reporter: User, reviewer: User
) -> None:
    set_steps(reviewer, ("主要负责人", ""))
    submitted(filled(report, reporter), reporter)
    answer = set_steps(reviewer, ("分管负责人", ""))
    assert answer.status_code == 409
    assert "正在审签" in answer.content.decode()
    assert posts() == [(1, "主要负责人")]


def test_who_is_no_reviewer_there_cannot_set_them(
    reporter: User, outsider: User, elsewhere: Agency
) -> None:
    stranger = make_user("stranger", {Role.REVIEWER: elsewhere})
    assert set_steps(reporter, ("主要负责人", "")).status_code == 403
    assert set_steps(outsider, ("主要负责人", "")).status_code == 404
    assert set_steps(stranger, ("主要负责人", "")).status_code == 404
    assert not posts()


def test_no_more_forms_are_read_than_there_are_steps(
    reviewer: User, finance: Agency, django_assert_max_num_queries: Any
) -> None:
    client = Client()
    client.force_login(reviewer)
    with django_assert_max_num_queries(40):
        answer = client.post(PAGE, {"step-TOTAL_FORMS": "2000", "step-INITIAL_FORMS": "0"})
    assert answer.status_code == 200
    assert not posts()
