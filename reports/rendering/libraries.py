"""The system libraries a PDF needs: which of them this machine lacks, told without WeasyPrint.

Asking WeasyPrint would load all of it, and print to standard output where it fails.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Library:
    """A shared library: Debian's package, the file on Linux, and on other systems.

    Without a `needed` one no PDF is drawn; without the other it takes fifteen times as long.
    """

    package: str
    files: tuple[str, ...]
    needed: bool = True


LIBRARIES = (
    Library("libglib2.0-0", ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib")),
    Library("libpango-1.0-0", ("libpango-1.0.so.0", "libpango-1.0.dylib")),
    Library("libpangoft2-1.0-0", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib")),
    Library("libharfbuzz0b", ("libharfbuzz.so.0", "libharfbuzz.0.dylib")),
    Library("libfontconfig1", ("libfontconfig.so.1", "libfontconfig.1.dylib")),
    Library(
        "libharfbuzz-subset0",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        needed=False,
    ),
)


def absent(*, needed: bool) -> list[str]:
    """Debian's names of the packages that are not there."""
    return [
        library.package
        for library in LIBRARIES
        if library.needed == needed and not any(map(_opens, library.files))
    ]


@cache
def _opens(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
