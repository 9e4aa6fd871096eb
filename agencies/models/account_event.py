"""What happened to an account: who did it, to whom, when and from where. Rows are only added."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from agencies.models.agency import Agency
from agencies.models.membership import Role
from agencies.models.user import User


class AccountEventKind(models.TextChoices):
    """The things that can happen to an account."""

    SIGNED_IN = "signed_in", "登录"
    SIGN_IN_FAILED = "sign_in_failed", "登录失败"
    LOCKED_OUT = "locked_out", "登录锁定"
    SIGNED_OUT = "signed_out", "退出"
    EXPIRED = "expired", "超时退出"
    PASSWORD_CHANGED = "password_changed", "修改密码"
    PASSWORD_RESET = "password_reset", "重置密码"
    CREATED = "created", "建立账号"
    EDITED = "edited", "修改资料"
    DISABLED = "disabled", "停用账号"
    ENABLED = "enabled", "启用账号"
    GRANTED = "granted", "授予角色"
    REVOKED = "revoked", "收回角色"


class AccountEventQuerySet(models.QuerySet["AccountEvent"]):
    """Only additions: the log is never changed or thinned through the program."""

    def update(self, **fields: object) -> int:
        """Refused."""
        raise TypeError("account events are only added")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise TypeError("account events are only added")


class AccountEvent(models.Model):
    """One line of the account log. ``actor`` is None for the command line and for strangers."""

    at = models.DateTimeField("时间", auto_now_add=True, db_index=True)
    kind = models.CharField("事项", max_length=20, choices=AccountEventKind.choices)
    actor = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="account_deeds", verbose_name="操作人"
    )
    person = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="account_events", verbose_name="账号"
    )
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, verbose_name="机构")
    role = models.CharField("角色", max_length=10, choices=Role.choices, blank=True)
    ip = models.GenericIPAddressField("网络地址", null=True)

    objects = AccountEventQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "账号日志"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        at = date_format(timezone.localtime(self.at), "Y年n月j日 H:i")
        return f"{at} {self.get_kind_display()}"

    def delete(self, *_: object, **__: object) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise TypeError("account events are only added")
