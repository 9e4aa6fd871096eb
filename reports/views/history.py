"""The record of a report as people read it: who did what when, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.models import Event, Report, State
from reports.workflow import RECORDED, label_of


@dataclass(frozen=True)
class Entry:
    """One act in words."""

    event: Event
    label: str
    detail: str


def history(events: Iterable[Event]) -> list[Entry]:
    """The newest first."""
    return [Entry(one, _label(one), _detail(one)) for one in sorted(events, key=_number)]


def came_back(reports: Iterable[Report]) -> dict[int, Entry]:
    """By report: the act that made it a draft again, where that was the last and said why."""
    drafts = [one.pk for one in reports if one.state == State.DRAFT]
    events = Event.objects.filter(report__in=drafts).select_related("by").order_by("number")
    last = {one.report_id: one for one in events}
    return {pk: history([one])[0] for pk, one in last.items() if one.note}


def _number(event: Event) -> int:
    return -event.number


def _label(event: Event) -> str:
    if event.action == "sign" and event.after == "approved":
        return "签发"
    return label_of(event.action)


def _detail(event: Event) -> str:
    """Which step a signature was for, how many an act made void, what must be explained anew."""
    if event.action == "sign":
        way = "线下审签（代录）" if event.data.get("offline") else "网上审签"
        return f"{event.data.get('post', '')}，{way}"
    if event.action == "archive" and event.data.get("file"):
        return f"原件：{event.data['file']}{_mended(event)}"
    if event.action in RECORDED:
        return str(event.data.get("words", ""))
    voided = len(event.data.get("voided", ()))
    told = [f"已有的{voided}步审签作废"] if voided else []
    again = [one["message"] for one in event.data.get("reopened", ())]
    return "；".join([*told, *(f"须重新说明：{message}" for message in again)])


def _mended(event: Event) -> str:
    """How much of an archived report a person read otherwise than the system."""
    count = len(event.data.get("mended", ()))
    return f"；{count}格经人工核对改为原文的数" if count else ""
