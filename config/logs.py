"""Log lines: one event a line, so that nothing a person typed can forge another."""

import logging


class OneLine(logging.Formatter):
    """Time, level, logger, message; line ends inside the message are written out."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line without a traceback, which follows on lines of its own."""
        line = super().formatMessage(record)
        return line.replace("\r", "\\r").replace("\n", "\\n")
