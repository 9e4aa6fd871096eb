"""The people in reach: a list, a new person, one person."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from agencies import accounts
from agencies.accounts import Deed
from agencies.forms import GrantForm, PersonForm
from agencies.models import User
from agencies.requests import SignedInRequest, address_of

A_PAGE = 50


@login_required
def people(request: SignedInRequest) -> HttpResponse:
    """Everyone in reach, found by name, user name or agency."""
    if not accounts.places(request.user, Deed.SEE).exists():
        raise PermissionDenied
    sought = request.GET.get("q", "").strip()
    found = _found(accounts.reach(request.user, Deed.SEE), sought)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "sought": sought, "may_create": _may_create(request.user)}
    return render(request, "agencies/people.html", context)


@never_cache
@login_required
def new_person(request: SignedInRequest) -> HttpResponse:
    """Make an account; the answer to the POST shows the one-time password, once."""
    if not _may_create(request.user):
        raise PermissionDenied
    form = PersonForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        person, secret = accounts.create(
            **form.cleaned_data, by=request.user, ip=address_of(request)
        )
        context = {"person": person, "secret": secret, "created": True}
        return render(request, "agencies/secret.html", context)
    return render(request, "agencies/person_new.html", {"form": form})


@login_required
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """One person: data, roles, what may be done, what has been done."""
    shown = get_object_or_404(accounts.reach(request.user, Deed.SEE), pk=pk)
    may = accounts.deeds(request.user, shown)
    form = PersonForm(request.POST or None, instance=shown, by=request.user)
    if request.method == "POST":
        if Deed.EDIT not in may:
            raise PermissionDenied
        if form.is_valid():
            accounts.edit(shown, **form.cleaned_data, by=request.user, ip=address_of(request))
            return redirect("agencies:person", pk)
        shown.refresh_from_db()
    context = {
        "person": shown,
        "may": {deed.value for deed in may},
        "form": form,
        "grant_form": GrantForm(by=request.user, person=shown),
        "memberships": shown.memberships.select_related("agency"),
        "events": shown.account_events.select_related("actor", "agency")[:20],
    }
    return render(request, "agencies/person.html", context)


def _may_create(user: User) -> bool:
    return accounts.places(user, Deed.CREATE).exists()


def _found(found: QuerySet[User], sought: str) -> QuerySet[User]:
    if sought:
        named = Q(name__icontains=sought) | Q(username__icontains=sought)
        found = found.filter(named | Q(home__name__icontains=sought))
    return (
        found.select_related("home")
        .prefetch_related("memberships__agency")
        .order_by("home__path", "username")
    )
