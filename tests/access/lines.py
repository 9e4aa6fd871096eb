"""A line of the table: an address, asked in one way, and everyone's answer; who may see what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.access.world import ROLES, STATES

Answers = Mapping[str, int]
"""Role → status."""

SIGNED_IN = ROLES[1:]
OWN = {"reporter", "reviewer"}
SEEN_BY: dict[str, set[str]] = {
    "draft": OWN,
    "submitted": OWN,
    "approved": OWN | {"office"},
    "to_file": OWN | {"office"},
    "filed": OWN | {"office"},
    "cleared": OWN | {"office"},
    "published": OWN | {"office", "sysadmin"},
    "correcting": OWN | {"office", "sysadmin"},
    "corrected": OWN | {"office", "sysadmin"},
    "taken_down": OWN | {"office"},
}
"""Who may know that a report in that state is there; to all others it does not exist."""

OPEN_TO_CHANGES = {"draft", "correcting"}
PUBLIC = {"published", "correcting", "corrected"}
SOME = ("draft", "submitted", "published")
FILLED_IN = (*SOME, "correcting")
USUAL = tuple(state for state in STATES if state not in {"to_file", "cleared"})
"""Without those in which the same people see as much; who sees what is asked in all of them."""

SENT = tuple(state for state in STATES if state != "draft")
SIGNED = tuple(state for state in SENT if state != "submitted")
WITH_FILES = ("published", "correcting", "corrected", "taken_down")

NEARBY = {"outsider": 404, "neighbour": 404, "rest": 403}
"""Of an agency's own settings: whoever has nothing to do with it does not find it."""


@dataclass(frozen=True)
class Line:
    """One address asked in one way, about a report in one state where it is about a report."""

    url: str
    method: str
    answers: Answers
    state: str = ""
    more: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join(
            filter(None, (self.method, self.url, *map(str, self.more.values()), self.state))
        )


def everyone(**answers: int) -> Answers:
    """`rest` for all who are signed in and not named; strangers are sent to the sign-in page."""
    rest = answers.pop("rest", 404)
    return {"stranger": 302, **dict.fromkeys(SIGNED_IN, rest), **answers}


def about_reports(
    url: str,
    method: str,
    to_seers: Callable[[str, str], int],
    states: tuple[str, ...] = USUAL,
    **more: object,
) -> list[Line]:
    """A line a state: those who may know of the report get what `to_seers(role, state)` says."""
    return [
        Line(url, method, everyone(**{r: to_seers(r, s) for r in sorted(SEEN_BY[s])}), s, more)
        for s in states
    ]
