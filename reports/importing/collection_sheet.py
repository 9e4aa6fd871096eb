"""Reads a 数据采集表 that a division has filled in: what stands in its marked places.

`parse` runs in the limited process; it understands nothing of the statute and judges nothing.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reports.formats import collecting

from . import gate, limited
from .gate import UnreadableError
from .values import Value
from .values import shown as _text

Line = Sequence[Value]

_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"([^>]*[^>/])?>(.*?)</c>', re.DOTALL)
_WORTH = re.compile(rb"<v>[^<]")


@dataclass
class Filled:
    """A sheet as it came back. `code` names the form; values by key, as text.

    `clashes` are keys with several values, where a page of the sheet was copied and filled in
    twice; they have none in `values`. `broken` are cells, like "D5", with a formula that came to
    nothing; they read as blank.
    """

    code: str = ""
    provided_by: str = ""
    phone: str = ""
    basis: str = ""
    values: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    clashes: dict[str, list[str]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


def read(name: str, data: bytes) -> Filled:
    """The uploaded file as it was filled in. Raises gate.GateError and UnreadableError."""
    gate.admit(name, data, {"xlsx"})
    filled = Filled(**limited.parse("collection-sheet", data))
    if not filled.code:
        raise UnreadableError("这不是本系统的数据采集表，请下载采集表填写后再上传")
    return filled


def read_text(text: str) -> Filled:
    """What was copied out of one or more worksheets and pasted, tabs between columns.

    Raises UnreadableError.
    """
    try:
        # A cell of several lines comes in quotes, like any that holds a quote or a tab.
        return _filled([list(csv.reader(io.StringIO(text, newline=None), delimiter="\t"))])
    except csv.Error:
        raise UnreadableError("粘贴的内容读不出来，请改为上传采集表文件") from None


def parse(data: bytes) -> dict[str, Any]:
    """The marked places of every worksheet. Raises UnreadableError."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        ]
    except CalamineError:
        raise UnreadableError("文件读不出来，请用WPS或Office打开后另存再上传") from None
    filled = _filled(sheets)
    filled.broken = list(_broken(data))
    return filled.__dict__


def _broken(data: bytes) -> Iterator[str]:
    """Calamine makes "" of an error, and of a formula that nobody has worked out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                yield from _broken_in(package.read(name))


def _broken_in(sheet: bytes) -> Iterator[str]:
    for place, attributes, inside in _CELL.findall(sheet):
        if b't="e"' in attributes or (b"<f" in inside and not _WORTH.search(inside)):
            yield place.decode()


def _filled(sheets: Sequence[Sequence[Line]]) -> Filled:
    filled = Filled()
    for lines in sheets:
        columns: dict[int, int] = {}
        for line in lines:
            mark = _text(line[0]) if line else ""
            if mark == collecting.COLUMNS:
                columns = _numbered(line)
            elif mark in collecting.META:
                _set_meta(filled, mark, _text(line[2]) if len(line) > 2 else "")
            elif mark.startswith(("prose.", "fees.")):
                _put(filled, mark, _text(line[2]) if len(line) > 2 else "")
            else:
                _take(filled, collecting.places(mark), columns, line)
    return filled


def _numbered(line: Line) -> dict[int, int]:
    """Where each numbered column stands now."""
    told = {index: _text(value) for index, value in enumerate(line)}
    return {int(text): index for index, text in told.items() if collecting.is_number(text)}


def _set_meta(filled: Filled, mark: str, text: str) -> None:
    name = "code" if mark == "form" else mark
    setattr(filled, name, text)


def _take(filled: Filled, places: dict[int, str], columns: dict[int, int], line: Line) -> None:
    at = {id_: columns.get(number, number - 1) for number, id_ in places.items()}
    basis = _text(line[at["*"]]) if at.get("*", len(line)) < len(line) else ""
    for id_, index in at.items():
        if id_ == "*" or index >= len(line):
            continue
        _put(filled, id_, _text(line[index]))
        if basis:
            filled.bases[id_] = basis


def _put(filled: Filled, key: str, text: str) -> None:
    """A blank place says nothing against one that is filled in."""
    said = filled.clashes.get(key) or [filled.values.get(key, "")]
    if not any(said):
        filled.values[key] = text
    elif text and text not in said:
        filled.clashes[key] = [*said, text]
        filled.values[key] = ""
