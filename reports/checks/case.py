"""What a check may look at: the report, and what is known besides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reports.content import Content

from .settings import DEFAULTS, Settings


@dataclass(frozen=True)
class Case:
    """One report to be judged.

    `previous` is the same agency's report of the year before, as it was published; None where
    there is none to read it against: checks from year to year then find nothing. `is_government`
    is of people's governments, `makes_rules` of who may make 规章; None where it is not known.
    `longest` has the most characters for a section where the district limits it, `settings` what
    else it has decided about the checks.
    """

    content: Content
    previous: Content | None = None
    is_government: bool = False
    makes_rules: bool | None = None
    longest: Mapping[int, int] = field(default_factory=dict)
    settings: Settings = DEFAULTS
