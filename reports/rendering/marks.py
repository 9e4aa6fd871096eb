"""The marks of a draft: 草稿, 第 N 稿, when it was printed, and the short 校验码."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .paper import Signature
from .verifying import Verification


@dataclass(frozen=True)
class Marks:
    """What a document says of itself beside its content; a final one says nothing.

    `signature` and `verify` are no marks: who signed and when, and how the content is verified,
    below the last part, where that is wanted.
    """

    draft: bool = False
    number: int | None = None
    printed_at: dt.datetime | None = None
    check_code: str = ""
    note: str = ""
    signature: Signature | None = None
    verify: Verification | None = None

    @property
    def line(self) -> str:
        """What every page says: “草稿　第3稿　2026年1月5日 14:02　校验码 1A2B-3C4D”."""
        parts = [self.note, "草稿" if self.draft else ""]
        if self.number is not None:
            parts.append(f"第{self.number}稿")
        if self.printed_at is not None:
            at = self.printed_at
            parts.append(f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}")
        if self.check_code:
            parts.append(f"校验码 {self.check_code}")
        return "　".join(part for part in parts if part)


FINAL = Marks()
