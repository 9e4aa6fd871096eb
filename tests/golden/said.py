"""Sentences that say something of cells, against tables that agree, differ, are half filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reports.checks.narrative import (
    compare_all,
    described,
    find,
    table_says,
)
from reports.checks.narrative.comparing import Verdict, beside, fits
from reports.content import Content, from_json
from reports.figures import Figures
from reports.formats import edition

ROW = "applications.{}.total"
SAID = {
    "counts": "新收政府信息公开申请95件，上年结转8件，办结100件，结转下年度继续办理3件。",
    "in words": "全年共收到政府信息公开申请九十五件，答复九十二件。",
    "full width": "全年受理政府信息公开申请１０３件，已全部答复。",
    "rounded": "全年收到政府信息公开申请3.2万件。",
    "results": "公开申请中，予以公开40件（占40%），部分公开12件，不予公开20件，占20.05%。",
    "share in words": "公开申请中，予以公开的占百分之四十二点一，无法提供的占23.0%。",
    "together": "公开申请中，予以公开和部分公开52件，占52.1%。",
    "disputes": "因信息公开被申请行政复议3件，维持2件，占66.7%，纠错1件；行政诉讼2件，维持0件。",
    "change": "收到政府信息公开申请95件，同比增长25%，比上年多19件；行政复议数量与上年持平。",
    "fall": "收到政府信息公开申请95件，较上年减少5件，下降5.05%。",
    "nothing": "全年未收到政府信息公开申请，未发生政府信息公开行政复议、行政诉讼。",
    "documents": "制发行政规范性文件8件，废止2件，现行有效140件，作出行政许可决定1,200件。",
    "of several": "公开申请工作：甲科收到公开申请60件，乙科收到公开申请35件。",
    "one of several": "收到公开申请95件。另经补充登记，收到公开申请7件。",
    "left": "收到公开申请95件，结转4件，处理99件。",
}
COUNTS: dict[str, int] = {
    ROW.format("received"): 95,
    ROW.format("brought_forward"): 8,
    ROW.format("closed"): 100,
    ROW.format("granted"): 40,
    ROW.format("partly_granted"): 12,
    ROW.format("refused_process"): 15,
    ROW.format("refused_case_file"): 5,
    ROW.format("unavailable_not_held"): 23,
    ROW.format("other_misc"): 5,
    ROW.format("carried_over"): 3,
    "disputes.review.upheld": 2,
    "disputes.review.corrected": 1,
    "disputes.review.total": 3,
    "disputes.direct.total": 1,
    "disputes.after_review.total": 1,
    "documents.normative.issued": 8,
    "documents.normative.repealed": 2,
    "documents.normative.in_force": 140,
    "licensing.licences.decisions": 1200,
}
FIRST = {"applications": "natural_person", "disputes": "other"}
BUSY = COUNTS | {
    cell.replace(".total", f".{FIRST[cell.partition('.')[0]]}"): n
    for cell, n in COUNTS.items()
    if cell.endswith(".total") and cell != "disputes.review.total"
}
"""Each total is that of one cell beside it, but that of reviews of two."""
FORMAT = edition("2021")
LAST: Figures = {**dict.fromkeys(FORMAT.cells, 0), ROW.format("received"): 76}


def tables() -> dict[str, Figures]:
    """The figures that the sentences are held against, by name."""
    zeros = dict.fromkeys(FORMAT.cells, 0)
    busy = {**zeros, **BUSY}
    received = {f"applications.received.{column}": n for column, n in SPREAD.items()}
    closed = {ROW.format("closed"): None, "applications.closed.research": None}
    return {
        "zeros": dict(zeros),
        "empty": dict.fromkeys(FORMAT.cells),
        "busy": dict(busy),
        "off by one": {key: n + 1 if n else 0 for key, n in busy.items()},
        "tenfold": {key: 10 * n for key, n in busy.items()},
        "many": {**busy, ROW.format("received"): 32_146, ROW.format("granted"): 12_345},
        "half filled in": {**busy, **received, ROW.format("received"): None},
        "a wrong total": {**busy, **received, "applications.received.research": 0},
        "no whole": {**busy, **closed, "disputes.review.total": None},
    }


SPREAD = {"natural_person": 60, "business": 37, "research": None, "welfare": 0}


def report(text: str, figures: Figures) -> Content:
    """A report of 2024 that says this in section one."""
    data = {"agency": "某市某某县财政局", "year": 2024, "sections": {"1": text}}
    return replace(from_json(data), figures=figures)


def sentences() -> Iterator[dict[str, Any]]:
    """Each text with its claims as the page is given them."""
    for name, text in SAID.items():
        content = report(text, tables()["busy"])
        claims = find(content)
        yield {
            "name": name,
            "text": text,
            "claims": described(content, claims, LAST),
        }


def totals() -> Iterator[dict[str, Any]]:
    """What each total of the form stands beside."""
    for cell in FORMAT.cells:
        if addends := beside(cell, tables()["empty"]):
            yield {"cell": cell, "beside": list(addends)}


def cases() -> Iterator[dict[str, Any]]:
    """Each text against each table: what both sides must say of every claim."""
    for name, text in SAID.items():
        for table, figures in tables().items():
            yield {"said": name, "table": table, "expected": expected(text, figures)}


def expected(text: str, figures: Figures) -> list[dict[str, Any]]:
    """The verdicts in reading order, with the words and whether the number may be rewritten."""
    content = report(text, figures)
    claims = find(content)
    found = compare_all(claims, figures, LAST)
    return [
        {
            "verdict": one.verdict.value,
            "cells": list(one.cells),
            "of": list(one.of),
            "says": table_says(content, claim, one) if one.has else "",
            "fits": one.verdict is Verdict.DISAGREES and fits(claim, one),
        }
        for claim, one in zip(claims, found, strict=True)
    ]
