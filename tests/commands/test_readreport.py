"""`readreport`: report JSON out of any file, or one line and status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.content import loads
from reports.rendering import docx, html
from tests.importing.layouts import merged_sheet, pipes
from tests.importing.readings import published
from tests.rendering.contents import large

from .conftest import Manage
from .reports import complete

NAME = "haidian-2024"


def test_it_prints_the_report_json_that_the_other_commands_take(
    manage: Manage, tmp_path: Path
) -> None:
    file = tmp_path / "2024年报.docx"
    file.write_bytes(docx.draw(large()))
    ended = manage("readreport", file)
    assert (ended.status, ended.err) == (0, "")
    assert loads(ended.out) == large()


@pytest.mark.parametrize(("kind", "made"), [("xlsx", merged_sheet), ("md", pipes)])
def test_the_kind_is_told_by_the_name(
    manage: Manage, tmp_path: Path, kind: str, made: type
) -> None:
    file = tmp_path / f"a.{kind}"
    file.write_bytes(made(published(NAME)))
    told = manage("readreport", file).json()
    assert told["figures"]["charges.fees.amount"] == "22010.3538"
    assert told["stood"]["charges.fees.amount"]["raw"] == "22010.3538"


def test_standard_input_is_told_by_its_content(manage: Manage) -> None:
    told = manage("readreport", "-", stdin=html.draw(large())).json()
    assert told["title"] == large().title
    assert told["doubts"] == []


def test_what_was_read_is_drawn_and_read_again(manage: Manage, tmp_path: Path) -> None:
    drawn = tmp_path / "a.html"
    manage("drawreport", "-", "--to", "html", "--output", drawn, stdin=complete())
    told = manage("readreport", drawn)
    again = tmp_path / "b.html"
    manage("drawreport", "-", "--to", "html", "--output", again, stdin=told.out)
    assert again.read_bytes() == drawn.read_bytes()


def test_the_edition_can_be_given(manage: Manage) -> None:
    told = manage("readreport", "-", "--edition", "2019", stdin=pipes(published(NAME))).json()
    assert told["edition"] == "2019"


def test_report_json_is_told_from_what_is_read(manage: Manage, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(complete())
    for ended in (manage("readreport", file), manage("readreport", "-", stdin=complete())):
        assert (ended.status, ended.out) == (2, b"")
        assert "这已经是报告JSON，请直接用checkreport" in ended.complaint


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a.csv", "只能读取.docx"),
        ("a.rtf", "只能读取.docx"),
        ("a.doc", "另存为.docx再读取"),
        ("a.pdf", "另存后再读取"),
    ],
)
def test_a_refusal_is_in_the_words_of_a_command_line(
    manage: Manage, tmp_path: Path, name: str, why: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"{\\rtf1}")
    ended = manage("readreport", file)
    assert ended.status == 2
    assert why in ended.complaint
    assert "上传" not in ended.complaint


@pytest.mark.parametrize(
    ("words", "stdin", "why"),
    [
        (["absent.docx"], b"", "没有这个文件"),
        (["-"], b"", "空的"),
        (["-"], "没有报告".encode(), "没有读到"),
        (["-", "--edition", "1999"], b"a", "1999"),
    ],
)
def test_nothing_readable_is_one_line(
    manage: Manage, words: list[str], stdin: bytes, why: str
) -> None:
    ended = manage("readreport", *words, stdin=stdin)
    assert (ended.status, ended.out) == (2, b"")
    assert why in ended.complaint
