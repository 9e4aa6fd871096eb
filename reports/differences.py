"""What changed between two contents of one report: names, figures, fees, paragraphs; old and new.

Two contents without differences print the same, and have the same digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reports.content import Content
from reports.figures import Figure, printed
from reports.prose import Paragraph, Paragraphs
from reports.redline import Piece, Pieces, redline

_LONG = 300
"""Characters of a paragraph, which may be told as gone and as new."""


@dataclass(frozen=True)
class Difference:
    """One place that differs. `key` is a cell id, fees.<id>, or a part with a paragraph id (1#p3).

    `label` names it for readers; an empty `before` was not there, an empty `after` is gone. Where
    both are the same the paragraph was only moved, and the label says from where.
    """

    key: str
    section: int | None
    label: str
    before: str
    after: str

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph."""
        return "#" in self.key

    @property
    def is_long(self) -> bool:
        """Whether old and new together may take most of a page."""
        return max(len(self.before), len(self.after)) > _LONG

    @property
    def pieces(self) -> Pieces:
        """Old and new as one redline; a figure is replaced as a whole."""
        if self.is_text:
            return redline(self.before, self.after)
        both = (Piece("gone", self.before), Piece("new", self.after))
        return tuple(piece for piece in both if piece.text)


def differences(old: Content, new: Content) -> list[Difference]:
    """All places in printed order in which `new` differs from `old`.

    Raises ValueError for reports of two editions, which have other cells.
    """
    if old.format is not new.format:
        raise ValueError("two editions of the form cannot be compared cell by cell")
    return [*_names(old, new), *_parts(old, new), *_figures(old, new), *_fees(old, new)]


def together(old: Content, new: Content) -> Content:
    """`new` with the paragraphs that only `old` has in their former places, to be shown as gone."""
    prose = {key: _together(old.prose.get(key, ()), new.prose.get(key, ())) for key in new.prose}
    return replace(new, prose=prose)


def _together(old: Paragraphs, new: Paragraphs) -> Paragraphs:
    """Each paragraph that is gone follows the one it followed before."""
    stays = {p.id for p in new}
    after: dict[str, list[Paragraph]] = {}
    last = ""
    for paragraph in old:
        if paragraph.id in stays:
            last = paragraph.id
        else:
            after.setdefault(last, []).append(paragraph)
    both = [*after.get("", [])]
    for paragraph in new:
        both += [paragraph, *after.get(paragraph.id, [])]
    return tuple(both)


def _names(old: Content, new: Content) -> Iterator[Difference]:
    names = (
        ("title", "标题", old.title, new.title),
        ("agency", "机关名称", old.agency, new.agency),
        ("year", "报告年度", str(old.year), str(new.year)),
    )
    for key, label, before, after in names:
        if before != after:
            yield Difference(key, None, label, before, after)


def _figures(old: Content, new: Content) -> Iterator[Difference]:
    for id_, cell in new.format.cells.items():
        before, after = _both(old.figures, new.figures, id_)
        if before != after:
            yield Difference(id_, cell.section, cell.label, before, after)


def _fees(old: Content, new: Content) -> Iterator[Difference]:
    for fee in new.format.fees:
        before, after = _both(old.fees, new.fees, fee.id)
        if before != after:
            yield Difference(fee.key, 6, fee.label, before, after)


def _both(old: Mapping[str, Figure], new: Mapping[str, Figure], id_: str) -> tuple[str, str]:
    """As printed: 3.5 and 3.50 are the same amount, but not the same paper."""
    return printed(old.get(id_)), printed(new.get(id_))


def _parts(old: Content, new: Content) -> Iterator[Difference]:
    for key in new.format.prose_keys:
        if old.text(key) != new.text(key):
            section = None if key == "preamble" else int(key)
            before, after = old.prose.get(key, ()), new.prose.get(key, ())
            yield from _paragraphs(key, section, before, after)


def _paragraphs(
    key: str, section: int | None, old: Paragraphs, new: Paragraphs
) -> Iterator[Difference]:
    """Old and new text of each paragraph that differs, in the order of the new text."""
    before, after = {p.id: p.text for p in old}, {p.id: p.text for p in new}
    was = {id_: n for n, id_ in enumerate(before, 1)}
    now = {id_: n for n, id_ in enumerate(after, 1)}
    moved = _moved(list(before), list(after))
    for id_ in sorted(was | now, key=lambda id_: (now.get(id_, was.get(id_, 0)), id_ in after)):
        if before.get(id_) == after.get(id_) and id_ not in moved:
            continue
        label = f"第{now.get(id_) or was[id_]}段"
        if id_ in moved:
            label += f"（原第{was[id_]}段）"
        yield Difference(f"{key}#{id_}", section, label, before.get(id_, ""), after.get(id_, ""))


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Ids that are in both, but not in the same order as the others."""
    common = set(old) & set(new)
    order = [id_ for id_ in old if id_ in common], [id_ for id_ in new if id_ in common]
    blocks = SequenceMatcher(None, *order, autojunk=False).get_matching_blocks()
    return common - {id_ for block in blocks for id_ in order[0][block.a : block.a + block.size]}
