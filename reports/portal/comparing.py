"""All that a page says otherwise than the signed report: figures, labels, sentences, doubts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.content import Content
from reports.formats.wording import bare

from . import figures, sentences
from .mismatch import Kind, Mismatch

_OF_PAGE = "页面上的其他文字"
"""What every portal has round a report; it is told, not doubted."""
_OF_OTHERS = "文件里有"
"""Several reports in one file: no doubt where the one that was read has the very title."""
_NO_TITLE = "没有找到报告标题"
"""What the reader asks to be typed where a report is taken in; here it is a label that is lost."""
_OTHER_LABEL = re.compile("行标签与标准格式“(?P<label>.+)”不一致")
_MOVED = re.compile("“(?P<label>.+)”不在标准格式的位置上，已按行标签读取")
_ELSEWHERE = "位置变了"


@dataclass(frozen=True)
class Compared:
    """What was found, in the order of the form; `around` is what else the page says."""

    found: tuple[Mismatch, ...]
    around: tuple[str, ...] = ()

    def of(self, kind: Kind) -> list[Mismatch]:
        """Those of one kind."""
        return [one for one in self.found if one.kind == kind]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind; missing figures are counted one by one."""
        return {kind.value: sum(one.count for one in self.of(kind)) for kind in Kind}

    @property
    def differences(self) -> int:
        """How many places differ, doubts aside."""
        return sum(n for kind, n in self.counts.items() if kind != Kind.DOUBT)


def compare(content: Content, page: Mapping[str, Any]) -> Compared:
    """The page, as `importing.page` reads it, against the report that was signed."""
    numbers = list(figures.compare(content, page))
    told = {one.key for one in numbers}
    gone = {one.section for one in numbers if one.label == _heading(content, one.section)}
    doubts = [
        one
        for one in page["doubts"]
        if one["cell"] not in told
        and not figures.is_blank(content, page, one["cell"])
        and not sentences.is_signed(content, one["raw"])
    ]
    around = [one for one in doubts if _is_around(content, page, one["why"])]
    rest = [one for one in doubts if one not in around and not _is_of(content, one["why"], gone)]
    found = [
        *_names(content, page),
        *numbers,
        *_labels(content, page, gone),
        *sentences.compare(content, page),
        *_doubts(content, rest),
    ]
    return Compared(tuple(found), tuple(one["raw"] for one in around))


def _is_around(content: Content, page: Mapping[str, Any], why: str) -> bool:
    """Whether a doubt is only about what stands on the page besides the report."""
    is_the_one = bare(page["title"]) == bare(content.title)
    return why.startswith(_OF_PAGE) or (why.startswith(_OF_OTHERS) and is_the_one)


def _names(content: Content, page: Mapping[str, Any]) -> Iterator[Mismatch]:
    """The title."""
    said = page["title"]
    if bare(said) != bare(content.title):
        yield Mismatch(Kind.LABEL, 0, "标题", content.title, said, "title")


def _heading(content: Content, section: int) -> str:
    return content.format.section(section).heading


def _is_of(content: Content, why: str, gone: Collection[int]) -> bool:
    """Whether a doubt only says once more that a table is not there."""
    return any(f"“{_heading(content, section)}”" in why for section in gone)


def _labels(content: Content, page: Mapping[str, Any], gone: Collection[int]) -> Iterator[Mismatch]:
    """Where a whole table is missing its labels are, too: that is said once."""
    for one in page["labels"]:
        section = one["section"]
        if section in gone and one["label"] != _heading(content, section):
            continue
        times = f"（{one['times']}处）" if one["times"] > 1 else ""
        yield Mismatch(
            Kind.LABEL,
            one["section"],
            f"{one['label']}{times}",
            one["label"],
            one["said"],
            line=one["line"] or 0,
        )


def _doubts(content: Content, doubts: Sequence[Mapping[str, Any]]) -> Iterator[Mismatch]:
    for one in doubts:
        if not one["why"].startswith(_NO_TITLE):
            key, raw = one["cell"] or "", re.sub(r"\s+", " ", one["raw"])
            yield _doubt(content, one["why"], raw, key, one["line"] or 0)


def _doubt(content: Content, why: str, raw: str, key: str, line: int) -> Mismatch:
    """What the reader took for a row all the same is a label that the page has otherwise, or has
    elsewhere.
    """
    other, moved = _OTHER_LABEL.fullmatch(why), _MOVED.fullmatch(why)
    label, cell = other or moved, content.format.cells.get(key)
    if label and cell:
        said = _ELSEWHERE if moved else raw
        return Mismatch(Kind.LABEL, cell.section, label["label"], label["label"], said, line=line)
    return Mismatch(Kind.DOUBT, 0, why, "", raw, key, line=line)
