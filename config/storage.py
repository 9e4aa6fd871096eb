"""Files on disk that are there whole or not at all, whoever is killed and however full the disk."""

import os
import secrets
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

UNFINISHED = "unfinished"
"""The folder of files that are still being written; one found there later belongs to nobody."""


class WholeFiles(FileSystemStorage):
    """Writes beside, flushes to the disk, and only then gives the file its name."""

    def _save(self, name: str, content: Any) -> str:
        draft = f"{UNFINISHED}/{secrets.token_hex(16)}"
        try:
            super()._save(draft, content)  # type: ignore[misc]  # unknown to the stubs
            _flush(self.path(draft))
            return self._give_name(draft, name)
        finally:
            self.delete(draft)

    def _give_name(self, draft: str, name: str) -> str:
        """The name under which the draft now stands: another than `name` if that was just taken."""
        _make(Path(self.path(name)).parent, self.directory_permissions_mode or 0o755)
        while True:
            try:
                os.link(self.path(draft), self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                _flush(Path(self.path(name)).parent)
                return name

    def forget_unfinished(self, age: timedelta = timedelta(hours=1)) -> int:
        """Delete drafts older than `age`, left by processes that were killed; how many."""
        begun_before = time.time() - age.total_seconds()
        left = [path for path in Path(self.path(UNFINISHED)).glob("*") if path.is_file()]
        old = [path for path in left if path.stat().st_mtime <= begun_before]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


def _make(folder: Path, mode: int) -> None:
    for missing in [path for path in (*reversed(folder.parents), folder) if not path.exists()]:
        with suppress(FileExistsError):
            missing.mkdir()
            missing.chmod(mode)


def _flush(path: str | Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
