"""What an agency's name says of its rank, where nothing else is known of it (R08, R15).

Only names that leave no doubt: cities and provinces may make 规章 or not, and who is a 部门 of whom
no name says.
"""

from __future__ import annotations

import re

from reports.content import Content

from .case import Case

_GOVERNMENT = re.compile("人民政府$")
_BELOW_CITIES = re.compile(r"(?:[县旗镇乡]|街道|(?<!自治)区)(?:人民政府)?(?:办公室|办事处)?$")


def by_name(content: Content, previous: Content | None = None) -> Case:
    """The report as it can be judged by itself: from a file, without a roster."""
    name = "".join(content.agency.split())
    return Case(
        content,
        previous,
        is_government=bool(_GOVERNMENT.search(name)),
        makes_rules=False if _BELOW_CITIES.search(name) else None,
    )
