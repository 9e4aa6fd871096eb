"""Boxes of a workbook whose formula failed (#N/A, #REF!), which its reader shows as if empty.

An application without a day and without a result would count as not answered yet.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

FAILED = "#N/A"

_BOX = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\st=[\"']e[\"'])[^>]*\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ERROR = re.compile(rb"\st=[\"']e[\"']")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_MOST = 100_000


def failed(data: bytes) -> list[list[tuple[int, int]]]:
    """By number of the sheet, in the order of the book, (row, column) of each, from 0 on."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        parts = list(_parts(package))
        told = [package.read(part) if part in names else b"" for part in parts]
    return [list(_boxes(part)) if _ERROR.search(part) else [] for part in told]


def _parts(package: zipfile.ZipFile) -> Iterator[str]:
    """The part of each sheet, by its relation to the book."""
    related = _read(package, "xl/_rels/workbook.xml.rels")
    targets = {_said(one, "Id"): _said(one, "Target") for one in _RELATION.findall(related)}
    for sheet in _SHEET.findall(_read(package, "xl/workbook.xml")):
        target = targets.get(_said(sheet, r"\w+:id"), "")
        yield str(PurePosixPath("xl") / target) if target[:1] != "/" else target[1:]


def _read(package: zipfile.ZipFile, part: str) -> str:
    return package.read(part).decode("utf-8", "replace") if part in package.namelist() else ""


def _said(tag: str, name: str) -> str:
    found = re.search(rf"\s{name}=[\"']([^\"']*)[\"']", tag)
    return found[1] if found else ""


def _boxes(part: bytes) -> Iterator[tuple[int, int]]:
    for found, _ in zip(_BOX.finditer(part), range(_MOST), strict=False):
        column = 0
        for letter in found[1]:
            column = column * 26 + letter - ord("A") + 1
        yield int(found[2]) - 1, column - 1
