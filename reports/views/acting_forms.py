"""The forms with which a report is sent, signed or returned, with sensible defaults."""

from __future__ import annotations

import datetime as dt
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from agencies.models import User
from reports.models import Report
from reports.workflow import Transition

MAY_BE_PUBLIC = "经审查，不涉及国家秘密和工作秘密，可以公开"
AGREED = "同意"
FEWEST_DIGITS = 5
"""The shortest numbers within an agency's own exchange."""


def _day(label: str) -> forms.DateField:
    """A day that does not lie ahead; the workflow asks the same, but not beside the field."""

    def not_ahead(day: dt.date) -> None:
        if day > timezone.localdate():
            raise ValidationError(f"{label}不能晚于今天。")

    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, validators=[not_ahead])


def _phone(number: str) -> None:
    """Numbers are written in many ways; what has hardly a digit is none."""
    if sum(char.isdecimal() for char in number) < FEWEST_DIGITS:
        raise ValidationError(f"请填写能打通的办公电话，至少{FEWEST_DIGITS}位数字。")


class ActForm(forms.Form):
    """Without its own <form> tag: the page adds the revision, the token and the buttons."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        for field in self.fields.values():
            field.error_messages["required"] = f"请填写{field.label}。"


class ParticularsForm(ActForm):
    """经办人, 办公电话 and 保密审查, asked at 送审."""

    contact_name = forms.CharField(label="经办人", max_length=40)
    contact_phone = forms.CharField(label="办公电话", max_length=40, validators=[_phone])
    secrecy_by = forms.CharField(label="保密审查人", max_length=40)
    secrecy_on = _day("审查日期")
    secrecy_opinion = forms.CharField(
        label="审查意见", max_length=200, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("contact_name"), Column("contact_phone")),
            Fieldset(
                "保密审查", Row(Column("secrecy_by"), Column("secrecy_on")), "secrecy_opinion"
            ),
        )


def particulars(report: Report, user: User) -> dict[str, Any]:
    """What the form is filled with at first: what was said the last time, or what is known."""
    return {
        "contact_name": report.contact_name or user.name,
        "contact_phone": report.contact_phone or user.phone,
        "secrecy_by": report.secrecy_by,
        "secrecy_on": timezone.localdate(),
        "secrecy_opinion": report.secrecy_opinion or MAY_BE_PUBLIC,
    }


class SignForm(ActForm):
    """A signature given here."""

    opinion = forms.CharField(
        label="审签意见", max_length=200, initial=AGREED, widget=forms.Textarea({"rows": 2})
    )


class PaperForm(ActForm):
    """A signature given on paper: what was written, by whom, when, and the scan of it.

    It stands beside the SignForm, so that its ids must differ.
    """

    post = forms.CharField(label="职务", max_length=40)
    name = forms.CharField(label="审签人姓名", max_length=40)
    signed_on = _day("签批日期")
    opinion = forms.CharField(
        label="审签意见", max_length=200, initial=AGREED, widget=forms.Textarea({"rows": 2})
    )
    scan = forms.FileField(
        label="签批页扫描件",
        help_text="PDF、JPG或PNG文件，不超过10MB。",
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="paper_%s", **kwargs)
        self.fields["scan"].error_messages["required"] = "请上传签批页扫描件。"
        self.helper.layout = Layout(
            Row(Column("post"), Column("name"), Column("signed_on")), "opinion", "scan"
        )


class NoteForm(ActForm):
    """The reason for an act, where it must be given."""

    note = forms.CharField(max_length=1000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, transition: Transition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = transition.note
        self.fields["note"].error_messages["required"] = f"请填写{transition.note}。"
        if not transition.note:
            del self.fields["note"]
