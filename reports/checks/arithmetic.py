"""The identities of the form: row totals, （七）, the balance, the dispute totals (R20–R24)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reports.figures import Figures, total
from reports.formats import Equation

from .case import Case
from .finding import Finding, Severity
from .repairs import repairs
from .rule import About, rule

_RULES = {"row-total": "R20", "closed-total": "R21", "balance": "R22", "dispute-total": "R23"}


@rule("R20–R23", "各行总计、（七）总计、勾稽关系、复议诉讼总计是否相等", Severity.ERROR, About.FORM)
def identities(case: Case) -> Iterator[Finding]:
    """R20–R23: each equation whose cells are all filled in holds exactly; tolerance is 0 (R24)."""
    content = case.content
    for equation in content.format.equations:
        finding = judge(equation, content.figures)
        if finding is not None:
            hints = repairs(content.format, content.figures, equation)
            yield replace(finding, repairs=hints)


def judge(equation: Equation, figures: Figures) -> Finding | None:
    """The finding if the equation fails; None if it holds or cannot be judged for a blank cell."""
    left, right = total(figures, equation.left), total(figures, equation.right)
    if left is None or right is None or left == right:
        return None
    return Finding(
        code=equation.code,
        severity=Severity.ERROR,
        message=_words(equation, figures, left, right),
        cells=equation.cells,
        section=equation.section,
        rule=_RULES[equation.code],
        because=equation.because,
    )


def _words(equation: Equation, figures: Figures, left: int, right: int) -> str:
    values = {f"l{n}": figures[cell] for n, cell in enumerate(equation.left)}
    values |= {f"r{n}": figures[cell] for n, cell in enumerate(equation.right)}
    return equation.says.format(left=left, right=right, gap=abs(left - right), **values)
