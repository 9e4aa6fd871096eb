"""What stands beside the boxes: last year's values, what waits to be confirmed, what is locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from agencies.models import User
from agencies.requests import SignedInRequest, wants_json
from reports import drafting
from reports import figures as fig
from reports.drafting.proposals import label_of
from reports.forms import boxes
from reports.models import Report

from .drafts import own_draft
from .numbers import whole_number
from .saving import Answer, answers

_STATES = {"published": "已发布", "taken_down": "已撤下", "signed": "已签发"}


@dataclass(frozen=True)
class Beside:
    """For the page and its scripts; `prefills` as `drafting.prefilled` tells them, at `mark`, and
    last year's values at `last_mark`.
    """

    report: Report
    before: drafting.LastYear
    prefills: Mapping[str, Mapping[str, Any]]
    mark: str
    last_mark: str
    inherited: Mapping[str, str]

    @property
    def facts(self) -> dict[str, Any]:
        """Last year's values, as stored, where there are any, and the prefills, by key.

        `together` has the keys of which only all together are what last year's value says, and
        `inherited` for an agency that took others over what each of them left.
        """
        values = {key: fig.plain(value) for key, value in self.before.values.items()}
        known = {key: value for key, value in values.items() if value is not None}
        return {
            "last_year": known,
            "together": self.before.together,
            "inherited": self.inherited,
            "prefills": self.prefills,
            "mark": self.mark,
            "last_mark": self.last_mark,
        }

    @property
    def waiting(self) -> list[dict[str, Any]]:
        """What waits, in the order of the form."""
        return self._listed(lambda one: one["state"] == "waiting")

    @property
    def locked(self) -> list[dict[str, Any]]:
        """What is locked, in the order of the form; beside some a corrected value waits."""
        return self._listed(lambda one: bool(one["locked"]))

    def _listed(self, wanted: Callable[[Mapping[str, Any]], bool]) -> list[dict[str, Any]]:
        keys = [key for key in boxes(self.report.content) if key in self.prefills]
        return [
            {"key": key, "label": label_of(self.report, key), **self.prefills[key]}
            | {"replaces": None if key.startswith("prose.") else self.prefills[key]["now"]}
            for key in keys
            if wanted(self.prefills[key])
        ]

    @property
    def taken_over(self) -> list[tuple[str, str]]:
        """After a reform the totals that go on from what each agency left, with their words.

        Nothing left by any of them is not worth a line.
        """
        cells = self.report.format.cells
        return [
            (cells[key].label, words)
            for key, words in self.inherited.items()
            if (cells[key].computed or not cells[key].opens) and not words.endswith("＝0")
        ]

    @property
    def basis(self) -> str:
        """What last year's values were read from, in words; empty without any."""
        if not self.before.state:
            return ""
        name = self.before.name
        other = "" if name == self.report.duty.legal_name else f"，原名{name}"
        return f"{self.before.year}年度报告（{_STATES[self.before.state]}{other}）"


def beside(report: Report, user: User) -> Beside:
    """Opens the page's other half; what last year carries over begins to wait here."""
    # What comes between a mark and what it stands for is told once more, not missed.
    last_mark = drafting.past_mark(report)
    before = drafting.last_year(report)
    drafting.carry(report, user, before)
    mark = drafting.mark(report)
    inherited = drafting.inherited(report) if before.changed else {}
    return Beside(report, before, drafting.prefilled(report), mark, last_mark, inherited)


@login_required
@require_POST
@answers
def confirm(request: SignedInRequest, pk: int) -> Answer:
    """`prefill`: the ids of those that were seen and are right."""
    answer = drafting.confirm(pk, request.user, _named(request))
    return _told(request, answer, "saved", "已确认{}格。")


@login_required
@require_POST
@answers
def decline(request: SignedInRequest, pk: int) -> Answer:
    """不采用: `prefill` as in confirming."""
    answer = drafting.decline(pk, request.user, _named(request))
    return _told(request, answer, "declined", "已不采用{}格的待确认数，请自行录入。")


@login_required
@require_POST
@answers
def unlock(request: SignedInRequest, pk: int) -> Answer:
    """`key` and the `reason`, which the reviewer reads."""
    sent = request.POST
    return drafting.unlock(pk, request.user, sent.get("key", ""), sent.get("reason", ""))


@login_required
@require_GET
def origin(request: SignedInRequest, pk: int, key: str) -> JsonResponse:
    """Where the value of one box came from, and by whom."""
    report = own_draft(request, pk)
    if key not in boxes(report.content):
        raise Http404
    return JsonResponse(drafting.origin(report, key))


def _named(request: SignedInRequest) -> list[int]:
    """The ids sent. Raises RefusedError where none was chosen and ValueError for what is no id."""
    sent = request.POST.getlist("prefill")
    if not sent:
        raise drafting.RefusedError("请先选择要处理的格")
    named = [pk for one in sent if (pk := whole_number(one)) is not None]
    if len(named) < len(sent):
        raise ValueError("prefill")
    return named


def _told(request: SignedInRequest, answer: Answer, done: str, words: str) -> Answer:
    """The answer; without scripts its news are said on the next page."""
    if wants_json(request):
        return answer
    told = list(answer["keys"].values())
    count = sum(one["state"] == done for one in told)
    if count:
        messages.success(request, words.format(count))
    for one in told:
        if one.get("message"):
            messages.error(request, f"{one['message']}。")
    return answer
