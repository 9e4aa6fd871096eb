"""The one way a draft changes: merge by key, recompute dependents, write a Change each."""

from .access import NotOpenError, RefusedError
from .bulk import fill_zeros, retotal, zero_report
from .case import inherited, past_mark
from .explaining import explain, reopen, worded
from .judging import Judged, asked, judged
from .last_year import LastYear, last_year
from .origins import departures, origin, origins
from .overtaken import Overtaken, overtaken, overtaken_for
from .prefills import carry, confirm, decline, unlock
from .proposals import prefilled
from .published import own_last_year, published_beside
from .said import claimed, figures_before, said
from .saving import begin, save
from .standing import mark
from .taking_in import Offered, offer, take_in

__all__ = [
    "Judged",
    "LastYear",
    "NotOpenError",
    "Offered",
    "Overtaken",
    "RefusedError",
    "asked",
    "begin",
    "carry",
    "claimed",
    "confirm",
    "decline",
    "departures",
    "explain",
    "figures_before",
    "fill_zeros",
    "inherited",
    "judged",
    "last_year",
    "mark",
    "offer",
    "origin",
    "origins",
    "overtaken",
    "overtaken_for",
    "own_last_year",
    "past_mark",
    "prefilled",
    "published_beside",
    "reopen",
    "retotal",
    "said",
    "save",
    "take_in",
    "unlock",
    "worded",
    "zero_report",
]
