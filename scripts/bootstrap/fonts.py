"""The Fandol fonts (仿宋, 楷体, 黑体, 宋体), taken from Debian's package, never committed."""

import shutil
import subprocess
import tarfile
import tempfile
import time
from pathlib import Path

from scripts.bootstrap import apt
from scripts.bootstrap.tell import ROOT, say

FOLDER = ROOT / "fonts"
PACKAGE = "texlive-lang-chinese"
FACES = [
    "FandolFang-Regular.otf",
    "FandolHei-Bold.otf",
    "FandolHei-Regular.otf",
    "FandolKai-Regular.otf",
    "FandolSong-Bold.otf",
    "FandolSong-Regular.otf",
]
PAPERS = {"COPYING", "README", "copyright"}
DAY = 24 * 3600


SUBSTITUTE = (
    "documents use the substitute fonts of the Python environment until Debian's package "
    f"{PACKAGE} can be downloaded (sudo apt-get update)"
)


def prepare(folder: Path = FOLDER) -> None:
    """Make `folder` hold the faces and their licence: all of them or none.

    What could not be fetched is not tried again for a day: starts stay quick without a network.
    """
    if all((folder / face).is_file() for face in FACES):
        return
    missed = folder.with_name(f"{folder.name}.missed")
    if missed.exists() and time.time() - missed.stat().st_mtime < DAY:
        say(SUBSTITUTE)
        return
    say(f"fetching the Fandol fonts ({PACKAGE})")
    with tempfile.TemporaryDirectory(prefix="nianbao-fonts-") as scratch:
        Path(scratch).chmod(0o755)
        if apt.download(PACKAGE, scratch) and _unpack(Path(scratch), folder):
            missed.unlink(missing_ok=True)
            return
    missed.touch()
    say(SUBSTITUTE)


def _unpack(scratch: Path, folder: Path) -> bool:
    archive = next(scratch.glob("*.deb"), None)
    if archive is None or not shutil.which("dpkg-deb"):
        return False
    fresh = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with (
        subprocess.Popen(["dpkg-deb", "--fsys-tarfile", archive], stdout=subprocess.PIPE) as deb,
        tarfile.open(fileobj=deb.stdout, mode="r|") as files,
    ):
        _copy(files, fresh)
    if not all((fresh / face).is_file() for face in FACES):
        return False
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return True


def _copy(archive: tarfile.TarFile, fresh: Path) -> None:
    for member in archive:
        name = Path(member.name).name
        ours = name in FACES or (name in PAPERS and "fandol" in member.name)
        content = archive.extractfile(member) if ours and member.isfile() else None
        if content is not None:
            (fresh / name).write_bytes(content.read())
