"""The equations of the form as formulas of a spreadsheet, with what they come to.

A blank addend leaves a total blank; an equation with a blank in it is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple

from reports.figures import Figures, total
from reports.formats import Equation

HOLDS, BLANK, GAP = "相符", "未填齐", "差"
"""What is said of an equation; behind GAP stands the difference."""

Names = Mapping[str, str]
"""By the id of a figure the name of its cell, as D5."""


def total_of(equation: Equation, names: Names) -> str:
    """The formula of a total: the sum of its addends, nothing while one of them is blank."""
    addends = _listed(names[id_] for id_ in equation.left)
    return f'IF(COUNT({addends})<{len(equation.left)},"",SUM({addends}))'


def verdict_of(equation: Equation, names: Names) -> str:
    """The formula that says whether an equation holds, and by how much it does not."""
    left = _listed(names[id_] for id_ in equation.left)
    right = _listed(names[id_] for id_ in equation.right)
    gap = f"SUM({left})-SUM({right})"
    count = f"COUNT({left},{right})<{len(equation.cells)}"
    return f'IF({count},"{BLANK}",IF({gap}=0,"{HOLDS}","{GAP}"&ABS({gap})))'


def verdict(equation: Equation, figures: Figures) -> str:
    """What that formula comes to."""
    left, right = total(figures, equation.left), total(figures, equation.right)
    if left is None or right is None:
        return BLANK
    return HOLDS if left == right else f"{GAP}{abs(left - right)}"


def is_sum(equation: Equation, figures: Figures) -> bool:
    """Whether the total that was filed is the sum of its addends, all of them filled in."""
    added = total(figures, equation.left)
    return added is not None and added == figures.get(equation.right[0])


def _listed(names: Iterable[str]) -> str:
    """Cell names as a formula has them: neighbours as one range, D5:I5."""
    places = [coordinate_to_tuple(name) for name in names]
    (top, left), (bottom, right) = places[0], places[-1]
    column = [(row, left) for row in range(top, bottom + 1)]
    row = [(top, place) for place in range(left, right + 1)]
    said = [f"{get_column_letter(place)}{line}" for line, place in places]
    return f"{said[0]}:{said[-1]}" if len(said) > 1 and places in (column, row) else ",".join(said)
