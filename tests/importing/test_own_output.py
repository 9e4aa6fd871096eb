"""What this program draws it reads back whole: the same report JSON, word for word."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import figures as fig
from reports.content import Content, from_json
from reports.formats import FORMATS, edition
from reports.prose import from_text
from reports.rendering import docx, fragment, html, pdf
from reports.rendering.marks import Marks
from tests import strategies
from tests.rendering import contents

from .readings import read

Draw = Callable[[Content, Marks], bytes]
WRITERS: dict[str, Draw] = {"docx": docx.draw, "html": html.draw}
DRAFT = Marks(draft=True, check_code="1A2B-3C4D")
KEPT = ("edition", "agency", "year", "title", "preamble", "sections", "figures")

SENTENCES = (
    "（一）主动公开。全年公开12件，办结率100%。",
    "（二）依申请公开",
    "1.渠道畅通",
    "（1）当面、邮寄、网上均可申请。",
    "全年收到 WTO 通报3次，网址http://www.example.gov.cn/，请查询。",
    "一是学习不够。二是更新不够快。",
    "“一图读懂”——便民利民……",
    "喆堃街道办事处办理行政许可5件、行政处罚0件。",
    "收到申请数量较去年增加12.5%，其中予以公开3件，不予公开2件，均按时答复，没有超过法定期限的情形。",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), max_size=5).map("\n".join)
names = st.sampled_from(["某某县财政局", "北京市某某区城市管理和综合行政执法局", "某某镇人民政府"])


@st.composite
def reports(draw: st.DrawFn) -> Content:
    """A report of either edition with balanced or blank figures and any of the sentences."""
    fmt = draw(st.sampled_from(list(FORMATS.values())))
    figures = draw(strategies.balanced(fmt))
    blank = draw(st.sets(st.sampled_from(list(fmt.cells)), max_size=40))
    figures |= dict.fromkeys(blank)
    made = from_json({"edition": fmt.edition, "agency": draw(names), "year": fmt.first_year + 1})
    fees: fig.Figures = {fee.id: draw(strategies.fees[fee.kind]) for fee in fmt.fees}
    prose = {key: from_text(draw(paragraphs)) for key in fmt.prose_keys}
    return replace(made, figures=figures, fees=fees, prose=prose)


def same(content: Content, told: dict[str, Any]) -> None:
    """The report JSON that was read is the one that was drawn."""
    given_: dict[str, Any] = json.loads(json.dumps(content.to_json()))
    assert {key: told[key] for key in KEPT} == {key: given_[key] for key in KEPT}
    if content.fee_sentence:
        assert told["fees"] == given_["fees"]


def _preamble(content: Content) -> Content:
    """Reports begin with a whole sentence, or with part one."""
    words = content.text("preamble") and "依据《条例》编制本报告。"
    return replace(content, prose={**content.prose, "preamble": from_text(words)})


@pytest.mark.parametrize("kind", WRITERS)
@given(content=reports().map(_preamble))
@settings(max_examples=8, deadline=None)
def test_a_drawn_file_is_read_back(kind: str, content: Content) -> None:
    same(content, read(WRITERS[kind](content, Marks()), kind))


@pytest.mark.long
@pytest.mark.parametrize("kind", [*WRITERS, "pdf"])
@given(content=reports().map(_preamble))
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


@given(content=reports().map(_preamble))
@settings(max_examples=8, deadline=None)
def test_what_an_agency_copies_to_its_web_site_is_read_back(content: Content) -> None:
    same(content, read(fragment.draw(content).encode(), "html"))
