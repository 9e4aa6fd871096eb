"""处室分工 on the page: parts are given, sheets go out, and what comes back waits."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from agencies.models import Agency, Division, User
from reports import dividing
from reports.formats import collecting
from reports.models import Assignment, Prefill, Report
from tests.bytes_of import bytes_of
from tests.filing import begun, submitted

ISSUED = "documents.rules.issued"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


@pytest.fixture
def division(finance: Agency, reporter: User, report: Report) -> Division:
    made = dividing.add(finance, reporter, "法规科", "王五")
    dividing.assign(finance, reporter, "row.documents.rules", made)
    return made


@pytest.fixture
def client(reporter: User) -> Client:
    client = Client()
    client.force_login(reporter)
    return client


def filled_sheet(client: Client, report: Report, division: Division, value: object) -> bytes:
    """The downloaded sheet with the value in its first open place."""
    got = client.get(f"/reports/{report.pk}/divisions/{division.pk}/sheet.xlsx")
    book = load_workbook(io.BytesIO(got.content))
    page = book.worksheets[1]
    for row in range(1, page.max_row + 1):
        for column, id_ in collecting.places(str(page.cell(row, 1).value or "")).items():
            if id_ == ISSUED:
                page.cell(row, column).value = value  # type: ignore[assignment]
    return bytes_of(book)


def deliver(
    client: Client, report: Report, division: Division, data: bytes = b"", **more: str
) -> Any:
    posted: dict[str, object] = {f"d{division.pk}-{key}": text for key, text in more.items()}
    if data:
        posted[f"d{division.pk}-sheet"] = SimpleUploadedFile("采集表.xlsx", data)
    url = f"/reports/{report.pk}/divisions/{division.pk}/deliver/"
    return client.post(url, posted, follow=True)


def test_a_sheet_goes_out_and_what_comes_back_waits(
    client: Client, report: Report, division: Division
) -> None:
    data = filled_sheet(client, report, division, 12)
    page = deliver(client, report, division, data, provided_by="王五", basis="按文号计")
    assert "收到1项，已列为待确认" in page.content.decode()
    row = Prefill.objects.get()
    assert (row.key, row.value, row.provided_by, row.basis) == (ISSUED, 12, "王五", "按文号计")
    assert "还缺2项" in client.get(f"/reports/{report.pk}/edit/").content.decode()


def test_a_pasted_sheet_is_taken_like_an_uploaded_one(
    client: Client, report: Report, division: Division
) -> None:
    lines = "columns\t2\t3\t4\n3=documents.rules.issued\t规章\t7"
    deliver(client, report, division, pasted=lines)
    assert Prefill.objects.get().value == 7


def test_the_sheet_of_another_division_is_refused_in_a_sentence(
    client: Client, report: Report, division: Division, finance: Agency, reporter: User
) -> None:
    other = dividing.add(finance, reporter, "办公室")
    dividing.assign(finance, reporter, "section.1", other)
    data = filled_sheet(client, report, division, 12)
    page = deliver(client, report, other, data)
    assert "请检查是否选错了处室或年度" in page.content.decode()
    assert not Prefill.objects.exists()


def test_a_bad_number_is_told_by_its_place_and_the_rest_is_taken(
    client: Client, report: Report, division: Division
) -> None:
    data = filled_sheet(client, report, division, "约12")
    page = deliver(client, report, division, data).content.decode()
    assert page.count("只能录入数字，没有的填0（录入的是“约12”）") == 1
    assert "没有采用任何数据" in page
    assert not Prefill.objects.exists()


def test_what_was_pasted_in_vain_is_still_there(
    client: Client, report: Report, division: Division
) -> None:
    page = deliver(client, report, division, pasted="随便写的内容").content.decode()
    assert "没有读到填写的内容" in page
    assert "随便写的内容" in page


def test_no_sheet_at_all_is_asked_for(client: Client, report: Report, division: Division) -> None:
    page = deliver(client, report, division).content.decode()
    assert "请选择填好的采集表" in page


def test_the_printed_sheet_has_open_places_only_for_the_division(
    client: Client, report: Report, division: Division
) -> None:
    url = f"/reports/{report.pk}/divisions/{division.pk}/sheet.html"
    page = client.get(url).content.decode()
    assert page.count("sheet-open") == 3
    assert "sheet-shut" in page
    assert "法规科" in page


def test_parts_are_given_and_taken_back_on_the_page(
    client: Client, finance: Agency, division: Division
) -> None:
    url, target = "/agencies/caizheng/divisions/", "section.5"
    client.post(url, {"act": "assign", f"was-{target}": "", f"now-{target}": division.pk})
    assert Assignment.objects.filter(target=target, division=division).exists()
    client.post(url, {"act": "assign", f"was-{target}": division.pk, f"now-{target}": ""})
    assert not Assignment.objects.filter(target=target).exists()


def test_a_division_is_added_and_a_second_of_its_name_refused(
    client: Client, report: Report
) -> None:
    url = "/agencies/caizheng/divisions/"
    for _ in range(2):
        page = client.post(url, {"act": "add", "name": "人事科"}, follow=True).content.decode()
    assert Division.objects.filter(name="人事科").count() == 1
    assert "不需要重复添加" in page


def test_words_too_long_are_told_and_all_that_was_typed_is_still_there(
    client: Client, report: Report, division: Division
) -> None:
    long, lines = "按文号计，" * 120, "3=documents.rules.issued\t规章\t7"
    page = deliver(client, report, division, pasted=lines, basis=long)
    assert page.status_code == 422
    assert "“口径说明”有600字，不能超过500字" in page.content.decode()
    assert long in page.content.decode()
    assert "3=documents.rules.issued" in page.content.decode()
    assert not Prefill.objects.exists()


def test_a_sheet_after_the_report_was_sent_is_refused_and_stays_on_the_page(
    client: Client, report: Report, division: Division, reporter: User
) -> None:
    submitted(report, reporter)
    page = deliver(client, report, division, pasted="3=documents.rules.issued\t规章\t7")
    assert (page.status_code, "审签中" in page.content.decode()) == (422, True)
    assert "3=documents.rules.issued" in page.content.decode()
    assert not Prefill.objects.exists()


def test_a_deleted_line_is_named_and_the_rest_is_taken(
    client: Client, report: Report, division: Division, finance: Agency, reporter: User
) -> None:
    dividing.assign(finance, reporter, "row.documents.normative", division)
    book = load_workbook(io.BytesIO(filled_sheet(client, report, division, 12)))
    page = book.worksheets[1]
    page.delete_rows(next(n for n in range(1, 20) if "normative" in str(page.cell(n, 1).value)))
    said = deliver(client, report, division, bytes_of(book)).content.decode()
    assert "收到1项" in said
    assert "共3项的位置" in said


@pytest.mark.parametrize("key", ["prose.99", "prose.x", "fees.nothing", "x" * 500])
def test_a_place_that_no_report_has_is_told_in_a_sentence(
    client: Client, report: Report, division: Division, key: str
) -> None:
    mark = key if "." in key else f"3={key}"
    page = deliver(client, report, division, pasted=f"{mark}\t内容\t7")
    assert page.status_code == 200
    assert "不是报告的内容，没有采用" in page.content.decode()


def test_an_empty_file_is_told_with_what_to_do(
    client: Client, report: Report, division: Division
) -> None:
    url = f"/reports/{report.pk}/divisions/{division.pk}/deliver/"
    page = client.post(url, {f"d{division.pk}-sheet": SimpleUploadedFile("a.xlsx", b"")})
    assert "文件是空的，请检查后重新上传" in page.content.decode()


def test_a_division_whose_name_is_too_long_is_asked_for_again_with_all_that_was_typed(
    client: Client, report: Report
) -> None:
    told = {"act": "add", "name": "科" * 61, "contact": "王五"}
    page = client.post("/agencies/caizheng/divisions/", told).content.decode()
    assert "处室名称有61字，不能超过60字" in page
    assert f'value="{"科" * 61}"' in page
    assert not Division.objects.exists()


def test_a_formula_without_a_result_is_told_by_its_cell(
    client: Client, report: Report, division: Division
) -> None:
    page = deliver(client, report, division, filled_sheet(client, report, division, "=1/0"))
    assert "单元格里的公式没有结果或出错" in page.content.decode()
    assert not Prefill.objects.exists()


def test_parts_chosen_and_not_saved_yet_are_saved_when_a_division_is_added_or_ended(
    client: Client, finance: Agency, division: Division, reporter: User
) -> None:
    url, one, other = "/agencies/caizheng/divisions/", "section.5", "section.6"
    ended = dividing.add(finance, reporter, "老干部科")
    chosen = {f"was-{one}": "", f"now-{one}": division.pk}
    client.post(url, {"act": "add", "name": "人事科", **chosen})
    assert Assignment.objects.get(target=one).division == division
    more = {f"was-{other}": "", f"now-{other}": division.pk, "name": "监督科"}
    client.post(url, {"end": ended.pk, **more})
    assert Division.objects.filter(name="监督科").exists()
    assert Assignment.objects.get(target=other).division == division
    ended.refresh_from_db()
    assert ended.ended_on


def test_a_refusal_changes_nothing_and_keeps_all_that_was_chosen(
    client: Client, finance: Agency, division: Division, reporter: User
) -> None:
    other = dividing.add(finance, reporter, "办公室")
    told = {"act": "add", "name": "法规科", "now-section.5": other.pk, "was-section.5": ""}
    page = client.post("/agencies/caizheng/divisions/", told)
    assert page.status_code == 409
    assert not Assignment.objects.filter(target="section.5").exists()
    chosen = page.content.decode().partition('id="now-section.5"')[2].partition("</select>")[0]
    assert f'value="{other.pk}" selected' in chosen
    assert 'name="was-section.5" value=""' in page.content.decode()


def test_a_part_given_to_a_division_that_was_ended_meanwhile_is_asked_again(
    client: Client, finance: Agency, division: Division, reporter: User
) -> None:
    dividing.end(division, reporter)
    told = {"act": "assign", "was-section.5": "", "now-section.5": division.pk}
    page = client.post("/agencies/caizheng/divisions/", told)
    assert (page.status_code, "已停用，请重新选择" in page.content.decode()) == (409, True)
