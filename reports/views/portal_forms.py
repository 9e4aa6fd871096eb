"""The forms with which a portal's page is recorded and checked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from reports.importing.report_file import KINDS
from reports.models import PortalRecord

from .acting_forms import ActForm

_MOMENT = "%Y-%m-%dT%H:%M"


class RecordForm(ActForm):
    """Where and when; why, where it was recorded otherwise before."""

    url = forms.CharField(
        label="网页地址", max_length=500, widget=forms.URLInput({"placeholder": "https://"})
    )
    published_at = forms.DateTimeField(
        label="门户发布时间",
        widget=forms.DateTimeInput({"type": "datetime-local"}, format=_MOMENT),
        input_formats=[_MOMENT, "%Y-%m-%d %H:%M", "%Y-%m-%d"],
    )
    reason = forms.CharField(label="更正原因", required=False, max_length=200)

    def __init__(self, *args: Any, again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["published_at"].error_messages["invalid"] = "请填写日期和时间。"
        if not again:
            del self.fields["reason"]


class CheckForm(ActForm):
    """The saved page, another file, or what was copied from the page."""

    page = forms.FileField(
        label="另存的网页或其他文件",
        required=False,
        help_text="在浏览器中打开门户网页，按Ctrl+S另存为“网页，仅HTML”或“网页，单个文件”；也可以是.docx、.pdf、.xlsx、.txt。",
    )
    pasted = forms.CharField(
        label="或粘贴网页内容",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="在网页中按Ctrl+A全选、Ctrl+C复制，再粘贴到这里。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].error_messages["empty"] = "文件是空的，请检查后重新上传。"
        accept = ",".join(f".{kind}" for kind in KINDS)
        self.fields["page"].widget.attrs["accept"] = accept


def record_form_after(last: PortalRecord | None) -> RecordForm:
    """Filled in with what was recorded last, where anything was."""
    initial = (
        {"url": last.url, "published_at": timezone.localtime(last.published_at)} if last else {}
    )
    return RecordForm(initial=initial, again=last is not None)
