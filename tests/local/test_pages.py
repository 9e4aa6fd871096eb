"""The screen of the local settings: what it shows, takes, refuses and remembers."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports.drafting.judging import rules
from reports.local.reading import local_for, verify_base
from reports.models import Setting, SettingChange


def visit(user: User, agency: Agency, part: str, **form: object) -> tuple[int, str]:
    client = Client()
    client.force_login(user)
    url = f"/agencies/{agency.slug}/settings/{part}/"
    answer = client.post(url, form, follow=True) if form else client.get(url)
    return answer.status_code, answer.content.decode()


def test_every_check_is_listed_in_words_with_its_number(county: Agency, office: User) -> None:
    _, page = visit(office, county, "rules")
    for rule in rules():
        assert rule.asks in page
        assert f'<td class="figure">{rule.number}</td>' in page
    assert page.count("不能调整") >= 4


def test_a_severity_is_chosen_and_told_to_those_below(
    county: Agency, finance: Agency, office: User
) -> None:
    visit(office, county, "rules", **{"was-jumps": "", "now-jumps": "off"})
    assert local_for(finance).checks.severities == {"jumps": None}
    _, page = visit(office, finance, "rules")
    assert "不另设：不检查（某某县人民政府）" in page


def test_a_page_that_is_old_changes_only_what_was_chosen_on_it(
    county: Agency, office: User
) -> None:
    visit(office, county, "rules", **{"was-jumps": "", "now-jumps": "off"})
    old = {"was-jumps": "", "now-jumps": "", "was-pairs": "", "now-pairs": "note"}
    visit(office, county, "rules", **old)
    assert set(Setting.objects.values_list("key", "value")) == {("jumps", "off"), ("pairs", "note")}


def test_a_fixed_check_cannot_be_posted_away(county: Agency, office: User) -> None:
    status, page = visit(office, county, "rules", **{"was-identities": "", "now-identities": "off"})
    assert status == 409
    assert "基本要求" in page
    assert not Setting.objects.exists()


def test_no_date_of_the_law_is_claimed_for_townships(county: Agency, office: User) -> None:
    _, page = visit(office, county, "other")
    assert "政府部门、乡镇和街道" in page
    assert "该条没有写乡镇、街道，没有另定的与部门相同" in page


def test_pasted_lines_become_words_and_a_tick_takes_one_out(county: Agency, office: User) -> None:
    status, page = visit(office, county, "words", **{"add-wrong": "稳托→稳妥\n公天\t公开"})
    assert status == 200
    assert "改动2项" in page
    visit(office, county, "words", **{"remove-wrong": "稳托"})
    assert local_for(county).checks.wrong_words == {"公天": "公开"}


def test_a_bad_line_saves_nothing_and_loses_nothing(county: Agency, office: User) -> None:
    typed = {"add-wrong": "稳托→稳妥\n没有箭头", "add-kept": "台风登陆平台期"}
    status, page = visit(office, county, "words", **typed)
    assert status == 409
    assert "第2行“没有箭头”" in page
    assert "稳托→稳妥\n没有箭头</textarea>" in page
    assert not Setting.objects.exists()


@pytest.mark.parametrize("written", ["1月26日", "1-26", "01.26", "1/26"])
def test_a_date_is_taken_as_people_write_it(written: str, county: Agency, office: User) -> None:
    visit(office, county, "other", **{"was-due-department": "", "now-due-department": written})
    assert Setting.objects.get().value == "01-26"
    assert 'value="1月26日"' in visit(office, county, "other")[1]


def test_a_date_after_the_law_is_refused_with_the_clause(county: Agency, office: User) -> None:
    told = {"was-due-department": "", "now-due-department": "2月10日"}
    status, page = visit(office, county, "other", **told)
    assert status == 409
    assert "晚于《政府信息公开条例》第四十九条" in page
    assert 'value="2月10日"' in page


def test_the_name_of_the_office_is_set_with_the_rest(county: Agency, office: User) -> None:
    form = {"office": "政务公开科", "was-longest-1": "", "now-longest-1": "1000"}
    assert "改动2项" in visit(office, county, "other", **form)[1]
    county.refresh_from_db()
    assert county.office_name == "政务公开科"


def test_the_journal_tells_who_changed_what(county: Agency, finance: Agency, office: User) -> None:
    visit(office, county, "rules", **{"was-jumps": "", "now-jumps": "warning"})
    for agency in (county, finance):
        _, page = visit(office, agency, "log")
        assert all(word in page for word in ("孙主管", "未设", "疑点", "检查规则"))
    assert SettingChange.objects.count() == 1


def test_the_way_to_the_screen_is_shown_to_who_decides(
    county: Agency, office: User, sysadmin: User, reporter: User
) -> None:
    for user, there in ((office, True), (sysadmin, True), (reporter, False)):
        client = Client()
        client.force_login(user)
        assert ("本地设置" in client.get("/").content.decode()) is there


ADDRESS = "https://xxgk.mouxian.gov.cn"


@pytest.mark.parametrize("written", [ADDRESS, f"{ADDRESS}/", f"{ADDRESS}/open/", f" {ADDRESS} "])
def test_the_address_of_verification_is_taken_as_it_is_copied(
    written: str, county: Agency, finance: Agency, office: User
) -> None:
    visit(office, county, "other", **{"was-verify-": "", "now-verify-": written})
    assert verify_base(finance) == ADDRESS
    _, page = visit(office, county, "other")
    assert f'value="{ADDRESS}"' in page
    assert f'href="{ADDRESS}/open/verify/"' in page


@pytest.mark.parametrize(
    "written",
    [
        "xxgk.mouxian.gov.cn",
        "ftp://a.gov.cn",
        "https://",
        "https://a b",
        "https://政府.cn",
        'https://a"onx',
        "javascript:alert(1)",
        f"{ADDRESS}/?a=1",
        f"{ADDRESS}\n/x",
        f"{ADDRESS}{'/a' * 40}",
    ],
)
def test_what_is_no_such_address_is_refused(written: str, county: Agency, office: User) -> None:
    told = {"was-verify-": "", "now-verify-": written}
    status, page = visit(office, county, "other", **told)
    assert status == 409
    assert "核验网址" in page
    assert not Setting.objects.exists()


def test_an_agency_below_may_leave_it_out_in_a_word(
    county: Agency, finance: Agency, office: User
) -> None:
    visit(office, county, "other", **{"was-verify-": "", "now-verify-": ADDRESS})
    visit(office, finance, "other", **{"was-verify-": "", "now-verify-": "不印"})
    assert (verify_base(county), verify_base(finance)) == (ADDRESS, "")
    assert 'value="不印"' in visit(office, finance, "other")[1]
    _, log = visit(office, finance, "log")
    assert "不印" in log
    assert ADDRESS in log


def test_nobody_has_it_who_has_not_asked(county: Agency, finance: Agency) -> None:
    assert verify_base(finance) == ""
