"""The pages of 导入: the address of one file, and files as a browser sends them."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from reports.models import Upload

from .files import PAGE


def url(upload: Upload) -> str:
    """The page of one file."""
    return f"/imports/{upload.batch_id}/{upload.number}/"


def file(data: bytes, name: str = PAGE) -> SimpleUploadedFile:
    """A file that is sent."""
    return SimpleUploadedFile(name, data)
