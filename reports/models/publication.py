"""What the public may read: one revision at a time, with what became of the earlier ones."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from .document import DATA, Document
from .report import Report
from .revision import Revision


class Publication(models.Model):
    """A revision made public. `ended_at` is set when a newer one replaces it or it is taken down.

    `correction` says publicly why this one replaced an earlier one; `end_reason` why it was taken
    down. `address` is where it was published outside this system, if it was.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="publications")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="publications")
    published_at = models.DateTimeField("发布时间")
    address = models.CharField("原发布网址", max_length=500, blank=True)
    correction = models.TextField("更正说明", blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.TextField(blank=True)
    taken_down = models.BooleanField("已撤下", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "发布记录"
        ordering = ["published_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=models.Q(ended_at=None),
                name="one_publication_at_a_time",
            )
        ]

    def __str__(self) -> str:
        day = date_format(timezone.localtime(self.published_at), "Y年n月j日")
        return f"{self.revision} {day}"

    @property
    def kinds(self) -> list[Document.Kind]:
        """The files beside it, in the order in which they are offered.

        Originals are not published with it: nobody has looked at what else they carry. The one for
        the archive says nothing that the others do not.
        """
        unoffered = {Document.Kind.ORIGINAL, Document.Kind.ARCHIVE}
        kept = {one.kind for one in self.revision.documents.all()} - unoffered
        return [kind for kind in Document.Kind if kind in kept or kind in DATA]

    def is_external(self) -> bool:
        """Whether it was published elsewhere and taken in here: such a revision has no steps."""
        return not self.revision.is_ours

    @property
    def links(self) -> bool:
        """Whether the address is one that a browser can open."""
        return self.address.startswith(("https://", "http://"))
