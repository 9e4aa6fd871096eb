"""Saving what was typed: under the report's lock, once for each (client, seq), key by key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.models import User
from reports import figures as fig
from reports.models import Change, Duty, Report, Save

from .access import locked, require_open, require_reporter
from .judging import judged
from .merging import KeyAnswer, Merging
from .proposals import prefilled

Answer = dict[str, Any]

LONGEST_KEY, LONGEST_CLIENT, MOST_KEYS = 80, 40, 1000


def begin(duty: Duty) -> Report:
    """The empty draft of a duty; the one that is there if it was begun before."""
    report, _ = Report.objects.get_or_create(duty=duty)
    return report


def save(
    report_id: int,
    by: User,
    client: str,
    seq: int,
    changes: Mapping[str, Mapping[str, object]],
    source: str = Change.Source.TYPED,
) -> Answer:
    """Merges {key: {was, now}} into the draft and answers key by key.

    A text whose conflict was settled also says {over, prefer}: the other text, "mine" or "theirs".

    A retry with the same (client, seq) gets the first answer and changes nothing. A bad value
    only refuses its own key. Raises PermissionDenied and NotOpenError, and ValueError for names
    that no page gives: its answer could not be kept.
    """
    _require_names(client, changes)
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        done = Save.objects.filter(report=report, client=client, seq=seq).first()
        if done is not None:
            return dict(done.answer)
        require_open(report)
        merging = Merging(report, by, source)
        keys = {key: _merged(merging, key, change) for key, change in changes.items()}
        answer = complete(merging, keys)
        Save.objects.create(report=report, client=client, seq=seq, answer=answer)
    return answer


def _require_names(client: str, keys: Collection[str]) -> None:
    if len(keys) > MOST_KEYS:
        raise ValueError("more keys than any form has")
    longest = max(map(len, keys), default=0)
    if longest > LONGEST_KEY or len(client) > LONGEST_CLIENT:
        raise ValueError("a name is too long")
    if not all(name.isprintable() for name in (client, *keys)):
        raise ValueError("a name cannot be kept")


def _merged(merging: Merging, key: str, change: Mapping[str, object]) -> KeyAnswer:
    if "over" in change:
        return merging.settle(key, change)
    return merging.take(key, change.get("was"), change.get("now"))


def complete(merging: Merging, keys: dict[str, KeyAnswer]) -> Answer:
    """Recomputes totals, writes the draft, judges it, and makes the answer to the page.

    `before` is the version that the save met: a page that knows an older one has missed something.
    `prefills` come along where the save has decided on any.
    """
    computed = merging.recompute()
    report = merging.report
    before = report.version
    merging.finish()
    found = judged(report, typing=True)
    news = {"prefills": prefilled(report)} if merging.has_decided else {}
    return {
        **news,
        "version": report.version,
        "before": before,
        "saved_at": timezone.localtime().isoformat(timespec="seconds"),
        "state": report.state,
        "keys": keys,
        "computed": fig.to_json(computed),
        "findings": [one.to_json() for one in found],
        "blank": blank_by_section(report),
    }


def blank_by_section(report: Report) -> dict[str, int]:
    """For each section how many typed figures, or whether its prose, are not filled in yet."""
    content = report.content
    blank = {str(section.number): 0 for section in content.format.sections}
    for id_, cell in content.format.cells.items():
        if not cell.computed and content.figures.get(id_) is None:
            blank[str(cell.section)] += 1
    for section in content.format.sections:
        if section.is_prose and not content.paragraphs(str(section.number)):
            blank[str(section.number)] += 1
    return blank
