"""What waits in a draft and what is locked there, as the page and sentences tell of it."""

from __future__ import annotations

from typing import Any

from reports.formats import Format
from reports.models import Prefill, Report

from .standing import Source, Standing, State


def prefilled(report: Report) -> dict[str, dict[str, Any]]:
    """For the page, by key: {id, state: "waiting" or "locked", locked, barred, value, words, now}.

    `now` is the value that stands there, for which a waiting one would come; None is blank. One
    that waits beside a locked value is `locked`, too; `barred` where that is unlocked first.
    """
    standing = Standing.of(report)
    return {
        key: _told(report, one, key in standing.locked)
        for key, one in {**standing.locked, **standing.waiting}.items()
    }


def _told(report: Report, prefill: Prefill, is_locked: bool) -> dict[str, Any]:
    waits = prefill.state == State.WAITING
    corrects = waits and is_locked and prefill.source == Source.CARRIED
    return {
        "id": prefill.pk,
        "state": "waiting" if waits else "locked",
        "locked": is_locked,
        "barred": waits and is_locked and not corrects,
        "value": prefill.value,
        "words": "上年报告改动后的结转数" if corrects else source_words(prefill),
        "now": _now(report, prefill.key),
    }


def _now(report: Report, key: str) -> object:
    part, _, name = key.partition(".")
    if part == "prose":
        return "\n".join(one["text"] for one in report.prose.get(name, [])) or None
    return report.fees.get(name) if part == "fees" else report.figures.get(key)


def source_words(prefill: Prefill) -> str:
    """Where it comes from: “上年结转带入”, “财务科王五报送（口径：……）”, “台账（共312件）”…"""
    if prefill.source == Source.CARRIED and prefill.basis:
        return f"各机关上年结转之和（{prefill.basis}）"
    if prefill.source in (Source.IMPORTED, Source.REGISTER):
        return f"{prefill.get_source_display()}（{prefill.basis}）"
    if prefill.source != Source.DIVISION:
        return prefill.get_source_display()
    who = f"{prefill.division or ''}{prefill.provided_by}"
    return f"{who}报送" + (f"（口径：{prefill.basis}）" if prefill.basis else "")


def label_of(report: Report, key: str) -> str:
    """The place as a sentence names it."""
    return label_in(report.format, key)


def label_in(fmt: Format, key: str) -> str:
    """The same for any report of that edition."""
    if key in fmt.cells:
        return fmt.cells[key].label
    fees = {fee.key: fee.label for fee in fmt.fees}
    part = key.partition(".")[2]
    return fees.get(key) or (fmt.section(int(part)).heading if part.isdigit() else "引言")
