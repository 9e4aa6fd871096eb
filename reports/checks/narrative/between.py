"""The words that may stand between a number and its noun, and those that part the two.

Every list is matched as a whole and without going back, so that no text takes long to read.
"""

from __future__ import annotations

import re

from .nouns import Topic


def any_of(words: str, *patterns: str) -> str:
    """A pattern for as many of the words (parted by |) and patterns as stand there."""
    longest_first = sorted(words.split("|"), key=len, reverse=True)
    return f"(?:{'|'.join([*patterns, *longest_first])})*+"


OURS = "政府信息|信息|依申请|公开|申请"
"""What applications for information are called, in pieces."""
ASKERS = (
    "(?:公民|自然人|个人)(?:、|和|及|与|或)法人(?:(?:或者|以及|或|和|及|与|、)(?:其他|非法人)组织)?"
)
"""All who may apply; one kind of them alone would be a part."""

_COUNT = "件数|数量|总数|总量|总计|合计|共计|累计|共有|共|总|计|为|有|了|达到|达|："
_ASKING = f"{OURS}|社会公众|公众|群众|社会|各类|申请人|提出|提交|递交|事项|案件|件|并|的"
LEFT = {
    Topic.APPLICATIONS: any_of(
        f"{_ASKING}|{_COUNT}|量|数|全部|均|已|，共|，共计|，合计|，总计", ASKERS
    ),
    Topic.RESULTS: any_of(f"申请|事项|情形|类|等|的|件|数|{_COUNT}"),
    Topic.DISPUTES: any_of(f"案件|案|申请|发生|的|件|数|{_COUNT}"),
    Topic.OUTCOMES: any_of(f"案件|案|原行政行为|原答复|原决定|结果|决定|的|{_COUNT}"),
    Topic.DOCUMENTS: any_of(f"的|{_COUNT}"),
    Topic.STATES: any_of(f"的|{_COUNT}"),
    Topic.DECISIONS: any_of(f"的|{_COUNT}"),
}
"""Behind a noun of that topic, before its number."""

RIGHT = any_of(
    f"{OURS}|的|按照|根据|依据|依法|依规|按规定|有关规定|规定|已|均为|均|为|属于|属|作出|给予|被|提起|引发"
    "|予|因|将|需|决定|则|系|案件|是",
    "《□*+》",
)
"""Behind a number, before its noun."""

ALL_OF = re.compile(
    any_of(
        "我局|我委|我办|我厅|我县|我区|我市|我镇|本机关|本单位|全县|全区|全市|全年|本年度|本年|今年|已经|已|均|共"
        "|累计|总共|依法|依规|及时|认真|规范",
        "20[0-9]{2}年(?:度)?",
    )
    + "对"
)
ANSWERED = re.compile(f"{any_of(OURS)}(?<=申请)作出了?")
"""“已对5件申请作出了答复”: all that is said before the number, and before its noun."""
FOR_SOME = re.compile("因|由于|经|针对|涉|其中|不服|要求|第三方|后，")
"""In the clause before, what makes those a few: “因内容相近，对5件申请作出了答复”."""

UNIT = re.compile("[件宗份起例条个项笔](?![0-9次])")
OBJECT = re.compile(f"的?{any_of(OURS)}")
AND_THEN = re.compile(f"{LEFT[Topic.APPLICATIONS]}[0-9]+件{OBJECT.pattern}，(?:剩余|其余|余下|另)?")
"""Between what was answered and what goes on."""
COUNTED = ("申请", "政府信息公开申请", "信息公开申请", "共", "总计", "合计", "累计")
"""How what came in is called where nothing is said of its coming."""
ASKED = re.compile("申请|公开")
OTHER_THINGS = re.compile("事项|案件|各类|公众|群众|社会|提出")
BOUNDARY = re.compile(
    "$|[，。；、！（）]|占|同比|较|比|均|全部|已|都|其中|和|及|并|与|以及|含|按|依法|也|且|或"
)
END = re.compile("(?:的?(?:案件|申请|情形))?(?:$|[，。；、！（）]|外，)")
STOPS = re.compile("$|[，。；、！）]")

RULED = re.compile(
    "(?:办理|审理|受理|审结|代理|参与|裁决|收到(?!因)|接收|处理|化解|调解|承办|应对|指导|办结|新收|新增|共同被告|第三人)"
    "[^，。；、（]{0,14}$"
)
"""Who does this to a dispute is the court or the office of review, not the party to it."""
JUDGED = re.compile(
    "(?:复议(?:机构|机关|局|中心|委员会)|法院|司法[局厅所])"
    "[^，。；、（0-9]{0,8}(?:收到|接收|受理|新收|办理|审理|审结|办结|承办|裁决|处理)"
)
"""The same without saying of which disputes."""
JOINED = re.compile("(?:案件|申请)?(?:[、/／]|和|及|与|或|以及|及其)(?:被)?(?:提起|申请)?")
LISTED = re.compile("(?:案件|申请)?[0-9]+[件宗起例](?:、|和|及)")
"""“复议2件、诉讼1件”: what is said of the first is said of the second."""
DEED_OF = re.compile(
    any_of("了|的|区级|县级|市级|本级|我区|我县|我市|本机关|政府")
    + "(?:[^，。；、0-9]{2,6}[0-9]+[件份个][，、和])?"
)

_INEXACT_BEFORE = re.compile(
    "(?:约|近|超|逾|超过|不足|不到|至少|最多|接近|第|每|各|均|上|逐|任|某|这|那|同|无|一|[0-9]年)$"
)
_RANGE = re.compile(r"[0-9一二三四五六七八九十件][-—－~～至到]$")
_INEXACT_AFTER = re.compile(
    "余|多|几|来|左右|以上|以内|以下|[-—－~～至到][0-9一二三四五六七八九十]"
)


def is_exact(text: str, start: int, end: int) -> bool:
    """Whether the number at [start, end) is told as it is, not as about or at most so many."""
    before = text[max(0, start - 3) : start]
    unit = UNIT.match(text, end)
    behind = (end, unit.end() if unit else end)
    return not (
        _INEXACT_BEFORE.search(before)
        or _RANGE.search(before)
        or any(_INEXACT_AFTER.match(text, at) for at in behind)
    )
