"""台账: a register of applications, one row an application, as table three counts it.

What its columns are called, and which kinds of applicant and which results there are to choose
from: all of it follows from the form. 政府信息公开条例, art. 27 to 40.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .format import Format
from .grammar import Block, Heading
from .register_words import OPEN_WORDS, SYNONYMS, WEAK_WORDS
from .wording import bare, core

SECTION = 3
TOTAL = "total"
RECEIVED, BROUGHT_FORWARD, RESULTS = "received", "brought_forward", "results"
CLOSED, CARRIED_OVER = "closed", "carried_over"

_ASIDE = re.compile("(?<=.)（[^（）]*）$")
"""What a heading adds in brackets."""
_TELLING = 3
"""“其他” alone says little: it is asked once what is meant."""
_LONG = 4
"""A label of fewer characters may be a part of other words."""
_PARTS = re.compile("[；;，,、/]")

OPEN, OPEN_LABEL = "open", "尚未办结"
"""A result that is none yet."""
PARTLY = "partly_granted"
"""“区分处理的，只计这一情形，不计其他情形”: whatever else was said of such an application."""
NOT_COUNTED, NOT_COUNTED_LABEL = "not_counted", "不计入本表"
"""What a register holds besides: rows of that value are listed, not counted."""


@dataclass(frozen=True)
class Meaning:
    """What a value of a register may stand for. `id` is a heading of table three, or OPEN.

    One that `is_group` has headings below it: a second column says which of them.
    """

    id: str
    label: str
    is_group: bool = False
    under: str = ""


def block_of(fmt: Format) -> Block:
    """Table three."""
    return fmt.section(SECTION).blocks[0]


@cache
def applicants(fmt: Format) -> Mapping[str, Meaning]:
    """The kinds of applicant, each a column, and the group they stand in; by id."""
    headings = (one for one in block_of(fmt).columns if one.id != TOTAL)
    return {one.id: one for heading in headings for one in _meanings(heading)}


@cache
def results(fmt: Format) -> Mapping[str, Meaning]:
    """The results, each a row, their groups, and OPEN; by id."""
    within = next(one for one in block_of(fmt).rows if one.id == RESULTS)
    headings = (one for one in within.children if one.id != CLOSED)
    found = {one.id: one for heading in headings for one in _meanings(heading)}
    return {**found, OPEN: Meaning(OPEN, OPEN_LABEL)}


def _meanings(heading: Heading) -> Iterator[Meaning]:
    yield Meaning(heading.id, heading.label, bool(heading.children))
    for child in heading.children:
        yield Meaning(child.id, f"{heading.label} {child.label}", under=heading.id)


def leaves_of(meanings: Mapping[str, Meaning]) -> list[Meaning]:
    """Those that are counted, in printed order."""
    return [one for one in meanings.values() if not one.is_group]


def meant(meanings: Mapping[str, Meaning], value: str) -> tuple[str, bool]:
    """(id, sure): what a value says; sure where those are the very words of the form.

    ("", False) where it could be anything.
    """
    said = bare(value)
    exact = {one.id for one in meanings.values() if said in _spellings(one)}
    if len(exact) == 1:
        return exact.pop(), len(said) >= _TELLING
    likely = {id_ for id_ in meanings if said in SYNONYMS.get(id_, ())}
    if OPEN in meanings and said in OPEN_WORDS:
        likely.add(OPEN)
    likely = likely or _said_in(meanings, value)
    return (likely.pop(), False) if len(likely) == 1 else ("", False)


@cache
def _spellings(one: Meaning) -> frozenset[str]:
    last = one.label.rpartition(" ")[2]
    plain = _ASIDE.sub("", last)
    return frozenset((bare(one.label), bare(last), core(last), core(plain)))


def _said_in(meanings: Mapping[str, Meaning], value: str) -> set[str]:
    """What longer words contain: “不予公开（国家秘密）”; a group gives way to what is in it.

    More than one where two results are named: “公开；不掌握”.
    """
    parts = [bare(part) for part in _PARTS.split(value)]
    found = {id_ for id_ in meanings for word in SYNONYMS.get(id_, ()) if word in parts}
    rest = bare(value)
    for word, id_ in _words(tuple(meanings.values())):
        if word in rest:
            found.add(id_)
            # A word within another one is none: 公开 of 不予公开.
            rest = rest.replace(word, " " * len(word))
    groups = {meanings[id_].under for id_ in found}
    return {PARTLY} if PARTLY in found else found - groups


@cache
def _words(meanings: tuple[Meaning, ...]) -> list[tuple[str, str]]:
    """What to look for in a value, and which id it means; the longest first."""
    labels = [(core(one.label.rpartition(" ")[2]), one.id) for one in meanings]
    ids = [one.id for one in meanings]
    others = [(word, id_) for id_ in ids for word in SYNONYMS.get(id_, ())]
    others += [(word, OPEN) for word in OPEN_WORDS if OPEN in ids]
    usable = [pair for pair in labels if len(pair[0]) >= _LONG]
    usable += [pair for pair in others if pair[0] not in WEAK_WORDS]
    return sorted(usable, key=lambda pair: -len(pair[0]))
