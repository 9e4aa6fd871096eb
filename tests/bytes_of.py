"""A Word document or a workbook in the making as the file that people hand in."""

from __future__ import annotations

import io

from reports.rendering.package import Savable


def bytes_of(made: Savable) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
