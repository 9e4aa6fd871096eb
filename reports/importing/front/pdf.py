"""PDFs with a text layer: ruled tables as boxes, everything else as the lines that were set.

Pictures of pages hold no text and are refused.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ..furniture import may_be_page_number
from ..gate import UnreadableError
from ..source import Box, Row, Source, bounded

MOST_PAGES = 60
_UNREADABLE = "PDF文件读不出来，请用WPS或Adobe Reader打开后另存再上传"
_RULES = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 3}
_MARGIN = 0.11
"""The part of a page's height, above and below, in which its furniture stands."""

Chars = list[dict[str, Any]]


def source(data: bytes) -> Source:
    """The lines and tables of a PDF. Raises UnreadableError."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise UnreadableError(f"PDF文件超过{MOST_PAGES}页，请只保留报告后再上传")
            title = str((pdf.metadata or {}).get("Title") or "")
            pages = [_Page(page) for page in pdf.pages]
            rows = bounded(_numbered(_without_furniture(pages)))
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - pdfminer has no base class of its errors
        locked = isinstance(error, PDFPasswordIncorrect) or "Password" in type(error).__name__
        why = "PDF文件加了密码，请去掉密码后再上传" if locked or "Password" in repr(error) else _UNREADABLE
        raise UnreadableError(why) from None
    if not rows:
        raise UnreadableError("PDF文件里没有文字，可能是扫描件，请上传由Word等导出的PDF")
    return Source(rows, title, placed=True, set_lines=True)
