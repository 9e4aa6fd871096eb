"""R74: no personal data in what will be published (条例 arts 15, 17). Places are quoted masked."""

from __future__ import annotations

from collections.abc import Iterator

from .case import Case
from .finding import Finding, Severity
from .passages import Passage, passages
from .personal import masked, personal
from .rule import REGULATION, rule


@rule(
    "R74",
    "身份证号、手机号、银行卡号和当事人姓名",
    law=f"{REGULATION}第十五条、第十七条",
)
def personal_data(case: Case) -> Iterator[Finding]:
    """R74: one finding for each passage and datum in it, however often it stands there."""
    for passage in passages(case.content):
        places = personal(passage.text)
        data = dict.fromkeys((what, passage.text[start:end]) for what, start, end in places)
        for what, value in data:
            yield _finding(passage, what, value)


def _finding(passage: Passage, what: str, value: str) -> Finding:
    words = (
        f"“{passage.name}”中的“{masked(value)}”像是{what}。公开的报告不得泄露个人隐私，请删去或改写"
    )
    rests = (value, passage.text)  # the message shows too little of it to tell two apart
    return Finding(
        "personal-data", Severity.WARNING, words, section=passage.section, rule="R74", rests=rests
    )
