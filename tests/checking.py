"""What tests of checks share: a report that has nothing but what the test is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reports.checks import Case, Finding, Severity, check
from reports.content import Content, from_json
from reports.figures import Figures

ALL_TOPICS = "主动公开、依申请公开、信息管理、平台建设、监督保障各项工作平稳。"
SECTIONS = {"1": ALL_TOPICS, "5": "公开的内容还有不足，已经改进。", "6": "无其他需要报告的事项。"}
FEES = {"notices": 0, "billed": "0", "received": "0"}


def report(figures: Mapping[str, object] | None = None, **more: Any) -> Content:
    """A report with prose and fees in order and the given figures."""
    data = {"agency": "某某县财政局", "year": 2024, "sections": SECTIONS, "fees": FEES}
    made = from_json({**data, "figures": figures or {}, **more})
    return made if "title" in more else replace(made, is_untitled=False)


def found(content: Content, severity: Severity | None = None) -> Mapping[str, Finding]:
    """The findings by their words."""
    return {f.message: f for f in check(content) if severity in (None, f.severity)}


def told(case: Content | Case, code: str) -> list[Finding]:
    """All that a clerk reads of the findings of that code."""
    return [shown(one) for one in check(case) if one.code == code]


def shown(finding: Finding) -> Finding:
    """The finding without what the page keeps to itself or shows elsewhere."""
    return replace(finding, asks="", rests=(), repairs=())


def check_clean(figures: Figures) -> None:
    """No check of the figures has anything to say."""
    assert list(found(report(figures, fees=_noticed(figures)))) == []


def check_found(figures: Figures, *messages: str) -> None:
    """The checks say these things about the figures, and nothing else."""
    assert sorted(found(report(figures, fees=_noticed(figures)))) == sorted(messages)


def _noticed(figures: Figures) -> dict[str, object]:
    """Fees that go with the figures: as many notices as were not paid."""
    notices = int(figures.get("applications.other_unpaid.total") or 0)
    return {"notices": notices, "billed": str(10 * notices), "received": "0"}
