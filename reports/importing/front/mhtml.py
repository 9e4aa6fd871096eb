"""Web pages saved as one file (.mhtml, .mht): the page itself, without what it shows besides."""

from __future__ import annotations

import codecs
from email import message_from_bytes, policy
from email.message import Message

from ..gate import UnreadableError
from ..source import Source
from . import html

_UNREADABLE = "网页读不出来，请用浏览器打开后另存为“网页，仅HTML”再上传"


def source(data: bytes) -> Source:
    """The lines and tables of the page. Raises UnreadableError."""
    try:
        parts = list(message_from_bytes(data, policy=policy.compat32).walk())
    except (ValueError, LookupError, RecursionError):
        raise UnreadableError(_UNREADABLE) from None
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise UnreadableError(_UNREADABLE)
    return html.source(_bytes(page))


def _bytes(page: Message) -> bytes:
    """What the part holds; its own head says in which encoding, before the page does."""
    payload = page.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = page.get_content_charset()
    if charset is None:
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(charset).encode()
    except (LookupError, UnicodeDecodeError):
        return data
