"""What people upload with an act, stored once under its SHA-256."""

from __future__ import annotations

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from .refusal import RefusedError

LONGEST_NAME = 255

logger = logging.getLogger(__name__)


def store(folder: str, data: bytes, extension: str = "") -> tuple[str, str]:
    """The storage name of these bytes, and their SHA-256; the same bytes are stored once.

    What an act that fails leaves behind is found again when the act is repeated. Raises
    RefusedError where the disk does not take them.
    """
    digest = hashlib.sha256(data).hexdigest()
    name = f"{folder}/{digest}{extension}"
    try:
        if not default_storage.exists(name):
            name = default_storage.save(name, ContentFile(data))
    except OSError as error:
        logger.exception("an uploaded file cannot be stored")
        raise RefusedError("文件没有存下，可能是存储空间已满。请联系系统管理员后再试") from error
    return name, digest


def plain_name(name: str) -> str:
    """The name without folders and what cannot be shown, its end kept: that says the kind."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(char for char in last if char.isprintable()).strip()
    return shown[-LONGEST_NAME:]
