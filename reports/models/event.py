"""What happened to a report, append-only, each event sealed to the one before it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from .report import Report
from .revision import Revision

if TYPE_CHECKING:
    from agencies.models import User


class EventManager(models.Manager["Event"]):
    """Adds to the chain; nothing changes or removes a row of it."""

    def append(
        self,
        report: Report,
        action: str,
        by: User,
        *,
        before: str,
        note: str = "",
        revision: Revision | None = None,
        data: dict[str, Any] | None = None,
    ) -> Event:
        """Adds the next event of the report's chain; the caller holds the report's lock."""
        last = self.filter(report=report).order_by("-number").first()
        event = Event(
            report=report,
            number=last.number + 1 if last else 1,
            action=action,
            before=before,
            after=report.state,
            note=note,
            revision=revision,
            data=data or {},
            by=by,
            at=timezone.now(),
            previous=last.digest if last else "",
        )
        event.digest = event.seal()
        event.save(force_insert=True)
        return event


class Event(models.Model):
    """One act. `digest` covers it and the digest before it: no row can change unnoticed."""

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="events", verbose_name="年度报告"
    )
    number = models.PositiveIntegerField("序号")
    action = models.CharField("办理事项", max_length=20)
    before = models.CharField("办理前状态", max_length=12)
    after = models.CharField("办理后状态", max_length=12)
    note = models.TextField(blank=True)
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="events", null=True, verbose_name="送审稿"
    )
    data = models.JSONField("附记", default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="办理人"
    )
    at = models.DateTimeField("时间")
    previous = models.CharField("上一条校验值", max_length=64, blank=True)
    digest = models.CharField("校验值", max_length=64)

    objects = EventManager()

    class Meta:
        verbose_name = verbose_name_plural = "办理记录"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_event_a_number")
        ]

    def __str__(self) -> str:
        return f"第{self.number}条"

    def seal(self) -> str:
        """The SHA-256 that the row must carry."""
        told = {
            "report": self.report_id,
            "number": self.number,
            "action": self.action,
            "before": self.before,
            "after": self.after,
            "note": self.note,
            "revision": self.revision_id,
            "data": self.data,
            "by": self.by_id,
            "at": self.at.astimezone(timezone.get_default_timezone()).isoformat(),
            "previous": self.previous,
        }
        canonical = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()
