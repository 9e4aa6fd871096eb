"""Who may comment: the 填报人 and 审核人 of the report's own agency, until it is published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from agencies.models import Membership, User
from agencies.roles import STAFF, can_any
from reports.models import Report, State


class RefusedError(Exception):
    """A remark that cannot be taken; the message says why, in Chinese."""


def is_colleague(user: User, report: Report) -> bool:
    """Whether the person reads the comments on the report."""
    return can_any(user, STAFF, report.duty.agency)


def is_open(report: Report) -> bool:
    """Whether its people can still say something about the report."""
    return report.state != State.PUBLISHED


def require_talking(report: Report, by: User) -> None:
    """Raises PermissionDenied for strangers, RefusedError once the report is published."""
    if not is_colleague(by, report):
        raise PermissionDenied("只有本机关的填报人、审核人可以批注")
    if not is_open(report):
        raise RefusedError("报告已发布，不能再批注；需要修改请先更正")


def colleagues(report: Report) -> QuerySet[User]:
    """Everyone who reads the comments on the report, by name."""
    members = Membership.objects.filter(agency=report.duty.agency, role__in=STAFF)
    return User.objects.filter(is_active=True, pk__in=members.values("user")).order_by("name", "pk")


def mentioned(report: Report, by: User, text: str, chosen: Iterable[int]) -> list[User]:
    """Those chosen and those whose name stands in the text behind an @; never oneself."""
    wanted, people = set(chosen), list(colleagues(report))
    called = _called(text, {one.name for one in people if one.name})
    return [one for one in people if one != by and (one.pk in wanted or one.name in called)]


def _called(text: str, names: Iterable[str]) -> set[str]:
    """The names behind an @, each the longest that fits: @王五一 does not call 王五."""
    longest = sorted(names, key=len, reverse=True)
    return set(re.findall(f"[@＠]({'|'.join(map(re.escape, longest))})", text)) - {""}
