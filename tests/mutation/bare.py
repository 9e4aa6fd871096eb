"""Decorators written as calls below what they decorate, because mutmut leaves decorated code alone.

`@rule(…)` above `def jumps` becomes `jumps = rule(…)(jumps)` below it: the same program, and the
checks, the properties and the cached functions are changed like all others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef


def bare(source: str) -> str:
    """The same module without a decorated function."""
    lines = source.splitlines()
    for function in reversed(list(_decorated(ast.parse(source)))):
        indent = " " * function.col_offset
        wrapped = function.name
        for decorator in reversed(function.decorator_list):
            wrapped = f"{ast.unparse(decorator)}({wrapped})"
        lines.insert(function.end_lineno or 0, f"{indent}{function.name} = {wrapped}")
        first = function.decorator_list[0].lineno - 1
        lines[first : function.lineno - 1] = [""] * (function.lineno - 1 - first)
    return "\n".join(lines) + "\n"


def _decorated(tree: ast.Module) -> Iterator[Function]:
    for statement in tree.body:
        body = statement.body if isinstance(statement, ast.ClassDef) else [statement]
        yield from (one for one in body if isinstance(one, Function) and one.decorator_list)
