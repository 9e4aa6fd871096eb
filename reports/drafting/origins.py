"""Where a value came from, in words; what of last year's 结转 did not stay as it was carried."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from reports.models import Change, Prefill, Report, Revision

from .past import lasts
from .proposals import label_of, source_words
from .standing import Source, State

_VERBS = {
    Change.Source.TYPED: "录入",
    Change.Source.PASTED: "粘贴",
    Change.Source.ZEROED: "按“其余补0”填入",
    Change.Source.ZERO_REPORT: "按“零报告”填入",
    Change.Source.IMPORTED: "导入",
    Change.Source.RESTORED: "恢复",
}


def origin(report: Report, key: str) -> dict[str, Any]:
    """{source, label, by, at, before} of the value that stands at the key; empty where none does.

    `label` says it all in one line: “14:02 张三录入（原值 255）”.
    """
    changes = report.changes.filter(key=key).select_related("by", "prefill__division")
    last = changes.last()
    if last is None:
        return {}
    return {
        "source": last.source,
        "label": _label(last, unlocked(report).get(key), _agreeing(report).get(key)),
        "by": last.by.name,
        "at": last.at.isoformat(),
        "before": last.before,
    }


def origins(report: Report, frozen: Revision | None = None) -> dict[str, str]:
    """By key the line of `origin` for every value that stands in the draft, or in that revision.

    In three queries, however long the past.
    """
    changes = report.changes.all()
    if frozen is not None:
        changes = changes.filter(version__lte=frozen.version)
    until = frozen.at if frozen else None
    opened, sent = unlocked(report, until), _agreeing(report, until)
    last = lasts(changes).select_related("by", "prefill__division").order_by("id")
    return {one.key: _label(one, opened.get(one.key), sent.get(one.key)) for one in last}


def _label(change: Change, opened: Prefill | None, sent: Prefill | None) -> str:
    if change.source == Change.Source.COMPUTED:
        return "系统合计"
    was = "" if change.before in (None, "") or _is_prose(change) else f"（原值 {change.before}）"
    who = f"{_when(change)} {change.by.name}"
    if change.prefill is not None:
        words = f"{source_words(change.prefill)}，{who}确认{was}"
    elif change.after in (None, ""):
        words = f"{who}清空{was}"
    else:
        words = f"{who}{_VERBS.get(Change.Source(change.source), '录入')}{was}"
    return words + _sent_words(change, sent) + _unlocked_words(opened)


def _agreeing(report: Report, until: datetime | None = None) -> dict[str, Prefill]:
    """By key what divisions sent last, or a register counted, and is in the draft: by that, or
    because it stood there.
    """
    told = (Source.DIVISION, Source.REGISTER)
    sent = report.prefills.filter(source__in=told, state=State.CONFIRMED)
    if until is not None:
        sent = sent.filter(decided_at__lte=until)
    return {one.key: one for one in sent.select_related("division")}


def _sent_words(change: Change, sent: Prefill | None) -> str:
    """Of a value that stood when the same was sent or counted: nothing was changed by it."""
    if sent is None or sent.pk == change.prefill_id or sent.decided_at is None:
        return ""
    return f"；{source_words(sent)}，与此相同" if sent.decided_at > change.at else ""


def _is_prose(change: Change) -> bool:
    return change.key.startswith("prose.")


def _when(change: Change) -> str:
    """The hour today; before today the day with it, before this year the year."""
    at = timezone.localtime(change.at)
    today = timezone.localdate()
    year = "" if at.year == today.year else f"{at.year}年"
    day = "" if at.date() == today else f"{year}{at.month}月{at.day}日 "
    return f"{day}{at:%H:%M}"


def unlocked(report: Report, until: datetime | None = None) -> dict[str, Prefill]:
    """By key the 结转 last confirmed, of those that are unlocked, or were at that time."""
    confirmed = report.prefills.filter(source=Source.CARRIED, state=State.CONFIRMED)
    if until is not None:
        confirmed = confirmed.filter(decided_at__lte=until)
    last = {one.key: one for one in confirmed.select_related("unlocked_by")}
    return {
        key: one
        for key, one in last.items()
        if one.unlocked_at and (until is None or one.unlocked_at <= until)
    }


def _unlocked_words(opened: Prefill | None) -> str:
    if opened is None or opened.unlocked_by is None:
        return ""
    return f"；{opened.unlocked_by.name}已解锁：{opened.unlock_reason}"


def departures(report: Report) -> list[dict[str, Any]]:
    """What the reviewer must see of the 结转: each that was unlocked, or not taken and differs.

    Also what waits beside a value that stands: last year was corrected, and nobody has looked.

    Each {key, label, section, word, carried, now, reason, by, at} as JSON; `at` is a date in words.
    """
    rows = report.prefills.filter(source=Source.CARRIED).exclude(state=State.REPLACED)
    told = _newest(rows.select_related("decided_by", "unlocked_by"))
    found = [_departure(report, one, report.figures.get(one.key)) for one in told]
    return [one for one in found if one]


def _newest(rows: Iterable[Prefill]) -> Iterable[Prefill]:
    """Of each key the one that waits, the one last decided on, and the one unlocked before it."""
    newest: dict[tuple[str, str], Prefill] = {}
    for one in rows:
        if one.state == State.WAITING:
            newest[one.key, "waits"] = one
            continue
        newest.pop((one.key, "decided"), None)
        if one.unlocked_at is None:
            newest[one.key, "decided"] = one
        if one.unlocked_at or one.state == State.CONFIRMED:
            newest[one.key, "unlocked"] = one
    # One that is locked again stands in both places.
    return dict.fromkeys(newest.values())


def _departure(report: Report, prefill: Prefill, now: object) -> dict[str, Any] | None:
    is_open, waits = prefill.unlocked_at is not None, prefill.state == State.WAITING
    if waits and now is None:
        return None
    if not is_open and (prefill.state == State.CONFIRMED or now == prefill.value):
        return None
    by = prefill.unlocked_by if is_open else prefill.decided_by
    at = prefill.unlocked_at if is_open else prefill.decided_at
    word = "已解锁" if is_open else "待确认" if waits else "未采用"
    return {
        "key": prefill.key,
        "label": label_of(report, prefill.key),
        "section": report.format.cells[prefill.key].section,
        "word": word,
        "carried": prefill.value,
        "now": now,
        "reason": "上年报告后来有改动，还没有确认改动后的数" if waits else prefill.unlock_reason,
        "by": by.name if by else "",
        "at": f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else "",
    }
