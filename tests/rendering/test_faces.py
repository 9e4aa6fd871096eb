"""A PDF is set in our own faces alone; a character that none has is told, never replaced."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from pypdf import PdfReader

from reports.content import Content
from reports.rendering import fonts, pdf
from tests.rendering.reading import pdf_text

from .contents import RARE, large_pdf, small

OFFICIAL = {"FandolFang", "FandolKai", "FandolHei", "FandolSong", "FandolSong-Bold"}
ROOT = Path(__file__).resolve().parents[2]


def embedded(data: bytes) -> set[str]:
    """The faces in a PDF, as another reader sees them; each must have its outlines with it."""
    found = set()
    for page in PdfReader(BytesIO(data)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            whole = font.get_object()
            descriptor = whole["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            found.add(str(whole["/BaseFont"]).partition("+")[2])
    return found


def test_every_part_is_set_in_its_official_face() -> None:
    names = embedded(large_pdf().data)
    assert names >= OFFICIAL
    assert all(name.startswith("Fandol") for name in names)


def test_the_faces_told_are_those_in_the_file() -> None:
    assert set(large_pdf().fonts) == embedded(large_pdf().data)


def test_rare_characters_of_names_are_drawn() -> None:
    drawing = pdf.drawn(small(agency=f"{RARE}县", preamble=RARE, sections={"1": f"（一）{RARE}"}))
    assert drawing.missing == ()
    assert embedded(drawing.data) - OFFICIAL >= {"NotoSerifSC"}
    assert pdf_text(drawing.data).count(RARE) >= 3


@pytest.mark.parametrize(
    "char",
    ["\ue000", "\ue7c7", "\U000f0000", "\U00100000", "😀", "\U000323b0", "\u0378"],
    ids=ascii,
)
def test_a_character_without_a_glyph_is_told(char: str) -> None:
    assert pdf.drawn(small(preamble=f"前{char}后")).missing == (char,)


def test_a_private_character_is_told_though_a_face_has_something_there() -> None:
    private = [char for char in fonts._covered() if category(char) == "Co"]
    assert private
    assert fonts.missing_glyphs("".join(private)) == sorted(private)


@pytest.mark.parametrize("key", ["title", "preamble"])
def test_wherever_it_stands(key: str) -> None:
    assert pdf.drawn(small(**{key: "年报\ue000"})).missing == ("\ue000",)


@pytest.mark.parametrize("text", ["　全角 A B\u2003空格", "“引号”——……", "①Ⅲ℃㎡", "a\tb", "葛󠄀"])
def test_what_leaves_no_ink_or_has_a_glyph_is_not_missing(text: str) -> None:
    assert fonts.missing_glyphs(text) == []


DRAW = """
import django, json, sys
django.setup()
from reports.content import loads
from reports.rendering import fonts, pdf
try:
    drawing = pdf.drawn(loads(sys.stdin.buffer.read()))
except pdf.WrongFaceError as refused:
    sys.exit(json.dumps(str(refused)))
print(json.dumps([drawing.fonts, drawing.missing, [face.file for face in fonts.absent()]]))
"""


def drawn_with(folder: Path, content: Content) -> subprocess.CompletedProcess[bytes]:
    """Drawn by another process with the faces of a folder."""
    environment = {**os.environ, "NIANBAO_FONTS": str(folder), "PYTHONPATH": str(ROOT)}
    data = json.dumps(content.to_json()).encode()
    return subprocess.run(
        [sys.executable, "-c", DRAW], input=data, env=environment, capture_output=True, check=False
    )


def installed_in(folder: Path, *without: str) -> None:
    for face in fonts.FANDOL:
        if face.file not in without:
            (folder / face.file).symlink_to(face.path)


@pytest.mark.parametrize("file", ["FandolHei-Regular.otf", "FandolFang-Regular.otf"])
def test_a_face_whose_file_is_spoilt_is_not_replaced_in_silence(tmp_path: Path, file: str) -> None:
    installed_in(tmp_path, file)
    (tmp_path / file).write_bytes(b"OTTO" + bytes(400))
    ended = drawn_with(tmp_path, small())
    assert ended.returncode == 1
    assert f"缺少{file.partition('-')[0]}" in json.loads(ended.stderr.splitlines()[-1])


def test_neither_is_one_whose_file_holds_another_face(tmp_path: Path) -> None:
    installed_in(tmp_path, "FandolHei-Regular.otf")
    (tmp_path / "FandolHei-Regular.otf").symlink_to(fonts.FANDOL[1].path)
    ended = drawn_with(tmp_path, small())
    assert "缺少FandolHei" in json.loads(ended.stderr.splitlines()[-1])


def test_a_face_that_is_not_ours_is_told() -> None:
    assert fonts.wrong({"DejaVuSans", "FandolKai"}, {}) == ["混入DejaVuSans"]
    assert (
        fonts.wrong({"FandolKai", "NotoSansSC"}, {"FandolKai": "汉字", "FandolHei": "2024"}) == []
    )


def test_without_fandol_the_packaged_faces_draw_everything(tmp_path: Path) -> None:
    ended = drawn_with(tmp_path, small(preamble=RARE))
    used, missing, absent = json.loads(ended.stdout)
    assert set(used) == {"NotoSerifSC", "NotoSansSC"}
    assert missing == []
    assert absent == [face.file for face in fonts.FANDOL]
