"""The system libraries that draw PDFs. Without them everything else runs."""

import ctypes

from scripts.bootstrap import apt
from scripts.bootstrap.tell import say

# Shared library → the package that brings it on Debian 12, 13 and Ubuntu 24.04.
LIBRARIES = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libfontconfig.so.1": "libfontconfig1",
}


def prepare() -> None:
    """Install what is missing, or say in one line what to install."""
    packages = _missing()
    if not packages or apt.install(packages, "PDF"):
        return
    say(f"without PDF until someone runs: sudo apt-get install {' '.join(packages)}")


def _missing() -> list[str]:
    # libpango brings libglib2.0 under whichever name the release gives it.
    packages = [package for library, package in LIBRARIES.items() if not _loads(library)]
    return [p for p in packages if p != "libglib2.0-0" or "libpango-1.0-0" not in packages]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
