"""The Python environment in .venv: made once, filled with the locked packages, checked by hash."""

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.bootstrap import apt
from scripts.bootstrap.tell import ROOT, Unready, say

VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")


def prepare(lock: str) -> None:
    """Make .venv hold what `lock` lists (a file beside the Makefile).

    The stamp is written last: an interrupted run leaves none, and the next one does it again.
    """
    if _stamped(lock) or (lock == "requirements.txt" and _stamped("requirements-dev.txt")):
        return
    if not _runs():
        _create()
    say(f"installing {lock} into .venv")
    for stamp in VENV.glob("stamp-*"):
        stamp.unlink()
    if not _install(ROOT / lock):
        raise Unready(f"the packages of {lock} could not be installed; see the lines above")
    _stamp(lock).write_text(_key(lock))


def _stamp(lock: str) -> Path:
    return VENV / f"stamp-{lock}"


def _stamped(lock: str) -> bool:
    stamp = _stamp(lock)
    return Path(PYTHON).exists() and stamp.exists() and stamp.read_text() == _key(lock)


def _key(lock: str) -> str:
    """What the environment depends on: the lock file, this Python, this system, this folder."""
    system = Path("/etc/os-release")
    parts = [
        (ROOT / lock).read_bytes(),
        sys.version.encode(),
        platform.machine().encode(),
        system.read_bytes() if system.exists() else b"",
        os.fsencode(ROOT),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _runs() -> bool:
    """Whether .venv has a Python with pip that starts and is of the same series as this one."""
    asked = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    if not Path(PYTHON).exists():
        return False
    answer = subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "{}.{}".format(*sys.version_info[:2])


def _create() -> None:
    say("making the Python environment .venv")
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        if not apt.install([package], "Python environments"):
            raise Unready(f"Python environments are missing: sudo apt-get install {package}")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False)
    if made.returncode:
        raise Unready("the Python environment .venv could not be made; see the lines above")


def _install(lock: Path) -> bool:
    uv = shutil.which("uv")
    if uv:
        command = [
            uv,
            "pip",
            "install",
            "-q",
            "--compile-bytecode",  # as pip does: otherwise every start may compile again
            "--python",
            PYTHON,
            "--require-hashes",
            "-r",
            str(lock),
        ]
        if subprocess.run(command, check=False).returncode == 0:
            return True
        say("uv did not succeed; trying pip")
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary", ":all:"]
    command = [PYTHON, "-m", "pip", "install", *options, "--require-hashes", "-r", str(lock)]
    return subprocess.run(command, check=False).returncode == 0
