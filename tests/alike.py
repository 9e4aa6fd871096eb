"""Reports of two bureaus that say the same, and who may come to know of it."""

from __future__ import annotations

from collections.abc import Sequence

from agencies.models import Agency, Role, User
from reports import drafting
from reports.models import Report
from tests.checks.likeness.texts import SENTENCES, joined
from tests.filing import YEAR, begun, filled, published
from tests.make import make_user

HEADING = "（一）公开、申请、审核、平台、考核、评议、追责"
"""Names all that section one must speak of; headings are not compared."""
SECRET = "尚未公开的草稿里独有的这一句话，谁也不该看到。"
"""What one draft says and no other report."""


def worded(report: Report, by: User, sentences: Sequence[str] = SENTENCES) -> Report:
    """Filled in, with these sentences as section one."""
    was = filled(report, by).content.text("1") if not report.version else report.content.text("1")
    change = {"prose.1": {"was": was, "now": f"{HEADING}\n{joined(*sentences)}"}}
    drafting.save(report.pk, by, "words", report.version + 1, change)
    report.refresh_from_db()
    return report


def published_by(agency: Agency, sentences: Sequence[str] = SENTENCES, year: int = YEAR) -> Report:
    """Written, signed and published by people of that agency."""
    by, signer = staff(agency)
    return published(worded(begun(agency, year=year), by, sentences), by, signer)


def staff(agency: Agency) -> tuple[User, User]:
    """A reporter and a reviewer of that agency."""
    return make_user("", {Role.REPORTER: agency}), make_user("", {Role.REVIEWER: agency})
