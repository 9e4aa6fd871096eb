"""Tables two and three: headings of rows, the values beside them, the cells they go into."""

from __future__ import annotations

from collections.abc import Sequence

from reports.formats.format import cell_id, leaves
from reports.formats.wording import bare

from . import heads, labels, runs, serial, titles, unclear
from .cells import put
from .columns import Columns, columns_under, in_order
from .furniture import may_be_page_number
from .labels import Found
from .layout import Layout
from .reading import Reading
from .runs import Told
from .strip import Run
from .targets import Target, targets

_TELLING = 8
"""A heading of so many characters is not said by chance."""


def read(reading: Reading, layout: Layout, number: int) -> None:
    """Puts what a table says into the reading, and into its doubts what it does not say."""
    if number in layout.zones:
        _Table(reading, layout, number).read()
    else:
        reading.doubt(f"没有找到“{layout.fmt.section(number).heading}”的表格")


class _Table:
    """A table whose rows have headings."""

    def __init__(self, reading: Reading, layout: Layout, number: int) -> None:
        self.reading, self.layout = reading, layout
        self.blocks = layout.fmt.section(number).blocks
        self.low, self.high = layout.zones[number]
        self.targets = targets(layout.fmt, number)
        self.widths = {len(one.cells) for one in self.targets if one.cells}
        self.units = self._units()
        self.found = labels.find(layout.strip, self.targets, self.low, self.high)

    def read(self) -> None:
        inside = [run for run in self.layout.strip.runs if self.low < run.at <= self.high]
        told = runs.tell(self.found, [run for run in inside if not self._is_of_page(run)])
        columns = self._columns(told)
        self.unclear = unclear.find(self.layout, self.targets, self.found, told, inside)
        for label, run in told.of:
            self._take(label, run, columns)
        places = self.layout.strip.places
        rows = (places[one.start][0] for one in self.found)
        for run in serial.take(self.reading, told.astray, rows):
            self._stray(run)
        for run in filter(self._is_of_page, inside):
            self.reading.doubt("单独一行的数字，可能是页码，没有读入", run.raw, run.line)
        for one in self.found:
            self._judge(one)
        for target in self.targets:
            self._name_missing(target)
        self._judge_outside()

    def _is_of_page(self, run: Run) -> bool:
        """Whether it may be the number of a page: alone on its line where rows have more."""
        alone = run.near[0] == run.near[1] and not run.tight and len(run.values) == 1
        return alone and 1 not in self.widths and may_be_page_number(run.values[0].text)

    def _units(self) -> dict[str, str]:
        """What the file says over columns of money, by cell."""
        return {
            cell_id(block, row.id, column.id): heads.unit(self.layout, column, self.low, self.high)
            for block in self.blocks
            for column, _ in leaves(block.columns)
            for row, _ in leaves(block.rows)
            if column.kind.is_money
        }

    def _columns(self, told: Told) -> Columns:
        columns = Columns(placed=self.layout.source.placed)
        if len(self.blocks) == 1 and self.found:
            head, first = self.blocks[0].columns, self.found[0].start
            columns = columns_under(self.reading, self.layout, head, self.low, first)
        elif self.found:
            every = tuple(column for block in self.blocks for column in block.columns)
            heads.judge(self.reading, self.layout, every, self.low, self.found[-1].end)
        for label, run in told.of:
            columns.learn(run, len(label.target.cells))
        return columns

    def _take(self, label: Found, run: Run, columns: Columns) -> None:
        target = label.target
        if not target.cells:
            self._take_lone_group(target, run)
            return
        count, first = len(target.cells), target.cells[0]
        chosen = None if id(run) in self.unclear else columns.choose(run, count)
        if chosen is None and (chosen := columns.repeated(run, count)):
            why = f"“{target.label}”的数各写了{len(run.told) // count}次，按一次读取"
            self.reading.doubt(why, run.raw, run.line, first)
        if chosen is None:
            why = f"“{target.label}”应有{count}个数，读到{len(run.told)}个，分不清是哪几格"
            if id(run) in self.unclear:
                why = f"“{target.label}”旁边的数可能折了行，也可能是相邻一行的，没有读入"
            self.reading.doubt(why, run.raw, run.line, first)
            return
        if first in self.reading.stood:
            self._repeated(target, run)
            return
        placed = columns.heads.firsts or self._said_order(label)
        cells = in_order(self.reading, self.layout, target.cells, placed, self.low)
        for id_, token in zip(cells, chosen, strict=True):
            put(self.reading, self.layout.fmt.cells[id_], token, run.table, self.units.get(id_, ""))
        for words, _ in columns.others(run, chosen):
            line = self.layout.line(self.low)
            self.reading.doubt(f"“{words}”这一列不是本格式的，没有读入", "", line)

    def _take_lone_group(self, target: Target, run: Run) -> None:
        """A heading that has rows of its own in the form and none in the file."""
        if run.told:
            edition = self.layout.fmt.edition
            why = f"“{target.label}”在{edition}版格式中分为几行，原文只有一行，没有对应的格"
            self.reading.doubt(why, run.raw, run.line)

    def _said_order(self, label: Found) -> Sequence[int]:
        """Where the headings of the columns of a small table stand in the file: behind the rows of
        the table before it, which may have headings of the same words.
        """
        here = label.target.cells[0].partition(".")[0]
        others = [one for one in self.found if one.target.cells]
        ends = [one.end for one in others if one.target.cells[0].partition(".")[0] != here]
        low = max((end for end in ends if end <= label.start), default=self.low)
        block = next(one for one in self.blocks if one.id == here)
        return heads.said(self.layout, block.columns, low, label.start)

    def _repeated(self, target: Target, run: Run) -> None:
        """A row that is there twice; of two that differ nobody can say which one is meant."""
        raw = tuple(token.text.strip() for token in run.told)
        known = tuple(s.raw for c in target.cells if (s := self.reading.stood.get(c)) and s.raw)
        why = f"“{target.label}”出现了不止一次"
        if raw != known:
            why += "，两次的数不同，都没有读入"
            self.reading.figures |= {c: None for c in target.cells if c in self.reading.figures}
        self.reading.doubt(why, run.raw, run.line, target.cells[0])

    def _stray(self, run: Run) -> None:
        words = self.layout.raw(*run.near)
        again = [one for one in self.targets if one.cells and one.bare == bare(words)]
        if again:
            self._repeated(again[0], run)
            return
        why = "这些数对应不上表中的任何一行"
        if words:
            why = f"“{words[-40:]}”不是本格式的行，没有对应的格"
        self.reading.doubt(why, run.raw, run.line)

    def _judge(self, one: Found) -> None:
        if one.moved:
            why = f"“{one.target.label}”不在标准格式的位置上，已按行标签读取"
            raw, line = self.layout.raw(one.start, one.end), self.layout.line(one.start)
            self.reading.doubt(why, raw, line, one.target.cells[0])
        if not one.exact or self._has_more(one):
            why = f"行标签与标准格式“{one.target.label}”不一致"
            id_ = one.target.cells[0] if one.target.cells else ""
            raw = self.layout.raw(one.start, one.end)
            self.reading.doubt(why, raw, self.layout.line(one.start), id_)

    def _has_more(self, one: Found) -> bool:
        """Whether the box of a heading says more than the heading."""
        row = self.layout.strip.places[one.start][0]
        said = bare(self.layout.raw(one.start, one.end))
        return bool(self.layout.source.rows[row].table) and said != one.target.bare

    def _judge_outside(self) -> None:
        """Whether the table is in the file once more."""
        text = self.layout.strip.text
        words = [one.bare for one in self.targets if len(one.bare) >= _TELLING]
        above = [word for word in words if word in text[: self.low]]
        below = [word for word in words if word in text[self.high :]]
        if words and max(len(above), len(below)) > len(words) // 2:
            heading = self.blocks[0].title or self.layout.fmt.section(3).heading
            others = titles.of_others(self.layout.source, self.layout.title)
            self.reading.doubt(f"“{heading}”的表格不止一张，只读了其中一张", "；".join(others))

    def _name_missing(self, target: Target) -> None:
        if not target.cells or target.cells[0] in self.reading.stood:
            return
        found = any(one.target == target for one in self.found)
        if not found or not any(one.cell == target.cells[0] for one in self.reading.doubts):
            why = f"没有读到“{target.label}”这一行的数"
            self.reading.doubt(why, cell=target.cells[0])
