"""Who must report for which year, and by when (政府信息公开条例, art. 49)."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone

from agencies.models import Agency


class Campaign(models.Model):
    """One year's collection by one district. `files_first` is 先备案后公布."""

    owner = models.ForeignKey(
        Agency, models.PROTECT, related_name="campaigns", verbose_name="组织单位"
    )
    year = models.PositiveSmallIntegerField("报告年度")
    opens_on = models.DateField("开始填报日期")
    files_first = models.BooleanField("先备案后公布", default=False)
    is_public = models.BooleanField("开放公众查阅", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "年度任务"
        ordering = ["-year", "owner__path"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "year"], name="one_campaign_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.owner}{self.year}年"


class Duty(models.Model):
    """One agency's duty to report for one year. `due_at` is the instant after the last day.

    `legal_name` is the agency's name as of then; `parent` collects the report.
    """

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="duties", verbose_name="年度任务"
    )
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="duties", verbose_name="机构")
    parent = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="上级机构"
    )
    year = models.PositiveSmallIntegerField("报告年度")
    edition = models.CharField("版式", max_length=8)
    due_at = models.DateTimeField("截止")
    legal_name = models.CharField("机关全称", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "报告义务"
        ordering = ["-year", "agency__path"]
        constraints = [models.UniqueConstraint(fields=["agency", "year"], name="one_duty_a_year")]

    def __str__(self) -> str:
        return f"{self.legal_name}{self.year}年"

    def is_late(self, out_at: datetime | None) -> bool:
        """补报: whether what first came out then came after the last day."""
        return out_at is not None and out_at >= self.due_at

    @property
    def is_overdue(self) -> bool:
        """Whether the last day is over."""
        return timezone.now() >= self.due_at
