"""Loads a district's agencies and their duties of a year from a CSV file."""

from __future__ import annotations

import argparse

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.importing.duty_list import COLUMNS, DutyListError, take_in
from reports.management.report_files import read_bytes

HELP = f"""Load agencies and their duties from a CSV file (UTF-8 or GBK), all or nothing.
Loading the same file again changes nothing; another date moves the duty's date.

First line (in any order):  {",".join(COLUMNS)}

  slug            permanent ASCII name in addresses, e.g. caizheng   (required)
  name            full legal name                                    (required)
  short_name      short name
  kind            government, government_office, department, township, subdistrict,
                  agency, or the same in Chinese                     (required)
  level           state, province, city, county, township, or Chinese (required)
  parent          slug of the agency above; it must stand further up or exist already
  may_make_rules  1 or 0 (default 0)
  year            report year, four digits                           (required)
  due             last day, e.g. 2026-01-31; empty: the date of the law
                  (31 January, for a people's government 31 March)
"""


class Command(BaseCommand):
    """`loadduties FILE.csv`; exit 1 and one line a complaint when anything in it is wrong, 2 when
    it cannot be read.
    """

    help = HELP

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: object) -> CommandParser:
        """Keep the lines of the help as they stand."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the CSV file, or - for standard input")

    def handle(self, *args: object, file: str, **options: object) -> None:
        data = read_bytes(file)
        try:
            duties = take_in(data)
        except DutyListError as error:
            raise CommandError("没有导入，请改正后重试：\n" + "\n".join(error.complaints)) from None
        self.stdout.write(f"已登记{len(duties)}项报告义务")
