"""What looks like a person, or leads to one: such values never leave the reading process."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from reports.counting import MASKED
from reports.formats import FORMATS
from reports.formats.register import applicants, results
from reports.formats.register_words import OPEN_WORDS, SYNONYMS
from reports.formats.wording import bare

LONGEST_VALUE = 60
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔文安施洪季倪申耿"
    "柳殷庄章鲁俞焦翁左岳齐华梅童柴舒卞倪凌祝裴霍甘樊兰芦管温成关曲牛游詹葛包盛岑冉娄喻柯阮桂蒲邢翟颜聂窦尚解骆闵宁"
    "古蓝屈鲍费习佟仇涂冷蔺苗褚穆臧符鞠苑裘隋谷艾车项丛宫麦匡辛靳湛滕巩房封晏卓胥应郁伍班储池戚滑宗"
)
_TWO = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "令狐",
    "慕容",
    "夏侯",
    "司徒",
    "端木",
)
_NAME = re.compile(rf"(?:{'|'.join(_TWO)}|[{_SURNAMES}])[\u3400-\u9fff]{{1,2}}(?:等.*)?")
_MINORITY = re.compile(r"[\u4e00-\u9fff]{1,12}[·•・][\u4e00-\u9fff·•・]{1,20}")
_FOREIGN = re.compile(r"[A-Za-z]+(?:[ .·-]+[A-Za-z]+)+|[A-Za-z]{5,}")
_BODY = re.compile(
    r"[^、/，（(]{2,}(?:公司|集团|厂|商行|商店|门市部|合作社|事务所|研究院|研究所|学校|大学|学院|中学|小学|医院|协会|商会|基金会|村委会|委员会|中心)"
)
_SHORTEST_BODY = 7
_DIGITS = re.compile(r"[0-9０-９]{7,}")
_MASKED = re.compile(r".{0,3}[＊*×某].{0,2}")


@cache
def _roots() -> frozenset[str]:
    """Any two characters side by side in the words of the form, or in what stands for them."""
    words = [
        one.label
        for fmt in FORMATS.values()
        for one in (*applicants(fmt).values(), *results(fmt).values())
    ]
    words += [word for known in SYNONYMS.values() for word in known]
    return frozenset(
        "".join(pair) for word in (*map(bare, words), *OPEN_WORDS) for pair in pairwise(word)
    )


def is_known(value: str) -> bool:
    """Whether it is made of words of the form."""
    said = bare(value)
    return any("".join(pair) in _roots() for pair in pairwise(said))


def is_mostly_known(value: str) -> bool:
    """Whether most of it is words of the form, so that nothing else is said in it."""
    return 2 * len("".join(_rest(value))) <= len(bare(value))


def is_name_beside(value: str) -> bool:
    """Whether words of the form have what looks like a name beside them: “已答复周伟”."""
    rest = _rest(value)
    return len("".join(rest)) < len(bare(value)) and any(map(_NAME.fullmatch, rest))


def _rest(value: str) -> list[str]:
    """What is left of a value without the words of the form."""
    said = bare(value)
    known = {n for n, pair in enumerate(pairwise(said)) if "".join(pair) in _roots()}
    known |= {n + 1 for n in known}
    return "".join("|" if n in known else one for n, one in enumerate(said)).split("|")


def is_personal(value: str) -> bool:
    """Whether it looks like a person's or a body's name, or like a number that leads to one."""
    said = re.sub(r"\s+", "", value)
    if _DIGITS.search(said) or "@" in said or len(said) > LONGEST_VALUE:
        return True
    if len(said) >= _SHORTEST_BODY and _BODY.fullmatch(said) and not _is_kind(said):
        return True
    return is_like_name(value)


def is_like_name(value: str) -> bool:
    """Whether it looks like the name of a person, or like one that was masked."""
    if is_known(value):
        return False
    said = value.strip()
    return any(one.fullmatch(said) for one in (_NAME, _MINORITY, _FOREIGN, _MASKED))


def _is_kind(said: str) -> bool:
    return any(said in words for words in SYNONYMS.values())


def shown(value: str) -> str:
    """What may be told of a value that was not let through: its first character."""
    return value.strip()[:1] + MASKED
