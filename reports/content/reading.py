"""Report JSON in: what is no report at all is refused whole, a bad value alone and by name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reports import figures as fig
from reports import prose
from reports.figures import Figure, RefusedError
from reports.formats import Cell, Fee, Format, NoFormatError, edition, in_force
from reports.prose import Paragraph, Paragraphs

from .content import Content, Problem

_ID = re.compile(r"[0-9A-Za-z_-]{1,40}")


class ContentError(ValueError):
    """Something that is not a report JSON at all; the message says what is missing or wrong."""


def loads(text: str | bytes) -> Content:
    """A Content from report JSON text; numbers keep their exact digits. Raises ContentError."""
    try:
        words = text.decode("utf-8-sig") if isinstance(text, bytes) else text.lstrip("\ufeff")
        data = json.loads(
            words, parse_float=Decimal, parse_constant=Decimal, object_pairs_hook=_once
        )
    except ContentError:
        raise
    except UnicodeDecodeError:
        raise ContentError("报告JSON应是UTF-8编码的文件") from None
    except json.JSONDecodeError as error:
        place = f"第{error.lineno}行第{error.colno}列"
        raise ContentError(f"不是有效的JSON文件，{place}附近有错") from None
    except (ValueError, RecursionError):
        raise ContentError("不是有效的报告JSON：数字过长或嵌套过深") from None
    return from_json(data)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys each occur once: of two values nobody could say which is meant."""
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ContentError(f"报告JSON里“{_brief(key)}”出现了不止一次")
        found[key] = value
    return found


def from_json(data: object) -> Content:
    """A Content from decoded report JSON; refused values go to its `problems`.

    Raises ContentError where the whole is not a report: no object, no year, an unknown edition,
    parts of the wrong kind, text that is no text.
    """
    if not isinstance(data, Mapping):
        raise ContentError("报告JSON应是一个对象")
    year = _year(data)
    fmt = _format(data, year)
    agency, title = _line(data, "agency"), _line(data, "title")
    problems: list[Problem] = []
    return Content(
        format=fmt,
        agency=agency,
        year=year,
        title=title or fmt.title_of(agency, year),
        prose=_prose(fmt, data, problems),
        figures=dict(_figures(fmt, _part(data, "figures"), problems)),
        fees=dict(_fees(fmt, _part(data, "fees"), problems)),
        problems=tuple(problems),
        is_untitled=not title,
    )


def _year(data: Mapping[str, object]) -> int:
    year = data.get("year")
    if isinstance(year, bool) or not isinstance(year, int) or not 1000 <= year <= 9999:
        raise ContentError("报告JSON缺少报告年度“year”，应为四位整数，如2024")
    return year


def _format(data: Mapping[str, object], year: int) -> Format:
    name = data.get("edition")
    if not isinstance(name, str | int | None):
        raise ContentError("报告JSON的“edition”应是版式的名称，如“2021”")
    try:
        return in_force(year) if name is None else edition(_brief(name))
    except NoFormatError as error:
        raise ContentError(str(error)) from None


def _part(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    part = data.get(key)
    if part is None:
        return {}
    if not isinstance(part, Mapping):
        raise ContentError(f"报告JSON的“{key}”应是一个对象")
    return part


def _text(data: Mapping[str, object], key: str) -> str:
    text = data.get(key)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise ContentError(f"报告JSON的“{key}”应是文字")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ContentError(f"报告JSON的“{key}”里有残缺的字符，请检查文件的编码")
    return text


def _line(data: Mapping[str, object], key: str) -> str:
    """A text that stands in one line; a title set in two lines is one title."""
    return prose.tidy(_text(data, key)).replace("\n", "")


def _figures(
    fmt: Format, raw: Mapping[str, object], problems: list[Problem]
) -> Iterator[tuple[str, Figure]]:
    problems += [
        Problem(_brief(key), None, f"版式{fmt.edition}没有“{_brief(key)}”这一格")
        for key in raw
        if key not in fmt.cells
    ]
    for id_, cell in fmt.cells.items():
        yield id_, _cleaned(cell, id_, cell.section, raw.get(id_), problems)


def _fees(
    fmt: Format, raw: Mapping[str, object], problems: list[Problem]
) -> Iterator[tuple[str, Figure]]:
    known = {fee.id for fee in fmt.fees}
    problems += [
        Problem(f"fees.{_brief(key)}", None, f"信息处理费没有“{_brief(key)}”这一项")
        for key in raw
        if key not in known
    ]
    for fee in fmt.fees:
        yield fee.id, _cleaned(fee, fee.key, 6, raw.get(fee.id), problems)


def _cleaned(
    cell: Cell | Fee, key: str, section: int, raw: object, problems: list[Problem]
) -> Figure:
    try:
        return fig.clean(cell, raw)
    except RefusedError as error:
        problems.append(Problem(key, section, str(error)))
        return None


def _prose(
    fmt: Format, data: Mapping[str, object], problems: list[Problem]
) -> dict[str, Paragraphs]:
    sections = _part(data, "sections")
    problems += [
        Problem(f"sections.{_brief(key)}", None, f"“{_brief(key)}”不是文字部分，其内容没有读入")
        for key, text in sections.items()
        if text and (key == "preamble" or key not in fmt.prose_keys)
    ]
    ids = _part(data, "paragraph_ids")
    found = {}
    for key in fmt.prose_keys:
        text = _text(data, key) if key == "preamble" else _text(sections, key)
        found[key] = _with_ids(prose.from_text(text), ids.get(key))
    return found


def _with_ids(paragraphs: Paragraphs, ids: object) -> Paragraphs:
    """The paragraphs under the ids they were kept with, where those fit."""
    if not isinstance(ids, list) or len(ids) != len(paragraphs):
        return paragraphs
    if len({str(id_) for id_ in ids if _ID.fullmatch(str(id_))}) != len(ids):
        return paragraphs
    return tuple(Paragraph(str(id_), p.text) for id_, p in zip(ids, paragraphs, strict=True))


def _brief(key: object) -> str:
    """A key or name from a file, fit for a message."""
    return str(key)[:40].encode("utf-8", "replace").decode()
