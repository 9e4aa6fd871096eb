"""Which check a claim concerns, and so whether the district has it compared at all."""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import Severity
from ..settings import OFF, Settings
from .claims import Claim, Kind
from .nouns import Topic

_BY_KIND = {
    Kind.ZERO: "said_none",
    Kind.PERCENT: "said_shares",
    Kind.CHANGE: "said_changes",
}
_BY_TOPIC = {
    Topic.APPLICATIONS: "said_balance",
    Topic.RESULTS: "said_results",
    Topic.DISPUTES: "said_disputes",
    Topic.OUTCOMES: "said_disputes",
    Topic.DOCUMENTS: "said_documents",
    Topic.STATES: "said_documents",
    Topic.DECISIONS: "said_documents",
}


def check_of(claim: Claim) -> str:
    """The name of the one check that compares the claim."""
    if claim.kind is not Kind.COUNT:
        return _BY_KIND[claim.kind]
    return "said_received" if claim.noun.id == "received" else _BY_TOPIC[claim.noun.topic]


def compared(claims: Iterable[Claim], settings: Settings) -> list[Claim]:
    """Those that are compared: a check that is turned off is not asked, and nothing is marked."""
    chosen = settings.severities
    return [one for one in claims if chosen.get(check_of(one), Severity.WARNING) is not OFF]
