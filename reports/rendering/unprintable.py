"""Characters that the final document could not print, told while there is time to choose others.

Publishing is refused for them; whoever writes should not learn of it from whoever publishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from reports.checks import Case, Finding, Severity
from reports.checks.personal import hidden
from reports.content import Content

from . import fonts

CODE = "unprintable"
_MOST = 5
_AROUND = 4
"""Characters to either side by which a place is found in a text."""


def unprintable(case: Case) -> Iterator[Finding]:
    """One finding for each part with such characters; none where no fonts are installed."""
    if not fonts.can_tell():
        return
    for key, section, name, text in _texts(case.content):
        if missing := fonts.missing_glyphs(text):
            words = f"{name}中有文件字体印不出的字{_quoted(missing, text)}，请改用其他字"
            cells = (f"prose.{key}",) if key else ()
            yield Finding(CODE, Severity.ERROR, words, cells, section)


def _texts(content: Content) -> Iterator[tuple[str, int | None, str, str]]:
    """The key, section, name and text of the title and of each part in words."""
    yield "", None, "报告名称", content.title
    yield "preamble", None, "标题下的引言", content.text("preamble")
    for section in content.format.sections:
        if section.is_prose:
            key = str(section.number)
            yield key, section.number, f"“{section.heading}”", content.text(key)


def _quoted(missing: list[str], text: str) -> str:
    quoted = "、".join(_one(char, text) for char in missing[:_MOST])
    return quoted + (f"等{len(missing)}个" if len(missing) > _MOST else "")


def _one(char: str, text: str) -> str:
    """The character with the words around it; one from a private area, which screens cannot show
    either, with what it is.
    """
    at = text.index(char)
    around = hidden(text)[max(0, at - _AROUND) : at + _AROUND + 1].replace("\n", " ").strip()
    what = "，造字，换一台电脑就不是这个字" if category(char) == "Co" else ""
    return f"“{char}”（U+{ord(char):04X}{what}，在“{around}”处）"
