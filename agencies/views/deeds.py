"""What the buttons on a person's page do: reset, enable, disable, grant, revoke. POST only."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from agencies import accounts
from agencies.accounts import Deed
from agencies.forms import GrantForm
from agencies.models import User
from agencies.requests import SignedInRequest, address_of


@never_cache
@login_required
@require_POST
def reset(request: SignedInRequest, pk: int) -> HttpResponse:
    """Reset the password; the answer shows the one-time password, once."""
    person = _person(request, pk, Deed.RESET)
    secret = accounts.reset_password(person, request.user, address_of(request))
    context = {"person": person, "secret": secret, "created": False}
    return render(request, "agencies/secret.html", context)


@login_required
@require_POST
def switch(request: SignedInRequest, pk: int, *, on: bool) -> HttpResponse:
    """Enable or disable the account."""
    person = _person(request, pk, Deed.SWITCH)
    accounts.switch(person, request.user, on=on, ip=address_of(request))
    messages.success(request, f"已{'启用' if on else '停用'}{person}的账号。")
    return redirect("agencies:person", pk)


@login_required
@require_POST
def grant(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the person a role at an agency."""
    person = _person(request, pk, Deed.GRANT)
    form = GrantForm(request.POST, by=request.user, person=person)
    if form.is_valid():
        accounts.grant(person, **form.cleaned_data, by=request.user, ip=address_of(request))
        messages.success(request, "已授予角色。")
    else:
        messages.error(request, "请选择角色和机构。")
    return redirect("agencies:person", pk)


@login_required
@require_POST
def revoke(request: SignedInRequest, pk: int, membership_pk: int) -> HttpResponse:
    """Take one role back."""
    person = _person(request, pk, Deed.GRANT)
    gone = get_object_or_404(person.memberships.select_related("agency"), pk=membership_pk)
    accounts.revoke(person, gone.role, gone.agency, request.user, address_of(request))
    messages.success(request, "已收回角色。")
    return redirect("agencies:person", pk)


def _person(request: SignedInRequest, pk: int, deed: Deed) -> User:
    """Who is out of sight is not found; to whom the deed may not be done is refused."""
    person = get_object_or_404(accounts.reach(request.user, Deed.SEE), pk=pk)
    if not accounts.reach(request.user, deed).filter(pk=pk).exists():
        raise PermissionDenied
    return person
