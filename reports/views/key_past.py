"""The past of one field: the values it had, the newest first, each with who gave it and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from reports import prose
from reports.models import Change, Report
from reports.redline import Pieces, redline, shortened

MOST_ROWS, A_PAGE = 400, 12
PAUSE = {True: timedelta(minutes=2), False: timedelta(seconds=10)}
"""Shorter than this between two saves somebody is still at the same text, or the same number."""
LONGEST = timedelta(minutes=15)

Row = tuple[int, int, datetime, str]
"""id, by, at and source of a change."""


@dataclass(frozen=True)
class Lost:
    """A paragraph of an earlier text that does not stand now; `pieces` lead from today's to it."""

    number: int
    pieces: Pieces

    @property
    def label(self) -> str:
        return f"第{self.number + 1}段"


@dataclass(frozen=True)
class Entry:
    """One value: since `version`, given `at` that time by `by`; None where it stood from the start.

    `pieces` tell what was rewritten in a text, `lost` what of it does not stand now; both are
    empty for a figure.
    """

    version: int
    value: object
    at: datetime | None = None
    by: str = ""
    source: str = ""
    pieces: Pieces = ()
    lost: tuple[Lost, ...] = ()
    is_now: bool = False

    @property
    def when(self) -> str:
        """11月22日 14:02."""
        return date_format(timezone.localtime(self.at), "n月j日 H:i") if self.at else ""

    def to_json(self) -> dict[str, Any]:
        """For the page; a text is told by its pieces alone, it may be long."""
        return {
            "version": self.version,
            "value": None if self.pieces else self.value,
            "when": self.when,
            "by": self.by,
            "source": self.source,
            "pieces": _told(self.pieces),
            "lost": [[one.number, one.label, _told(one.pieces)] for one in self.lost],
            "is_now": self.is_now,
        }


@dataclass(frozen=True)
class KeyPast:
    """A page of entries; `before` is the id of the change to go on before, None at the end."""

    entries: list[Entry]
    before: int | None


def key_past(report: Report, key: str, before: int | None = None) -> KeyPast:
    """The values of `key`; saves of one person that follow closely are one entry. Two queries."""
    found = report.changes.filter(key=key).order_by("-id")
    rows = list(
        (found.filter(id__lt=before) if before else found).values_list("id", "by", "at", "source")[
            :MOST_ROWS
        ]
    )
    spells = list(_spells(rows, is_text=key.startswith("prose.")))
    shown = spells[:A_PAGE]
    is_end = len(rows) < MOST_ROWS and len(shown) == len(spells)
    entries = list(_entries(report, key, shown, is_newest=before is None, is_end=is_end))
    return KeyPast(entries, None if is_end or not shown else shown[-1][-1][0])


def _spells(rows: Sequence[Row], *, is_text: bool) -> Iterator[list[Row]]:
    """Rows, newest first, in runs of one person and source without a pause."""
    spell: list[Row] = []
    for row in rows:
        if spell and not _goes_on(row, spell, PAUSE[is_text]):
            yield spell
            spell = []
        spell.append(row)
    if spell:
        yield spell


def _goes_on(row: Row, spell: Sequence[Row], pause: timedelta) -> bool:
    _, by, at, source = row
    same = (by, source) == (spell[-1][1], spell[-1][3])
    return same and spell[-1][2] - at < pause and spell[0][2] - at < LONGEST


def _entries(
    report: Report,
    key: str,
    spells: Sequence[Sequence[Row]],
    *,
    is_newest: bool,
    is_end: bool,
) -> Iterator[Entry]:
    ends = {row[0] for spell in spells for row in (spell[0], spell[-1])}
    changes = report.changes.filter(pk__in=ends).select_related("by").in_bulk()
    now = _text(report, key)
    for n, spell in enumerate(spells):
        last, first = changes[spell[0][0]], changes[spell[-1][0]]
        yield _entry(first, last, now, is_now=is_newest and n == 0)
    if is_end and spells:
        first = changes[spells[-1][-1][0]]
        yield Entry(first.version - 1, first.before)


def _entry(first: Change, last: Change, now: str | None, *, is_now: bool) -> Entry:
    """`now` is the text as it stands today; None for a figure."""
    before, after = str(first.before or ""), str(last.after or "")
    return Entry(
        last.version,
        last.after,
        last.at,
        last.by.name,
        last.get_source_display(),
        () if now is None else shortened(redline(before, after)),
        () if now is None or is_now else tuple(_lost(now, after)),
        is_now,
    )


def _text(report: Report, key: str) -> str | None:
    """The text that stands at the key; None where a figure stands."""
    part, _, name = key.partition(".")
    return "\n".join(p["text"] for p in report.prose.get(name, ())) if part == "prose" else None


def _lost(now: str, then: str) -> Iterator[Lost]:
    """Of a text of several paragraphs those that can be had back one by one."""
    before, after = now.splitlines(), then.splitlines()
    for one in prose.formers(now, then) if len(after) > 1 else ():
        old = before[one.at] if one.replaces else ""
        yield Lost(one.number, shortened(redline(old, after[one.number])))


def _told(pieces: Pieces) -> list[list[str]]:
    return [[piece.kind, piece.text] for piece in pieces]
