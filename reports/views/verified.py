"""What anybody is told who scans a document, or types its 校验值: whether its content is public."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.models import Publication

_CODE = re.compile(r"[0-9a-f]{8}|[0-9a-f]{64}")
"""A 校验码 or a whole 校验值."""
_LONGEST = 200


@dataclass(frozen=True)
class Answer:
    """A report with that content: when it was published, and what the public reads of it now."""

    publication: Publication
    standing: Publication | None

    @property
    def is_public(self) -> bool:
        """Whether it is what anybody reads now."""
        return self.publication == self.standing

    @property
    def last(self) -> Publication:
        """What says why nothing is public any more."""
        return self.publication.report.publications.order_by("published_at").last() or (
            self.publication
        )


@login_not_required
@require_safe
def open_verify(request: HttpRequest) -> HttpResponse:
    """What is known of a 校验值. Of what was never public it says what it says of no content."""
    typed = request.GET.get("code", "").strip()[:_LONGEST]
    code = _code(typed)
    context = {"typed": typed, "code": code, "answers": list(_answers(code)) if code else []}
    return render(request, "open/verify.html", context)


def _code(typed: str) -> str:
    """As it is kept; empty for what can be neither kind."""
    bare = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed)).lower()
    bare = bare.rpartition(":")[2]
    return bare if _CODE.fullmatch(bare) else ""


def _answers(code: str) -> Iterator[Answer]:
    """One for each report, from what stands or was published last with that content."""
    told = set()
    for one in _published(code):
        if one.report_id not in told:
            told.add(one.report_id)
            yield Answer(one, one.report.publication)


def _published(code: str) -> QuerySet[Publication]:
    found = Publication.objects.filter(
        revision__digest__startswith=code, report__duty__campaign__is_public=True
    )
    return found.select_related("report__duty__agency").order_by("-published_at")
