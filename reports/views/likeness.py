"""雷同比对 of one report: its sentences beside last year's own and beside what others published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports import drafting
from reports.checks.likeness import COMPARED, Likeness, Text, likeness, nearest, text_of
from reports.checks.personal import hidden
from reports.content import Content
from reports.models import Report
from reports.redline import Pieces, redline

from .access import concerns, reading, visible

LEAST = 0.5
"""The share of a section from which another agency's is shown."""
MOST = 3
"""Other agencies shown for a section."""


@dataclass(frozen=True)
class Beside:
    """One section beside the same of another text, for a template: each pair as a redline."""

    heading: str
    likeness: Likeness
    is_own: bool = False

    @property
    def whose(self) -> str:
        """What stands on the right."""
        told = self.likeness
        return f"{'本机关' if self.is_own else told.agency}{told.year}年报告"

    @property
    def rows(self) -> list[Pieces]:
        """The other's sentence rewritten into the own one, personal data in either masked."""
        return [redline(hidden(one.other), hidden(one.own)) for one in self.likeness.pairs]


@login_required
@require_safe
def compared(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the person reads of the report, compared with published texts only."""
    report = visible(request, pk)
    if not concerns(request.user, report):
        raise Http404
    content = reading(request.user, report).content
    last = drafting.own_last_year(report)
    context = {
        "report": report,
        "last": list(_last(content, text_of(last))) if last else None,
        "others": list(_others(content, report)),
    }
    return render(request, "reports/likeness.html", context)


def _last(content: Content, last: Text) -> Iterable[Beside]:
    for key in COMPARED:
        found = likeness(key, text_of(content).parts[key], last)
        if found and found.pairs:
            yield Beside(_heading(content, key), found, is_own=True)


def _others(content: Content, report: Report) -> Iterable[Beside]:
    published, own = drafting.published_beside(report), text_of(content)
    for key in COMPARED:
        for found in nearest(key, own.parts[key], published, LEAST)[:MOST]:
            yield Beside(_heading(content, key), found)


def _heading(content: Content, key: str) -> str:
    return content.format.section(int(key)).heading
