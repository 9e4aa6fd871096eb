"""What may come from a scanner is let in; a PDF that does more than show pages is not."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest
from pytest_django import Settings

from reports.importing import sealed
from reports.importing.gate import GateError, UnreadableError
from reports.rendering import pdf as report_pdf
from tests import sealed as scans
from tests.rendering.contents import small


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (scans.pdf(3), (".pdf", 3)),
        (b"\n\n" + scans.pdf(), (".pdf", 1)),
        (scans.JPG, (".jpg", 1)),
        (scans.PNG, (".png", 1)),
    ],
    ids=["pdf", "pdf behind lines", "jpg", "png"],
)
def test_scans_are_let_in(data: bytes, told: tuple[str, int]) -> None:
    assert sealed.admit(data) == told


def test_our_own_pdf_printed_and_sealed_is_let_in() -> None:
    extension, pages = sealed.admit(report_pdf.draw(small()))
    assert (extension, pages > 1) == (".pdf", True)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (scans.with_script, "脚本"),
        (scans.with_hidden_name, "自动执行"),
        (scans.with_attachment, "夹带"),
        (scans.with_form, "表单"),
        (scans.locked("secret"), "密码"),
        (scans.locked(""), "密码"),
        (lambda: scans.pdf(0), "没有页面"),
        (lambda: scans.pdf(sealed.MOST_PAGES + 1), "超过200页"),
        (lambda: b"%PDF-1.7 the signed page", "损坏"),
        (lambda: scans.pdf()[:200], "损坏|没有页面"),
    ],
    ids=["js", "escaped", "attached", "xfa", "user", "owner", "empty", "long", "torn", "cut"],
)
def test_a_pdf_that_is_no_scan_is_refused_with_why(made: Callable[[], bytes], why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        sealed.admit(made())


def test_a_script_in_a_packed_object_is_found() -> None:
    packed = zlib.compress(b"1 0 << /S /JavaScript /JS (x) >>")
    head = b"%PDF-1.5\n"
    stream = b"2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n"
    body = stream % len(packed) + packed + b"\nendstream\nendobj\n"
    root = b"3 0 obj\n<< /Type /Catalog /Pages 4 0 R /OpenAction 1 0 R >>\nendobj\n"
    pages = b"4 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    at = [len(head), len(head + body), len(head + body + root)]
    rows = b"\x00\x00\x00\x00" + b"\x02\x00\x02\x00"
    rows += b"".join(b"\x01" + n.to_bytes(2, "big") + b"\x00" for n in at)
    table = b"5 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 3 0 R /Length %d >>\nstream\n"
    start = len(head + body + root + pages)
    tail = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    data = head + body + root + pages + table % len(rows) + rows + tail
    with pytest.raises(UnreadableError, match="脚本"):
        sealed.admit(data)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"MZ\x90", b"<html>", b"PK\x03\x04docx"])
def test_other_files_are_refused_unopened(data: bytes) -> None:
    with pytest.raises(GateError):
        sealed.admit(data)


def test_a_scan_that_is_too_large_is_refused(settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = 2 * 1024 * 1024
    with pytest.raises(GateError, match="超过1MB"):
        sealed.admit(scans.JPG + b"x" * 1024 * 1024)
