"""What a check may look at: the report, and what is known besides it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from reports.content import Content
from reports.figures import Figures, across
from reports.formats.across import ties

from .likeness.sentences import Text
from .settings import DEFAULTS, Settings


@dataclass(frozen=True)
class Predecessor:
    """An agency that this one took over within the report year, or had something split off from.

    `content` is its report of the year before, None where none is known. `is_whole`: all of its
    applications and documents went over; of one that was split some did.
    """

    name: str
    content: Content | None
    is_whole: bool = True


@dataclass(frozen=True)
class Case:
    """One report to be judged.

    `previous` is the same agency's report of the year before, as it was published; None where
    there is none to read it against: checks from year to year then find nothing. `is_government`
    is of people's governments, `makes_rules` of who may make 规章; None where it is not known.

    `predecessors` are whom the agency has taken over in the report year. `registered` are the full
    names it may bear in this report, `others` those of agencies which must not speak in its place;
    both empty where they are not known. `longest` has the most characters for a section where the
    district limits it, `settings` what else it has decided about the checks.
    `published` is what the other agencies of the district have published for the year.
    """

    content: Content
    previous: Content | None = None
    is_government: bool = False
    makes_rules: bool | None = None
    predecessors: tuple[Predecessor, ...] = ()
    registered: Collection[str] = ()
    others: Collection[str] = ()
    longest: Mapping[int, int] = field(default_factory=dict)
    settings: Settings = DEFAULTS
    published: tuple[Text, ...] = ()

    @property
    def comparable(self) -> Content | None:
        """`previous`, unless others were taken over: their work came on top of it."""
        return None if self.predecessors else self.previous

    @property
    def figures_before(self) -> Figures | None:
        """The figures of `comparable` by the cells of this year's form; None without it.

        What its form had in one row for several is told of none of them alone.
        """
        if self.comparable is None:
            return None
        now, then = self.content.format, self.comparable.format
        alone = [cell for cell, tie in ties(now, then).items() if len(tie.now) == 1]
        found = across(self.comparable.figures, now, then)
        return {cell: found[cell] for cell in alone}
