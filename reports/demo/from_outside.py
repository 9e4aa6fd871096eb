"""What came to the demo from outside: a counted register, and a portal's page that was checked."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from django.utils import timezone

from agencies.models import User
from reports import portal, posting, registering
from reports.importing import page, register
from reports.models import Report
from reports.rendering import html

from .district import HERE


def count_register(report: Report, by: User, act: dict[str, Any]) -> None:
    """The register beside the report's file goes up; what it proposes is taken as it is."""
    year = report.duty.year
    written = (HERE / act["file"]).read_text(encoding="utf-8")
    told = written.format(before=year - 1, year=year, after=year + 1)
    kept = registering.keep(report.pk, by, register.read(act["file"], told.encode()))
    mapped = registering.mapped(kept)
    registering.land(kept.pk, by, mapped.columns, mapped.meanings)


def record(report: Report, by: User, act: dict[str, Any]) -> None:
    """Where the portal has it, as of now."""
    posting.record(report, by, act["url"].format(year=report.duty.year), timezone.now())


def check_page(report: Report, by: User, act: dict[str, Any]) -> None:
    """The portal's page says something else in one cell."""
    publication = report.publication
    assert publication is not None, "it was published an act ago"
    content = publication.revision.content
    printed = rf'(data-cell="{re.escape(act["key"])}"[^>]*>)[^<]*'
    data = re.sub(printed, rf"\g<1>{act['says']}", html.draw(content).decode()).encode()
    name = f"{content.title}.html"
    compared = portal.compare(content, page.read(name, data, content.format.edition, content.year))
    posting.keep_check(report, by, publication, hashlib.sha256(data).hexdigest(), compared, name)
