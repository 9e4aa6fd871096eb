"""Report JSON files that commands are given."""

from __future__ import annotations

import json
from typing import Any

from reports import figures as fig
from tests.checking import SECTIONS
from tests.samples import OLD, sample

SAID = {**SECTIONS, "1": f"{SECTIONS['1']}已作工作考核、社会评议，没有责任追究。"}
"""All that a people's government must speak of."""

PAID = {"notices": 11, "billed": "15100", "received": "10100"}
"""What goes with the figures of the sample: some of its notices were not paid."""


def complete(**more: Any) -> bytes:
    """The report JSON of a report without a finding, unless `more` changes that."""
    data = sample("haidian-2024", sections=SAID, fees=PAID).to_json()
    return json.dumps({**data, **more}, ensure_ascii=False).encode()


def of_2019(**more: Any) -> bytes:
    """A report in the form of 2019 without a finding, without the name of its form."""
    told = sample(OLD)
    blank = [id_ for id_, figure in told.figures.items() if figure is None]
    figures = {**told.figures, **dict.fromkeys(blank, 0)}
    figures |= fig.recompute(told.format, figures, blank)
    data = {**told.to_json(), "sections": SECTIONS, "figures": fig.to_json(figures), **more}
    del data["edition"]
    return json.dumps(data, ensure_ascii=False).encode()


def wrong() -> bytes:
    """One whose total of a row is not the sum, with one figure blank and one that is no figure."""
    figures = dict(sample("haidian-2024").figures)
    changed: dict[str, Any] = {id_: str(figure) for id_, figure in figures.items()}
    changed["applications.received.total"] = 1
    changed["documents.rules.issued"] = None
    changed["licensing.licences.decisions"] = "约500"
    return complete(figures=changed)


UNREADABLE = {
    "not JSON": (b"{", "不是有效的JSON"),
    "empty": (b"", "不是有效的JSON"),
    "no object": (b"[]", "应是一个对象"),
    "no year": (b"{}", "缺少报告年度"),
    "not UTF-8": ("{“年”}".encode("gbk"), "UTF-8"),
    "unknown edition": (b'{"year": 2024, "edition": "1999"}', "1999"),
    "too deep": (b"[" * 100_000, "过深"),
    "half a character": (b'{"year": 2024, "title": "\\ud800"}', "残缺"),
}
