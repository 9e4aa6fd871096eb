"""`loadduties`: agencies and duties from CSV, the same list twice, lists that are refused."""

import io
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency
from agencies.models.agency import AgencyKind
from reports.models import Campaign, Duty, Report

HEADER = "slug,name,short_name,kind,level,parent,may_make_rules,year,due\n"
COUNTY = "moumou,某某县人民政府,县政府,government,county,,0,2024,\n"
FINANCE = "caizheng,某某县财政局,财政局,department,county,moumou,0,2024,2025/1/20\n"
TOWN = "heping,某某县和平镇人民政府,和平镇,乡镇人民政府,乡级,moumou,,2024,\n"
WHOLE = HEADER + COUNTY + FINANCE + TOWN


def load(folder: Path, text: str, encoding: str = "utf-8") -> str:
    """Run the command on a file with that text; what it says on standard output."""
    (folder / "list.csv").write_bytes(text.encode(encoding))
    said = io.StringIO()
    call_command("loadduties", str(folder / "list.csv"), stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_list_makes_agencies_and_duties(db: None, tmp_path: Path, encoding: str) -> None:
    assert "3项" in load(tmp_path, WHOLE, encoding)
    assert Agency.objects.get(slug="caizheng").path == "moumou/caizheng/"
    assert Agency.objects.get(slug="heping").kind == AgencyKind.TOWNSHIP
    assert Report.objects.filter(duty__campaign__owner__slug="moumou").count() == 3


def test_a_due_day_is_the_last_one(db: None, tmp_path: Path) -> None:
    load(tmp_path, WHOLE)
    due = Duty.objects.get(agency__slug="caizheng").due_at
    assert due == datetime(2025, 1, 21, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_the_same_list_again_changes_nothing(db: None, tmp_path: Path) -> None:
    load(tmp_path, WHOLE)
    before = list(Duty.objects.values()), list(Agency.objects.values())
    load(tmp_path, WHOLE)
    assert (list(Duty.objects.values()), list(Agency.objects.values())) == before
    assert Campaign.objects.count() == 1


@pytest.mark.parametrize("is_public", [True, False])
def test_a_year_that_is_opened_late_is_as_public_as_the_newest(
    db: None, tmp_path: Path, is_public: bool
) -> None:
    load(tmp_path, WHOLE)
    Campaign.objects.update(is_public=is_public)
    load(tmp_path, WHOLE.replace("2024,2025/1/20", "2020,2021/1/20"))
    assert Campaign.objects.get(year=2020).is_public is is_public


def test_another_date_moves_the_duty(db: None, tmp_path: Path) -> None:
    load(tmp_path, WHOLE)
    load(tmp_path, WHOLE.replace("2025/1/20", "2025-01-25"))
    assert Duty.objects.get(agency__slug="caizheng").due_at.day == 25


def test_columns_may_stand_in_another_order(db: None, tmp_path: Path) -> None:
    load(tmp_path, "year,level,kind,name,slug\n2024,县级,人民政府,某某县人民政府,moumou\n")
    assert Duty.objects.get().agency.kind == AgencyKind.GOVERNMENT


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Shen_Ji,某某县审计局,,department,county,moumou,0,2024,", "网址代码只能用小写英文字母"),
        ("shenji,,,department,county,moumou,0,2024,", "name 没有填写"),
        ("shenji,某某县审计局,,局,county,moumou,0,2024,", "kind 不能是“局”"),
        ("shenji,某某县审计局,,department,county,mou,0,2024,", "上级“mou”不存在"),
        ("shenji,某某县审计局,,department,county,moumou,大,2024,", "may_make_rules"),
        ("shenji,某某县审计局,,department,county,moumou,0,24,", "year 应为四位数字"),
        ("shenji,某某县审计局,,department,county,moumou,0,2015,", "2015年"),
        ("shenji,某某县审计局,,department,county,moumou,0,2024,1月底", "due 应为最后一天的日期"),
        ("shenji,某某县审计局,,department,county,moumou,0,9999,", "不能晚于今年"),
        ("shenji,某某县审计局,,department,county,moumou,0,2024,9999-12-31", "due 应在报告年度"),
        ("shenji,某某县审计局,,department,county,moumou,0,2024,2020-01-31", "due 应在报告年度"),
        ("shenji,某某县审计局,,department,county,moumou,0,2024,,,1", "比表头多出内容"),
        (FINANCE.strip(), "与第3行是同一机关的同一年度"),
        ("caizheng,某某县审计局,,department,county,moumou,0,2024,", "属于“某某县财政局”"),
        ("caizheng,某某县财政局,,department,county,,0,2024,", "上级是“某某县人民政府”"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_nothing_is_taken_in(
    db: None, tmp_path: Path, row: str, complaint: str
) -> None:
    with pytest.raises(CommandError, match="第4行") as error:
        load(tmp_path, HEADER + COUNTY + FINANCE + row + "\n")
    assert complaint in str(error.value)
    assert not Agency.objects.exists()


def test_every_bad_row_is_named_at_once(db: None, tmp_path: Path) -> None:
    bad = "x,,,department,county,,0,2024,\n"
    with pytest.raises(CommandError, match=r"第2行[\s\S]*第3行"):
        load(tmp_path, HEADER + bad + bad)


@pytest.mark.parametrize("text", ["", "名称,年度\n财政局,2024\n", HEADER.replace("due", "截止")])
def test_a_header_that_does_not_fit_is_refused(db: None, tmp_path: Path, text: str) -> None:
    with pytest.raises(CommandError, match="第1行"):
        load(tmp_path, text)


def test_a_file_that_is_no_text_is_refused(db: None, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\xff\xfe\xff\xff\x00")
    with pytest.raises(CommandError, match="没有导入"):
        call_command("loadduties", str(tmp_path / "list.csv"))


def test_a_missing_file_is_named(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nowhere"):
        call_command("loadduties", str(tmp_path / "nowhere.csv"))
