"""The filling page and a save, asked of the whole program but without a network between."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count

from django.test import Client
from django.urls import reverse

from agencies.models import Role, User
from reports import drafting, figures
from reports.content import Content
from reports.models import Report
from tests.filing import begun
from tests.make import make_agency, make_user

CELL = "applications.received.natural_person"
JSON = {"accept": "application/json"}


def acts(content: Content) -> tuple[Callable[[], object], Callable[[], object]]:
    """What opens the filling page of a complete draft, and what saves one figure of it."""
    report, reporter = drafted(content)
    client = Client()
    client.force_login(reporter)
    return _open(client, report), _save(client, report)


def drafted(content: Content) -> tuple[Report, User]:
    """The content as the draft of an agency, and who writes it."""
    agency = make_agency("bench", "某某县人民政府")
    reporter = make_user("bench", {Role.REPORTER: agency})
    report = begun(agency)
    drafting.save(report.pk, reporter, "bench", 1, _typed(report, content))
    return report, reporter


def _typed(report: Report, content: Content) -> dict[str, dict[str, object]]:
    """The whole report as one save."""
    now: dict[str, object] = {f"prose.{key}": content.text(key) for key in content.prose}
    now |= {f"fees.{key}": figures.plain(fee) for key, fee in content.fees.items()}
    for id_, cell in report.format.cells.items():
        if not cell.computed:
            now[id_] = figures.plain(content.figures[id_])
    return {key: {"was": None, "now": value} for key, value in now.items()}


def _open(client: Client, report: Report) -> Callable[[], object]:
    address = reverse("reports:edit", args=[report.pk])

    def act() -> None:
        response = client.get(address)
        assert response.status_code == 200, response

    return act


def _save(client: Client, report: Report) -> Callable[[], object]:
    address, numbers = reverse("reports:save", args=[report.pk]), count(2)

    def act() -> None:
        seq = next(numbers)
        changes = {CELL: {"was": 3014 + seq % 2, "now": 3015 - seq % 2}}
        body = json.dumps({"client": "bench", "seq": seq, "changes": changes})
        answer = client.post(address, body, "application/json", headers=JSON).json()
        assert answer["keys"][CELL]["state"] == "saved", answer

    return act
