"""Style sheets and scripts can be served under hashed names, and nothing they name is missing."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

ROOT = Path(__file__).resolve().parents[2]
IMPORT = re.compile(r"""(?:from|import)\s*["']([^"']+)["']""")


@pytest.fixture
def collected(tmp_path: Path, settings: Settings) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "config.static.HashedStaticFiles"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_collected_modules_import_one_another_by_their_hashed_names(collected: Path) -> None:
    paths: dict[str, str] = json.loads((collected / "staticfiles.json").read_text())["paths"]
    scripts = {new for old, new in paths.items() if old.startswith("js/")}
    assert scripts
    named = [
        (collected / script).parent / target
        for script in scripts
        for target in IMPORT.findall((collected / script).read_text())
        if target.startswith(".")
    ]
    missing = [target for target in named if not target.exists()]
    unhashed = [target for target in named if not re.search(r"\.[0-9a-f]{12}\.js$", target.name)]
    assert (missing, unhashed) == ([], [])


def test_nothing_comes_from_another_host() -> None:
    outside = re.compile(r"""(?:src|href)=["']//|url\(["']?(?:https?:)?//|import\s*["']https?:""")
    sources = [p for folder in ("templates", "static") for p in (ROOT / folder).rglob("*.*")]
    assert sources
    assert not [p for p in sources if p.is_file() and outside.search(p.read_text(errors="replace"))]
