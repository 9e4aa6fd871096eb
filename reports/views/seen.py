"""What became different in a draft after a page was opened: key by key, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from reports.formats import Format
from reports.models import Change, Report


@dataclass(frozen=True)
class Later:
    """One change after the version seen, under the name of its place."""

    label: str
    change: Change


def changes_since(report: Report, version: int | None) -> list[Later]:
    """The changes of the draft after `version`, the oldest first; none if that is unknown."""
    if version is None:
        return []
    later = report.changes.filter(version__gt=version).select_related("by")
    return [Later(name_of(report.format, change.key), change) for change in later]


def name_of(fmt: Format, key: str) -> str:
    """What a clerk calls the place with that key of a Change."""
    if key in fmt.cells:
        return fmt.cells[key].label
    part = key.removeprefix("prose.")
    if part != key:
        return "标题下的引言" if part == "preamble" else fmt.section(int(part)).heading
    return next((fee.label for fee in fmt.fees if fee.key == key), key)
