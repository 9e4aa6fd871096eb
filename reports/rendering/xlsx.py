"""The report as a spreadsheet: its edition's prepared workbook copied and filled.

Totals that are the sum of their addends are formulas, and each stands with what it comes to; a
total that was filed with another value stays as it was filed, and the check beside it says so.
"""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from reports.content import Content

from . import xlsx_formulas as formulas
from .marks import FINAL, Marks
from .package import CORE, core, legal, packed
from .xlsx_cells import MAIN, put_figure, put_result
from .xlsx_table import Laid
from .xlsx_template import MARKS, Template, template
from .xlsx_words import fill_words


def draw(content: Content, marks: Marks = FINAL, *, to_fill: bool = False) -> bytes:
    """The .xlsx file. What XML cannot hold (control characters) is left out.

    `to_fill`: a form that somebody is to fill in; every total is a formula, and nothing is taken
    that no figure can be.
    """
    prepared = template(content.format.edition, to_fill=to_fill)
    written = {
        name: _sheet(copy.deepcopy(tree), prepared, content, marks, number)
        for number, (name, tree) in prepared.trees.items()
    }
    return packed({**prepared.parts, **written, CORE: core(content)})


def _sheet(tree: Any, prepared: Template, content: Content, marks: Marks, number: int) -> bytes:
    laid = prepared.tables.get(number)
    if laid:
        _fill_table(tree, prepared, content, laid)
    else:
        fill_words(tree, prepared, content, marks, number)
    _mark(tree, marks)
    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _mark(tree: Any, marks: Marks) -> None:
    """The head of every printed page of a draft says that it is one."""
    for head in tree.iter(f"{MAIN}oddHeader"):
        head.text = head.text.replace(MARKS, legal(marks.line).replace("&", "&&"))
        if not marks.line:
            head.getparent().remove(head)


def _fill_table(tree: Any, prepared: Template, content: Content, laid: Laid) -> None:
    places = {place.get("r"): place for place in tree.iter(f"{MAIN}c")}
    sums = _sums(content, laid, to_fill=prepared.to_fill)
    for id_, name in laid.names.items():
        figure = content.figures.get(id_)
        put_figure(places[name], figure, prepared.numbers[id_], sums.get(id_, ""))
    for check in laid.checks:
        said = check.mark + formulas.verdict(check.equation, content.figures)
        formula = formulas.verdict_of(check.equation, laid.names)
        formula = f'"{check.mark}"&{formula}' if check.mark else formula
        put_result(places[check.name], formula, said)


def _sums(content: Content, laid: Laid, *, to_fill: bool) -> dict[str, str]:
    """By the id of a total its formula, where the value that was filed is what it gives."""
    return {
        equation.right[0]: formulas.total_of(equation, laid.names)
        for equation in content.format.equations
        if equation.computes
        and equation.right[0] in laid.names
        and (to_fill or formulas.is_sum(equation, content.figures))
    }
