"""填报模板: the whole form, empty, to fill in with Word, WPS or Excel and read back."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from reports.content import Content, from_json
from reports.formats import Format, to_fill

from .marks import Marks

KINDS = {"docx": "Word", "xlsx": "Excel"}
"""In which kinds of file it is handed out, with what people call them."""


@dataclass(frozen=True)
class BlankForm:
    """A blank form of an edition, of one agency and year where these are known."""

    format: Format
    agency: str = ""
    year: int | None = None

    @property
    def content(self) -> Content:
        """What stands in it: nothing but the places where something is to be written."""
        words = {str(s.number): to_fill.hint(s) for s in self.format.sections if s.is_prose}
        return from_json(
            {
                "edition": self.format.edition,
                "agency": self.agency,
                "year": self.year or self.format.first_year,
                "title": to_fill.title(self.format, self.agency, self.year),
                "preamble": to_fill.PREAMBLE,
                "sections": words,
            }
        )

    def draw(self, kind: str) -> bytes:
        """The file, of one of KINDS."""
        writer = import_module(f"reports.rendering.{kind}")
        data: bytes = writer.draw(self.content, Marks(note=to_fill.NOTE), to_fill=True)
        return data

    def name(self, kind: str) -> str:
        """Under which name it is handed out."""
        whose = f"{self.agency}{self.year}年" if self.agency and self.year else ""
        return f"{whose}填报模板（{self.format.edition}版格式）.{kind}"
