"""Runs the tests of the page's modules with the Node that comes inside Playwright."""

from __future__ import annotations

import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

HERE = Path(__file__).parent


def test_the_modules_of_the_page_pass_their_own_tests() -> None:
    node = compute_driver_executable()[0]
    tests = sorted(HERE.glob("*.test.js"))
    ran = subprocess.run(
        [node, "--test", "--test-reporter=dot", *tests], capture_output=True, text=True, check=False
    )
    assert tests
    assert ran.returncode == 0, ran.stdout + ran.stderr
