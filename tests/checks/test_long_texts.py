"""Texts that no one writes but somebody pastes: no check stumbles, and none takes its time."""

from __future__ import annotations

import time

import pytest

from reports.checks import Case, check
from tests.checking import report

WRITTEN = 60_000
"""Characters; what is looked through once for each of them takes minutes."""
ODD = {
    "digits in words": "一二三四五六七八九",
    "numbers in words": "一百零二",
    "digits": "１2345",
    "brackets": "（（【《“",
    "marks": "，。；：",
    "emoji": "👨\u200d👩🏽🇨🇳",
    "rare characters": "𠀀申𪚥请",
    "combined characters": "e\u0301申\u0302请",
    "zero width": "申\u200b请\ufeff25\u200d件",
    "lines": "收到申请25件\r\n",
    "counted off": "；①公开",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_an_odd_text_is_judged_in_its_time(odd: str) -> None:
    text = f"收到公开申请{odd * (WRITTEN // len(odd))}件。"
    content = report(sections=dict.fromkeys(("1", "5", "6"), text), preamble=text)
    started = time.process_time()
    assert check(Case(content, content))
    assert time.process_time() - started < 10
