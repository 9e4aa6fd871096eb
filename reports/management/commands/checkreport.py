"""Checks a report JSON and prints what is found; needs no database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reports.checks import Case, Severity, check
from reports.management import report_files


class Command(BaseCommand):
    """`checkreport FILE.json`; exit 0 without errors, 1 with, 2 where the file is no report."""

    help = (
        'Check a report JSON and print {"findings": [{"code", "severity", "cells", "section", '
        '"message", "rule", "because"}]} as UTF-8 JSON. severity: error, warning or note. '
        "Exit status 0: no errors; 1: errors; 2: the file cannot be read as a report."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the report JSON, or - for standard input")
        parser.add_argument(
            "--previous",
            metavar="LAST.json",
            help="last year's report JSON, which adds the checks from year to year",
        )

    def handle(self, *args: object, **options: Any) -> None:
        content = report_files.read(options["file"])
        previous = report_files.read(options["previous"]) if options["previous"] else None
        findings = check(Case(content, previous))
        answer = {"findings": [finding.to_json() for finding in findings]}
        words = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
        report_files.write(words.encode(), "-")
        if any(finding.severity == Severity.ERROR for finding in findings):
            raise SystemExit(1)
