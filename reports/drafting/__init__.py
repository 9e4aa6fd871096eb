"""The one way a draft changes: merge by key, recompute dependents, write a Change each."""

from .access import NotOpenError, RefusedError
from .bulk import fill_zeros, retotal, zero_report
from .judging import Judged, explain, judged
from .last_year import LastYear, last_year
from .origins import departures, origin, origins
from .prefills import carry, confirm, decline, unlock
from .proposals import prefilled
from .said import figures_before, said
from .saving import begin, save
from .standing import mark

__all__ = [
    "Judged",
    "LastYear",
    "NotOpenError",
    "RefusedError",
    "begin",
    "carry",
    "confirm",
    "decline",
    "departures",
    "explain",
    "figures_before",
    "fill_zeros",
    "judged",
    "last_year",
    "mark",
    "origin",
    "origins",
    "prefilled",
    "retotal",
    "said",
    "save",
    "unlock",
    "zero_report",
]
