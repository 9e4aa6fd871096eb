"""Signing in, in a page of its own or inside a page that was left open, and signing out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agencies import journal
from agencies.forms import SignInForm
from agencies.middleware import EXPIRED
from agencies.models import User
from agencies.models.account_event import AccountEventKind
from agencies.passwords import change_due
from agencies.requests import address_of, wants_json


class SignIn(LoginView):
    """A page gets pages; a dialog, which asks for JSON, gets JSON."""

    template_name = "agencies/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A dialog may sign in again although another window has already done so."""
        self.redirect_authenticated_user = not wants_json(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also whether an expired session led here; told once."""
        return super().get_context_data(expired=self.request.session.pop(EXPIRED, False), **kwargs)

    def form_valid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        """Sign in, unless the open page belongs to someone else."""
        user = form.get_user()
        assert isinstance(user, User)
        if form.another_person():
            return _refused(["本页由另一位同事打开，请由本人登录；换人使用请先打开新页面。"], 409)
        with transaction.atomic():
            response = super().form_valid(form)
            journal.record(
                AccountEventKind.SIGNED_IN, user, actor=user, ip=address_of(self.request)
            )
        return _welcomed(self.request, user) if wants_json(self.request) else response

    def form_invalid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        """Say that it failed, in the same words whether the name exists or not."""
        locked = getattr(self.request, "axes_locked_out", False)
        kind = AccountEventKind.LOCKED_OUT if locked else AccountEventKind.SIGN_IN_FAILED
        known = User.objects.filter(username=form.cleaned_data.get("username", "")).first()
        journal.record(kind, known, ip=address_of(self.request))
        told = [form.LOCKED] if locked else _all_errors(form)
        status = 429 if locked else 400
        if wants_json(self.request):
            return _refused(told, status)
        return self.render_to_response(
            self.get_context_data(form=form, told=told), status=status if locked else 200
        )


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; a second press changes nothing."""
    if request.user.is_authenticated:
        journal.record(
            AccountEventKind.SIGNED_OUT,
            request.user,
            actor=request.user,
            ip=address_of(request),
        )
        logout(request)
    return redirect("agencies:sign-in")


def locked_out(request: HttpRequest, response: HttpResponse, *_: object) -> HttpResponse:
    """What django-axes answers while locked: the page that ``form_invalid`` has drawn."""
    return response


def _all_errors(form: SignInForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _refused(messages: list[str], status: int) -> JsonResponse:
    return JsonResponse({"error": "refused", "messages": messages}, status=status)


def _welcomed(request: HttpRequest, user: User) -> JsonResponse:
    return JsonResponse(
        {
            "user": user.username,
            "name": user.name,
            "csrf_token": get_token(request),
            "must_change_password": change_due(user),
        }
    )
