"""Who changed which setting when, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict

from agencies.models import Agency
from agencies.tree import paths_down_to
from reports.drafting.judging import rules
from reports.formats import in_force
from reports.models import SettingChange, SettingKind

from .local_other import WHOSE, shown
from .local_rules import word

A_PAGE = 50
_NONE = "未设"


@dataclass(frozen=True)
class Entry:
    """One change in words."""

    change: SettingChange
    what: str
    before: str
    after: str


def context(agency: Agency, typed: QueryDict) -> dict[str, Any]:
    """The changes that bear on the agency, its own and those made above it, the newest first."""
    made = SettingChange.objects.filter(agency__path__in=paths_down_to(agency))
    page = Paginator(made.select_related("by", "agency"), A_PAGE).get_page(typed.get("page"))
    return {"page": page, "entries": [_entry(one) for one in page]}


def _entry(change: SettingChange) -> Entry:
    before, after = (_value(change.kind, said) for said in (change.before, change.after))
    return Entry(change, _what(change), before, after)


def _what(change: SettingChange) -> str:
    if change.kind == SettingKind.SEVERITY:
        return next((one.asks for one in rules() if one.name == change.key), change.key)
    if change.kind == SettingKind.LONGEST:
        return in_force(change.at.year).section(int(change.key)).heading
    return WHOSE.get(change.key, change.key) or "—"


def _value(kind: str, said: str | None) -> str:
    if said is None:
        return _NONE
    if kind == SettingKind.SEVERITY:
        return word(said)
    return shown(kind, said) or "已列入"
