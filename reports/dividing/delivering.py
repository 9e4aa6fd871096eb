"""Taking in what a division sent: every value waits, with its division, person and 口径."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from agencies.models import Division, User
from reports import prose
from reports.drafting.access import locked, require_open, require_reporter
from reports.drafting.offering import offer
from reports.drafting.proposals import label_of
from reports.drafting.taking_in import readable
from reports.models import Prefill, Report

from .sharing import shares

LONGEST_NAME, LONGEST_BASIS = 40, 500


class TooLongError(Exception):
    """Words with a value that cannot be kept whole; the message names each, in Chinese."""


@dataclass
class Delivered:
    """What became of a delivery: keys that wait now, keys that stand so already, and by key a
    sentence for each value that was not taken.
    """

    waiting: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def deliver(
    report_id: int,
    by: User,
    division: Division,
    values: Mapping[str, object],
    *,
    provided_by: str = "",
    basis: str = "",
    bases: Mapping[str, str] | None = None,
) -> Delivered:
    """Lets the values of one division wait in the draft; blank ones are passed over.

    `bases` is the 口径 of single keys, `basis` that of all others. An earlier value that still
    waits is replaced. A value that stands in the draft already needs no confirmation, and ends what
    waited beside it; whose it is and by which 口径 is kept all the same. Raises TooLongError before
    anything is taken, NotOpenError and PermissionDenied.
    """
    provided_by, basis = provided_by.strip(), prose.tidy(basis)
    bases = {key: prose.tidy(words) for key, words in (bases or {}).items()}
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        require_open(report)
        _require_short(report, provided_by, basis, bases)
        delivered = Delivered()
        sent = _sent(report, division, values, delivered)
        rows = [
            Prefill(
                report=report,
                key=key,
                value=value,
                source=Prefill.Source.DIVISION,
                division=division,
                provided_by=provided_by,
                basis=bases.get(key) or basis,
                by=by,
            )
            for key, value in sent.items()
        ]
        offer(report, rows, delivered.same)
        delivered.waiting = [key for key in sent if key not in delivered.same]
    return delivered


def _require_short(report: Report, provided_by: str, basis: str, bases: Mapping[str, str]) -> None:
    told = [("提供人", provided_by, LONGEST_NAME), ("口径说明", basis, LONGEST_BASIS)]
    # One cell of the sheet is the 口径 of a whole line of figures.
    lines = {words: key for key, words in reversed(list(bases.items()))}
    told += [(_line_of(report, key), words, LONGEST_BASIS) for words, key in lines.items()]
    wrong = [
        f"“{where}”有{len(words)}字，不能超过{most}字"
        for where, words, most in told
        if len(words) > most
    ]
    if wrong:
        raise TooLongError(f"{'；'.join(wrong)}。请改短后重新收回，这次没有采用任何数据。")


def _line_of(report: Report, key: str) -> str:
    """The 口径 beside a line of the form, by what the form calls the line."""
    cell = report.format.cells.get(key)
    return f"{cell.label.partition(' × ')[0] if cell else key}”一行的“口径说明"


def _sent(
    report: Report, division: Division, values: Mapping[str, object], told: Delivered
) -> dict[str, int | str | None]:
    """The values that are taken; notes what is refused and which of them stand so already."""
    content = report.content
    theirs = {key for share in shares(report) if share.division == division for key in share.keys}
    given = {key: raw for key, raw in values.items() if raw is not None and str(raw).strip()}
    told.refused |= {key: _outside(report, key) for key in given if key not in theirs}
    owed = {key: raw for key, raw in given.items() if key in theirs}
    sent: dict[str, int | str | None] = {}
    for key, value, stands in readable(content, owed, told.refused):
        sent[key] = value
        if stands:
            told.same.append(key)
    return sent


def _outside(report: Report, key: str) -> str:
    fmt = report.format
    words = {f"prose.{part}" for part in fmt.prose_keys}
    if key in fmt.cells or key in words or key in {fee.key for fee in fmt.fees}:
        return f"“{label_of(report, key)}”不在该处室的分工内，没有采用"
    return f"“{key[:40]}”不是报告的内容，没有采用"
