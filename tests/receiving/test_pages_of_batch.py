"""The pages of a batch: who sees it, how far it has come, its table, and 归档 of many at once."""

from __future__ import annotations

import io

import openpyxl

from agencies.models import Agency, Role, User
from reports import receiving
from reports.models import Batch, Report
from tests.clients import of
from tests.make import make_user

from .files import given, page
from .pages import url


def test_nobody_else_finds_any_of_it(
    own: Batch, reporter: User, outsider: User, office: User, reviewer: User
) -> None:
    upload = given(own, page())
    addresses = [f"/imports/{own.pk}/", url(upload), f"/imports/{own.pk}/table.xlsx"]
    addresses += [f"/imports/{own.pk}/progress/", f"/imports/{own.pk}/archive/"]
    for address in addresses:
        assert of(reporter).get(address).status_code == 200
        for other in (outsider, office, reviewer):
            assert of(other).get(address).status_code == 404
    assert upload.name in of(reporter).get(f"/imports/{own.pk}/").content.decode()


def test_a_colleague_of_the_same_role_goes_on_with_it(own: Batch, finance: Agency) -> None:
    upload = given(own, page())
    colleague = make_user("qian", {Role.REPORTER: finance})
    assert of(colleague).get(url(upload)).status_code == 200


def test_progress_tells_only_what_is_news(own: Batch, reporter: User) -> None:
    given(own, page())
    receiving.give_in(own, "b.html", page(year=2022))
    told = of(reporter).get(f"/imports/{own.pk}/progress/").json()
    assert (told["waiting"], told["total"], len(told["lines"])) == (1, 2, 1)
    assert told["lines"][0]["words"] == "已读出"
    later = of(reporter).get(f"/imports/{own.pk}/progress/?from=2").json()
    assert later["lines"] == []


def test_the_table_says_the_same_as_the_page(own: Batch, reporter: User) -> None:
    given(own, page())
    given(own, b"nothing", "=cmd.txt")
    data = of(reporter).get(f"/imports/{own.pk}/table.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert [row[4] for row in rows] == ["已读出", "没有读出"]
    assert sheet["B4"].value == "=cmd.txt"
    assert sheet["B4"].data_type == "s"


def test_plain_files_are_archived_together(own: Batch, reporter: User) -> None:
    uploads = [given(own, page(year=year), f"{year}.html") for year in (2021, 2022, 2023)]
    sent = {f"n{one.number}-chosen": "on" for one in uploads[:2]}
    sent |= {f"n{n}-published_on": f"{year}-01-20" for n, year in ((1, 2022), (2, 2023))}
    of(reporter).post(f"/imports/{own.pk}/archive/", sent)
    assert list(Report.objects.order_by("duty__year").values_list("duty__year", flat=True)) == [
        2021,
        2022,
    ]
    assert receiving.tally(receiving.lines(own)) == {"已读出": 1, "已归档": 2}


def test_of_several_none_is_archived_while_a_day_is_missing(own: Batch, reporter: User) -> None:
    given(own, page())
    answer = of(reporter).post(f"/imports/{own.pk}/archive/", {"n1-chosen": "on"})
    assert answer.status_code == 422
    assert "请填写发布日期" in answer.content.decode()
    assert not Report.objects.exists()


def test_what_is_doubtful_is_not_offered_for_archiving_together(own: Batch, reporter: User) -> None:
    given(own, page().replace(b">3014<", "约3014<".encode().join([b">", b""])))
    shown = of(reporter).get(f"/imports/{own.pk}/archive/").content.decode()
    assert "没有可以成批归档的文件" in shown
