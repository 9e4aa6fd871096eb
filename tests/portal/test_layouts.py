"""In every layout that portals have: an honest page differs in nothing, a figure in one place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.content import Content
from reports.importing import page
from reports.portal import Compared, compare
from tests.importing.layouts import FLOWS, PAGES, PROSE, SHEETS, TEXTS, Write
from tests.samples import sample

BY_FRONT = {"text": TEXTS | FLOWS, "html": PAGES, "xlsx": SHEETS}
LAYOUTS = [
    pytest.param(front, write, id=f"{front}: {name}")
    for front, writes in BY_FRONT.items()
    for name, write in writes.items()
]
SIGNED = sample("haidian-2024", sections=PROSE)


def held(front: str, write: Write, published: Content, signed: Content) -> Compared:
    return compare(signed, page.parse(write(published), front, signed.format.edition))


@pytest.mark.parametrize("name", ["haidian-2024", "weidong-2023"])
@pytest.mark.parametrize(("front", "write"), LAYOUTS)
def test_an_honest_page_differs_in_nothing(front: str, write: Write, name: str) -> None:
    signed = sample(name, sections=PROSE)
    found = held(front, write, signed, signed)
    assert (found.differences, [one.label for one in found.found]) == (0, [])


@pytest.mark.parametrize(("front", "write"), LAYOUTS)
@settings(max_examples=3)
@given(key=st.sampled_from(sorted(SIGNED.figures)), value=st.integers(0, 99_999))
def test_one_figure_that_differs_is_the_one_difference(
    front: str, write: Write, key: str, value: int
) -> None:
    published = replace(SIGNED, figures={**SIGNED.figures, key: value})
    found = held(front, write, published, SIGNED)
    wanted = [] if SIGNED.figures[key] == value else [(key, str(value))]
    assert [(one.key, one.page) for one in found.found] == wanted
