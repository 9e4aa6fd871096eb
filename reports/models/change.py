"""Every change of a draft, value by value, and the saves that brought them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .prefill import Prefill
from .report import Report


class Change(models.Model):
    """One value of a draft before and after. `key` is a cell id, fees.<id> or prose.<part>.

    `prefill` is what was confirmed, for a value that was not typed.
    """

    class Source(models.TextChoices):
        TYPED = "typed", "录入"
        PASTED = "pasted", "粘贴"
        COMPUTED = "computed", "合计"
        ZEROED = "zeroed", "其余补0"
        ZERO_REPORT = "zero_report", "零报告"
        IMPORTED = "imported", "导入"
        CARRIED = "carried", "上年结转带入"
        DIVISION = "division", "处室报送"
        REGISTER = "register", "台账"
        RESTORED = "restored", "恢复"

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="changes", verbose_name="年度报告"
    )
    version = models.PositiveIntegerField("修改次数")
    key = models.CharField("位置", max_length=80)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    source = models.CharField("来源", max_length=12, choices=Source.choices, default=Source.TYPED)
    prefill = models.ForeignKey(
        Prefill, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="出处"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="修改人"
    )
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "修改记录"
        ordering = ["id"]
        indexes = [models.Index(fields=["report", "key"], name="change_by_key")]

    def __str__(self) -> str:
        return f"{self.key}: {self.before} → {self.after}"


class Save(models.Model):
    """The answer given to one save of one page: a retry gets the same answer and does nothing."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="saves")
    client = models.CharField(max_length=40)
    seq = models.PositiveIntegerField()
    answer = models.JSONField()
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "client", "seq"], name="one_answer_a_save")
        ]

    def __str__(self) -> str:
        return f"{self.client} {self.seq}"
