"""Lists that somebody has typed or pasted: one pair “错→对” a line, or one word a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports import prose

_ARROW = re.compile(r"\s*(?:→|[-—－=＝]+[>＞]|[\t=＝：:，,])\s*|\s+")
MOST_LINES = 2000
_TOLD = 5
"""So many bad lines are told one by one."""


class UnreadableError(ValueError):
    """Lines that cannot be understood; the message names them in Chinese."""


def pairs(text: str) -> dict[str, str]:
    """Wrong word → right word. Raises UnreadableError naming the lines that are no pair."""
    found: dict[str, str] = {}
    bad = []
    for number, line in _lines(text):
        parts = [part.strip("“”\"' ") for part in _ARROW.split(line)]
        if len(parts) != 2 or not all(parts):
            bad.append(f"第{number}行“{line[:30]}”没有写成“错→对”")
        elif found.get(parts[0], parts[1]) != parts[1]:
            bad.append(f"第{number}行“{parts[0]}”前面已写了另一种改法“{found[parts[0]]}”")
        else:
            found[parts[0]] = parts[1]
    _complain(bad)
    return found


def words(text: str) -> list[str]:
    """One word a line, or several with 、 between them; each once, in the order given."""
    every = (word.strip("“”\"' ") for _, line in _lines(text) for word in re.split("[、;；]", line))
    return list(dict.fromkeys(filter(None, every)))


def sentences(text: str) -> list[str]:
    """One sentence a line, each once."""
    return list(dict.fromkeys(line for _, line in _lines(text)))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise UnreadableError(f"一次最多{MOST_LINES}行，请分几次录入")
    for number, line in enumerate(lines, 1):
        if tidied := prose.tidy(line.replace("\t", "→")):
            yield number, tidied


def _complain(bad: list[str]) -> None:
    if bad:
        more = f"，另有{len(bad) - _TOLD}行" if len(bad) > _TOLD else ""
        raise UnreadableError("；".join(bad[:_TOLD]) + f"{more}。没有保存，请改正后再试")
