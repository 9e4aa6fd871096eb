"""How much a request may carry: more is refused before any of it is read or stored, and told."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponseBadRequest
from django.template.loader import render_to_string


class UploadLimit(FileUploadHandler):
    """Only judges the length that was announced; the handlers after it keep the files.

    Forms are read for their token before anybody has signed in: without a limit a stranger could
    fill the disk. A request that announces no length is read as empty.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 Django's name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Raise RequestDataTooBig, which is answered with 400."""
        if content_length > settings.UPLOAD_MAX_BYTES:
            raise RequestDataTooBig("the files of a request are too large")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass it on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Keep nothing."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBadRequest:
    """The page that says why: of what is too large how much would do."""
    is_too_large = isinstance(exception, RequestDataTooBig)
    most = settings.UPLOAD_MAX_BYTES // 1024 // 1024 if is_too_large else 0
    return HttpResponseBadRequest(render_to_string("400.html", {"most": most}))
