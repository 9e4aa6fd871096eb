"""处室: the divisions of an agency that supply figures and words; they need no account."""

from __future__ import annotations

from django.db import models

from .agency import Agency


class Division(models.Model):
    """One 处室 of an agency. `ended_on` keeps it for the years it supplied figures in."""

    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="divisions", verbose_name="机构"
    )
    name = models.CharField("处室名称", max_length=60)
    contact = models.CharField("联系人", max_length=40, blank=True)
    phone = models.CharField("办公电话", max_length=40, blank=True)
    number = models.PositiveSmallIntegerField("排序", default=0)
    ended_on = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "处室"
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="one_division_a_name")
        ]

    def __str__(self) -> str:
        return self.name
