"""`make validate`: every kind of Word and Excel file, and what each judge says of it, in full."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests import conftest as sandbox  # first: settles where the settings keep their data
from tests.ooxml.judges import JUDGES


def main() -> None:
    """Exit 1 where one of them finds a fault, or none is there to be asked."""
    from tests.ooxml.files import FILES

    asked, faults = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, draw in FILES.items():
            file = Path(folder) / name
            file.write_bytes(draw())
            for judge in JUDGES:
                if not judge.is_here or file.suffix[1:] not in judge.kinds:
                    continue
                print(f"--- {judge.name}: {name}\n{judge.says(file).strip()}")
                asked, faults = asked + 1, faults + bool(judge.found(file))
    sandbox.pytest_unconfigure()
    missing = [judge.name for judge in JUDGES if not judge.is_here]
    print(f"asked {asked} times, faults in {faults}, not installed: {missing or 'none'}")
    sys.exit(bool(faults or missing))


if __name__ == "__main__":
    main()
