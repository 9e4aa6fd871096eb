"""情况说明: why a 疑点 is right as it stands."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .report import Report


class Explanation(models.Model):
    """One explanation of one finding; it lapses when the finding's fingerprint changes.

    `reopened`: whoever returned the report did not accept it, and it must be given anew.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="explanations")
    code = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=32)
    text = models.CharField("情况说明", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)
    reopened = models.BooleanField("须重新说明", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "情况说明"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "fingerprint"], name="one_explanation_a_finding"
            )
        ]

    def __str__(self) -> str:
        return self.text
