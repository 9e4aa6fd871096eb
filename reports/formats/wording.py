"""The form's words as they may be written: one bare spelling for all that mean the same.

Widths, brackets, punctuation, blanks, Kangxi radicals (which text layers of PDFs are full of) and
Traditional characters do not make another label. What is compared is bare; what is shown never.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_RADICALS = (
    "⺁厂⺎兀⺏尢⺒巳⺓幺⺔彑⺗心⺝月⺟母⺠民⺢水⺩王⺫目⺬示⺮竹⺷羊⺸羊⻁虎⻄西⻅见⻆角⻉贝"
    "⻋车⻌辶⻐钅⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿"
    "⻰龙⻱龟⻳龟"
)
"""The radicals of the supplement block, which normalisation leaves alone, and their characters."""

_TRADITIONAL = (
    "業业為为舉举於于務务會会體体係系決决況况減减製制獲获動动區区單单執执報报擬拟據据辦办勞劳"
    "護护證证總总數数條条構构標标權权機机歸归無无現现產产當当發发開开關关質质間间階阶隊队際际"
    "須须頂顶項项額额頒颁題题風风館馆馬马驗验級级糾纠納纳組组織织經经結结繼继續续維维緝缉繳缴"
    "罰罚從从範范補补規规計计認认議议許许訟讼訪访訴诉詢询請请購购費费轉转這这進进過过選选採采"
    "釐厘電电領领環环衛卫處处複复復复準准號号視视內内兩两國国圍围團团場场塊块壞坏應应後后徵征"
    "徴征態态慣惯戶户損损換换擇择擴扩攝摄敗败時时書书東东極极樣样橋桥檢检歡欢歲岁殘残氣气沒没"
    "淨净測测滅灭灣湾點点爾尔狀状獨独獎奖眾众確确禍祸種种稱称積积競竞節节籌筹約约紅红紙纸細细"
    "終终統统綠绿編编緊紧線线練练縣县職职聯联聲声臺台舊旧虧亏蘇苏術术裝装觀观觸触設设註注誤误"
    "說说課课調调談谈論论諮咨識识譯译讓让貝贝負负財财責责貨货貫贯貸贷貿贸資资賬账賠赔賴赖贈赠"
    "趕赶跡迹軌轨軍军較较載载輔辅輕轻輪轮輸输轄辖農农違违遠远適适遲迟遺遗郵邮鄉乡鄭郑釋释針针"
    "鐵铁鋪铺錄录錯错鎮镇長长門门閉闭閱阅陽阳陰阴陸陆隨随險险雜杂雖虽離离難难靈灵靜静韓韩順顺"
    "預预頭头頻频顧顾顯显飛飞養养餘余駐驻驟骤鬆松黨党齊齐齡龄龍龙祕秘屬属屆届幾几廳厅廣广廢废"
    "強强彈弹彙汇徑径徹彻優优傳传傷伤對对實实審审與与穩稳盡尽斷断歷历訊讯誌志寫写稅税尋寻導导"
    "專专屢屡爭争擔担戰战攬揽暫暂滿满薦荐藝艺蓋盖協协參参員员問问閒闲"
)
"""Traditional characters of the form's own words and of what stands round them, each simplified."""

RADICALS = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
TRADITIONAL = dict(zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True))
_SPELLINGS = str.maketrans(RADICALS | TRADITIONAL)

NUMERALS = "一二三四五六七八九十"


@lru_cache(maxsize=8192)
def bare_character(char: str) -> str:
    """What is left of one character: nothing of a blank, a bracket or a mark."""
    plain = unicodedata.normalize("NFKC", char).translate(_SPELLINGS).lower()
    return "".join(one for one in plain if one.isalnum())


def bare(text: str) -> str:
    """The bare spelling: “(二) 部分 公開” and “（二）部分公开” are both “二部分公开”."""
    return "".join(map(bare_character, text))


def bare_places(text: str) -> Iterator[tuple[str, int]]:
    """The characters of the bare spelling, each with where it stands in `text`."""
    for at, char in enumerate(text):
        for one in bare_character(char):
            yield one, at


def core(label: str) -> str:
    """The bare label without its number: of “（二）部分公开” it is “部分公开”."""
    text = bare(label)
    return text[len(numbering(label)) :]


def numbering(label: str) -> str:
    """The bare number that a label begins with: “二” of “（二）部分公开”; "" where it has none."""
    text = bare(label)
    head = label.lstrip("（")[:2]
    if text[:1] and text[0] in f"{NUMERALS}0123456789" and head[1:] in ("、", "）", "."):
        return text[0]
    return ""


def with_usual_characters(text: str) -> str:
    """The text with Kangxi and other radicals replaced by the characters that they look like."""
    return "".join(_usual(char) if "\u2e80" <= char <= "\u2fdf" else char for char in text)


def _usual(char: str) -> str:
    return unicodedata.normalize("NFKC", RADICALS.get(char, char))
