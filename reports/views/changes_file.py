"""修改对照稿: the same changes as a Word file, to be accepted or refused one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports.rendering.hand import Hand, Hands
from reports.rendering.marks import Marks

from . import stored
from .access import concerns, visible
from .changed import Changed
from .changes import compared

_FEES = "6#fees"
"""Where the sentence stands that says the fees."""


@login_required
@require_safe
def changes_file(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the page of changes shows, `?since=` and `?until=` as there."""
    report = visible(request, pk)
    found = compared(request, report)
    hands = _hands(found, named=concerns(request.user, report))
    old, new = found.base.content, found.shown.content
    docx_changes = import_module("reports.rendering.docx_changes")  # python-docx is slow to load
    data = docx_changes.draw(old, new, _marks(found), hands)
    name = f"{new.title}修改对照稿（第{found.base.number}稿至第{found.shown.number}稿）.docx"
    return stored.download(data, "docx", name)


def _marks(found: Changed) -> Marks:
    """What every page says: that it is no final paper, and which two it compares."""
    note = f"修改对照稿（与第{found.base.number}稿比较）"
    return replace(found.shown.marks(), note=note)


def _hands(found: Changed, *, named: bool) -> Hands:
    """Who changed a place: a figure whoever gave it its value, a text all who wrote in its part.

    Without `named`, and where nobody is noted, it is the agency.
    """
    changed = list(found.changes.values_list("key", "by__name", "at")) if named else []
    frozen = found.shown.revision
    usual = Hand(found.shown.content.agency, timezone.localtime(frozen.at if frozen else None))

    def hand(place: str) -> Hand:
        mine = [(name, at) for key, name, at in changed if _is_of(key, place)]
        if not mine:
            return usual
        names = [name for name, _ in mine] if "#" in place else [mine[-1][0]]
        return Hand(_listed(names), timezone.localtime(mine[-1][1]))

    return hand


def _is_of(key: str, place: str) -> bool:
    """Whether a change that the draft noted under that key was one of that place."""
    if place == _FEES:
        return key.startswith("fees.")
    part, is_text, _ = place.partition("#")
    return key == (f"prose.{part}" if is_text else part)


def _listed(names: Iterable[str]) -> str:
    """Each once, whoever wrote last at the end."""
    once = dict.fromkeys(reversed(list(names)))
    return "、".join(reversed(list(once)))
