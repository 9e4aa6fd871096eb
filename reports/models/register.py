"""台账: what was counted from a register of applications, and how the agency's registers are read.

The file itself is never kept, nor anything about people
(docs/decisions/0019-how-registers-are-counted.md).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from agencies.models import Agency

from .report import Report


class Register(models.Model):
    """A register of one report: `open` until it is known how to read it, then `counted`.

    An open one has what is left of its rows (`sifted`) and the columns chosen so far (`chosen`, by
    role); once counted both are emptied. `cells` has by cell the numbers of the cases counted in
    it, `outside` {where, case, why, elsewhere} for each row that fits none, `passed_over` the
    sheets that were not read, each with why.
    """

    class State(models.TextChoices):
        OPEN = "open", "待对应"
        COUNTED = "counted", "已计数"

    report = models.ForeignKey(Report, models.PROTECT, related_name="registers")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    sifted = models.JSONField(default=dict)
    chosen = models.JSONField(default=dict)
    rows = models.PositiveIntegerField("件数", default=0)
    cells = models.JSONField(default=dict)
    outside = models.JSONField(default=list)
    passed_over = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "台账"
        constraints = [
            models.UniqueConstraint(fields=["report", "state"], name="one_register_a_state")
        ]

    def __str__(self) -> str:
        return f"台账 {self.get_state_display()}"

    @property
    def counted(self) -> int:
        """How many applications stand in the table."""
        return self.rows - len(self.outside)

    @property
    def doubtful(self) -> list[dict[str, object]]:
        """The rows that should fit a cell and do not."""
        return [one for one in self.outside if not one["elsewhere"]]


class RegisterMapping(models.Model):
    """How an agency's registers are read, once somebody has said it: `columns` by role their
    headings, `meanings` by role and value what it counts as. No value of it is anybody's name.
    """

    agency = models.OneToOneField(Agency, models.PROTECT, related_name="register_mapping")
    columns = models.JSONField(default=dict)
    meanings = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "台账对应关系"

    def __str__(self) -> str:
        return f"{self.agency}"
