"""Sentences that somebody has chosen to write, and texts made of them."""

from __future__ import annotations

from collections.abc import Sequence

from reports.checks.likeness import Text
from reports.checks.likeness.sentences import part_of

SENTENCES = (
    "围绕预决算公开，编写“一图读懂县级预算”，对专业名词逐一注释。",
    "在办事大厅摆放惠民补贴宣传册，群众凭姓名即可查到发放明细。",
    "局党组两次专题研究，明确预算股、国库股各一名联络员。",
    "对八十六个预算单位的说明材料交叉检查，退回重写二十四份。",
    "网站栏目每季度自查，表述不规范的逐条登记并限期更正。",
    "组织新任科级干部到档案馆跟班学习，熟悉整理编目的流程。",
    "财政数据表格多、说明少，群众看懂有困难。",
    "部分单位更新栏目不够快，个别链接长期打不开。",
    "把答复质量列为年终评议内容，由法律顾问抽查案卷。",
    "联合税务部门开设直播课堂，现场解答减税降费疑问。",
)


def joined(*sentences: str) -> str:
    """A section with a paragraph a sentence."""
    return "\n".join(sentences)


def text(
    first: Sequence[str] = (), fifth: Sequence[str] = (), agency: str = "某某县教育局"
) -> Text:
    """What that agency says in sections one and five."""
    parts = {"1": part_of(joined(*first), agency), "5": part_of(joined(*fifth), agency)}
    return Text(agency, 2024, parts)
