"""Who signs in which order, and the signatures given, online or on paper."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from agencies.models import Agency

from .report import Report
from .revision import Revision


class SignoffStep(models.Model):
    """One of an agency's one to five ordered steps. Without a `signer` any 审核人 may sign it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="signoff_steps")
    number = models.PositiveSmallIntegerField("步骤")
    post = models.CharField("职务", max_length=40)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "审签步骤"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_signoff_step_a_number"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=5), name="one_to_five_signoff_steps"
            ),
        ]

    def __str__(self) -> str:
        return self.post


class Signoff(models.Model):
    """One signature on one revision.

    Offline ones were given on paper and recorded `by` someone, with the scan.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="signoffs")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="signoffs")
    step = models.PositiveSmallIntegerField()
    post = models.CharField("职务", max_length=40)
    name = models.CharField("姓名", max_length=40)
    opinion = models.CharField("意见", max_length=200)
    signed_on = models.DateField("签批日期")
    offline = models.BooleanField("线下审签（代录）", default=False)
    scan = models.FileField("扫描件", blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "审签"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "step"],
                condition=models.Q(voided_at=None),
                name="one_standing_signature_a_step",
            )
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.name}"
