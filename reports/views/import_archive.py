"""成批归档: the files of a batch of which nothing is doubtful, each with its day and address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest
from reports import receiving
from reports.models import Batch
from reports.workflow import RefusedError
from reports.workflow.archiving import LONGEST_ADDRESS

from .import_batch import visible_batch
from .import_forms import archived, day_published

AT_ONCE = 30
"""So many are archived in one request."""


class RowForm(forms.Form):
    """One file; what is not ticked is passed over."""

    chosen = forms.BooleanField(label="归档", required=False)
    published_on = day_published()
    address = forms.CharField(label="原发布网址", max_length=LONGEST_ADDRESS, required=False)

    def __init__(self, line: receiving.Line, data: Any, initial: dict[str, Any]) -> None:
        self.line = line
        super().__init__(data, prefix=f"n{line.upload.number}", initial=initial)
        self.use_required_attribute = False
        self.fields["published_on"].error_messages["required"] = "请填写发布日期。"
        for name, field in self.fields.items():
            named = f"第{line.upload.number}份，{field.label}"
            look = "form-check-input" if name == "chosen" else "form-control"
            field.widget.attrs |= {"class": look, "aria-label": named}

    def full_clean(self) -> None:
        """Only what is ticked is asked for the rest."""
        if self.is_bound and not self.data.get(self.add_prefix("chosen")):
            self._errors, self.cleaned_data = forms.utils.ErrorDict(), {"chosen": False}
            return
        super().full_clean()


@login_required
@require_http_methods(["GET", "POST"])
def import_archive(request: SignedInRequest, batch: int) -> HttpResponse:
    """The files with what is asked of each; a POST archives those that are ticked."""
    found = visible_batch(request, batch)
    rows = _rows(found, request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return _page(request, found, rows)
    if [row for row in rows if not row.is_valid()]:
        messages.error(request, "有的发布日期还没有填好，没有归档任何一份")
        return _page(request, found, rows, status=422)
    chosen = [row for row in rows if row.cleaned_data["chosen"]]
    if not chosen:
        messages.error(request, "请先勾选要归档的文件")
        return _page(request, found, rows, status=422)
    _archive(request, chosen)
    return redirect("reports:import_batch", found.pk)


def _archive(request: SignedInRequest, chosen: list[RowForm]) -> None:
    """Each by itself: one that is refused does not hold up the others."""
    done, problems = 0, []
    for row in chosen:
        upload = row.line.upload
        try:
            receiving.archive(
                upload.pk,
                request.user,
                published_on=row.cleaned_data["published_on"],
                address=row.cleaned_data["address"],
                legal_name=archived(upload)["legal_name"],
            )
            done += 1
        except RefusedError as refusal:
            problems.append(f"第{upload.number}份：{refusal}")
    if done:
        messages.success(request, f"已归档{done}份。")
    if problems:
        messages.error(request, "；".join(problems))


def _rows(batch: Batch, data: Any = None) -> list[RowForm]:
    """The first of them that are plain; the rest come when these are done."""
    plain = [one for one in receiving.lines(batch) if one.is_plain][:AT_ONCE]
    return [
        RowForm(line, data, initial={"chosen": True, "published_on": line.upload.published_on})
        for line in plain
    ]


def _page(
    request: SignedInRequest, batch: Batch, rows: list[RowForm], status: int = 200
) -> HttpResponse:
    context = {"batch": batch, "rows": rows, "at_once": AT_ONCE}
    return render(request, "reports/import_archive.html", context, status=status)
