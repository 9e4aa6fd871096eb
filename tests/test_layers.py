"""The import order: a module imports only from lines above its own (docs/architecture.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Line by line, what stands where; a name covers the package below it.
LINES = [
    {"agencies", "reports.formats"},
    {
        "reports.figures",
        "reports.prose",
        "reports.content",
        "reports.differences",
        "reports.redline",
        "reports.checks",
        "reports.counting",
        "reports.portal",
    },
    {"reports.models", "reports.jobs", "reports.mail"},
    {"reports.workflow", "reports.drafting", "reports.roster", "reports.commenting"}
    | {"reports.dividing", "reports.local", "reports.alike", "reports.registering"}
    | {"reports.posting", "reports.sealing", "reports.status"},
    {"reports.forms", "reports.importing", "reports.rendering", "reports.rollup"}
    | {"reports.opendata"},
    {"reports.receiving", "reports.bundling"},
    {"reports.tasks", "reports.views", "reports.urls", "reports.admin", "reports.apps"}
    | {"reports.system_checks", "reports.context"}
    | {"reports.management", "reports.migrations", "reports.templatetags", "reports.demo"},
]
STRANGERS = [LINES[0], LINES[4]]  # on these lines none knows another
PURE = LINES[1] | {"reports.formats"}


def modules() -> Iterator[tuple[str, Path]]:
    for folder in ("agencies", "reports"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield name.removesuffix(".__init__"), path


def place(module: str) -> tuple[int, str] | None:
    for number, names in enumerate(LINES):
        for name in names:
            if module == name or module.startswith(f"{name}."):
                return number, name
    return None


def imported(module: str, path: Path) -> Iterator[str]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else []), *([node.module or ""])]).strip(".")
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def may_import(importer: str, target: str) -> bool:
    here, there = place(importer), place(target)
    if here is None or there is None or here[1] == there[1]:
        return True
    if here[0] == there[0]:
        return LINES[here[0]] not in STRANGERS
    return there[0] < here[0]


MODULES = list(modules())


@pytest.mark.parametrize(("module", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_a_module_imports_only_from_lines_above_its_own(module: str, path: Path) -> None:
    wrong = {target for target in imported(module, path) if not may_import(module, target)}
    assert not wrong


def test_every_module_has_its_line() -> None:
    assert not [name for name, _ in MODULES if name != "reports" and place(name) is None]


def test_the_statute_and_its_arithmetic_never_import_django() -> None:
    inside = [(name, path) for name, path in MODULES if (place(name) or (0, ""))[1] in PURE]
    assert inside
    assert not [name for name, path in inside if any("django" in t for t in imported(name, path))]


def test_the_order_forbids_what_it_should() -> None:
    assert not may_import("agencies.tree", "reports.models")
    assert not may_import("reports.models.report", "reports.workflow")
    assert not may_import("reports.rendering.pdf", "reports.forms")
    assert may_import("reports.workflow", "reports.models.report")
