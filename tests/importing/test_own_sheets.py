"""A spreadsheet that this program draws is read back whole, also after others have saved it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.content import Content, from_json
from reports.prose import from_text
from reports.rendering import docx, xlsx
from reports.rendering.marks import Marks
from tests.office import needs_office, saved
from tests.rendering import contents

from .own import reports
from .readings import doubts, read

DRAFT = Marks(draft=True, check_code="1A2B-3C4D")
PLACES = st.lists(st.integers(0, 197), max_size=12)


def same(content: Content, told: dict[str, Any]) -> None:
    """What was read is what was drawn: every figure, fee and word, and nothing was doubted."""
    assert from_json(told) == content
    assert told["doubts"] == []


def spoilt(content: Content, places: list[int]) -> Content:
    """The report with figures that are out by one, totals among them."""
    ids = list(content.figures)
    wrong = {id_: value + 1 for n in places if (value := content.figures[id_ := ids[n]])}
    return replace(content, figures={**content.figures, **wrong})


@given(content=reports(), places=PLACES)
@settings(max_examples=12)
def test_a_drawn_sheet_is_read_back(content: Content, places: list[int]) -> None:
    wrong = spoilt(content, places)
    same(wrong, read(xlsx.draw(wrong), "xlsx"))


@pytest.mark.long
@given(content=reports(), places=PLACES)
@settings(max_examples=300)
def test_any_drawn_sheet_is_read_back(content: Content, places: list[int]) -> None:
    wrong = spoilt(content, places)
    same(wrong, read(xlsx.draw(wrong, DRAFT), "xlsx"))


def test_a_draft_is_read_without_its_marks() -> None:
    content = contents.large(figures={}, fees={})
    told = read(xlsx.draw(content, DRAFT), "xlsx")
    assert from_json(told) == content
    assert not [doubt for doubt in told["doubts"] if doubt["cell"]]


def test_fees_are_read_that_do_not_make_a_sentence() -> None:
    content = contents.small(fees={"notices": 3, "billed": "200.5"})
    same(content, read(xlsx.draw(content), "xlsx"))


def test_fees_that_the_words_tell_otherwise_are_doubted() -> None:
    words = "发出收费通知5件，总金额100元，实际收取100元。"
    content = contents.small(fees={"notices": 3, "billed": "100"}, sections={"6": words})
    told = read(xlsx.draw(content), "xlsx")
    assert told["fees"] == {"notices": 3, "billed": "100", "received": "100"}
    assert len(doubts(told, "与文字中写的不同")) == 1


def test_very_long_paragraphs_and_what_looks_like_escapes_come_back() -> None:
    words = f"{'全年主动公开政府信息，回应群众关切。' * 200}\n=1+1\n_x0041_为记号。"
    content = contents.small(sections={**contents.PROSE, "1": words})
    same(content, read(xlsx.draw(content), "xlsx"))


@needs_office
@pytest.mark.parametrize("made", [contents.large, contents.small, contents.old])
def test_a_sheet_that_libreoffice_has_saved_is_read_back(made: Callable[[], Content]) -> None:
    wrong = spoilt(made(), [20, 40, 190])
    same(wrong, read(saved(xlsx.draw(wrong), "xlsx", "xlsx"), "xlsx"))


@needs_office
@pytest.mark.parametrize("made", [contents.large, contents.small, contents.old])
def test_a_pdf_that_libreoffice_makes_of_our_word_file_has_the_same_figures(
    made: Callable[[], Content],
) -> None:
    told = read(saved(docx.draw(made()), "docx", "pdf"), "pdf")
    read_ = from_json(told)
    assert (read_.figures, read_.fees) == (made().figures, made().fees)
    assert {key: from_text(told["sections"][key]) for key in ("1", "5", "6")} == {
        key: made().prose[key] for key in ("1", "5", "6")
    }
