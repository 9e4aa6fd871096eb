"""What is wrong with one field is said beside it, and nothing else that was typed is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from agencies.models import Agency, User
from reports.models import Report
from reports.views.acting_forms import PaperForm, ParticularsForm
from tests.filing import PARTICULARS, begun, filled, submitted

AHEAD = f"{timezone.localdate() + timedelta(days=2):%Y-%m-%d}"
TODAY = f"{timezone.localdate():%Y-%m-%d}"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


def asked(**told: Any) -> ParticularsForm:
    return ParticularsForm({**PARTICULARS, "secrecy_on": TODAY, **told})


@pytest.mark.parametrize("number", ["没有", "无", "1234", "见公文"])
def test_a_telephone_has_digits(number: str) -> None:
    assert asked(contact_phone=number).errors["contact_phone"] == [
        "请填写能打通的办公电话，至少5位数字。"
    ]


@pytest.mark.parametrize("number", ["12345", "010-6888 0000转8012", "０１０—６８８８００００"])
def test_a_telephone_is_written_in_many_ways(number: str) -> None:
    assert asked(contact_phone=number).is_valid()


def test_a_review_lies_not_ahead() -> None:
    assert asked(secrecy_on=AHEAD).errors["secrecy_on"] == ["审查日期不能晚于今天。"]


def test_a_day_that_lies_ahead_is_told_beside_it(report: Report, reporter: User) -> None:
    sent = submitted(report, reporter)
    form = {
        "revision": sent.revision_id,
        "offline": "1",
        "post": "局长",
        "name": "周局",
        "signed_on": AHEAD,
        "opinion": "同意",
        "scan": SimpleUploadedFile("签批.pdf", b"%PDF-1.7 signed"),
    }
    client = Client()
    client.force_login(reporter)
    page = client.post(f"/reports/{sent.pk}/do/sign/", form).content.decode()
    after_field = page.partition('id="paper_signed_on"')[2]
    assert "签批日期不能晚于今天。" in after_field.partition('id="paper_opinion"')[0]
    assert 'value="周局"' in page


def test_each_field_says_in_chinese_that_it_is_empty() -> None:
    for form in (ParticularsForm({}), PaperForm({})):
        for problems in form.errors.values():
            assert all(str(one).startswith(("请填写", "请上传")) for one in problems)
