"""Writes the clipboards that the tests of pasting read: `python -m tests.clipboard.write`.

LibreOffice's are what its own Calc and Writer put on the clipboard (they need soffice and
python3-uno); those of Excel, WPS, Word and a web page are made by hand in their shapes.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from reports import figures as fig
from reports.content import from_json
from reports.figures import Figures
from reports.formats import Format, Kind, edition
from reports.formats.format import leaves
from reports.formats.grid import grid
from reports.rendering import docx
from reports.rendering.marks import FINAL
from tests.clipboard import shapes

HERE = Path(__file__).parent
FOLDER = HERE.parent / "fixtures" / "clipboard"
PYTHON_WITH_UNO = "/usr/bin/python3"
FORMAT = edition("2021")
TABLES = (2, 3, 4)


def figures_of(fmt: Format) -> Figures:
    """Figures of which no two that are typed are alike, so that a wrong box shows."""
    chance = random.Random(20240131)
    typed = [id_ for id_, cell in fmt.cells.items() if not cell.computed]
    values = chance.sample(range(11, 9876), len(typed))
    figures: Figures = dict.fromkeys(fmt.cells) | dict(zip(typed, values, strict=True))
    for id_ in typed:
        if fmt.cells[id_].kind.is_money:
            figures[id_] = Decimal(f"{figures[id_]}.56")
    return figures | fig.recompute(fmt, figures, fmt.cells)


def blocks_of(fmt: Format) -> list[dict[str, Any]]:
    """The tables as static/js/edit/paste-form.js reads them off the page."""
    found = []
    for section in fmt.sections:
        for block in section.blocks:
            columns = [path for _, path in leaves(block.columns)]
            lines = [
                (line, [box.cell for box in boxes if box.cell])
                for line, boxes in enumerate(grid(fmt, section.number).rows)
            ]
            rows: list[dict[str, Any]] = [
                {"labels": cells[0].row, "keys": [cell.id for cell in cells], "line": line}
                for line, cells in lines
                if cells and cells[0].id.startswith(f"{block.id}.")
            ]
            table = TABLES.index(section.number)
            heads = _heads(fmt, section.number, rows[0]["keys"])
            found.append(
                {
                    "title": block.title,
                    "columns": columns,
                    "heads": heads,
                    "rows": rows,
                    "table": table,
                }
            )
    return [*found, _fees(fmt)]


def _heads(fmt: Format, number: int, keys: list[str]) -> str:
    """What the headings over these figures say, in the order in which they are read."""
    table = grid(fmt, number)
    ids = {id_ for box in table.boxes() if box.cell and box.cell.id in keys for id_ in box.headers}
    said = "".join(box.text for box in table.boxes() if box.kind == "column" and box.id in ids)
    return re.sub(r"[^\w]", "", said)


def _fees(fmt: Format) -> dict[str, Any]:
    """The fees: a list of boxes without headings of columns."""
    rows = [
        {"labels": [fee.named], "keys": [fee.key], "line": line}
        for line, fee in enumerate(fmt.fees)
    ]
    shared = {"title": "", "columns": [[""]], "heads": "", "table": len(TABLES)}
    return {**shared, "rows": rows, "isList": True}


def facts_of(fmt: Format, figures: Figures) -> dict[str, Any]:
    """What the page would know, for tests without a page."""
    return {
        "figures": fig.to_json(figures),
        "form": blocks_of(fmt),
        "units": {kind.value: kind.unit for kind in Kind},
        "cells": {
            **{c.id: {"label": c.label, "kind": c.kind} for c in fmt.cells.values()},
            **{fee.key: {"label": fee.label, "kind": fee.kind} for fee in fmt.fees},
        },
        "computed": [c.id for c in fmt.cells.values() if c.computed],
        "equations": [equation.to_json() for equation in fmt.equations],
        "sections": {str(n): [b.cell.id for b in grid(fmt, n).boxes() if b.cell] for n in TABLES},
    }


def copied_from_office(fmt: Format, figures: Figures) -> None:
    """What Calc and Writer themselves put on the clipboard."""
    report = {"edition": fmt.edition, "agency": "某某县财政局", "year": 2024}
    content = from_json({**report, "figures": fig.to_json(figures), "fees": {}, "prose": {}})
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "report.docx").write_bytes(docx.draw(content, FINAL))
        sheets = {n: shapes.sheet(grid(fmt, n), figures) for n in TABLES}
        Path(folder, "sheets.json").write_text(json.dumps(sheets), encoding="utf-8")
        command: list[str | Path] = [PYTHON_WITH_UNO, HERE / "office.py", folder, FOLDER]
        subprocess.run(command, check=True, timeout=300)


def write_facts(figures: Figures) -> None:
    """What the tests compare with."""
    facts = facts_of(FORMAT, figures)
    lines = [f'"{name}": {json.dumps(facts[name], ensure_ascii=False)}' for name in facts]
    (FOLDER / "facts.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Writes all of them anew."""
    figures = figures_of(FORMAT)
    FOLDER.mkdir(exist_ok=True)
    write_facts(figures)
    for program, draw in shapes.PROGRAMS.items():
        for number in TABLES:
            html = draw(grid(FORMAT, number), figures)
            (FOLDER / f"{program}-{number}.html").write_text(html, encoding="utf-8")
    copied_from_office(FORMAT, figures)


if __name__ == "__main__":
    main()
