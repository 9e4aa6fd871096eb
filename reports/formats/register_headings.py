"""Which column of a register a heading names, and which headings are of people or of free words."""

from __future__ import annotations

from functools import lru_cache

from .register_words import PRIVATE_HEADINGS, ROLES
from .wording import bare


@lru_cache(maxsize=8192)
def role_of(heading: str) -> str:
    """The column that a heading names; "" for none, and for what names people."""
    said = bare(heading)
    return next((role.id for role in ROLES if said in map(bare, role.words)), "") or _within(said)


def _within(said: str) -> str:
    """A heading that says more: “申请人类型（自然人/法人）”, “答复 日期”."""
    if is_private(said):
        return ""
    found = [
        (len(word), role.id)
        for role in ROLES
        for word in map(bare, role.words)
        if len(word) >= 4 and word in said
    ]
    return max(found, default=(0, ""))[1]


def is_private(heading: str) -> bool:
    """Whether a column is about people, or of free words, by its heading."""
    said = bare(heading)
    return any(word in said for word in PRIVATE_HEADINGS)
