"""网页核对: a published page held against the report that was signed. Pure."""

from .comparing import Compared, compare
from .mismatch import Kind, Mismatch

__all__ = ["Compared", "Kind", "Mismatch", "compare"]
