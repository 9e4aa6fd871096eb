"""Limits of length, earlier dates, 核验网址, 常用说明, and the name of the district's office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from agencies.models import Agency
from agencies.tree import office_name_for
from reports.formats import in_force
from reports.local import deadlines, limits
from reports.local.keeping import Wish
from reports.local.reading import OFF, PHRASES, Decided, decided, verify_base
from reports.models import Setting, SettingKind
from reports.rendering.verifying import Verification

from .local_words import added_and_removed, list_of

_DAY = re.compile(r"([0-9]{1,2})\s*[-月./]\s*([0-9]{1,2})\s*日?")
WHOSE = {
    deadlines.DEPARTMENT: "政府部门、乡镇和街道",
    deadlines.GOVERNMENT: "县级以上人民政府",
}
_PHRASES = (SettingKind.PHRASE, "常用说明", "填写情况说明时可以选用。每行一条。", "")
_BOXES: dict[str, Iterable[str]] = {
    SettingKind.LONGEST: limits.SECTIONS,
    SettingKind.DUE: WHOSE,
    SettingKind.VERIFY: ("",),
}
_UNPRINTED = "不印"


@dataclass(frozen=True)
class Box:
    """One value to fill in: what was decided here, what is typed, what holds without it."""

    kind: str
    key: str
    label: str
    own: str
    typed: str
    above: str

    @property
    def name(self) -> str:
        """The end of the names of its fields."""
        return f"{self.kind}-{self.key}"


def context(agency: Agency, typed: QueryDict) -> dict[str, Any]:
    """Every value with what holds above."""
    form = in_force(timezone.localdate().year)
    above = decided(agency.parent) if agency.parent else {}
    mine = {(one.kind, one.key): one.value for one in Setting.objects.filter(agency=agency)}
    base = verify_base(agency)
    lengths = [
        _box(SettingKind.LONGEST, key, form.section(int(key)).heading, mine, above, typed)
        for key in limits.SECTIONS
    ]
    dates = [_box(SettingKind.DUE, key, who, mine, above, typed) for key, who in WHOSE.items()]
    return {
        "lengths": lengths,
        "dates": dates,
        "verify": [_box(SettingKind.VERIFY, "", "本系统供公众访问的网址", mine, above, typed)],
        "verify_page": base and Verification(base, "").address,
        "phrases": list_of(agency, typed, *_PHRASES),
        "shipped": PHRASES,
        "office": typed.get("office", agency.office_name),
        "office_above": office_name_for(agency.parent) if agency.parent else "",
    }


def wishes(posted: QueryDict, agency: Agency) -> Iterator[Wish]:
    """Those that the page says otherwise than it was drawn with."""
    for kind, keys in _BOXES.items():
        for key in keys:
            was, now = (posted.get(f"{name}-{kind}-{key}", "").strip() for name in ("was", "now"))
            if was != now:
                yield Wish(kind, key, _kept(kind, now) or None)
    yield from added_and_removed(posted, SettingKind.PHRASE)


def _kept(kind: str, now: str) -> str:
    """A date as month-day, an address as far as the public pages; what is none is refused in words
    further on.
    """
    if kind == SettingKind.VERIFY:
        return OFF if now == _UNPRINTED else now.rstrip("/").removesuffix("/open")
    matched = _DAY.fullmatch(now) if kind == SettingKind.DUE else None
    return f"{int(matched[1]):02}-{int(matched[2]):02}" if matched else now


def shown(kind: str, value: str) -> str:
    """As people write it: 01-26 is 1月26日, no limit is 不限, no code is 不印."""
    if kind == SettingKind.VERIFY and value == OFF:
        return _UNPRINTED
    if kind == SettingKind.DUE:
        month, day = value.split("-")
        return f"{int(month)}月{int(day)}日"
    return "不限" if kind == SettingKind.LONGEST and value == "0" else value


def _box(
    kind: str,
    key: str,
    label: str,
    mine: dict[tuple[str, str], str],
    above: Decided,
    typed: QueryDict,
) -> Box:
    own = mine.get((kind, key), "")
    own = shown(kind, own) if own and kind != SettingKind.LONGEST else own
    holds = above.get((kind, key))
    told = f"{shown(kind, holds.value)}（{holds.agency}）" if holds else _shipped(kind, key)
    return Box(kind, key, label, own, typed.get(f"now-{kind}-{key}", own), told)


def _shipped(kind: str, key: str) -> str:
    if kind == SettingKind.LONGEST:
        return "不限"
    if kind == SettingKind.VERIFY:
        return _UNPRINTED
    last = deadlines.law(key, timezone.localdate().year)
    return f"{last.month}月{last.day}日"
