"""What is around a draft is not asked for at every key, but always by whoever opens or sends it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from agencies.models import Agency, User
from reports import drafting
from reports.models import Report, Setting, SettingKind
from tests.drafting.saves import fresh, save
from tests.filing import begun

ISSUED = "documents.rules.issued"
WORD = "一律"


@pytest.fixture(autouse=True)
def an_hour(settings: Settings) -> None:
    settings.DRAFT_AROUND_SECONDS = 3600


@pytest.fixture
def written(report: Report, reporter: User) -> Report:
    save(report, reporter, {"prose.5": ("", f"{WORD}公开。")})
    return fresh(report)


def forbid(agency: Agency) -> None:
    """The district takes a word into its list."""
    Setting.objects.create(agency=agency, kind=SettingKind.SENSITIVE, key=WORD, value="")


def is_found(findings: list[dict[str, object]]) -> bool:
    return any(WORD in str(one["message"]) for one in findings)


def test_the_next_key_asks_for_less(written: Report, reporter: User, settings: Settings) -> None:
    with CaptureQueriesContext(connection) as kept:
        save(written, reporter, {ISSUED: (None, 1)})
    settings.DRAFT_AROUND_SECONDS = 0
    with CaptureQueriesContext(connection) as asked:
        save(written, reporter, {ISSUED: (1, 2)})
    assert len(asked) - len(kept) == 5


def test_who_types_hears_of_it_later_and_who_opens_at_once(
    written: Report, reporter: User, finance: Agency, settings: Settings
) -> None:
    forbid(finance)
    assert not is_found(save(written, reporter, {ISSUED: (None, 1)})["findings"])
    assert is_found([one.to_json() for one in drafting.judged(fresh(written))])
    settings.DRAFT_AROUND_SECONDS = 0
    assert is_found(save(written, reporter, {ISSUED: (1, 2)})["findings"])


def test_each_draft_has_its_own(
    written: Report, reporter: User, education: Agency, outsider: User
) -> None:
    forbid(education)
    said = {"prose.5": ("", f"{WORD}公开。")}
    assert is_found(save(begun(education), outsider, said)["findings"])
    assert not is_found(save(written, reporter, {ISSUED: (None, 1)})["findings"])
