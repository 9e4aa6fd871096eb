"""What a district decides about the checks: how severe each is, and the words of its own lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .finding import Severity

OFF = None
"""A check that the district has turned off."""


@dataclass(frozen=True)
class Settings:
    """`severities` by the name of a check, OFF where it is not asked at all.

    `wrong_words` (wrong → right) are looked for besides those shipped, and stand over them.
    `sensitive_words` are named wherever they stand; `kept_words` are right as they are: nothing
    inside one of them is called wrong.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    wrong_words: Mapping[str, str] = field(default_factory=dict)
    sensitive_words: tuple[str, ...] = ()
    kept_words: tuple[str, ...] = ()


DEFAULTS = Settings()
"""As shipped."""
