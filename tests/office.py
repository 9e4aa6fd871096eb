"""LibreOffice, where it is installed: files opened, worked out and saved by another program."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

from reports.rendering import fonts

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")

needs_office = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")


@cache
def _place() -> Path:
    """A folder of this run alone: the program's profile, and our faces for it to set in."""
    place = Path(tempfile.mkdtemp(prefix="office-", dir=os.environ["NIANBAO_DATA"]))
    folders = sorted({face.path.parent for face in fonts.faces()})
    listed = "".join(f"<dir>{folder}</dir>" for folder in folders)
    cached = f"<cachedir>{place / 'cache'}</cachedir>"
    (place / "fonts.conf").write_text(f"<fontconfig>{listed}{cached}</fontconfig>")
    return place


def saved(data: bytes, kind: str, as_kind: str) -> bytes:
    """The file opened by LibreOffice and saved, as the same kind or another."""
    with tempfile.TemporaryDirectory(dir=_place()) as folder:
        file, out = Path(folder) / f"file.{kind}", Path(folder) / "out"
        file.write_bytes(data)
        command = [str(PROGRAM), f"-env:UserInstallation=file://{_place() / 'profile'}"]
        command += ["--headless", "--convert-to", as_kind, "--outdir", str(out), str(file)]
        environment = {**os.environ, "FONTCONFIG_FILE": str(_place() / "fonts.conf")}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
        return (out / f"file.{as_kind}").read_bytes()
