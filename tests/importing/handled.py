"""What Word and WPS leave in a .docx that people have worked in: each a change of its document."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def handled(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The file after that change."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                document = etree.fromstring(part)
                change(document)
                part = etree.tostring(document)
            new.writestr(name, part)
    return out.getvalue()


def _runs(document: Any) -> list[Any]:
    return [run for run in document.iter(f"{_W}r") if run.find(f"{_W}t") is not None]


def runs_split(document: Any) -> None:
    """Every run in two, with a mark of the spelling check between them."""
    for run in _runs(document):
        text = run.find(f"{_W}t").text or ""
        other = copy.deepcopy(run)
        run.find(f"{_W}t").text, other.find(f"{_W}t").text = text[:1], text[1:]
        mark = etree.Element(f"{_W}proofErr")
        run.addnext(mark)
        mark.addnext(other)


def _wrapped(tag: str) -> Callable[[Any], None]:
    def wrap(document: Any) -> None:
        for one in list(document.iter(f"{_W}{tag}")):
            control, content = etree.Element(f"{_W}sdt"), etree.Element(f"{_W}sdtContent")
            control.append(content)
            one.addprevious(control)
            content.append(one)

    return wrap


def tracked(document: Any) -> None:
    """Every word was written over another one, and nothing was accepted yet."""
    for run in _runs(document):
        new, old = etree.Element(f"{_W}ins"), etree.Element(f"{_W}del")
        etree.SubElement(etree.SubElement(old, f"{_W}r"), f"{_W}delText").text = "999"
        run.addprevious(old)
        run.addprevious(new)
        new.append(run)


def blank_lines(document: Any) -> None:
    """Enter was pressed in every box, before and behind what stands there."""
    for box in document.iter(f"{_W}tc"):
        box.find(f"{_W}p").addprevious(etree.Element(f"{_W}p"))
        etree.SubElement(box, f"{_W}p")


CHANGES: dict[str, Callable[[Any], None]] = {
    "runs split": runs_split,
    "controls round runs": _wrapped("r"),
    "controls round boxes": _wrapped("tc"),
    "controls round rows": _wrapped("tr"),
    "tracked changes": tracked,
    "blank lines": blank_lines,
}
