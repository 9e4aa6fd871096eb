"""How much of a report somebody else has written, or the agency itself last year (R35, R36).

内容雷同 is a named fault (国办公开办函〔2021〕30号, item four). Compared are the sentences of
sections one and five without what no author chose: years, numbers, the agency's name, punctuation.
What everybody writes is left out: headings, short sentences, and clauses made of the words of the
form and the law alone, such as “未收到政府信息公开申请” or the figures of its tables in words.
So two agencies in which nothing happened are not alike for that.
"""

from .comparing import Likeness, Pair, is_same, likeness, nearest
from .crowd import Alike, most_alike
from .sentences import COMPARED, Text, text_of

__all__ = [
    "COMPARED",
    "Alike",
    "Likeness",
    "Pair",
    "Text",
    "is_same",
    "likeness",
    "most_alike",
    "nearest",
    "text_of",
]
