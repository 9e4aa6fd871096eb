"""Whose report a file is and of which year, as a person has confirmed it."""

from __future__ import annotations

from agencies.models import Agency, User
from reports import workflow
from reports.formats import NoFormatError, in_force
from reports.models import Upload

from .desks import reach


def place(upload: Upload, by: User, agency: Agency, year: int) -> None:
    """Notes both. Raises workflow.RefusedError for what cannot be."""
    if upload.state != Upload.State.READ:
        raise workflow.RefusedError("这份文件已经办理过，请刷新页面查看")
    if not reach(upload.batch).filter(pk=agency.pk).exists():
        raise workflow.RefusedError("只能选择您可以导入的机关")
    if not has_form(year):
        raise workflow.RefusedError(f"{year}年度没有统一的表样，不能导入")
    changed: dict[str, object] = {"agency": agency, "year": year}
    if agency.pk != upload.agency_id:
        changed["matched"] = Upload.Matched.PERSON
    Upload.objects.filter(pk=upload.pk, state=Upload.State.READ).update(**changed)
    upload.refresh_from_db()


def has_form(year: int) -> bool:
    """Whether there is an edition of the form for the year."""
    try:
        in_force(year)
    except NoFormatError:
        return False
    return True
