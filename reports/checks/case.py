"""What a check may look at: the report, and what is known besides it."""

from __future__ import annotations

from dataclasses import dataclass

from reports.content import Content

from .likeness.sentences import Text


@dataclass(frozen=True)
class Case:
    """One report to be judged.

    `previous` is the same agency's report of the year before, as it was published; None where
    there is none to read it against: checks from year to year then find nothing. `is_government`
    is of people's governments, `makes_rules` of who may make 规章; None where it is not known.
    `published` is what the other agencies of the district have published for the year.
    """

    content: Content
    previous: Content | None = None
    is_government: bool = False
    makes_rules: bool | None = None
    published: tuple[Text, ...] = ()
