"""批注: threads of comments on a cell, a paragraph, a part or a section of a report."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .report import Report
from .revision import Revision


class Thread(models.Model):
    """One conversation about one place; it stays there whatever is edited.

    `anchor` is a cell id, fees.<id>, prose.<part>, prose.<part>#<paragraph id> or section.<number>;
    `quote` what stood there when it began.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="threads")
    anchor = models.CharField(max_length=80)
    quote = models.CharField(max_length=200, blank=True)
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="threads", null=True, blank=True
    )
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "批注"
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["report"], condition=Q(resolved_at=None), name="threads_still_open"
            )
        ]

    def __str__(self) -> str:
        return self.anchor


class Comment(models.Model):
    """One remark in a thread; never edited, for others have read it."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="comments")
    text = models.CharField("批注", max_length=1000)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "批注内容"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
