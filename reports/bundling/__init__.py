"""成批下载: a year's signed reports in one zip, drawn by child jobs, streamed to the storage."""

from .asking import ask, go_on_everywhere, retry
from .drawing import draw_item
from .keeping import KEPT, forget_old
from .progress import Progress, progress_of, progress_of_each
from .zipping import assemble

__all__ = [
    "KEPT",
    "Progress",
    "ask",
    "assemble",
    "draw_item",
    "forget_old",
    "go_on_everywhere",
    "progress_of",
    "progress_of_each",
    "retry",
]
