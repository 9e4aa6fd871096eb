"""The report JSON as a file, for programs."""

from __future__ import annotations

import json

from reports.content import Content

from .marks import FINAL, Marks


def draw(content: Content, marks: Marks = FINAL) -> bytes:
    """UTF-8, a key a line. It has no marks: whoever reads it asks for the content alone."""
    return (json.dumps(content.to_json(), ensure_ascii=False, indent=2) + "\n").encode()
