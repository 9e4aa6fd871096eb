"""Values of lines of which nobody can say that they are whole, or whose they are.

In a table the boxes say it; in lines of text and on paper without rules only the headings do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from . import runs
from .labels import Found
from .layout import Layout
from .runs import Told
from .strip import Run
from .targets import Target


def find(
    layout: Layout,
    targets: Sequence[Target],
    found: Sequence[Found],
    told: Told,
    inside: Sequence[Run],
) -> set[int]:
    """The `inside` values, by their id, that are not to be read; `told` has whose they would be."""
    lines = [run for run in inside if not run.tight]
    folded = {id(run) for run in lines if is_folded(layout, run)}
    disputed = _disputed(_loose(targets, found, told), told, [run for run in lines if run.told])
    return folded | disputed | set(_cut(layout, targets, found, inside))


def is_folded(layout: Layout, run: Run) -> bool:
    """Whether a figure of the values may go on in the line above or below."""
    return any(layout.source.rows[value.row].folded for value in run.values)


def _cut(
    layout: Layout, targets: Sequence[Target], found: Sequence[Found], inside: Sequence[Run]
) -> Iterator[int]:
    """Those of lines of which nobody knows where a figure was cut in two: more follow that are no
    row of their own, or that stand beside another line of the same heading.
    """
    widths = {len(one.cells) for one in targets if one.cells} - {1}
    before_words = {token.row for _, _, token in layout.strip.words}
    for one, after in pairwise(inside):
        if one.tight:
            continue
        goes_on = one.at == after.at and after.near[0] == after.near[1]
        no_row = len(after.told) not in widths and after.values[0].row in before_words
        if (goes_on and no_row) or _share_heading(found, one, after):
            yield id(one)


def _share_heading(found: Sequence[Found], one: Run, after: Run) -> bool:
    both = bool(one.told and after.told)
    return both and any(runs.beside(label, one) and runs.beside(label, after) for label in found)


def _loose(targets: Sequence[Target], found: Sequence[Found], told: Told) -> dict[int, bool]:
    """Those whose heading is not word for word, and whether a heading next to it is missing: then
    they may be those of the missing one.
    """
    known = {one.target.id for one in found}
    rows = [target.id for target in targets if target.cells]
    lost = [id_ not in known for id_ in rows]
    order = {id_: n for n, id_ in enumerate(rows)}
    return {
        id(run): any(lost[max(0, order[label.target.id] - 1) : order[label.target.id] + 2])
        for label, run in told.of
        if not label.exact and not run.tight and label.target.id in order
    }


def _disputed(loose: dict[int, bool], told: Told, lines: Sequence[Run]) -> set[int]:
    """Those of such a heading beside values that no heading could be found for, or beside others
    that are disputed: each may be the row before or after.
    """
    astray = {id(run) for run in told.astray}
    disputed = {one for one, has_lost in loose.items() if has_lost}
    for line in (lines, lines[::-1]):
        for before, one in pairwise(line):
            if id(one) in loose and (id(before) in astray or id(before) in disputed):
                disputed.add(id(one))
    return disputed
