"""What .docx and .xlsx files have in common: a package of parts that says nothing of its making."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Protocol
from xml.sax.saxutils import escape

from reports.content import Content

CORE = "docProps/core.xml"

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Savable(Protocol):
    """A document or workbook in the making."""

    def save(self, file: io.BytesIO, /) -> None:
        """Writes it."""


def legal(text: str) -> str:
    """The text without what XML cannot hold (control characters)."""
    return _ILLEGAL.sub("", text)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file. Without any date: the same parts give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return buffer.getvalue()


def unpacked(made: Savable) -> dict[str, bytes]:
    """The parts of what python-docx or openpyxl made, by name."""
    buffer = io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return {name: package.read(name) for name in package.namelist()}


def core(content: Content) -> bytes:
    """The part that names title, author and language."""
    title, agency = (escape(legal(text)) for text in (content.title, content.agency))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{agency}</dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()
