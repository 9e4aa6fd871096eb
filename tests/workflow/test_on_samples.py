"""Real published reports, whatever the checks doubt in them, can be explained and published."""

from __future__ import annotations

from typing import Any

import pytest

from agencies.models import Agency
from agencies.models.agency import AgencyKind
from reports import drafting, workflow
from reports.models import Report, State
from tests.filing import begun, explained, published
from tests.importing.test_published import SAMPLES, told
from tests.make import make_agency, make_user
from tests.samples import CLEAN
from tests.workflow.acts import act

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")
DOUBTED = {"haidian-2024": 2, "jianye-2023": 1, "tongzhou-2023": 3, "xicheng-2023": 1}
"""How many doubts each has once its fees are typed in; none where it is not named."""


def agency_of(name: str) -> Agency:
    district = make_agency("qu", "某区人民政府", kind=AgencyKind.GOVERNMENT)
    kind = AgencyKind.GOVERNMENT if name.endswith("人民政府") else AgencyKind.DEPARTMENT
    return make_agency("ben", name, parent=district, kind=kind)


def draft_of(name: str) -> Report:
    """As somebody would have typed it, fees that it does not name as 0."""
    said: dict[str, Any] = told(name)
    report = begun(agency_of(said["agency"]), year=said["year"])
    fees = dict.fromkeys((fee.id for fee in report.format.fees), 0) | said.get("fees", {})
    prose = {"preamble": said.get("preamble", ""), **said["sections"]}
    now = dict(said["figures"])
    now |= {f"fees.{key}": value for key, value in fees.items()}
    now |= {f"prose.{key}": text for key, text in prose.items()}
    changes = {key: {"was": "", "now": value} for key, value in now.items()}
    by = make_user("", {"reporter": report.duty.agency})
    drafting.save(report.pk, by, "test", report.version, changes)
    return Report.objects.get(pk=report.pk)


@pytest.mark.parametrize("name", CLEAN)
def test_a_real_report_is_published_once_its_doubts_are_explained(name: str, db: None) -> None:
    draft = draft_of(name)
    by, signer = (make_user("", {role: draft.duty.agency}) for role in ("reporter", "reviewer"))
    blocking = [one.finding for one in drafting.judged(draft) if one.blocks]
    assert [one.severity for one in blocking] == ["warning"] * DOUBTED.get(name, 0)
    if blocking:
        with pytest.raises(workflow.RefusedError, match=f"{len(blocking)}处疑点"):
            act(draft, "submit", by)
    public = published(explained(draft, by), by, signer)
    assert public.state == State.PUBLISHED
    assert public.publication
    assert public.publication.revision.content.agency == draft.duty.legal_name
