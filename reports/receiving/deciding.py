"""What there is already of the report in a file, and what the person may do with the file."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from agencies.models import Agency, User
from agencies.roles import STAFF, Role, can, can_any
from reports import workflow
from reports.content import Content
from reports.models import Report, State, Upload

from .content import Fitted, content_of, fitted
from .placing import has_form

_NO_PLACE = "请先选定机关和报告年度"


@dataclass(frozen=True)
class Standing:
    """`present` is what is there and may be compared with the file, `words` what that is.

    `no_archive` and `no_offer` say why the file cannot be archived or put into the draft; empty
    where it can. `asks_consent`: archiving would take the place of what the agency has written.
    `fitted` is the file as it would be archived, `lost` names what the draft has no place for.
    """

    report: Report | None
    present: Content | None
    words: str
    no_archive: str
    no_offer: str
    asks_consent: bool
    may_correct: bool
    fitted: Fitted | None
    lost: tuple[str, ...] = ()

    @property
    def version(self) -> int:
        """The version of the draft that is seen now."""
        return self.report.version if self.report else 0


def standing(upload: Upload, user: User) -> Standing:
    """For the agency and year that are noted with the upload."""
    if upload.agency is None or upload.year is None:
        return Standing(None, None, "", _NO_PLACE, _NO_PLACE, False, False, None)
    report = report_of(upload.agency, upload.year)
    staff = can_any(user, STAFF, upload.agency)
    present, words = _present(report, staff)
    content, is_draft = content_of(upload), report is not None and report.state == State.DRAFT
    begun = report if report is not None and not is_blank(report) else None
    return Standing(
        report,
        present,
        words,
        why_not_archive(report, upload.year, user),
        why_not_offer(report, upload.agency, user),
        is_draft and report is not None and workflow.is_being_written(report),
        begun is not None
        and begun.state == State.PUBLISHED
        and can(user, Role.REVIEWER, upload.agency),
        fitted(content, begun.format if begun else None),
        fitted(content, report.format).lost if report else (),
    )


def report_of(agency: Agency, year: int) -> Report | None:
    """The agency's report of that year, if it is on the roster."""
    return Report.objects.filter(duty__agency=agency, duty__year=year).with_duty().first()


def is_blank(report: Report) -> bool:
    """Whether nothing was ever put into it: then it takes on the edition of what is archived."""
    return report.version == 0 and not report.revisions.exists()


def why_not_archive(report: Report | None, year: int, user: User) -> str:
    """Why the file cannot stand for that report as published; empty where it can."""
    if year >= timezone.localdate().year:
        return f"{year}年度还没有结束，不能归档为已发布的报告"
    if not has_form(year):
        return f"{year}年度没有统一的表样，不能归档"
    if report is None:
        return ""
    if report.state == State.PUBLISHED:
        keep = "保留现有报告的，放弃这份文件"
        return f"这一年度的报告已经发布。{keep}；要以这份文件代替的，须先由审核人办理更正"
    if report.state != State.DRAFT:
        return f"这一年度的报告现在是“{report.get_state_display()}”状态，不能归档外部文件"
    return workflow.why_not_archive(report, user)


def why_not_offer(report: Report | None, agency: Agency, user: User) -> str:
    """Why the file cannot be put into a draft of the agency; empty where it can."""
    if not can(user, Role.REPORTER, agency):
        return "填入草稿由本机关的填报人办理"
    if report is None:
        return "这一年度还没有填报任务，没有草稿可填"
    if report.state != State.DRAFT:
        return f"这一年度的报告现在是“{report.get_state_display()}”状态，不能修改"
    return ""


def _present(report: Report | None, staff: bool) -> tuple[Content | None, str]:
    """What of the report the person may read: drafts are the agency's own."""
    if report is None:
        return None, ""
    if report.state == State.DRAFT and staff and report.version:
        return report.content, "现有草稿"
    publication = report.publication
    if publication is not None:
        external = report.origin == Report.Origin.EXTERNAL
        return publication.revision.content, "已归档的报告" if external else "已发布的报告"
    if report.signed is not None:
        return report.signed.content, "已签发的报告"
    return None, ""
