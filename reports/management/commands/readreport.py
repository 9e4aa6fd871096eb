"""Reads a published or filled-in report and prints its report JSON; needs no database."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reports.formats import NoFormatError
from reports.formats import edition as edition_named
from reports.importing import report_file
from reports.importing.gate import GateError, UnreadableError
from reports.management import report_files

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


class Command(BaseCommand):
    """`readreport FILE`; exit 0 with JSON, or 2 and one line."""

    help = (
        "Read a published or filled-in report (.docx, .html, .pdf with a text layer, .xlsx, .txt, "
        ".md) and print its report JSON. What is printed there is read: wrong sums stay wrong, "
        "blanks stay blank; whatever was ambiguous or not standard is named in doubts. Exit "
        "status 0: read; 2: nothing could be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the file, or - for standard input")
        parser.add_argument("--edition", default="", help="2019 or 2021, instead of the guess")

    def handle(self, *args: object, **options: Any) -> None:
        file = options["file"]
        data = report_files.read_bytes(file)
        name = "" if file == "-" else Path(file).name
        try:
            if options["edition"]:
                edition_named(options["edition"])
            told = report_file.read(name, data, options["edition"])
        except (GateError, UnreadableError, NoFormatError) as error:
            raise report_files.unreadable(file, GateError(_why(error, data))) from None
        words = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        report_files.write(words.encode(), "-")


def _why(error: Exception, data: bytes) -> str:
    """What the readers say on a page where files are uploaded, for a command line."""
    if _JSON.match(data):
        return "这已经是报告JSON，请直接用checkreport检查，或用drawreport生成文件"
    return str(error).replace("上传", "读取")
