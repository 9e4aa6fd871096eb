"""Ends sessions in time, tells pages and programs so, and holds people to a due password change."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse

from agencies import journal, sessions
from agencies.models.account_event import AccountEventKind
from agencies.passwords import change_due
from agencies.requests import address_of, in_background, page_of, wants_json

Answer = Callable[[HttpRequest], HttpResponse]

EXPIRED = "session_expired"
"""Set in the stranger's session that follows an expired one, for the sign-in page to explain."""


class SessionLimits:
    """Ends sessions that were idle or lasted too long; a program then gets 401, not a page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if sessions.seconds_left(request.session) == 0:
                _end(request)
            elif not _only_looks(request):
                sessions.extend(request.session)
        return _told_apart(request, self.get_response(request))


class OwnPages:
    """Answers a page that its person left open as signed out once somebody else signs in here.

    Both share the browser's cookies: what one typed must never be saved in the other's name.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_anothers_page(request) or _seeks_sign_in(request):
            return self.get_response(request)
        words = "这个浏览器现在由另一位用户登录，请本人重新登录。"
        return JsonResponse({"error": "signed_out", "message": words}, status=401)


class PasswordChangeRequired:
    """Sends a person whose password must be changed to that page from everywhere else."""

    FREE = frozenset({"agencies:password", "agencies:sign-out", "agencies:session"})

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Answer in the view's place where a change is due."""
        match = request.resolver_match
        if not request.user.is_authenticated or not change_due(request.user):
            return None
        if match is not None and match.view_name in self.FREE:
            return None
        if wants_json(request):
            told = {"error": "password_change_required", "message": "请先修改密码。"}
            return JsonResponse(told, status=403)
        return redirect("agencies:password")


def _only_looks(request: HttpRequest) -> bool:
    asks = request.method == "GET" and request.path == reverse("agencies:session")
    return asks or in_background(request)


def _is_anothers_page(request: HttpRequest) -> bool:
    owner, user = page_of(request), request.user
    return owner is not None and user.is_authenticated and owner != user.get_username()


def _seeks_sign_in(request: HttpRequest) -> bool:
    """What the dialog in the page asks, to sign its own person in again."""
    asks = request.method == "GET" and request.path == reverse("agencies:session")
    return asks or request.path == reverse("agencies:sign-in")


def _end(request: HttpRequest) -> None:
    assert request.user.is_authenticated
    journal.record(AccountEventKind.EXPIRED, request.user, ip=address_of(request))
    logout(request)
    if not wants_json(request):
        request.session[EXPIRED] = True


def _told_apart(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A redirect to the sign-in page as 401 for those who asked for JSON."""
    if not isinstance(response, HttpResponseRedirect) or not wants_json(request):
        return response
    if urlsplit(response.url).path != resolve_url(settings.LOGIN_URL):
        return response
    told = {"error": "signed_out", "message": "登录已失效，请重新登录。"}
    return JsonResponse(told, status=401)
