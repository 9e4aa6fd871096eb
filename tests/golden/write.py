"""Writes the golden files, which the tests of Python and of JavaScript both read:
`python -m tests.golden.write`. Run it when a rule of the form changes, and read what it changed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reports import figures as fig
from reports import prose
from reports.checks.arithmetic import judge
from reports.figures import Figures
from reports.formats import Cell, Equation, Fee, Format, edition
from reports.templatetags.findings import pieces
from tests.golden import said
from tests.golden.pasted import LINES, PASTED
from tests.golden.typed import TYPED

HERE = Path(__file__).parent
FORMAT = edition("2021")

Case = dict[str, Any]


def balanced(fmt: Format, seed: int, most: int) -> Figures:
    """Figures of every cell, chosen at random up to `most`, in which every identity holds."""
    chance = random.Random(seed)
    figures: Figures = {id_: chance.randint(0, most) for id_ in fmt.cells}
    figures |= fig.recompute(fmt, figures, fmt.cells)
    for equation in fmt.equations:
        if equation.code == "balance" and not equation.right[-1].endswith(".total"):
            settle(equation, figures)
    return figures | fig.recompute(fmt, figures, fmt.cells)


def settle(equation: Equation, figures: Figures) -> None:
    """Make a failing balance hold by a typed addend of the smaller side."""
    gap = int(fig.total(figures, equation.left) or 0) - int(fig.total(figures, equation.right) or 0)
    cell = equation.right[-1] if gap > 0 else equation.left[0]
    figures[cell] = int(figures[cell] or 0) + abs(gap)


def cases(fmt: Format) -> Iterator[Case]:
    """Balanced, each equation failing, blanks, many failures at once, orders of computing."""
    chance = random.Random(2024)
    yield {"name": "balanced", "base": "busy", "set": {}}
    yield {"name": "all zeros", "base": "zeros", "set": {}}
    yield {"name": "nothing filled in", "base": "empty", "set": {}}
    most = {f"applications.received.{column}": fig.LARGEST for column in ("business", "research")}
    yield {"name": "more than a cell holds", "base": "zeros", "set": most, "changed": [*most]}
    for equation in fmt.equations:
        cell, by = chance.choice(equation.cells), chance.choice((1, 9, 90, 1000))
        name = f"{equation.code} of {equation.right[0]} by {by}"
        yield {"name": name, "base": "busy", "set": {cell: int(BASES["busy"][cell] or 0) + by}}
        yield {"name": f"{cell} blank", "base": "busy", "set": {cell: None}}
    for n in range(12):
        cells = chance.sample(
            [id_ for id_, cell in fmt.cells.items() if not cell.kind.is_money], n + 2
        )
        yield {"name": f"{n + 2} cells at once", "base": "busy", "set": dict.fromkeys(cells, n)}
    yield from computing(fmt, chance)


def computing(fmt: Format, chance: random.Random) -> Iterator[Case]:
    """Changes after which totals are computed, some through two other totals, some left blank."""
    typed = [id_ for id_, cell in fmt.cells.items() if not cell.computed and not cell.kind.is_money]
    for n in (1, 1, 1, 2, 3, 5, 8, 13, 21):
        changed = chance.sample(typed, n)
        values = {id_: chance.choice((0, 7, 1234, 999_999_999)) for id_ in changed}
        for base in ("busy", "zeros", "empty"):
            name = f"{n} typed over {base}"
            yield {"name": name, "base": base, "set": values, "changed": changed}
    everything = {id_: chance.randint(0, 99) for id_ in typed}
    yield {"name": "the whole form", "base": "empty", "set": everything, "changed": typed}
    total = next(eq.right[0] for eq in fmt.equations if eq.computes)
    yield {"name": "a total that stands", "base": "busy", "set": {total: 0}, "changed": []}


def expected(case: Case) -> dict[str, Any]:
    """What both sides must answer: the totals computed, then the findings on the result."""
    figures = {**BASES[case["base"]], **case["set"]}
    computed = fig.recompute(FORMAT, figures, case.get("changed", ()))
    return {
        "computed": computed,
        "findings": [
            failing(equation, figures | computed)
            for equation in FORMAT.equations
            if judge(equation, figures | computed)
        ],
    }


def failing(equation: Equation, figures: Figures) -> dict[str, Any]:
    """The finding of an equation that fails, with both sums and the gap."""
    finding = judge(equation, figures)
    assert finding is not None
    left, right = fig.total(figures, equation.left), fig.total(figures, equation.right)
    assert left is not None
    assert right is not None
    return {
        "code": finding.code,
        "section": finding.section,
        "cells": list(finding.cells),
        "left": left,
        "right": right,
        "gap": abs(left - right),
        "message": finding.message,
        "because": finding.because,
        "pieces": pieces(finding.message),
    }


def numbers() -> Iterator[dict[str, Any]]:
    """Typed texts with what they mean in a cell of that kind, or the words that refuse them."""
    boxes: list[Cell | Fee] = [*FORMAT.cells.values(), *FORMAT.fees]
    boxes += edition("2019").cells.values()
    for kind, raws in TYPED.items():
        cell = next(cell for cell in boxes if cell.kind == kind)
        for raw in raws:
            case: Case = {"label": cell.label, "kind": kind.value, "raw": raw}
            try:
                yield {**case, "value": fig.plain(fig.clean(cell, raw))}
            except fig.RefusedError as error:
                yield {**case, "refused": str(error)}


def headings() -> Iterator[dict[str, Any]]:
    """Lines with the level of heading that a document sees in them."""
    for line in LINES:
        paragraph = prose.Paragraph("p1", line)
        yield {"line": line, "level": paragraph.level, "is_heading": paragraph.is_heading}


BASES: dict[str, Figures] = {
    "busy": balanced(FORMAT, seed=2021, most=400),
    "zeros": dict.fromkeys(FORMAT.cells, 0),
    "empty": dict.fromkeys(FORMAT.cells),
}


def lines(items: Iterable[object]) -> str:
    """A JSON list with one item a line."""
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]"


def write(name: str, **parts: Iterable[object]) -> None:
    """One golden file: an object of lists."""
    body = ",\n".join(f'"{key}": {lines(items)}' for key, items in parts.items())
    # Halves of surrogate pairs have no UTF-8: they are written as JSON escapes.
    (HERE / name).write_bytes(f"{{\n{body}\n}}\n".encode(errors="backslashreplace"))


if __name__ == "__main__":
    write(
        "arithmetic.json",
        equations=(equation.to_json() for equation in FORMAT.equations),
        bases=({"name": name, "figures": figures} for name, figures in BASES.items()),
        cases=({**case, "expected": expected(case)} for case in cases(FORMAT)),
    )
    write("numbers.json", cases=numbers())
    pasted = ({"raw": raw, "tidy": prose.tidy(raw)} for raw in PASTED)
    write("prose.json", pasted=pasted, headings=headings())
    write(
        "claims.json",
        tables=({"name": name, "figures": figures} for name, figures in said.tables().items()),
        totals=said.totals(),
        said=said.sentences(),
        cases=said.cases(),
    )
