"""Counting a register: its numbers wait in the draft, its cases stay beside them, its rows go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from agencies.models import User
from reports.counting import Counted, Meanings, Sifted, count, decided
from reports.drafting.access import RefusedError, locked, require_open, require_reporter
from reports.drafting.offering import offer
from reports.drafting.standing import Source, Standing
from reports.models import Prefill, Register, Report

from .remembering import remember


@dataclass
class Landed:
    """What became of the counts: keys that wait now, keys that stand so already, and those of
    last year's 结转 that say something else, with (last year's, the register's).
    """

    waiting: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    apart: dict[str, tuple[int, int]] = field(default_factory=dict)


def land(register_id: int, by: User, columns: Mapping[str, str], meanings: Meanings) -> Landed:
    """Counts the register that way, remembers the way, and forgets the rows.

    Where last year's 结转 waits or is locked it stays, and a difference is told. Raises
    RefusedError where it was counted already, NotOpenError and PermissionDenied.
    """
    with transaction.atomic():
        register = Register.objects.filter(pk=register_id, state=Register.State.OPEN).first()
        if register is None:
            raise RefusedError("这份台账已经计数或者已被删除，请重新上传")
        report = locked(register.report_id)
        require_reporter(report, by)
        require_open(report)
        sifted = Sifted.from_json(register.sifted)
        counted = count(report.format, report.duty.year, sifted.entries(columns), meanings)
        remember(report.duty.agency, by, decided(sifted, columns), meanings)
        _keep(register, report, by, counted)
        return _offer(report, by, counted)


def _keep(register: Register, report: Report, by: User, counted: Counted) -> None:
    """The numbers of the cases, and nothing else of the rows."""
    report.registers.exclude(pk=register.pk).delete()
    register.state, register.sifted, register.chosen = Register.State.COUNTED, {}, {}
    register.rows, register.cells = counted.rows, counted.cells
    register.outside = [vars(one) for one in counted.outside]
    register.by, register.at = by, timezone.now()
    register.save()


def _offer(report: Report, by: User, counted: Counted) -> Landed:
    content, standing, landed = report.content, Standing.of(report), Landed()
    figures = {key: len(cases) for key, cases in counted.cells.items()}
    for key in list(figures):
        carried = _carried(standing, key)
        if carried is None:
            continue
        value = figures.pop(key)
        if carried.value != value:
            landed.apart[key] = (int(carried.value or 0), value)
    landed.same = [key for key, value in figures.items() if content.figures[key] == value]
    landed.waiting = [key for key in figures if key not in landed.same]
    offer(report, [_row(report, by, key, counted, figures[key]) for key in figures], landed.same)
    return landed


def _carried(standing: Standing, key: str) -> Prefill | None:
    """Last year's 结转 that waits there or is locked."""
    waiting = standing.waiting.get(key)
    if waiting and waiting.source == Source.CARRIED:
        return waiting
    return standing.locked.get(key)


def _row(report: Report, by: User, key: str, counted: Counted, value: int) -> Prefill:
    left = len(counted.doubtful)
    basis = f"共{counted.rows}件" + (f"，另有{left}件没有计入" if left else "")
    return Prefill(report=report, key=key, value=value, source=Source.REGISTER, basis=basis, by=by)
