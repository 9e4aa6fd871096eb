"""One whole report as a value: what it says, the JSON it is kept as, and its digest."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from reports import figures as fig
from reports import prose
from reports.figures import Figures
from reports.formats import Format
from reports.prose import Paragraph, Paragraphs

_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPING = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_MYRIADS = re.compile(r"([0-9]+(?:\.[0-9]+)?)万元")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


@dataclass(frozen=True)
class Problem:
    """A value of a report JSON that was refused: its key (cell, fee or part) and why."""

    key: str
    section: int | None
    message: str


class FeesSaid(NamedTuple):
    """A paragraph that names the fees: what stands before them and, in 元, from them on.

    Both without white space and in numbers made plain.
    """

    paragraph: str
    before: str
    rest: str


@dataclass(frozen=True)
class Content:
    """One report. `prose` has a tuple of paragraphs for each of the format's prose keys.

    `figures` and `fees` hold every cell and fee of the format; None is "not filled in".
    `problems` are values that were refused on the way in; their cells are blank. `is_untitled`: the
    source gives no title, and `title` is the one that it should bear.
    """

    format: Format
    agency: str
    year: int
    title: str
    prose: Mapping[str, Paragraphs]
    figures: Figures
    fees: Figures
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    is_untitled: bool = field(default=False, compare=False)

    @property
    def fee_sentence(self) -> str:
        """What the three fee figures say in section six; empty while any is blank."""
        if any(figure is None for figure in self.fees.values()):
            return ""
        words = {key: fig.printed(figure) for key, figure in self.fees.items()}
        return self.format.fee_sentence.format(year=self.year, **words)

    def paragraphs(self, key: str) -> Paragraphs:
        """The paragraphs a document prints in that part; the fee sentence opens section six."""
        written = self.prose.get(key, ())
        if key != "6" or not self.fee_sentence or self._says_fees_itself:
            return written
        return (Paragraph("fees", self.fee_sentence), *written)

    @property
    def _says_fees_itself(self) -> bool:
        """Whether a paragraph of section six gives the same three figures in words of its own.

        In the same order: two amounts that have changed places are another statement.
        """
        return any(self.fees_in_order(one.rest) for one in self.fees_said)

    @property
    def fees_said(self) -> list[FeesSaid]:
        """What section six itself says of the fees, paragraph by paragraph."""
        if not self.format.fees:
            return []
        subject = f"(?<!按){re.escape(self.format.fee_subject)}"
        texts = [paragraph.text for paragraph in self.prose.get("6", ())]
        plain = (plain_numbers("".join(text.split())) for text in texts)
        said = (re.split(subject, text, maxsplit=1) for text in plain)
        return [
            FeesSaid(text, before, in_yuan(rest))
            for text, (before, *found) in zip(texts, said, strict=True)
            for rest in found
        ]

    def fees_in_order(self, said: str) -> bool:
        """Whether the three figures occur among the numbers of these words, in their order."""
        numbers: Iterator[object] = map(Decimal, _NUMBERS.findall(said))
        return all(figure in numbers for figure in self.fees.values())

    def text(self, key: str) -> str:
        """The prose of one part, one paragraph a line."""
        return prose.to_text(self.prose.get(key, ()))

    def to_json(self, *, ids: bool = False) -> dict[str, object]:
        """The report JSON of the contract; with `ids` also paragraph ids, as revisions keep."""
        data: dict[str, object] = {
            "edition": self.format.edition,
            "agency": self.agency,
            "year": self.year,
            "title": self.title,
            "preamble": self.text("preamble"),
            "sections": {
                key: self.text(key) for key in self.format.prose_keys if key != "preamble"
            },
            "fees": fig.to_json(self.fees),
            "figures": fig.to_json(self.figures),
        }
        if ids:
            data["paragraph_ids"] = {k: [p.id for p in ps] for k, ps in self.prose.items()}
        return data

    @property
    def digest(self) -> str:
        """SHA-256 of what a reader can see: paragraph ids are not part of it."""
        canonical = json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def check_code(self) -> str:
        """The short 校验码 that printed drafts carry."""
        return short_code(self.digest)


def plain_numbers(text: str) -> str:
    """The text with its digits half-width and without thousands separators."""
    return _GROUPING.sub("", text.translate(_HALF_WIDTH))


def in_yuan(text: str) -> str:
    """The text with its sums in 万元 in 元: 1.6万元 is 16000元."""
    return _MYRIADS.sub(lambda found: f"{Decimal(found[1]) * 10_000:.0f}元", text)


def short_code(digest: str) -> str:
    """The 校验码 of a digest: its first eight hexadecimal digits, in two groups."""
    code = digest[:8].upper()
    return f"{code[:4]}-{code[4:]}"
