"""处室: an agency's divisions, and which part of its reports each of them supplies."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.models import Agency, Division
from agencies.requests import SignedInRequest
from agencies.roles import STAFF, agencies_where, can_any
from reports import dividing
from reports.formats import Format, in_force
from reports.formats.targets import targets
from reports.models import Assignment

from .numbers import whole_number


@login_required
@require_http_methods(["GET", "POST"])
def divisions(request: SignedInRequest, slug: str) -> HttpResponse:
    """The divisions and their parts; a POST assigns the parts, and adds a division or ends one."""
    agency = get_object_or_404(agencies_where(request.user), slug=slug)
    if not can_any(request.user, STAFF, agency):
        raise PermissionDenied("只有本机关的填报人和审核人可以安排处室分工")
    if request.method == "GET":
        return _page(request, agency)
    try:
        with transaction.atomic():
            done = _do(request, agency)
    except dividing.DivisionError as refusal:
        messages.error(request, f"{refusal}。")
        return _page(request, agency, request.POST, status=409)
    messages.success(request, done)
    return redirect("reports:divisions", slug)


def _do(request: SignedInRequest, agency: Agency) -> str:
    """All that the page says, whichever button was pressed: it goes together or not at all."""
    sent, done = request.POST, "处室分工已保存。"
    _assign(request, agency)
    told = [sent.get(name, "") for name in ("name", "contact", "phone")]
    if sent.get("act") == "add" or any(one.strip() for one in told):
        done += f"已添加“{dividing.add(agency, request.user, *told)}”。"
    if "end" in sent:
        ended = _division(agency, sent["end"])
        if ended is None:
            raise dividing.DivisionError("没有这个处室，请刷新后再选")
        dividing.end(ended, request.user)
        done += f"已停用“{ended}”，其分工已收回。"
    return done


def _assign(request: SignedInRequest, agency: Agency) -> None:
    """Only what the page says otherwise than it was is changed: others may be at it too."""
    for target in targets(_latest()):
        was, now = (request.POST.get(f"{name}-{target}", "") for name in ("was", "now"))
        if was != now:
            division = _division(agency, now) if now else None
            if now and division is None:
                raise dividing.DivisionError("选中的处室已停用，请重新选择")
            dividing.assign(agency, request.user, target, division)


def _division(agency: Agency, pk: str) -> Division | None:
    number = whole_number(pk)
    return dividing.in_service(agency).filter(pk=number).first() if number is not None else None


def _latest() -> Format:
    """The form that reports of this year will use."""
    return in_force(timezone.localdate().year)


def _page(
    request: SignedInRequest, agency: Agency, typed: QueryDict | None = None, status: int = 200
) -> HttpResponse:
    assigned = Assignment.objects.filter(agency=agency)
    held = {one.target: one.division_id for one in assigned}
    context = {
        "agency": agency,
        "divisions": dividing.in_service(agency),
        "parts": [
            (one, held.get(one.id), _chosen(typed, one.id, held.get(one.id)))
            for one in targets(_latest()).values()
        ],
        "typed": typed or {},
    }
    return render(request, "reports/divisions.html", context, status=status)


def _chosen(typed: QueryDict | None, target: str, held: int | None) -> int | None:
    """What stands in the list of a part: what was chosen and could not be saved, else what is."""
    now = typed.get(f"now-{target}") if typed else None
    return held if now is None else whole_number(now)
