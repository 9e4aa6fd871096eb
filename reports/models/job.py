"""A piece of background work. The row decides; the broker only wakes a worker."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Job(models.Model):
    """`key` is unique: the same work is never queued twice.

    `token` belongs to the worker that holds the lease, `due_at` is the earliest time to run,
    `sent_at` when a worker was last woken for it.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "等待"
        RUNNING = "running", "进行中"
        DONE = "done", "完成"
        FAILED = "failed", "失败"

    key = models.CharField("任务", max_length=160, unique=True)
    kind = models.CharField("种类", max_length=40)
    args = models.JSONField("参数", default=dict)
    state = models.CharField("状态", max_length=8, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    token = models.CharField("领取凭证", max_length=32, blank=True)
    lease_until = models.DateTimeField("领取到期", null=True, blank=True)
    sent_at = models.DateTimeField("发送时间", null=True, blank=True)
    due_at = models.DateTimeField("应办时间", default=timezone.now)
    percent = models.PositiveSmallIntegerField("进度（%）", default=0)
    stage = models.CharField("阶段", max_length=40, blank=True)
    error = models.TextField("错误", blank=True)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "后台任务"
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state__in=["queued", "running"]),
                name="jobs_to_look_after",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
