"""Commands as they are typed: what they print, byte for byte, and the status they end with."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import ManagementUtility


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    status: int
    out: bytes
    err: str

    @property
    def complaint(self) -> str:
        """The one line that it said on standard error."""
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.strip()

    def json(self) -> Any:
        """What it printed, read as UTF-8 JSON."""
        return json.loads(self.out.decode("utf-8"))


Manage = Callable[..., Ended]


@pytest.fixture
def manage(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Manage:
    """Runs `manage.py` with these words and this standard input."""

    def run(*words: str | Path, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = 0
        try:
            ManagementUtility(["manage.py", *map(str, words)]).execute()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else bool(ended.code)
        out, err = capsysbinary.readouterr()
        return Ended(status, out, err.decode("utf-8"))

    return run
