"""A membership says that a person holds a role at an agency; ``agencies.roles`` reads them."""

from __future__ import annotations

from django.db import models

from agencies.models.agency import Agency
from agencies.models.user import User


class Role(models.TextChoices):
    """What a person may be at an agency."""

    REPORTER = "reporter", "填报人"
    REVIEWER = "reviewer", "审核人"
    OFFICE = "office", "政务公开办"
    SYSADMIN = "sysadmin", "系统管理员"
    SECADMIN = "secadmin", "安全保密管理员"
    AUDITOR = "auditor", "安全审计员"


STAFF = frozenset({Role.REPORTER, Role.REVIEWER})
"""Those who make the reports of their agency."""

ADMINISTRATORS = frozenset({Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR})
"""The three that must be three people (三员分立)."""

REACHING = ADMINISTRATORS | {Role.OFFICE}
"""Roles that reach the whole subtree; the others reach exactly their agency."""


class Membership(models.Model):
    """One role of one person at one agency."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name="人员")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="memberships", verbose_name="机构"
    )
    role = models.CharField("角色", max_length=10, choices=Role.choices)
    since = models.DateTimeField("授予时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "角色"
        ordering = ("agency__path", "role")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "agency", "role"], name="one_membership_a_user_agency_role"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency} · {self.get_role_display()}"
