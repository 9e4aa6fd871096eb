"""The past of a draft, rebuilt by walking back over its changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db.models import Max, Min, QuerySet

from reports import figures as fig
from reports import prose
from reports.content import Content
from reports.models import Change, Report

from .merging import new_paragraph_id

Values = dict[str, object]
"""What stands in a draft by key of Change: counts as integers, money as strings, prose as text."""


def walk_back(now: Mapping[str, object], later: Iterable[tuple[str, object]]) -> Values:
    """The values before some changes: (key, value before) of each, the newest first."""
    then = dict(now)
    then.update(later)
    return then


def values_of(content: Content) -> Values:
    """What stands in a draft now, as changes note it."""
    fmt = content.format
    return {
        **fig.to_json(content.figures),
        **{fee.key: fig.plain(content.fees[fee.id]) for fee in fmt.fees},
        **{f"prose.{part}": content.text(part) for part in fmt.prose_keys},
    }


def values_at(report: Report, version: int) -> Values:
    """What stood in the draft at that version; 0 is the empty draft.

    Only the first change of each key after it is read, however many there were.
    """
    first = firsts(report.changes.filter(version__gt=version))
    before = [(change.key, _plain(change)) for change in first.defer("after")]
    return walk_back(values_of(report.content), before)


def content_at(report: Report, version: int) -> Content:
    """The report as it stood at that version; paragraphs that still stand have today's ids."""
    now, values = report.content, values_at(report, version)
    fmt = now.format
    return replace(
        now,
        figures={id_: fig.clean(cell, values[id_]) for id_, cell in fmt.cells.items()},
        fees={fee.id: fig.clean(fee, values[fee.key]) for fee in fmt.fees},
        prose={
            part: prose.align(now.prose[part], str(values[f"prose.{part}"]), new_paragraph_id)
            for part in fmt.prose_keys
        },
    )


def firsts(changes: QuerySet[Change]) -> QuerySet[Change]:
    """Of each key the first of these changes."""
    return _chosen(changes, Min("id"))


def lasts(changes: QuerySet[Change]) -> QuerySet[Change]:
    """Of each key the last of these changes."""
    return _chosen(changes, Max("id"))


def _chosen(changes: QuerySet[Change], chosen: Min | Max) -> QuerySet[Change]:
    ids = changes.order_by().values("key").annotate(chosen=chosen).values("chosen")
    return Change.objects.filter(pk__in=ids)


def _plain(change: Change) -> object:
    """The value before it; a part without prose is an empty text."""
    empty = "" if change.key.startswith("prose.") else None
    return empty if change.before in ("", None) else change.before
