"""Whether the addresses that the prose names can be opened: R71."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .case import Case
from .finding import Finding
from .passages import told, wherever
from .rule import rule

_DOMAIN = r"(?:[A-Za-z0-9-]+[.．。]){0,6}(?:gov|com|cn|org|net)(?![A-Za-z])"
_COMMA = (
    r"(?<=[A-Za-z0-9-])(?<!\.cn)(?<!\.com)，(?=(?:gov[.．。]cn|cn|com|org|net)(?![A-Za-z0-9.-]))"
)
"""One that parts a host: “www.example.gov，cn”."""
_ADDRESS = re.compile(
    rf"(?:(?:https?|ftp)[:：;；]?[/／]{{2}}|(?:www|ｗｗｗ)[.．。])(?:[^\s,，。；）”》]|。(?={_DOMAIN})|{_COMMA})*"
    rf"|(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9.-]+[．。]{_DOMAIN}|[A-Za-z0-9_.-]+＠[A-Za-z0-9.-]+)"
)
"""Begun where a word begins alone: a long row of digits is looked through once."""
_WIDE = re.compile(r"[：；，／．。－＠０-９Ａ-Ｚａ-ｚ]")
_BEGUN_WRONG = re.compile(
    r"(?i:(?<![a-z])(?!(?:https?|ftp)://[^/])"
    r"(?:(?:https?|ftp)(?:[:;]{1,2}[/\\]{1,3}|[/\\]{2,3})|h?t{1,3}p{1,2}s?://|https?:(?=www\.))"
    r"(?=[a-z0-9]))"
)
"""http without its colon, with strokes too few, too many or leaning back, or misspelt."""


@rule("R71", "网址里有没有全角字符，开头对不对")
def addresses(case: Case) -> Iterator[Finding]:
    """R71: an address with full-width characters in it, or begun wrong, cannot be opened."""
    places = [
        place
        for place in wherever(case, _ADDRESS)
        if _WIDE.search(place.passage.text[place.start : place.end].rstrip("：。"))
    ]
    yield from told(places, "address", "R71", "的网址{where}有全角字符，点不开，请改为半角")
    words = "的网址{where}开头写得不对，点不开，应为http://或https://"
    yield from told(wherever(case, _BEGUN_WRONG), "address", "R71", words)
