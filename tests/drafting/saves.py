"""Saves as pages send them, and what is kept afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from agencies.models import User
from reports import drafting
from reports.models import Change, Report

Pairs = Mapping[str, tuple[object, object]]

_seq = count(1)


def save(
    report: Report, by: User, pairs: Pairs, source: str = Change.Source.TYPED
) -> dict[str, Any]:
    """One save of {key: (what the page had seen, what stands there now)}."""
    changes = {key: {"was": was, "now": now} for key, (was, now) in pairs.items()}
    return drafting.save(report.pk, by, "page", next(_seq), changes, source)


def put(report: Report, by: User, key: str, was: object, now: object) -> dict[str, Any]:
    """One save of one key: what became of it."""
    told: dict[str, Any] = save(report, by, {key: (was, now)})["keys"][key]
    return told


def fresh(report: Report) -> Report:
    """The report as it is kept now."""
    return Report.objects.get(pk=report.pk)


def figure(report: Report, key: str) -> object:
    """The figure as it is kept now."""
    return fresh(report).content.figures[key]


def text(report: Report, part: str) -> str:
    """The prose of a part as it is kept now, one paragraph a line."""
    return "\n".join(one.text for one in fresh(report).content.prose[part])
