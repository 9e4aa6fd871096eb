"""Which 填报人 have a report open now, and where. Nobody else is told; nothing of it is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .report import Report


class Presence(models.Model):
    """One open page. `place` is the key of the box that has the focus, empty for none."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    client = models.CharField(max_length=40)
    place = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "client"], name="one_presence_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.place}"
