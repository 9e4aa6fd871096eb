"""What was typed into a form that could not be taken: shown to be copied, for nothing is lost.

Where scripts run, the page keeps it by itself; without them there is only what was posted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.csrf import csrf_failure

from reports.drafting.proposals import label_in
from reports.formats import FORMATS
from reports.forms import typed_keys

SIGNED_OUT = "登录已失效，刚才提交的内容没有保存。请先复制下面的内容，重新登录后再填入。"
TOO_LATE = "刚才提交的内容没有保存，需要的请先复制下面的内容。"
EXPIRED = (
    "本页打开时间过长，或已在别的窗口重新登录，刚才提交的内容没有保存。"
    "请先复制下面的内容，重新打开报告后再填入。"
)


def given_back(request: HttpRequest, why: str, status: int) -> HttpResponse | None:
    """The page with what was typed, to be copied; None where nothing was.

    The labels are those of the form, which anybody may know; nothing else is told of the report.
    """
    figures, texts = _typed(request.POST)
    if not figures and not texts:
        return None
    context = {"why": why, "figures": figures, "texts": texts, "address": request.path}
    return render(request, "reports/typed.html", context, status=status)


def shown_if_signed_out(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever is signed out by now gets back what he posted; others go on to the view."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_out = request.method == "POST" and not request.user.is_authenticated
        page = given_back(request, SIGNED_OUT, 401) if is_out else None
        return page or view(request, *args, **kwargs)

    return wrapped


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose page is too old: what was typed, if it was a report, or the plain page."""
    return given_back(request, EXPIRED, 403) or csrf_failure(request, reason)


def _typed(posted: QueryDict) -> tuple[str, list[tuple[str, str]]]:
    """The figures, a line each, and the texts under their headings; blank ones are left out."""
    figures, texts = [], []
    for key, label in _labels().items():
        value = posted.get(key, "").strip()
        if value and key.startswith("prose."):
            texts.append((label, value))
        elif value:
            figures.append(f"{label}：{value}")
    return "\n".join(figures), texts


@cache
def _labels() -> dict[str, str]:
    """By key of a box what the form calls it, in any edition: whose it was is not known here."""
    return {key: label_in(fmt, key) for fmt in FORMATS.values() for key in typed_keys(fmt)}
