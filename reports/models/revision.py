"""A frozen report: what was sent for approval, word for word and figure for figure."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from reports.content import Content, from_json, short_code

from .report import Report


class Revision(models.Model):
    """第 N 稿; rows never change.

    `content_json` is report JSON with paragraph ids, `digest` the digest of its content.
    `submission` has 经办人, phone, 保密审查, the steps to sign in, what of last year's 结转 was
    unlocked or not taken, which checks were asked; `findings` what the checks said
    then, with the explanations given.
    """

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="revisions", verbose_name="年度报告"
    )
    number = models.PositiveSmallIntegerField("稿次")
    version = models.PositiveIntegerField("修改次数")
    content_json = models.JSONField()
    digest = models.CharField("校验值", max_length=64)
    submission = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="送审人"
    )
    at = models.DateTimeField("送审时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "送审稿"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_revision_a_number")
        ]

    def __str__(self) -> str:
        return f"第{self.number}稿"

    @property
    def content(self) -> Content:
        """The report that was sent."""
        return from_json(self.content_json)

    @property
    def is_ours(self) -> bool:
        """Whether it is signed here; what was taken in from elsewhere has no steps."""
        return bool(self.submission.get("steps"))

    @property
    def check_code(self) -> str:
        """The 校验码 that its printed copies carry."""
        return short_code(self.digest)
