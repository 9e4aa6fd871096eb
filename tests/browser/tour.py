"""Every page that somebody gets: the table of access, walked once with a browser."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from tests.access.addresses import arguments, parameters
from tests.access.lines import Line
from tests.access.table import FOR_SOMEBODY
from tests.access.world import ROLES, World

NO_PAGE = {"healthz", "session", "values", "pulse", "progress", "printed", "origin", "scan"}
NO_PAGE |= {"document", "preview", "open_file", "past_key", "paper_pdf"}
NO_PAGE |= {"import_progress", "import_table", "bundle_progress", "bundle_file"}
NO_PAGE |= {"pack_zip", "sealed_file", "changes_file"}
"""Answers for programs, files, and what is seen as a part of other pages."""

IN_EVERY_STATE = {"read", "open_report"}
"""They differ from state to state; of the others one state is enough."""

ERRORS = {"reporter": "/reports/0/", "auditor": "/accounts/people/", "stranger": "/nowhere/"}
"""Not there for this person, refused, not there at all."""

ASKERS = ("stranger", "reviewer", *(role for role in ROLES[1:] if role != "reviewer"))
"""Who is asked first; a reviewer sees more buttons than others."""


@dataclass(frozen=True, order=True)
class Stop:
    """One page of the tour and who asks for it."""

    role: str
    path: str


def stops(world: World) -> list[Stop]:
    """All of them, each person's pages one after another."""
    chosen = {_kind(line): line for line in FOR_SOMEBODY if _is_page(line)}
    pages = {Stop(_asker(line), _path(line, world)) for line in chosen.values()}
    homes = {Stop(role, reverse("reports:home")) for role in ROLES[1:]}
    return sorted({*pages, *homes, *(Stop(*error) for error in ERRORS.items())})


def _is_page(line: Line) -> bool:
    is_file = line.more.get("kind") not in {None, "html"}
    shown = any(line.answers[role] in {200, 410} for role in ROLES)
    return line.method == "GET" and shown and not is_file and _name(line) not in NO_PAGE


def _kind(line: Line) -> tuple[str, ...]:
    """Two lines of one kind are the same page."""
    state = line.state if _name(line) in IN_EVERY_STATE else ""
    return (_name(line), state, *map(str, line.more.values()))


def _name(line: Line) -> str:
    return line.url.rpartition(":")[2]


def _asker(line: Line) -> str:
    return next(role for role in ASKERS if line.answers[role] in {200, 410})


def _path(line: Line, world: World) -> str:
    known = arguments(line, world)
    return reverse(line.url, kwargs={name: known[name] for name in parameters(line.url)})
