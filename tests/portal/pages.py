"""Pages of portals: the report as the agency gave it, and what portals make of it."""

from __future__ import annotations

import re
from typing import Any

from reports.content import Content
from reports.importing import page
from reports.portal import Compared, compare
from reports.rendering import html
from tests.rendering.contents import large

SIGNED = large()
ABOVE = "<div>首页 &gt; 政府信息公开 &gt; 年报</div><div>发布时间：2025-01-20 浏览次数：33</div>"
BELOW = "<div>相关链接</div><div>主办：某某县人民政府 京ICP备1号</div>"


def published(content: Content = SIGNED) -> str:
    """The report in the middle of a portal's page."""
    drawn = html.draw(content).decode()
    return drawn.replace("<body>", f"<body>{ABOVE}", 1).replace("</body>", f"{BELOW}</body>", 1)


def with_figure(text: str, cell: str, value: str) -> str:
    """The page with something else in one cell."""
    pattern = rf'(data-cell="{re.escape(cell)}"[^>]*>)[^<]*'
    changed, times = re.subn(pattern, rf"\g<1>{value}", text, count=1)
    assert times == 1
    return changed


def without_row(text: str, label: str) -> str:
    """The page without the row of a table that has that label."""
    rows = re.findall(r"<tr>.*?</tr>", text, re.DOTALL)
    row = next(one for one in rows if label in one)
    return text.replace(row, "", 1)


def without_table(text: str, number: int) -> str:
    """The page without its table of that part, 2, 3 or 4."""
    return text.replace(re.findall(r"<table.*?</table>", text, re.DOTALL)[number - 2], "", 1)


def replaced(text: str, old: str, new: str) -> str:
    """The page with something else in one place."""
    assert old in text
    return text.replace(old, new, 1)


def compared(text: str, content: Content = SIGNED, front: str = "html") -> Compared:
    about = (content.format.edition, str(content.year))
    return compare(content, page.parse(text.encode(), front, *about))


def told(found: Compared) -> list[tuple[Any, ...]]:
    """What differs, in short."""
    return [(one.kind.value, one.section, one.label, one.signed, one.page) for one in found.found]
