"""The checks in plain words, one flat list, and how severe each is here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from agencies.models import Agency
from reports.checks import Rule, Severity
from reports.drafting.judging import rules
from reports.local.keeping import Wish
from reports.local.reading import OFF, Decided, decided, severity
from reports.models import Setting, SettingKind

OFF_WORD = "不检查"


@dataclass(frozen=True)
class Row:
    """One check; `shipped` is how severe it is by itself, `own` what was decided here, `above`
    what would hold without it.
    """

    name: str
    number: str
    asks: str
    law: str
    shipped: str
    own: str
    above: str
    options: list[tuple[str, str]]


def context(agency: Agency, typed: QueryDict) -> dict[str, Any]:
    """Every check there is, in the order in which they are asked."""
    own = {one.key: one.value for one in _own(agency)}
    above = decided(agency.parent) if agency.parent else {}
    rows = [_row(rule, own.get(rule.name, ""), above) for rule in rules()]
    return {"rows": [(row, typed.get(f"now-{row.name}", row.own)) for row in rows]}


def wishes(posted: QueryDict, agency: Agency) -> Iterator[Wish]:
    """Those that the page says otherwise than it was drawn with: others may be at it too."""
    for rule in rules():
        was, now = (posted.get(f"{name}-{rule.name}", "") for name in ("was", "now"))
        if was != now:
            yield Wish(SettingKind.SEVERITY, rule.name, now or None)


def _own(agency: Agency) -> Any:
    return Setting.objects.filter(agency=agency, kind=SettingKind.SEVERITY)


def _row(rule: Rule, own: str, above: Decided) -> Row:
    decision = above.get((SettingKind.SEVERITY, rule.name))
    shipped = rule.severity.label
    holds = f"{word(decision.value)}（{decision.agency}）" if decision else shipped
    options = [(_said(one), word(_said(one))) for one in rule.choices]
    return Row(rule.name, rule.number, rule.asks, rule.law, shipped, own, holds, options)


def _said(chosen: Severity | None) -> str:
    return chosen.value if chosen else OFF


def word(said: str) -> str:
    """疑点, 提示 or 不检查."""
    chosen = severity(said)
    return chosen.label if chosen else OFF_WORD
