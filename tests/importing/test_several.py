"""Files that hold more than one whole report: one is read, from its own rows alone, the others are
named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from reports.content import Content

from . import layouts, word_files
from .readings import doubts, figures, published, read
from .unseen import all_different

Write = Callable[[Content], bytes]


def bodies(content: Content) -> bytes:
    return re.sub(rb"</?(html|head|body|meta|title)[^>]*>", b"", layouts.spans(content))


LAYOUTS: dict[str, tuple[Write, str]] = {
    "strokes": (layouts.pipes, "text"),
    "a box a line": (layouts.bare_lines, "text"),
    "a line a report": (layouts.one_line, "text"),
    "pages": (layouts.spans, "html"),
    "one page": (bodies, "html"),
}
OTHERS = "文件里有2份报告"


def later() -> Content:
    """Another agency's report, of 2024, no figure of which is any other's."""
    return all_different()


def earlier() -> Content:
    """A report of 2023."""
    return published("tongzhou-2023")


def of_same_year() -> Content:
    """A report of 2024, of an agency of its own."""
    title = "北京市通州区人民政府2024年政府信息公开工作年度报告"
    return replace(earlier(), title=title, year=2024)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("is_first", [True, False])
def test_the_report_of_the_latest_year_is_read_alone(layout: str, is_first: bool) -> None:
    write, front = LAYOUTS[layout]
    both = [later(), earlier()] if is_first else [earlier(), later()]
    told = read(b"\n".join(map(write, both)), front)
    assert (told["title"], figures(told, later())) == (later().title, later().figures)
    [named] = doubts(told, OTHERS)
    assert later().title in named["why"]
    assert earlier().title in named["why"]
    assert len(told["doubts"]) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_of_the_same_year_the_first_is_read(layout: str) -> None:
    write, front = LAYOUTS[layout]
    told = read(write(of_same_year()) + b"\n" + write(later()), front)
    assert figures(told, of_same_year()) == of_same_year().figures
    assert later().title in doubts(told, OTHERS)[0]["why"]


def test_two_in_one_word_file_are_told_apart() -> None:
    first, second = (
        word_files.body(word_files.merged(content)) for content in (earlier(), later())
    )
    told = read(word_files.packed(first + second), "docx")
    assert figures(told, later()) == later().figures
    assert len(doubts(told, OTHERS)) == len(told["doubts"]) == 1


SPOILT: dict[str, Callable[[str], str]] = {
    "headings in other words": lambda text: text.replace("二、主动公开", "二、主动、公开"),
    "table four gone": lambda text: re.sub("(?s)四、.*?\n五、", "五、", text),
    "table two gone": lambda text: re.sub("(?s)二、.*?\n三、", "三、", text),
    "words gone": lambda text: re.sub("(?s)五、.*", "", text),
}


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("is_first", [True, False])
def test_nothing_of_the_other_fills_what_one_lacks(how: str, is_first: bool) -> None:
    pair = [SPOILT[how](layouts.pipes(later()).decode()), layouts.pipes(earlier()).decode()]
    told = read("\n".join(pair if is_first else pair[::-1]).encode(), "text")
    alone = read(pair[0].encode(), "text")
    assert (told["figures"], told["sections"]) == (alone["figures"], alone["sections"])
    assert len(doubts(told, OTHERS)) == 1


def test_the_place_of_the_other_report_is_named() -> None:
    first = layouts.pipes(earlier())
    told = read(first + b"\n" + layouts.pipes(later()), "text")
    assert doubts(told, OTHERS)[0]["line"] == 1
    told = read(layouts.pipes(later()) + b"\n" + first, "text")
    assert doubts(told, OTHERS)[0]["line"] == layouts.pipes(later()).count(b"\n") + 2


def test_three_reports_are_counted() -> None:
    told = read(b"\n".join(map(layouts.pipes, (earlier(), later(), earlier()))), "text")
    assert figures(told, later()) == later().figures
    assert len(doubts(told, "文件里有3份报告")) == 1


def test_a_cover_and_a_title_on_every_page_are_one_report() -> None:
    content, title = later(), later().title
    lines = layouts.pipes(content).decode().split("\n")
    paged = [line for n, one in enumerate(lines) for line in ([title] * (n % 9 == 0) + [one])]
    contents = [section.heading for section in content.format.sections]
    told = read("\n".join([title, *contents, *paged]).encode(), "text")
    assert figures(told, content) == content.figures
    assert not doubts(told, OTHERS)
