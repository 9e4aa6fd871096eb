"""Which columns of a register are let through, and which of their values.

By heading and by what stands in them: days, numbers of cases, a few values that come again and
again. Whatever else a register holds is not looked at any further.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from reports.counting import HIDDEN, MASKED, day
from reports.formats.register_headings import is_private, role_of
from reports.formats.register_words import ROLES
from reports.formats.wording import bare

from .failed import FAILED
from .headings import Table, is_day
from .personal import is_known, is_like_name, is_mostly_known, is_name_beside, is_personal, shown
from .ticked import ticked

_AMBIGUOUS = "申请人"
"""Heads names as often as kinds."""
_HOLDS = {role.id: role.holds for role in ROLES}
_MOST_VALUES = 80
_MOST_SHARE = 0.6
_FEWEST_ROWS = 12
_MOST = 0.5
_LONGEST_CASE = 40
_DAY_LIKE = re.compile(r"(?:[年月日号时分秒:：./\-\s]*\d){1,8}[年月日号时分秒:：./\-\s]*")
_OF_PEOPLE = re.compile(r"(?<!\d)(?:[1-9]\d{16}[\dXx]|1[3-9]\d{9})(?!\d)")
_RARE = 0.2
_OF_RESULTS = ("result", "reason")
_LONGEST_RESULT = 6
"""A shorter one that no other row has is no sentence about somebody."""
_APART = re.compile(r"[\s、，,；;：:。（）()\[\]【】/+-]+")
_MIDNIGHT = " 00:00:00"
_WITHIN_SHEET = "序号"
"""Numbers that begin anew on every sheet."""
_NUMBERED = ("编号", "文号", "序号", "登记号", "受理号", "申请号", "流水号")


def sift(table: Table) -> dict[str, Any]:
    """The columns and rows as JSON; see `Sifted`."""
    columns, left_out, kept = [], [], []
    groups = ticked(table.headings, [cells for _, cells in table.rows])
    for group in groups:
        columns.append(_column(group.name, "value", group.values))
        kept.append(group.values)
    taken = frozenset().union(*(group.places for group in groups))
    for number, heading in enumerate(table.headings):
        if number in taken:
            continue
        values = [cells[number] for _, cells in table.rows]
        holds = _holds(heading, values)
        if holds:
            cleaned = _CLEAN[holds](heading, values)
            if bare(heading) == _WITHIN_SHEET:
                cleaned = _with_sheets(table, cleaned)
            columns.append(_column(heading, holds, cleaned))
            kept.append(cleaned)
        elif heading and any(values):
            left_out.append(heading if not is_personal(heading) else shown(heading))
    places = [place for place, _ in table.rows]
    rows = [list(row) for row in zip(places, *kept, strict=True)]
    told = {"columns": columns, "left_out": left_out, "rows": rows}
    return {**told, "passed_over": list(table.passed_over)}


def _column(name: str, holds: str, values: Sequence[str]) -> dict[str, Any]:
    return {"name": name, "holds": holds, "values": _counted(holds, values)}


def _holds(heading: str, values: Sequence[str]) -> str:
    """case, date or value; "" for a column that stays behind."""
    told = [value for value in values if value not in ("", FAILED)]
    if not heading or not told or is_private(heading):
        return ""
    role = _HOLDS.get(role_of(heading), "")
    if role == "case" or any(word in bare(heading) for word in _NUMBERED):
        return "case" if _are_numbers(told) else ""
    if role == "date" or _are_days(told):
        return "date" if _are_days(told) else ""
    if role != "value" or bare(heading) == _AMBIGUOUS:
        return "value" if _are_values(told) and _share(told, is_known) > _MOST else ""
    return "value" if _are_values(told) else ""


def _are_days(told: Sequence[str]) -> bool:
    return _share(told, is_day) > _MOST


def _are_numbers(told: Sequence[str]) -> bool:
    """Numbers of cases, and not those of people or of telephones."""
    return _share(told, _is_case) > _MOST


def _is_case(value: str) -> bool:
    said = re.sub(r"\s+", "", value)
    if len(said) > _LONGEST_CASE or not any(char.isdecimal() for char in said):
        return False
    return not _OF_PEOPLE.search(said)


def _are_values(told: Sequence[str]) -> bool:
    """A few that come again and again, and mostly not names."""
    different = set(told)
    if len(different) > _MOST_VALUES or _share(told, is_personal) > _MOST:
        return False
    known = _share(told, is_known) > _MOST
    return known or len(told) < _FEWEST_ROWS or len(different) <= _MOST_SHARE * len(told)


def _share(values: Iterable[str], holds: Any) -> float:
    counted = Counter(values)
    return sum(n for one, n in counted.items() if holds(one)) / max(sum(counted.values()), 1)


def _days(heading: str, values: Sequence[str]) -> list[str]:
    return [_clean_day(value) for value in values]


def _clean_day(value: str) -> str:
    try:
        found = day(value)
    except ValueError:
        return value if _DAY_LIKE.fullmatch(value) else HIDDEN
    return found.isoformat() if found else ""


def _numbers(heading: str, values: Sequence[str]) -> list[str]:
    """A name beside a number is no part of it; what stands in many rows is no name."""
    values = [value.removesuffix(_MIDNIGHT) for value in values]
    letters = [re.sub(r"[^\u3400-\u9fff]", "", value) for value in values]
    often = Counter(letters)
    names = {one for one, n in often.items() if is_like_name(one) and n <= _RARE * len(values)}
    return [
        " ".join(value.split()) if _is_case(value) and one not in names else ""
        for value, one in zip(values, letters, strict=True)
    ]


def _with_sheets(table: Table, values: Sequence[str]) -> list[str]:
    sheets = [place.rpartition("第")[0] for place, _ in table.rows]
    return [
        f"{sheet}-{value}" if value and sheet else value
        for sheet, value in zip(sheets, values, strict=True)
    ]


def _values(heading: str, values: Sequence[str]) -> list[str]:
    """What is unknown and stands there once may be a name, however it looks; results are not."""
    said = [" ".join(value.split()) for value in values]
    often = Counter(said)
    is_result = role_of(heading) in _OF_RESULTS
    return [shown(one) if _is_hidden(one, often[one], is_result) else one for one in said]


def _is_hidden(value: str, times: int, is_result: bool) -> bool:
    if is_personal(value) or any(map(is_like_name, _APART.split(value))):
        return True
    if times > 1 or len(value) < 2:
        return False
    if is_name_beside(value):
        return True
    if is_result and len(value) <= _LONGEST_RESULT:
        return False
    return not is_mostly_known(value)


_CLEAN = {"date": _days, "case": _numbers, "value": _values}


def _counted(holds: str, values: Sequence[str]) -> dict[str, int]:
    """The values that can be given a meaning; a masked one is none."""
    if holds != "value":
        return {}
    return {one: n for one, n in Counter(values).most_common() if one and MASKED not in one}
