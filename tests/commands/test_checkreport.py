"""`checkreport`: findings as JSON, and an exit status that a script can go by."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.checks import check
from reports.content import loads
from tests.checking import SECTIONS

from .conftest import Manage
from .reports import UNREADABLE, complete, of_2019, wrong

ROOT = Path(__file__).resolve().parents[2]


def test_a_report_in_order_has_no_findings(manage: Manage, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(complete())
    ended = manage("checkreport", file)
    assert (ended.status, ended.json(), ended.err) == (0, {"findings": []}, "")


def test_a_report_of_2019_is_checked_by_the_form_of_its_time(manage: Manage) -> None:
    assert manage("checkreport", "-", stdin=of_2019()).json() == {"findings": []}
    figures = json.loads(of_2019())["figures"] | {"applications.otherwise.business": 1}
    ended = manage("checkreport", "-", stdin=of_2019(figures=figures))
    found = {(one["code"], one["message"].partition("：")[0]) for one in ended.json()["findings"]}
    assert ("row-total", "三、本年度办理结果 （六）其他处理") in found
    assert ("closed-total", "法人或其他组织 商业企业") in found


def test_every_finding_is_printed_with_what_the_contract_names(manage: Manage) -> None:
    ended = manage("checkreport", "-", stdin=wrong())
    assert ended.status == 1
    assert ended.json() == {"findings": [f.to_json() for f in check(loads(wrong()))]}
    codes = {finding["code"] for finding in ended.json()["findings"]}
    assert {"row-total", "blank", "invalid"} <= codes


def test_a_people_s_government_is_known_by_its_name(manage: Manage) -> None:
    figures = json.loads(complete())["figures"] | {"documents.rules.issued": 1}
    rules = [
        {one["rule"] for one in manage("checkreport", "-", stdin=data).json()["findings"]}
        for data in (
            complete(sections=SECTIONS, figures=figures),
            complete(sections=SECTIONS, figures=figures, agency="北京市财政局"),
        )
    ]
    assert [{"R08", "R15"} & one for one in rules] == [{"R08", "R15"}, set()]


def test_a_doubt_alone_is_no_error(manage: Manage) -> None:
    ended = manage("checkreport", "-", stdin=complete(fees={}))
    assert ended.status == 0
    assert [f["severity"] for f in ended.json()["findings"]] == ["warning"]


def test_findings_are_printed_in_chinese_and_not_in_escapes(manage: Manage) -> None:
    assert "没有内容".encode() in manage("checkreport", "-", stdin=complete(sections={})).out


@pytest.mark.parametrize(("data", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_report_gets_one_clear_line(manage: Manage, data: bytes, words: str) -> None:
    ended = manage("checkreport", "-", stdin=data)
    assert (ended.status, ended.out) == (2, b"")
    assert words in ended.complaint
    assert "标准输入" in ended.complaint


@pytest.mark.parametrize("name", ["nowhere.json", ".", "a/b.json", "two\nlines.json"])
def test_a_file_that_cannot_be_opened_is_named(manage: Manage, name: str) -> None:
    ended = manage("checkreport", name)
    assert (ended.status, ended.out) == (2, b"")
    assert name.split("\n", maxsplit=1)[0] in ended.complaint


def test_last_year_s_report_adds_the_checks_from_year_to_year(
    manage: Manage, tmp_path: Path
) -> None:
    last = tmp_path / "last.json"
    last.write_bytes(complete(year=2023))
    ended = manage("checkreport", "-", "--previous", last, stdin=complete())
    assert {one["rule"] for one in ended.json()["findings"]} >= {"R30"}
    assert {one["severity"] for one in ended.json()["findings"]} <= {"warning", "note"}
    assert ended.status == 0


def test_last_year_s_report_must_be_one(manage: Manage, tmp_path: Path) -> None:
    last = tmp_path / "last.json"
    last.write_bytes(b"nothing")
    ended = manage("checkreport", "-", "--previous", last, stdin=complete())
    assert (ended.status, ended.out) == (2, b"")
    assert str(last) in ended.complaint


@pytest.mark.parametrize("year", [2022, 2024, 2025])
def test_a_report_of_another_year_is_not_taken_for_last_year_s(
    manage: Manage, tmp_path: Path, year: int
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(complete(year=year))
    ended = manage("checkreport", "-", "--previous", other, stdin=complete())
    assert (ended.status, ended.out) == (2, b"")
    assert f"是{year}年的报告，不能用作上年报告" in ended.complaint


def test_another_agency_s_report_is_not_taken_for_last_year_s_unless_it_was_renamed(
    manage: Manage, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(complete(year=2023, agency="北京市西城区人民政府"))
    ended = manage("checkreport", "-", "--previous", other, stdin=complete())
    assert (ended.status, ended.out) == (2, b"")
    assert "是“北京市西城区人民政府”的报告" in ended.complaint
    ended = manage("checkreport", "-", "--previous", other, "--renamed", stdin=complete())
    assert ended.status == 0


@pytest.mark.parametrize("name", ["海淀区人民政府", "北京市 海淀区人民政府", ""])
def test_a_shorter_name_or_none_is_no_other_agency_s(
    manage: Manage, tmp_path: Path, name: str
) -> None:
    last = tmp_path / "last.json"
    last.write_bytes(complete(year=2023, agency=name))
    assert manage("checkreport", "-", "--previous", last, stdin=complete()).status == 0


def test_nothing_needs_to_be_prepared_for_it(tmp_path: Path) -> None:
    environment = {**os.environ, "NIANBAO_DATA": str(tmp_path / "new"), "LC_ALL": "C"}
    environment["DATABASE_URL"] = "postgres://nobody@127.0.0.1:1/nothing"
    command = [sys.executable, str(ROOT / "manage.py"), "checkreport", "-"]
    ended = subprocess.run(
        command, input=wrong(), env=environment, cwd="/", capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert "findings" in ended.stdout.decode("utf-8")
