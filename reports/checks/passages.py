"""The words of a report as checks read them: paragraph by paragraph, and a way to quote a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reports.content import Content
from reports.prose import Paragraph

from .case import Case
from .finding import Finding, Severity
from .personal import hidden

_AROUND = 6
"""Characters to either side by which a person finds a place again."""
_ENDS = "。；！？"
_MEMORY = 500
"""So far to either side a sentence is read: no report has a longer one, a pasted page may."""
_MOST = 3
"""Places quoted in one finding; how many more there are is said."""


class Passage(NamedTuple):
    """A paragraph and the part it stands in: `section` is None and `name` 引言 for the preamble.

    A tuple, since each of many checks walks over all of them after every key.
    """

    key: str
    section: int | None
    name: str
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return self.paragraph.text


@dataclass(frozen=True)
class Place:
    """A stretch of a passage, `start` to `end`, and what is to be said of it there."""

    passage: Passage
    start: int
    end: int
    remark: str = ""

    @property
    def stretch(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]

    @property
    def sentence(self) -> str:
        """The sentence that the stretch stands in, or as much of it as has to do with it."""
        text = self.passage.text
        first, last = max(0, self.start - _MEMORY), min(len(text), self.end + _MEMORY)
        begin = max(first, max(text.rfind(mark, first, self.start) for mark in _ENDS) + 1)
        ends = [at for mark in _ENDS if (at := text.find(mark, self.end, last)) >= 0]
        return text[begin : min(ends, default=last)]

    @property
    def quoted(self) -> str:
        """The stretch with a few characters around it, in quotation marks, and the remark.

        Personal data is masked in it.
        """
        text = hidden(self.passage.text)
        around = text[max(0, self.start - _AROUND) : self.end + _AROUND]
        return f"“{around.strip()}”{self.remark}"


def passages(content: Content) -> Iterator[Passage]:
    """Every paragraph that somebody has written, in printed order."""
    for paragraph in content.prose.get("preamble", ()):
        yield Passage("preamble", None, "引言", paragraph)
    for section in content.format.sections:
        key = str(section.number)
        for paragraph in content.prose.get(key, ()):
            yield Passage(key, section.number, section.heading, paragraph)


def wherever(
    case: Case, pattern: re.Pattern[str], remark: str = "", right: tuple[str, ...] = ()
) -> Iterator[Place]:
    """Wherever it stands, but not within what is `right` or the district keeps as it is."""
    kept = (*case.settings.kept_words, *right)
    for passage in passages(case.content):
        for match in pattern.finditer(passage.text):
            if not any(_lies_within(match, word) for word in kept):
                yield Place(passage, *match.span(), remark)


def _lies_within(match: re.Match[str], word: str) -> bool:
    first = max(0, match.end() - len(word))
    at = match.string.find(word, first, match.start() + len(word))
    return 0 <= at <= match.start()


def told(
    places: Iterable[Place],
    code: str,
    rule: str,
    what: str,
    severity: Severity = Severity.WARNING,
    *,
    at_once: bool = False,
) -> Iterator[Finding]:
    """One finding for each part of the report that has such places, or `at_once` for the report.

    `what` is a sentence with {where}, the quoted places.
    """
    by_part: dict[str, list[Place]] = {}
    for place in places:
        by_part.setdefault("" if at_once else place.passage.key, []).append(place)
    for found in by_part.values():
        where = "、".join(place.quoted for place in found[:_MOST])
        more = f"等{len(found)}处" if len(found) > _MOST else ""
        passage = found[0].passage
        words = (
            f"“{passage.name}”{'等部分' if len({p.passage.key for p in found}) > 1 else ''}中"
            + what.format(where=where + more)
        )
        rests = tuple(place.sentence for place in found)
        yield Finding(code, severity, words, section=passage.section, rule=rule, rests=rests)
