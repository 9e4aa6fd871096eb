"""A rendered file of a revision: drawn once, kept for good, never edited."""

from __future__ import annotations

import hashlib
from typing import Self

from django.db import models

from .revision import Revision


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents chosen by what they are."""

    def drawn(self) -> Self:
        """What was drawn here of the revision. Originals are not published with it: nobody has
        looked at what else they carry.
        """
        return self.exclude(kind=Document.Kind.ORIGINAL)

    def public(self) -> Self:
        """What is offered beside a published report: what is for the archive says nothing more."""
        return self.drawn().exclude(kind=Document.Kind.ARCHIVE)


class Document(models.Model):
    """One file. Stored under its SHA-256, handed out under `name` (the title).

    `fonts` are the faces embedded in a PDF; `missing` the characters for which no face had a glyph:
    with any, it cannot be published.
    """

    class Kind(models.TextChoices):
        DOCX = "docx", "Word"
        PDF = "pdf", "PDF"
        XLSX = "xlsx", "Excel"
        CSV = "csv", "CSV"
        JSON = "json", "JSON"
        ARCHIVE = "archive", "归档PDF"
        ORIGINAL = "original", "原件"

    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="documents", verbose_name="送审稿"
    )
    kind = models.CharField("种类", max_length=10, choices=Kind.choices)
    file = models.FileField()
    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("校验值（SHA-256）", max_length=64)
    size = models.PositiveIntegerField("字节数")
    fonts = models.JSONField("嵌入字体", default=list)
    missing = models.JSONField("字体缺少的字", default=list)
    created_at = models.DateTimeField("生成时间", auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文件"
        constraints = [
            models.UniqueConstraint(fields=["revision", "kind"], name="one_document_a_kind")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_whole(self) -> bool:
        """Whether the file is still there, byte for byte as it was kept."""
        return self.whole is not None

    @property
    def whole(self) -> bytes | None:
        """The file's bytes; None if they are gone or are no longer those that were kept."""
        try:
            with self.file.open() as kept:
                data: bytes = kept.read()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == self.sha256 else None


PAPERS = (Document.Kind.DOCX, Document.Kind.PDF)
"""The paper itself: without both of them nothing is published."""

DATA = (Document.Kind.XLSX, Document.Kind.CSV, Document.Kind.JSON)
"""The same report for those who calculate. Drawn anew from the revision where it was not kept."""

ALL = (*PAPERS, *DATA, Document.Kind.ARCHIVE)
"""All that is drawn of a signed revision, in the order in which it is wanted."""
