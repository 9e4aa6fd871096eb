"""One place in which a page differs from the report that was signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from reports.redline import Pieces, redline, shortened


class Kind(StrEnum):
    """What differs; a doubt is no difference, but what the reader could not make sense of."""

    FIGURE = "figure"
    LABEL = "label"
    TEXT = "text"
    DOUBT = "doubt"


@dataclass(frozen=True)
class Mismatch:
    """`key` is a cell, fees.<id>, a part (1, preamble) or ""; `section` 0 is none.

    `signed` is what was signed, `page` what the page says: "" where it says nothing. `why` is a
    remark of the reader's, `line` a line of the page, 0 where none is known. `count` says how many
    figures of a row or table are missing together.
    """

    kind: Kind
    section: int
    label: str
    signed: str = ""
    page: str = ""
    key: str = ""
    why: str = ""
    line: int = 0
    count: int = 1

    @property
    def pieces(self) -> Pieces:
        """Both texts as one redline: gone is what the page lacks, new what it has besides."""
        return shortened(redline(self.signed, self.page))

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """As it was kept."""
        return cls(**{**data, "kind": Kind(data["kind"])})
