"""What this program draws it reads back whole: the same report JSON, word for word."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from reports.content import Content
from reports.formats import edition
from reports.rendering import docx, fragment, html, pdf
from reports.rendering.marks import Marks
from reports.rendering.verifying import Verification
from tests.rendering import contents

from .own import SENTENCES, reports
from .readings import read

Draw = Callable[[Content, Marks], bytes]
WRITERS: dict[str, Draw] = {"docx": docx.draw, "html": html.draw}
DRAFT = Marks(draft=True, check_code="1A2B-3C4D")
KEPT = ("edition", "agency", "year", "title", "preamble", "sections", "figures")


def same(content: Content, told: dict[str, Any]) -> None:
    """The report JSON that was read is the one that was drawn."""
    given_: dict[str, Any] = json.loads(json.dumps(content.to_json()))
    assert {key: told[key] for key in KEPT} == {key: given_[key] for key in KEPT}
    if content.fee_sentence:
        assert told["fees"] == given_["fees"]


@pytest.mark.parametrize("kind", WRITERS)
@given(content=reports())
@settings(max_examples=8, deadline=None)
def test_a_drawn_file_is_read_back(kind: str, content: Content) -> None:
    same(content, read(WRITERS[kind](content, Marks()), kind))


@pytest.mark.parametrize("kind", [*WRITERS, "pdf"])
def test_how_it_is_verified_is_no_part_of_a_report(kind: str) -> None:
    content = contents.large()
    marks = Marks(verify=Verification("https://xxgk.mouxian.gov.cn", content.digest))
    writer = pdf.draw if kind == "pdf" else WRITERS[kind]
    same(content, read(writer(content, marks), kind))


@pytest.mark.long
@pytest.mark.parametrize("kind", [*WRITERS, "pdf"])
@given(content=reports())
@settings(max_examples=300, deadline=None)
def test_any_drawn_file_is_read_back(kind: str, content: Content) -> None:
    writer = pdf.draw if kind == "pdf" else WRITERS[kind]
    same(content, read(writer(content, Marks()), kind))


@pytest.mark.parametrize("made", [contents.large, contents.small, contents.old])
def test_a_drawn_pdf_is_read_back(made: Callable[[], Content]) -> None:
    same(made(), read(pdf.draw(made()), "pdf"))


def test_the_paragraphs_of_a_pdf_are_put_together_as_they_were() -> None:
    words = "\n".join([*SENTENCES, SENTENCES[-1] * 4])
    content = contents.large(sections={"1": words, "5": SENTENCES[4], "6": SENTENCES[0]})
    same(content, read(pdf.draw(content), "pdf"))


@pytest.mark.parametrize("kind", [*WRITERS, "pdf"])
def test_a_draft_is_read_without_its_marks(kind: str) -> None:
    content = contents.large(figures={}, fees={})
    writer = pdf.draw if kind == "pdf" else WRITERS[kind]
    told = read(writer(content, DRAFT), kind)
    same(content, told)
    assert not [doubt for doubt in told["doubts"] if doubt["cell"]]


def test_the_fee_sentence_is_read_as_figures() -> None:
    content = contents.large()
    told = read(html.draw(content), "html")
    assert told["fees"] == {"notices": 0, "billed": "0", "received": "0"}
    assert "收费通知" not in told["sections"]["6"]


def test_an_edition_without_fees_says_none() -> None:
    assert "fees" not in read(html.draw(contents.old()), "html")
    assert edition("2019").fees == ()


@given(content=reports())
@settings(max_examples=8, deadline=None)
def test_what_an_agency_copies_to_its_web_site_is_read_back(content: Content) -> None:
    same(content, read(fragment.draw(content).encode(), "html"))
