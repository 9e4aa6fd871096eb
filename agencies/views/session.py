"""Tells a page how long its session lasts, and lengthens it when a person asks."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agencies import sessions


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """GET only looks; POST is a person saying 继续工作. A stranger gets a token to sign in."""
    user = request.user
    if not user.is_authenticated:
        status = 401 if request.method == "POST" else 200
        told = {"seconds_left": 0, "user": None, "csrf_token": get_token(request)}
        return JsonResponse(told, status=status)
    if request.method == "POST":
        sessions.extend(request.session, exactly=True)
    return JsonResponse(
        {
            "seconds_left": sessions.seconds_left(request.session),
            "warn_at": sessions.warn_at(),
            "user": user.username,
            "csrf_token": get_token(request),
        }
    )
