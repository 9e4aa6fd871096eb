"""Plays what happened to the demo's reports, act by act, through the same doors that people use."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from agencies.models import User
from agencies.roles import Role
from reports import commenting, dividing, drafting, jobs, sealing, tasks, workflow
from reports.formats import Format
from reports.importing.sealed import admit
from reports.models import Campaign, Job, Report
from reports.rendering import docx, pdf
from reports.rendering.marks import Marks
from reports.rendering.pdf import PdfUnavailableError

from . import from_outside
from .district import HERE

Act = dict[str, Any]

logger = logging.getLogger(__name__)


@transaction.atomic
def play(campaign: Campaign, told: dict[str, Any]) -> bool:
    """One report's story so far; False when someone has worked on the report already."""
    report = Report.objects.with_duty().get(
        duty__campaign=campaign, duty__agency__slug=told["agency"]
    )
    if report.version or report.events.exists():
        return False
    _write(report, told["year"])
    try:
        for act in told.get("acts", ()):
            ACTS[act["do"]](report, act)
            report.refresh_from_db()
    except PdfUnavailableError:
        logger.warning("%s is not published: no PDF can be drawn on this machine", report)
    return True


def _write(report: Report, folder: str) -> None:
    """Types the report as its file has it: text, fees and figures row by row."""
    path = HERE / folder / f"{report.duty.agency.slug}.toml"
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    year = report.duty.year
    now: dict[str, object] = {}
    for key, text in {"preamble": written["preamble"], **written["sections"]}.items():
        now[f"prose.{key}"] = text.format(year=year, next=year + 1)
    now |= {f"fees.{fee}": value for fee, value in written["fees"].items()}
    for row, values in written["figures"].items():
        now |= dict(zip(_typed_cells(report.format, row), values, strict=True))
    _save(report, {key: value for key, value in now.items() if value != ""})


def _typed_cells(fmt: Format, row: str) -> list[str]:
    cells = fmt.cells.values()
    return [cell.id for cell in cells if cell.id.startswith(f"{row}.") and not cell.computed]


def _save(report: Report, now: dict[str, object], was: object = None) -> None:
    changes = {key: {"was": was, "now": value} for key, value in now.items()}
    answer = drafting.save(report.pk, _one(report, Role.REPORTER), "demo", report.version, changes)
    refused = {key: one for key, one in answer["keys"].items() if one["state"] != "saved"}
    if refused:
        raise ValueError(f"{report}: {refused}")


def _people(report: Report, role: Role) -> list[User]:
    found = User.objects.filter(
        is_demo=True, memberships__role=role, memberships__agency=report.duty.agency
    )
    return list(found.order_by("pk"))


def _one(report: Report, role: Role) -> User:
    return _people(report, role)[0]


def _fill_zeros(report: Report, act: Act) -> None:
    drafting.fill_zeros(report.pk, _one(report, Role.REPORTER))


def _zero_report(report: Report, act: Act) -> None:
    drafting.zero_report(report.pk, _one(report, Role.REPORTER))


def _change(report: Report, act: Act) -> None:
    _save(report, {act["key"]: act["now"]}, was=report.figures[act["key"]])


def _comment(report: Report, act: Act) -> None:
    """A 审核人 asks the 填报人 about one place."""
    asked = _one(report, Role.REPORTER)
    commenting.start(report.pk, act["anchor"], act["text"], _one(report, Role.REVIEWER), [asked.pk])


def _deliver(report: Report, act: Act) -> None:
    """A division's values wait to be confirmed."""
    agency = report.duty.agency
    dividing.deliver(
        report.pk,
        _one(report, Role.REPORTER),
        agency.divisions.get(name=act["division"]),
        act["values"],
        provided_by=act["provided_by"],
        basis=act["basis"],
    )


def _submit(report: Report, act: Act) -> None:
    reporter = _one(report, Role.REPORTER)
    workflow.advance(
        report,
        "submit",
        reporter,
        version=report.version,
        contact_name=reporter.name,
        contact_phone=reporter.phone,
        secrecy_by=_one(report, Role.REVIEWER).name,
        secrecy_on=timezone.localdate(),
        secrecy_opinion="经审查，内容不涉及国家秘密和工作秘密，可以公开。",
    )


def _sign(report: Report, act: Act) -> None:
    """Every step in turn, each by another person; the files are drawn by the worker later."""
    steps = workflow.steps_of(report)
    for _, reviewer in zip(steps, _people(report, Role.REVIEWER), strict=False):
        workflow.advance(report, "sign", reviewer, revision=report.revision_id, opinion="同意")


def _by_reviewer(report: Report, act: Act) -> None:
    """`return` and `correct`: what a 审核人 does with a reason."""
    reviewer = _one(report, Role.REVIEWER)
    workflow.advance(report, act["do"], reviewer, act["note"], revision=report.revision_id)


def _publish(report: Report, act: Act) -> None:
    """The files are drawn here and now, by the handler that a worker calls."""
    for queued in Job.objects.filter(key__startswith=f"document:{report.revision_id}:"):
        job = jobs.claim(queued.pk)
        if job is not None:
            _draw(job)
    reviewer = _one(report, Role.REVIEWER)
    workflow.advance(report, "publish", reviewer, revision=report.revision_id)


def _draw(job: Job) -> None:
    try:
        tasks.draw_document(job, partial(jobs.report, job))
    except PdfUnavailableError as error:
        jobs.fail(job, str(error))
        raise
    jobs.finish(job)


def _seal(report: Report, act: Act) -> None:
    """The scan comes back. No seal is made up: every page says what it stands for."""
    assert report.signed is not None, "what is published was signed"
    data = pdf.draw(report.signed.content, Marks(note=act["note"]))
    scan = sealing.Scan(data, "盖章扫描件.pdf", *admit(data))
    sealing.keep(report, _one(report, Role.REPORTER), report.signed.check_code, scan)


def _archive(report: Report, act: Act) -> None:
    """As published in its time on the county's site, with the file that was published there."""
    month, day = map(int, act["on"].split("-"))
    published = datetime(
        report.duty.year + 1, month, day, 9, 30, tzinfo=timezone.get_default_timezone()
    )
    workflow.advance(
        report,
        "archive",
        _one(report, Role.REPORTER),
        original=ContentFile(docx.draw(report.content), name=f"{report.title}.docx"),
        published_at=published,
    )


def _take_down(report: Report, act: Act) -> None:
    office = User.objects.get(memberships__role=Role.OFFICE, is_demo=True)
    workflow.advance(report, "take_down", office, act["note"], revision=report.revision_id)


def _from_outside(report: Report, act: Act) -> None:
    """`count_register`, `record` and `check_page`: what a 填报人 brings in."""
    getattr(from_outside, act["do"])(report, _one(report, Role.REPORTER), act)


ACTS: dict[str, Callable[[Report, Act], None]] = {
    "fill_zeros": _fill_zeros,
    "zero_report": _zero_report,
    "change": _change,
    "comment": _comment,
    "deliver": _deliver,
    "submit": _submit,
    "sign": _sign,
    "return": _by_reviewer,
    "correct": _by_reviewer,
    "publish": _publish,
    "seal": _seal,
    "archive": _archive,
    "take_down": _take_down,
    "count_register": _from_outside,
    "record": _from_outside,
    "check_page": _from_outside,
}
