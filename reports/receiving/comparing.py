"""A file beside the report that is there already: place by place, paragraphs by their words."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from reports import prose
from reports.content import Content
from reports.differences import Difference, differences

from .content import fitted


def compared(present: Content, new: Content) -> list[Difference]:
    """All places in which the file differs, in printed order, as far as both forms have them."""
    new = fitted(new, present.format).content
    numbers = count(1)
    aligned = {
        part: prose.align(
            present.prose.get(part, ()), new.text(part), lambda: f"new{next(numbers)}"
        )
        for part in new.prose
    }
    return differences(present, replace(new, prose=aligned, agency=present.agency))
