"""Parses a foreign file in a process of its own, with limits on memory, time and output.

`python -m reports.importing.limited <seconds> <kind> <option>…` is it: bytes in, JSON out.
"""

from __future__ import annotations

import importlib
import json
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from .gate import UnreadableError

SECONDS, PATIENCE, MEMORY = 10, 30, 500_000_000
"""Of processor time, and by the clock where other work goes on beside it; bytes."""
READERS = {
    "collection-sheet": "reports.importing.collection_sheet",
    "page": "reports.importing.page",
    "register": "reports.importing.register",
    "report": "reports.importing.report_file",
    "report-beside": "reports.importing.beside",
    "sealed": "reports.importing.sealed",
}
"""The module of each kind; its `parse(data: bytes, *options: str)` returns what JSON can hold."""

_TOO_LONG = "文件过于复杂，读取超时，请只保留表格后再上传"

ROOT = Path(__file__).resolve().parents[2]


def parse(kind: str, data: bytes, *options: str, seconds: int = SECONDS) -> Any:
    """What the reader of that kind makes of the file. Raises UnreadableError."""
    command = [sys.executable, "-m", "reports.importing.limited", str(seconds), kind, *options]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, a kind from READERS
            command, input=data, capture_output=True, timeout=PATIENCE, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(_TOO_LONG) from None
    if done.returncode == -signal.SIGXCPU:
        raise UnreadableError(_TOO_LONG)
    if done.returncode == 0:
        return json.loads(done.stdout)
    if done.returncode == 3:
        raise UnreadableError(done.stdout.decode())
    raise UnreadableError("文件读不出来，请用WPS或Office打开后另存再上传")


def _main(seconds: str, kind: str, *options: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reader = importlib.import_module(READERS[kind])
    try:
        told = reader.parse(sys.stdin.buffer.read(), *options)
    except UnreadableError as error:
        sys.stdout.write(str(error))
        return 3
    except RecursionError:
        sys.stdout.write("文件嵌套过深，请只保留正文和表格后再上传")
        return 3
    json.dump(told, sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(_main(*sys.argv[1:]))
