"""Keeping what is drawn: a signed revision's files, drawn once, stored under their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from reports.content import Content
from reports.local.reading import verify_base
from reports.models import Document, Revision

from . import pdf
from .marks import Marks
from .paper import Signature
from .verifying import Verification

Progress = Callable[[int, str], None]

_LONGEST_NAME = 60
"""Characters of at most four bytes each."""


def filename(content: Content, kind: str) -> str:
    """The name under which a file is handed out: the title and the extension.

    Without what Windows forbids in names, and no longer than the 255 bytes that disks take.
    """
    what = "（归档）" if kind == Document.Kind.ARCHIVE else ""
    return f"{allowed(content.title)[:_LONGEST_NAME].strip(' .')}{what}.{extension(kind)}"


def allowed(name: str) -> str:
    """The name without what Windows forbids in one."""
    return "".join(char for char in name if char not in '\\/:*?"<>|' and char.isprintable())


def extension(kind: str) -> str:
    """What the names of such files end with."""
    return "pdf" if kind == Document.Kind.ARCHIVE else kind


def keep(revision_id: int, kind: str, progress: Progress) -> Document:
    """Draws and stores one file of a revision; the one that is there if it was drawn before.

    Idempotent: whoever is second finds the first one's row. `progress` takes percent and stage.
    Raises Revision.DoesNotExist and PdfUnavailableError.
    """
    done = Document.objects.filter(revision=revision_id, kind=kind).first()
    if done is not None:
        return done
    revision = Revision.objects.get(pk=revision_id)
    progress(20, "正在排版")
    drawn = _draw(revision, kind)
    progress(80, "正在保存")
    name, digest = _store(drawn.data, kind)
    with transaction.atomic():
        document, _ = Document.objects.get_or_create(
            revision=revision,
            kind=kind,
            defaults={
                "file": name,
                "name": filename(revision.content, kind),
                "sha256": digest,
                "size": len(drawn.data),
                "fonts": list(drawn.fonts),
                "missing": list(drawn.missing),
            },
        )
    return document


def drawn_anew(revision: Revision, kind: str) -> bytes:
    """The file of a revision of which none was kept, as it would be kept now."""
    return _draw(revision, kind).data


def signature(revision: Revision) -> Signature | None:
    """署名 and 成文日期 of a signed revision, where documents are to bear them.

    The date is that of the last signature: by 7.3.5 of GB/T 9704-2012 it is that of 签发.
    """
    if not settings.DOCUMENTS_SIGNED:
        return None
    days = revision.signoffs.filter(voided_at=None).values_list("signed_on", flat=True)
    last = max(days, default=None)
    return Signature(revision.content.agency, last) if last else None


def verification(revision: Revision) -> Verification | None:
    """How a signed revision is verified, where its district wants documents to say it.

    None as well in a year that is not open to the public: nothing would answer at the address.
    """
    duty = revision.report.duty
    if not (duty.campaign.is_public and revision.signoffs.filter(voided_at=None).exists()):
        return None
    base = verify_base(duty.agency)
    return Verification(base, revision.digest) if base else None


def _draw(revision: Revision, kind: str) -> pdf.Drawing:
    content = revision.content
    marks = Marks(signature=signature(revision), verify=verification(revision))
    if kind in {Document.Kind.PDF, Document.Kind.ARCHIVE}:
        at = revision.at if kind == Document.Kind.ARCHIVE else None
        return pdf.drawn(content, marks, archived_at=at)
    return pdf.Drawing(import_module(f"reports.rendering.{kind}").draw(content, marks))


def _store(data: bytes, kind: str) -> tuple[str, str]:
    """The storage name of these bytes, and their SHA-256; the same bytes are stored once."""
    digest = hashlib.sha256(data).hexdigest()
    name = f"documents/{digest[:2]}/{digest}.{extension(kind)}"
    if not default_storage.exists(name):
        stored = default_storage.save(name, ContentFile(data))
        if stored != name:  # another worker was a moment faster with the same bytes
            default_storage.delete(stored)
    return name, digest
