"""What each paper of the 送签材料 says of the draft or of the revision being read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from agencies.models import User
from reports import drafting, workflow
from reports.dividing.sharing import supplier_of
from reports.models import Assignment, Revision
from reports.rendering import pack, pack_found, proof

from .access import Reading, readable, readable_events
from .changed import Changed, changed
from .found import told
from .history import history

Facts = dict[str, Any]


@dataclass(frozen=True)
class _Desk:
    """What several papers about one reading say, asked once."""

    user: User
    shown: Reading

    @cached_property
    def told(self) -> list[Facts]:
        """What the checks find."""
        return told(self.shown)

    @cached_property
    def revisions(self) -> QuerySet[Revision]:
        """Those that the person may open."""
        return readable(self.user, self.shown.report).select_related("by")

    @cached_property
    def since(self) -> Changed | None:
        """What changed, where there is a revision to compare with."""
        return changed(self.shown, self.revisions)

    @property
    def kinds(self) -> list[str]:
        """The papers there are; without 改动单 where there is nothing to compare with."""
        return [kind for kind in pack.NAMES if self.since or kind != "changes"]

    def sheet(self, kind: str) -> pack.Sheet:
        """One of them."""
        return pack.Sheet(kind, self.shown.content, _FACTS[kind](self))


def sheet(user: User, shown: Reading, kind: str) -> pack.Sheet:
    """One paper by its kind, a key of pack.NAMES."""
    return _Desk(user, shown).sheet(kind)


def sheets(user: User, shown: Reading) -> list[pack.Sheet]:
    """All there are."""
    desk = _Desk(user, shown)
    return [desk.sheet(kind) for kind in desk.kinds]


def _signoffs(desk: _Desk) -> Facts:
    since = desk.since
    return {
        **_sent(desk.shown),
        "tally": pack_found.tally(desk.told),
        "base": since.base if since else None,
        "differences": len(since.differences) if since else 0,
        "enclosed": [pack.NAMES[kind] for kind in desk.kinds if kind != "signoffs"],
        "steps": steps(desk.shown),
    }


def _checks(desk: _Desk) -> Facts:
    shown, sent = desk.shown, desk.shown.revision
    return {
        **_sent(shown),
        "rows": pack_found.rows(shown.content, desk.told),
        "tally": pack_found.tally(desk.told),
        "checked": sent.submission.get("checked", {}) if sent else drafting.asked(shown.report),
    }


def _explanations(desk: _Desk) -> Facts:
    doubts = pack_found.doubts(desk.told)
    return {**_sent(desk.shown), "rows": pack_found.rows(desk.shown.content, doubts)}


def _changes(desk: _Desk) -> Facts:
    since = desk.since
    facts = {**_sent(desk.shown), "changed": since}
    if since is None:
        return facts
    rows = [
        {"part": part.heading, "difference": row.difference, "change": row.change}
        for part in since.parts
        for row in part.rows
    ]
    events = readable_events(desk.user, desk.shown.report)
    return {
        **facts,
        "rows": rows,
        "asked": history(since.asked(events))[::-1],
        "voided": since.voided(desk.revisions),
        "in_words": any(_is_redlined(row) for row in rows),
    }


def _is_redlined(row: Facts) -> bool:
    difference = row["difference"]
    return bool(difference.is_text) and difference.before != difference.after


def _proof(desk: _Desk) -> Facts:
    """Which division supplies what is the agency's own business."""
    shown = desk.shown
    last = drafting.last_year(shown.report)
    suppliers = _suppliers(shown) if shown.of_staff else {}
    return {"last": last, "parts": list(proof.parts(shown.content, last, suppliers))}


def _suppliers(shown: Reading) -> dict[str, str]:
    assigned = Assignment.objects.filter(agency=shown.report.duty.agency, division__ended_on=None)
    divisions = {one.target: one.division for one in assigned.select_related("division")}
    found = supplier_of(shown.content.format, divisions)
    return {key: division.name for key, division in found.items()}


def _sent(shown: Reading) -> Facts:
    """经办人, 保密审查 and who sent it: of a revision as it was sent, of a draft what is known."""
    revision = shown.revision
    told: Mapping[str, Any] = revision.submission if revision else shown.report.particulars
    kept = ("secrecy_by", "secrecy_on", "secrecy_opinion")
    return {
        "contact": told.get("contact_name", ""),
        "phone": told.get("contact_phone", ""),
        **{key: told.get(key, "") for key in kept},
        "sent_by": revision.by.name if revision else "",
        "sent_at": revision.at if revision else None,
    }


def steps(shown: Reading) -> list[workflow.Step]:
    """The steps of the revision being read; of an earlier one the signatures it got."""
    if shown.revision is None or shown.revision.pk == shown.report.revision_id:
        return workflow.steps_of(shown.report)
    given = shown.revision.signoffs.select_related("by")
    return [workflow.Step(one.step, one.post, None, one) for one in given]


_FACTS: Mapping[str, Callable[[_Desk], Facts]] = {
    "signoffs": _signoffs,
    "checks": _checks,
    "explanations": _explanations,
    "changes": _changes,
    "proof": _proof,
}
