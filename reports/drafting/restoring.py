"""恢复: a field or the whole draft as it stood before; itself a change, so it can be taken back."""

from __future__ import annotations

from django.db import transaction

from agencies.models import User
from reports import prose
from reports.models import Change, Report

from .access import RefusedError, locked, require_open, require_reporter
from .merging import KeyAnswer, Merging
from .past import lasts, values_at
from .saving import Answer, complete


class ChangedSinceError(RefusedError):
    """What was to be replaced is no longer what the page had shown; `changes` say what it became.

    Whoever has seen them may ask again, with the version the draft has by now.
    """

    def __init__(self, changes: list[Change]) -> None:
        self.changes = changes
        last = changes[-1]
        super().__init__(f"您打开之后，{last.by.name}又作了修改；请核对，仍要恢复请再按一次")


def restore_key(
    report_id: int, by: User, key: str, version: int, seen: int, paragraph: int | None = None
) -> Answer:
    """The value that `key` had at that version (0: before anything), put there again.

    Of a text, with `paragraph`, only the one with that number, counted from 0, as it was then.
    `seen` is the version of the draft that the person looked at. Raises ChangedSinceError if the
    key has changed after it, and RefusedError for a total, a locked or an unknown key.
    """
    with transaction.atomic():
        report = _open(report_id, by)
        _require_unchanged(report, seen, key)
        merging = Merging(report, by, Change.Source.RESTORED)
        values = values_at(report, version)
        if key in computed(report) or key not in values:
            raise RefusedError("这一项由系统计算，不能单独恢复" if key in values else "没有这一项")
        then = values[key] if paragraph is None else _with(merging, key, values[key], paragraph)
        answer = merging.take(key, merging.value(key), then)
        if answer["state"] == "refused":
            raise RefusedError(str(answer["message"]))
        return complete(merging, {key: answer})


def restore_whole(report_id: int, by: User, version: int, seen: int) -> Answer:
    """Everything as it stood at that version; the answer's `refused` are keys that stay, and why.

    Totals come back as they were, even where they did not add up; only where a key is refused
    they are summed up anew. Raises ChangedSinceError if anything has changed after `seen`.
    """
    with transaction.atomic():
        report = _open(report_id, by)
        _require_unchanged(report, seen)
        merging = Merging(report, by, Change.Source.RESTORED)
        values, totals = values_at(report, version), computed(report)
        keys = {key: _put(merging, key, values[key]) for key in values if key not in totals}
        refused = {k: told["message"] for k, told in keys.items() if told["state"] == "refused"}
        if not refused:
            keys |= {key: _put(merging, key, values[key]) for key in totals}
        changed = {change.key for change in merging.changes}
        kept = {key: told for key, told in keys.items() if key in changed or key in refused}
        return {**complete(merging, kept), "refused": refused}


def computed(report: Report) -> set[str]:
    """The keys of the totals, which nobody types."""
    return {id_ for id_, cell in report.format.cells.items() if cell.computed}


def _open(report_id: int, by: User) -> Report:
    report = locked(report_id)
    require_reporter(report, by)
    require_open(report)
    return report


def _require_unchanged(report: Report, seen: int, key: str = "") -> None:
    later = report.changes.filter(version__gt=seen)
    later = lasts(later.filter(key=key) if key else later)
    if changes := list(later.select_related("by").order_by("id")):
        raise ChangedSinceError(changes)


def _with(merging: Merging, key: str, then: object, paragraph: int) -> str:
    """Today's text with one paragraph as it was then."""
    if not key.startswith("prose."):
        raise RefusedError("只有文字可以按段恢复")
    try:
        return prose.take_back(str(merging.value(key) or ""), str(then), paragraph)
    except ValueError as error:
        raise RefusedError("这一段与现在相同，不需要恢复") from error


def _put(merging: Merging, key: str, value: object) -> KeyAnswer:
    return merging.take(key, merging.value(key), value)
