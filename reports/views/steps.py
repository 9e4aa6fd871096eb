"""审签步骤: who of an agency signs its reports, in which order; its 审核人 decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import BaseFormSet, formset_factory
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from agencies.models import Agency, Membership, User
from agencies.requests import SignedInRequest
from agencies.roles import Role, agencies_where, can
from reports import workflow
from reports.models import Report, SignoffStep, State
from reports.workflow.steps import DEFAULT_POST


class StepForm(forms.Form):
    """One step; an empty one counts for nothing."""

    post = forms.CharField(label="职务", max_length=40, required=False)
    signer = forms.ModelChoiceField(
        User.objects.none(), label="审签人", required=False, empty_label="任一审核人"
    )

    def __init__(self, *args: Any, signers: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        choice = self.fields["signer"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = signers
        for field in self.fields.values():
            is_list = isinstance(field, forms.ModelChoiceField)
            field.widget.attrs["class"] = "form-select" if is_list else "form-control"

    def clean(self) -> dict[str, Any]:
        """A signer needs a post to sign as."""
        data = super().clean() or self.cleaned_data
        if data.get("signer") and not data.get("post"):
            self.add_error("post", "请填写职务")
        return data


Steps = formset_factory(
    StepForm, extra=0, max_num=workflow.MOST_STEPS, absolute_max=workflow.MOST_STEPS
)


@login_required
@require_http_methods(["GET", "POST"])
def steps(request: SignedInRequest, slug: str) -> HttpResponse:
    """The steps as they are; a POST sets all of them anew."""
    agency = get_object_or_404(agencies_where(request.user), slug=slug)
    if not can(request.user, Role.REVIEWER, agency):
        raise PermissionDenied("只有本机关的审核人可以设置审签步骤")
    if request.method == "GET":
        return _page(request, agency, _formset(agency, initial=_initial(agency)))
    formset = _formset(agency, request.POST)
    if not formset.is_valid():
        return _page(request, agency, formset)
    asked = [(one["post"], one["signer"]) for one in formset.cleaned_data if one.get("post")]
    try:
        workflow.plan_steps(agency, asked, request.user)
    except workflow.RefusedError as refusal:
        messages.error(request, str(refusal))
        return _page(request, agency, formset, status=409)
    messages.success(request, "审签步骤已保存，自下一次送审起使用。")
    return redirect("reports:steps", slug)


def _formset(agency: Agency, data: Any = None, **kwargs: Any) -> BaseFormSet[StepForm]:
    reviewers = Membership.objects.filter(agency=agency, role=Role.REVIEWER).values("user")
    signers = User.objects.filter(pk__in=reviewers, is_active=True).order_by("name")
    return Steps(data, prefix="step", form_kwargs={"signers": signers}, **kwargs)


def _initial(agency: Agency) -> list[dict[str, Any]]:
    """The steps there are, then empty ones up to the most there may be."""
    declared = SignoffStep.objects.filter(agency=agency)
    plan = [{"post": one.post, "signer": one.signer_id} for one in declared]
    plan = plan or [{"post": DEFAULT_POST, "signer": None}]
    return plan + [{} for _ in range(workflow.MOST_STEPS - len(plan))]


def _page(
    request: SignedInRequest, agency: Agency, formset: BaseFormSet[StepForm], status: int = 200
) -> HttpResponse:
    own = Report.objects.visible_to(request.user).filter(duty__agency=agency)
    in_hand = own.filter(state=State.SUBMITTED).with_duty().first()
    context = {"agency": agency, "formset": formset, "in_hand": in_hand}
    return render(request, "reports/steps.html", context, status=status)
