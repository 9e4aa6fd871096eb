"""In chromium: the clipboards of real and imitated programs land in the right boxes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from agencies.models import Agency, User
from tests.browser.conftest import Window
from tests.filing import begun
from tests.samples import FIXTURES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CLIPBOARD = FIXTURES / "clipboard"
FACTS = json.loads((CLIPBOARD / "facts.json").read_text(encoding="utf-8"))
FIRST = {
    "2": "documents.rules.issued",
    "3": "applications.received.natural_person",
    "4": "disputes.review.upheld",
}

TAKEN = """async ({ html, text, anchor, zero }) => {
  const load = (name) => import(`/static/js/edit/${name}.js`);
  const [{ tablesOf }, { align }, { formOf }, { plan }] =
    await Promise.all(["clipboard", "align", "paste-form", "plan"].map(load));
  const facts = JSON.parse(document.getElementById("draft-facts").textContent);
  const figures = Object.fromEntries(Object.keys(facts.cells).map((key) => [key, null]));
  const boxes = [...document.querySelectorAll("[data-grid] input")];
  const computed = new Set(boxes.filter((box) => box.readOnly).map((box) => box.name));
  const aligned = align(tablesOf({ html, text }), formOf(document), anchor);
  const now = { figures, computed, locked: new Set() };
  const { values, doubts, gaps, marks } = plan(aligned, facts, now, { zero: false, keep: true });
  const { way, unmatched } = aligned;
  return { values, doubts: doubts.map((one) => one.text), gaps, marks, way, unmatched };
}"""

HTML = sorted(path.stem for path in CLIPBOARD.glob("*.html"))


@pytest.fixture
def page(window_of: Window, reporter: User, finance: Agency) -> Page:
    opened = window_of(reporter)
    opened.goto(f"/reports/{begun(finance).pk}/edit/")
    return opened


def sections_of(name: str) -> str:
    return "234" if name.endswith("-all") else name.split("-")[1]


def expected(name: str) -> dict[str, object]:
    keys = [key for number in sections_of(name) for key in FACTS["sections"][number]]
    return {key: FACTS["figures"][key] for key in keys if key not in FACTS["computed"]}


def read(name: str, kind: str) -> str:
    path = Path(CLIPBOARD, f"{name}.{kind}")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def taken(page: Page, name: str, anchor: str = "") -> dict[str, Any]:
    given = {"html": read(name, "html"), "text": read(name, "txt"), "anchor": anchor}
    answer: dict[str, Any] = page.evaluate(TAKEN, given)
    return answer


def test_every_clipboard_lands_in_the_right_boxes(page: Page) -> None:
    assert len(HTML) == 25
    for name in HTML:
        answer = taken(page, name)
        assert answer["values"] == expected(name), name
        assert [answer[part] for part in ("doubts", "gaps", "marks", "unmatched")] == [[]] * 4, name


@pytest.mark.parametrize("anchor", FIRST.values())
def test_the_focus_moves_no_labelled_table(page: Page, anchor: str) -> None:
    for name in HTML:
        if name.split("-")[-1] not in ("figures", "body"):
            assert taken(page, name, anchor)["values"] == expected(name), name


def test_figures_without_labels_go_to_the_focused_box(page: Page) -> None:
    for number, anchor in FIRST.items():
        answer = taken(page, f"calc-{number}-figures", anchor)
        assert answer["way"] == "position"
        assert answer["values"] == expected(f"calc-{number}")


def test_the_page_describes_its_tables_as_the_form_declares_them(page: Page) -> None:
    script = "async () => (await import('/static/js/edit/paste-form.js')).formOf(document)"
    shown, declared = page.evaluate(script), FACTS["form"]
    for block in (*shown, *declared):
        paths = [*block["columns"], *(row["labels"] for row in block["rows"])]
        block["labels"] = [["".join(label.split()) for label in path] for path in paths]
    assert [block["labels"] for block in shown] == [block["labels"] for block in declared]
    assert [block["heads"] for block in shown] == [block["heads"] for block in declared]
    rows = [[[row["keys"], row["line"]] for row in block["rows"]] for block in declared]
    assert [[[row["keys"], row["line"]] for row in block["rows"]] for block in shown] == rows
    assert [block["table"] for block in shown] == [block["table"] for block in declared]


ODD: list[tuple[str, list[list[str]]]] = [
    ("<tr><td><del>11</del><ins>12</ins><td>3<sup>2</sup>", [["（11）12", "3（2）"]]),
    (
        "<tr><td><s><del>1</del>1</s>12<td style='text-decoration: line-through'>3",
        [["（11）12", "（3）"]],
    ),
    (
        "<style>.f {x:y;text-decoration:line-through}</style><tr><td><font class=f>9</font>8",
        [["（9）8"]],
    ),
    ("<tr><td>1<td style='display: none'>77<td>2", [["1", "2"]]),
    ("<tr><td>1<span style='display:none;mso-hide:all'>77</span><td>2", [["1", "2"]]),
    (
        "<tr><td rowspan=2>甲<td>1<tr style='display:none'><td>7<tr><td>乙<td>3",
        [["甲", "1"], ["乙", "3"]],
    ),
    ("<style>.h{display:none}</style><tr><td>1<tr class=h><td>77<tr><td>2", [["1"], ["2"]]),
    ("<col><col width=0 style='display:none'><col><tr><td>1<td>77<td>2", [["1", "2"]]),
    ("<tr><td><table><tr><td>1<td>2</table>", [["1", "2"]]),
    ("<tr><td>甲<table><tr><td>乙</table><td>3", [["甲乙", "3"], ["乙"]]),
]


def test_no_digit_is_read_that_nobody_means(page: Page) -> None:
    script = """async html => (await import('/static/js/edit/clipboard.js')).htmlTables(html)
        .flat().map(row => row.map(cell => cell.text))"""
    for html, rows in ODD:
        assert page.evaluate(script, f"<table>{html}</table>") == rows, html


def test_a_broken_page_does_not_fill_the_memory(page: Page) -> None:
    script = """async html => (await import('/static/js/edit/clipboard.js')).htmlTables(html)
        .flat().reduce((most, row) => Math.max(most, row.length), 0)"""
    html = f"<table>{'<tr><td colspan=900 rowspan=900>1' * 400}</table>"
    assert page.evaluate(script, html) <= 600
