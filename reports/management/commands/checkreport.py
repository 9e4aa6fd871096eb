"""Checks a report JSON and prints what is found; needs no database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reports.checks import Severity, check
from reports.checks.rank import by_name
from reports.content import Content
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

        parser.add_argument(
            "--renamed",
            action="store_true",
            help="the agency bore another name in last year's report",
        )

    def handle(self, *args: object, **options: Any) -> None:
        content = report_files.read(options["file"])
        previous = _previous(options["previous"], content, renamed=options["renamed"])
        findings = check(by_name(content, previous))
        answer = {"findings": [finding.to_json() for finding in findings]}
        words = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
        report_files.write(words.encode(), "-")
        if any(finding.severity == Severity.ERROR for finding in findings):
            raise SystemExit(1)


def _previous(file: str | None, content: Content, *, renamed: bool) -> Content | None:
    """Last year's report, if one is named. Raises CommandError where it is of something else.

    Differences from another year or agency would be told as mistakes of this report.
    """
    if file is None:
        return None
    last = report_files.read(file)
    if last.year != content.year - 1:
        raise report_files.refusal(
            f"{file}是{last.year}年的报告，不能用作上年报告：本报告是{content.year}年的，"
            f"--previous应是{content.year - 1}年的"
        )
    if not renamed and not _is_same(last.agency, content.agency):
        raise report_files.refusal(
            f"{file}是“{last.agency}”的报告，不能用作“{content.agency}”的上年报告；"
            "同一机关改过名称的，请加上--renamed"
        )
    return last


def _is_same(last: str, now: str) -> bool:
    """Whether both may name one agency: those above it may be left out, and a name unread."""
    short, long = sorted(("".join(name.split()) for name in (last, now)), key=len)
    return long.endswith(short)
