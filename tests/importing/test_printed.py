"""Reports printed to PDF by other programs are read back: tables by rules, words as paragraphs."""

from __future__ import annotations

import pytest

from .printed import WITHOUT_RULES, by_chromium, by_weasyprint
from .readings import figures, published, read

OLD, LARGE = "shanghai-office-2019", "haidian-2024"


@pytest.mark.parametrize("name", [OLD, pytest.param("hongze-2023", marks=pytest.mark.long)])
def test_printed_by_weasyprint(name: str) -> None:
    content = published(name)
    told = read(by_weasyprint(content), "pdf")
    assert figures(told, content) == content.figures
    assert told["doubts"] == []


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
