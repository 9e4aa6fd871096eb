"""How far each section of a draft has come, in the few words that stand beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.drafting import Judged
from reports.drafting.saving import blank_by_section
from reports.formats import Format, Section
from reports.models import Report
from reports.templatetags.findings import KINDS, NOT_FILLED, kind_word


@dataclass(frozen=True)
class Item:
    """One section in the rail. `kind` colours the words: wrong, warn, wait, note or done."""

    section: Section
    kind: str
    words: str

    @property
    def numeral(self) -> str:
        """一 to 六, as its heading begins."""
        return self.section.heading.partition("、")[0]


def rail(report: Report, judged: Sequence[Judged]) -> list[Item]:
    """The six sections in order. static/js/edit/rail.js says the same while someone types."""
    blank, fmt = blank_by_section(report), report.format
    return [_item(fmt, section, judged, blank[str(section.number)]) for section in fmt.sections]


def _item(fmt: Format, section: Section, judged: Sequence[Judged], blank: int) -> Item:
    found = [one for one in judged if one.finding.section == section.number]
    found = [one for one in found if one.finding.code not in NOT_FILLED]
    wrong = sum(one.finding.severity == "error" for one in found)
    doubtful = sum(one.finding.severity == "warning" and one.blocks for one in found)
    if wrong:
        return Item(section, "wrong", f"{wrong} 错")
    if blank:
        return Item(section, "wait", "待填" if section.is_prose else f"待填 {blank}")
    if doubtful:
        return Item(section, "warn", f"{doubtful} 疑点")
    typed = sum(c.section == section.number and not c.computed for c in fmt.cells.values())
    return Item(section, "done", f"✓ {typed}项" if typed else "✓")


def tally(judged: Sequence[Judged]) -> str:
    """“2 错误 · 3 待填 · 1 疑点”: what is still to be done, so no 提示 and nothing explained."""
    counts = dict.fromkeys(KINDS.values(), 0)
    for one in judged:
        if one.blocks:
            counts[kind_word(one.finding)] += 1
    return " · ".join(f"{count} {label}" for label, count in counts.items() if count)


def waits(judged: Sequence[Judged]) -> str:
    """Why the report cannot be sent for approval yet; empty when it can."""
    blocking = [one.finding for one in judged if one.blocks]
    words = [kind_word(finding) for finding in blocking]
    for kind, more in {"error": "", "open": "", "warning": "待说明"}.items():
        if count := words.count(KINDS[kind]):
            return f"{count} 处{KINDS[kind]}{more}"
    return ""
