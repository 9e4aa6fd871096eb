"""Real published reports are not alike, but each is like itself; where the samples are at hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.checks import Case
from reports.checks.copied import like_last_year, like_others
from reports.checks.likeness import most_alike, text_of
from tests.checks.narrative.test_on_samples import SAMPLES, TOLD, sample

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")
WORDED = sorted(set(TOLD) - {"junshan-2022"})
"""Of the one that is left out the words are no part of the sample."""


@pytest.mark.parametrize("name", sorted(TOLD))
def test_no_published_report_is_called_like_another(name: str) -> None:
    others = tuple(text_of(sample(other)) for other in sorted(TOLD) if other != name)
    assert list(like_others(Case(sample(name), published=others))) == []


def test_no_two_published_reports_are_half_alike() -> None:
    assert most_alike([text_of(sample(name)) for name in sorted(TOLD)], 10, 0.5) == []


@pytest.mark.parametrize("name", WORDED)
def test_the_same_report_again_is_told(name: str) -> None:
    now = sample(name)
    last = replace(now, year=now.year - 1)
    assert {one.section for one in like_last_year(Case(now, last))} == {1, 5}
