"""The report of one duty: the draft that staff write, and where it stands."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from agencies.roles import Role, agencies_where, roles_of
from reports import figures as fig
from reports.content import Content
from reports.formats import Format, edition
from reports.prose import Paragraph

from .campaign import Duty

if TYPE_CHECKING:
    from agencies.models import User

    from .publication import Publication


class State(models.TextChoices):
    """Where a report stands on its way from the draft to the public."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "审签中"
    APPROVED = "approved", "已签发"
    FILED = "filed", "已报备"
    CLEARED = "cleared", "同意发布"
    PUBLISHED = "published", "已发布"


def _in_public() -> models.QuerySet[Any, int]:
    """Ids of the reports that have a publication now."""
    from .publication import Publication

    return Publication.objects.filter(ended_at=None).values_list("report_id", flat=True)


def frozen(*revisions: str) -> list[str]:
    """For `defer`: what the revisions of these names say and what was found in them; it is long."""
    return [f"{one}__{part}" for one in revisions for part in ("content_json", "findings")]


class ReportQuerySet(models.QuerySet["Report"]):
    """Every query for reports begins with one of these."""

    def visible_to(self, user: User) -> Self:
        """What the person may read.

        Staff: their own agency's. 政务公开办: its subtree's from approval on, never drafts. System
        administrators: what is public anyway, so that they can take it down.
        """
        seen = Q(pk__in=[])
        for role in roles_of(user):
            if role in (Role.REPORTER, Role.REVIEWER):
                seen |= Q(duty__agency__in=agencies_where(user, role))
            elif role == Role.OFFICE:
                seen |= Q(duty__agency__in=agencies_where(user, role), signed__isnull=False)
            elif role == Role.SYSADMIN:
                seen |= Q(duty__agency__in=agencies_where(user, role), pk__in=_in_public())
        return self.filter(seen)

    def public(self) -> Self:
        """What anybody may read, where the district has opened its index."""
        return self.filter(pk__in=_in_public(), duty__campaign__is_public=True)

    def with_duty(self) -> Self:
        """With all that a list of reports shows, in one query."""
        return self.select_related("duty__agency", "duty__campaign", "revision", "signed")

    def in_list(self) -> Self:
        """Without what the reports say, which lists show nothing of: it may be long."""
        unread = frozen("revision", "signed")
        return self.with_duty().defer("figures", "fees", "prose", *unread)


class Report(models.Model):
    """One per duty. `version` counts changes of the draft; `step` is the sign-off step due next.

    `revision` is what was sent for approval and is being read now, `signed` the last one that all
    steps signed. Figures, fees and prose are stored as JSON: decimals as strings, prose as
    paragraphs with ids.
    """

    class Origin(models.TextChoices):
        NATIVE = "native", "本系统填报"
        EXTERNAL = "external", "外部导入"

    duty = models.OneToOneField(
        Duty, models.PROTECT, related_name="report", verbose_name="报告义务"
    )
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.DRAFT)
    origin = models.CharField("来源", max_length=12, choices=Origin.choices, default=Origin.NATIVE)
    version = models.PositiveIntegerField("修改次数", default=0)
    step = models.PositiveSmallIntegerField("审签步骤", default=0)
    figures = models.JSONField(default=dict)
    fees = models.JSONField(default=dict)
    prose = models.JSONField(default=dict)
    zero_report = models.BooleanField("零报告", default=False)
    contact_name = models.CharField("经办人", max_length=40, blank=True)
    contact_phone = models.CharField("办公电话", max_length=40, blank=True)
    secrecy_by = models.CharField("保密审查人", max_length=40, blank=True)
    secrecy_on = models.DateField("保密审查日期", null=True, blank=True)
    secrecy_opinion = models.CharField("保密审查意见", max_length=200, blank=True)
    revision = models.ForeignKey(
        "Revision", models.PROTECT, related_name="+", null=True, blank=True, verbose_name="送审稿"
    )
    signed = models.ForeignKey(
        "Revision", models.PROTECT, related_name="+", null=True, blank=True, verbose_name="签发稿"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="送审人",
    )
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    changed_at = models.DateTimeField("最后修改", null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度报告"
        ordering = ["-duty__year", "duty__agency__path"]

    def __str__(self) -> str:
        return self.title

    @property
    def format(self) -> Format:
        """The edition of the form that its duty asks for."""
        return edition(self.duty.edition)

    @property
    def title(self) -> str:
        """As the form words it, with the name as of that year."""
        return self.format.title_of(self.duty.legal_name, self.duty.year)

    @property
    def content(self) -> Content:
        """The draft as it stands now."""
        fmt = self.format
        return Content(
            format=fmt,
            agency=self.duty.legal_name,
            year=self.duty.year,
            title=self.title,
            prose={
                key: tuple(Paragraph(p["id"], p["text"]) for p in self.prose.get(key, []))
                for key in fmt.prose_keys
            },
            figures=fig.from_json(fmt, self.figures),
            fees={fee.id: fig.clean(fee, self.fees.get(fee.id)) for fee in fmt.fees},
        )

    @property
    def particulars(self) -> dict[str, str]:
        """经办人 and 保密审查, as far as they are known."""
        return {
            "contact_name": self.contact_name,
            "contact_phone": self.contact_phone,
            "secrecy_by": self.secrecy_by,
            "secrecy_on": str(self.secrecy_on or ""),
            "secrecy_opinion": self.secrecy_opinion,
        }

    @property
    def publication(self) -> Publication | None:
        """What the public can read now, if anything."""
        return self.publications.filter(ended_at=None).first()

    @property
    def is_late(self) -> bool:
        """补报: whether it was first published after the last day; corrections do not count."""
        return self.duty.is_late(self.first_published_at)

    @property
    def first_published_at(self) -> datetime | None:
        """When the public could first read it, whatever was corrected since."""
        first = self.publications.order_by("published_at").first()
        return first.published_at if first else None

    @property
    def is_taken_down(self) -> bool:
        """Whether it was published and nothing of it is public any more."""
        return self.state == State.PUBLISHED and self.publication is None
