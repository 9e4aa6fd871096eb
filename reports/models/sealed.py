"""盖章扫描件: the signed report as it came back from the seal."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models

from .report import frozen
from .revision import Revision


class SealedScanQuerySet(models.QuerySet["SealedScan"]):
    """Every query for scans begins with this one."""

    def in_list(self) -> Self:
        """With who brought it and the revision's number, but without what that says."""
        return self.select_related("by", "revision").defer(*frozen("revision"))


class SealedScan(models.Model):
    """One scan, bound to the revision whose 校验码 was given with it; a revision's last counts.

    Rows are only added; `reason` says why one replaced another. Stored under its SHA-256, handed
    out to those who handle the report, never published.
    """

    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="sealed_scans", verbose_name="定稿"
    )
    file = models.FileField("扫描件")
    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("校验值（SHA-256）", max_length=64)
    size = models.PositiveIntegerField("字节数")
    pages = models.PositiveSmallIntegerField("页数", default=1)
    reason = models.CharField("更换原因", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人"
    )
    at = models.DateTimeField("上传时间", auto_now_add=True)

    objects = SealedScanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "盖章扫描件"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def extension(self) -> str:
        """pdf, jpg or png, by what the file begins with."""
        return str(self.file.name).rpartition(".")[2]
