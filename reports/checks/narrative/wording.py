"""How a comparison of text and table is told: where it is written, what the tables have instead."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reports.content import Content
from reports.figures import total
from reports.formats import Cell

from .claims import Claim, Kind
from .comparing import Comparison, Sum
from .vocabulary import bare

_MOST_LABELS = 2
_NOTHING = Sum(Decimal(0), exact=False)


def number_of(part: str) -> int | None:
    """The number of the section that a part is; None of what stands before section one."""
    return int(part) if part.isdigit() else None


def place(content: Content, part: str, paragraph: str) -> str:
    """Where in the report a paragraph stands: the section, and its number there."""
    paragraphs = [p.id for p in content.prose[part]]
    number = paragraphs.index(paragraph) + 1
    section = number_of(part)
    name = f"“{content.format.section(section).heading}”" if section else "正文开头"
    return f"{name}第{number}段" if len(paragraphs) > 1 else name


def words(content: Content, claim: Claim, found: Comparison) -> str:
    """The whole message about a claim that disagrees."""
    has = f"{table_says(content, claim, found)}{_with_more(content, claim)}"
    where = place(content, claim.section, claim.paragraph)
    return f"{where}写“{claim.quoted}”，{has}。请核对，改正文或者改表"


def says(content: Content, claim: Claim) -> tuple[str, ...]:
    """What the tables have, with {cells}, {of}, {least} and {has} to be filled in.

    Of a change three sentences: of a fall, of none, of a rise.
    """
    if claim.kind is Kind.CHANGE:
        unit = "%" if _is_rate(claim) else "件"
        moved = (f"减少{{has}}{unit}", "没有变化", f"增加{{has}}{unit}")
        return tuple(f"按表中{{cells}}与上年报告计算，{one}" for one in moved)
    if claim.kind is Kind.PERCENT:
        return ("按表中{cells}计算，{least}占{of}的{has}%",)
    unit = content.format.cells[claim.cells[0][0]].kind.unit
    return (f"表中{{cells}}{{least}}是{{has}}{unit}",)


def table_says(content: Content, claim: Claim, found: Comparison) -> str:
    """What the tables have, in words."""
    has = found.has or _NOTHING
    forms = says(content, claim)
    sign = (has.least > 0) - (has.least < 0)
    return forms[sign + 1 if len(forms) > 1 else 0].format(
        cells=named(content, found.cells),
        of=named(content, found.of) if found.of else "",
        least="" if has.exact else "至少",
        has=_rounded(abs(has.least)) if _is_rate(claim) else abs(has.least),
    )


def _is_rate(claim: Claim) -> bool:
    return claim.kind is Kind.PERCENT or bool(claim.numeral and claim.numeral.percent)


def _rounded(share: Decimal) -> Decimal:
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _with_more(content: Content, claim: Claim) -> str:
    """The same together with what may have been counted in, as what was brought forward."""
    if claim.kind not in (Kind.COUNT, Kind.ZERO):
        return ""
    first, *others = claim.cells
    more = next((one for one in others if one[: len(first)] == first), ())
    whole = total(content.figures, more) if more else None
    if whole is None:
        return ""
    unit = content.format.cells[first[0]].kind.unit
    return f"，连同{named(content, more[len(first) :])}是{whole}{unit}"


def named(content: Content, ids: tuple[str, ...]) -> str:
    """The cells as a sentence names them."""
    cells = [content.format.cells[id_] for id_ in ids]
    names = [_name(cell) for cell in cells]
    if len(names) == 1:
        return names[0]
    groups = {cell.row[:-1] for cell in cells}
    if len(names) <= _MOST_LABELS or len(groups) > 1 or not cells[0].row:
        return f"{'、'.join(names)}合计"
    return f"“{bare(cells[0].row[-2])}”各项合计"


def _name(cell: Cell) -> str:
    """A row of table three by its label alone, as the text does; “（七）总计” in full."""
    if cell.section != 3:
        return f"“{cell.label}”"
    short = bare(cell.row[-1])
    return f"“{short if len(short) > 2 else cell.row[-1]}”"
