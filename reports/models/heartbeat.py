"""The sign of life of a process that has no door of its own."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """When the process of that name last went through its work; `/healthz` reads it."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = verbose_name_plural = "运行状态"

    def __str__(self) -> str:
        return self.name

    @classmethod
    def beat(cls, name: str) -> None:
        """Note that the process of that name is alive now."""
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})

    @classmethod
    def age(cls, name: str) -> timedelta | None:
        """How long ago it was last alive; None if it never was."""
        at = cls.objects.filter(name=name).values_list("at", flat=True).first()
        return timezone.now() - at if at else None
