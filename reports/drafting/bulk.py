"""Acts that fill many figures at once, each a deliberate one: 其余补0, 零报告, 按合计更新."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction

from agencies.models import User
from reports import figures as fig
from reports.models import Change, Prefill

from .access import RefusedError, locked, require_open, require_reporter
from .last_year import last_year
from .merging import KeyAnswer, Merging
from .saving import Answer, complete


def fill_zeros(report_id: int, by: User) -> Answer:
    """其余补0: 0 into every blank figure and fee, except those that go on from more than 0.

    What waits to be confirmed is left to be confirmed. The answer's `kept` names the cells that
    were left for someone to fill in.
    """
    with transaction.atomic():
        merging = _open(report_id, by, Change.Source.ZEROED)
        kept = _fill(merging)
        return {**complete(merging, _keys(merging)), "kept": kept}


def zero_report(report_id: int, by: User) -> Answer:
    """零报告: nothing happened all year; fills 0 and proposes the words of section six.

    Raises RefusedError while any figure is above 0.
    """
    with transaction.atomic():
        merging = _open(report_id, by, Change.Source.ZERO_REPORT)
        if merging.is_above_zero:
            raise RefusedError("已有大于0的数字，不能作零报告；请用“其余补0”")
        _accept_zeros(merging)
        kept = _fill(merging)
        for section, sentence in merging.content.format.zero_sentences.items():
            if not merging.text(str(section)):
                merging.write(str(section), sentence)
        merging.report.zero_report = True
        answer = complete(merging, _keys(merging))
        merging.report.save(update_fields=["zero_report"])
        return {**answer, "kept": kept}


def retotal(report_id: int, by: User, cells: Iterable[str]) -> Answer:
    """按合计更新: sets these totals to what their addends sum to; touches nothing else."""
    wanted = set(cells)
    with transaction.atomic():
        merging = _open(report_id, by, Change.Source.COMPUTED)
        for equation in merging.content.format.equations:
            if equation.computes and equation.right[0] in wanted:
                merging.put(equation.right[0], fig.fitting(merging.figures, equation.left))
        return complete(merging, _keys(merging))


def _open(report_id: int, by: User, source: str) -> Merging:
    report = locked(report_id)
    require_reporter(report, by)
    require_open(report)
    return Merging(report, by, source)


def _fill(merging: Merging) -> list[str]:
    before, waiting = last_year(merging.report), merging.standing.waiting
    kept = []
    for id_, cell in merging.content.format.cells.items():
        if cell.computed or merging.figures[id_] is not None:
            continue
        if id_ in waiting or before.goes_on(cell):
            kept.append(id_)
        else:
            merging.put(id_, Decimal(0) if cell.kind.is_money else 0)
    for fee in merging.content.format.fees:
        if fee.key in waiting:
            kept.append(fee.key)
        elif merging.fees[fee.id] is None:
            merging.put(fee.key, Decimal(0) if fee.kind.is_money else 0)
    return kept


def _accept_zeros(merging: Merging) -> None:
    """Whoever declares that nothing happened has said so of the zeros that wait, too."""
    for prefill in list(merging.standing.waiting.values()):
        if is_zero(prefill):
            merging.accept(prefill)


def is_zero(prefill: Prefill) -> bool:
    """Whether it proposes 0, written as counts or as money are."""
    return str(prefill.value) in {"0", "0.0", "0.00"}


def _keys(merging: Merging) -> dict[str, KeyAnswer]:
    return {change.key: {"state": "saved", "value": change.after} for change in merging.changes}
