"""Which cells of table three an application is counted in: whole or not at all.

政府信息公开条例, arts. 31 to 33: when an application is received, and when it is answered. More in
docs/decisions/0019-how-registers-are-counted.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from reports.formats import Format
from reports.formats import register as form
from reports.formats.format import cell_id

from .dates import day
from .entries import HIDDEN, MASKED, Counted, Entry, Meanings, Outside

_WHAT = {"applicant": "类别", "organisation": "种类", "result": "结果", "reason": "情形"}


class _NotCountedError(Exception):
    """The row fits no cell; the message says why, in Chinese."""

    def __init__(self, why: str, *, elsewhere: bool = False) -> None:
        self.elsewhere = elsewhere
        super().__init__(why)


def count(fmt: Format, year: int, entries: Iterable[Entry], meanings: Meanings) -> Counted:
    """Table three of that year from the rows of a register.

    Received this year it is new; received before and not answered before, brought forward.
    Answered this year it counts in the row of its result; not answered by 31 December, or answered
    later, it is carried over.
    """
    counting = _Counting(fmt, year, meanings)
    for entry in entries:
        if not entry.is_empty:
            counting.take(entry)
    return counting.counted


class _Counting:
    def __init__(self, fmt: Format, year: int, meanings: Meanings) -> None:
        self.year, self.meanings = year, meanings
        self.first, self.last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        self.block = form.block_of(fmt)
        self.kinds, self.results = form.applicants(fmt), form.results(fmt)
        self.seen: dict[str, Entry] = {}
        self.counted = Counted({key: [] for key in cells(fmt)})

    def take(self, entry: Entry) -> None:
        """Counts one row, or notes why not."""
        self.counted.rows += 1
        try:
            rows = self._rows(entry)
            column = self._column(entry)
            self._once(entry)
        except _NotCountedError as why:
            self.counted.outside.append(
                Outside(entry.where, entry.name, str(why), elsewhere=why.elsewhere)
            )
            return
        for row in rows:
            self.counted.cells[cell_id(self.block, row, column)].append(entry.name)

    def _rows(self, entry: Entry) -> tuple[str, str]:
        received = _day(entry.received, "收到日期")
        finished = _day(entry.finished, "答复日期")
        self._refuse_excluded(entry)
        if received is None:
            raise _NotCountedError("没有收到日期")
        if finished and finished < received:
            raise _NotCountedError("答复日期早于收到日期")
        if received > self.last:
            raise _NotCountedError(f"{self.year}年以后收到", elsewhere=True)
        if finished and finished < self.first:
            raise _NotCountedError(f"{self.year}年以前已经办结", elsewhere=True)
        begun = form.RECEIVED if received >= self.first else form.BROUGHT_FORWARD
        return begun, self._ended(entry, finished)

    def _refuse_excluded(self, entry: Entry) -> None:
        """What somebody has said is not to be counted."""
        for role in ("applicant", "result"):
            value = getattr(entry, role)
            if self.meanings.get(role, {}).get(value) == form.NOT_COUNTED:
                raise _NotCountedError(f"“{value}”已设为{form.NOT_COUNTED_LABEL}", elsewhere=True)

    def _ended(self, entry: Entry, finished: dt.date | None) -> str:
        if finished and finished > self.last:
            return form.CARRIED_OVER
        said = self._means("result", entry.result) if entry.result else ""
        if finished is None:
            if said in ("", form.OPEN):
                return form.CARRIED_OVER
            raise _NotCountedError("有办理结果，没有答复日期，不能判断是否本年度办结")
        if not said:
            raise _NotCountedError("有答复日期，没有办理结果")
        if said == form.OPEN:
            raise _NotCountedError(f"有答复日期，办理结果却是“{entry.result}”")
        if self.results[said].is_group:
            return self._narrower(entry, "reason", said, "办理结果")
        return said

    def _column(self, entry: Entry) -> str:
        if not entry.applicant:
            raise _NotCountedError("没有申请人类别")
        said = self._means("applicant", entry.applicant)
        if self.kinds[said].is_group:
            return self._narrower(entry, "organisation", said, "申请人类别")
        return said

    def _means(self, role: str, value: str) -> str:
        known = self.kinds if role in ("applicant", "organisation") else self.results
        said = self.meanings.get(role, {}).get(value, "")
        if not said and value.endswith(MASKED):
            raise _NotCountedError(f"“{value}”像是姓名或说明，没有读入，请改为{_WHAT[role]}")
        if said not in known:
            raise _NotCountedError(f"“{value}”没有对应表中的项目")
        return said

    def _narrower(self, entry: Entry, role: str, group: str, what: str) -> str:
        """Which one of a group a second column says."""
        known = self.kinds if role == "organisation" else self.results
        label, value = known[group].label, getattr(entry, role)
        if not value:
            raise _NotCountedError(f"{what}只写到“{label}”，没有写明是哪一种")
        said = self._means(role, value)
        if known[said].under != group:
            raise _NotCountedError(f"“{value}”不是“{label}”中的一种")
        return said

    def _once(self, entry: Entry) -> None:
        """The same number twice is one application, wherever the rows differ."""
        first = self.seen.setdefault(entry.case, entry) if entry.case else entry
        if first is not entry:
            same = _told(first) == _told(entry)
            differ = "重复，只计一次" if same else f"但内容不同，只计{first.where}，请核对"
            raise _NotCountedError(f"编号与{first.where}{'' if same else '相同，'}{differ}")


def cells(fmt: Format) -> list[str]:
    """The cells that a register counts: those of table three that nobody computes."""
    return [
        id_ for id_, one in fmt.cells.items() if one.section == form.SECTION and not one.computed
    ]


def _day(text: str, what: str) -> dt.date | None:
    try:
        return day(text)
    except ValueError:
        why = f"{what}写的不是日期" if text == HIDDEN else f"{what}“{text}”看不懂"
        raise _NotCountedError(why) from None


def _told(entry: Entry) -> tuple[str, ...]:
    return (
        entry.received,
        entry.applicant,
        entry.organisation,
        entry.finished,
        entry.result,
        entry.reason,
    )
