"""Draws a report JSON as a document; needs no database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reports.checks import Severity, check
from reports.content import Content
from reports.management import report_files
from reports.rendering.marks import FINAL, Marks
from reports.rendering.paper import Signature


class Command(BaseCommand):
    """`drawreport FILE.json --to docx --output OUT`; exit 0, or 2 and one line."""

    help = (
        "Draw a report JSON as a document. Whatever is a report is drawn: while checks find errors "
        "(blank or refused figures, identities that fail), every page says 草稿 with the check "
        "code (.csv and .json have no pages); without errors the document is the final one."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the report JSON, or - for standard input")
        parser.add_argument("--to", required=True, metavar="KIND", help="、".join(_WRITERS))
        parser.add_argument(
            "--signed",
            metavar="DAY",
            help="close the document with the agency's name and this date, as in 2025-01-20",
        )
        parser.add_argument("--output", required=True, help="the file, or - for standard output")

    def handle(self, *args: object, **options: Any) -> None:
        writer = _WRITERS.get(options["to"])
        if writer is None:
            kinds = "、".join(_WRITERS)
            raise report_files.refusal(f"不能生成{options['to']}文件，可以生成的有：{kinds}")
        content = report_files.read(options["file"])
        marks = replace(_marks(content), signature=_signature(content, options["signed"]))
        data, missing = writer(content, marks)
        report_files.write(data, options["output"])
        if missing:
            named = "、".join(f"{char}（U+{ord(char):04X}）" for char in missing)
            self.stderr.write(f"注意：以下字符没有可用的字形，PDF中可能显示为空框：{named}")


_Drawn = tuple[bytes, tuple[str, ...]]
"""The file, and the characters it could not show."""


def _marks(content: Content) -> Marks:
    """Draft marks while there are errors; without date, so that the same input gives one output."""
    if any(finding.severity == Severity.ERROR for finding in check(content)):
        return Marks(draft=True, check_code=content.check_code)
    return FINAL


def _signature(content: Content, day: str | None) -> Signature | None:
    if day is None:
        return None
    try:
        return Signature(content.agency, dt.date.fromisoformat(day))
    except ValueError:
        raise report_files.refusal(f"“{day}”不是日期，应写成2025-01-20的样子") from None


def _by(kind: str) -> Callable[[Content, Marks], _Drawn]:
    """The writer of that kind, whose libraries are loaded when it is asked for."""

    def draw(content: Content, marks: Marks) -> _Drawn:
        data: bytes = import_module(f"reports.rendering.{kind}").draw(content, marks)
        return data, ()

    return draw


def _pdf(content: Content, marks: Marks) -> _Drawn:
    from reports.rendering import pdf

    try:
        drawing = pdf.drawn(content, marks)
    except pdf.PdfUnavailableError as error:
        raise report_files.refusal(str(error)) from None
    return drawing.data, drawing.missing


_WRITERS: dict[str, Callable[[Content, Marks], _Drawn]] = {
    "docx": _by("docx"),
    "pdf": _pdf,
    "html": _by("html"),
    "xlsx": _by("xlsx"),
    "csv": _by("csv"),
    "json": _by("json"),
}
