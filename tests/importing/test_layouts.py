"""The tables of real reports in every layout, and back: the same figures, nothing doubtful."""

from __future__ import annotations

import pytest

from .layouts import FLOWS, PAGES, SHEETS, TEXTS
from .readings import ALL, WITHOUT_BLANKS, figures, published, read
from .word_files import WORD


@pytest.mark.parametrize("layout", WORD)
@pytest.mark.parametrize("name", ALL)
def test_word_files(name: str, layout: str) -> None:
    content = published(name)
    told = read(WORD[layout](content), "docx")
    assert figures(told, content) == content.figures
    assert told["doubts"] == []


@pytest.mark.parametrize("layout", PAGES)
@pytest.mark.parametrize("name", ALL)
def test_web_pages(name: str, layout: str) -> None:
    content = published(name)
    told = read(PAGES[layout](content), "html")
    assert figures(told, content) == content.figures
    assert [doubt for doubt in told["doubts"] if doubt["cell"]] == []


@pytest.mark.parametrize("layout", SHEETS)
@pytest.mark.parametrize("name", ALL)
def test_spreadsheets(name: str, layout: str) -> None:
    content = published(name)
    told = read(SHEETS[layout](content), "xlsx")
    assert figures(told, content) == content.figures
    assert told["doubts"] == []


@pytest.mark.parametrize("layout", TEXTS)
@pytest.mark.parametrize("name", ALL)
def test_texts_with_boxes(name: str, layout: str) -> None:
    content = published(name)
    told = read(TEXTS[layout](content), "text")
    assert figures(told, content) == content.figures
    assert told["doubts"] == []


@pytest.mark.parametrize("layout", FLOWS)
@pytest.mark.parametrize("name", WITHOUT_BLANKS)
def test_texts_without_boxes(name: str, layout: str) -> None:
    content = published(name)
    told = read(FLOWS[layout](content), "text")
    assert figures(told, content) == content.figures
    assert told["doubts"] == []


@pytest.mark.parametrize("layout", FLOWS)
def test_texts_that_lose_blanks_put_no_figure_into_another_cell(layout: str) -> None:
    content = published("shanghai-office-2019")
    told = read(FLOWS[layout](content), "text")
    read_ = {id_: value for id_, value in figures(told, content).items() if value is not None}
    assert read_ == {id_: content.figures[id_] for id_ in read_}
    assert len([doubt for doubt in told["doubts"] if doubt["cell"]]) >= 8
