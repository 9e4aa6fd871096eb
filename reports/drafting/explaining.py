"""情况说明: given for one 疑点 or several at once; opened again by who did not accept it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import transaction

from agencies.models import User
from reports import prose
from reports.checks import Finding, Severity
from reports.checks.personal import masked, numbers
from reports.models import Explanation, Report, Revision

from .access import RefusedError, locked, require_open, require_reporter
from .judging import judged

LONGEST_EXPLANATION = 500


def worded(phrase: str, text: str) -> str:
    """A 常用说明 that was picked, and what was typed besides."""
    return "".join(filter(None, (phrase.strip(), text.strip())))


def explain(report_id: int, by: User, fingerprints: str | Collection[str], text: str) -> None:
    """Records why one 疑点, or each of several, is right as it stands: all of them or none.

    Raises RefusedError where one is gone by now, none was chosen, or there is no text.
    """
    text, chosen = _required(text), _several(fingerprints)
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        require_open(report)
        for finding in _warnings(report, chosen):
            Explanation.objects.update_or_create(
                report=report,
                fingerprint=finding.fingerprint,
                defaults={"code": finding.code, "text": text, "by": by, "reopened": False},
            )


def _required(text: str) -> str:
    text = prose.tidy(text)
    if not text:
        raise RefusedError("请写明情况说明")
    if len(text) > LONGEST_EXPLANATION:
        raise RefusedError(f"情况说明不超过{LONGEST_EXPLANATION}字")
    _require_nobodys(text)
    return text


def _require_nobodys(text: str) -> None:
    """A 情况说明 is printed and read by others: no number of a person may stand in it."""
    for what, start, end in numbers(text):
        words = f"情况说明中的“{masked(text[start:end])}”像是{what}"
        raise RefusedError(f"{words}。情况说明要印出来给人看，请删去或改写")


def _several(fingerprints: str | Collection[str]) -> list[str]:
    chosen = [fingerprints] if isinstance(fingerprints, str) else list(fingerprints)
    if not chosen:
        raise RefusedError("请先勾选要说明的疑点")
    return chosen


def _warnings(report: Report, chosen: Sequence[str]) -> list[Finding]:
    found = {
        one.finding.fingerprint: one.finding
        for one in judged(report)
        if one.finding.severity is Severity.WARNING
    }
    if any(mark not in found for mark in chosen):
        which = "这条" if len(chosen) == 1 else "勾选的"
        raise RefusedError(f"{which}疑点已经变化或消失，请刷新后再看")
    return [found[mark] for mark in chosen]


def reopen(revision: Revision, by: User, fingerprints: Collection[str]) -> list[dict[str, str]]:
    """Has explanations of a revision given anew; what they explained and said, for the record.

    Also those that nobody wrote here, because they followed from something else that was said.
    The caller holds the report's lock. Raises RefusedError for one that the revision has not.
    """
    given = {one["fingerprint"]: one for one in revision.findings if one.get("explanation")}
    if any(mark not in given for mark in fingerprints):
        raise RefusedError("选中的情况说明不是这一稿的，请刷新页面后再选")
    for mark in fingerprints:
        text = given[mark]["explanation"][:LONGEST_EXPLANATION]
        Explanation.objects.update_or_create(
            report_id=revision.report_id,
            fingerprint=mark,
            defaults={"reopened": True},
            create_defaults={
                "reopened": True,
                "code": given[mark]["code"],
                "text": text,
                "by": by,
            },
        )
    return [
        {"message": given[mark]["message"], "explanation": given[mark]["explanation"]}
        for mark in fingerprints
    ]
