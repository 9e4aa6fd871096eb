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
    (place / "fonts.conf").write_text(f"<fontconfig>{listed}{cached}{_DIGITS}</fontconfig>")
    return place


_DIGITS = """<alias binding="same"><family>Times New Roman</family>
<prefer><family>FandolSong</family></prefer></alias>"""
"""Its digits are as wide as those of the face that our Word files name."""


def saved(data: bytes, kind: str, as_kind: str) -> bytes:
    """The file opened by LibreOffice and saved, as the same kind or another."""
    with tempfile.TemporaryDirectory(dir=_place()) as folder:
        file, out = Path(folder) / f"file.{kind}", Path(folder) / "out"
        file.write_bytes(data)
        _run("--headless", "--convert-to", as_kind, "--outdir", str(out), str(file))
        return (out / f"file.{as_kind}").read_bytes()


def _run(*arguments: str) -> None:
    command = [str(PROGRAM), f"-env:UserInstallation=file://{_place() / 'profile'}", *arguments]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_place() / "fonts.conf")}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)


_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(what As String, source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; what, "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), kind())
  document.close(True)
End Sub
</script:module>
"""


def settled(data: bytes, *, accept: bool) -> bytes:
    """A .docx in which LibreOffice has accepted, or rejected, every tracked change."""
    what = "AcceptAllTrackedChanges" if accept else "RejectAllTrackedChanges"
    saved(data, "docx", "docx")  # once, so that the profile is there
    basic = _place() / "profile" / "user" / "basic" / "Standard"
    (basic / "Module1.xba").write_text(_MACRO, encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=_place()) as folder:
        file, out = Path(folder) / "file.docx", Path(folder) / "out.docx"
        file.write_bytes(data)
        _run("--headless", f"macro:///Standard.Module1.Settle({what},{file},{out})")
        return out.read_bytes()
