"""本地设置: the screen on which a district decides about checks, words, lengths and dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from agencies.models import Agency, Membership, User
from agencies.requests import SignedInRequest
from agencies.roles import Role, agencies_where
from reports.local.keeping import NotAllowedError, change, name_office, require_keeper
from reports.local.words import UnreadableError

from . import local_log, local_other, local_rules, local_words

PARTS = {
    "rules": ("检查规则", local_rules),
    "words": ("词表", local_words),
    "other": ("字数、期限和其他", local_other),
    "log": ("修改记录", local_log),
}


def kept_by(user: User) -> Iterable[Agency]:
    """The agencies at which the person decides: where the role was given, not all below."""
    held = Membership.objects.filter(user=user, role__in=(Role.OFFICE, Role.SYSADMIN))
    return Agency.objects.filter(pk__in=held.values("agency"))


@login_required
@require_http_methods(["GET", "POST"])
def local(request: SignedInRequest, slug: str, part: str) -> HttpResponse:
    """One part of the settings of an agency; a POST changes what the page says otherwise."""
    agency = get_object_or_404(agencies_where(request.user), slug=slug)
    require_keeper(request.user, agency)
    if part not in PARTS:
        raise Http404
    if request.method == "GET" or part == "log":
        return _page(request, agency, part)
    try:
        done = _save(request, agency, part)
    except (NotAllowedError, UnreadableError) as refusal:
        messages.error(request, f"{refusal}。")
        return _page(request, agency, part, request.POST, status=409)
    words = f"已保存，改动{done}项。" if done else "没有改动。"
    messages.success(request, words)
    return redirect("reports:local", slug, part)


def _save(request: SignedInRequest, agency: Agency, part: str) -> int:
    with transaction.atomic():
        done = len(change(agency, request.user, PARTS[part][1].wishes(request.POST, agency)))
        if "office" in request.POST:
            done += name_office(agency, request.user, request.POST["office"].strip())
    return done


def _page(
    request: SignedInRequest,
    agency: Agency,
    part: str,
    typed: QueryDict | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "agency": agency,
        "part": part,
        "parts": [(name, title) for name, (title, _) in PARTS.items()],
        **PARTS[part][1].context(agency, typed or QueryDict(request.META["QUERY_STRING"])),
    }
    return render(request, f"reports/local/{part}.html", context, status=status)
