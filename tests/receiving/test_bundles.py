"""Archives (.zip) with a folder of reports: each file a row of its own, or a sentence why not."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from reports import receiving
from reports.importing import bundle
from reports.importing.gate import MOST_BYTES, GateError
from reports.models import Batch, Upload

from .files import packed, page, read, text, word


def inside(data: bytes) -> dict[str, bytes | GateError]:
    return dict(bundle.files(io.BytesIO(data)))


def named(raw: bytes, *, extra: bytes = b"") -> bytes:
    """An archive whose one name is written in these very bytes, and that says nothing of them."""
    entry = zipfile.ZipInfo("x" * len(raw))
    entry.extra = extra
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(entry, b"1")
    return out.getvalue().replace(b"x" * len(raw), raw)


def test_every_file_of_an_archive_is_read_as_one_of_the_batch(own: Batch) -> None:
    data = packed({"2021年/年报.html": page(year=2021), "2022年/年报.docx": word(year=2022)})
    receiving.give_in_bundle(own, "五年.zip", io.BytesIO(data))
    uploads = [read(one) for one in own.uploads.all()]
    assert [one.name for one in uploads] == ["2021年／年报.html", "2022年／年报.docx"]
    assert [(one.state, one.year) for one in uploads] == [("read", 2021), ("read", 2022)]


def test_a_folder_tells_the_year_that_a_file_does_not(own: Batch) -> None:
    untitled = text().split(b"\n", 1)[1]
    data = packed({"某某县财政局2022年/年报.txt": untitled})
    receiving.give_in_bundle(own, "a.zip", io.BytesIO(data))
    assert read(own.uploads.get()).year == 2022


def test_what_is_wrong_with_one_file_holds_up_no_other(own: Batch) -> None:
    data = packed({"a.html": page(), "b.doc": b"x", "c.zip": packed({"d": b"1"}), "e.exe": b"MZ"})
    receiving.give_in_bundle(own, "a.zip", io.BytesIO(data))
    told = {one.name: (one.state, one.failure) for one in own.uploads.all()}
    assert told["a.html"] == (Upload.State.WAITING, "")
    assert "另存为.docx" in told["b.doc"][1]
    assert "压缩包里的压缩包" in told["c.zip"][1]
    assert "只能上传" in told["e.exe"][1]


NAME = "某局2023年报.html"
UTF8_BESIDE = struct.pack("<HHBI", 0x7075, 5 + len(NAME.encode()), 1, zlib.crc32(b"_____.html"))
NAMES = {
    "GBK without a word": named(NAME.encode("gbk")),
    "UTF-8 without a word": named(NAME.encode()),
    "UTF-8 as it should be": packed({NAME: b"1"}),
    "UTF-8 besides": named(b"_____.html", extra=UTF8_BESIDE + NAME.encode()),
}


@pytest.mark.parametrize("case", NAMES)
def test_names_are_shown_as_they_were_given(case: str) -> None:
    assert list(inside(NAMES[case])) == [NAME]


@pytest.mark.parametrize(
    "name", ["../../etc/年报.html", "/年报.html", "..\\年报.html", "./年报.html"]
)
def test_no_name_leads_anywhere(name: str) -> None:
    assert [one.split("/")[-1] for one in inside(packed({name: b"1"}))] == ["年报.html"]
    assert not [one for one in inside(packed({name: b"1"})) if ".." in one or one[0] == "/"]


def test_what_systems_add_is_no_file_of_the_batch() -> None:
    more = ["__MACOSX/._a.html", ".DS_Store", "x/Thumbs.db", "~$a.docx", "empty/"]
    assert list(inside(packed({"a.html": b"1", **dict.fromkeys(more, b"")}))) == ["a.html"]


def _locked() -> bytes:
    data = bytearray(packed({"a.html": b"1"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _damaged() -> bytes:
    data = bytearray(packed({"a.html": b"12345678"}, zipfile.ZIP_STORED))
    data[data.index(b"12345678")] ^= 1
    return bytes(data)


def _link() -> bytes:
    entry = zipfile.ZipInfo("a.html")
    entry.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(entry, "/etc/passwd")
    return out.getvalue()


REFUSED = {
    "encrypted": (_locked(), "加了密码"),
    "damaged": (_damaged(), "已损坏"),
    "a link": (_link(), "只是一个链接"),
    "too large": (packed({"a.html": bytes(MOST_BYTES + 1)}, zipfile.ZIP_STORED), "超过10MB"),
    "a small bomb": (packed({"a.html": bytes(MOST_BYTES)}), "展开后过大"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_not_let_in_says_why(case: str) -> None:
    data, why = REFUSED[case]
    assert why in str(inside(data)["a.html"])


def test_a_bomb_is_refused_unopened(own: Batch) -> None:
    bomb = packed({f"{n}.html": bytes(9_000_000) for n in range(25)})
    receiving.give_in_bundle(own, "bomb.zip", io.BytesIO(bomb))
    assert [(one.name, one.failure) for one in own.uploads.all()] == [
        ("bomb.zip", "压缩包展开后过大，请分批上传")
    ]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", packed({"a.html": page()})[:-40], b"Rar!\x1a"]
)
def test_what_is_no_archive_gets_a_sentence(own: Batch, data: bytes) -> None:
    receiving.give_in_bundle(own, "a.zip", io.BytesIO(data))
    assert "压缩包已损坏" in own.uploads.get().failure


def test_an_archive_of_another_kind_is_named() -> None:
    with pytest.raises(GateError, match=r"不能读取\.rar"):
        bundle.is_bundle("年报.RAR")
    assert not bundle.is_bundle("年报.docx")
