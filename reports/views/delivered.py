"""What is said after a division's sheet was taken in: what waits now, and what was not taken."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages

from agencies.requests import SignedInRequest
from reports import dividing
from reports.drafting.proposals import label_of
from reports.forms import boxes
from reports.importing.collection_sheet import Filled
from reports.models import Report

TOLD = 8
"""So many complaints are listed one by one."""


def tell(
    request: SignedInRequest, report: Report, filled: Filled, told: dividing.Delivered
) -> None:
    """How many values wait, stand so already or were not taken, and why not."""
    words = []
    if told.waiting:
        words.append(f"收到{len(told.waiting)}项，已列为待确认，请在填报页核对后确认")
    if told.same:
        words.append(f"{len(told.same)}项与现有内容相同，不需要确认")
    if words:
        messages.success(request, f"{'；'.join(words)}。")
    else:
        messages.error(request, "没有采用任何数据，原因如下。请改正后重新收回。")
    refused = [*_broken(filled), *_clashes(report, filled), *told.refused.values()]
    for why in refused[:TOLD]:
        messages.warning(request, f"{why}。")
    if len(refused) > TOLD:
        messages.warning(request, f"另有{len(refused) - TOLD}项没有采用，请核对采集表。")


def _broken(filled: Filled) -> Iterator[str]:
    if filled.broken:
        some = "、".join(filled.broken[:TOLD]) + ("等" if len(filled.broken) > TOLD else "")
        yield f"采集表的{some}单元格里的公式没有结果或出错，没有采用，请改为数字后重新收回"


def _clashes(report: Report, filled: Filled) -> Iterator[str]:
    """The places that a sheet gives several values for, of which none is taken."""
    known = boxes(report.content)
    for key, said in filled.clashes.items():
        if key in known:
            values = "、".join(one[:20] for one in said)
            yield f"“{label_of(report, key)}”填了几个不同的内容（{values}），没有采用"


def tell_missing(
    request: SignedInRequest, report: Report, share: dividing.Share, filled: Filled
) -> None:
    """Places that the file should have had: lines were deleted, or parts given out otherwise."""
    gone = [label_of(report, key) for key in share.keys if key not in filled.values]
    if gone:
        some = "、".join(f"“{one}”" for one in gone[:3]) + ("等" if len(gone) > 3 else "")
        messages.warning(
            request,
            f"采集表里没有{some}共{len(gone)}项的位置：行列被删除了，或者发出后分工有调整。"
            "这几项请重新下载采集表补报，或直接录入。",
        )
