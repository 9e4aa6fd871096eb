"""What a district decides holds below it, is journaled, and never goes past what is fixed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, Role, User
from agencies.tree import office_name_for
from reports import drafting
from reports.checks import Severity
from reports.local import keeping
from reports.local.keeping import NotAllowedError, Wish, change
from reports.local.reading import PHRASES, local_for
from reports.models import SettingChange, SettingKind
from tests.filing import begun, filled
from tests.make import make_agency, make_user


def one(agency: Agency, by: User, kind: str, key: str, value: str | None) -> list[SettingChange]:
    return change(agency, by, [Wish(kind, key, value)])


def test_a_decision_holds_for_the_subtree_and_nobody_else(
    county: Agency, finance: Agency, elsewhere: Agency, office: User
) -> None:
    one(county, office, SettingKind.WRONG, "稳托", "稳妥")
    assert local_for(finance).checks.wrong_words == {"稳托": "稳妥"}
    assert local_for(elsewhere).checks.wrong_words == {}


def test_the_nearest_decision_wins_word_by_word(
    county: Agency, finance: Agency, office: User
) -> None:
    change(county, office, [Wish("wrong", "稳托", "稳妥"), Wish("wrong", "公天", "公开")])
    one(finance, office, SettingKind.WRONG, "稳托", "稳健")
    assert local_for(finance).checks.wrong_words == {"稳托": "稳健", "公天": "公开"}
    one(finance, office, SettingKind.WRONG, "稳托", None)
    assert local_for(finance).checks.wrong_words["稳托"] == "稳妥"


def test_every_change_says_who_made_it_and_what_it_was(county: Agency, office: User) -> None:
    one(county, office, SettingKind.SEVERITY, "jumps", "off")
    one(county, office, SettingKind.SEVERITY, "jumps", "warning")
    assert one(county, office, SettingKind.SEVERITY, "jumps", "warning") == []
    one(county, office, SettingKind.SEVERITY, "jumps", None)
    told = SettingChange.objects.filter(agency=county, by=office).order_by("id")
    assert list(told.values_list("before", "after")) == [
        (None, "off"),
        ("off", "warning"),
        ("warning", None),
    ]


def test_an_administrator_of_the_system_decides_too(county: Agency, sysadmin: User) -> None:
    assert one(county, sysadmin, SettingKind.KEPT, "登陆平台期", "")


@pytest.mark.parametrize("who", ["reporter", "reviewer", "secadmin", "auditor"])
def test_nobody_else_decides(
    who: str, county: Agency, finance: Agency, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        one(finance, request.getfixturevalue(who), SettingKind.KEPT, "登陆平台期", "")
    assert not SettingChange.objects.exists()


def test_the_office_of_a_bureau_decides_nothing_for_its_county(
    county: Agency, finance: Agency
) -> None:
    below = make_user("xia", {Role.OFFICE: finance})
    with pytest.raises(PermissionDenied):
        one(county, below, SettingKind.KEPT, "登陆平台期", "")


@pytest.mark.parametrize(
    ("kind", "key", "value", "told"),
    [
        ("severity", "identities", "note", "基本要求"),
        ("severity", "blank_cells", "off", "基本要求"),
        ("severity", "invalid_values", "warning", "基本要求"),
        ("severity", "no_such_check", "off", "基本要求"),
        ("severity", "wrong_words", "error", "不能这样"),
        ("wrong", "登陆", "请登陆", "还会再报"),
        ("wrong", "登", "登录", "每个词须为2至40字"),
        ("sensitive", "字" * 41, "", "每个词须为2至40字"),
        ("longest", "2", "100", "第一、五、六"),
        ("longest", "1", "一千", "应为0至"),
        pytest.param("longest", "1", "9" * 5000, "应为0至", id="longest-of-5000-digits"),
        ("due", "department", "02-01", "晚于.*1月31日"),
        ("due", "government", "04-01", "晚于.*3月31日"),
        ("due", "government", "02-30", "不是日期"),
        ("phrase", "字", "", "2至200字"),
    ],
)
def test_what_may_not_be_decided_is_refused_in_words(
    kind: str, key: str, value: str, told: str, county: Agency, office: User
) -> None:
    with pytest.raises(NotAllowedError, match=told):
        one(county, office, kind, key, value)
    assert not SettingChange.objects.exists()


def test_of_several_decisions_all_are_made_or_none(county: Agency, office: User) -> None:
    with pytest.raises(NotAllowedError):
        change(county, office, [Wish("kept", "登陆平台期", ""), Wish("kept", "短" * 99, "")])
    assert local_for(county).checks.kept_words == ()


def test_a_draft_is_judged_as_its_district_says(
    finance: Agency, county: Agency, reporter: User, office: User
) -> None:
    report = filled(begun(finance), reporter)
    change_ = {"prose.6": {"was": "无其他事项。", "now": "请登陆网站查阅。"}}
    drafting.save(report.pk, reporter, "words", 1, change_)
    report.refresh_from_db()
    assert [j.finding.severity for j in drafting.judged(report)] == [Severity.WARNING]
    one(county, office, SettingKind.SEVERITY, "wrong_words", "note")
    assert [j.finding.severity for j in drafting.judged(report)] == [Severity.NOTE]
    one(county, office, SettingKind.SEVERITY, "wrong_words", "off")
    assert drafting.judged(report) == []


def test_a_limit_of_length_is_for_the_checks_to_read_and_none_lifts_it(
    county: Agency, finance: Agency, office: User
) -> None:
    one(county, office, SettingKind.LONGEST, "1", "1000")
    assert local_for(finance).longest == {1: 1000}
    one(finance, office, SettingKind.LONGEST, "1", "0")
    assert local_for(finance).longest == {}


def test_a_district_adds_sentences_to_those_shipped(county: Agency, office: User) -> None:
    one(county, office, SettingKind.PHRASE, "经与司法局核对，数据无误。", "")
    assert local_for(county).phrases == (*PHRASES, "经与司法局核对，数据无误。")


def test_the_office_is_called_as_its_district_says(
    county: Agency, finance: Agency, office: User
) -> None:
    assert keeping.name_office(county, office, "政务公开科")
    assert office_name_for(finance) == "政务公开科"
    assert not keeping.name_office(Agency.objects.get(pk=county.pk), office, "政务公开科")
    (told,) = SettingChange.objects.all()
    assert (told.kind, told.before, told.after) == ("office", None, "政务公开科")


def test_what_a_bureau_decides_does_not_reach_its_sister(county: Agency, office: User) -> None:
    sister, other = (make_agency(parent=county) for _ in range(2))
    one(sister, office, SettingKind.KEPT, "登陆平台期", "")
    assert local_for(other).checks.kept_words == ()
