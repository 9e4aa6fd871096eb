"""待确认: values that were not typed here, and wait for someone to say that they are right."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from agencies.models import Division

from .report import Report


class Prefill(models.Model):
    """One value proposed for one key; the draft stays blank until somebody confirms it.

    `key` as in Change. A `carried` value is last year's 结转: once confirmed, its key is locked
    until someone unlocks it with a reason. A `division` value says who supplied it, by which 口径.
    A `register` value was counted from a 台账; `basis` says from how many applications.
    """

    class Source(models.TextChoices):
        CARRIED = "carried", "上年结转带入"
        DIVISION = "division", "处室报送"
        REGISTER = "register", "台账"
        IMPORTED = "imported", "导入"

    class State(models.TextChoices):
        WAITING = "waiting", "待确认"
        CONFIRMED = "confirmed", "已确认"
        DECLINED = "declined", "不采用"
        REPLACED = "replaced", "已被新报送代替"

    report = models.ForeignKey(Report, models.PROTECT, related_name="prefills")
    key = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    source = models.CharField(max_length=12, choices=Source.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    division = models.ForeignKey(
        Division, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="提供处室"
    )
    provided_by = models.CharField("提供人", max_length=40, blank=True)
    basis = models.CharField("口径", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    unlock_reason = models.CharField("解锁原因", max_length=200, blank=True)
    unlocked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    unlocked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "待确认"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"],
                condition=Q(state="waiting"),
                name="one_waiting_prefill_a_key",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
