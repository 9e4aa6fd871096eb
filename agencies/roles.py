"""Who may be what, where: the one place that reads and writes memberships.

政务公开办 and the administrators reach the whole subtree of their agency; 填报人 and 审核人 reach
exactly their agency. The three administrator roles are never held by one person (三员分立).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q

from agencies import journal
from agencies.models import Agency, Membership, Role, User
from agencies.models.account_event import AccountEventKind
from agencies.models.membership import ADMINISTRATORS, REACHING, STAFF
from agencies.tree import paths_down_to

if TYPE_CHECKING:
    from agencies.models.agency import AgencyQuerySet

__all__ = [
    "STAFF",
    "Role",
    "agencies_where",
    "can",
    "can_any",
    "grant",
    "has_role",
    "revoke",
    "roles_of",
]


def can(user: User | AnonymousUser, role: str, agency: Agency) -> bool:
    """Whether the user acts in the role for the agency; never for a disabled account."""
    return can_any(user, (role,), agency)


def can_any(user: User | AnonymousUser, roles: Collection[str], agency: Agency) -> bool:
    """Whether ``can`` is true in any of the roles, in one query."""
    if not _acts(user):
        return False
    asked = frozenset(roles)
    at = Q(agency=agency, role__in=asked - REACHING)
    if asked & REACHING:
        at |= Q(agency__path__in=paths_down_to(agency), role__in=asked & REACHING)
    return Membership.objects.filter(at, user=user.pk).exists()


def agencies_where(user: User | AnonymousUser, *roles: str) -> AgencyQuerySet:
    """The agencies for which ``can`` is true in any of the roles, or in any role at all.

    Asks nothing by itself: as a part of another query it costs none of its own.
    """
    if not _acts(user):
        return Agency.objects.none()
    asked = frozenset(roles or Role.values)
    held = Membership.objects.filter(user=user.pk)
    found = Q(pk__in=held.filter(role__in=asked - REACHING).values("agency"))
    if asked & REACHING:
        path = ExpressionWrapper(OuterRef("path"), CharField())
        above = held.filter(role__in=asked & REACHING).alias(path=path)
        found |= Q(Exists(above.filter(path__startswith=F("agency__path"))))
    return Agency.objects.filter(found)


def roles_of(user: User | AnonymousUser) -> frozenset[str]:
    """The roles the user holds, wherever; none for a disabled account.

    What nobody asks for in vain: a query that leaves out what the person is not costs far less.
    """
    if not _acts(user):
        return frozenset()
    return frozenset(Membership.objects.filter(user=user.pk).values_list("role", flat=True))


def has_role(user: User | AnonymousUser, *roles: str) -> bool:
    """Whether the user holds any of the roles anywhere."""
    return _acts(user) and Membership.objects.filter(user=user.pk, role__in=roles).exists()


@transaction.atomic
def grant(
    user: User, role: str, agency: Agency, by: User | None, ip: str | None = None
) -> Membership:
    """Give a person a role at an agency; giving it twice changes nothing.

    ``by`` is None for the command line. Raises ValidationError when the person would hold two of
    the three administrator roles. Whether ``by`` may grant it is for ``agencies.accounts`` to say.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    _refuse_second_administrator(person, role)
    membership, new = Membership.objects.get_or_create(user=person, role=role, agency=agency)
    if new:
        journal.record(AccountEventKind.GRANTED, person, actor=by, agency=agency, role=role, ip=ip)
        _set_staff(user)
    return membership


@transaction.atomic
def revoke(user: User, role: str, agency: Agency, by: User | None, ip: str | None = None) -> None:
    """Take a role from a person; taking one that is not held changes nothing."""
    User.objects.select_for_update().get(pk=user.pk)
    gone, _ = Membership.objects.filter(user=user, role=role, agency=agency).delete()
    if gone:
        journal.record(AccountEventKind.REVOKED, user, actor=by, agency=agency, role=role, ip=ip)
        _set_staff(user)


def _acts(user: User | AnonymousUser) -> bool:
    return user.is_authenticated and user.is_active


def _refuse_second_administrator(person: User, role: str) -> None:
    others = ADMINISTRATORS - {role}
    if role in ADMINISTRATORS and person.memberships.filter(role__in=others).exists():
        raise ValidationError("系统管理员、安全保密管理员、安全审计员必须由三个人分别担任。")


def _set_staff(user: User) -> None:
    """Django admin is open to system administrators and to nobody else."""
    user.is_staff = Membership.objects.filter(user=user, role=Role.SYSADMIN).exists()
    user.save(update_fields=["is_staff"])
