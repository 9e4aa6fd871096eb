"""Our Word and Excel files are without a fault, in the judgement of three programs of others."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.ooxml.files import FILES
from tests.ooxml.judges import JUDGES, Judge

OFTEN = ("large.docx", "draft.docx", "changes.docx", "large.xlsx")
"""What is judged with every run of the suite; `make validate` has all of them judged."""

CASES = [
    pytest.param(judge, name, id=f"{judge.name} {name}")
    for judge in JUDGES
    for name in OFTEN
    if name.rpartition(".")[2] in judge.kinds
]
FAULTS = {
    "openxml-audit": ("word/document.xml", "<w:jc w:val", "<w:jc w:vil"),
    "Open XML SDK": ("word/document.xml", "<w:jc w:val", "<w:jc w:vil"),
    "docx-integrity": ("word/_rels/document.xml.rels", "footer1.xml", "footer9.xml"),
}
"""By judge a part, and what is made wrong in it."""


def asked(judge: Judge, data: bytes, file: Path) -> list[str]:
    if not judge.is_here:
        pytest.skip(f"{judge.name} is not installed")
    file.write_bytes(data)
    return judge.found(file)


@pytest.mark.parametrize(("judge", "name"), CASES)
def test_a_file_of_ours_has_no_fault(judge: Judge, name: str, tmp_path: Path) -> None:
    assert asked(judge, FILES[name](), tmp_path / name) == []


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.name)
def test_a_judge_tells_a_fault(judge: Judge, tmp_path: Path) -> None:
    part, right, wrong = FAULTS[judge.name]
    out, drawn = io.BytesIO(), io.BytesIO(FILES["large.docx"]())
    with zipfile.ZipFile(drawn) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                data = data.replace(right.encode(), wrong.encode(), 1)
            new.writestr(name, data)
    assert asked(judge, out.getvalue(), tmp_path / "wrong.docx")
