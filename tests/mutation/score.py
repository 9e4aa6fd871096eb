"""What came of the changes: module by module how many the tests noticed, and which they missed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_NOTICED = 1
"""What pytest ends with when a test failed; a time-out or a crash is looked at by a person."""


@dataclass(frozen=True)
class Score:
    """One module: how many changes were tried, and the names of those that no test noticed."""

    module: str
    tried: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """Of 100 changes those noticed."""
        return 100 * (self.tried - len(self.missed)) / self.tried if self.tried else 100.0


def scores(folder: Path) -> Iterator[Score]:
    """The results that mutmut left below the folder; modules without a function have none."""
    changed = folder / "mutants"
    for path in sorted(changed.rglob("*.meta")):
        ended = json.loads(path.read_text())["exit_code_by_key"]
        missed = tuple(name for name, code in ended.items() if code != _NOTICED)
        if ended:
            yield Score(str(path.relative_to(changed)).removesuffix(".meta"), len(ended), missed)


def table(found: Iterable[Score]) -> str:
    """One line a module, and the sum of all."""
    found = list(found)
    tried = sum(one.tried for one in found)
    all_ = Score("all", tried, tuple(name for one in found for name in one.missed))
    lines = [f"{'':44}{'changes':>9}{'missed':>9}{'noticed':>10}"]
    for one in (*found, all_):
        lines.append(f"{one.module:44}{one.tried:>9}{len(one.missed):>9}{one.share:>8.1f} %")
    return "\n".join(lines)
