"""What comes from a file: as a whole into a draft that is to be archived, or offered value by value
to one that is being written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from agencies.models import User
from reports import figures as fig
from reports import prose
from reports.content import Content
from reports.models import Change, Prefill, Report

from . import offering
from .access import locked, require_open, require_reporter
from .merging import LONGEST_PROSE, Merging
from .proposals import label_of
from .standing import Source, Standing, State, decide


def take_in(report: Report, by: User, content: Content) -> None:
    """Makes the draft say what `content` says, totals as they are; the caller holds its lock.

    What waited or was locked there gives way: nothing of the draft is meant any more.
    """
    merging = Merging(report, by, Change.Source.IMPORTED)
    merging.standing.locked.clear()
    for id_ in merging.content.format.cells:
        merging.put(id_, content.figures.get(id_))
    for key, fee in merging.fee_of.items():
        merging.put(key, content.fees.get(fee.id))
    for part in merging.content.format.prose_keys:
        merging.write(part, content.text(part))
    merging.finish()
    for prefill in report.prefills.filter(state=State.WAITING):
        decide(prefill, State.REPLACED, by)


@dataclass
class Offered:
    """What became of the values of a file: keys that wait now, keys that stand so already, and by
    key a sentence for each that was not taken.
    """

    waiting: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def offer(report_id: int, by: User, values: Mapping[str, object], basis: str) -> Offered:
    """Lets the values wait in the draft beside what stands there; blank ones are passed over.

    `basis` names the file. What waits from an earlier file is replaced; what last year carries over
    or a division sent waits on, and what is locked stays. Raises NotOpenError, PermissionDenied.
    """
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        require_open(report)
        offered, standing = Offered(), Standing.of(report)
        rows = [
            Prefill(report=report, key=key, value=value, source=Source.IMPORTED, basis=basis, by=by)
            for key, value in _fresh(report, standing, values, offered)
        ]
        offering.offer(report, rows, standing=())
        offered.waiting = [row.key for row in rows]
    return offered


def _fresh(
    report: Report, standing: Standing, values: Mapping[str, object], told: Offered
) -> Iterable[tuple[str, int | str | None]]:
    """What is to wait; notes what stands so already and what is not taken."""
    for key, value, stands in readable(report.content, values, told.refused):
        if stands:
            told.same.append(key)
        elif why := _why_not(standing, key, value):
            told.refused[key] = f"“{label_of(report, key)}”{why}"
        else:
            yield key, value


def _why_not(standing: Standing, key: str, value: object) -> str:
    """Why the value cannot wait there; empty where it can."""
    if key in standing.locked:
        return "系上年结转带入并已确认，没有列入"
    waits = standing.waiting.get(key)
    if waits is None or waits.source == Source.IMPORTED:
        return ""
    same = "，与文件相同" if waits.value == value else f"，文件中是{value}，请核对"
    return f"已有{waits.get_source_display()}的数待确认{same}"


def readable(
    content: Content, values: Mapping[str, object], refused: dict[str, str]
) -> Iterator[tuple[str, int | str | None, bool]]:
    """Values from outside as they are kept, each with whether it stands there now.

    Blank ones are passed over; `refused` gets a sentence for each that cannot be taken.
    """
    for key, raw in values.items():
        if raw is None or not str(raw).strip():
            continue
        try:
            value, stands = _read(content, key, raw)
        except fig.RefusedError as error:
            refused[key] = prose.tidy(str(error))
        else:
            yield key, value, stands


def _read(content: Content, key: str, raw: object) -> tuple[int | str | None, bool]:
    part, _, name = key.partition(".")
    if part == "prose":
        words = prose.tidy(str(raw))
        if len(words) > LONGEST_PROSE:
            heading = content.format.section(int(name)).heading if name.isdigit() else "引言"
            raise fig.RefusedError(heading, f"内容超过{LONGEST_PROSE}字，请精简后再报送", raw)
        return words, words == "\n".join(one.text for one in content.paragraphs(name))
    fees = {fee.key: fee for fee in content.format.fees}
    cell = fees.get(key) or content.format.cells[key]
    figure = fig.clean(cell, fig.measured(cell, raw))
    current = content.fees[fees[key].id] if key in fees else content.figures.get(key)
    return fig.plain(figure), figure == current
