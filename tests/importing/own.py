"""Reports of every kind that are drawn by this program to be read back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from reports import figures as fig
from reports.content import Content, from_json
from reports.formats import FORMATS
from reports.prose import from_text
from tests import strategies

SENTENCES = (
    "（一）主动公开。全年公开12件，办结率100%。",
    "（二）依申请公开",
    "1.渠道畅通",
    "（1）当面、邮寄、网上均可申请。",
    "全年收到 WTO 通报3次，网址http://www.example.gov.cn/，请查询。",
    "一是学习不够。二是更新不够快。",
    "“一图读懂”——便民利民……",
    "喆堃街道办事处办理行政许可5件、行政处罚0件。",
    "收到申请数量较去年增加12.5%，其中予以公开3件，不予公开2件，均按时答复，没有超过法定期限的情形。",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), max_size=5).map("\n".join)
names = st.sampled_from(["某某县财政局", "北京市某某区城市管理和综合行政执法局", "某某镇人民政府"])


@st.composite
def reports(draw: st.DrawFn) -> Content:
    """A report of either edition with balanced or blank figures and any of the sentences."""
    fmt = draw(st.sampled_from(list(FORMATS.values())))
    figures = draw(strategies.balanced(fmt))
    blank = draw(st.sets(st.sampled_from(list(fmt.cells)), max_size=40))
    figures |= dict.fromkeys(blank)
    made = from_json({"edition": fmt.edition, "agency": draw(names), "year": fmt.first_year + 1})
    fees: fig.Figures = {fee.id: draw(strategies.fees[fee.kind]) for fee in fmt.fees}
    prose = {key: from_text(draw(paragraphs)) for key in fmt.prose_keys}
    if prose["preamble"]:  # reports begin with a whole sentence, or with part one
        prose["preamble"] = from_text("依据《条例》编制本报告。")
    return replace(made, figures=figures, fees=fees, prose=prose)
