"""Content: a frozen whole report, and the report JSON that files and outside programs exchange.

Checks, comparisons, revisions and drawing all speak Content; none of them needs a database.
"""

from .content import Content, Problem, short_code
from .reading import ContentError, from_json, loads

__all__ = ["Content", "ContentError", "Problem", "from_json", "loads", "short_code"]
