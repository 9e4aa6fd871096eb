"""`make mutate`: what the tests of checks and figures would not notice (docs/mutation.md).

mutmut changes the code in one place after the other, a + to a −, a number to the next one, and
runs the tests on each; what no test notices is written to var/mutation/<family>.diff.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.mutation.families import FAMILIES, Family
from tests.mutation.ground import ROOT, prepare
from tests.mutation.score import Score, scores, table

FOLDER = ROOT / "var" / "mutation"
LEAST = 90.0


def main() -> int:
    """Measures the families asked for, all of them if none is; 1 if a score is too low."""
    names = [family.name for family in FAMILIES]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", nargs="*", metavar="family", help="、".join(names))
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    if unknown := set(asked.families) - set(names):
        parser.error(f"no such family: {', '.join(sorted(unknown))}")
    found: list[Score] = []
    for family in FAMILIES:
        if not asked.families or family.name in asked.families:
            found += measure(family, asked.at_once)
    print(table(found))
    return int(any(one.share < LEAST for one in found))


def measure(family: Family, at_once: int) -> list[Score]:
    """Runs mutmut on the family; politely, for it takes minutes of every processor it gets."""
    folder = FOLDER / family.name
    prepare(family, folder)
    print(f"\n{family.name}", flush=True)
    mutmut = [sys.executable, "-m", "mutmut"]
    subprocess.run(
        ["nice", "-n", "15", *mutmut, "run", "--max-children", str(at_once)], cwd=folder, check=True
    )
    found = list(scores(folder))
    diffs = [_diff(mutmut, name, folder) for one in found for name in one.missed]
    Path(f"{folder}.diff").write_text("\n".join(diffs))
    return found


def _diff(mutmut: list[str], name: str, folder: Path) -> str:
    shown = subprocess.run(
        [*mutmut, "show", name], cwd=folder, check=True, capture_output=True, text=True
    )
    return shown.stdout


if __name__ == "__main__":
    sys.exit(main())
