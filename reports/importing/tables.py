"""The three tables: headings of rows, the values that belong to them, the cells they go into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reports.formats import Block, Format
from reports.formats.format import leaves
from reports.formats.wording import bare

from . import labels, runs
from .cells import Columns, put
from .furniture import may_be_page_number
from .labels import Found
from .reading import Reading
from .source import Source
from .strip import Run, Strip
from .targets import disputes, targets
from .zones import Zones


def read(reading: Reading, fmt: Format, source: Source, strip: Strip, zones: Zones) -> None:
    """Puts what the tables say into the reading, and into its doubts what they do not say."""
    for number in (2, 3):
        if number in zones.of:
            _Rows(reading, fmt, source, strip, number, zones.of[number]).read()
        else:
            reading.doubt(f"没有找到“{fmt.section(number).heading}”的表格")
    _disputes(reading, fmt, strip, zones)


class _Rows:
    """A table whose rows have headings."""

    def __init__(
        self,
        reading: Reading,
        fmt: Format,
        source: Source,
        strip: Strip,
        number: int,
        zone: tuple[int, int],
    ) -> None:
        self.reading, self.fmt, self.source, self.strip = reading, fmt, source, strip
        self.section, self.zone = fmt.section(number), zone
        self.found = labels.find(strip, targets(fmt, number), *zone)
        self.widths = {len(one.cells) for one in targets(fmt, number) if one.cells}

    def read(self) -> None:
        low, high = self.zone
        told = runs.tell(self.found, [run for run in self.strip.runs if self._is_near(run)])
        columns = self._columns(told)
        for label, run in told.of:
            self._take(label, run, columns)
        for run in told.astray:
            self._stray(run)
        self._judge_labels()
        self._judge_heads(low, self.found[0].start if self.found else high)
        self._name_missing()

    def _is_near(self, run: Run) -> bool:
        low, high = self.zone
        lone = run.near[0] == run.near[1] and not run.tight and len(run.values) == 1
        if lone and 1 not in self.widths and may_be_page_number(run.values[0].text):
            return False
        return low < run.at <= high

    def _columns(self, told: runs.Told) -> Columns:
        columns = Columns(self._heads() if self.section.number == 3 else ())
        for label, run in told.of:
            columns.learn(run, len(label.target.cells))
        return columns

    def _heads(self) -> list[int]:
        """The columns of the headings of figures, where every one of them is told apart."""
        if not self.source.placed or not self.found:
            return []
        wanted = [bare(leaf.label) for leaf, _ in leaves(self.section.blocks[0].columns)]
        at: dict[str, set[int]] = {}
        for start, end, token in self.strip.words:
            if self.zone[0] <= start < self.found[0].start:
                at.setdefault(self.strip.text[start:end], set()).add(token.column)
        found = [at.get(word, set()) for word in wanted]
        return [next(iter(one)) for one in found] if all(len(one) == 1 for one in found) else []

    def _take(self, label: Found, run: Run, columns: Columns) -> None:
        target = label.target
        if not target.cells:
            if run.told:
                why = f"“{target.label}”在{self.fmt.edition}版格式中分为几行，原文只有一行，没有对应的格"
                self.reading.doubt(why, run.raw, run.line)
            return
        chosen = columns.choose(run, len(target.cells))
        if chosen is None:
            why = f"“{target.label}”应有{len(target.cells)}个数，读到{len(run.told)}个，分不清是哪几格"
            self.reading.doubt(why, run.raw, run.line, target.cells[0])
            return
        if target.cells[0] in self.reading.stood:
            self.reading.doubt(f"“{target.label}”出现了不止一次", run.raw, run.line, target.cells[0])
            return
        for id_, token in zip(self._in_columns(target.cells, columns), chosen, strict=True):
            put(self.reading, self.fmt.cells[id_], token, run.table)

    def _in_columns(self, cells: Sequence[str], columns: Columns) -> Sequence[str]:
        """The cells in the order in which the file has its columns."""
        heads = columns.heads
        if len(heads) != len(cells) or list(heads) == sorted(heads):
            return cells
        self.reading.doubt("各列的次序与标准格式不同，已按表头对应", "", self._line(self.zone[0]))
        return [cell for _, cell in sorted(zip(heads, cells, strict=True))]

    def _stray(self, run: Run) -> None:
        low, high = run.near
        words = self.strip.text[low:high]
        if run.told and (words or len(run.told) in self.widths or not run.tight):
            why = "这些数对应不上表中的任何一行" if not words else f"“{words}”不是本格式的行，没有对应的格"
            self.reading.doubt(why, run.raw, run.line)

    def _judge_labels(self) -> None:
        for one in self.found:
            if one.exact:
                continue
            said = self.strip.text[one.start : one.end]
            why = f"行标签与标准格式“{one.target.label}”不一致"
            id_ = one.target.cells[0] if one.target.cells else ""
            self.reading.doubt(why, self._raw(one) or said, self._line(one.start), id_)

    def _raw(self, one: Found) -> str:
        """What the file has there, as written."""
        tokens = [t for start, end, t in self.strip.words if start < one.end and end > one.start]
        return "".join(token.text.strip() for token in tokens)

    def _line(self, at: int) -> int:
        if not self.strip.places or at >= len(self.strip.places):
            return 0
        return self.source.rows[self.strip.places[at][0]].line

    def _judge_heads(self, low: int, high: int) -> None:
        """Whether the headings of columns are all there; a wrapped head has its characters mixed."""
        for block in self.section.blocks[:1] if self.section.number == 3 else ():
            lost = _lost(block, self.strip.text[low:high])
            if lost:
                why = f"表头文字与标准格式不一致，缺“{lost}”，按位置读取"
                self.reading.doubt(why, self.strip.text[low:high], self._line(low))

    def _name_missing(self) -> None:
        for target in targets(self.fmt, self.section.number):
            if target.cells and target.cells[0] not in self.reading.stood:
                there = any(one.cell in target.cells for one in self.reading.doubts)
                if not there or not any(one.target == target for one in self.found):
                    self.reading.doubt(f"没有读到“{target.label}”这一行的数", "", 0, target.cells[0])


def _lost(block: Block, text: str) -> str:
    """The characters of the headings of columns that a text has too few of."""
    wanted = Counter("".join(bare(label) for label in _words(block)))
    lost = wanted - Counter(text)
    return "".join(char for char in dict.fromkeys("".join(map(bare, _words(block)))) if char in lost)


def _words(block: Block) -> list[str]:
    words: list[str] = []
    todo = list(block.columns)
    while todo:
        heading = todo.pop(0)
        words.append(heading.label)
        todo = [*heading.children, *todo]
    return words


def _disputes(reading: Reading, fmt: Format, strip: Strip, zones: Zones) -> None:
    """The table of one row without a heading: fifteen numbers in the order of the form."""
    cells, block = disputes(fmt), fmt.section(4).blocks[0]
    zone = zones.of.get(4)
    if zone is None:
        reading.doubt(f"没有找到“{fmt.section(4).heading}”的表格")
        return
    low, high = zone
    used = {(one.line, one.raw) for one in reading.stood.values()}
    inside = [
        run for run in strip.runs
        if low <= run.at <= high and not (run.at == low and (run.line, run.values[0].text.strip()) in used)
    ]
    run = _row_of(inside, len(cells))
    if run is None:
        told = [one for one in inside if one.told]
        raw, line = " ".join(one.raw for one in told[:4]), told[0].line if told else 0
        reading.doubt(f"“{fmt.section(4).heading}”应有{len(cells)}个数，读不出来", raw, line, cells[0])
        return
    chosen = run.told if len(run.told) == len(cells) else run.values
    for id_, token in zip(cells, chosen, strict=True):
        put(reading, fmt.cells[id_], token, run.table)
    lost = _lost(block, strip.text[low : run.at])
    if lost:
        raw = strip.text[max(low, run.at - 80) : run.at]
        reading.doubt(f"表头文字与标准格式不一致，缺“{lost}”，按位置读取", raw, run.line)


def _row_of(inside: Sequence[Run], count: int) -> Run | None:
    """The one run of so many values; else the runs that are so many together, part by part."""
    whole = [run for run in inside if len(run.told) == count]
    whole = whole or [run for run in inside if run.tight and len(run.values) == count]
    if whole:
        return whole[0] if len(whole) == 1 or not whole[1].told else None
    told = [run for run in inside if len(run.told) >= count // 3]
    if sum(len(run.told) for run in told) == count and all(len(r.told) % 5 == 0 for r in told):
        values = tuple(value for run in told for value in run.told)
        return Run(values, told[0].at, told[0].near, told[0].tight, told[0].table)
    return None
