"""Who may do which action of the workflow, asked and posted empty."""

from __future__ import annotations

from dataclasses import dataclass

from tests.access.lines import (
    FILLED_IN,
    OPEN_TO_CHANGES,
    OWN,
    PUBLIC,
    SOME,
    Line,
    about_reports,
    everyone,
)
from tests.access.world import STATES


@dataclass(frozen=True)
class Deed:
    """One action of the workflow: whose it is, when it can be done, whether it asks a reason."""

    action: str
    roles: set[str]
    states: set[str]
    asks: bool = False

    def get(self, role: str, state: str) -> int:
        """Its page where it can be done; else back to the report, or a refusal."""
        if role not in self.roles:
            return 403
        return 200 if state in self.states else 302

    def post(self, role: str, state: str) -> int:
        """Posted empty: asked again, or refused because no revision was named or it is too late."""
        if role not in self.roles:
            return 403
        return 200 if self.asks and state in self.states else 409


DEEDS = (
    Deed("withdraw", {"reporter"}, {"submitted"}),
    Deed("sign", OWN, {"submitted"}, asks=True),
    Deed("return", {"reviewer"}, {"submitted", "approved", "to_file"}, asks=True),
    Deed("file", OWN, {"to_file"}),
    Deed("send_back", {"office"}, {"filed"}, asks=True),
    Deed("clear", {"office"}, {"filed"}),
    Deed("publish", {"reviewer"}, {"approved", "cleared"}),
    Deed("correct", {"reviewer"}, {"published", "corrected", "taken_down"}, asks=True),
    Deed("stand", {"reviewer"}, set(), asks=True),
    Deed("take_down", {"office", "sysadmin"}, PUBLIC, asks=True),
    Deed("unlock", {"reviewer"}, {"approved", "to_file", "filed", "cleared"}, asks=True),
)
"""All but 送审, which has a page of its own, and 归档, which begins with a file given in."""


def _deeds() -> list[Line]:
    """Where it can be done, and two states where it mostly cannot: the workflow's tests do all."""
    lines = about_reports("reports:do", "GET", lambda role, state: 404, SOME, action="archive")
    for deed in DEEDS:
        states = tuple(s for s in STATES if s in deed.states | {"draft", "published"})
        lines += about_reports("reports:do", "GET", deed.get, states, action=deed.action)
        lines += about_reports("reports:do", "POST", deed.post, states, action=deed.action)
    return lines


def _sending(role: str, state: str) -> int:
    """The page of 送审, asked or posted empty."""
    if role != "reporter":
        return 403
    return 200 if state in OPEN_TO_CHANGES else 302


ACTING = [
    *about_reports("reports:submit", "GET", _sending, FILLED_IN),
    *about_reports("reports:submit", "POST", _sending, FILLED_IN),
    *_deeds(),
    *about_reports("reports:redraw", "POST", lambda role, state: 302 if role in OWN else 403),
    Line("reports:steps", "GET", everyone(reviewer=200, outsider=404, neighbour=404, rest=403)),
    Line("reports:steps", "POST", everyone(reviewer=200, outsider=404, neighbour=404, rest=403)),
]
