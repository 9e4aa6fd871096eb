"""Whose number it is: all the agency's, or those of some of its offices, or another agency's.

The tables of a government add up what its offices counted; a sentence may tell of some of them.
"""

from __future__ import annotations

import re

_UNIT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,2}[\u4e00-\u9fff]"
    "(?:局|委|厅|政府(?!信息)|办|办公室|办公厅|街道|镇|乡|中心|院|公司|学校|医院|管委会|分局))"
    "(?=[，、（]|共|收|受|接|新|答|办结|[0-9]|全年|本年|累计|制发|制定|因|被|的?(?:政府信息|信息公开|依申请)|$)"
)
_WE = "我本全各该"
_KINDS = ("学校", "学院", "医院", "公司", "中心", "街道", "政府")
"""What an agency calls itself without a name."""
_SEVERAL = (
    "部门|单位|委办局|委局|科室|处室|街镇|镇街|镇办|乡镇|镇乡|区县|县区|村居"
    "|[县区]（[市区、]+）|村（[居社区、]+）"
)
_EACH = "街道(?:办事处)?|乡|镇|村|社区|园区|机构|机关|企业|学校|医院|[分子]局|中心|所|支队|大队"
_SOME = re.compile(
    "(?:(?:^|[0-9一二两三四五六七八九十百几数余多])[个家]|其他|其它|其余|部分|个别|多数|有的|有些"
    "|有关|相关|各|下属|所属|下辖|直属|派出|[局委厅办市区县]属|[市区县省]直|辖区|基层)"
    f"[^，。；0-9]{{0,6}}?(?:{_SEVERAL}|{_EACH})"
    f"|(?:^|[，；、（]|其中)(?![{_WE}])[^，。；、（0-9]{{0,4}}?(?:{_SEVERAL}|本级|[级县镇]机关)"
    "(?=共|累计|合计|总|全年|本年|新|收|受|接|办|答|作|制|均|都|未|没|无|$)"
)
"""Some of those whose numbers are added up: “各街镇”, “12个单位”, “其余部门”."""
_ALL = re.compile(
    "[全我本][省市区县旗州]各级"
    "|(?:[全我本][省市区县旗州]|各级)[^，。；0-9]*(?:部门|单位|机关)[^，。；0-9]*"
    "(?:共|累计|合计|总计|均|都)"
)
"""All of them together."""
_OF_WHICH = re.compile("其中|含|包括|（")
_WE_AMONG = re.compile(
    "[^，。；0-9]{0,30}[0-9]+[件宗份起例][^，。；0-9]{0,6}[，（]?其中[，：]?(?:我|本)"
    "(?:[局委办厅镇乡院校所]|街道|单位|机关|部门|中心)(?!各|下)[^，。；0-9]{0,12}[0-9]"
)
"""“全县收到362件，其中我局收到25件”: the first is of more than the agency."""
_OF_ALL = "人民政府"
"""Whose report is of all that its offices have counted."""
_OWN_COUNT = re.compile(
    "(?:[省市县区州旗镇乡]|本级)(?:人民)?政府(?:本级|机关)?"
    "(?=行政复(?!议[机局办])|行政诉|被|收到|新收|因(?:政府)?信息公开)"
    "(?P<own>[^。；（0-9]*[0-9]+[件宗份起例](?:(?!其中|含|包括|（)[^。])*)$"
)
"""“县政府复议1件；” and on: what its offices have of the same is added to it."""
_WORD = re.compile("[^，。；、（0-9]{2,4}")
_NO_SUBJECT = ("", "也", "亦", "且", "均", "同时")
_NOTHING = re.compile("未|无|没有")
"""“12个部门未收到申请，无复议”: behind a clause that denies, one without a subject has its."""
_COUNTED = re.compile("[^，。；、（0-9]{0,16}[0-9]+[件宗份起例]")


def of_others(so_far: str, before: str, behind: str, agency: str) -> bool:
    """Whether what is told between the two is another's, or only some offices'.

    `before` reaches back to the number before, `so_far`, of what can be added to other counts, to
    the full stop before, `behind` to the end of the sentence.
    """
    if _is_added(so_far, behind, agency):
        return False
    is_of_more = not agency.endswith(_OF_ALL) and bool(_WE_AMONG.match(behind))
    return is_of_more or _in_anothers_name(before, agency) or _of_some(before, behind)


def _in_anothers_name(before: str, agency: str) -> bool:
    """Whether it speaks in a name of which the agency's own is no longer form."""
    for match in _UNIT.finditer(before):
        name = match["name"].lstrip("年度月日")
        is_own = name in _KINDS or any(char in _WE for char in name[:-1])
        if not is_own and not shortens(name[-3:], agency):
            return True
    return False


def _is_added(so_far: str, behind: str, agency: str) -> bool:
    """Whether a government's own count of the same came before, and was told as no part."""
    own = _OWN_COUNT.search(so_far) if agency.endswith(_OF_ALL) else None
    word = _WORD.match(behind)
    if own is None or word is None or word[0] not in own["own"]:
        return False
    return not _is_beside(f"{own['own']}{behind}".partition("；")[0])


def _of_some(before: str, behind: str) -> bool:
    """Whether the clause is told of some offices, or others are counted beside."""
    if _is_beside(behind):
        return True
    *_, last, clause = ["", *re.split("[，：]", before)]
    if clause in _NO_SUBJECT and _NOTHING.search(last):
        clause = last
    return bool(_SOME.search(clause)) and not _ALL.search(clause)


def _is_beside(behind: str) -> bool:
    """Whether some offices are counted there, beside what is told."""
    beside = _SOME.search(_OF_WHICH.split(behind, maxsplit=1)[0])
    return bool(beside and _COUNTED.match(behind, beside.end()))


def shortens(name: str, full: str) -> bool:
    """Whether the name has no sign that the full one has not, in the same order."""
    rest = iter(full)
    return all(char in rest for char in name)
