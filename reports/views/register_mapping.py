"""Saying once how an agency's registers are read: which column is which, and what values mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest
from reports import drafting, registering
from reports.counting import Mapped, Sifted
from reports.counting.mapping import KINDS_OF_VALUES, meanings_of
from reports.formats import Format
from reports.formats.register import NOT_COUNTED, NOT_COUNTED_LABEL, Meaning
from reports.formats.register_words import ROLES, Role
from reports.models import Register

from .drafts import own_draft, why_not_open
from .register_told import tell

_LABELS = {role.id: role.label for role in ROLES}


@dataclass(frozen=True)
class Choice:
    """One column asked for: its name in the form, what is chosen, what could be."""

    role: Role
    chosen: str
    offered: list[str]


@dataclass(frozen=True)
class Value:
    """One value of a column: how often it occurs and what it is to count as.

    `is_guess`: that is only a proposal.
    """

    name: str
    said: str
    times: int
    chosen: str
    is_guess: bool


@dataclass(frozen=True)
class Values:
    """The values of one column, those without a meaning first, and what each may count as."""

    heading: str
    label: str
    values: list[Value]
    meanings: list[Meaning]


@login_required
@require_http_methods(["GET", "POST"])
def mapping(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks; a POST chooses the columns, counts the register, or gives it up."""
    report = own_draft(request, pk)
    register = registering.open_for(report)
    if register is None:
        messages.info(request, "没有等待对应的台账，请上传。")
        return redirect("reports:register", pk)
    if request.method == "GET":
        return _page(request, register, registering.mapped(register))
    act = request.POST.get("act", "")
    if act == "discard":
        registering.discard(report)
        messages.success(request, "已放弃，读入的内容已删除。")
        return redirect("reports:register", pk)
    return _count(request, register) if act == "count" else _choose(request, register)


def _choose(request: SignedInRequest, register: Register) -> HttpResponse:
    chosen = {role.id: request.POST.get(f"column-{role.id}", "") for role in ROLES}
    try:
        registering.choose(register, chosen)
    except ValueError:
        messages.error(request, "选中的列不在这份台账里，请重新选择。")
    return redirect("reports:register_mapping", register.report_id)


def _count(request: SignedInRequest, register: Register) -> HttpResponse:
    mapped = registering.mapped(register)
    report = register.report
    if mapped.lacking or str(register.pk) != request.POST.get("register"):
        messages.error(request, "请先选好列，再核对选项。")
        return redirect("reports:register_mapping", report.pk)
    meanings = {one: _posted(request.POST, report.format, one, mapped) for one in mapped.meanings}
    try:
        landed = registering.land(register.pk, request.user, mapped.columns, meanings)
    except drafting.RefusedError as refusal:
        messages.error(request, f"{refusal}。")
        return redirect("reports:register", report.pk)
    tell(request, report, landed)
    return redirect("reports:register", report.pk)


def _posted(sent: Mapping[str, str], fmt: Format, role: str, mapped: Mapped) -> dict[str, str]:
    """What was chosen for each value; only what may be chosen counts."""
    known = {*meanings_of(fmt, role), NOT_COUNTED}
    told = {
        value: sent.get(f"{role}-{number}", "")
        for number, value in enumerate(mapped.meanings[role])
    }
    return {value: id_ if id_ in known else "" for value, id_ in told.items()}


def _page(request: SignedInRequest, register: Register, mapped: Mapped) -> HttpResponse:
    sifted = Sifted.from_json(register.sifted)
    context: dict[str, Any] = {
        "report": register.report,
        "register": register,
        "left_out": sifted.left_out,
        "choices": [_choice(role, sifted, mapped) for role in ROLES],
        "lacking": mapped.lacking,
        "values": [] if mapped.lacking else list(_values(register, sifted, mapped)),
        "not_counted": (NOT_COUNTED, NOT_COUNTED_LABEL),
        "is_open": not why_not_open(request.user, register.report),
    }
    return render(request, "reports/register/mapping.html", context)


def _choice(role: Role, sifted: Sifted, mapped: Mapped) -> Choice:
    offered = [column.name for column in sifted.columns if column.holds == role.holds]
    return Choice(role, mapped.columns.get(role.id, ""), offered)


def _values(register: Register, sifted: Sifted, mapped: Mapped) -> Iterator[Values]:
    for role in KINDS_OF_VALUES:
        column = sifted.column(mapped.columns.get(role, ""))
        if column is None:
            continue
        guessed = mapped.guessed[role]
        told = [
            Value(f"{role}-{number}", value, column.values[value], chosen, value in guessed)
            for number, (value, chosen) in enumerate(mapped.meanings[role].items())
        ]
        meanings = list(meanings_of(register.report.format, role).values())
        told.sort(key=lambda one: bool(one.chosen))
        yield Values(column.name, _LABELS[role], told, meanings)
