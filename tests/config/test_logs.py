"""A log line cannot be forged by what someone typed."""

import logging

from config.logs import OneLine


def line(message: str, *arguments: object) -> str:
    record = logging.LogRecord("nianbao", logging.INFO, "", 0, message, arguments, None)
    return OneLine().format(record)


def test_line_ends_are_written_out() -> None:
    assert "\n" not in line("read %s", "a\r\n2026-01-01 INFO forged")
    assert line("read %s", "a\r\nb").endswith("INFO nianbao read a\\r\\nb")


def test_a_line_tells_level_and_logger() -> None:
    assert line("started").endswith(" INFO nianbao started")
