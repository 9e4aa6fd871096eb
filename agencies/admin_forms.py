"""The form by which a system administrator keeps an agency: what the tree would refuse is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from agencies.models import Agency

if TYPE_CHECKING:
    AgencyModelForm = forms.ModelForm[Agency]
else:
    AgencyModelForm = forms.ModelForm

TREE_FIELDS = frozenset({"name", "parent"})
"""Columns that only ``agencies.tree`` writes."""


class AgencyForm(AgencyModelForm):
    """An agency and, where its name changes, the first day of the new name."""

    renamed_on = forms.DateField(
        label="新名称启用日期", required=False, help_text="修改机构全称时必填；原名称会保留备查。"
    )

    class Meta:
        model = Agency
        fields = (
            "name",
            "short_name",
            "slug",
            "kind",
            "level",
            "parent",
            "may_make_rules",
            "office_name",
            "opened_on",
            "closed_on",
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a rename without its day, and an agency below itself."""
        told = super().clean() or {}
        before = Agency.objects.filter(pk=self.instance.pk).first()
        if before is None:
            return told
        if told.get("name", before.name) != before.name:
            self._check_rename(before)
        parent = told.get("parent")
        if parent and parent.path.startswith(before.path):
            self.add_error("parent", "上级不能是本机构或其下级。")
        return told

    def _check_rename(self, before: Agency) -> None:
        day = self.cleaned_data.get("renamed_on")
        borne = before.names.get(until_date=None)
        if day is None:
            self.add_error("renamed_on", "请填写新名称启用日期。")
        elif borne.from_date and borne.from_date >= day:
            self.add_error("renamed_on", f"须晚于现名称的启用日期{borne.from_date}。")
