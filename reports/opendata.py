"""The codebook: what every figure of published data means, as the form of its edition has it.

It is made from the form alone, so that it can neither lack a figure nor name one that is not there.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from reports.figures import DECIMALS, LARGEST
from reports.formats import Cell, Equation, Fee, Format, Kind

KINDS = ("csv", "json")
"""In which kinds of file it is handed out."""

HEAD = (
    *("指标代码", "部分", "部分名称", "分块", "行", "列", "名称", "类型", "类型说明", "单位"),
    *("最小值", "最大值", "最多小数位", "合计", "勾稽关系", "承接上年指标"),
)

_WITHIN = " > "
_TEXT = "text"
_MEANING = {
    Kind.COUNT: "不小于0的整数",
    Kind.SIGNED_COUNT: "整数，可以为负",
    Kind.MONEY_WAN_YUAN: "金额，不小于0，可以有小数",
    Kind.MONEY_YUAN: "金额，不小于0，可以有小数",
}
_TEXTS = {
    "edition": "所用格式的版本",
    "agency": "机关名称",
    "year": "报告年度",
    "title": "报告标题",
    "preamble": "标题下的引言",
}
"""What a report says beside its form."""

_BLANK = "空值表示未填报，不等于0；金额以十进制数的文本给出，保留填报时的小数位。"


def filename(fmt: Format, kind: str) -> str:
    """Under which name it is handed out."""
    return f"年度报告数据指标说明（{fmt.edition}版格式）.{kind}"


def codebook(fmt: Format, kind: str) -> bytes:
    """The file, of one of KINDS; both say the same."""
    return _csv(fmt) if kind == "csv" else _json(fmt)


def _json(fmt: Format) -> bytes:
    told = {
        "edition": fmt.edition,
        "basis": fmt.basis,
        "first_year": fmt.first_year,
        "last_year": fmt.last_year,
        "blank": _BLANK,
        "sections": [{"section": s.number, "heading": s.heading} for s in fmt.sections],
        "variables": list(variables(fmt)),
        "equations": [_equation(one) for one in fmt.equations],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def variables(fmt: Format) -> Iterator[dict[str, Any]]:
    """Each thing that published data may say, in the order of the form."""
    yield from (_text(fmt, id_, None, label) for id_, label in _TEXTS.items())
    for section in fmt.sections:
        if section.is_prose:
            yield _text(fmt, f"sections.{section.number}", section.number, section.heading)
        if section.number == fmt.fees_in:
            yield from (_fee(fmt, fee) for fee in fmt.fees)
        yield from (_cell(fmt, c) for c in fmt.cells.values() if c.section == section.number)


def _cell(fmt: Format, cell: Cell) -> dict[str, Any]:
    codes = dict.fromkeys(one.code for one in fmt.equations if cell.id in one.cells)
    total = [one.left for one in fmt.equations if one.computes and cell.id in one.right]
    return {
        **_figure(fmt, cell.id, cell.section, cell.label, cell.kind),
        "block": cell.block,
        "row": list(cell.row),
        "column": list(cell.column),
        "total_of": list(total[0]) if total else [],
        "equations": list(codes),
        "inherits": cell.inherits or None,
    }


def _fee(fmt: Format, fee: Fee) -> dict[str, Any]:
    return _figure(fmt, fee.key, fmt.fees_in, fee.label, fee.kind)


def _figure(fmt: Format, id_: str, section: int, label: str, kind: Kind) -> dict[str, Any]:
    return {
        "id": id_,
        "edition": fmt.edition,
        "section": section,
        "label": label,
        "kind": str(kind),
        "meaning": _MEANING[kind],
        "unit": kind.unit,
        "minimum": -LARGEST if kind.is_signed else 0,
        "maximum": LARGEST,
        "decimals": DECIMALS.get(kind, 0),
    }


def _text(fmt: Format, id_: str, section: int | None, label: str) -> dict[str, Any]:
    return {
        "id": id_,
        "edition": fmt.edition,
        "section": section,
        "label": label,
        "kind": _TEXT,
        "meaning": "文字，每段一行",
    }


def _equation(equation: Equation) -> dict[str, Any]:
    """The sum of the left is the sum of the right."""
    return {
        "code": equation.code,
        "section": equation.section,
        "left": list(equation.left),
        "right": list(equation.right),
        "because": equation.because,
        "computes": equation.computes,
    }


def _csv(fmt: Format) -> bytes:
    """UTF-8 with a mark, so that Excel and WPS take it for what it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEAD)
    headings = {section.number: section.heading for section in fmt.sections}
    writer.writerows(_line(one, headings.get(one["section"], "")) for one in variables(fmt))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _line(one: dict[str, Any], heading: str) -> tuple[object, ...]:
    """A variable as a line; lists go on behind one another."""
    return (
        *(one["id"], one["section"], heading, one.get("block")),
        *(_WITHIN.join(one.get(axis, ())) for axis in ("row", "column")),
        *(one["label"], one["kind"], one["meaning"]),
        *(one.get(name) for name in ("unit", "minimum", "maximum", "decimals")),
        " + ".join(one.get("total_of", ())),
        "、".join(one.get("equations", ())),
        one.get("inherits"),
    )
