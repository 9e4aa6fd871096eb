"""How a duty stands, as everybody may be told who sees the district: nothing of any draft."""

from __future__ import annotations

from reports.models import Report, State

NOT_BEGUN, CORRECTING, TAKEN_DOWN = "未开始", "更正中", "已撤下"


def status_of(report: Report | None, *, in_public: bool) -> str:
    """In a word; `in_public` says whether a publication of it stands."""
    if report is None or (report.state == State.DRAFT and not report.version):
        return NOT_BEGUN
    if in_public and report.state != State.PUBLISHED:
        return CORRECTING
    if report.state == State.PUBLISHED and not in_public:
        return TAKEN_DOWN
    return report.get_state_display()
