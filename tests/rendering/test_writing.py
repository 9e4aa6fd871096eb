"""What is done in less time than WeasyPrint and pydyf take comes out the same."""

from __future__ import annotations

from typing import Any

import pydyf
import pytest
from weasyprint.pdf import fonts
from weasyprint.text.ffi import harfbuzz

from reports.rendering import pdf, writing

from .contents import small


@pytest.mark.parametrize(
    ("item", "written"),
    [
        (b"q", b"q"),
        ("/Type", b"/Type"),
        (0, b"0"),
        (-12, b"-12"),
        (1.0, b"1"),
        (0.25, b"0.25"),
        (1 / 3, b"0.333333"),
        (True, b"True"),
        (pydyf.String("第(1)稿"), pydyf.String("第(1)稿").data),
        (pydyf.Array([1, 2.5, pydyf.Array(["/A"])]), b"[1 2.5 [/A]]"),
        (pydyf.Dictionary({"K": pydyf.Dictionary({"N": 3})}), b"<</K <</N 3>>>>"),
    ],
)
def test_values_are_written_as_a_pdf_has_them(item: Any, written: bytes) -> None:
    assert writing.written(item) == written


def test_what_is_put_together_when_asked_is_asked_once() -> None:
    class Asked(pydyf.Object):  # type: ignore[misc]
        times = 0

        @property
        def data(self) -> bytes:
            Asked.times += 1
            return b"x"

    assert writing.written(Asked()) == b"x"
    assert Asked.times == 1


@pytest.mark.skipif(
    bool(harfbuzz.hb_version_atleast(7, 0, 0)), reason="later ones leave other tables in faces"
)
def test_faces_cut_once_are_the_same_as_cut_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    once = pdf.draw(small())
    cut = fonts.harfbuzz_subset
    assert isinstance(cut, writing.Subsetter)
    monkeypatch.setattr(fonts, "harfbuzz_subset", cut._whole)
    assert pdf.draw(small()) == once
