"""发布登记 and 网页核对: where the portal has a report, and whether its page says the same."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from .publication import Publication


class PortalRecord(models.Model):
    """Where and when the portal published what was published; the last row counts, none changes.

    `reason` says why it stands in the place of an earlier one.
    """

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="portal_records", verbose_name="发布记录"
    )
    url = models.CharField("网页地址", max_length=500)
    published_at = models.DateTimeField("门户发布时间")
    reason = models.CharField("更正原因", max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "发布登记"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.url


class PortalCheck(models.Model):
    """One look at the portal's page. The page itself is not kept, only what was found.

    `digest` is that of the revision's content, `page_digest` the SHA-256 of the file or text that
    was compared; `found` are mismatches as `reports.portal` tells them, `around` what else stood
    on the page, `counts` how many of each kind.
    """

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="portal_checks", verbose_name="发布记录"
    )
    digest = models.CharField("定稿校验值", max_length=64)
    page_digest = models.CharField("网页校验值", max_length=64)
    name = models.CharField("文件名", max_length=200, blank=True)
    counts = models.JSONField(default=dict)
    differences = models.PositiveIntegerField("不同之处", default=0)
    found = models.JSONField(default=list)
    around = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("核对时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "网页核对"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.words

    @property
    def doubts(self) -> int:
        """What the reader could not make sense of."""
        counts: dict[str, Any] = self.counts
        return int(counts.get("doubt", 0))

    @property
    def words(self) -> str:
        """“一致”, “一致，1处存疑”, “3处不同”."""
        doubts = f"，{self.doubts}处存疑" if self.doubts else ""
        return (f"{self.differences}处不同" if self.differences else "一致") + doubts
