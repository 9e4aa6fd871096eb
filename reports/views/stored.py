"""Hands out stored files: only bytes whose hash is the one that was noted when they were kept."""

from __future__ import annotations

import hashlib
import logging

from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag

from reports.models import Document

logger = logging.getLogger(__name__)

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "archive": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "zip": "application/zip",
}
SCANS = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
ANYTHING = "application/octet-stream"


def verified(kept: FieldFile, sha256: str) -> bytes | None:
    """The file's bytes; None if they are gone or are no longer those that were kept."""
    try:
        with kept.open() as file:
            data: bytes = file.read()
    except OSError:
        logger.exception("stored file %s cannot be read", kept.name)
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        logger.error("stored file %s is not what was stored", kept.name)
        return None
    return data


def hand_out(
    request: HttpRequest, document: Document, *, is_public: bool = False
) -> HttpResponseBase:
    """The document as a download under its name; a page that says so where the file is damaged."""
    data = verified(document.file, document.sha256)
    if data is None:
        return render(request, "open/damaged.html", {"document": document}, status=500)
    content_type = TYPES.get(document.kind, ANYTHING)
    return attachment(
        request, data, document.sha256, document.name, content_type, is_public=is_public
    )


def download(data: bytes, kind: str, name: str, *, is_shown: bool = False) -> HttpResponse:
    """What was drawn just now, under its name; `is_shown`: in the browser itself."""
    response = HttpResponse(data, content_type=TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(not is_shown, name) or "attachment"
    return response


def attachment(
    request: HttpRequest,
    data: bytes,
    sha256: str,
    name: str,
    content_type: str,
    *,
    is_public: bool = False,
) -> HttpResponseBase:
    """Bytes as a download; a browser that has the public ones already is told to keep them."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    # A private file is left to what is said of private pages: that no copy is kept.
    if is_public:
        response["Cache-Control"] = "no-cache"
    etag = quote_etag(sha256)
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
