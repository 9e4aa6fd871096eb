"""Words that say nothing of their author: those of the form, of the law, and of every preamble.

A clause of little else is written by everyone alike, and is no sign of copying.
"""

from __future__ import annotations

import re

_MOST_OWN = 2
"""Characters of its own with which a clause still says nothing."""

_ASKED = (
    "政府|信息|公开|政务|依申请|申请|主动|工作|情况|报告|年度|总体|本年|上年|下年|全年|今年|去年"
)
_COUNTED = (
    "新收|收到|接到|受理|办理|办结|答复|结转|继续|予以|部分|不予|无法|提供|处理|其他|撤销|撤回|制发|废止"
    "|现行|有效|规范性|规章|文件|行政|许可|处罚|强制|事业性|收费|收取|缴纳|费用|通知|金额|总额|发出|实际"
    "|复议|诉讼|维持|纠正|纠错|审结|直接|起诉|案件|发布|各类|条数|数量|总计|合计|累计|自然人|法人|组织"
)
_NOTHING = (
    "未曾|从未|未|没有|不存在|暂无|均无|无|零|发生|产生|出现|引发|引起|被|提起|提出|有关|相关|任何"
)
_BASIS = (
    "中华人民共和国|条例|规定|要求|依据|根据|按照|依照|按|第五十条|国务院|办公厅|格式|编制|制作|撰写|形成"
    "|公布|现将|如下|本报告|由|组成|统计|期限|截至|截止|数据|日止|自|起|至|止|法定|期限内|按时|按期|及时"
)
_GUIDED = (
    "以习近平新时代中国特色社会主义思想为指导|习近平|总书记|新时代|中国特色|社会主义|思想|重要讲话|党中央"
    "|党的|二十大|二十届|十九大|[一二三四五六]中全会|历次|全会|精神|决策部署|全面|深入|认真|坚决|切实"
    "|严格|贯彻|落实|学习|执行|坚持|指导|以人民为中心"
)
_JOINING = (
    "以及|或者|其中|因此|我们|共|总|因|对|的|了|和|与|及|或|均|都|已|并|为|是|在|内|等|中|年|月|日"
)
_UNITS = "万元|元|件|条|次|份|项|宗|起|例|个|期|篇|家|人|类|号"

_LISTS = (_ASKED, _COUNTED, _NOTHING, _BASIS, _GUIDED, _JOINING, _UNITS)
_WORDS = [word for words in _LISTS for word in words.split("|")]
_STOCK = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_CHARACTERS = frozenset("".join(_WORDS))


def is_stock(clause: str) -> bool:
    """Whether hardly anything is left of the clause without the words that everybody uses."""
    if len(set(clause) - _CHARACTERS) > _MOST_OWN:  # soon told, and true of most
        return False
    return len(_STOCK.sub("", clause)) <= _MOST_OWN
