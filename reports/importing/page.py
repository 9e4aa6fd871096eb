"""Reads the page on which a portal has published a report: what it says, and which labels it lost.

The form's edition and the year are known beforehand: a page is held against a report that was
signed, and may hold those of other years besides.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reports import figures as fig
from reports.formats import Format, edition
from reports.formats.grid import Box, grid
from reports.formats.wording import bare, with_usual_characters

from . import fee_boxes, fees, gate, limited, reader, several
from .layout import Layout, layout
from .reading import Reading
from .report_file import KINDS
from .source import Source
from .strip import strip_of

_TELLING = 4
"""A label of fewer characters may stand there as a part of another."""
_OF_HEADS = "表头"
_RADICALS = "文字中有部首码位的字符"


def read(name: str, data: bytes, edition_name: str, year: int) -> dict[str, Any]:
    """What `parse` makes of a saved page or another file. Raises GateError, UnreadableError."""
    kind = gate.admit(name, data, KINDS)
    read_: dict[str, Any] = limited.parse("page", data, KINDS[kind], edition_name, str(year))
    return read_


def read_text(text: str, edition_name: str, year: int) -> dict[str, Any]:
    """The same of what was copied from the page. Raises UnreadableError."""
    read_: dict[str, Any] = limited.parse("page", text.encode(), "text", edition_name, str(year))
    return read_


def parse(data: bytes, front: str, edition_name: str, year: str = "0") -> dict[str, Any]:
    """The report JSON of a page, with its `fee_sentence`, all its `words`, and `labels`. Boxes for
    the three fees say the sentence of that year.

    Each of these {section, label, said, line, times}: a heading that is lost, or said otherwise.
    Doubts that say the same are left out.
    """
    whole: Source = importlib.import_module(f"reports.importing.front.{front}").source(data)
    reading, fmt = reader.read(whole, edition_name, int(year))
    source, _ = several.only(whole, int(year))
    labels = list(_labels(reading, layout(edition(edition_name), source, strip_of(source))))
    told = reading.to_json(fmt.cells)
    told["labels"] = labels
    told["fee_sentence"] = _fee_sentence(source, fmt) or _boxed_fees(source, fmt, reading, year)
    told["words"] = "\n".join(row.text for row in whole.rows)
    if told["fee_sentence"]:
        stated = fees.own_sentence(fmt).fullmatch(told["fee_sentence"])
        told["fees"] = stated.groupdict() if stated else {}
    doubts = [one for one in told["doubts"] if not _is_told(one["why"], labels)]
    told["doubts"] = [one for one in doubts if not _is_of_a_font(one["why"], front)]
    return told


def _labels(reading: Reading, found: Layout) -> Iterator[dict[str, Any]]:
    for section in found.fmt.sections:
        start = found.starts.get(section.number)
        if start is None or bare(start.said) != bare(section.heading):
            line = found.source.rows[start.row].line if start else 0
            yield _label(section.number, section.heading, start.said if start else "", line)
        if section.number in found.zones:
            for label, times in _lost(found, section.number).items():
                said, line = _instead(reading, label)
                yield _label(section.number, label, said, line, times)


def _label(section: int, label: str, said: str, line: int, times: int = 1) -> dict[str, Any]:
    said = " ".join(said.split())
    return {"section": section, "label": label, "said": said, "line": line, "times": times}


def _lost(found: Layout, number: int) -> Counter[str]:
    """The headings of a table that stand there less often than the form prints them."""
    low, high = found.zones[number]
    text, start = found.strip.text[low:high], found.starts.get(number)
    boxes = [box for box in grid(found.fmt, number).boxes() if _is_telling(box)]
    lost = Counter(box.text for box in boxes)
    above = bare(start.said) if start else ""
    inside = above if above and above in text else ""
    for label in lost:
        lost[label] -= text.count(bare(label)) - inside.count(bare(label))
    return +lost


def _is_telling(box: Box) -> bool:
    return box.is_heading and len(bare(box.text)) >= _TELLING


def _instead(reading: Reading, label: str) -> tuple[str, int]:
    """What the reader took for a heading, and where."""
    told = (one for one in reading.doubts if f"“{label}”" in one.why and one.raw)
    return next(((one.raw, one.line) for one in told), ("", 0))


def _is_told(why: str, labels: list[dict[str, Any]]) -> bool:
    if why.startswith(_OF_HEADS):
        return bool([one for one in labels if one["section"] > 1])
    return any(f"“{one['label']}”" in why and "数" not in why for one in labels)


def _is_of_a_font(why: str, front: str) -> bool:
    """Whether only the text layer of a PDF has it; nobody who reads the page sees that."""
    return front == "pdf" and why.startswith(_RADICALS)


def _fee_sentence(source: Source, fmt: Format) -> str:
    """The sentence of the fees that our documents print, as it stands there, without blanks and
    whatever its lines; "" where none does.
    """
    if not fmt.fees:
        return ""
    text = with_usual_characters("".join("".join(row.text.split()) for row in source.rows))
    found = fees.own_sentence(fmt).search(text)
    return found[0] if found else ""


def _boxed_fees(source: Source, fmt: Format, reading: Reading, year: str) -> str:
    """The same sentence where each fee has a box of its own, as in a workbook; "" where not."""
    _, boxes = fee_boxes.take(source)
    words = {id_: fig.printed(reading.fees.get(id_)) for id_ in boxes}
    whole = len(words) == len(fmt.fees) > 0 and all(words.values())
    return fmt.fee_sentence.format(year=year, **words) if whole else ""
