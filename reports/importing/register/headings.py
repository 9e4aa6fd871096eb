"""Where the headings of a register stand: under its title, in one line or in two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from reports.counting import day
from reports.formats.register_headings import role_of
from reports.formats.register_words import ROLES
from reports.formats.wording import bare

from ..gate import UnreadableError
from .personal import is_personal, shown
from .sheets import Sheet
from .ticked import kinds

_MOST_ABOVE = 20
_FEWEST = 2
_LONGEST = 40
_NONE = (
    "没有找到台账的标题行。标题行里至少要有收到日期、申请人类别、答复日期、办理结果中的两项，"
    "可以下载登记表模板对照修改"
)


_HELP = "填表说明"
"""The sheet of our own template that explains it."""
_SUMS = re.compile(
    r"(?:本|全)?(?:月|季度?|年度?|页|表)?(?:合计|总计|小计|共计|累计)[:：]?[0-9一二三四五六七八九十百]*件?"
)
_SIGNED = re.compile(
    r"(?:填表|填报|制表|审核|负责|登记|统计)(?:人|单位|日期|时间)?[:：].*|注[:：].*"
)

Rows = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Table:
    """The headings of the columns, and the rows below them, each with its place in the file.

    `passed_over` says which sheets were not read, and why.
    """

    headings: tuple[str, ...]
    rows: Rows
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Head:
    score: int
    row: int
    lines: int
    headings: tuple[str, ...]
    is_divided: bool = False


def tables(sheets: Sequence[Sheet]) -> Table:
    """The sheet with the best headings, and the others that name what counting needs.

    Raises UnreadableError where no sheet has any.
    """
    heads = [(_head(sheet.rows), sheet) for sheet in sheets]
    shown_ = [head for head, sheet in heads if not sheet.is_hidden]
    best = max(shown_, key=lambda head: head.score, default=None)
    if best is None or best.score < _FEWEST:
        raise UnreadableError(_NONE)
    rows: list[tuple[str, tuple[str, ...]]] = []
    passed_over = []
    for head, sheet in heads:
        order = _order(best.headings, head.headings)
        why = _why_not(best, head, sheet, order)
        if not why:
            rows += _below(head, sheet, order)
        elif why != _HELP:
            passed_over.append(f"{_named(sheet.name)}（{why}）")
    return Table(best.headings, tuple(rows), tuple(passed_over))


def _why_not(best: _Head, head: _Head, sheet: Sheet, order: Sequence[int | None]) -> str:
    """Why a sheet is not read; "" where it is. A hidden one of anything else is not told of."""
    if head.score < _FEWEST:
        is_help = sheet.is_hidden or sheet.name == _HELP
        return _HELP if is_help else "没有台账的标题行"
    if sheet.is_hidden:
        return "已隐藏"
    found = _roles(head.headings[at] for at in order if at is not None)
    lacking = _roles(best.headings) - found
    names = [role.label for role in ROLES if role.needed and role.id in lacking]
    return f"没有{'、'.join(names)}列" if names else ""


def _roles(headings: Iterable[str]) -> set[str]:
    return {role_of(heading) for heading in headings}


def _order(best: Sequence[str], own: Sequence[str]) -> list[int | None]:
    """Where each column of the best sheet stands in another: of that heading, else of that role."""
    if tuple(best) == tuple(own):
        return list(range(len(own)))
    free = dict(enumerate(own))
    found = [_take(free, partial(_is_called, bare(name))) for name in best]
    for number, heading in enumerate(best):
        role = role_of(heading)
        if found[number] is None and role:
            found[number] = _take(free, partial(_is_of, role))
    return found


def _is_called(name: str, heading: str) -> bool:
    return bare(heading) == name != ""


def _is_of(role: str, heading: str) -> bool:
    return role_of(heading) == role


def _take(free: dict[int, str], fits: Callable[[str], bool]) -> int | None:
    """The first column that fits and was not taken yet."""
    at = next((at for at, heading in free.items() if fits(heading)), None)
    if at is not None:
        del free[at]
    return at


def _named(sheet: str) -> str:
    """The name of a sheet, unless it may be somebody's."""
    return shown(sheet) if sheet and is_personal(sheet) else sheet


def _head(rows: Sequence[Sequence[str]]) -> _Head:
    """The line, or the two lines, that name most of what counting needs; of equals the first that
    needs no more lines, unless the second one divides its columns.
    """
    found = [_Head(0, 0, 0, ())]
    for number, row in enumerate(rows[:_MOST_ABOVE]):
        found.append(_judged(number, 1, [_short(text) for text in row]))
        if number + 1 < len(rows):
            below = rows[number + 1]
            both = _judged(number, 2, _joined(row, below))
            found.append(replace(both, is_divided=_is_divided(row, below, both.headings)))
    return max(found, key=lambda head: (head.score, head.is_divided, -head.lines, -head.row))


def _is_divided(upper: Sequence[str], lower: Sequence[str], both: Sequence[str]) -> bool:
    """Whether the lower line has the kinds or results, a column each, for which the upper one has
    one heading; no application is such a line.
    """
    is_wider = any(below and not above for above, below in zip_longest(upper, lower, fillvalue=""))
    return is_wider and len(kinds(both)) > len(kinds(upper)) and not any(map(is_day, lower))


def is_day(value: str) -> bool:
    """Whether it is one, however it is written."""
    try:
        return day(value) is not None
    except ValueError:
        return False


def _judged(row: int, lines: int, headings: Sequence[str]) -> _Head:
    known = {role_of(heading) for heading in headings} - {""}
    width = max((at for at, heading in enumerate(headings, 1) if heading), default=0)
    score = len(known | set(kinds(headings)))
    return _Head(score, row, lines, tuple(headings[:width]))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two lines: a heading over several columns speaks for each that has one of its own below."""
    said, last = [], ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        last = above or (last if below else "")
        said.append(_short(f"{last} {below}".strip()))
    return said


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _below(
    head: _Head, sheet: Sheet, order: Sequence[int | None]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of a sheet in the order of the best one's columns, without sums and signatures."""
    width, name = len(head.headings), _named(sheet.name)
    is_numbered = "case" in _roles(head.headings)
    for number in range(head.row + head.lines, len(sheet.rows)):
        # Without numbers of cases nobody could tell two applications from two lines of one.
        cells = sheet.cells(number, width) if is_numbered else [*sheet.rows[number][:width]]
        cells += [""] * (width - len(cells))
        if any(cells) and tuple(map(_short, cells)) != head.headings and not _is_beside(cells):
            row = tuple("" if at is None else cells[at] for at in order)
            yield f"{name}第{number + 1}行", row


def _is_beside(cells: Sequence[str]) -> bool:
    """Whether a row is a sum, or says who filled the register in."""
    first = next((re.sub(r"\s+", "", cell) for cell in cells if cell), "")
    return bool(_SUMS.fullmatch(first) or _SIGNED.fullmatch(first))
