"""The golden reports keep to GB/T 9704-2012, and docs/documents.md says what they measure."""

from __future__ import annotations

import pytest

from reports.rendering import fonts

from . import golden, pictures
from .goldens import GOLDEN
from .measures import all_measures

pytestmark = pytest.mark.skipif(
    any(not face.path.is_file() for face in fonts.FANDOL), reason="the Fandol fonts are not there"
)


def test_every_point_of_the_standard_is_kept_and_the_document_says_what_is_measured() -> None:
    measures, said = all_measures(), golden.DOCUMENT.read_text(encoding="utf-8")
    assert [one for one in measures if not one.holds] == []
    for one in measures:
        row = f"| {one.clause} | {one.what} | {one.asked} | {one.measured} |\n"
        assert row in said, "make golden"
    assert said.count("\n|") == len(measures) + 2


def test_the_document_shows_every_page_that_is_kept() -> None:
    said = golden.DOCUMENT.read_text(encoding="utf-8")
    kept = sorted(pictures.FOLDER.glob("*.png"))
    assert {path.name.rpartition("-")[0] for path in kept} == set(GOLDEN)
    assert [path.name for path in kept if f"{path.name})" not in said] == []
    assert said.count("![") == len(kept)


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in pictures.FOLDER.glob("*.png")) < 1_500_000
