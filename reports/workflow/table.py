"""The table of states and actions. Buttons, guards and tests all come from here."""

from __future__ import annotations

from dataclasses import dataclass

from agencies.roles import Role
from reports.models import State


@dataclass(frozen=True)
class Transition:
    """One action. `target` None leaves the state to the action itself (sign, take down, stand).

    `names_revision`: the caller says which revision was read, so that nobody acts on what he has
    not seen. `note` is the label of the reason that must be given; empty where none is needed.
    """

    action: str
    label: str
    sources: tuple[State, ...]
    target: State | None
    roles: tuple[Role, ...]
    note: str = ""
    names_revision: bool = True
    returns: bool = False


_STAFF = (Role.REPORTER, Role.REVIEWER)
_ANY = tuple(State)

_TABLE = (
    Transition(
        "submit", "送审", (State.DRAFT,), State.SUBMITTED, (Role.REPORTER,), names_revision=False
    ),
    Transition("withdraw", "撤回", (State.SUBMITTED,), State.DRAFT, (Role.REPORTER,), returns=True),
    Transition("sign", "审签", (State.SUBMITTED,), None, _STAFF),
    Transition(
        "return",
        "退回修改",
        (State.SUBMITTED, State.APPROVED),
        State.DRAFT,
        (Role.REVIEWER,),
        note="退回意见",
        returns=True,
    ),
    Transition("file", "报备", (State.APPROVED,), State.FILED, _STAFF),
    Transition(
        "send_back",
        "备案退回",
        (State.FILED,),
        State.DRAFT,
        (Role.OFFICE,),
        note="退回意见",
        returns=True,
    ),
    Transition("clear", "同意发布", (State.FILED,), State.CLEARED, (Role.OFFICE,)),
    Transition(
        "publish", "发布", (State.APPROVED, State.CLEARED), State.PUBLISHED, (Role.REVIEWER,)
    ),
    Transition(
        "correct",
        "更正",
        (State.PUBLISHED,),
        State.DRAFT,
        (Role.REVIEWER,),
        note="更正原因（将向社会公开）",
    ),
    Transition(
        "stand",
        "不作更正",
        (State.PUBLISHED,),
        None,
        (Role.REVIEWER,),
        note="不作更正的理由",
    ),
    Transition(
        "take_down",
        "撤下",
        _ANY,
        None,
        (Role.OFFICE, Role.SYSADMIN),
        note="撤下原因（将向社会公开）",
    ),
    Transition(
        "unlock",
        "解锁修改",
        (State.APPROVED, State.FILED, State.CLEARED),
        State.DRAFT,
        (Role.REVIEWER,),
        note="修改原因",
        returns=True,
    ),
    Transition(
        "archive",
        "归档",
        (State.DRAFT,),
        State.PUBLISHED,
        (Role.OFFICE, Role.REPORTER),
        names_revision=False,
    ),
)

RECORDED = {"portal": "发布登记", "portal_check": "网页核对", "sealed": "盖章扫描件"}
"""What is written down of a signed or published report besides, and changes no state."""


TRANSITIONS: dict[str, Transition] = {one.action: one for one in _TABLE}


def label_of(action: str) -> str:
    """An action as its button is named."""
    known = TRANSITIONS.get(action)
    return known.label if known else RECORDED.get(action, action)
