"""The forms with which a file that was read is put in its place and decided on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from agencies.models import Agency
from agencies.models.agency import AgencyQuerySet
from reports.formats import FORMATS
from reports.models import Upload
from reports.receiving import Standing
from reports.workflow.archiving import LONGEST_ADDRESS

from .acting_forms import ActForm


class PlaceForm(ActForm):
    """Whose report it is and of which year, for a person to confirm."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="机关", empty_label="请选择")
    year = forms.IntegerField(label="报告年度", min_value=2000, max_value=2100)
    edition = forms.ChoiceField(label="表样", required=False)

    def __init__(self, reach: AgencyQuerySet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["agency"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = reach.order_by("path")
        choice.error_messages["required"] = "请选择机关。"
        choice.error_messages["invalid_choice"] = "只能选择您可以导入的机关。"
        forms_ = [(name, f"{name}版（{fmt.basis}）") for name, fmt in FORMATS.items()]
        named = self.fields["edition"]
        assert isinstance(named, forms.ChoiceField)
        named.choices = forms_
        named.help_text = "与文件中的表格一致。改选后重新读取，已核对的数须再核对。"


def placed(upload: Upload) -> dict[str, Any]:
    """What the form is filled with at first."""
    edition = upload.reading["edition"]
    return {"agency": upload.agency_id, "year": upload.year, "edition": edition}


def day_published(label: str = "发布日期") -> forms.DateField:
    """A day in the past; that it is not before the end of the year the workflow asks."""

    def not_ahead(day: dt.date) -> None:
        if day > timezone.localdate():
            raise ValidationError("发布日期不能晚于今天。")

    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, validators=[not_ahead])


class ArchiveForm(ActForm):
    """When and where the report was published, and under which name."""

    legal_name = forms.CharField(label="当时的机关全称", max_length=200)
    published_on = day_published()
    address = forms.CharField(label="原发布网址", max_length=LONGEST_ADDRESS, required=False)
    consent = forms.BooleanField(label="以原件的内容代替草稿", required=False)

    def __init__(self, standing: Standing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["published_on"].help_text = "报告在网站首次发布的日期。"
        self.fields["address"].help_text = "没有网址的可以不填。将在公开页面列出。"
        self.fields["legal_name"].help_text = "该年度年底的名称，与现名不同的请改为当时的名称。"
        self.fields["consent"].help_text = "草稿中已有填写的内容，原来的内容可在修改记录中查到。"
        if standing.report is not None:
            del self.fields["legal_name"]
        if not standing.asks_consent:
            del self.fields["consent"]


def archived(upload: Upload) -> dict[str, Any]:
    """What the form is filled with at first: the name borne on the last day of the year."""
    name = ""
    if upload.agency is not None and upload.year is not None:
        name = upload.agency.name_on(dt.date(upload.year, 12, 31))
    return {"legal_name": name, "published_on": upload.published_on}
