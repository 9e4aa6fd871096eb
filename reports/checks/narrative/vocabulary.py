"""The nouns as one edition prints them: words found in a text, and cells that are in its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from reports.formats import FORMATS, Format, Heading
from reports.formats.format import leaves

from .between import COUNTED, OBJECT
from .nouns import NOUNS, Alternatives, Noun, Topic

_NUMBERING = re.compile(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[0-9]+\.)")
_SHORTEST = 4
"""A label of fewer characters says too little to be known again (“其他”)."""


@dataclass(frozen=True)
class Word:
    """A noun at [start, end) of a plain text."""

    noun: Noun
    start: int
    end: int


@dataclass(frozen=True)
class Vocabulary:
    """The nouns of one edition in the report of one year."""

    nouns: Mapping[str, Noun]
    pattern: re.Pattern[str]

    def words(self, text: str) -> list[Word]:
        """Every noun of the text, from left to right, but for “申请数量” as another's object."""
        found: list[Word] = []
        for match in self.pattern.finditer(text):
            word = Word(self.nouns[str(match.lastgroup)], *match.span())
            if not (found and _is_object(text, found[-1], word)):
                found.append(word)
        return found


def _is_object(text: str, deed: Word, word: Word) -> bool:
    """“上年结转申请数量” counts what was brought forward, not what came in."""
    counts = word.noun.id == "received" and text.startswith(COUNTED, word.start)
    return (
        counts
        and deed.noun.topic in (Topic.APPLICATIONS, Topic.RESULTS)
        and bool(OBJECT.fullmatch(text, deed.end, word.start))
    )


@cache
def vocabulary(fmt: Format, year: int) -> Vocabulary:
    """What the narrative of that year's report may call the cells of that edition."""
    years = {"{last}": f"{year - 1}", "{this}": f"{year}", "{next}": f"{year + 1}"}
    printed = _printed(fmt)
    found = {noun.id: _fitted(fmt, noun) for noun in (*_rows(fmt), *NOUNS)}
    patterns = {id_: "|".join(_patterns(noun, printed)) for id_, noun in found.items()}
    joined = "|".join(f"(?P<{id_}>{pattern})" for id_, pattern in patterns.items())
    dated = re.sub("{(?:last|this|next)}", lambda match: years[match[0]], joined)
    return Vocabulary(found, re.compile(dated))


def _patterns(noun: Noun, printed: Mapping[str, set[str]]) -> Iterator[str]:
    for label in noun.labels:
        for words in sorted(printed.get(label, ()), key=len, reverse=True):
            yield noun.frame.replace("{}", re.escape(words))
    if noun.words:
        yield noun.words


def _rows(fmt: Format) -> Iterator[Noun]:
    """A noun for each single result of table three, by its label alone."""
    for block in (block for section in fmt.sections for block in section.blocks):
        if block.id != Topic.APPLICATIONS:
            continue
        for leaf, path in leaves(block.rows):
            words = bare(leaf.label).removeprefix("属于")
            if len(path) == 3 and len(words) >= _SHORTEST:
                yield Noun(leaf.id, Topic.RESULTS, ((leaf.id,),), f"(?:属于)?{re.escape(words)}")


def bare(label: str) -> str:
    """A label without its number and without what it says in brackets."""
    return _NUMBERING.sub("", label).partition("（")[0]


@cache
def _printed(fmt: Format) -> dict[str, set[str]]:
    """The bare labels of each heading; of a kind of document those of every edition."""
    found: dict[str, set[str]] = {}
    for one in FORMATS.values():
        for heading in _headings(one):
            if one is fmt or heading.id == "normative":
                found.setdefault(heading.id, set()).add(bare(heading.label))
    return found


def _headings(fmt: Format) -> Iterator[Heading]:
    todo = [
        heading
        for section in fmt.sections
        for block in section.blocks
        for heading in (*block.rows, *block.columns)
    ]
    while todo:
        heading = todo.pop()
        yield heading
        todo += heading.children


def _fitted(fmt: Format, noun: Noun) -> Noun:
    """The noun with ids of cells; those with {of} are still to be filled in."""
    expanded = tuple(
        tuple(cell for id_ in cells for cell in _cells(fmt, id_)) for cells in noun.cells
    )
    return replace(noun, cells=expanded)


def _cells(fmt: Format, id_: str) -> Iterator[str]:
    if "." in id_:
        yield id_
        return
    for heading in _headings(fmt):
        if heading.id == id_:
            yield from (f"applications.{leaf.id}.total" for leaf, _ in leaves((heading,)))


def in_tables(fmt: Format, cells: Alternatives) -> Alternatives:
    """The alternatives whose cells the edition has, each but once."""
    known = (one for one in cells if one and all(cell in fmt.cells for cell in one))
    return tuple(dict.fromkeys(known))
