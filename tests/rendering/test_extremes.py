"""Very long, very short and hostile text: drawn as text, whole, with nothing fetched."""

import io
import socket
import time
from dataclasses import replace

import docx
import pytest
from pypdf import PdfReader

from reports.prose import Paragraph
from reports.rendering import docx as word
from reports.rendering import html, pdf
from reports.rendering.marks import Marks

from .contents import small
from .reading import docx_text, html_text, pdf_pages, pdf_text

HOSTILE = [
    '<img src="http://198.51.100.7/a.png">',
    '<link rel="stylesheet" href="http://198.51.100.7/a.css">',
    '<link rel="attachment" href="file:///etc/passwd">',
    "<script>alert(1)</script>",
    "<style>@import url(http://198.51.100.7/b.css); body { display: none }</style>",
    '</p><object data="file:///etc/passwd"></object>',
    "{% load static %}{{ settings.SECRET_KEY }}&lt;b&gt;&#x4e00;",
    "]]><!--<?xml version='1.0'?>",
]
BARE = [text.replace(" ", "") for text in HOSTILE]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Everything that tries to reach another machine is written down and refused."""
    tried: list[object] = []

    def connect(_socket: socket.socket, address: object) -> None:
        tried.append(address)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", connect)
    return tried


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_markup_is_text_and_loads_nothing(kind: str, no_network: list[object]) -> None:
    draw = {"pdf": pdf.draw, "docx": word.draw, "html": html.draw}[kind]
    text = {"pdf": pdf_text, "docx": docx_text, "html": html_text}[kind]
    content = small(preamble="\n".join(HOSTILE), sections={"1": HOSTILE[0]})
    read = text(draw(content))
    assert [words for words in BARE if words not in read] == []
    assert no_network == []


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_markup_in_title_agency_and_marks_is_text(kind: str, no_network: list[object]) -> None:
    draw = {"pdf": pdf.draw, "docx": word.draw, "html": html.draw}[kind]
    text = {"pdf": pdf_text, "docx": docx_text, "html": html_text}[kind]
    content = small(title=HOSTILE[0], agency=HOSTILE[3])
    assert BARE[0] in text(draw(content, Marks(check_code=HOSTILE[1])))
    assert no_network == []


def test_the_html_file_stands_alone() -> None:
    drawn = html.draw(small(preamble=HOSTILE[0])).decode()
    for tag in ("<script", "<link", "<img", "<iframe", "url(", "@import", " on", "style="):
        assert tag not in drawn.partition("<body")[2]
    assert "url(" not in drawn
    assert "@import" not in drawn


def test_a_hundred_thousand_characters_are_drawn_whole() -> None:
    paragraph = "全年主动公开政府信息，回应群众关切。" * 40
    content = small(sections={"1": "\n".join([paragraph] * 140)})
    assert len(content.text("1")) > 100_000
    assert docx_text(word.draw(content)).count("回应群众关切") == 5600
    began = time.monotonic()
    pages = PdfReader(io.BytesIO(pdf.draw(content))).pages
    assert time.monotonic() - began < 120
    assert len(pages) > 100_000 / (22 * 28)
    assert "回应群众关切" in pages[150].extract_text()


def test_one_paragraph_may_be_longer_than_a_page() -> None:
    pages = pdf_pages(pdf.draw(small(sections={"1": "公开" * 800})))
    assert sum(page.count("公开") for page in pages) >= 800


@pytest.mark.parametrize("agency", ["某某市" * 40 + "局", "VeryLongUnbrokenName" * 6])
def test_a_very_long_title_keeps_within_the_page(agency: str) -> None:
    content = small(agency=agency, title="")
    assert f"{agency}2024年" in pdf_text(pdf.draw(content))
    assert docx.Document(io.BytesIO(word.draw(content))).core_properties.title == content.title


def test_parts_without_words_have_their_headings_alone() -> None:
    content = small(sections={}, fees={})
    assert "六、其他需要报告的事项" in docx_text(word.draw(content))
    assert pdf_pages(pdf.draw(content))[-1].count("、") >= 3
    assert html_text(html.draw(content)).endswith("六、其他需要报告的事项")


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\ufffe"], ids=ascii)
def test_what_no_file_can_hold_takes_nothing_else_with_it(char: str) -> None:
    prose = {**small().prose, "preamble": (Paragraph("p1", f"前文{char}后文"),)}
    for read, draw in ((pdf_text, pdf.draw), (docx_text, word.draw), (html_text, html.draw)):
        words = read(draw(replace(small(), prose=prose)))
        assert words.index("前文") < words.index("后文") < words.index("六、其他需要报告的事项")
