"""What a page says of where a report stands, and what an act will bring about, is true."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import workflow
from reports.models import Report
from tests.filing import begun, published, submitted


@pytest.fixture
def public(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def read(user: User, path: str) -> str:
    client = Client()
    client.force_login(user)
    return client.get(path).content.decode()


def test_a_report_that_was_taken_down_is_nowhere_called_published(
    public: Report, reviewer: User, office: User
) -> None:
    paths = [f"/reports/{public.pk}/", "/", f"/reports/{public.pk}/do/correct/"]
    for path in paths:
        assert ">已发布</span>" in read(reviewer, path)
    revision = public.revision_id
    workflow.advance(public, "take_down", office, "与上报文本不一致。", revision=revision)
    for path in paths:
        assert ">已撤下</span>" in read(reviewer, path)
        assert ">已发布</span>" not in read(reviewer, path)


def test_a_question_says_what_will_come_of_it(
    finance: Agency, reporter: User, reviewer: User
) -> None:
    sent = submitted(begun(finance), reporter)
    assert "？报告回到草稿，可以修改后再送审。" in read(reporter, f"/reports/{sent.pk}/")
