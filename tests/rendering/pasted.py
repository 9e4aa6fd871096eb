"""What editors of web sites make of what is pasted into them: each takes something away."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement

Editor = Callable[[HtmlElement], None]


def _without(*names: str) -> Editor:
    def edit(root: HtmlElement) -> None:
        for element in root.iter("*"):
            for name in names:
                element.attrib.pop(name, None)

    return edit


def _renamed(old: str, new: str) -> Editor:
    def edit(root: HtmlElement) -> None:
        for element in list(root.iter(old)):
            element.tag = new

    return edit


def _unwrapped(*tags: str) -> Editor:
    def edit(root: HtmlElement) -> None:
        for element in [one for one in root.iter(*tags) if one is not root]:
            element.drop_tag()

    return edit


def _in_paragraphs(root: HtmlElement) -> None:
    """The words of every box in a paragraph, as UEditor has them."""
    for box in root.iter("td", "th"):
        inside = html.Element("p")
        inside.text, box.text = box.text, None
        inside.extend(list(box))
        box.append(inside)


def _all(*edits: Editor) -> Editor:
    def edit(root: HtmlElement) -> None:
        for one in edits:
            one(root)

    return edit


_PLAIN = _without("style", "class", "id")
EDITORS: dict[str, Editor] = {
    "styles, classes and ids go": _PLAIN,
    "scopes go too": _all(_PLAIN, _without("scope")),
    "heads become common boxes": _all(_PLAIN, _without("scope"), _renamed("th", "td")),
    "wrappers go": _all(_PLAIN, _unwrapped("div", "span", "thead", "tbody")),
    "boxes get paragraphs": _all(_without("scope"), _renamed("th", "td"), _in_paragraphs),
    "everything but tables and words goes": _all(
        _without("style", "class", "id", "scope", "border", "width", "cellpadding"),
        _unwrapped("div", "span", "thead", "tbody", "strong", "font"),
        _renamed("th", "td"),
    ),
    "headings become bold paragraphs": _all(
        _PLAIN, *(_renamed(f"h{level}", "p") for level in range(1, 7))
    ),
}
"""By what they do."""


def pasted(source: str, name: str) -> str:
    """The fragment as it stands in the site after that editor had it, in a page with a menu."""
    root = html.fragment_fromstring(source)
    EDITORS[name](root)
    text = re.sub(r">\s+<", "><", html.tostring(root, encoding="unicode"))
    return f"<html><body><ul><li><a href='/'>首页</a></li></ul>{text}<p>版权所有</p></body></html>"
