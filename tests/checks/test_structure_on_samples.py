"""What the parts in words of real published reports are asked to speak of besides (R07, R08)."""

import pytest

from reports.checks import Case, Severity, check
from tests.checks.narrative.test_on_samples import SAMPLES, TOLD, sample

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")
GOVERNMENTS = {"haidian-2024", "hongze-2023"}
"""Of these one says nothing of 社会评议 and 责任追究."""


@pytest.mark.parametrize("name", TOLD)
def test_only_one_real_report_is_asked_for_more(name: str) -> None:
    found = check(Case(sample(name), is_government=name in GOVERNMENTS))
    asked = [(one.rule, one.severity) for one in found if one.rule in {"R07", "R08"}]
    assert asked == ([("R08", Severity.WARNING)] if name == "haidian-2024" else [])
