"""Writes the codebook of an edition of the form; needs no database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reports import opendata
from reports.formats import FORMATS
from reports.management import report_files


class Command(BaseCommand):
    """`codebook --edition 2021 --to csv --output OUT`; exit 0, or 2 and one line."""

    help = "Write what each figure of an edition means: cell ids, labels, kinds, units, equations."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--edition", default=max(FORMATS), metavar="YEAR")
        parser.add_argument("--to", default="json", metavar="KIND", help="、".join(opendata.KINDS))
        parser.add_argument("--output", default="-", help="the file, or - for standard output")

    def handle(self, *args: object, **options: Any) -> None:
        fmt, kind = FORMATS.get(options["edition"]), options["to"]
        if fmt is None:
            raise report_files.refusal(f"没有{options['edition']}版格式，有：{'、'.join(FORMATS)}")
        if kind not in opendata.KINDS:
            raise report_files.refusal(
                f"不能生成{kind}文件，可以生成的有：{'、'.join(opendata.KINDS)}"
            )
        report_files.write(opendata.codebook(fmt, kind), options["output"])
