"""What the checks say of a report that is to be archived: shown before, frozen with it after."""

from __future__ import annotations

from reports.checks import Case, Finding, check
from reports.content import Content
from reports.drafting.basis import basis
from reports.drafting.judging import further
from reports.local.reading import local_for
from reports.models import Upload

from .deciding import Standing


def judge(upload: Upload, standing: Standing) -> list[Finding]:
    """Beside what counts of the year before; nothing where no agency is chosen yet."""
    if upload.agency is None or upload.year is None or standing.fitted is None:
        return []
    agency, local = upload.agency, local_for(upload.agency)
    case = Case(
        standing.fitted.content,
        _last(upload),
        is_government=agency.is_government,
        makes_rules=agency.may_make_rules,
        longest=local.longest,
        settings=local.checks,
    )
    return [one for one in check(case, further) if one.message]


def _last(upload: Upload) -> Content | None:
    assert upload.agency is not None
    assert upload.year is not None
    found = basis(upload.agency, upload.year - 1)
    return found.content if found else None
