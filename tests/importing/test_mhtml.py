"""Pages saved as one file read like the page itself."""

from __future__ import annotations

from email import charset
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from reports.importing import page, report_file
from reports.importing.gate import UnreadableError
from reports.portal import compare
from tests.portal.pages import SIGNED, published


def saved(text: str, encoding: str, way: int) -> bytes:
    """What a browser makes of a page and its pictures."""
    how = charset.Charset(encoding)
    how.body_encoding = way
    whole = MIMEMultipart("related", type="text/html")
    part: MIMEBase = MIMEText(text, "html", how)  # type: ignore[arg-type]
    for one in (part, MIMEImage(b"\x89PNG\r\n", "png")):
        whole.attach(one)
    return whole.as_bytes()


@pytest.mark.parametrize("way", [charset.QP, charset.BASE64])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_in_one_file_says_the_same_as_the_page(encoding: str, way: int) -> None:
    said = page.parse(saved(published(), encoding, way), "mhtml", "2021")
    assert compare(SIGNED, said).found == ()


def test_it_passes_the_gate_and_the_limited_process() -> None:
    data = saved(published(), "utf-8", charset.QP)
    assert report_file.read("年报.mhtml", data)["title"] == SIGNED.title


@pytest.mark.parametrize("data", [b"", b"Subject: x\n\nhello", b"\xff" * 400])
def test_a_file_without_a_page_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="另存为"):
        report_file.parse(data, "mhtml")
