"""What the gate lets in, and the sentence for what it does not."""

from __future__ import annotations

import io
import zipfile

import pytest

from reports.importing import gate
from reports.importing.gate import GateError

WORKBOOK = "xl/workbook.xml"


def package(**entries: bytes) -> bytes:
    return packed({WORKBOOK: b"<workbook/>", **entries})


def packed(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return out.getvalue()


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(GateError) as refused:
        gate.admit(name, data, {"xlsx"})
    return str(refused.value)


def test_a_plain_workbook_is_let_in() -> None:
    assert gate.admit("甲\\乙.XLSX", package(), {"xlsx"}) == "xlsx"


@pytest.mark.parametrize(("kind", "wanted"), [("xls", "xlsx"), ("wps", "docx"), ("doc", "docx")])
def test_old_kinds_are_sent_to_be_saved_anew(kind: str, wanted: str) -> None:
    assert f"另存为.{wanted}" in refusal(f"a.{kind}", b"\xd0\xcf\x11\xe0")


def test_other_kinds_and_empty_files_are_refused() -> None:
    assert refusal("a.exe", b"MZ") == "只能上传.xlsx文件"
    assert "空的" in refusal("a.xlsx", b"")


def test_an_extension_must_agree_with_the_content() -> None:
    assert "文件内容不是.xlsx" in refusal("a.xlsx", packed({"word/document.xml": b"<a/>"}))
    assert "不是.xlsx文件" in refusal("a.xlsx", b"%PDF-1.7")


def test_what_office_has_locked_is_sent_to_be_unlocked() -> None:
    assert "请去掉密码、另存为.xlsx" in refusal("a.xlsx", b"\xd0\xcf\x11\xe0" * 99)


def test_a_file_too_large_is_refused() -> None:
    assert "10MB" in refusal("a.xlsx", b"PK" + bytes(gate.MOST_BYTES))


def test_what_unfolds_to_too_much_is_refused() -> None:
    assert "展开后过大" in refusal("a.xlsx", package(big=bytes(5_000_000)))


def test_too_many_entries_are_refused() -> None:
    entries = {f"xl/{number}": b"" for number in range(gate.MOST_ENTRIES)}
    assert "过于复杂" in refusal("a.xlsx", packed({WORKBOOK: b"", **entries}))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\a"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    assert "结构异常" in refusal("a.xlsx", packed({WORKBOOK: b"x", name: b"x"}))


def test_macros_are_refused() -> None:
    assert "宏" in refusal("a.xlsx", packed({WORKBOOK: b"x", "xl/vbaProject.bin": b"x"}))


def test_links_to_files_outside_are_refused_and_plain_links_are_not() -> None:
    outside = b'<Relationship Type="x/externalLinkPath" Target="http://a/" TargetMode="External"/>'
    link = b'<Relationship Type="x/hyperlink" Target="http://a/" TargetMode="External"/>'
    assert "外部文件" in refusal("a.xlsx", packed({WORKBOOK: b"x", "xl/_rels/a.rels": outside}))
    assert gate.admit("a.xlsx", packed({WORKBOOK: b"x", "xl/_rels/a.rels": link}), {"xlsx"})


def test_a_package_with_a_damaged_part_is_refused() -> None:
    data = bytearray(package(**{"_rels/.rels": b"<Relationships>" + bytes(range(256)) * 4}))
    at = data.index(b"_rels/.rels") + len("_rels/.rels")
    data[at : at + 40] = b"\xff" * 40
    assert "文件已损坏" in refusal("a.xlsx", bytes(data))
