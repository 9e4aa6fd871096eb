"""What each paper of the 送签材料 says of the draft or of the revision being read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agencies.models import User
from reports import drafting, workflow
from reports.dividing.sharing import supplier_of
from reports.models import Assignment
from reports.rendering import pack, pack_found, proof

from .access import Reading, readable, readable_events
from .changed import Changed, changed
from .found import told
from .history import history

Facts = dict[str, Any]


def sheet(user: User, shown: Reading, kind: str) -> pack.Sheet:
    """One paper by its kind, a key of pack.NAMES."""
    return pack.Sheet(kind, shown.content, _FACTS[kind](user, shown))


def sheets(user: User, shown: Reading) -> list[pack.Sheet]:
    """All of them; without 改动单 where there is nothing to compare with."""
    return [sheet(user, shown, kind) for kind in _kinds(_since(user, shown))]


def _kinds(since: Changed | None) -> list[str]:
    return [kind for kind in pack.NAMES if since or kind != "changes"]


def _since(user: User, shown: Reading) -> Changed | None:
    return changed(shown, readable(user, shown.report))


def _signoffs(user: User, shown: Reading) -> Facts:
    since = _since(user, shown)
    return {
        **_sent(shown),
        "tally": pack_found.tally(told(shown)),
        "base": since.base if since else None,
        "differences": len(since.differences) if since else 0,
        "enclosed": [pack.NAMES[kind] for kind in _kinds(since) if kind != "signoffs"],
        "steps": steps(shown),
    }


def _checks(_user: User, shown: Reading) -> Facts:
    findings, sent = told(shown), shown.revision
    return {
        **_sent(shown),
        "rows": pack_found.rows(shown.content, findings),
        "tally": pack_found.tally(findings),
        "checked": sent.submission.get("checked", {}) if sent else drafting.asked(shown.report),
    }


def _explanations(_user: User, shown: Reading) -> Facts:
    return {
        **_sent(shown),
        "rows": pack_found.rows(shown.content, pack_found.doubts(told(shown))),
    }


def _changes(user: User, shown: Reading) -> Facts:
    since = _since(user, shown)
    facts = {**_sent(shown), "changed": since}
    if since is None:
        return facts
    revisions, events = readable(user, shown.report), readable_events(user, shown.report)
    rows = [
        {"part": part.heading, "difference": row.difference, "change": row.change}
        for part in since.parts
        for row in part.rows
    ]
    voided = since.voided(revisions)
    asked, in_words = history(since.asked(events))[::-1], any(_is_redlined(row) for row in rows)
    return {**facts, "rows": rows, "asked": asked, "voided": voided, "in_words": in_words}


def _is_redlined(row: Facts) -> bool:
    difference = row["difference"]
    return bool(difference.is_text) and difference.before != difference.after


def _proof(_user: User, shown: Reading) -> Facts:
    """Which division supplies what is the agency's own business."""
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
    report, revision = shown.report, shown.revision
    if revision is None:
        return {
            "contact": report.contact_name,
            "phone": report.contact_phone,
            "secrecy_by": report.secrecy_by,
            "secrecy_on": str(report.secrecy_on or ""),
            "secrecy_opinion": report.secrecy_opinion,
            "sent_by": "",
            "sent_at": None,
        }
    sent: Mapping[str, Any] = revision.submission
    kept = ("secrecy_by", "secrecy_on", "secrecy_opinion")
    return {
        "contact": sent.get("contact_name", ""),
        "phone": sent.get("contact_phone", ""),
        **{key: sent.get(key, "") for key in kept},
        "sent_by": revision.by.name,
        "sent_at": revision.at,
    }


def steps(shown: Reading) -> list[workflow.Step]:
    """The steps of the revision being read; of an earlier one the signatures it got."""
    if shown.revision is None or shown.revision.pk == shown.report.revision_id:
        return workflow.steps_of(shown.report)
    given = shown.revision.signoffs.select_related("by")
    return [workflow.Step(one.step, one.post, None, one) for one in given]


_FACTS: Mapping[str, Callable[[User, Reading], Facts]] = {
    "signoffs": _signoffs,
    "checks": _checks,
    "explanations": _explanations,
    "changes": _changes,
    "proof": _proof,
}
