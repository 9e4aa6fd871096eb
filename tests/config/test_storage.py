"""What stands under a file's name, whatever happens while it is written."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from config.storage import WholeFiles

# Writes half of a file and is killed, as by `kill -9`.
HALF = """
import os, sys
import django
django.setup()
from django.core.files.base import ContentFile
from config.storage import WholeFiles
class Half(ContentFile):
    def chunks(self, chunk_size=None):
        yield b"half" * 100000
        os.kill(os.getpid(), 9)
WholeFiles(location=sys.argv[1]).save("a/b/report.pdf", Half(b""))
"""


class Full(ContentFile):  # type: ignore[type-arg]
    """As if the disk were full after the first part."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")


@pytest.fixture
def storage(tmp_path: Path) -> WholeFiles:
    return WholeFiles(
        location=tmp_path, file_permissions_mode=0o640, directory_permissions_mode=0o750
    )


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_is_stored_whole_and_for_its_owner(storage: WholeFiles, tmp_path: Path) -> None:
    name = storage.save("a/b/report.pdf", ContentFile(b"%PDF"))
    assert (tmp_path / name).read_bytes() == b"%PDF"
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o750
    assert files(tmp_path) == ["a/b/report.pdf"]


def test_a_name_that_is_taken_is_not_written_over(storage: WholeFiles, tmp_path: Path) -> None:
    first = storage.save("report.pdf", ContentFile(b"first"))
    second = storage.save("report.pdf", ContentFile(b"second"))
    assert first != second
    assert (tmp_path / first).read_bytes() == b"first"


def test_a_full_disk_leaves_no_half_file(storage: WholeFiles, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        storage.save("report.pdf", Full(b""))
    assert files(tmp_path) == []


def test_a_killed_writer_leaves_no_half_file_under_the_name(
    storage: WholeFiles, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", HALF, str(tmp_path)]
    killed = subprocess.run(command, env=os.environ, check=False)
    assert killed.returncode == -9
    assert not storage.exists("a/b/report.pdf")
    assert len(files(tmp_path)) == 1
    assert storage.forget_unfinished() == 0
    assert storage.forget_unfinished(timedelta()) == 1
    assert files(tmp_path) == []
