"""目录: the table in the zip of whose report is in it, whose is not, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from reports.models import Bundle, BundleItem, Document
from reports.rendering import listing
from reports.sealing import sealed_among

from .names import folder

CONTENTS = "目录.xlsx"
HEADS = (
    "序号",
    "机关",
    "状态",
    "结果",
    "说明",
    "稿次",
    "校验码",
    "文件夹",
    "Word校验值（SHA-256）",
    "PDF校验值（SHA-256）",
    "原件校验值（SHA-256）",
    "盖章扫描件",
)


_AS_PUBLISHED = "外部导入的报告，收录其原件"


@dataclass(frozen=True)
class Line:
    """One item, and the digests of its files that are in the zip, by their kind."""

    item: BundleItem
    digests: Mapping[str, str] = field(default_factory=dict)


def table(bundle: Bundle, lines: Sequence[Line]) -> bytes:
    """The .xlsx."""
    packed = sum(bool(line.digests) for line in lines)
    sealed = sealed_among(bundle.items.values("revision"))
    at = timezone.localtime(bundle.at)
    wanted = "已发布的" if bundle.published_only else "已签发和已发布的"
    title = (
        f"{bundle.agency}{bundle.year}年度{wanted}报告目录（{at:%Y-%m-%d %H:%M}，"
        f"应报告{len(lines)}家，收录{packed}家，未收录{len(lines) - packed}家）"
    )
    return listing.draw("目录", title, HEADS, [_row(line, sealed) for line in lines])


def _row(line: Line, sealed: Collection[int]) -> tuple[str | int, ...]:
    item, revision = line.item, line.item.revision
    kinds = (Document.Kind.DOCX, Document.Kind.PDF, Document.Kind.ORIGINAL)
    return (
        item.number,
        item.duty.legal_name,
        item.status,
        item.get_state_display(),
        item.why or (_AS_PUBLISHED if Document.Kind.ORIGINAL in line.digests else ""),
        str(revision) if revision else "",
        revision.check_code if revision else "",
        folder(item) if line.digests else "",
        *(line.digests.get(kind, "") for kind in kinds),
        "有" if item.revision_id in sealed else "",
    )
