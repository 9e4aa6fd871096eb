"""The bootstrap does nothing twice and never leaves half a piece behind."""

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from scripts.bootstrap import environment, fonts
from scripts.bootstrap.tell import Unready

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "ROOT", root)
        patch.setattr(environment, "VENV", root / ".venv")
        patch.setattr(environment, "PYTHON", str(root / ".venv" / "bin" / "python"))
        yield root / "lock.txt"


def archive(*names: str) -> tarfile.TarFile:
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as made:
        for name in names:
            made.addfile(tarfile.TarInfo(f"./usr/share/fonts/fandol/{name}"))
    buffer.seek(0)
    return tarfile.open(fileobj=buffer)


def test_an_environment_is_made_once(lock: Path) -> None:
    lock.write_text("")
    environment.prepare(lock.name)
    stamp = next((lock.parent / ".venv").glob("stamp-*"))
    made = stamp.stat().st_mtime_ns
    environment.prepare(lock.name)
    assert stamp.stat().st_mtime_ns == made


def test_an_installation_that_fails_leaves_no_stamp(lock: Path) -> None:
    lock.write_text("")
    environment.prepare(lock.name)
    lock.write_text("not a requirement at all\n")
    with pytest.raises(Unready):
        environment.prepare(lock.name)
    assert not list((lock.parent / ".venv").glob("stamp-*"))


def test_only_the_faces_and_their_licence_are_taken(tmp_path: Path) -> None:
    fonts._copy(archive("FandolFang-Regular.otf", "FandolBraille.otf", "README"), tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"FandolFang-Regular.otf", "README"}


def test_fonts_that_are_there_are_left_alone(tmp_path: Path) -> None:
    for face in fonts.FACES:
        (tmp_path / face).write_bytes(b"kept")
    fonts.prepare(tmp_path)
    assert {p.read_bytes() for p in tmp_path.iterdir()} == {b"kept"}


def test_fonts_that_cannot_be_had_are_not_asked_for_at_every_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no apt-get here
    for _ in range(2):
        fonts.prepare(tmp_path / "fonts")
    told = capsys.readouterr().err
    assert told.count("fetching the Fandol fonts") == 1
    assert told.count("substitute fonts") == 2
    assert not (tmp_path / "fonts").exists()


def test_a_wrong_purpose_is_told_in_one_line() -> None:
    command = [sys.executable, "-m", "scripts.bootstrap", "dance"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stderr.strip() == "usage: python3 -m scripts.bootstrap run|test|lint"
