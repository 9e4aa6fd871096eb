"""The account log, for the audit and the security administrator."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from agencies.models import AccountEvent, Membership, Role, User
from agencies.models.account_event import AccountEventKind
from agencies.requests import SignedInRequest
from agencies.roles import agencies_where

A_PAGE = 100


@login_required
def log(request: SignedInRequest) -> HttpResponse:
    """What happened to the accounts of everyone in reach, administrators included."""
    events = _readable(request.user)
    if events is None:
        raise PermissionDenied
    kind = request.GET.get("kind", "")
    if kind in AccountEventKind.values:
        events = events.filter(kind=kind)
    sought = request.GET.get("q", "").strip()
    if sought:
        events = events.filter(Q(person__name=sought) | Q(person__username=sought))
    page = Paginator(events, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "kinds": AccountEventKind.choices, "kind": kind, "sought": sought}
    return render(request, "agencies/log.html", context)


def _readable(reader: User) -> QuerySet[AccountEvent] | None:
    """The events the reader may see; None for who reads no log at all."""
    inside = agencies_where(reader, Role.AUDITOR, Role.SECADMIN)
    if not inside.exists():
        return None
    placed = inside.values("pk")
    members = Membership.objects.filter(agency__in=placed).values("user")
    people = User.objects.filter(Q(pk__in=members) | Q(home__in=placed)).values("pk")
    # A failed sign-in under an unknown name belongs to nobody and concerns every auditor.
    whose = Q(person__in=people) | Q(agency__in=placed) | Q(person=None)
    return AccountEvent.objects.filter(whose).select_related("person", "actor", "agency")
