"""`manage.py check` tells what a machine lacks to draw documents, and what to install."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.checks import CheckMessage, run_checks

from reports import system_checks
from reports.rendering import fonts, libraries, pdf
from reports.rendering.libraries import Library
from tests.rendering.contents import small

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = Library("libnowhere1", ("libnowhere.so.1",))
USEFUL = Library("libuseful1", ("libuseful.so.1",), needed=False)


def ours(messages: list[CheckMessage]) -> dict[str | None, str]:
    """The hint of each of our messages."""
    return {m.id: m.hint or "" for m in messages if (m.id or "").startswith("nianbao.")}


def test_a_machine_that_has_everything_hears_nothing() -> None:
    assert ours(run_checks()) == {}


@pytest.mark.parametrize(("library", "code"), [(NOWHERE, "W001"), (USEFUL, "W002")])
def test_a_missing_library_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, library: Library, code: str
) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (*libraries.LIBRARIES, library))
    assert ours(run_checks()) == {f"nianbao.{code}": f"请安装：apt-get install {library.package}"}


def test_without_a_needed_library_no_pdf_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (NOWHERE,))
    pdf.press.cache_clear()
    with pytest.raises(pdf.PdfUnavailableError, match="libnowhere1"):
        pdf.draw(small())


def test_missing_official_faces_are_named(settings: LazySettings, tmp_path: Path) -> None:
    settings.FONTS_DIR = tmp_path
    hints = ours(run_checks())
    assert list(hints) == ["nianbao.W003"]
    assert all(face.file in hints["nianbao.W003"] for face in fonts.FANDOL)


def test_a_missing_font_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)
    hints = ours(system_checks.check_faces())
    assert list(hints) == ["nianbao.W004"]
    assert "pylopdf-fonts-zh-cn" in hints["nianbao.W004"]


def test_checking_does_not_load_what_it_checks() -> None:
    code = "import django, sys; django.setup(); from django.core.checks import run_checks; "
    code += "run_checks(); print({'weasyprint', 'fontTools', 'docx'} & set(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert ended.stdout.strip() == "set()"
