"""成批下载: the signed reports of a year below an agency, packed into one zip for 政务公开办."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from agencies.models import Agency
from agencies.roles import Role, agencies_where

from .campaign import Duty
from .revision import Revision

if TYPE_CHECKING:
    from agencies.models import User


class BundleQuerySet(models.QuerySet["Bundle"]):
    """Every query for bundles begins with this one."""

    def visible_to(self, user: User) -> Self:
        """For the 政务公开办 of the agency, or of one above it."""
        return self.filter(agency__in=agencies_where(user, Role.OFFICE))


class Bundle(models.Model):
    """One zip that was asked for. Which revisions go in was settled then, in its items.

    `finished_at` is set with `file`; only one of the same kind is being made at a time. The file
    is no document: it goes after some days, and can be asked for again.
    """

    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="bundles", verbose_name="汇总机关"
    )
    year = models.PositiveSmallIntegerField("报告年度")
    published_only = models.BooleanField("只要已发布的", default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="办理人"
    )
    at = models.DateTimeField("办理时间", auto_now_add=True, db_index=True)
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)
    file = models.FileField("压缩包", blank=True)
    sha256 = models.CharField("校验值（SHA-256）", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("字节数", default=0)

    objects = BundleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "成批下载"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "published_only"],
                condition=models.Q(finished_at=None),
                name="one_bundle_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency}{self.year}年第{self.pk}包"


class BundleItem(models.Model):
    """One duty of the year. `revision` is what goes in; None where there is nothing.

    `status` is how the duty stood when the zip was asked for, `why` what is missing of it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "等待生成"
        READY = "ready", "已收录"
        MISSING = "missing", "未收录"
        FAILED = "failed", "没有生成"

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="items")
    number = models.PositiveIntegerField("序号")
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="+", verbose_name="报告义务")
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="+", null=True, verbose_name="定稿"
    )
    status = models.CharField("状态", max_length=20)
    state = models.CharField("结果", max_length=10, choices=State.choices)
    why = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "成批下载的报告"
        ordering = ["bundle", "number"]
        constraints = [
            models.UniqueConstraint(fields=["bundle", "number"], name="one_bundle_item_a_number")
        ]

    def __str__(self) -> str:
        return self.duty.legal_name
