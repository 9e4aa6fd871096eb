"""What holds for an agency: of every decision the one made nearest above it, or at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agencies.models import Agency
from agencies.tree import paths_down_to
from reports.checks import Settings, Severity
from reports.models import Setting, SettingKind

Decided = Mapping[tuple[str, str], Setting]
"""(kind, key) → the setting that holds."""

OFF = "off"

PHRASES = (
    "因机构改革，职责和数据范围有调整，与上年不能直接比较。",
    "统计口径有调整，与上年不能直接比较。",
    "上年报告的数据有更正，以更正后的数据为准。",
    "经与台账核对，填报的数据无误。",
)
"""常用说明 that every district has; each may add its own."""


@dataclass(frozen=True)
class Local:
    """The decisions as the program uses them; `longest` by number of the section, 0 left out."""

    checks: Settings
    longest: Mapping[int, int]
    phrases: tuple[str, ...]


def decided(agency: Agency) -> Decided:
    """Every decision that holds for the agency; one query."""
    above = Setting.objects.filter(agency__path__in=paths_down_to(agency))
    nearest_last = above.select_related("agency").order_by("agency__path", "id")
    return {(one.kind, one.key): one for one in nearest_last}


def local_for(agency: Agency) -> Local:
    """What the checks and the pages of the agency's reports go by."""
    found = decided(agency)
    severities = _of(found, SettingKind.SEVERITY)
    limits = {int(key): int(most) for key, most in _of(found, SettingKind.LONGEST).items()}
    return Local(
        checks=Settings(
            severities={name: severity(said) for name, said in severities.items()},
            wrong_words=_of(found, SettingKind.WRONG),
            sensitive_words=tuple(_of(found, SettingKind.SENSITIVE)),
            kept_words=tuple(_of(found, SettingKind.KEPT)),
        ),
        longest={section: most for section, most in limits.items() if most},
        phrases=(*PHRASES, *_of(found, SettingKind.PHRASE)),
    )


def verify_base(agency: Agency) -> str:
    """The address of this system that final documents name for their verification; empty where
    they name none, as everywhere until somebody asks for it.
    """
    said = _of(decided(agency), SettingKind.VERIFY).get("", OFF)
    return "" if said == OFF else said


def severity(said: str) -> Severity | None:
    """As it is kept: warning, note or off."""
    return None if said == OFF else Severity(said)


def _of(found: Decided, kind: str) -> dict[str, str]:
    return {one.key: one.value for one in found.values() if one.kind == kind}
