"""台账计数 on the page: a register goes up, what is unclear is asked, numbers have their cases."""

from __future__ import annotations

import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from agencies.models import Agency, User
from reports.models import Job, Prefill, Register, RegisterMapping, Report
from tests.bytes_of import bytes_of
from tests.filing import begun, submitted
from tests.importing.registers import HEADINGS, PEOPLE, ROWS, SECRETS, USUAL, commas, workbook

pytestmark = pytest.mark.django_db

NEW = "applications.received.natural_person"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


@pytest.fixture
def client(reporter: User) -> Client:
    client = Client()
    client.force_login(reporter)
    return client


def upload(
    client: Client, report: Report, data: bytes, name: str = "台账.xlsx", **more: str
) -> Any:
    posted: dict[str, object] = {"register": SimpleUploadedFile(name, data), **more}
    return client.post(f"/reports/{report.pk}/register/", posted, follow=True)


def words(client: Client, report: Report, part: str = "") -> str:
    return client.get(f"/reports/{report.pk}/register/{part}").content.decode()


def settle(client: Client, report: Report, **chosen: str) -> Any:
    register = Register.objects.get(report=report, state="open")
    posted = {"act": "count", "register": str(register.pk), **chosen}
    return client.post(f"/reports/{report.pk}/register/mapping/", posted, follow=True)


def test_the_filled_in_template_is_counted_without_a_question(
    client: Client, report: Report
) -> None:
    got = client.get(f"/reports/{report.pk}/register/template.xlsx")
    book = load_workbook(io.BytesIO(got.content))
    kinds, results = ([c.value for c in column if c.value] for column in book["选项"].iter_cols())
    for n, result in enumerate(results):
        row = (f"2024-{n}", "2024-3-5", kinds[n % len(kinds)], "2024-4-1", result)
        for at, value in enumerate(row, 1):
            book["登记表"].cell(n + 2, at).value = value
    page = upload(client, report, bytes_of(book)).content.decode()
    assert f"{len(results) - 1}件计入表中" in page  # one has 尚未办结 and a day
    received = Prefill.objects.filter(key__contains=".received.")
    assert sum(int(one.value or 0) for one in received) == 21


def test_the_template_asks_for_nothing_about_people(client: Client, report: Report) -> None:
    got = client.get(f"/reports/{report.pk}/register/template.xlsx")
    book = load_workbook(io.BytesIO(got.content))
    heads = [cell.value for cell in next(book["登记表"].iter_rows())]
    assert heads == ["登记编号", "收到日期", "申请人类别", "答复日期", "办理结果"]
    rules = {str(one.sqref): one.type for one in book["登记表"].data_validations.dataValidation}
    assert rules == {"B2:B2001": "date", "C2:C2001": "list", "D2:D2001": "date", "E2:E2001": "list"}
    assert book["选项"].sheet_state == "hidden"


def test_other_words_are_asked_once_and_then_known(client: Client, report: Report) -> None:
    rows = [(*row[:2], "公民", *row[3:7], "同意公开") for row in ROWS]
    data = workbook([HEADINGS, *rows])
    page = upload(client, report, data).content.decode()
    assert "核对对应关系" in page
    assert "同意公开" in page
    settle(client, report, **{"applicant-0": "natural_person", "result-0": "granted"})
    assert Prefill.objects.get(key=NEW).value == 3
    again = upload(client, report, data).content.decode()
    assert "件计入表中" in again
    assert "核对对应关系" in upload(client, report, data, ask="on").content.decode()


def test_what_was_posted_beside_the_lists_counts_as_nothing(client: Client, report: Report) -> None:
    rows = [(*row[:2], "公民", *row[3:]) for row in ROWS]
    upload(client, report, workbook([HEADINGS, *rows]))
    settle(client, report, **{"applicant-0": "张建国", "applicant-7": "natural_person"})
    assert RegisterMapping.objects.get().meanings["applicant"] == {}


def test_a_column_can_be_chosen_where_no_heading_tells(client: Client, report: Report) -> None:
    headings = (
        "登记编号",
        "收到日期",
        "申请人类别",
        "姓名",
        "电话",
        "内容",
        "寄出的日子",
        "办理结果",
    )
    page = upload(client, report, workbook([headings, *ROWS])).content.decode()
    assert "还没有选：答复日期" in page
    columns = {
        "case": "登记编号",
        "received": "收到日期",
        "applicant": "申请人类别",
        "result": "办理结果",
    }
    chosen = {
        f"column-{role}": name for role, name in {**columns, "finished": "寄出的日子"}.items()
    }
    url = f"/reports/{report.pk}/register/mapping/"
    page = client.post(url, {"act": "columns", **chosen}, follow=True).content.decode()
    assert "还没有选" not in page
    assert "计数，列为待确认" in page


def test_a_column_that_is_not_there_cannot_be_chosen(client: Client, report: Report) -> None:
    upload(client, report, USUAL, ask="on")
    url = f"/reports/{report.pk}/register/mapping/"
    chosen = {"act": "columns", "column-applicant": "申请人姓名"}
    assert "不在这份台账里" in client.post(url, chosen, follow=True).content.decode()


def test_each_number_opens_the_list_of_its_cases(client: Client, report: Report) -> None:
    upload(client, report, USUAL)
    page = words(client, report)
    assert f"/register/cases/{NEW}/" in page
    listed = words(client, report, f"cases/{NEW}/")
    assert [case in listed for case in ("2024-001", "2024-002", "2024-004", "2024-003")] == [
        True,
        True,
        True,
        False,
    ]
    total = words(client, report, "cases/applications.closed.total/")
    assert all(case in total for case in ("2024-001", "2024-002", "2024-003", "2023-099"))


def test_what_fits_no_cell_is_listed_with_why(client: Client, report: Report) -> None:
    rows = [
        *ROWS,
        ("2024-8", "三月", "自然人"),
        ("2022-1", "2022-1-1", "自然人", "", "", "", "2022-2-1", "予以公开"),
    ]
    page = upload(client, report, workbook([HEADINGS, *rows])).content.decode()
    assert "没有计入的1件" in page
    assert "收到日期写的不是日期" in page
    assert "2024年以前已经办结：1件" in page


def test_a_masked_value_says_what_to_write_instead(client: Client, report: Report) -> None:
    rows = [*ROWS, ("2024-8", "2024-3-5", "自然人", "", "", "", "2024-3-9", "予以公开（张建国）")]
    page = upload(client, report, workbook([HEADINGS, *rows])).content.decode()
    assert "“予＊＊”像是姓名或说明，没有读入，请改为结果" in page


@pytest.mark.parametrize("ask", ["", "on"])
def test_a_sheet_that_was_not_read_is_named(client: Client, report: Report, ask: str) -> None:
    data = workbook([HEADINGS, *ROWS], [("金额",), ("10",)], names=["台账", "收费登记"])
    page = upload(client, report, data, ask=ask).content.decode()
    told = "没有读入的工作表：收费登记（没有台账的标题行）"
    assert told in page
    settle(client, report) if ask else None
    assert told in words(client, report)


def test_what_is_only_guessed_is_marked_until_it_was_said(client: Client, report: Report) -> None:
    rows = [(*row[:2], "公民", *row[3:7], "不予公开（国家秘密）") for row in ROWS]
    data = workbook([HEADINGS, *rows])
    page = upload(client, report, data).content.decode()
    assert page.count("按字面推测，请核对") == 2
    settle(client, report, **{"applicant-0": "natural_person", "result-0": "refused_state_secret"})
    again = upload(client, report, data, ask="on").content.decode()
    assert "按字面推测" not in again


def files() -> set[Path]:
    """Whatever is stored, and what uploads leave while they are taken in."""
    places = (Path(default_storage.path("")), Path(tempfile.gettempdir()))
    return {*places[0].rglob("*"), *places[1].glob("*.upload*")}


def test_nothing_of_the_file_is_left_in_storage_jobs_or_temporary_places(
    client: Client, report: Report
) -> None:
    before = files()
    rows = [
        (f"2024-{n}", *ROWS[n % 5][1:5], os.urandom(40).hex(), *ROWS[n % 5][6:])
        for n in range(30_000)
    ]
    data = commas([HEADINGS, *rows])
    assert len(data) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    assert "件计入表中" in upload(client, report, data, "台账.csv").content.decode()
    assert files() == before
    assert not Job.objects.exists()


@pytest.mark.parametrize("ask", ["", "on"])
def test_no_table_of_the_database_holds_anything_of_applicants(
    client: Client, report: Report, ask: str
) -> None:
    upload(client, report, USUAL, ask=ask)
    kept = [list(model._default_manager.values()) for model in apps.get_models()]
    everything = json.dumps(kept, default=str, ensure_ascii=False)
    assert "2024-001" in everything
    assert not [secret for secret in SECRETS if secret in everything]


def test_names_are_on_no_page(client: Client, report: Report) -> None:
    rows = [(a, b, name, *rest) for name, (a, b, _, *rest) in zip(PEOPLE, ROWS, strict=True)]
    asked = upload(
        client, report, workbook([HEADINGS, *rows, *ROWS, *ROWS]), ask="on"
    ).content.decode()
    assert "没有读入的列" in asked
    chosen = {"applicant-0": "natural_person", "result-0": "granted"}
    told = settle(client, report, **chosen).content.decode()
    assert "张＊＊" in told
    assert not [secret for secret in SECRETS if secret in asked + told]


def test_giving_up_leaves_nothing(client: Client, report: Report) -> None:
    upload(client, report, USUAL, ask="on")
    url = f"/reports/{report.pk}/register/mapping/"
    page = client.post(url, {"act": "discard"}, follow=True).content.decode()
    assert "读入的内容已删除" in page
    assert not Register.objects.exists()


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"PK\x03\x04 broken", "台账.xlsx", "文件已损坏"),
        (b"a,b\n1,2", "台账.csv", "没有找到台账的标题行"),
        (b"x", "台账.docx", "只能上传.csv、.xlsx文件"),
    ],
)
def test_a_file_that_is_no_register_is_refused_beside_its_field(
    client: Client, report: Report, data: bytes, name: str, why: str
) -> None:
    page = upload(client, report, data, name)
    assert page.status_code == 422
    assert why in page.content.decode()
    assert not Register.objects.exists()


def test_what_was_sent_for_approval_takes_no_register(
    client: Client, report: Report, reporter: User
) -> None:
    submitted(report, reporter)
    assert "不能修改" in upload(client, report, USUAL).content.decode()
    assert not Register.objects.exists()


def test_the_reviewer_reads_the_cases_and_other_agencies_do_not(
    client: Client, report: Report, reviewer: User, outsider: User, office: User
) -> None:
    upload(client, report, USUAL)
    url = f"/reports/{report.pk}/register/cases/{NEW}/"
    for person, status in ((reviewer, 200), (outsider, 404), (office, 404)):
        client.force_login(person)
        assert client.get(url).status_code == status
