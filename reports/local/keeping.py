"""The one way in which a district's decisions change: checked, written and journaled together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from agencies.models import Agency, User
from agencies.roles import Role, can
from reports.models import Setting, SettingChange, SettingKind

from . import deadlines, limits
from .limits import NotAllowedError

__all__ = ["NotAllowedError", "Wish", "change", "may_keep", "name_office", "require_keeper"]


@dataclass(frozen=True)
class Wish:
    """One decision to be made: `value` None takes it back, so that what holds above holds again."""

    kind: str
    key: str
    value: str | None


def may_keep(user: User, agency: Agency) -> bool:
    """Whether the person decides for the agency and all below it."""
    return can(user, Role.OFFICE, agency) or can(user, Role.SYSADMIN, agency)


def require_keeper(user: User, agency: Agency) -> None:
    """Raises PermissionDenied for everybody else."""
    if not may_keep(user, agency):
        raise PermissionDenied("只有政务公开主管机构和系统管理员可以修改本地设置")


def change(agency: Agency, by: User, wishes: Iterable[Wish]) -> list[SettingChange]:
    """Makes the decisions, all or none, and returns what has really changed.

    Raises PermissionDenied, and NotAllowedError where one of them may not be made.
    """
    require_keeper(by, agency)
    asked = list(wishes)
    for wish in asked:
        if wish.value is not None:
            limits.require(wish.kind, wish.key, wish.value)
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=agency.pk)
        if not any(wish.kind == SettingKind.DUE for wish in asked):
            return _write(agency, by, asked)
        with deadlines.moving(agency):
            return _write(agency, by, asked)


def _write(agency: Agency, by: User, wishes: list[Wish]) -> list[SettingChange]:
    standing = {(one.kind, one.key): one.value for one in Setting.objects.filter(agency=agency)}
    done = []
    for wish in wishes:
        before = standing.get((wish.kind, wish.key))
        if before == wish.value:
            continue
        mine = Setting.objects.filter(agency=agency, kind=wish.kind, key=wish.key)
        if wish.value is None:
            mine.delete()
        elif not mine.update(value=wish.value):
            Setting.objects.create(agency=agency, kind=wish.kind, key=wish.key, value=wish.value)
        done.append(_note(agency, by, wish, before))
    return done


def name_office(agency: Agency, by: User, name: str) -> bool:
    """What the district calls its 政务公开办; empty for the name that holds above. Whether it is
    another one than before.
    """
    require_keeper(by, agency)
    limits.require_office(name)
    with transaction.atomic():
        locked = Agency.objects.select_for_update().get(pk=agency.pk)
        if locked.office_name == name:
            return False
        Agency.objects.filter(pk=agency.pk).update(office_name=name)
        _note(agency, by, Wish(SettingKind.OFFICE, "", name or None), locked.office_name or None)
    return True


def _note(agency: Agency, by: User, wish: Wish, before: str | None) -> SettingChange:
    return SettingChange.objects.create(
        agency=agency, kind=wish.kind, key=wish.key, before=before, after=wish.value, by=by
    )
