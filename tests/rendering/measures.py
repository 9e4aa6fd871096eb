"""What the golden reports measure, point by point of GB/T 9704-2012 (docs/documents.md)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pdfplumber
import pypdfium2

from reports.rendering.title import is_shapely

from .goldens import GOLDEN, drawn
from .lines import (
    BOTTOM,
    LEFT,
    MM,
    PITCH,
    RIGHT,
    TITLE,
    TOP,
    Line,
    body,
    face,
    middle,
    opens,
    read,
    words,
)
from .test_lines import NEVER_FIRST, NEVER_LAST, doubled

EM = (RIGHT - LEFT) / 28


@dataclass(frozen=True)
class Measure:
    """One point: its clause, what it asks, what was measured, and whether that is within it."""

    clause: str
    what: str
    asked: str
    measured: str
    holds: bool


def pages(name: str) -> list[list[Line]]:
    """The body lines of each page."""
    return [list(body(page)) for page in read(drawn(name))]


def all_measures() -> list[Measure]:
    """In the order of the standard."""
    return [*paper(), *grid(), *running(), *title(), *levels(), *numbers(), *closing(), *tables()]


def paper() -> Iterator[Measure]:
    with pdfplumber.open(io.BytesIO(drawn("long"))) as file:
        width, height = (float(side) / MM for side in (file.pages[0].width, file.pages[0].height))
    full = pages("long")[1]
    top = (middle(full[0][0]) - PITCH / 2) / MM
    bottom = (middle(full[-1][0]) + PITCH / 2) / MM
    left = min(line[0]["x0"] for line in full) / MM
    right = max(line[-1]["x1"] for line in full) / MM
    size = f"{width:.0f} × {height:.0f} mm"
    yield Measure("5.1", "幅面", "A4，210 × 297 mm", size, size == "210 × 297 mm")
    yield Measure("5.2.1", "天头", "37 mm ± 1 mm", f"{top:.1f} mm", abs(top - 37) <= 1)
    yield Measure("5.2.1", "订口", "28 mm ± 1 mm", f"{left:.1f} mm", abs(left - 28) <= 1)
    area = (right - left, bottom - top)
    holds = abs(area[0] - 156) <= 1 and abs(area[1] - 225) <= 1
    yield Measure("5.2.1", "版心", "156 × 225 mm", f"{area[0]:.0f} × {area[1]:.0f} mm", holds)


def grid() -> Iterator[Measure]:
    full = pages("long")[1]
    steps = [middle(b[0]) - middle(a[0]) for a, b in pairwise(full)]
    loose = pages("zero")[0][-1]  # the last line of a paragraph, as wide as it is by itself
    advance = (loose[-1]["x0"] - loose[0]["x0"]) / (len(loose) - 1)
    count = int((RIGHT - LEFT + 0.1) / advance)
    yield Measure("5.2.3", "每页行数", "22 行", f"{len(full)} 行", len(full) == 22)
    pitch = sum(steps) / len(steps)
    yield Measure(
        "5.2.3", "行距", "225 mm ÷ 22 = 28.99 pt", f"{pitch:.2f} pt", abs(pitch - PITCH) < 0.1
    )
    yield Measure("5.2.3", "每行字数", "28 字", f"{count} 字", count == 28)


def running() -> Iterator[Measure]:
    whole = [line for name in GOLDEN for page in pages(name) for line in page]
    broken = [(a, b) for a, b in pairwise(whole) if goes_on(a, b)]
    sizes = {round(c["size"], 1) for line in whole for c in line}
    off = max(abs(a[-1]["x1"] - RIGHT) for a, _ in broken if not addressed(a))
    indents = [(line[0]["x0"] - LEFT) / EM for line in whole if opens(line) and beginning(line)]
    bad = [1 for a, b in broken if words(b)[0] in NEVER_FIRST and not doubled(words(b))]
    bad += [1 for a, _ in broken if words(a)[-1] in NEVER_LAST]
    yield Measure("5.2.2", "正文字号", "3 号（16 pt）", f"{sizes.pop():g} pt", not sizes)
    indent = sum(indents) / len(indents)
    yield Measure("7.3.3", "首行缩进", "2 字", f"{indent:.1f} 字", abs(indent - 2) < 0.1)
    edge = "≤ 1 pt" if off <= 1 else f"{off:.1f} pt"
    yield Measure("5.2.3", "满行右端与版心右边的差", "齐（1 pt 以内）", edge, off <= 1)
    asked = "行首无句末点号和后引号、后括号，行末无前引号、前括号"
    yield Measure("GB/T 15834 5.1", "避头尾", asked, f"违反 {len(bad)} 处", not bad)


def goes_on(one: Line, two: Line) -> bool:
    """Whether the second line goes on with the paragraph of the first."""
    return not opens(two) and (two[0]["top"] > one[0]["top"]) and words(two) != words(one)


def addressed(line: Line) -> bool:
    """Whether part of it is an address of the web, which may leave a line short by some letters."""
    return any(mark in words(line) for mark in ("www.", "://", ".gov", "?"))


def beginning(line: Line) -> bool:
    """Whether it begins a paragraph with a hanzi; what closes the report stands elsewhere."""
    return line[0]["x0"] < LEFT + 4 * EM and not words(line)[0].isascii()


def title() -> Iterator[Measure]:
    shapes, off, faces = [], 0.0, set()
    for name in GOLDEN:
        found = list(body(read(drawn(name))[0], TITLE))
        off = max(off, *(abs((a[0]["x0"] + a[-1]["x1"]) / 2 - (LEFT + RIGHT) / 2) for a in found))
        shapes.append([float(line[-1]["x1"] - line[0]["x0"]) for line in found])
        faces |= {face(char) for line in found for char in line if char["text"] in "政府报告"}
    named = "、".join(sorted(faces))
    yield Measure(
        "7.3.1", "标题字体字号", "2 号小标宋体", f"22 pt {named}", faces == {"FandolSong-Bold"}
    )
    shown = f"{len(GOLDEN)} 份均为梯形或菱形，居中偏差 ≤ 0.5 mm"
    holds = all(map(is_shapely, shapes)) and off / MM <= 0.5
    yield Measure("7.3.1", "标题排列", "居中，梯形或菱形", shown if holds else "否", holds)


LEVELS = {
    "一、": ("黑体", "FandolHei"),
    "（一）": ("楷体", "FandolKai"),
    "1.": ("仿宋体", "FandolFang"),
    "（1）": ("仿宋体", "FandolFang"),
}


def levels() -> Iterator[Measure]:
    whole = [line for name in ("large", "small") for page in pages(name) for line in page]
    for mark, (asked, expected) in LEVELS.items():
        line = next(line for line in whole if words(line).startswith(mark))
        found = face(line[len(mark) + 1])
        yield Measure("7.3.3", f"结构层次“{mark}”", asked, found, found == expected)
    text = next(line for line in whole if words(line).startswith("在政府门户网站"))
    yield Measure("5.2.2", "正文字体", "仿宋体", face(text[0]), face(text[0]) == "FandolFang")
    latin = {face(c) for line in whole for c in line if c["text"].isascii() and c["text"].isalnum()}
    latin.discard("FandolKai")
    yield Measure("—", "数字、字母", "与正文相称", "、".join(sorted(latin)), len(latin) == 1)


def numbers() -> Iterator[Measure]:
    for number, side in ((1, "右"), (2, "左")):
        left, right, dash, size, said = footer(number)
        room = right if number == 1 else left
        shown = f"居{side}空 {room / 14:.1f} 字，“{said}”，{size:g} pt"
        holds = abs(room / 14 - 1) < 0.15 and size == 14 and said == f"— {number} —"
        asked = f"4 号半角宋体，左右各一条一字线，居{side}空一字"
        yield Measure("7.5", f"页码（{'单' if number == 1 else '双'}页）", asked, shown, holds)
    yield Measure("7.5", "一字线上距版心下边缘", "7 mm", f"{dash:.1f} mm", abs(dash - 7) <= 0.1)


def footer(number: int) -> tuple[float, float, float, float, str]:
    """Room left and right in points, how far down the dash begins in mm, size, and the words."""
    chars = [c for c in read(drawn("long"))[number - 1] if c["top"] > BOTTOM]
    chars.sort(key=lambda char: char["x0"])
    dots = 600 / 25.4
    page = pypdfium2.PdfDocument(drawn("long"))[number - 1].render(scale=600 / 72).to_pil()
    begins = chars[0]["x0"] / MM * dots
    strip = page.convert("L").crop(
        (int(begins), round(262 * dots), int(begins + 3 * dots), page.height)
    )
    dash = (strip.point(lambda v: 255 * (v < 128)).getbbox() or (0, 0))[1] / dots
    room = chars[0]["x0"] - LEFT, RIGHT - chars[-1]["x1"]
    return *room, dash, round(chars[0]["size"], 1), words(chars)


def closing() -> Iterator[Measure]:
    name, date = pages("large")[-1][-2:]
    room = (RIGHT - date[-1]["x1"]) / EM
    apart = (name[0]["x0"] + name[-1]["x1"] - date[0]["x0"] - date[-1]["x1"]) / 2 / MM
    holds = abs(room - 4) < 0.1
    yield Measure(
        "7.3.5", "成文日期", "阿拉伯数字，右空四字", f"“{words(date)}”，右空 {room:.1f} 字", holds
    )
    shown = "居中偏差 ≤ 0.5 mm" if abs(apart) <= 0.5 else f"偏 {apart:.1f} mm"
    yield Measure("7.3.5", "发文机关署名", "以成文日期为准居中", shown, abs(apart) <= 0.5)


def tables() -> Iterator[Measure]:
    rows, cut = [], 0
    for name in GOLDEN:
        with pdfplumber.open(io.BytesIO(drawn(name))) as file:
            found = [table for page in file.pages for table in page.find_tables()]
        rows.append([len(table.rows) for table in found])
        cut += sum(table.bbox[3] > BOTTOM + 1 or table.bbox[1] < TOP - 1 for table in found)
    holds = all(one == [14, 28, 4] for one in rows) and not cut
    shown = "各表均在一页之内，越出版心 0 处" if holds else f"{rows}"
    yield Measure("—", "表格", "不跨行断开，不越出版心", shown, holds)
    black = {
        str(c["non_stroking_color"]) for name in GOLDEN for page in read(drawn(name)) for c in page
    }
    yield Measure(
        "5.2.4", "颜色", "黑色", "全部为黑色" if len(black) == 1 else str(black), len(black) == 1
    )
