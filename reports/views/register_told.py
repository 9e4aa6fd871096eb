"""What is said after a register was counted."""

from __future__ import annotations

from django.contrib import messages

from agencies.requests import SignedInRequest
from reports.drafting.proposals import label_of
from reports.models import Report
from reports.registering import Landed, counted_for

TOLD = 6
"""So many differences are told one by one."""


def tell(request: SignedInRequest, report: Report, landed: Landed) -> None:
    """How much was counted, what waits, and where last year's report says something else."""
    counted = counted_for(report)
    assert counted is not None, "it was counted a moment ago"
    words = [f"台账已计数：{counted.counted}件计入表中"]
    if landed.waiting:
        words.append(f"{len(landed.waiting)}格列为待确认，请在填报页核对后确认")
    if landed.same:
        words.append(f"{len(landed.same)}格与现有的数相同")
    messages.success(request, f"{'；'.join(words)}。上传的文件没有保存。")
    if counted.passed_over:
        messages.warning(request, f"没有读入的工作表：{'、'.join(counted.passed_over)}。")
    if counted.doubtful:
        messages.warning(
            request,
            f"{len(counted.doubtful)}件没有计入，原因见下。改好台账后请重新上传，重新计数。",
        )
    for key, (carried, value) in list(landed.apart.items())[:TOLD]:
        messages.warning(
            request, f"“{label_of(report, key)}”：上年报告为{carried}，台账计得{value}，请核对。"
        )
    if len(landed.apart) > TOLD:
        messages.warning(request, f"另有{len(landed.apart) - TOLD}格与上年报告不一致。")
