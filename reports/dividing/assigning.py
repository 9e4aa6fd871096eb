"""An agency's divisions, and which part of its reports each of them supplies."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from agencies.models import Agency, Division, User
from agencies.roles import STAFF, can_any
from reports import prose
from reports.formats import FORMATS
from reports.formats.targets import targets
from reports.models import Assignment

MOST_DIVISIONS = 60


class DivisionError(Exception):
    """A division or an assignment that cannot be had so; the message says why, in Chinese."""


def in_service(agency: Agency) -> QuerySet[Division]:
    """The agency's divisions that have not been ended."""
    return agency.divisions.filter(ended_on=None)


def add(agency: Agency, by: User, name: str, contact: str = "", phone: str = "") -> Division:
    """A new division, or the one of that name back in service. Raises DivisionError."""
    require_staff(agency, by)
    name = prose.tidy(name).replace("\n", "")
    contact, phone = contact.strip(), phone.strip()
    if not name:
        raise DivisionError("请填写处室名称")
    for label, text, most in (
        ("处室名称", name, 60),
        ("联系人", contact, 40),
        ("办公电话", phone, 40),
    ):
        if len(text) > most:
            raise DivisionError(f"{label}有{len(text)}字，不能超过{most}字，请改短后再添加")
    if in_service(agency).filter(name=name).exists():
        raise DivisionError(f"已有“{name}”，不需要重复添加")
    if in_service(agency).count() >= MOST_DIVISIONS:
        raise DivisionError(f"处室不超过{MOST_DIVISIONS}个")
    told: dict[str, object] = {"contact": contact, "phone": phone}
    told |= {"ended_on": None, "number": agency.divisions.count() + 1}
    try:
        with transaction.atomic():
            division, _ = Division.objects.update_or_create(agency=agency, name=name, defaults=told)
    except IntegrityError:
        raise DivisionError(f"已有“{name}”，不需要重复添加") from None
    return division


def end(division: Division, by: User) -> None:
    """The division is no more; what it supplied in earlier years keeps its name."""
    require_staff(division.agency, by)
    with transaction.atomic():
        division.assignments.all().delete()
        division.ended_on = timezone.localdate()
        division.save(update_fields=["ended_on"])


def assign(agency: Agency, by: User, target: str, division: Division | None) -> None:
    """Gives the part to the division, or to nobody. Raises DivisionError."""
    require_staff(agency, by)
    if not any(target in targets(fmt) for fmt in FORMATS.values()):
        raise DivisionError("报告里没有这一部分")
    if division is None:
        Assignment.objects.filter(agency=agency, target=target).delete()
        return
    if division.agency_id != agency.pk or division.ended_on:
        raise DivisionError("没有这个处室，请刷新后再选")
    Assignment.objects.update_or_create(
        agency=agency, target=target, defaults={"division": division}
    )


def require_staff(agency: Agency, by: User) -> None:
    """Raises PermissionDenied unless `by` works on this agency's reports."""
    if not can_any(by, STAFF, agency):
        raise PermissionDenied("只有本机关的填报人和审核人可以安排处室分工")
