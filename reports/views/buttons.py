"""The buttons over a report: what the person may do with what lies before him."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from agencies.models import User
from agencies.roles import Role, can
from reports import workflow
from reports.models import State

from .access import Reading

ON_PAPER = "线下审签（代录）"
_FORWARD = ("submit", "file", "clear", "publish")

CONSEQUENCES = {
    "withdraw": "报告回到草稿，可以修改后再送审。",
    "return": "报告回到草稿，已有的审签作废，由填报人修改后重新送审。",
    "file": "报告送政务公开主管机构备案，同意后才能发布。",
    "send_back": "报告回到草稿，已有的审签作废，由填报机关修改后重新审签、报备。",
    "clear": "填报机关即可发布。",
    "publish": "定稿向社会公开，文件不再变化。",
    "correct": "报告回到草稿，修改后须重新审签、发布。更正后的报告发布之前，原报告仍对外公开。",
    "stand": "报告不变，理由记入办理记录，不向社会公开，首页不再提示上年报告已更正。",
    "take_down": "公开页面不再提供这份报告，只保留撤下原因。",
    "unlock": "报告回到草稿，已有的审签全部作废，改动列入改动单。",
}
"""What an act brings about, for whoever is asked before it is done."""


@dataclass(frozen=True)
class Button:
    """One act. `revision` None: a link to a page; otherwise a form that names what was read."""

    label: str
    url: str
    is_forward: bool = False
    revision: int | None = None
    question: str = ""


def buttons(shown: Reading, user: User) -> list[Button]:
    """First what brings the report forward, then the rest."""
    report = shown.report
    found = {one.action: one for one in workflow.open_to(report, user)}
    acts = [_button(shown, one) for action, one in found.items() if action != "sign"]
    acts += [_signing(shown, user)] if "sign" in found else []
    if report.state == State.DRAFT and can(user, Role.REPORTER, report.duty.agency):
        acts.insert(0, Button("填报", reverse("reports:edit", args=[report.pk])))
    return sorted(acts, key=lambda one: not one.is_forward)


def _signing(shown: Reading, user: User) -> Button:
    """The page of the next signature: to give it, or to record it from paper."""
    url = reverse("reports:do", args=[shown.report.pk, "sign"])
    if workflow.may_sign(shown.report, user):
        return Button(workflow.TRANSITIONS["sign"].label, url, is_forward=True)
    return Button(ON_PAPER, url)


def _button(shown: Reading, transition: workflow.Transition) -> Button:
    report, action = shown.report, transition.action
    forward = action in _FORWARD
    if action == "submit":
        return Button(transition.label, reverse("reports:submit", args=[report.pk]), forward)
    url = reverse("reports:do", args=[report.pk, action])
    if transition.note or shown.revision is None:
        return Button(transition.label, url, forward)
    question = f"{transition.label}《{report.title}》（第{shown.number}稿）？{CONSEQUENCES[action]}"
    return Button(transition.label, url, forward, shown.revision.pk, question)
