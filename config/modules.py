"""What the scripts of a page import from one another, read from the scripts themselves."""

import posixpath
import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

_IMPORT = re.compile(r"""^(?:import|export)\b[^"'`;]*["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)


@cache
def imported_by(entry: str) -> tuple[str, ...]:
    """The static names of all modules that `entry` imports, directly or not, nearest first."""
    found = {entry: None}
    waiting = [entry]
    for name in waiting:
        for other in _imports_of(name):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(found)[1:]


def _imports_of(name: str) -> list[str]:
    path = finders.find(name)
    source = Path(path).read_text(encoding="utf-8") if path else ""
    folder = posixpath.dirname(name)
    return [posixpath.normpath(f"{folder}/{other}") for other in _IMPORT.findall(source)]
