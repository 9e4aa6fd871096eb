"""Who supplies what of one report, and what is still owed by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agencies.models import Division
from reports.content import Content
from reports.formats import Format
from reports.formats.targets import Target, targets
from reports.models import Assignment, Prefill, Report


@dataclass(frozen=True)
class Share:
    """What one division supplies of a report. `keys` in printed order.

    `owed` are the keys that are blank with nothing waiting, `waiting` those to be confirmed.
    """

    division: Division
    parts: tuple[Target, ...]
    keys: tuple[str, ...]
    owed: tuple[str, ...]
    waiting: tuple[str, ...]

    @property
    def words(self) -> str:
        """“还缺12项”, “待确认3项” or “已齐”."""
        if self.owed:
            return f"还缺{len(self.owed)}项"
        return f"待确认{len(self.waiting)}项" if self.waiting else "已齐"


def shares(report: Report) -> list[Share]:
    """The share of each division that has one, in the agency's order."""
    assigned = list(
        Assignment.objects.filter(agency=report.duty.agency, division__ended_on=None)
        .select_related("division")
        .order_by("division__number", "division_id")
    )
    if not assigned:
        return []
    content, waiting = report.content, _waiting(report)
    suppliers = supplier_of(content.format, {one.target: one.division for one in assigned})
    parts = _parts(content.format, assigned)
    return [
        _share(content, division, parts[division.pk], suppliers, waiting)
        for division in {one.division_id: one.division for one in assigned}.values()
    ]


def supplier_of(fmt: Format, assigned: Mapping[str, Division]) -> dict[str, Division]:
    """Who supplies each key: of several assignments that reach it the narrowest counts."""
    known = targets(fmt)
    found: dict[str, Division] = {}
    for target in sorted((known[id_] for id_ in assigned if id_ in known), key=_depth):
        found |= dict.fromkeys(target.keys, assigned[target.id])
    return {key: found[key] for one in known.values() for key in one.keys if key in found}


def _depth(target: Target) -> int:
    return target.depth


def _parts(fmt: Format, assigned: list[Assignment]) -> dict[int, tuple[Target, ...]]:
    parts: dict[int, tuple[Target, ...]] = {one.division_id: () for one in assigned}
    for target in targets(fmt).values():
        for one in assigned:
            if one.target == target.id:
                parts[one.division_id] += (target,)
    return parts


def _waiting(report: Report) -> set[str]:
    rows = report.prefills.filter(state=Prefill.State.WAITING)
    return set(rows.values_list("key", flat=True))


def _share(
    content: Content,
    division: Division,
    parts: tuple[Target, ...],
    suppliers: Mapping[str, Division],
    waiting: set[str],
) -> Share:
    keys = tuple(key for key, supplier in suppliers.items() if supplier.pk == division.pk)
    blank = [key for key in keys if is_blank(content, key) and key not in waiting]
    return Share(division, parts, keys, tuple(blank), tuple(k for k in keys if k in waiting))


def is_blank(content: Content, key: str) -> bool:
    """Whether nothing stands there yet."""
    part, _, name = key.partition(".")
    if part == "prose":
        return not content.paragraphs(name)
    if part == "fees":
        return content.fees.get(name) is None
    return content.figures.get(key) is None
