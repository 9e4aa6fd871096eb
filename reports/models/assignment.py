"""处室分工: which division of an agency supplies which part of its report."""

from __future__ import annotations

from django.db import models

from agencies.models import Agency, Division


class Assignment(models.Model):
    """One part for one division, from year to year.

    `target` is section.<number>, table.<table id> or row.<row id> of the form; the narrower one
    counts.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="assignments")
    division = models.ForeignKey(Division, models.PROTECT, related_name="assignments")
    target = models.CharField(max_length=80)

    class Meta:
        verbose_name = verbose_name_plural = "处室分工"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "target"], name="one_division_a_target")
        ]

    def __str__(self) -> str:
        return f"{self.division}: {self.target}"
