"""雷同比对: which reports of a year in a district are most alike, drafts among them."""

from __future__ import annotations

from django.db import models

from agencies.models import Agency


class Comparison(models.Model):
    """The last comparison of the agency's subtree for one year. It keeps no words of any report.

    `mark` tells the texts that were compared, of `counted` reports; `pairs` are [report, report,
    percent] by their ids, the most alike first. For 政务公开办 alone.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="comparisons")
    year = models.PositiveSmallIntegerField("报告年度")
    mark = models.CharField(max_length=64)
    counted = models.PositiveIntegerField(default=0)
    pairs = models.JSONField(default=list)
    at = models.DateTimeField("比对时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "雷同比对"
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="one_comparison_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.agency}{self.year}年"
