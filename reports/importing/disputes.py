"""Table four: one row without a heading, whose figures follow one another as the form has them."""

from __future__ import annotations

from collections.abc import Sequence

from .cells import put
from .columns import columns_under, in_order
from .layout import Layout
from .reading import Reading
from .strip import Run
from .targets import disputes
from .unclear import is_folded

SECTION = 4
_OUTCOMES = 5
_MOST_SHOWN = 4


def read(reading: Reading, layout: Layout) -> None:
    """Puts the figures of the row into the reading, or says why it cannot."""
    section, cells = layout.fmt.section(SECTION), disputes(layout.fmt)
    if SECTION not in layout.zones:
        reading.doubt(f"没有找到“{section.heading}”的表格")
        return
    low, high = layout.zones[SECTION]
    inside = [run for run in layout.strip.runs if low < run.at <= high]
    run = _row_of(inside, len(cells))
    heading = section.blocks[0].columns
    columns = columns_under(reading, layout, heading, low, run.at) if run else None
    if run and columns:
        # The only row, with nothing before its figures: no box is lost unless it is short.
        columns.ended.add(run.table)
    chosen = columns.choose(run, len(cells)) if run and columns else None
    if run and (is_folded(layout, run) or _is_cut(run, inside)):
        chosen = None
    if run is None or columns is None or chosen is None:
        told = [one for one in inside if one.told]
        raw = " ".join(one.raw for one in told[:_MOST_SHOWN])
        why = f"“{section.heading}”应有{len(cells)}个数，读不出来"
        reading.doubt(why, raw, told[0].line if told else layout.line(low), cells[0])
        return
    for id_, token in zip(
        in_order(reading, layout, cells, columns.heads.firsts, low), chosen, strict=True
    ):
        put(reading, layout.fmt.cells[id_], token, run.table)
    for other in inside:
        if other.tight and other.told and not set(map(id, other.values)) & set(map(id, run.values)):
            reading.doubt("这些数对应不上表中的任何一格", other.raw, other.line)


def _is_cut(run: Run, inside: Sequence[Run]) -> bool:
    """Whether there are more lines of figures, above or below: a figure that was too wide for its
    box goes on there. One number alone may be that of a page, or the last digit of a figure.
    """
    behind = [one for one in inside if one.at == run.at and one is not run and not one.tight]
    return not run.tight and any(one.told for one in behind)


def _row_of(inside: Sequence[Run], count: int) -> Run | None:
    """The one run of so many values; else the runs that are so many together, part by part."""
    whole = [run for run in inside if len(run.told) == count]
    whole = whole or [run for run in inside if run.tight and len(run.values) >= count]
    filled = [run for run in whole if run.told]
    if whole:
        return filled[0] if len(filled) == 1 else None if filled else whole[0]
    told = [run for run in inside if len(run.told) >= _OUTCOMES]
    if sum(len(r.told) for r in told) == count and all(len(r.told) % _OUTCOMES == 0 for r in told):
        values = tuple(value for run in told for value in run.told)
        return Run(values, told[-1].at, told[0].near, told[0].tight, told[0].table)
    return None
