"""The content controls of a .docx: a figure carries its cell id, and nobody sees it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from reports.content import Content
from reports.figures import printed
from reports.rendering import docx as word
from tests.office import needs_office, saved

from .contents import large, old, small

APPEARANCE = "{http://schemas.microsoft.com/office/word/2012/wordml}"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def controls(data: bytes) -> list[Any]:
    """The content controls of the body."""
    return list(docx.Document(io.BytesIO(data)).element.body.iter(qn("w:sdt")))


def figures(content: Content) -> dict[str, str]:
    """What is to stand in them."""
    return {id_: printed(figure) for id_, figure in content.figures.items()}


def tagged(data: bytes) -> dict[str, str]:
    """What stands in each, by its tag."""
    found = controls(data)
    told = {
        one.find(f".//{qn('w:tag')}").get(qn("w:val")): "".join(one.itertext(qn("w:t")))
        for one in found
    }
    assert len(told) == len(found)
    return told


@pytest.mark.parametrize("made", [large, old, small])
def test_every_figure_is_in_a_control_with_its_cell_id(made: Callable[[], Content]) -> None:
    assert tagged(word.draw(made())) == figures(made())
    assert len(made().format.cells) in (198, 200)


def test_no_control_is_said_to_be_plain_text_which_libreoffice_sets_too_large() -> None:
    for one in controls(word.draw(large())):
        assert one.find(f"{qn('w:sdtPr')}/{qn('w:text')}") is None


def test_a_blank_has_no_control_that_a_program_could_fill_with_words() -> None:
    assert controls(word.draw(large(figures={}))) == []
    assert controls(word.draw(large(figures={}), to_fill=True)) == []


def test_a_control_stands_within_a_paragraph_around_one_run() -> None:
    for one in controls(word.draw(large())):
        assert one.getparent().tag == qn("w:p")
        assert [child.tag for child in one.find(qn("w:sdtContent"))] == [qn("w:r")]


def test_a_control_does_not_show_itself() -> None:
    data = word.draw(large())
    shown = [one.find(f".//{APPEARANCE}appearance") for one in controls(data)]
    assert {one.get(f"{APPEARANCE}val") for one in shown} == {"hidden"}
    root = docx.Document(io.BytesIO(data)).element
    assert root.get(IGNORABLE) == "w15"


def test_no_two_controls_have_one_number() -> None:
    ids = [one.find(f".//{qn('w:id')}").get(qn("w:val")) for one in controls(word.draw(large()))]
    assert len(set(ids)) == len(ids) == 200


@needs_office
@pytest.mark.parametrize("made", [large, old])
def test_another_program_keeps_every_figure_in_its_control(made: Callable[[], Content]) -> None:
    # LibreOffice knows tags from 7.5 on; the one before drops them, puts a second control round
    # each and keeps all else.
    found = controls(saved(word.draw(made()), "docx", "docx"))
    kept = [one for one in found if one.find(f".//{qn('w:sdt')}") is None]
    assert ["".join(one.itertext(qn("w:t"))) for one in kept] == [*figures(made()).values()]
