"""Files made to do harm or broken by accident, with a word of the sentence that refuses each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from pypdf import PdfWriter

from .layouts import merged_sheet, spans
from .readings import published
from .word_files import merged, packed, paragraph

NAME = "haidian-2024"


def _zip(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    """A few kilobytes that unfold to a hundred megabytes."""
    return _zip({"word/document.xml": b" " * 100_000_000})


def small_bomb() -> bytes:
    """Within what may unfold, and a tree that takes far more memory than its text."""
    return packed("<w:p/>" * 3_000_000)


def entities() -> bytes:
    """A document that would have a file of this machine in it."""
    head = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:body>{paragraph("&x;")}</w:body></w:document>'
    return _zip({"word/document.xml": (head + body.replace("&amp;x;", "&x;")).encode()})


def laughs() -> bytes:
    """Entities of entities of entities."""
    inner = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE a [<!ENTITY a0 "ha">{inner}]>'
    return _zip({"word/document.xml": f"{head}<a>&a11;</a>".encode()})


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="AES-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scan() -> bytes:
    """A PDF without a text layer."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def deep_word() -> bytes:
    """Tables in tables in tables."""
    begin, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return packed(begin * 70 + paragraph("一") + end * 70)


def half(data: bytes) -> bytes:
    """What is left of a file whose copying was broken off."""
    return data[: len(data) // 2]


def spoilt(data: bytes) -> bytes:
    """A Word file of which some bytes went bad on the way."""
    at = data.index(b"word/document.xml") + 17
    return data[:at] + b"\xff" * 8 + data[at + 8 :]


Made = Callable[[], bytes]
REFUSED: dict[str, tuple[str, Made, str]] = {
    "zip bomb": ("a.docx", bomb, "展开后过大"),
    "tree too large": ("a.docx", small_bomb, "展开后过大"),
    "external entity": ("a.docx", entities, "读不出来"),
    "billion laughs": ("a.docx", laughs, "读不出来"),
    "deep Word tables": ("a.docx", deep_word, "嵌套过深"),
    "half a Word file": ("a.docx", lambda: half(merged(published(NAME))), "已损坏"),
    "spoilt Word file": ("a.docx", lambda: spoilt(merged(published(NAME))), "Word文件读不出来"),
    "half a worksheet": ("a.xlsx", lambda: half(merged_sheet(published(NAME))), "已损坏"),
    "page called docx": ("a.docx", lambda: spans(published(NAME)), "不是.docx"),
    "Word file called xlsx": ("a.xlsx", lambda: merged(published(NAME)), "文件内容不是.xlsx"),
    "Word file called txt": ("a.txt", lambda: merged(published(NAME)), "文件内容不是.txt"),
    "text called pdf": ("a.pdf", lambda: b"report", "文件内容不是.pdf"),
    "old Word file": ("a.doc", lambda: b"\xd0\xcf\x11\xe0" * 99, "另存为.docx"),
    "locked Word file": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" * 99, "加了密码"),
    "locked PDF": ("a.pdf", locked_pdf, "密码"),
    "scan": ("a.pdf", scan, "扫描件"),
    "broken PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj <<" * 2000, "PDF文件"),
    "row without end": (
        "a.html",
        lambda: b"<table><tr>" + b"<td>1</td>" * 100_000 + b"</tr></table>",
        "列数过多",
    ),
    "line without end": ("a.txt", lambda: b"1\t" * 100_000, "列数过多"),
    "lines without end": ("a.txt", lambda: b"1\n" * 100_000, "内容过多"),
    "pages in pages": ("a.html", lambda: b"<div>" * 100_000 + b"x", "没有读到"),
    "tables in tables": ("a.html", lambda: b"<table><tr><td>" * 5_000 + b"x", ""),
    "nothing": ("a.txt", lambda: b"", "空的"),
    "blanks": ("a.txt", lambda: b" \n\t " * 99, "没有读到"),
    "bytes": ("a.txt", lambda: bytes(range(1, 256)) * 9, ""),
}
