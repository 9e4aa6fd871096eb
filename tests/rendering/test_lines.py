"""避头尾 (GB/T 15834-2011, 5.1): no line of whatever people write begins or ends as none may."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pypdf
import pytest
from django.utils.html import conditional_escape
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import html as markup

from reports.content import from_json
from reports.rendering import breaking, html, pdf
from reports.rendering.running import running

from .lines import RIGHT, Line, body, opens, read, words

NEVER_FIRST = set("，。、；：？！）》〉」』】〕”’·～－–％%℃‰…,;:?!)]")
NEVER_LAST = set("（《〈「『【〔“‘([")
ADDRESS = "https://www.example.gov.cn/zfxxgk/ysqgk/index.html?from=nianbao&year=2024"
SPLICES = ["年ab——ab", "ab……ab", "阿卜杜拉·买买提", "10～20", "1－3月", "5—8月", "3–4月", "及/或"]


def lines(*paragraphs: str) -> list[Line]:
    """The body lines of a report whose section one says this."""
    content = from_json({"agency": "某局", "year": 2024, "sections": {"1": "\n".join(paragraphs)}})
    found = [line for page in read(pdf.draw(content)) for line in body(page)]
    end = next(n for n, line in enumerate(found) if words(line).startswith("二、"))
    return found[1:end]


def broken(found: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line that goes on in the next one, with that one."""
    yield from ((one, two) for one, two in pairwise(found) if not opens(two))


MARKS = st.sampled_from([*"，。、；：？！", "——", "……", "·", "～", "—", "－", "/"])
PLAIN = st.text("政府信息公开工作年度报告", min_size=1, max_size=9)
NUMBERS = st.integers(0, 10**9).map(str) | st.sampled_from(
    ["98.6%", "2.5‰", "25℃", "12,345", "3.5％"]
)
LATIN = st.sampled_from(["IPv6", "e-mail", "App", "V2.0", "OCR", "12345", "www.a.gov.cn"])
PAIRED = st.sampled_from(
    ["“{}”", "《{}》", "（{}）", "【{}】", "〔{}〕", "‘{}’", "“《{}》（{}）”", "({})"]
)
QUOTED = st.builds(lambda pair, text: pair.replace("{}", text), PAIRED, PLAIN | NUMBERS | LATIN)
BITS = PLAIN | NUMBERS | LATIN | QUOTED | st.sampled_from(SPLICES)
RICH = st.lists(st.tuples(BITS, MARKS | st.just("")), min_size=5, max_size=40).map(
    lambda pairs: "".join(bit + mark for bit, mark in pairs)
)


# A page costs too much to look for the smallest example, or for other ones in every run.
FEW = settings(
    max_examples=6,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


@FEW
@given(st.lists(RICH, min_size=15, max_size=25))
def test_no_line_begins_or_ends_with_what_may_not(texts: list[str]) -> None:
    found = lines(*texts)
    assert found
    for one, two in broken(found):
        before, after = words(one), words(two)
        assert after[0] not in NEVER_FIRST or doubled(after), (before, after)
        assert before[-1] not in NEVER_LAST, (before, after)
        assert (before[-1], after[0]) not in {("—", "—"), ("…", "…")}, (before, after)


def doubled(line: str) -> bool:
    """Whether it begins with a whole dash of two, which may stand there."""
    return line.startswith("——")


SHORT = PLAIN | st.sampled_from(
    ["IPv6", "98.6%", "“2024年”", "（12,345件）", "《要点》", "‘一老一小’"]
)
SENTENCES = st.lists(st.tuples(SHORT, PLAIN).map("".join), min_size=15, max_size=30).map("，".join)


@FEW
@given(st.lists(SENTENCES, min_size=9, max_size=20))
def test_every_full_line_ends_at_the_right_edge(texts: list[str]) -> None:
    for one, _ in broken(lines(*texts)):
        assert one[-1]["x1"] == pytest.approx(RIGHT, abs=1), words(one)


@pytest.mark.parametrize("mark", ["·", "～", "—", "－", "/", "、", "）", "℃"])
def test_a_mark_that_may_not_begin_a_line_keeps_the_character_before(mark: str) -> None:
    found = lines(*("公" * ahead + f"甲{mark}乙" + "开" * 40 for ahead in range(12, 27)))
    ends = [(words(one)[-1], words(two)[0]) for one, two in broken(found)]
    assert len(ends) >= 15
    assert mark not in {first for _, first in ends}
    assert mark != "/" or mark not in {last for last, _ in ends}


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("公“开”", 1),
        ("”公", 1),
        ("，“公”", 1),
        ("2024“公”", 4),
        ("”“公", 1),
        ("（“公", None),
        ("“公", None),
        ("公”，", None),
        ("”）", None),
        ("公，", None),
        ("don’t", None),
    ],
)
def test_a_line_may_end_before_an_opening_and_after_a_closing_quotation_mark(
    text: str, at: int | None
) -> None:
    assert breaking._next_break(text, "zh-CN") == at


@pytest.mark.parametrize("ahead", range(1, 27, 5))
def test_an_address_fills_the_line_it_begins_in(ahead: int) -> None:
    found = lines("网" * ahead + ADDRESS + "。" + "开" * 60)
    assert all(one[-1]["x1"] == pytest.approx(RIGHT, abs=48) for one, _ in broken(found))
    assert "".join(map(words, found)).count(ADDRESS) == 1


def test_an_address_is_copied_from_the_pdf_as_it_was_typed() -> None:
    content = from_json({"agency": "某局", "year": 2024, "sections": {"1": f"网址{ADDRESS}。"}})
    text = pypdf.PdfReader(io.BytesIO(pdf.draw(content))).pages[0].extract_text()
    assert ADDRESS in text.replace("\n", "")


@pytest.mark.parametrize("word", ["A" * 60, "9" * 60])
def test_a_word_longer_than_a_line_keeps_within_the_page(word: str) -> None:
    assert all(line[-1]["x1"] < RIGHT + 1 for line in lines(f"见{word}。"))


@pytest.mark.parametrize("text", [f"见{ADDRESS}，1/2～<b>&。", "阿·某", "5—8月", "公开——开放"])
def test_running_text_loses_and_adds_nothing(text: str) -> None:
    shown = markup.fragment_fromstring(f"<p>{conditional_escape(running(text))}</p>")
    assert shown.text_content() == text


def test_pages_on_the_screen_are_without_spans_for_the_printer() -> None:
    content = from_json({"agency": "某局", "year": 2024, "sections": {"1": ADDRESS}})
    assert "paper-address" in html.body(content, in_lines=True)
    assert "paper-address" not in html.body(content)
