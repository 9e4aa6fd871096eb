"""Scans that came back from the seal, and PDFs that do more than show pages."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
JPG = b"\xff\xd8\xff\xe0" + b"\x00" * 40


def writer(pages: int = 1) -> PdfWriter:
    made = PdfWriter()
    for _ in range(pages):
        made.add_blank_page(595, 842)
    return made


def written(made: PdfWriter) -> bytes:
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def pdf(pages: int = 1) -> bytes:
    """As a scanner makes it."""
    return written(writer(pages))


def with_script() -> bytes:
    act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x()")}
    made = writer()
    made._root_object[NameObject("/OpenAction")] = DictionaryObject(act)
    return written(made)


def with_hidden_name() -> bytes:
    """The same, the name written with escapes and behind a link on the page."""
    act = DictionaryObject({NameObject("/S"): NameObject("/Launch")})
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): act})
    made = writer()
    made.pages[0][NameObject("/Annots")] = ArrayObject([note])
    return written(made).replace(b"/Launch", b"/L#61unch")


def with_attachment() -> bytes:
    made = writer()
    made.add_attachment("a.exe", b"MZ")
    return written(made)


def with_form() -> bytes:
    made = writer()
    form = DictionaryObject({NameObject("/XFA"): TextStringObject("<xdp/>")})
    made._root_object[NameObject("/AcroForm")] = form
    return written(made)


def locked(password: str) -> Callable[[], bytes]:
    def made() -> bytes:
        one = writer()
        one.encrypt(password, "owner", algorithm="RC4-128")
        return written(one)

    return made
