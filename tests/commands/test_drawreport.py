"""`drawreport`: whatever is a report is drawn, and the file is there whole or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.content import loads

from .conftest import Manage
from .reports import UNREADABLE, complete, of_2019, wrong

ROOT = Path(__file__).resolve().parents[2]
BEGINNINGS = {
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.7",
    "html": b"<!DOCTYPE html>",
    "xlsx": b"PK\x03\x04",
    "csv": "\ufeff指标代码,部分,行,列,类型,单位,数值".encode(),
    "json": b"{",
}


@pytest.mark.parametrize(("kind", "beginning"), BEGINNINGS.items(), ids=BEGINNINGS)
def test_a_report_is_drawn(manage: Manage, tmp_path: Path, kind: str, beginning: bytes) -> None:
    file, out = tmp_path / "report.json", tmp_path / f"报告.{kind}"
    file.write_bytes(complete())
    ended = manage("drawreport", file, "--to", kind, "--output", out)
    assert (ended.status, ended.out, ended.err) == (0, b"", "")
    assert out.read_bytes().startswith(beginning)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.json", out.name]


@pytest.mark.parametrize("kind", ["docx", "html", "xlsx", "csv", "json"])
def test_standard_output_gets_the_same_bytes(manage: Manage, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    manage("drawreport", "-", "--to", kind, "--output", out, stdin=complete())
    piped = manage("drawreport", "-", "--to", kind, "--output", "-", stdin=complete())
    assert piped.out == out.read_bytes()
    assert piped.out


@pytest.mark.parametrize(("kind", "beginning"), BEGINNINGS.items(), ids=BEGINNINGS)
def test_a_report_of_2019_is_drawn(manage: Manage, kind: str, beginning: bytes) -> None:
    ended = manage("drawreport", "-", "--to", kind, "--output", "-", stdin=of_2019())
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(beginning)


def test_json_out_is_the_report_that_went_in(manage: Manage) -> None:
    ended = manage("drawreport", "-", "--to", "json", "--output", "-", stdin=complete())
    assert ended.json() == json.loads(complete())


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_blank_and_refused_figures_are_drawn_all_the_same(manage: Manage, kind: str) -> None:
    ended = manage("drawreport", "-", "--to", kind, "--output", "-", stdin=wrong())
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(BEGINNINGS[kind])


def test_errors_leave_the_draft_marks_on(manage: Manage) -> None:
    ended = manage("drawreport", "-", "--to", "html", "--output", "-", stdin=wrong())
    assert f"草稿　校验码 {loads(wrong()).check_code}".encode() in ended.out


def test_a_report_without_errors_is_final(manage: Manage) -> None:
    ended = manage("drawreport", "-", "--to", "html", "--output", "-", stdin=complete())
    assert "草稿".encode() not in ended.out


@pytest.mark.parametrize("kind", ["doc", "PDF", "", "../x"])
def test_other_kinds_are_refused(manage: Manage, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    ended = manage("drawreport", "-", "--to", kind, "--output", out, stdin=complete())
    assert (ended.status, out.exists()) == (2, False)
    assert "docx、pdf、html、xlsx、csv、json" in ended.complaint


@pytest.mark.parametrize(("data", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_report_is_not_drawn(manage: Manage, data: bytes, words: str) -> None:
    ended = manage("drawreport", "-", "--to", "docx", "--output", "-", stdin=data)
    assert (ended.status, ended.out) == (2, b"")
    assert words in ended.complaint


def test_a_failed_write_leaves_nothing_behind(manage: Manage, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for out in (folder, tmp_path / "absent" / "x.docx"):
        ended = manage("drawreport", "-", "--to", "docx", "--output", out, stdin=complete())
        assert (ended.status, str(out) in ended.complaint) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_an_older_file_is_replaced_and_keeps_its_rights(manage: Manage, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    out.write_bytes(b"older")
    out.chmod(0o640)
    manage("drawreport", "-", "--to", "html", "--output", out, stdin=complete())
    assert out.read_bytes().startswith(b"<!DOCTYPE")
    assert out.stat().st_mode & 0o777 == 0o640


def test_characters_that_cannot_be_shown_are_told(manage: Manage) -> None:
    rare = complete(preamble="姓名\ue000")
    ended = manage("drawreport", "-", "--to", "pdf", "--output", "-", stdin=rare)
    assert ended.status == 0
    assert "U+E000" in ended.complaint


def test_a_pdf_is_drawn_without_a_word_by_a_machine_with_nothing_prepared(tmp_path: Path) -> None:
    environment = {**os.environ, "NIANBAO_DATA": str(tmp_path / "new"), "LC_ALL": "C"}
    environment["DATABASE_URL"] = "postgres://nobody@127.0.0.1:1/nothing"
    words = [str(ROOT / "manage.py"), "drawreport", "-", "--to", "pdf", "--output", "-"]
    ended = subprocess.run(
        [sys.executable, *words], input=complete(), env=environment, capture_output=True, check=True
    )
    assert ended.stdout.startswith(b"%PDF-1.7")
    assert ended.stderr == b""


def test_a_reader_who_leaves_gets_no_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "NIANBAO_DATA": str(tmp_path / "new"), "LC_ALL": "C"}
    words = [str(ROOT / "manage.py"), "drawreport", "-", "--to", "html", "--output", "-"]
    process = subprocess.Popen(
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.close()
    process.stdin.write(complete())
    process.stdin.close()
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    assert process.wait() == 2


def test_a_day_closes_the_document_with_the_agency_and_that_day(manage: Manage) -> None:
    args = ("drawreport", "-", "--to", "html", "--output", "-")
    ended = manage(*args, "--signed", "2025-01-20", stdin=complete())
    assert "2025年1月20日".encode() in ended.out
    assert "2025年1月20日".encode() not in manage(*args, stdin=complete()).out


@pytest.mark.parametrize("day", ["2025-02-30", "昨天", ""])
def test_what_is_no_day_is_refused(manage: Manage, day: str) -> None:
    args = ("drawreport", "-", "--to", "html", "--output", "-", "--signed", day)
    ended = manage(*args, stdin=complete())
    assert ended.status == 2
    assert "不是日期" in ended.err
