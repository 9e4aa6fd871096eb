"""Claims as data, so that the filling page compares them by itself while somebody types.

static/js/claims.js reads them; tests/golden/claims.json holds both sides to the same verdicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from reports.content import Content
from reports.figures import Figures

from .claims import Claim, Kind
from .comparing import allowance, rewritten, summed
from .wording import named, says

Described = dict[str, Any]


def described(
    content: Content, claims: Sequence[Claim], previous: Figures | None = None
) -> list[Described]:
    """Each claim as JSON holds it, but for its place, which the caller knows.

    `value` and `allowed`, how far off it may be, are whole numbers in 1/`scale`. `ways` and `of`
    are sums of cells with their names; `last` is last year's of each way, or null. `group` is of
    counts that may be parts of one. `says` is filled in as table_says does. `instead` is what
    the number would be, as the figures stand.
    """
    counts = [one.group for one in claims if one.kind is Kind.COUNT]
    groups = [group for group in dict.fromkeys(counts) if counts.count(group) > 1]
    return [
        {
            **_measured(claim),
            "kind": claim.kind.value,
            "percent": bool(claim.numeral and claim.numeral.percent),
            "sure": claim.numeral is not None and claim.noun.sure,
            "text": claim.text,
            "quoted": claim.quoted,
            "noun": claim.noun.id,
            "group": _number(groups, claim),
            "ways": [_way(content, cells) for cells in claim.cells],
            "of": [_way(content, cells) for cells in claim.of],
            "less": list(claim.noun.less),
            "last": _last(claim, previous),
            "says": list(says(content, claim)),
            "instead": rewritten(claim, content.figures, previous),
        }
        for claim in claims
    ]


def _measured(claim: Claim) -> dict[str, int]:
    allowed = allowance(claim.numeral, exactly=not _is_rate(claim))
    scale = 10 ** max(_decimals(claim.value), _decimals(allowed))
    return {"value": int(claim.value * scale), "allowed": int(allowed * scale), "scale": scale}


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _is_rate(claim: Claim) -> bool:
    return claim.kind is Kind.PERCENT or bool(
        claim.kind is Kind.CHANGE and claim.numeral and claim.numeral.percent
    )


def _number(groups: Sequence[tuple[object, ...]], claim: Claim) -> int | None:
    is_count = claim.kind is Kind.COUNT and claim.group in groups
    return groups.index(claim.group) if is_count else None


def _way(content: Content, cells: tuple[str, ...]) -> dict[str, object]:
    return {"cells": list(cells), "name": named(content, cells)}


def _last(claim: Claim, previous: Figures | None) -> list[int | None]:
    if claim.kind is not Kind.CHANGE:
        return []
    sums = [summed(cells, previous or {}) for cells in claim.cells]
    return [int(one.least) if one.exact else None for one in sums]
