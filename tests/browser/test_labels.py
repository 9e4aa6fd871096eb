"""In chromium: what a screen reader is told of each box of the filling page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from reports.formats import Cell
from reports.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def names(page: Page, role: str) -> dict[str, str]:
    """The accessible name of everything of that role, by the name of the field."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    asked = {"nodeId": root, "role": role}
    nodes: list[dict[str, Any]] = devtools.send("Accessibility.queryAXTree", asked)["nodes"]
    return {
        _attributes(devtools, node["backendDOMNodeId"]).get("name", ""): node["name"]["value"]
        for node in nodes
    }


def _attributes(devtools: Any, node: int) -> dict[str, str]:
    described = devtools.send("DOM.describeNode", {"backendNodeId": node})["node"]
    pairs = iter(described["attributes"])
    return dict(zip(pairs, pairs, strict=True))


def in_order(words: tuple[str, ...], name: str) -> bool:
    """Whether the name says each of the words, one after another."""
    place = 0
    for one in words:
        place = name.find(one, place)
        if place < 0:
            return False
        place += len(one)
    return True


def test_every_figure_is_named_by_its_row_and_column(page: Page, report: Report) -> None:
    told = names(page, "textbox")
    cells: dict[str, Cell] = report.format.cells
    lacking = {
        key: told.get(key, "")
        for key, cell in cells.items()
        if not in_order((*cell.row, *cell.column), told.get(key, ""))
    }
    assert len(cells) == 200
    assert not lacking


def test_no_two_figures_have_one_name(page: Page, report: Report) -> None:
    told = names(page, "textbox")
    assert len({told[key] for key in report.format.cells}) == len(report.format.cells)


def test_fees_and_texts_are_named_by_what_is_printed(page: Page, report: Report) -> None:
    told = names(page, "textbox")
    assert all(told[fee.key] == fee.label for fee in report.format.fees)
    parts = [one for one in report.format.sections if one.is_prose]
    assert all(one.heading in told[f"prose.{one.number}"] for one in parts)
