"""An agency stands in a tree, keeps one permanent slug, changes its name, and may end in another.

Only ``agencies.tree`` writes ``parent``, ``path`` and ``name``.
"""

from __future__ import annotations

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

SLUG = RegexValidator(
    r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
    "网址代码只能用小写英文字母、数字和中间的短横线，如 caizheng-ju。",
)


class AgencyKind(models.TextChoices):
    """What sort of body an agency is."""

    GOVERNMENT = "government", "人民政府"
    GOVERNMENT_OFFICE = "government_office", "政府办公厅（室）"
    DEPARTMENT = "department", "政府部门"
    TOWNSHIP = "township", "乡镇人民政府"
    SUBDISTRICT = "subdistrict", "街道办事处"
    AGENCY = "agency", "派出机构、其他单位"


class AgencyLevel(models.TextChoices):
    """The level of government an agency belongs to."""

    STATE = "state", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "地市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Agencies chosen by where and when they stand."""

    def within(self, *paths: str) -> AgencyQuerySet:
        """Those at or below any of the paths; none when no path is given."""
        below = Q(pk__in=[])
        for path in paths:
            below |= Q(path__startswith=path)
        return self.filter(below)

    def open_on(self, day: date) -> AgencyQuerySet:
        """Those that existed on the day; a closing day is the first day without the agency."""
        opened = Q(opened_on=None) | Q(opened_on__lte=day)
        return self.filter(opened, Q(closed_on=None) | Q(closed_on__gt=day))


class Agency(models.Model):
    """A government body that files reports, or under which others do."""

    name = models.CharField("机构全称", max_length=200)
    short_name = models.CharField("简称", max_length=60, blank=True)
    slug = models.CharField("网址代码", max_length=50, unique=True, validators=[SLUG])
    kind = models.CharField("类别", max_length=20, choices=AgencyKind.choices)
    level = models.CharField("层级", max_length=20, choices=AgencyLevel.choices)
    may_make_rules = models.BooleanField("有规章制定权", default=False)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    path = models.CharField(max_length=500, unique=True, editable=False)
    office_name = models.CharField("政务公开主管机构名称", max_length=40, blank=True)
    opened_on = models.DateField("设立日期", null=True, blank=True)
    closed_on = models.DateField("撤销日期", null=True, blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "机构"
        ordering = ("path",)

    def __str__(self) -> str:
        return self.name

    @property
    def is_government(self) -> bool:
        """Whether it is a people's government, which must report more (条例 art. 50)."""
        return self.kind in (AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP)

    def name_on(self, day: date) -> str:
        """The full legal name on the day; before the first known name, the first one."""
        names = sorted(self.names.all(), key=lambda name: name.from_date or date.min)
        for name in reversed(names):
            if name.from_date is None or name.from_date <= day:
                return name.name
        return names[0].name if names else self.name


class AgencyName(models.Model):
    """One full legal name and the days it was borne; ``until_date`` is the first day without it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="names", verbose_name="机构")
    name = models.CharField("机构全称", max_length=200)
    from_date = models.DateField("启用日期", null=True, blank=True)
    until_date = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "历史名称"
        ordering = ("agency", models.F("from_date").asc(nulls_first=True))
        constraints = (
            models.UniqueConstraint(
                fields=["agency"], condition=Q(until_date=None), name="one_current_name_an_agency"
            ),
        )

    def __str__(self) -> str:
        return self.name


class SuccessionKind(models.TextChoices):
    """How one agency became another."""

    MERGE = "merge", "合并"
    RENAME = "rename", "更名重组"
    SPLIT = "split", "拆分"


class Succession(models.Model):
    """From a day on, ``to_agency`` answers for what ``from_agency`` did."""

    from_agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="successors", verbose_name="原机构"
    )
    to_agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="predecessors", verbose_name="承接机构"
    )
    on = models.DateField("日期")
    kind = models.CharField("方式", max_length=10, choices=SuccessionKind.choices)

    class Meta:
        verbose_name = verbose_name_plural = "机构承接"
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["from_agency", "to_agency"], name="one_succession_a_pair"
            ),
            models.CheckConstraint(
                condition=~Q(from_agency=models.F("to_agency")), name="no_agency_succeeds_itself"
            ),
        )

    def __str__(self) -> str:
        return f"{self.from_agency} → {self.to_agency}"
