"""How the bootstrap speaks to whoever started it, and how it gives up."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Unready(Exception):
    """The machine lacks something without which nothing runs; the text says what to do."""


def say(text: str) -> None:
    """One line, at once."""
    sys.stderr.write(f"Nianbao: {text}\n")
    sys.stderr.flush()
