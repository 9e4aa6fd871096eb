"""Lets in what came from a scanner: pictures, and PDFs that do nothing but show pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from . import limited
from .gate import GateError, UnreadableError

MOST_BYTES, MOST_PAGES, MOST_OBJECTS = 20 * 1024 * 1024, 200, 100_000
MARKS = {b"%PDF-": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
_WITHIN = 1024

_ACTS = {"JS", "JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "Movie", "Sound"}
_CARRIES = {"EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia", "XFA", "3D"}


def most_bytes() -> int:
    """How large a scan may be: less where the machine takes smaller requests."""
    return int(min(MOST_BYTES, settings.UPLOAD_MAX_BYTES - 1024 * 1024))


def admit(data: bytes) -> tuple[str, int]:
    """What the file is by what it begins with (.pdf, .jpg or .png), and how many pages it has.

    Raises GateError and UnreadableError.
    """
    if not data:
        raise GateError("文件是空的，请检查后重新上传")
    if len(data) > most_bytes():
        raise GateError(f"扫描件超过{most_bytes() // 1024 // 1024}MB，请降低分辨率或压缩后再上传")
    extension = next((ext for mark, ext in MARKS.items() if data.startswith(mark)), "")
    if not extension and b"%PDF-" in data[:_WITHIN]:
        extension = ".pdf"
    if not extension:
        raise GateError("扫描件应为PDF、JPG或PNG文件")
    return extension, limited.parse("sealed", data)["pages"] if extension == ".pdf" else 1


def parse(data: bytes) -> dict[str, int]:
    """How many pages a PDF has; in the limited process. Raises UnreadableError.

    Every object is looked at, also those of earlier states of the file and those that are packed.
    """
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        if document.encryption is not None:
            raise UnreadableError("PDF加了密码或限制了权限，请去掉后再上传")
        _look_through(document)
        pages = _count(document)
    except (PSException, KeyError, TypeError, ValueError, AttributeError, AssertionError) as error:
        if isinstance(error, UnreadableError):
            raise
        locked = "Password" in type(error).__name__ or "Encrypt" in type(error).__name__
        why = "PDF加了密码，请去掉密码" if locked else "PDF已损坏，请重新扫描"
        raise UnreadableError(f"{why}后再上传") from None
    if not pages:
        raise UnreadableError("PDF中没有页面，请重新扫描后再上传")
    if pages > MOST_PAGES:
        raise UnreadableError(f"PDF超过{MOST_PAGES}页，请只上传这一份报告的扫描件")
    return {"pages": pages}


def _look_through(document: Any) -> None:
    ids = {number for xref in document.xrefs for number in xref.get_objids()}
    if len(ids) > MOST_OBJECTS:
        raise UnreadableError("PDF过于复杂，请重新扫描后再上传")
    found: set[str] = set()
    for number in ids:
        found |= set(_names(_object(document, number)))
    for xref in document.xrefs:
        found |= set(_names(xref.trailer))
    if found & _ACTS:
        raise UnreadableError("PDF中含有脚本或自动执行的操作，请重新扫描，或打印成PDF后再上传")
    if found & _CARRIES:
        raise UnreadableError("PDF中夹带其他文件或表单，请重新扫描，或打印成PDF后再上传")


def _object(document: Any, number: int) -> object:
    from pdfminer.pdfexceptions import PDFObjectNotFound

    try:
        return document.getobj(number)
    except PDFObjectNotFound:
        return None


def _names(value: Any) -> Iterator[str]:
    """Keys and names in an object, however deep; what it refers to is looked at by itself."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        attributes = getattr(one, "attrs", None)
        if isinstance(attributes, dict):
            waiting.append(attributes)
        elif isinstance(one, dict):
            yield from map(str, one)
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
        elif isinstance(name := getattr(one, "name", None), str):
            yield name


def _count(document: Any) -> int:
    from pdfminer.pdfpage import PDFPage

    pages = 0
    for _ in PDFPage.create_pages(document):
        pages += 1
        if pages > MOST_PAGES:
            break
    return pages
