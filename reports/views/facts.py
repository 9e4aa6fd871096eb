"""What the scripts of the filling page need to know: addresses, cells, equations, findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.templatetags.static import static
from django.urls import reverse

from agencies.models import User
from reports.drafting import Judged
from reports.drafting.merging import LONGEST_PROSE
from reports.formats import Format, Kind
from reports.models import Report
from reports.templatetags.findings import CUSTOM, KINDS, TO_DO

ACTS = ("save", "values", "pulse", "said", "fill_zeros", "zero_report", "retotal", "explain")
PREFILLS = ("confirm", "decline", "unlock")


def facts(report: Report, user: User, judged: Sequence[Judged]) -> dict[str, Any]:
    """The page's data as JSON. `keep` names whose unsaved typing a browser may put back.

    `origin` is where to ask for the origin of a value; its key stands in place of the “-”.
    """
    fmt = report.format
    return {
        "keep": f"{report.pk}:{user.pk}",
        "version": report.version,
        "longest": LONGEST_PROSE,
        "urls": {act: reverse(f"reports:{act}", args=[report.pk]) for act in (*ACTS, *PREFILLS)},
        "cells": _cells(fmt),
        "units": {kind.value: kind.unit for kind in Kind},
        "equations": [equation.to_json() for equation in fmt.equations],
        "words": {"kinds": KINDS, "to_do": TO_DO, "custom": CUSTOM},
        "findings": [one.to_json() for one in judged],
        "topics": _topics(report),
        "printed": reverse("reports:printed", args=[report.pk, "0"])[:-2],
        "said_style": static("css/edit-said.css"),
        "origin": reverse("reports:origin", args=[report.pk, "-"]),
        "past": reverse("reports:past", args=[report.pk]),
        "fee_sentence": fmt.fee_sentence.format(
            year=report.duty.year, **{fee.id: f"{{{fee.id}}}" for fee in fmt.fees}
        ),
    }


def _topics(report: Report) -> dict[str, list[str]]:
    """What each part in words must speak of; a people's government of more."""
    is_government = report.duty.agency.is_government
    return {
        f"prose.{section.number}": [
            *section.topics,
            *(section.government_topics if is_government else ()),
        ]
        for section in report.format.sections
        if section.is_prose
    }


def _cells(fmt: Format) -> dict[str, dict[str, Any]]:
    """Figures and fees by key, with what it takes to read what is typed into them."""
    cells: dict[str, dict[str, Any]] = {
        cell.id: {"label": cell.label, "kind": cell.kind, "section": cell.section}
        for cell in fmt.cells.values()
    }
    for fee in fmt.fees:
        cells[fee.key] = {"label": fee.label, "kind": fee.kind, "section": fmt.fees_in}
    return cells
