"""The codebook: every figure of the published data with what it means, as the contract has it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from reports import opendata
from reports.content import from_json
from reports.formats import FORMATS, Format
from reports.rendering import csv as drawing
from tests.samples import contract

EDITIONS = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
TOTAL = "applications.granted.total"


def told(fmt: Format) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(opendata.codebook(fmt, "json"))
    return found


def lines(fmt: Format) -> dict[str, dict[str, str]]:
    text = opendata.codebook(fmt, "csv").decode("utf-8-sig")
    return {line["指标代码"]: line for line in csv.DictReader(io.StringIO(text, newline=""))}


@EDITIONS
def test_every_figure_is_in_it_as_the_contract_has_it(fmt: Format) -> None:
    found = {one["id"]: one for one in told(fmt)["variables"]}
    for cell in contract(fmt.edition)["cells"]:
        one = found[cell["id"]]
        assert {key: one[key] for key in ("section", "column", "kind")} == {
            key: cell[key] for key in ("section", "column", "kind")
        }
        assert one["row"] == (cell["row"] or [])


@EDITIONS
def test_both_files_say_the_same(fmt: Format) -> None:
    rows = lines(fmt)
    assert list(rows) == [one["id"] for one in told(fmt)["variables"]]
    for one in told(fmt)["variables"]:
        line = rows[one["id"]]
        assert (line["名称"], line["类型"]) == (one["label"], one["kind"])
        assert line["行"].split(" > ") == (one.get("row") or [""])
        assert line["合计"] == " + ".join(one.get("total_of", []))


@EDITIONS
def test_whatever_the_data_says_is_in_it(fmt: Format) -> None:
    report = from_json({"edition": fmt.edition, "agency": "某某县司法局", "year": fmt.first_year})
    text = drawing.draw(report).decode("utf-8-sig")
    said = {line[0] for line in csv.reader(io.StringIO(text, newline=""))} - {drawing.HEAD[0]}
    assert said == set(lines(fmt))


def test_a_total_names_its_addends_and_its_identities() -> None:
    one = next(v for v in told(FORMATS["2021"])["variables"] if v["id"] == TOTAL)
    assert one["total_of"][0] == "applications.granted.natural_person"
    assert len(one["total_of"]) == 6
    assert "row-total" in one["equations"]
    assert (one["unit"], one["minimum"], one["decimals"]) == ("件", 0, 0)


@EDITIONS
def test_every_equation_speaks_of_figures_that_are_there(fmt: Format) -> None:
    equations = told(fmt)["equations"]
    assert len(equations) == len(fmt.equations)
    assert {i for one in equations for i in one["left"] + one["right"]} <= set(fmt.cells)


def test_money_and_what_goes_on_from_last_year_are_told() -> None:
    found = {one["id"]: one for one in told(FORMATS["2021"])["variables"]}
    assert (found["charges.fees.amount"]["unit"], found["charges.fees.amount"]["decimals"]) == (
        "万元",
        6,
    )
    forward = found["applications.brought_forward.total"]
    assert forward["inherits"] == "applications.carried_over.total"


def test_anybody_gets_it_under_a_name_that_tells(client: Client, db: None) -> None:
    for kind, begins in (("csv", "\ufeff指标代码,部分".encode()), ("json", b"{")):
        answer = client.get(f"/open/codebook/2021.{kind}")
        assert answer.content.startswith(begins)
        assert "filename" in answer.headers["Content-Disposition"]
    assert client.get("/open/codebook/2018.csv").status_code == 404
    assert client.get("/open/codebook/2021.exe").status_code == 404
