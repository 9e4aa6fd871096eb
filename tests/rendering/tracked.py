"""Tracked changes taken or refused as Word does it, by other code than wrote them."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml.ns import qn

Words = list[tuple[str, str]]
"""Style and text of each paragraph."""


def accepted(data: bytes) -> tuple[Words, list[list[str]]]:
    """The paragraphs and the tables once every change is accepted."""
    return _settled(data, gone="del", stays="ins")


def rejected(data: bytes) -> tuple[Words, list[list[str]]]:
    """The same once every change is rejected."""
    return _settled(data, gone="ins", stays="del")


def plain(data: bytes) -> tuple[Words, list[list[str]]]:
    """The paragraphs and the tables of a file without changes."""
    return _told(docx.Document(io.BytesIO(data)).element.body)


def _settled(data: bytes, gone: str, stays: str) -> tuple[Words, list[list[str]]]:
    body = docx.Document(io.BytesIO(data)).element.body
    for paragraph in list(body.iter(qn("w:p"))):
        _settle(paragraph, gone, stays)
    return _told(body)


def _settle(paragraph: Any, gone: str, stays: str) -> None:
    end = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{gone}')}")
    for change in list(paragraph.iter(qn(f"w:{gone}"))):
        if change.getparent().tag != qn("w:rPr"):
            change.getparent().remove(change)
    for change in paragraph.findall(qn(f"w:{stays}")):
        for run in list(change):
            change.addprevious(run)
        paragraph.remove(change)
    if end is None:
        return
    # What stands in a paragraph whose end is gone stands at the beginning of the next one.
    following = paragraph.getnext()
    assert following.tag == qn("w:p"), "there is no paragraph to go on in"
    for run in reversed(paragraph.findall(qn("w:r"))):
        following.insert(1 if following.find(qn("w:pPr")) is not None else 0, run)
    paragraph.getparent().remove(paragraph)


def _told(body: Any) -> tuple[Words, list[list[str]]]:
    words = [(_style(one), _text(one)) for one in body.findall(qn("w:p"))]
    if words[-1] == ("", ""):
        words.pop()
    rows = [[_text(cell) for cell in row.iter(qn("w:tc"))] for row in body.iter(qn("w:tr"))]
    return words, rows


def _style(paragraph: Any) -> str:
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if named is None else str(named.get(qn("w:val")))


def _text(element: Any) -> str:
    shown = (qn("w:t"), qn("w:delText"))
    return "".join(one.text or "" for one in element.iter(*shown))
