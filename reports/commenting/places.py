"""The places of a report that can be commented on, in printed order, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.content import Content
from reports.figures import printed
from reports.formats import Section
from reports.prose import Paragraph

PREAMBLE = "标题下的引言"
LONGEST_QUOTE = 200


@dataclass(frozen=True)
class Place:
    """One place. `anchor` names it for good, `name` is what a clerk calls it.

    `section` is its number, None before section one. `box` is the control of the filling page
    where it is typed ("" for a section of figures), `paper` the data-cell or data-key of the
    paper ("" for a whole part). `text` is what stands there now.
    """

    anchor: str
    name: str
    section: int | None
    box: str = ""
    paper: str = ""
    text: str = ""

    @property
    def is_paragraph(self) -> bool:
        """Whether it is one paragraph of a part."""
        return "#" in self.anchor

    @property
    def quote(self) -> str:
        """What a thread that begins now remembers of the text."""
        return self.text[:LONGEST_QUOTE]

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole part of the report."""
        return not self.paper and not self.anchor.startswith("fees.")


def places(content: Content) -> dict[str, Place]:
    """Every place by its anchor, in printed order."""
    return {one.anchor: one for one in _all(content)}


def settled(anchor: str, known: dict[str, Place]) -> str:
    """A section written in words goes by its text: section.1 is prose.1."""
    kind, _, number = anchor.partition(".")
    prose = f"prose.{number}"
    return prose if kind == "section" and prose in known else anchor


def part_of(anchor: str, known: dict[str, Place]) -> Place | None:
    """The part in which a paragraph stood that is gone."""
    return known.get(anchor.partition("#")[0])


def _all(content: Content) -> Iterator[Place]:
    yield from _written(content, "preamble", None, PREAMBLE)
    for section in content.format.sections:
        if section.is_prose:
            yield from _written(content, str(section.number), section.number, section.heading)
        else:
            yield from _table(content, section)


def _written(content: Content, part: str, section: int | None, name: str) -> Iterator[Place]:
    box = f"prose.{part}"
    yield Place(box, name, section, box)
    if section == content.format.fees_in:
        yield from _fees(content)
    for number, paragraph in enumerate(content.prose.get(part, ()), 1):
        yield _paragraph(part, section, f"{name} 第{number}段", paragraph)


def _paragraph(part: str, section: int | None, name: str, paragraph: Paragraph) -> Place:
    key = f"{part}#{paragraph.id}"
    return Place(f"prose.{key}", name, section, f"prose.{part}", key, paragraph.text)


def _fees(content: Content) -> Iterator[Place]:
    for fee in content.format.fees:
        yield Place(
            fee.key, fee.label, content.format.fees_in, fee.key, text=printed(content.fees[fee.id])
        )


def _table(content: Content, section: Section) -> Iterator[Place]:
    yield Place(f"section.{section.number}", section.heading, section.number)
    for id_, cell in content.format.cells.items():
        if cell.section == section.number:
            text = printed(content.figures[id_])
            yield Place(id_, cell.label, section.number, id_, id_, text)
