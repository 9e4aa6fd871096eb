"""Sections one and five as sentences, each reduced to what its author has chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reports.content import Content
from reports.prose import from_text

from .stock import is_stock

COMPARED = ("1", "5")
"""The parts in which an agency speaks for itself: sections one and five."""

_SHORTEST = 12
"""Characters, once reduced, below which a sentence can hardly be put in other words."""
_SENTENCE = re.compile(
    r"[^。！？；!?;\n]+?(?:[。！？；!?;]+[”’」』）)]*|(?<=[，,、：:])(?=[一二三四五六七八九十]+是)|$)"
)
_CLAUSE = re.compile(r"[，,：:]")
_MARK = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十0-9０-９]+[)）]|第?[一二三四五六七八九十]+[是、，,]|[0-9０-９]+[.．、])"
)
_NUMBER = re.compile(
    r"(?:19|20|１９|２０)[0-9０-９]{2}\s*年度?|[0-9０-９]+(?:[.,，．][0-9０-９]+)*[%％‰]?"
    r"|(?<![〇零一二两三四五六七八九十百千万亿])[〇零一二两三四五六七八九十百千万亿]++(?=[件条次份期场个项人家篇宗起元户名])"
)
_OTHER = re.compile(r"[^\u3400-\u9fffA-Za-z]+")
_OURS = re.compile(
    "[我本](?:机关|单位|部门|街道|中心|局|委|办|厅|院|镇|乡|县|区|市|省|州|旗|府|处|所|站|队)"
)
_PLACE = re.compile("[省市县区州盟旗]")


@dataclass(frozen=True)
class Sentence:
    """One sentence as written, and its `core`: what is compared. An empty core does not count."""

    text: str
    core: str


@dataclass(frozen=True, eq=False)
class Part:
    """One section: its sentences in order, and the `whole` of it, reduced, stock and all."""

    sentences: tuple[Sentence, ...]
    whole: str

    @cached_property
    def counted(self) -> tuple[Sentence, ...]:
        """The sentences that are compared."""
        return tuple(one for one in self.sentences if one.core)

    @cached_property
    def by_core(self) -> dict[str, str]:
        """The first sentence of each core."""
        return {one.core: one.text for one in reversed(self.counted)}


@dataclass(frozen=True, eq=False)
class Text:
    """What one agency says for one year in the parts that are compared."""

    agency: str
    year: int
    parts: Mapping[str, Part]


def text_of(content: Content) -> Text:
    """The report's parts, split and reduced."""
    parts = {key: part_of(content.text(key), content.agency) for key in COMPARED}
    return Text(content.agency, content.year, parts)


@lru_cache(maxsize=2048)
def part_of(text: str, agency: str) -> Part:
    """One section of that agency, as text with a paragraph a line; remembered."""
    names = _names(agency)
    found = tuple(Sentence(one, _core(one, names)) for one in _sentences(text))
    whole = "".join(_bare(line) for line in _nameless(text, names).splitlines())
    return Part(found, whole)


def _sentences(text: str) -> Iterator[str]:
    """Those of paragraphs; a heading is none. What is counted 一是, 二是 falls apart there."""
    for paragraph in from_text(text):
        if not paragraph.is_heading:
            found = (match[0].strip() for match in _SENTENCE.finditer(paragraph.text))
            yield from (one for one in found if one)


def _core(sentence: str, names: Sequence[str]) -> str:
    """The clauses that are not stock, reduced; nothing where too little is left."""
    said = _MARK.sub("", _nameless(sentence, names))
    clauses = (_bare(clause) for clause in _CLAUSE.split(said))
    core = "".join(clause for clause in clauses if not is_stock(clause))
    return core if len(core) >= _SHORTEST else ""


def _nameless(text: str, names: Sequence[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return _OURS.sub("", text)


def _bare(text: str) -> str:
    """Without numbers, years, the mark of a list and punctuation."""
    return _OTHER.sub("", _NUMBER.sub("", _MARK.sub("", text)))


@lru_cache(maxsize=4096)
def _names(agency: str) -> tuple[str, ...]:
    """The full name of an agency and the same without the places above it, the longest first."""
    tails = (agency[match.end() :] for match in _PLACE.finditer(agency))
    return (agency, *(tail for tail in tails if len(tail) >= 3))
