"""The card of 批注: what a page shows of the comments on a report, and how it asks for one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from agencies.models import User
from reports import commenting
from reports.commenting import Place, Talk
from reports.models import Report

PAGES = ("edit", "read", "sign", "return", "comments")
"""The pages that have the card."""


@dataclass(frozen=True)
class Typed:
    """A remark that could not be taken, to be shown again with the reason."""

    problem: str
    text: str = ""
    anchor: str = ""
    thread: int = 0
    to: frozenset[int] = field(default_factory=frozenset)


def card(
    report: Report, user: User, page: str, typed: Typed | None = None
) -> dict[str, Any] | None:
    """What the templates of reports/comments need; None for people who read no comments."""
    if not commenting.is_colleague(user, report):
        return None
    talks = commenting.open_threads(report)
    known = commenting.places(report.content)
    return {
        "report": report,
        "page": page,
        "talks": talks,
        "asked": [one.thread.pk for one in talks if commenting.unanswered(one, user)],
        "last": commenting.last_said(report),
        "resolved": report.threads.exclude(resolved_at=None).count(),
        "may_write": commenting.is_open(report),
        "colleagues": [one for one in commenting.colleagues(report) if one != user],
        "choices": choices(known.values(), figures=page != "edit"),
        "marks": json.dumps(marks(talks, filling=page == "edit")),
        "typed": typed,
    }


def marks(talks: Iterable[Talk], *, filling: bool) -> Mapping[str, int]:
    """How many open threads stand where on the page: by its boxes, or by the keys of the paper.

    A whole part goes by section.<n>, or by its own anchor where it is written in words.
    """
    return Counter(_mark(talk.place, filling) for talk in talks)


def _mark(place: Place, filling: bool) -> str:
    if filling:
        return place.box or place.anchor
    return place.paper or f"section-{place.section or 0}"


def choices(known: Iterable[Place], *, figures: bool) -> list[tuple[str, list[tuple[str, str]]]]:
    """The places to choose from, part by part: (heading, [(anchor, words)]).

    Without `figures` the boxes of figures are left out: a script adds the one that is asked for.
    """
    groups = groupby(known, lambda place: place.section)
    return [_group(list(found), figures) for _, found in groups]


def _group(found: list[Place], figures: bool) -> tuple[str, list[tuple[str, str]]]:
    wanted = [one for one in found if figures or one.is_whole or one.is_paragraph]
    return found[0].name, [(one.anchor, _words(one)) for one in wanted]


def _words(place: Place) -> str:
    if place.is_whole:
        return "整个部分"
    if place.is_paragraph:
        number = place.name.rpartition(" ")[2]
        return f"{number}：{place.text[:24]}"
    return f"{place.name}：{place.text}" if place.text else place.name
