"""The report that is measured: the figures of a large district and as many words as it printed."""

from __future__ import annotations

from dataclasses import replace

from reports.content import Content
from reports.prose import from_text
from tests.samples import sample

SENTENCE = (
    "全年坚持依法公开、及时公开、全面公开，主动公开政府信息，规范办理公开申请，回应社会关切。"
)
PREAMBLE = SENTENCE
SECTIONS = {
    "1": [
        ("（一）主动公开情况", 5),
        ("（二）依申请公开情况", 4),
        ("（三）信息管理情况", 4),
        ("（四）平台建设情况", 4),
        ("（五）监督保障情况", 4),
    ],
    "5": [("（一）存在的不足", 3), ("（二）改进的举措", 3)],
}


def subject() -> Content:
    """A complete report without a finding, about 1,350 characters of prose."""
    content = sample("haidian-2024", fees={"notices": 11, "billed": "15100", "received": "10100"})
    texts = {key: "\n".join(_lines(parts)) for key, parts in SECTIONS.items()}
    texts |= {"preamble": PREAMBLE, "6": "无其他需要报告的事项。"}
    prose = {key: from_text(texts[key]) for key in content.prose}
    return replace(content, prose=prose, is_untitled=False)


def _lines(parts: list[tuple[str, int]]) -> list[str]:
    return [line for heading, times in parts for line in (heading, SENTENCE * times)]
