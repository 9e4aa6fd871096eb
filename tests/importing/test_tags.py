"""The cell ids that our .docx carries: what is shown under a heading wins, a stray tag is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from reports.content import Content, from_json
from reports.rendering import docx
from tests.office import needs_office, saved
from tests.rendering.contents import large, old, small

from .readings import doubts, read

MAIN = "word/document.xml"
RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"
STRAY = "可能是移动或复制过来的"
PROMPT = "单击或点击此处输入文字。"


def changed(content: Content, change: Callable[[str], str]) -> dict[str, Any]:
    """What is read of its .docx after a change of the main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx.draw(content))) as old_, zipfile.ZipFile(out, "w") as new:
        for name in old_.namelist():
            data = old_.read(name)
            if name == MAIN:
                text = data.decode()
                assert change(text) != text
                data = change(text).encode()
            new.writestr(name, data)
    return read(out.getvalue(), "docx")


def control(text: str, cell: str) -> str:
    """The control of that cell."""
    start = text.rindex("<w:sdt>", 0, text.index(f'"{cell}"'))
    return text[start : text.index("</w:sdt>", start) + len("</w:sdt>")]


def rewritten(text: str, cell: str, old_: str, new: str) -> str:
    """The main part with something else in that control."""
    found = control(text, cell)
    return text.replace(found, found.replace(old_, new))


def test_a_file_of_ours_raises_no_doubt_about_tags() -> None:
    for made in (large, small, old):
        assert doubts(read(docx.draw(made()), "docx"), STRAY) == []


def test_a_figure_that_was_typed_over_is_read_as_it_stands() -> None:
    told = changed(large(), lambda text: rewritten(text, RECEIVED, ">3014<", ">77<"))
    assert (told["figures"][RECEIVED], doubts(told, STRAY)) == (77, [])


def test_a_figure_that_carries_another_cells_tag_is_read_by_its_heading_and_told() -> None:
    told = changed(large(), lambda text: text.replace(f'"{RECEIVED}"', f'"{GRANTED}"'))
    assert told["figures"][RECEIVED] == large().figures[RECEIVED]
    (doubt,) = doubts(told, STRAY)
    assert doubt["cell"] == RECEIVED
    assert large().format.cells[GRANTED].label in doubt["why"]


@pytest.mark.parametrize("tag", ["客户名称", "applications.received.nobody", ""])
def test_a_tag_that_names_no_cell_says_nothing(tag: str) -> None:
    told = changed(large(), lambda text: text.replace(f'"{RECEIVED}"', f'"{tag}"'))
    assert from_json(told) == large()
    assert doubts(told, STRAY) == []


def test_two_tags_in_one_box_say_nothing() -> None:
    def doubled(text: str) -> str:
        other = control(text, RECEIVED).replace(RECEIVED, GRANTED).replace(">3014<", "><")
        return text.replace(control(text, RECEIVED), control(text, RECEIVED) + other)

    told = changed(large(), doubled)
    assert told["figures"][RECEIVED] == 3014
    assert doubts(told, STRAY) == []


def test_a_control_that_only_asks_for_words_is_blank() -> None:
    def asking(text: str) -> str:
        empty = rewritten(text, RECEIVED, ">3014<", f">{PROMPT}<")
        return rewritten(empty, RECEIVED, "<w15:", "<w:showingPlcHdr/><w15:")

    told = changed(large(), asking)
    assert told["figures"][RECEIVED] is None
    assert told["figures"]["applications.received.business"] == 42


def test_a_number_in_a_control_is_read_whatever_the_control_says_of_it() -> None:
    told = changed(
        large(), lambda text: rewritten(text, RECEIVED, "<w15:", "<w:showingPlcHdr/><w15:")
    )
    assert from_json(told) == large()


@needs_office
@pytest.mark.parametrize("made", [large, old, small])
def test_another_program_saves_it_with_every_figure_and_word(made: Callable[[], Content]) -> None:
    told = read(saved(docx.draw(made()), "docx", "docx"), "docx")
    assert from_json(told) == made()
    assert len(told["figures"]) == len(made().format.cells)
