"""数据采集表: how the sheet that a division fills in marks its places, for writer and reader.

Column A of every worksheet is hidden and says what a line holds: a mark from META, a key of the
draft (words, fees), or the places of a table's line. Line 1, hidden too, numbers the columns, so
that a place is found again when somebody has put in a column.
"""

from __future__ import annotations

from collections.abc import Iterable

META = {"form": "编号", "provided_by": "提供人", "phone": "联系电话", "basis": "口径说明"}
"""What the first worksheet asks besides figures, with the words it asks for it."""

COLUMNS = "columns"
"""The mark of the line that numbers the columns."""


def line(places: Iterable[tuple[int, str]], basis: int) -> str:
    """The mark of a table's line: where each figure stands, and in which column its 口径."""
    return " ".join([*(f"{column}={id_}" for column, id_ in places), f"{basis}=*"])


def places(mark: str) -> dict[int, str]:
    """The columns of a line's mark with the ids; "*" is the 口径. Empty for any other text."""
    found = (part.partition("=") for part in mark.split())
    return {int(at): id_ for at, equals, id_ in found if equals and is_number(at)}


def is_number(text: str) -> bool:
    """Whether it may number a column; no sheet has so many that a longer one does."""
    return text.isascii() and text.isdigit() and len(text) <= 5


def form_code(agency: str, year: int, edition: str, division: int) -> str:
    """What a filled-in sheet says of whose it is."""
    return f"{agency}/{year}/{edition}/{division}"
