"""What is doubted alike of many cells is settled at once, by a person."""

from __future__ import annotations

import re

import pytest

from agencies.models import User
from reports import receiving
from reports.models import Batch, Upload
from reports.receiving.doubts import grouped
from tests.clients import of

from .files import given, page
from .pages import url

FIRST = "documents.rules.issued"


def marked(mark: str) -> bytes:
    """The page with a mark in place of every 0."""
    return re.sub(rb">0</td>", f">{mark}</td>".encode(), page())


def zeros(data: bytes) -> int:
    return len(re.findall(rb">0</td>", data))


@pytest.mark.parametrize("mark", ["/", "—", "无", "零"])
def test_marks_in_a_whole_table_are_one_doubt_each(own: Batch, mark: str) -> None:
    upload = given(own, marked(mark))
    found = grouped(upload.reading)
    assert upload.doubts == len(found) == 3
    assert sum(len(one.cells) for one in found) == zeros(page())
    assert {one.raw for one in found} == {mark}
    assert all(one.may_be_zero for one in found)


def test_each_cell_keeps_its_own_doubt_in_the_reading(own: Batch) -> None:
    upload = given(own, marked("/"))
    assert len(upload.reading["doubts"]) == zeros(page())


def test_what_is_doubted_for_another_reason_stands_apart(own: Batch) -> None:
    upload = given(own, marked("/").replace(b">3014<", ">约3014<".encode()))
    apart = [one for one in grouped(upload.reading) if not one.may_be_zero]
    assert [(one.raw, len(one.cells)) for one in apart] == [("约3014", 1)]


def test_one_tick_settles_them_all(own: Batch, reporter: User) -> None:
    upload = given(own, marked("/"))
    first = next(one for one in grouped(upload.reading) if len(one.cells) > 100)
    sent = {"act": "mend", "zero": first.cells[0], **dict.fromkeys(first.cells, "")}
    sent[first.cells[3]] = "7"
    _post(upload, reporter, sent)
    assert upload.mended.pop(first.cells[3]) == 7
    assert upload.mended == dict.fromkeys([*first.cells[:3], *first.cells[4:]], 0)


def test_without_the_tick_they_stay_blank(own: Batch, reporter: User) -> None:
    upload = given(own, marked("/"))
    cells = [cell for one in grouped(upload.reading) for cell in one.cells]
    _post(upload, reporter, {"act": "mend", **dict.fromkeys(cells, "")})
    assert upload.mended == {}


def test_a_figure_that_is_no_mark_is_never_filled_by_a_tick(own: Batch, reporter: User) -> None:
    upload = given(own, page().replace(b">3014<", ">约3014<".encode()))
    cell = upload.reading["doubts"][0]["cell"]
    _post(upload, reporter, {"act": "mend", "zero": cell, cell: ""})
    assert upload.mended == {}


def test_every_cell_is_asked_for_once(own: Batch) -> None:
    shown = receiving.beside(given(own, marked("/")))
    asked = [mend.cell for one in shown.doubts for mend in one.mends]
    assert len(asked) == len(set(asked)) == zeros(page())
    assert FIRST in asked


def _post(upload: Upload, user: User, sent: dict[str, str]) -> None:
    assert of(user).post(url(upload), sent).status_code == 302
    upload.refresh_from_db()
