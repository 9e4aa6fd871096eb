"""Sentences of a page against those that were signed, whatever its lines and blanks are like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from reports.content import Content

from . import figures
from .mismatch import Kind, Mismatch

_BLANKS = re.compile(r"[\s\u3000\u00a0\u200b]+")
_SENTENCES = re.compile(r"[^。！？；]*[。！？；]+[”’」』）)]*|[^。！？；]+")
_TELLING = 4
_MOST = 100_000
"""Characters of a part; a longer one is compared as a whole."""


def compare(content: Content, page: Mapping[str, Any]) -> Iterator[Mismatch]:
    """Each run of sentences that the page has otherwise, has not, or has besides."""
    homeless = _homeless(content, page)
    words, elsewhere = _plain(page["words"]), "".join(homeless.values())
    if str(content.format.fees_in) in homeless:
        elsewhere += _plain(page["fee_sentence"])
    for key in content.format.prose_keys:
        number = 0 if key == "preamble" else int(key)
        label = content.format.section(number).heading if number else "引言"
        signed = _signed(content, key)
        said = _said(content, page, key)
        if figures.differ_in_fees(content, page):
            # The figures of that sentence are told one by one.
            signed = signed.removeprefix(_plain(content.fee_sentence))
            said = said.removeprefix(_plain(page["fee_sentence"]))
        if key in homeless:
            signed = _without(signed, words)
        said = _without(said, elsewhere)
        for was, now in _apart(signed, said):
            yield Mismatch(Kind.TEXT, number, label, was, now, key)


def _homeless(content: Content, page: Mapping[str, Any]) -> dict[str, str]:
    """What was signed for the parts whose heading the page lost, by the key of the part.

    That is told once: their words then stand behind another heading, or behind none.
    """
    lost = {one["label"] for one in page["labels"] if not one["said"]}
    parts = [one for one in content.format.sections if one.is_prose and one.heading in lost]
    return {str(one.number): _signed(content, str(one.number)) for one in parts}


def _without(text: str, words: str) -> str:
    """A text without the sentences that stand in those words; a few characters stand anywhere."""
    told = _SENTENCES.findall(text) if words else [text]
    return "".join(one for one in told if len(one) < _TELLING or one not in words)


def _signed(content: Content, key: str) -> str:
    return _plain("\n".join(one.text for one in content.paragraphs(key)))


def _said(content: Content, page: Mapping[str, Any], key: str) -> str:
    """What the page says in that part; its sentence of the fees stands first, as it is printed."""
    if key == "preamble":
        return _plain(page["preamble"])
    said = _plain(page["sections"].get(key, ""))
    fees = _plain(page["fee_sentence"]) if key == str(content.format.fees_in) else ""
    return fees + said.replace(fees, "", 1)


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)


def _apart(signed: str, page: str) -> Iterator[tuple[str, str]]:
    if signed == page:
        return
    a, b = _SENTENCES.findall(signed), _SENTENCES.findall(page)
    if max(len(signed), len(page)) > _MOST:
        yield signed, page
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "replace" and j - i == m - k:
            yield from zip(a[i:j], b[k:m], strict=True)
        elif tag != "equal":
            yield "".join(a[i:j]), "".join(b[k:m])


def is_signed(content: Content, words: str) -> bool:
    """Whether the report that was signed says so itself: a doubt about that is not the page's."""
    said = _plain(words).rstrip("…")
    return bool(said) and any(
        said in _plain(content.text(key)) for key in content.format.prose_keys
    )
