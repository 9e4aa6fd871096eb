"""处室分工: which division supplies what, what it still owes, and taking in what it sends."""

from .assigning import MOST_DIVISIONS, DivisionError, add, assign, end, in_service
from .delivering import Delivered, TooLongError, deliver
from .sharing import Share, shares

__all__ = [
    "MOST_DIVISIONS",
    "Delivered",
    "DivisionError",
    "Share",
    "TooLongError",
    "add",
    "assign",
    "deliver",
    "end",
    "in_service",
    "shares",
]
