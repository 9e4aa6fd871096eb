"""Reports printed to PDF by other programs are read back: tables by rules, words as paragraphs."""

from __future__ import annotations

import pytest

from reports.content import Content
from tests.office import needs_office

from . import word_files
from .layouts import Write
from .printed import (
    WITHOUT_RULES,
    by_chromium,
    by_office_from_page,
    by_office_from_word,
    by_weasyprint,
)
from .readings import ALL, figures, missing, published, read, wrong
from .unseen import READ, all_different

OLD, LARGE = "shanghai-office-2019", "haidian-2024"


@pytest.mark.parametrize("name", [OLD, pytest.param("hongze-2023", marks=pytest.mark.long)])
def test_printed_by_weasyprint(name: str) -> None:
    content = published(name)
    told = read(by_weasyprint(content), "pdf")
    assert figures(told, content) == content.figures
    assert told["doubts"] == []


def test_what_is_struck_through_on_paper_is_gone() -> None:
    content = published("tongzhou-2023")
    told = read(by_weasyprint(content, write=READ["old figures struck by style"]), "pdf")
    assert figures(told, content) == content.figures


def test_without_rules_the_words_alone_are_enough() -> None:
    content = published(LARGE)
    told = read(by_weasyprint(content, WITHOUT_RULES), "pdf")
    assert figures(told, content) == content.figures


def test_without_rules_and_with_blanks_no_figure_goes_astray() -> None:
    content = published(OLD)
    told = read(by_weasyprint(content, WITHOUT_RULES), "pdf")
    found = {id_: value for id_, value in figures(told, content).items() if value is not None}
    assert found == {id_: content.figures[id_] for id_ in found}
    assert len(told["doubts"]) > 10


@pytest.mark.browser
@pytest.mark.parametrize("name", [LARGE, pytest.param(OLD, marks=pytest.mark.long)])
def test_printed_by_a_browser(name: str, printer: object) -> None:
    content = published(name)
    told = read(by_chromium(printer, content), "pdf")
    assert figures(told, content) == content.figures
    assert told["sections"]["1"] == "（一）主动公开。网上公开12件。"


OFTEN = [
    LARGE,
    OLD,
    *(pytest.param(n, marks=pytest.mark.long) for n in ALL if n not in (LARGE, OLD)),
]


@needs_office
@pytest.mark.parametrize("name", OFTEN)
def test_a_word_file_printed_by_libreoffice(name: str) -> None:
    content = published(name)
    told = read(by_office_from_word(content), "pdf")
    assert figures(told, content) == content.figures
    assert (told["title"], told["doubts"]) == (content.title, [])
    assert told["sections"]["1"] == "（一）主动公开。网上公开12件。"


@needs_office
@pytest.mark.parametrize("write", [word_files.split, word_files.nested])
def test_word_files_of_other_kinds_printed_by_libreoffice(write: Write) -> None:
    content = published(OLD)
    told = read(by_office_from_word(content, write), "pdf")
    assert figures(told, content) == content.figures


@needs_office
@pytest.mark.parametrize("write", [word_files.unmerged, word_files.tracked])
def test_what_is_struck_through_or_lost_its_merges_puts_no_figure_astray(write: Write) -> None:
    content = published(OLD)
    told = read(by_office_from_word(content, write), "pdf")
    assert not wrong(told, content)
    doubtful = {str(doubt["cell"]).partition(".")[0] for doubt in told["doubts"]}
    assert {id_.partition(".")[0] for id_ in missing(told, content)} <= doubtful


@needs_office
@pytest.mark.parametrize("name", OFTEN)
def test_a_page_printed_by_libreoffice(name: str) -> None:
    content = published(name)
    told = read(by_office_from_page(content), "pdf")
    assert figures(told, content) == content.figures


@needs_office
@pytest.mark.parametrize("content", [published(LARGE), published(OLD), all_different()])
def test_unruled_tables_printed_by_libreoffice_put_no_figure_astray(content: Content) -> None:
    told = read(by_office_from_word(content, ruled=False), "pdf")
    assert not wrong(told, content)
    left_out = {id_ for id_ in missing(told, content) if id_.startswith("applications.")}
    assert len(left_out) / 7 <= len(told["doubts"])
    assert len(missing(told, content)) < len(content.figures) / 3


@needs_office
def test_figures_that_are_broken_in_their_boxes_are_named() -> None:
    content = all_different()
    told = read(by_office_from_word(content), "pdf")
    assert not wrong(told, content)
    assert missing(told, content) <= {doubt["cell"] for doubt in told["doubts"]}
