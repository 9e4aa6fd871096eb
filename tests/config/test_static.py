"""Style sheets and scripts can be served under hashed names, and nothing they name is missing."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).resolve().parents[2]
IMPORT = re.compile(r"""(?:from|import)\s*["']([^"']+)["']""")
PARSE = """for (const name of process.argv.slice(1))
  new (require("vm").SourceTextModule)(require("fs").readFileSync(name, "utf8"));"""


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    hashed = {"staticfiles": {"BACKEND": "config.static.HashedStaticFiles"}}
    own = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    storages = {**settings.STORAGES, **hashed}
    with override_settings(STATIC_ROOT=folder, STORAGES=storages, STATICFILES_FINDERS=own):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


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


def served(collected: Path, kind: str) -> dict[str, Path]:
    """Our own files of that kind by their names, as a page asks for them."""
    paths: dict[str, str] = json.loads((collected / "staticfiles.json").read_text())["paths"]
    return {old: collected / new for old, new in paths.items() if old.startswith(f"{kind}/")}


@pytest.mark.parametrize("kind", ["js", "css"])
def test_what_is_served_has_no_comments(collected: Path, kind: str) -> None:
    comment = re.compile(r"^\s*//|/\*", re.MULTILINE)
    files = served(collected, kind)
    assert [name for name in files if comment.search((ROOT / "static" / name).read_text())]
    assert not [name for name, path in files.items() if comment.search(path.read_text())]


def test_what_is_served_is_still_a_script(collected: Path) -> None:
    scripts = [str(path) for path in served(collected, "js").values()]
    node = [compute_driver_executable()[0], "--experimental-vm-modules", "-e", PARSE]
    ended = subprocess.run([*node, *scripts], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_nothing_comes_from_another_host() -> None:
    outside = re.compile(r"""(?:src|href)=["']//|url\(["']?(?:https?:)?//|import\s*["']https?:""")
    sources = [p for folder in ("templates", "static") for p in (ROOT / folder).rglob("*.*")]
    assert sources
    assert not [p for p in sources if p.is_file() and outside.search(p.read_text(errors="replace"))]
