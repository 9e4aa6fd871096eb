"""A person changes the own password; where a change is due, this is the only page there is."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from agencies import accounts
from agencies.forms import OwnPasswordForm
from agencies.passwords import change_due
from agencies.requests import SignedInRequest, address_of


@sensitive_post_parameters()
@login_required
def password(request: SignedInRequest) -> HttpResponse:
    """Ask for the old and twice the new password; every other session of the person ends."""
    form = OwnPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        accounts.change_password(
            request.user, form.cleaned_data["new_password1"], address_of(request)
        )
        update_session_auth_hash(request, request.user)
        messages.success(request, "密码已修改。")
        return redirect("/")
    rules = password_validators_help_texts()
    context = {"form": form, "due": change_due(request.user), "rules": rules}
    return render(request, "agencies/password.html", context)
