"""The three fee figures of section six, where its sentences state them plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from reports import figures as fig
from reports.content.content import plain_numbers
from reports.figures import RefusedError
from reports.formats import Format

from .reading import Reading
from .source import Source

_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?|零)"
_FAR = r"[^，。；;,]{0,14}?"
_SUBJECT = re.compile("信息处理费|收费通知|缴费通知|缴费|收费")
_ALL_NOTHING = re.compile(
    r"(?:收费|缴费)通知[^。；]{0,12}件数[^。；]{0,12}(?:总金额|金额)[^。；]{0,24}实际收取[^。；]{0,12}(?:均|都|皆)(?:为|是)?\s*(?:0|零)"
)
_PATTERNS = {
    "notices": (
        re.compile(rf"(?:收费|缴费)通知(?:书|单)?(?:的)?{_FAR}{_NUMBER}\s*(?:件|份|次)"),
        re.compile(rf"(?:涉及|需要?|应)(?:收费|缴费)的?申请{_FAR}{_NUMBER}\s*(?:件|份)"),
        re.compile(rf"{_NUMBER}\s*(?:件|份|次)(?:收费|缴费)通知"),
    ),
    "billed": (
        re.compile(rf"(?<!收取)(?<!收取的)(?<!收到的)总金额{_FAR}{_NUMBER}\s*(?P<unit>万元|元)"),
        re.compile(
            rf"(?:收费|缴费)通知(?:书|单)?(?:的)?(?:总)?金额{_FAR}{_NUMBER}\s*(?P<unit>万元|元)"
        ),
    ),
    "received": (
        re.compile(
            rf"(?:实际收取|实际收到|实收|收到缴费|实际收费|收取到)(?:的)?{_FAR}{_NUMBER}\s*(?P<unit>万元|元)"
        ),
        re.compile(rf"(?<!应)收取{_FAR}信息处理费{_FAR}{_NUMBER}\s*(?P<unit>万元|元)"),
    ),
}


def read(reading: Reading, fmt: Format, source: Source, *, boxed: bool = False) -> None:
    """Takes the fees from the words of section six; our own sentence of them out of the words.

    `boxed` says that they stand in boxes of their own, too.
    """
    if not fmt.fees:
        return
    key = str(fmt.fees_in)
    text = reading.sections.get(key, "")
    lines = text.split("\n")
    own = own_sentence(fmt)
    told = next((match for line in lines if (match := own.fullmatch(line))), None)
    if told:
        reading.fees = {fee.id: fig.clean(fee, told[fee.id]) for fee in fmt.fees}
        reading.sections[key] = "\n".join(line for line in lines if line != told[0])
        return
    found = dict(_stated(fmt, plain_numbers(text)))
    reading.fees = found
    if not found and not boxed and _SUBJECT.search(text):
        line = next(line for line in lines if _SUBJECT.search(line))
        place = next((row.line for row in reversed(source.rows) if _SUBJECT.search(row.text)), 0)
        reading.doubt("说到信息处理费，但没有写明发出收费通知的件数和金额", line, place)


def own_sentence(fmt: Format) -> re.Pattern[str]:
    """The sentence that our documents print."""
    pattern = re.escape(fmt.fee_sentence)
    for fee in fmt.fees:
        pattern = pattern.replace(
            re.escape("{" + fee.id + "}"), rf"(?P<{fee.id}>[0-9]+(?:\.[0-9]+)?)"
        )
    return re.compile(pattern.replace(re.escape("{year}"), r"\d{4}"))


def _stated(fmt: Format, text: str) -> Iterator[tuple[str, fig.Figure]]:
    if _ALL_NOTHING.search(text):
        yield from ((fee.id, fig.clean(fee, "0")) for fee in fmt.fees)
        return
    for fee in fmt.fees:
        said = {
            amount
            for p in _PATTERNS.get(fee.id, ())
            for m in p.finditer(text)
            if (amount := _amount(m)) is not None
        }
        if len(said) == 1:
            try:
                yield fee.id, fig.clean(fee, f"{said.pop():f}")
            except RefusedError:
                continue


def _amount(match: re.Match[str]) -> Decimal | None:
    try:
        number = Decimal(match["number"].replace("零", "0"))
    except InvalidOperation:
        return None
    return number * 10_000 if match.groupdict().get("unit") == "万元" else number
