"""What folders and files in a zip are called: as Windows can unpack them, and none leads out."""

from __future__ import annotations

from reports.models import BundleItem
from reports.rendering.documents import allowed

_LONGEST = 60


def folder(item: BundleItem) -> str:
    """“003 某某县财政局”: in the order of the tree, no two alike."""
    return f"{item.number:03} {plain(item.duty.legal_name)}"


def plain(name: str) -> str:
    """A name without folders and what Windows forbids, its end kept: that says the kind."""
    return allowed(name)[-_LONGEST:].strip(" .") or "未命名"
