"""Personal data in a text: numbers of identity cards, telephones and bank cards, private persons.

Whatever quotes the text quotes it `hidden`: a remark on the comma beside a number shows no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .persons import NAMES

_IDENTITY = re.compile(r"(?<![0-9])[1-9][0-9]{5} ?[0-9]{8} ?[0-9]{3}[0-9Xx](?![0-9])")
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")
_CARD = re.compile(r"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])")
_LONG = re.compile("[0-9０-９][0-9０-９ －-]{9}")
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ＋－　", "0123456789Xx+- ")
_WIDE = str.maketrans("(),;:", "（），；：")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"

Sure = Callable[[str], bool]


def personal(text: str) -> Iterator[tuple[str, int, int]]:
    """What each datum is and where in the text it stands."""
    yield from numbers(text)
    yield from _names(text)


def hidden(text: str) -> str:
    """The text, as long as it is, with its personal data masked."""
    for _, start, end in list(personal(text)):
        text = text[:start] + masked(text[start:end]) + text[end:]
    return text


def numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Of numbers alone; only texts with a long one are looked at more closely."""
    if not _LONG.search(text):
        return
    narrow = text.translate(_NARROW)
    for what, pattern, is_one in _KINDS:
        for match in pattern.finditer(narrow):
            if is_one(re.sub("[ -]", "", match[0])):
                yield what, *match.span()


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    wide = text.translate(_WIDE)
    spans = {match.span(1) for pattern in NAMES for match in pattern.finditer(wide)}
    yield from (("当事人姓名", *span) for span in sorted(spans))


def masked(value: str) -> str:
    """What may be shown of it: of a number its first three and last two signs, of a name one."""
    if len(value) < 6:
        return value[0] + "＊" * (len(value) - 1)
    return value[:3] + "＊" * (len(value) - 5) + value[-2:]


def _is_identity(value: str) -> bool:
    """GB 11643: the check digit is right and the date of birth can be one."""
    month, day = int(value[10:12]), int(value[12:14])
    total = sum(int(digit) * weight for digit, weight in zip(value, _WEIGHTS, strict=False))
    dated = value[6:8] in ("19", "20") and 1 <= month <= 12 and 1 <= day <= 31
    return dated and _CHECK_DIGITS[total % 11] == value[17].upper()


def _is_card(value: str) -> bool:
    """The check digit of bank cards (Luhn)."""
    digits = [int(char) for char in value][::-1]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0 and not _is_identity_like(value)


def _is_identity_like(value: str) -> bool:
    return bool(_IDENTITY.fullmatch(value)) and _is_identity(value)


_KINDS: tuple[tuple[str, re.Pattern[str], Sure], ...] = (
    ("身份证号码", _IDENTITY, _is_identity),
    ("手机号码", _MOBILE, lambda value: True),
    ("银行卡号", _CARD, _is_card),
)
