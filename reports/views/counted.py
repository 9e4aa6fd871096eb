"""The figures and cases of table three as a register has them, totals included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from reports import figures as fig
from reports import registering
from reports.figures import Figures
from reports.formats import Format
from reports.models import Report


def figures_of(fmt: Format, cells: Mapping[str, Sequence[str]]) -> Figures:
    """How many cases each cell counts, and the totals of these."""
    counted: Figures = {key: len(cases) for key, cases in cells.items()}
    return {**counted, **fig.recompute(fmt, counted, counted)}


def all_cases(fmt: Format, cells: Mapping[str, Sequence[str]], key: str) -> list[str]:
    """The numbers of the cases that a figure counts; a total counts those of its addends."""
    if key in cells:
        return list(cells[key])
    added = next((eq.left for eq in fmt.equations if eq.computes and eq.right == (key,)), ())
    return [case for addend in added for case in all_cases(fmt, cells, addend)]


def register_facts(report: Report) -> dict[str, Any]:
    """For the filling page: how many cases each figure counts, and where to ask which.

    The key of a figure stands in place of the “-”.
    """
    found = registering.counted_for(report)
    figures = figures_of(report.format, found.cells) if found else {}
    counts = {key: value for key, value in figures.items() if value}
    url = reverse("reports:register_cases", args=[report.pk, "-"])
    return {"register": {"url": url, "counts": counts}}
