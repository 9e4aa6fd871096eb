"""A check together with what a person must know of it: its number, what it asks, what it blocks.

Whether a severity may be changed follows from what the check is about (docs/decisions/0015): what
the form itself prints stands, prose can only be judged more mildly, all else either way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import update_wrapper

from reports.figures import printed

from .case import Case
from .finding import Finding, Severity

REGULATION = "《中华人民共和国政府信息公开条例》"
ARTICLE_50 = f"{REGULATION}第五十条"

_MILDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

Find = Callable[[Case], Iterable[Finding]]


class About(StrEnum):
    """What a check reads, which decides how far it may be trusted."""

    FORM = "form"
    """The form's own demands: blanks, values that are none, the printed identities."""
    FIGURES = "figures"
    """Figures that are unlikely, not impossible."""
    PROSE = "prose"
    """Words, which can be read wrongly."""


@dataclass(eq=False)
class Rule:
    """One check. Called with a case it yields what it finds, as severe as the case's district says.

    `number` is its place in the catalogue of rules, `asks` what it looks at in a clerk's words,
    `law` the clause it rests on; empty where it is custom or common sense. Reports of years before
    `since` are looked at in the same way, but not by that clause.
    """

    number: str
    asks: str
    severity: Severity
    about: About
    law: str
    find: Find
    since: int = 0

    @property
    def name(self) -> str:
        """What settings know it by."""
        return self.find.__name__

    @property
    def choices(self) -> tuple[Severity | None, ...]:
        """The severities that a district may choose from, None for not asking; none at all where
        it must stand.
        """
        if self.about is About.FORM:
            return ()
        most = Severity.WARNING if self.about is About.FIGURES else self.severity
        return (*(Severity.WARNING, Severity.NOTE)[most is Severity.NOTE :], None)

    def __call__(self, case: Case) -> Iterator[Finding]:
        chosen = case.settings.severities.get(self.name, self.severity)
        if chosen not in self.choices:
            chosen = self.severity
        if chosen is None:
            return
        for finding in self.find(case):
            yield self._told(finding, case, chosen)

    def _told(self, finding: Finding, case: Case, chosen: Severity) -> Finding:
        return replace(
            finding,
            severity=self._severity(finding.severity, chosen),
            asks=self.asks,
            because=finding.because or self._law(case),
            rests=self._rests(finding, case),
        )

    def _law(self, case: Case) -> str:
        return self.law if case.content.year >= self.since else ""

    def _severity(self, found: Severity, chosen: Severity) -> Severity:
        """Of a check that finds things of different weight the lighter ones stay light."""
        if chosen is self.severity or self.about is About.FORM:
            return found
        if self.about is About.PROSE:
            return max(found, chosen, key=_MILDER.__getitem__)
        return chosen

    def _rests(self, finding: Finding, case: Case) -> tuple[str, ...]:
        """The figures of the cells; of words, where it does not say closer, all of its part."""
        content = case.content
        figures = tuple(printed(content.figures.get(cell)) for cell in finding.cells)
        if self.about is not About.PROSE or finding.rests:
            return (*figures, *finding.rests)
        keys = [str(finding.section)] if finding.section else content.format.prose_keys
        return (*figures, *(content.text(key) for key in keys))


def rule(
    number: str,
    asks: str,
    severity: Severity = Severity.WARNING,
    about: About = About.PROSE,
    law: str = "",
    since: int = 0,
) -> Callable[[Find], Rule]:
    """Declares the function below it a check; it keeps its name and its docstring."""

    def declare(find: Find) -> Rule:
        declared = Rule(number, asks, severity, about, law, find, since)
        update_wrapper(declared, find)
        return declared

    return declare
