"""导入: files given in, read by workers, set beside what was read, confirmed by a person."""

from .archiving import archive
from .asking import go_on_everywhere
from .beside import Beside, beside
from .comparing import compared
from .content import content_of, mend
from .deciding import Standing, standing
from .desks import Desk, desks, reach
from .giving_in import MOST_FILES, TooManyError, give_in, give_in_bundle, open_batch, refuse
from .judging import judge
from .keeping import KEPT, drop, forget_old
from .matching import Match, match, names_of
from .offering import offer
from .placing import place
from .progress import Line, briefly, lines, retry, tally
from .reading import read
from .rereading import read_again

__all__ = [
    "KEPT",
    "MOST_FILES",
    "Beside",
    "Desk",
    "Line",
    "Match",
    "Standing",
    "TooManyError",
    "archive",
    "beside",
    "briefly",
    "compared",
    "content_of",
    "desks",
    "drop",
    "forget_old",
    "give_in",
    "give_in_bundle",
    "go_on_everywhere",
    "judge",
    "lines",
    "match",
    "mend",
    "names_of",
    "offer",
    "open_batch",
    "place",
    "reach",
    "read",
    "read_again",
    "refuse",
    "retry",
    "standing",
    "tally",
]
