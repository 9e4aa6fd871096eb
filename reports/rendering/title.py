"""Where the title of a report breaks: after the name of the place, before that of the office."""

from __future__ import annotations

import re

from reports.content import Content

FITS = 20
"""Characters of 2号 in one line of the type area."""

_PLACE_ENDS = re.compile(
    "(?<!城)市(?![场政容民])|(?<![社园])区(?![域划])|州(?!市)|[省盟县旗](?!级)|(?=（)"
)
"""After a place's name, or before what stands in brackets; never within 城市, 市场, 社区."""


def title_lines(content: Content) -> tuple[str, ...]:
    """The title in the lines it is set in; a line that is still too long breaks as it must."""
    rest = content.title.removeprefix(content.agency)
    if not content.agency or not rest or rest == content.title:
        return (content.title,)
    return (*_name_lines(content.agency), rest)


def _name_lines(name: str) -> tuple[str, ...]:
    """A name too long for one line in two, the place above the office, as even as may be."""
    if len(name) <= FITS:
        return (name,)
    ends = {match.end() for match in _PLACE_ENDS.finditer(name.partition("（")[0] + "（")}
    fitting = [end for end in ends if max(end, len(name) - end) <= FITS]
    if not fitting:
        return (name,)
    at = min(fitting, key=lambda end: abs(2 * end - len(name)))
    return name[:at], name[at:]
