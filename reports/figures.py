"""Figures: a mapping from cell id to number, where None means "not filled in" and is never 0.

`clean` is the only way in: whatever was typed, pasted or read becomes an int, a Decimal or None
here, or is refused with a sentence that names the cell as the form prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

from reports.formats import Cell, Equation, Fee, Format, Kind
from reports.formats.across import ties

Figure = int | Decimal | None
Figures = dict[str, Figure]

LARGEST = 999_999_999
DECIMALS = {Kind.MONEY_WAN_YUAN: 6, Kind.MONEY_YUAN: 2}

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?")
_SPACED = re.compile(r"[0-9]\s+[0-9]")
_NUMBER = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?")
_COUNTED = re.compile(r"(.*\d)\s*(?:件|项|个|条|宗|起|份|次)")
_MONEY = re.compile(r"(.*\d)\s*(万元|元)")
_EXPONENT = re.compile(r"[+-]?[0-9.]+e[+-]?[0-9]+", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Full-width forms alone: the wider NFKC would read ① and ² as digits.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH |= dict.fromkeys(map(ord, "−–—﹣"), ord("-"))


class RefusedError(ValueError):
    """A value that cannot stand in its cell; the message says which cell, why, and what to do."""

    def __init__(self, where: str, why: str, raw: object) -> None:
        self.why = why
        super().__init__(f"“{where}”{why}（录入的是“{_shown(raw)}”）")


def _shown(raw: object) -> str:
    """The start of what was typed, fit to print: files bring in values of any kind and size."""
    if isinstance(raw, str):
        return raw.strip()[:40].encode("utf-8", "replace").decode()
    if isinstance(raw, int) and abs(raw) > 10**40:
        return "过长的数字"
    return str(raw)[:40] if isinstance(raw, int | float | Decimal) else "不是数字的内容"


def clean(cell: Cell | Fee, raw: object) -> Figure:
    """The figure that `raw` (str, int, Decimal or None) stands for in that cell.

    Blank is None. Full-width digits and thousands separators are understood. Raises RefusedError
    for negatives, fractions of a count, exponents, letters, spaces between digits (“6 2” may be
    two figures) and counts above LARGEST.
    """
    if raw is None:
        return None
    if isinstance(raw, bool | float) or not isinstance(raw, str | int | Decimal):
        raise RefusedError(cell.label, "应为数字", raw)
    if isinstance(raw, int):
        if abs(raw) > LARGEST:
            raise RefusedError(cell.label, f"超过了{LARGEST}，请核对位数", raw)
        if raw >= 0:  # most of what is stored: not worth parsing
            return Decimal(raw) if cell.kind.is_money else raw
    text = _plain(str(raw))
    if not text:
        return None
    if _SPACED.search(text):
        raise RefusedError(cell.label, "的数字中间有空格，请核对后重新录入", raw)
    return _number(cell, _ungrouped(cell, text, raw), raw)


def _plain(text: str) -> str:
    """Half-width, without white space around it or invisible characters anywhere."""
    return _INVISIBLE.sub("", text).translate(_HALF_WIDTH).strip()


def _ungrouped(cell: Cell | Fee, text: str, raw: object) -> str:
    """Thousands separators taken out where they stand every three digits, else refused."""
    if "," not in text:
        return text
    if not _GROUPED.fullmatch(text.lstrip("+-")):
        raise RefusedError(cell.label, "的千位分隔符位置不对，请直接录入数字", raw)
    return text.replace(",", "")


def _number(cell: Cell | Fee, text: str, raw: object) -> int | Decimal:
    match = _NUMBER.fullmatch(text)
    if match is None:
        if _EXPONENT.fullmatch(text):
            raise RefusedError(cell.label, "不能用科学计数法，请录入完整数字", raw)
        raise RefusedError(cell.label, "只能录入数字，没有的填0", raw)
    sign, whole, fraction = match.groups()
    if sign == "-" and not cell.kind.is_signed:
        raise RefusedError(cell.label, "不能是负数", raw)
    if sign == "+" and not cell.kind.is_signed:
        raise RefusedError(cell.label, "不需要加号，请直接录入数字", raw)
    if len(whole.lstrip("0")) > len(str(LARGEST)):
        raise RefusedError(cell.label, f"超过了{LARGEST}，请核对位数", raw)
    whole = whole.lstrip("0") or "0"
    if cell.kind.is_money:
        return _money(cell, whole, fraction, raw)
    if fraction:
        raise RefusedError(cell.label, "应为整数，不能有小数", raw)
    return int(sign + whole)


def _money(cell: Cell | Fee, whole: str, fraction: str | None, raw: object) -> Decimal:
    places = DECIMALS[cell.kind]
    if fraction and len(fraction) > places:
        raise RefusedError(cell.label, f"最多{places}位小数，单位是{cell.kind.unit}", raw)
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


def from_json(fmt: Format, data: Mapping[str, object]) -> Figures:
    """Stored or received figures; every cell of the form is there, blank where it was left out.

    Raises RefusedError for a bad value and KeyError for a key the form does not have.
    """
    for key in data:
        if key not in fmt.cells:
            raise KeyError(key)
    return {id_: clean(cell, data.get(id_)) for id_, cell in fmt.cells.items()}


def measured(cell: Cell | Fee, raw: object) -> object:
    """`raw` without the unit or measure word that people write behind a number: 12件 is 12.

    Another unit of money stays, for `clean` to refuse: 3元 is no figure in 万元.
    """
    if not isinstance(raw, str):
        return raw
    if cell.kind.is_money:
        written = _MONEY.fullmatch(_plain(raw))
        return written[1] if written and written[2] == cell.kind.unit else raw
    counted = _COUNTED.fullmatch(_plain(raw))
    return counted[1] if counted else raw


def plain(figure: Figure) -> int | str | None:
    """The figure as JSON has it: counts as integers, money as a decimal string."""
    return f"{figure:f}" if isinstance(figure, Decimal) else figure


def to_json(figures: Mapping[str, Figure]) -> dict[str, int | str | None]:
    """Figures as they are stored and exchanged."""
    return {cell: plain(figure) for cell, figure in figures.items()}


def printed(figure: Figure) -> str:
    """The figure as a report prints it: plain digits; nothing where nothing is filled in."""
    return "" if figure is None else str(plain(figure))


def total(figures: Mapping[str, Figure], cells: Iterable[str]) -> int | None:
    """The sum of counts; None while any of them is blank."""
    found = [figures.get(cell) for cell in cells]
    return None if None in found else int(sum(cast("list[int | Decimal]", found)))


def fitting(figures: Mapping[str, Figure], cells: Iterable[str]) -> int | None:
    """The sum as it stands in a total's cell: None, too, where no cell may hold so much."""
    found = total(figures, cells)
    return None if found is None or found > LARGEST else found


def across(figures: Mapping[str, Figure], now: Format, then: Format) -> Figures:
    """Figures of the edition `then` by the cells of `now`, as far as they count the same.

    Where several cells of `now` are together what the figure was, each of them is given it.
    """
    return {
        cell: total(figures, tie.then) if len(tie.then) > 1 else figures.get(tie.then[0])
        for cell, tie in ties(now, then).items()
    }


def dependents(fmt: Format, changed: Iterable[str]) -> list[Equation]:
    """The computing equations whose result rests on a changed cell, in order of computing."""
    touched, found = set(changed), []
    for equation in fmt.equations:
        if equation.computes and touched.intersection(equation.left):
            found.append(equation)
            touched.update(equation.right)
    return found


def recompute(fmt: Format, figures: Figures, changed: Iterable[str]) -> Figures:
    """The totals that rest on the changed cells, as they must be now. `figures` stays as it is.

    Totals that rest on nothing changed are not looked at: an imported total that disagrees stands
    until someone touches one of its addends.
    """
    now = dict(figures)
    fresh: Figures = {}
    for equation in dependents(fmt, changed):
        now[equation.right[0]] = fresh[equation.right[0]] = fitting(now, equation.left)
    return fresh


def add(fmt: Format, many: Iterable[Mapping[str, Figure]]) -> Figures:
    """Cell by cell the sum of several reports' figures.

    Blanks add nothing; None stays where all are blank.
    """
    summed: Figures = dict.fromkeys(fmt.cells)
    for figures in many:
        for cell, figure in figures.items():
            if figure is not None:
                summed[cell] = figure + (summed[cell] or 0)
    return summed
