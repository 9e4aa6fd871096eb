"""The gate for files from outside: what may be opened at all, before anything parses it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection
from pathlib import PurePosixPath

MOST_BYTES = 10 * 1024 * 1024
MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 2_000, 50 * 1024 * 1024, 100
MOST_OF_RELATIONS = 1024 * 1024

_OLD = {"doc": "docx", "wps": "docx", "xls": "xlsx", "et": "xlsx", "xlsm": "xlsx", "docm": "docx"}
_INSIDE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_TEXTS = {"html", "htm", "mhtml", "mht", "txt", "md", "csv"}
_OLE = b"\xd0\xcf\x11\xe0"
"""Begins what Office has locked, and its old files whatever they are called."""
_NO_TEXT = (
    b"PK\x03\x04",
    _OLE,
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"MZ",
    b"Rar!",
)
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff")
_EXTERNAL = re.compile(rb"""TargetMode\s*=\s*["']External["']""", re.IGNORECASE)
_LINK = re.compile(rb"""<Relationship\b[^>]*/hyperlink["'][^>]*>""", re.IGNORECASE)

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    UnicodeDecodeError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)
"""What a package says that is damaged, cut off or encrypted."""


class GateError(ValueError):
    """A file that is not let in; the message says why and what to do, in Chinese."""


class UnreadableError(ValueError):
    """A file that was let in and could not be parsed; the message says what to do, in Chinese."""


def admit(name: str, data: bytes, kinds: Collection[str]) -> str:
    """The kind (extension) of a file that may be opened. Raises GateError.

    The extension must be among `kinds` and agree with what the file begins with.
    """
    kind = glance(name, len(data), kinds)
    if kind in _INSIDE:
        _admit_package(data, kind)
    elif not _looks_like(kind, data):
        raise GateError(f"文件内容不是.{kind}，请检查扩展名或另存后再上传")
    return kind


def glance(name: str, size: int, kinds: Collection[str]) -> str:
    """The kind of a file by what can be told of it unopened. Raises GateError."""
    kind = PurePosixPath(name.replace("\\", "/")).suffix.lstrip(".").lower()
    if kind in _OLD and kind not in kinds:
        raise GateError(f"不能读取.{kind}文件，请用WPS或Office打开后另存为.{_OLD[kind]}再上传")
    if kind not in kinds:
        wanted = "、".join(f".{one}" for one in sorted(kinds))
        raise GateError(f"只能上传{wanted}文件")
    if not size:
        raise GateError("文件是空的，请检查后重新上传")
    if size > MOST_BYTES:
        raise GateError(f"文件超过{MOST_BYTES // 1024 // 1024}MB，请去掉图片等内容后再上传")
    return kind


def kind_of(data: bytes) -> str:
    """The kind of a file that came without a name, by what it begins with."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for kind, part in _INSIDE.items() if part.encode() in data), "docx")
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    begin = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if begin.startswith((b"<!doctype html", b"<")) else "txt"


def _looks_like(kind: str, data: bytes) -> bool:
    """Whether a file that is no package begins as its kind does."""
    if kind == "pdf":
        return _PDF in data[:_PDF_WITHIN]
    if kind not in _TEXTS or data.startswith(_TEXT_MARKS):
        return True
    return not data.startswith(_NO_TEXT) and b"\x00" not in data[:4096]


def _admit_package(data: bytes, kind: str) -> None:
    if data.startswith(_OLE):
        raise GateError(f"文件加了密码，或者是旧格式，请去掉密码、另存为.{kind}后再上传")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_entries(package.infolist(), len(data))
            if _INSIDE[kind] not in package.namelist():
                raise GateError(f"文件内容不是.{kind}，请用WPS或Office另存后再上传")
            _check_relations(package)
    except BROKEN:
        raise GateError(f"文件已损坏、加了密码或不是.{kind}文件，请另存后再上传") from None


def _check_entries(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise GateError("文件内部过于复杂，请只保留表格后再上传")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or unpacked > size * MOST_RATIO:
        raise GateError("文件展开后过大，请只保留表格后再上传")
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in entry.filename:
            raise GateError("文件内部结构异常，不能读取")
        if path.name.lower() == "vbaproject.bin":
            raise GateError("文件含有宏，请另存为不含宏的文件后再上传")


def _check_relations(package: zipfile.ZipFile) -> None:
    """Nothing in the file may point outside it, save plain links, which nobody follows."""
    for entry in package.infolist():
        if entry.filename.endswith(".rels"):
            with package.open(entry) as part:
                text = part.read(MOST_OF_RELATIONS)
            if _EXTERNAL.search(_LINK.sub(b"", text)):
                raise GateError("文件引用了外部文件，请断开链接后再上传")
