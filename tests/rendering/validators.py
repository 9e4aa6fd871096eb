"""Validators of PDF/UA-1 by other people, and which of their findings are mistakes of their own.

`python -m tests.rendering.validators` prints what they say, word for word.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import outloud
import pdfua
import pikepdf
from outloud.report import terminal

from tests import conftest as sandbox  # settles where the settings keep their data

THEIR_OWN = {
    "TBL-004": "counts no column whose merged cell ends in the row it looks at, right of the last "
    "cell that begins there: 总计 in table three. test_structure.py counts all of them.",
    "TBL-010": "takes a table with more heading boxes than figures, or more than three rows of "
    "headings, for one torn apart. The form prints tables two and four so.",
    "TBL-014": "takes two tables on a page for one, which neither of them covers.",
}
"""Findings of outloud 0.2.1 that are not faults of the file, and why."""

NOT_ASKED = {
    "UA-14-001": "cannot ask whether headings are empty: takes the kids of an element for a number "
    "and ends with a ValueError. test_structure.py asks it.",
}
"""Checks of pdfua 0.1.3 that end with an error of its own."""


def outloud_says(data: bytes) -> list[tuple[str, str]]:
    """Rule and message of each finding, its own mistakes among them."""
    with _file(data) as path:
        return [(one.rule, one.message) for one in outloud.check(path).findings]


def pdfua_says(data: bytes) -> tuple[list[str], list[str]]:
    """The rules that found something, and those that could not be asked."""
    with _file(data) as path:
        report = pdfua.validate(path)
    return [one.rule_id for one in report.findings], [one.rule_id for one in report.skipped]


def qpdf_says(data: bytes) -> list[str]:
    """What `qpdf --check` would say of the file's syntax."""
    with _file(data) as path, pikepdf.open(path) as pdf:
        return list(pdf.check_pdf_syntax())


def faults(data: bytes) -> list[str]:
    """What is left to be answered for when their own mistakes are taken off."""
    says = [f"{rule}: {message}" for rule, message in outloud_says(data) if rule not in THEIR_OWN]
    rules, unasked = pdfua_says(data)
    return says + rules + sorted(set(unasked) - set(NOT_ASKED)) + qpdf_says(data)


@contextmanager
def _file(data: bytes) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(data)
        yield str(path)


def main() -> None:
    """Prints the raw reports of all validators on four files, and what is known to be theirs."""
    from reports.rendering import pdf
    from reports.rendering.marks import Marks
    from reports.rendering.verifying import Verification

    from . import contents

    files = {"final": contents.large_pdf().data, "2019": pdf.draw(contents.old())}
    files["draft"] = pdf.draw(contents.small(), Marks(draft=True, number=2))
    verify = Verification("https://xxgk.example.gov.cn", contents.small().digest)
    files["verified"] = pdf.draw(contents.small(), Marks(verify=verify))
    for name, data in files.items():
        with _file(data) as path:
            print(f"--- {name}: outloud\n{terminal(outloud.check(path))}")
            command = [sys.executable, "-m", "pdfua", "check", path]
            said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            print(f"--- {name}: pdfua\n{said}")
        print(f"--- {name}: qpdf --check: {qpdf_says(data) or 'no errors'}")
    for rule, why in {**THEIR_OWN, **NOT_ASKED}.items():
        print(f"{rule}: {why}")
    sandbox.pytest_unconfigure()


if __name__ == "__main__":
    main()
