"""What the filling page sends back where scripts do not run: every box, and the version shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from agencies.models import User
from reports import drafting, prose
from reports import figures as fig
from reports.formats import Format
from reports.forms import boxes, typed_keys
from reports.models import Report

from .numbers import whole_number

Changes = dict[str, dict[str, object]]


@dataclass
class Outcome:
    """What became of a post: texts that could not be taken, and the sentence for each."""

    typed: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def take(report: Report, by: User, posted: QueryDict) -> Outcome:
    """Saves what the post changed, exactly once for each page shown. Raises NotOpenError."""
    changes = dict(_changes(report, posted))
    client = _client(posted)
    if not changes:
        return Outcome()
    answer = drafting.save(report.pk, by, client, 1, changes)
    outcome = Outcome()
    for key, told in answer["keys"].items():
        problem = _problem(told)
        if problem:
            outcome.typed[key] = str(changes[key]["now"])
            outcome.problems[key] = problem
    return outcome


def _client(posted: QueryDict) -> str:
    """The name of the page that was shown, as a save can keep it."""
    given = "".join(char for char in posted.get("client", "") if char.isprintable())
    return f"form-{given}"[:40]


def _problem(told: Mapping[str, Any]) -> str:
    if told["state"] == "refused":
        return f"未保存：{told['message']}"
    if told["state"] == "conflict":
        theirs = "空" if told["value"] in (None, "") else told["value"]
        return (
            f"未保存：{told['by']}已先改为“{theirs}”。"
            "仍以您录入的为准，请再按一次“暂存”；否则请改回对方的内容。"
        )
    return ""


def _changes(report: Report, posted: QueryDict) -> Iterator[tuple[str, dict[str, object]]]:
    """Boxes whose text is not what the page had shown."""
    fmt = report.format
    shown = _shown(report, posted)
    for key in typed_keys(fmt):
        now = posted.get(key)
        if now is not None and not _same(fmt, key, shown[key], now):
            yield key, {"was": shown[key], "now": now}


def _shown(report: Report, posted: QueryDict) -> dict[str, str]:
    """What stood in every box of the page that was posted: today's values, later changes undone."""
    shown = boxes(report.content)
    seen = whole_number(posted.get("seen_version"))
    version = report.version if seen is None else seen
    for change in report.changes.filter(version__gt=version).order_by("-id"):
        shown[change.key] = "" if change.before is None else str(change.before)
    return shown


def _same(fmt: Format, key: str, shown: str, now: str) -> bool:
    if key.startswith("prose."):
        return prose.tidy(now) == shown
    cell = fmt.cells.get(key) or next(fee for fee in fmt.fees if fee.key == key)
    try:
        return fig.printed(fig.clean(cell, now)) == shown
    except fig.RefusedError:
        return False
