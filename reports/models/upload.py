"""导入: files that somebody has given in to be read, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform

from agencies.models import Agency
from agencies.roles import Role, agencies_where

from .report import Report

if TYPE_CHECKING:
    from agencies.models import User

RECEIVING = (Role.REPORTER, Role.OFFICE)
"""In which roles files may be given in: a 填报人 for the own agency, 政务公开办 for its subtree."""


def _own(user: User, before: str = "") -> Q:
    """What was given in for agencies of which the person is that still."""
    seen = Q(pk__in=[])
    for role in RECEIVING:
        seen |= Q(**{f"{before}role": role, f"{before}agency__in": agencies_where(user, role)})
    return seen


class BatchQuerySet(models.QuerySet["Batch"]):
    """Every query for batches begins with this one."""

    def visible_to(self, user: User) -> Self:
        """What was given in for the person's agency, in a role that the person holds there."""
        return self.filter(_own(user))


class Batch(models.Model):
    """一批: files given in together for one agency, in one role.

    What a 填报人 gives in may be a draft: 政务公开办 sees nothing of it.
    """

    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="batches", verbose_name="导入机关"
    )
    role = models.CharField("身份", max_length=20, choices=[(r.value, r.label) for r in RECEIVING])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="导入人"
    )
    at = models.DateTimeField("导入时间", auto_now_add=True, db_index=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "导入批次"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.agency}第{self.pk}批"


class UploadQuerySet(models.QuerySet["Upload"]):
    """Every query for uploads begins with one of these."""

    def visible_to(self, user: User) -> Self:
        """As their batches are."""
        return self.filter(_own(user, "batch__"))

    def in_list(self) -> Self:
        """Without what the files say, but for the agency that each names: `said`."""
        said = self.annotate(said=KeyTextTransform("agency", "reading"))
        return said.select_related("agency", "batch", "decided_by").defer("reading", "rows")


class Upload(models.Model):
    """One file. Stored under its SHA-256 as long as it is of use; a refused one is not kept.

    `agency` and `year` are proposed from the file (`matched` says by what), then confirmed by a
    person. `reading` is the report JSON with `stood` and `doubts`; `rows` what the reader saw of
    the file; `mended` what a person has read otherwise, by cell; `edition` the form in which a
    person has it read, if anybody chose one. `report` is what came of it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "等待读取"
        READ = "read", "已读出"
        FAILED = "failed", "没有读出"
        ARCHIVED = "archived", "已归档"
        OFFERED = "offered", "已列为待确认"
        DROPPED = "dropped", "已放弃"

    class Matched(models.TextChoices):
        NAME = "name", "与全称一致"
        FORMER = "former", "与曾用名一致"
        SHORT = "short", "与简称一致"
        PART = "part", "名称部分相符，请核对"
        FILE = "file", "取自文件名，请核对"
        PERSON = "person", "人工选定"

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="uploads")
    number = models.PositiveIntegerField("序号")
    name = models.CharField("文件名", max_length=255)
    file = models.FileField("文件", blank=True)
    sha256 = models.CharField("校验值（SHA-256）", max_length=64, blank=True)
    size = models.PositiveIntegerField("字节数", default=0)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.WAITING)
    failure = models.CharField("没有读出的原因", max_length=300, blank=True)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="机关"
    )
    matched = models.CharField(max_length=10, choices=Matched.choices, blank=True)
    year = models.PositiveSmallIntegerField("报告年度", null=True, blank=True)
    edition = models.CharField("选定的表样", max_length=10, blank=True)
    published_on = models.DateField("发布日期", null=True, blank=True)
    doubts = models.PositiveIntegerField("存疑处数", default=0)
    reading: models.JSONField[Any, Any] = models.JSONField(null=True, blank=True)
    rows: models.JSONField[Any, Any] = models.JSONField(null=True, blank=True)
    mended: models.JSONField[Any, Any] = models.JSONField(default=dict)
    report = models.ForeignKey(
        Report, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="年度报告"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "导入文件"
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="one_upload_a_number")
        ]
        indexes = [models.Index(fields=["sha256"], name="uploads_by_digest")]

    def __str__(self) -> str:
        return self.name
