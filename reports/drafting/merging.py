"""Merging one save into a draft, key by key: what changed, against what the page had seen."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast

from django.utils import timezone

from agencies.models import User
from reports import figures as fig
from reports import prose
from reports.content import Content
from reports.figures import Figure, Figures
from reports.formats import Cell, Fee
from reports.models import Change, Prefill, Report

from .access import RefusedError
from .standing import Standing, decide

LONGEST_PROSE = 100_000
MOST_PARAGRAPHS = 5_000
"""Of one part: many times what any report has; laying out more would hold up everyone else."""

WRITTEN = ("version", "figures", "fees", "prose", "zero_report", "changed_at")
"""What a save writes of a report."""

KeyAnswer = dict[str, Any]


def new_paragraph_id() -> str:
    """An id that no other paragraph of the report has."""
    return secrets.token_hex(5)


class Merging:
    """Collects the changes of one save; the caller holds the report's lock throughout."""

    def __init__(self, report: Report, by: User, source: str) -> None:
        self.report, self.by, self.source = report, by, source
        self.content: Content = report.content
        self.changes: list[Change] = []
        self.figures: Figures = dict(self.content.figures)
        self.fees: Figures = dict(self.content.fees)
        self.fee_of = {fee.key: fee for fee in self.content.format.fees}
        self.given: set[str] = set()
        self.has_decided = False

    @cached_property
    def standing(self) -> Standing:
        """What waits to be confirmed in this draft, and what is locked."""
        return Standing.of(self.report)

    def take(self, key: str, was: object, now: object) -> KeyAnswer:
        """Merges one key and says what became of it: saved, merged, refused or conflict."""
        cell = self.content.format.cells.get(key) or self.fee_of.get(key)
        if cell is not None:
            return self._take_figure(key, cell, was, now)
        part, _, name = key.partition(".")
        if part == "prose" and name in self.content.format.prose_keys:
            return self._take_prose(key, name, was, now)
        return _refused("报告里没有这一项")

    def _take_figure(self, key: str, cell: Cell | Fee, was: object, now: object) -> KeyAnswer:
        if getattr(cell, "computed", False) and self.source == Change.Source.TYPED:
            return _refused(f"“{cell.label}”由系统计算，不需要录入")
        try:
            value = fig.clean(cell, now)
        except fig.RefusedError as error:
            return _refused(prose.tidy(str(error)))
        current = self._current(key)
        if value != current and key in self.standing.locked:
            return _refused(_locked_words(cell))
        if value != current and _seen(cell, was) != current:
            return self.conflict(key, fig.plain(value), fig.plain(current))
        self.put(key, value)
        self.given.add(key)
        return {"state": "saved", "value": fig.plain(value)}

    def value(self, key: str) -> int | str | None:
        """What stands at the key in this save, as JSON has it."""
        part, _, name = key.partition(".")
        return self.text(name) if part == "prose" else fig.plain(self._current(key))

    def _current(self, key: str) -> Figure:
        fee = self.fee_of.get(key)
        return self.fees[fee.id] if fee else self.figures[key]

    def put(
        self, key: str, value: Figure, source: str | None = None, prefill: Prefill | None = None
    ) -> None:
        """Sets a figure or fee and notes the change, if it is one.

        `prefill` is what was confirmed by it. Raises RefusedError for a locked key, unless it is a
        corrected 结转 that was confirmed.
        """
        before = self._current(key)
        if before == value and fig.plain(before) == fig.plain(value):
            return
        fee = self.fee_of.get(key)
        corrects = prefill is not None and prefill.source == Prefill.Source.CARRIED
        if key in self.standing.locked and not corrects:
            raise RefusedError(_locked_words(fee or self.content.format.cells[key]))
        if fee:
            self.fees[fee.id] = value
        else:
            self.figures[key] = value
        self._note(key, fig.plain(before), fig.plain(value), source, prefill)

    def _take_prose(self, key: str, name: str, was: object, now: object) -> KeyAnswer:
        if not isinstance(now, str) or not isinstance(was, str | None):
            return _refused("内容应为文字")
        if len(now) > LONGEST_PROSE:
            return _refused(f"内容超过{LONGEST_PROSE}字，请精简后再保存")
        text, seen, current = prose.tidy(now), prose.tidy(was or ""), self.text(name)
        if text.count("\n") >= MOST_PARAGRAPHS:
            return _refused(f"内容超过{MOST_PARAGRAPHS}段，请合并段落后再保存")
        if current in {text, seen}:
            self.write(name, text)
            return {"state": "saved", "value": text}
        merged = prose.merge(seen, text, current)
        if merged is None:
            return self.conflict(key, text, current)
        self.write(name, merged)
        return {"state": "merged", "value": merged}

    def settle(self, key: str, change: Mapping[str, object]) -> KeyAnswer:
        """Merges a text whose collisions a person has settled: {was, now, over, prefer}.

        `over` is the other text that he was shown; one that changed since is a new conflict.
        """
        was, now, over = (change.get(one) for one in ("was", "now", "over"))
        part, _, name = key.partition(".")
        taken = self.take(key, was, now)
        if part != "prose" or taken["state"] != "conflict" or over != taken["value"]:
            return taken
        mine_wins = change.get("prefer") == "mine"
        text = prose.settle(str(was or ""), str(now), str(over), mine_wins=mine_wins)
        self.write(name, text)
        return {"state": "merged", "value": text}

    def accept(self, prefill: Prefill) -> None:
        """Moves a waiting value into its place; words go in behind those that are there.

        Raises fig.RefusedError, KeyError, and RefusedError for a locked key.
        """
        key = prefill.key
        part, _, name = key.partition(".")
        if part == "prose":
            text = "\n".join(filter(None, (self.text(name), prose.tidy(str(prefill.value)))))
            self.write(name, text, prefill.source, prefill)
            return
        cell = self.fee_of.get(key) or self.content.format.cells[key]
        value = fig.clean(cell, prefill.value)
        if value == self._current(key):
            decide(prefill, Prefill.State.CONFIRMED, self.by)
        self.put(key, value, prefill.source, prefill)
        self.given.add(key)

    def text(self, name: str) -> str:
        """The prose of a part as it stands in this save."""
        return "\n".join(p["text"] for p in self.report.prose.get(name, []))

    def write(
        self,
        name: str,
        text: str,
        source: str | None = None,
        prefill: Prefill | None = None,
    ) -> None:
        """Replaces the prose of a part; paragraphs keep their ids."""
        before = self.text(name)
        if before == text:
            return
        old = tuple(prose.Paragraph(p["id"], p["text"]) for p in self.report.prose.get(name, []))
        new = prose.align(old, text, new_paragraph_id)
        kept = [{"id": p.id, "text": p.text} for p in new]
        self.report.prose = {**self.report.prose, name: kept}
        self._note(f"prose.{name}", before, text, source, prefill)

    def recompute(self) -> Figures:
        """Fills in the totals that rest on what changed so far; returns those looked at.

        A total that came in with this save stands, even where it disagrees: it was printed so.
        """
        fresh: Figures = {}
        changed = [change.key for change in self.changes]
        for equation in fig.dependents(self.content.format, changed):
            total = equation.right[0]
            if total not in self.given:
                fresh[total] = fig.fitting(self.figures, equation.left)
                self.put(total, fresh[total], Change.Source.COMPUTED)
        return fresh

    def finish(self) -> None:
        """Writes the draft and its changes, if there are any, as one new version."""
        if not self.changes:
            return
        report = self.report
        report.version += 1
        report.figures = fig.to_json(self.figures)
        report.fees = fig.to_json(self.fees)
        report.zero_report = report.zero_report and not self.is_above_zero
        report.changed_at = timezone.now()
        report.save(update_fields=WRITTEN)
        for change in self.changes:
            change.version = report.version
        Change.objects.bulk_create(self.changes)
        self.has_decided = self.standing.settle(self.changes)

    @property
    def is_above_zero(self) -> bool:
        """Whether any figure or fee is more than 0."""
        return any(value for value in (*self.figures.values(), *self.fees.values()))

    def _note(
        self,
        key: str,
        before: object,
        after: object,
        source: str | None = None,
        prefill: Prefill | None = None,
    ) -> None:
        self.changes.append(
            Change(
                report=self.report,
                key=key,
                before=before,
                after=after,
                source=source or self.source,
                prefill=prefill,
                by=self.by,
            )
        )

    def conflict(self, key: str, mine: object, theirs: object) -> KeyAnswer:
        """Both values, and who set the one that stands."""
        last = self.report.changes.filter(key=key).select_related("by").last()
        return {
            "state": "conflict",
            "value": theirs,
            "mine": mine,
            "by": last.by.name if last else "",
            "at": last.at.isoformat() if last else "",
        }


def _seen(cell: Cell | Fee, was: object) -> Figure:
    """What the page had seen; a box that held something unreadable had seen nothing."""
    try:
        return fig.clean(cell, was)
    except fig.RefusedError:
        return None


def _locked_words(cell: Cell | Fee) -> str:
    return f"“{cell.label}”系上年结转带入并已确认；如确需修改，请先解锁并说明原因"


def _refused(message: str) -> KeyAnswer:
    return {"state": "refused", "message": message}


def changes_of(raw: object) -> Mapping[str, Mapping[str, object]]:
    """The `changes` of a save as received: {key: {was, now}}. Raises ValueError."""
    entries = raw.values() if isinstance(raw, Mapping) else [raw]
    if not all(isinstance(entry, Mapping) and "now" in entry for entry in entries):
        raise ValueError("changes")
    return cast("Mapping[str, Mapping[str, object]]", raw)
