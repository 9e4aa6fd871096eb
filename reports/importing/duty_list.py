"""The list of a district's agencies and their duties, as a spreadsheet saves it in CSV.

One row is one agency's duty of one year. Either the whole list is taken in, or nothing and every
complaint names its line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from agencies import tree
from agencies.models import Agency
from agencies.models.agency import AgencyKind, AgencyLevel
from reports import roster
from reports.formats import NoFormatError
from reports.models import Duty
from reports.roster import RosterError

COLUMNS = (
    "slug",
    "name",
    "short_name",
    "kind",
    "level",
    "parent",
    "may_make_rules",
    "year",
    "due",
)
REQUIRED = ("slug", "name", "kind", "level", "year")
YES = {"1": True, "是": True, "0": False, "否": False, "": False}
DAY_PATTERNS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")


class DutyListError(ValueError):
    """A list that was not taken in; `complaints` are sentences that name their lines."""

    def __init__(self, complaints: list[str]) -> None:
        self.complaints = complaints
        super().__init__("\n".join(complaints))


class RowError(ValueError):
    """One row that cannot be taken; the sentence does not name the line yet."""


@dataclass(frozen=True)
class Row:
    """One line of the list, each value clean. `due_at` None: the date of the law."""

    slug: str
    name: str
    short_name: str
    kind: str
    level: str
    parent: str
    may_make_rules: bool
    year: int
    due_at: datetime | None


def decoded(data: bytes) -> str:
    """The text of a CSV file: UTF-8 with or without byte order mark, else GB 18030 (GBK)."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DutyListError(["文件不是UTF-8或GBK编码的CSV文件"])


@transaction.atomic
def take_in(data: bytes) -> list[Duty]:
    """Make the agencies and duties of the list, or find them; or raise DutyListError."""
    duties: dict[Duty, int] = {}
    complaints = []
    try:
        rows = list(_lines(decoded(data)))
    except csv.Error as error:
        raise DutyListError([f"不是有效的CSV文件：{error}"]) from None
    for line, raw in rows:
        try:
            with transaction.atomic():
                duty = _duty_of(_row(raw))
            _require_new(duty, duties)
            duties[duty] = line
        except (RowError, RosterError, NoFormatError) as error:
            complaints.append(f"第{line}行：{error}")
        except ValidationError as error:
            complaints.append(f"第{line}行：{''.join(error.messages)}")
    if complaints:
        raise DutyListError(complaints)
    return list(duties)


def _require_new(duty: Duty, duties: Mapping[Duty, int]) -> None:
    """Raises RowError where an earlier line of the list was about the same duty."""
    if duty in duties:
        raise RowError(f"与第{duties[duty]}行是同一机关的同一年度，只能有一行")


def _lines(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows with their line numbers as a spreadsheet shows them; empty rows are skipped."""
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    header = [name.strip() for name in reader.fieldnames or ()]
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise DutyListError([f"第1行：表头缺少 {'、'.join(missing)}"])
    unknown = [name for name in header if name and name not in COLUMNS]
    if unknown:
        raise DutyListError([f"第1行：表头有不认识的列 {'、'.join(unknown)}"])
    reader.fieldnames = header
    for row in reader:
        values = {name: row[name].strip() for name in header if name}
        if any(row.get("") or ()):
            values[""] = "surplus"
        if any(values.values()):
            yield reader.line_num, values


def _row(raw: Mapping[str, str]) -> Row:
    values = {name: raw.get(name, "") for name in COLUMNS}
    if raw.get(""):
        raise RowError("比表头多出内容，请检查是否多了逗号")
    for name in REQUIRED:
        if not values[name]:
            raise RowError(f"{name} 没有填写")
    year = _year(values["year"])
    return Row(
        slug=values["slug"],
        name=values["name"],
        short_name=values["short_name"],
        kind=_choice(AgencyKind, "kind", values["kind"]),
        level=_choice(AgencyLevel, "level", values["level"]),
        parent=values["parent"],
        may_make_rules=_yes(values["may_make_rules"]),
        year=year,
        due_at=_instant_after(values["due"], year) if values["due"] else None,
    )


def _choice(choices: type[AgencyKind | AgencyLevel], column: str, word: str) -> str:
    """The value that stands for the word: either may be written."""
    for value, label in choices.choices:
        if word in (value, label):
            return str(value)
    allowed = "、".join(str(label) for label in choices.labels)
    raise RowError(f"{column} 不能是“{word}”，可以是：{allowed}")


def _yes(word: str) -> bool:
    if word not in YES:
        raise RowError(f"may_make_rules 应为 1（是）或 0（否），不能是“{word}”")
    return YES[word]


def _year(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) == 4):
        raise RowError(f"year 应为四位数字的报告年度，不能是“{word}”")
    if int(word) > timezone.localdate().year:
        raise RowError(f"year 是报告年度，不能晚于今年，现为“{word}”")
    return int(word)


def _instant_after(word: str, year: int) -> datetime:
    """Midnight after the last day, in the time of the site; the year reported is over by then."""
    for pattern in DAY_PATTERNS:
        try:
            day = datetime.strptime(word, pattern)  # noqa: DTZ007 - a day has no zone yet
        except ValueError:
            continue
        if not year < day.year <= year + 10:
            raise RowError(f"due 应在报告年度（{year}年）结束以后，不能是“{word}”")
        return timezone.make_aware(day + timedelta(days=1))
    raise RowError(f"due 应为最后一天的日期，如 2026-01-31，不能是“{word}”")


def _duty_of(row: Row) -> Duty:
    agency = _agency_of(row)
    return roster.assign(roster.campaign_for(agency, row.year), agency, row.due_at, row.name)


def _agency_of(row: Row) -> Agency:
    """The agency with that slug, which must be the one the row describes, or a new one."""
    parent = Agency.objects.filter(slug=row.parent).first()
    if row.parent and parent is None:
        raise RowError(f"上级“{row.parent}”不存在；上级要排在下级前面")
    agency = Agency.objects.filter(slug=row.slug).first()
    if agency is None:
        return tree.plant(
            parent,
            row.name,
            row.slug,
            row.kind,
            row.level,
            short_name=row.short_name,
            may_make_rules=row.may_make_rules,
        )
    if not agency.names.filter(name=row.name).exists():
        raise RowError(f"网址代码“{row.slug}”属于“{agency}”，不是“{row.name}”")
    if agency.parent != parent:
        raise RowError(f"“{agency}”的上级是“{agency.parent or '无'}”，不是“{parent or '无'}”")
    return agency
