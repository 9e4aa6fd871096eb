"""The one door through which accounts change: who may do what to whom, and what it leaves behind.

Nobody does anything to an administrator, to himself, or to a person with one foot outside his own
subtree. Administrators are appointed and reset from the command line only, where ``by`` is None.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from axes.utils import reset as forget_failures
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agencies import journal, roles
from agencies.models import Agency, Membership, Role, User
from agencies.models.account_event import AccountEventKind
from agencies.models.membership import ADMINISTRATORS
from agencies.passwords import one_time_password

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from agencies.models.agency import AgencyQuerySet


class Deed(StrEnum):
    """What one person may do to another's account."""

    SEE = "see"
    CREATE = "create"
    EDIT = "edit"
    GRANT = "grant"
    SWITCH = "switch"
    RESET = "reset"


OFFICE, SYSADMIN, SECADMIN = Role.OFFICE, Role.SYSADMIN, Role.SECADMIN

DOERS: dict[Deed, tuple[Role, ...]] = {
    Deed.SEE: (OFFICE, SYSADMIN, SECADMIN),
    Deed.CREATE: (OFFICE, SYSADMIN),
    Deed.EDIT: (OFFICE, SYSADMIN),
    Deed.GRANT: (OFFICE, SECADMIN),
    Deed.SWITCH: (OFFICE, SYSADMIN),
    Deed.RESET: (OFFICE, SYSADMIN, SECADMIN),
}

GRANTABLE = (Role.REPORTER, Role.REVIEWER, Role.OFFICE)


def places(by: User | AnonymousUser, deed: Deed) -> AgencyQuerySet:
    """The agencies in which ``by`` may do the deed."""
    return roles.agencies_where(by, *DOERS[deed])


def reach(by: User, deed: Deed) -> QuerySet[User]:
    """The people to whom ``by`` may do the deed."""
    inside = places(by, deed).values("pk")
    outside = Agency.objects.exclude(pk__in=inside).values("pk")
    held = Membership.objects
    out_of_reach = held.filter(Q(agency__in=outside) | Q(role__in=ADMINISTRATORS))
    belongs = Q(pk__in=held.filter(agency__in=inside).values("user")) | Q(home__in=inside)
    people = User.objects.filter(belongs).exclude(pk=by.pk)
    return people.exclude(pk__in=out_of_reach.values("user")).exclude(home__in=outside)


def deeds(by: User, person: User) -> set[Deed]:
    """All that ``by`` may do to the person."""
    return {deed for deed in Deed if reach(by, deed).filter(pk=person.pk).exists()}


@transaction.atomic
def create(
    username: str, name: str, home: Agency, by: User | None, ip: str | None = None, **fields: str
) -> tuple[User, str]:
    """Make an account without any role; return it and the one-time password, told only now."""
    if by and not places(by, Deed.CREATE).filter(pk=home.pk).exists():
        raise PermissionDenied
    password = one_time_password()
    person = User.objects.create_user(
        username, password, name=name, home=home, must_change_password=True, **fields
    )
    journal.record(AccountEventKind.CREATED, person, actor=by, agency=home, ip=ip)
    return person, password


@transaction.atomic
def edit(person: User, home: Agency, by: User, ip: str | None = None, **fields: str) -> None:
    """Change name, phone, e-mail or home; roles and user name stay."""
    locked = _taken(person, by, Deed.EDIT)
    if not places(by, Deed.EDIT).filter(pk=home.pk).exists():
        raise PermissionDenied
    User.objects.filter(pk=locked.pk).update(home=home, **fields)
    journal.record(AccountEventKind.EDITED, locked, actor=by, agency=home, ip=ip)


@transaction.atomic
def reset_password(person: User, by: User | None, ip: str | None = None) -> str:
    """Give a one-time password, told only now; end the person's sessions, lift a lockout."""
    locked = _taken(person, by, Deed.RESET)
    password = one_time_password()
    locked.set_password(password)
    locked.must_change_password = True
    locked.session_epoch += 1
    locked.save(update_fields=["password", "must_change_password", "session_epoch"])
    forget_failures(username=locked.username)
    journal.record(AccountEventKind.PASSWORD_RESET, locked, actor=by, ip=ip)
    return password


@transaction.atomic
def change_password(user: User, password: str, ip: str | None = None) -> None:
    """The person's own change; the forms have asked for the old one and checked the new."""
    user.set_password(password)
    user.must_change_password = False
    user.password_changed_at = timezone.now()
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])
    journal.record(AccountEventKind.PASSWORD_CHANGED, user, actor=user, ip=ip)


@transaction.atomic
def switch(person: User, by: User | None, *, on: bool, ip: str | None = None) -> None:
    """Enable or disable an account; disabling ends its sessions. Twice is once."""
    locked = _taken(person, by, Deed.SWITCH)
    if locked.is_active == on:
        return
    locked.is_active = on
    locked.session_epoch += 1
    locked.save(update_fields=["is_active", "session_epoch"])
    kind = AccountEventKind.ENABLED if on else AccountEventKind.DISABLED
    journal.record(kind, locked, actor=by, ip=ip)


@transaction.atomic
def grant(person: User, role: str, agency: Agency, by: User, ip: str | None = None) -> Membership:
    """Give one of the three working roles at an agency in reach."""
    _demand_role(person, role, agency, by)
    return roles.grant(person, role, agency, by, ip)


@transaction.atomic
def revoke(person: User, role: str, agency: Agency, by: User, ip: str | None = None) -> None:
    """Take one of the three working roles at an agency in reach."""
    _demand_role(person, role, agency, by)
    roles.revoke(person, role, agency, by, ip)


def _demand_role(person: User, role: str, agency: Agency, by: User) -> None:
    _taken(person, by, Deed.GRANT)
    if role not in GRANTABLE or not places(by, Deed.GRANT).filter(pk=agency.pk).exists():
        raise PermissionDenied


def _taken(person: User, by: User | None, deed: Deed) -> User:
    """The person's row, locked, if ``by`` may do the deed as things stand under the lock."""
    locked = User.objects.select_for_update().get(pk=person.pk)
    if by and not reach(by, deed).filter(pk=person.pk).exists():
        raise PermissionDenied
    return locked
