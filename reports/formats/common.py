"""What the editions of the form print alike: tables three and four, the parts in words.

Contents of the report: 政府信息公开条例, art. 50. One line here is one line of the printed form.
"""

from __future__ import annotations

from .format import leaves
from .grammar import Block, H, Heading, Rule, Section

TITLE = "{agency}{year}年政府信息公开工作年度报告"

_APPLICANTS = (
    H("natural_person", "自然人"),
    H(
        "organisations",
        "法人或其他组织",
        H("business", "商业企业", lines=("商业", "企业")),
        H("research", "科研机构", lines=("科研", "机构")),
        H("welfare", "社会公益组织", lines=("社会公", "益组织")),
        H("legal_service", "法律服务机构", lines=("法律服", "务机构")),
        H("other", "其他"),
    ),
    H("total", "总计"),
)

_RESULTS = (
    H("granted", "（一）予以公开"),
    H("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    H(
        "refused",
        "（三）不予公开",
        H("refused_state_secret", "1.属于国家秘密"),
        H("refused_by_law", "2.其他法律行政法规禁止公开"),
        H("refused_security", "3.危及“三安全一稳定”"),
        H("refused_third_party", "4.保护第三方合法权益"),
        H("refused_internal", "5.属于三类内部事务信息"),
        H("refused_process", "6.属于四类过程性信息"),
        H("refused_case_file", "7.属于行政执法案卷"),
        H("refused_inquiry", "8.属于行政查询事项"),
        lines=("（三）", "不予公开"),
    ),
    H(
        "unavailable",
        "（四）无法提供",
        H("unavailable_not_held", "1.本机关不掌握相关政府信息"),
        H("unavailable_not_existing", "2.没有现成信息需要另行制作"),
        H("unavailable_unclear", "3.补正后申请内容仍不明确"),
        lines=("（四）", "无法提供"),
    ),
    H(
        "rejected",
        "（五）不予处理",
        H("rejected_petition", "1.信访举报投诉类申请"),
        H("rejected_repeated", "2.重复申请"),
        H("rejected_publication", "3.要求提供公开出版物"),
        H("rejected_excessive", "4.无正当理由大量反复申请"),
        H("rejected_confirmation", "5.要求行政机关确认或重新出具已获取信息"),
        lines=("（五）", "不予处理"),
    ),
)

_APPLICATION_RULES = (
    Rule(
        code="row-total",
        left=("natural_person", "business", "research", "welfare", "legal_service", "other"),
        right=("total",),
        says="{at}：自然人与法人或其他组织各列相加＝{left}，总计＝{right}，差{gap}",
        because="总计等于自然人、法人或其他组织各列之和",
        computes=True,
    ),
    Rule(
        code="balance",
        left=("received", "brought_forward"),
        right=("closed", "carried_over"),
        says="{at}：新收{l0}＋上年结转{l1}＝{left}，办结{r0}＋结转下年度{r1}＝{right}，差{gap}",
        because="本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
    ),
)


def applications(otherwise: Heading) -> Section:
    """Section three: table three with that heading of （六）; in all else the editions agree."""
    results = (*_RESULTS, otherwise)
    return Section(
        3,
        "三、收到和处理政府信息公开申请情况",
        "收到和处理申请",
        widths=(11.0, 15.0, 44.0, 13.0, 12.0, 12.0, 12.0, 12.0, 12.0, 13.0),
        own_page=True,
        blocks=(
            Block(
                "applications",
                corner="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                banner="申请人情况",
                columns=_APPLICANTS,
                rows=(
                    H("received", "一、本年新收政府信息公开申请数量"),
                    H("brought_forward", "二、上年结转政府信息公开申请数量"),
                    H(
                        "results",
                        "三、本年度办理结果",
                        *results,
                        H("closed", "（七）总计"),
                        lines=("三、", "本年度", "办理", "结果"),
                    ),
                    H("carried_over", "四、结转下年度继续办理"),
                ),
                rules=(_closed_total(results), *_APPLICATION_RULES),
            ),
        ),
    )


def _closed_total(results: tuple[Heading, ...]) -> Rule:
    return Rule(
        code="closed-total",
        left=tuple(leaf.id for leaf, _ in leaves(results)),
        right=("closed",),
        says="{at}：（一）至（六）各项相加＝{left}，（七）总计＝{right}，差{gap}",
        because="（七）总计等于（一）至（六）各项之和",
        computes=True,
    )


def _outcomes(forum: str) -> tuple[Heading, ...]:
    """The five columns that table four repeats for each way of dispute."""
    return (
        H(f"{forum}.upheld", "结果维持", lines=("结果", "维持")),
        H(f"{forum}.corrected", "结果纠正", lines=("结果", "纠正")),
        H(f"{forum}.other", "其他结果", lines=("其他", "结果")),
        H(f"{forum}.pending", "尚未审结", lines=("尚未", "审结")),
        H(f"{forum}.total", "总计"),
    )


def _dispute_total(forum: str) -> Rule:
    return Rule(
        code="dispute-total",
        left=tuple(f"{forum}.{outcome}" for outcome in ("upheld", "corrected", "other", "pending")),
        right=(f"{forum}.total",),
        says="{at}：各项结果相加＝{left}，总计＝{right}，差{gap}",
        because="总计等于结果维持、结果纠正、其他结果、尚未审结之和",
        computes=True,
    )


DISPUTES = Section(
    4,
    "四、政府信息公开行政复议、行政诉讼情况",
    "复议、诉讼",
    widths=(10.4,) * 15,
    blocks=(
        Block(
            "disputes",
            columns=(
                H("review", "行政复议", *_outcomes("review")),
                H(
                    "litigation",
                    "行政诉讼",
                    H("direct", "未经复议直接起诉", *_outcomes("direct")),
                    H("after_review", "复议后起诉", *_outcomes("after_review")),
                ),
            ),
            rules=(
                _dispute_total("review"),
                _dispute_total("direct"),
                _dispute_total("after_review"),
            ),
        ),
    ),
)

PROBLEMS = Section(
    5,
    "五、存在的主要问题及改进情况",
    "问题及改进",
    help="存在的主要问题、改进情况两方面都要写",
)

OTHER_MATTERS = Section(
    6,
    "六、其他需要报告的事项",
    "其他事项",
    help="没有其他事项的，写明“无其他需要报告的事项。”",
)
ZERO_SENTENCES = {6: "无其他需要报告的事项。"}

GOVERNMENT_TOPICS = ("工作考核、社会评议、责任追究",)
"""What the report of a people's government must speak of besides (art. 50 (4))."""
GOVERNMENT_SIGNS = (
    "考核|考评|绩效",
    "评议|评价|满意度|评估|测评",
    "责任追究|追究.{0,6}责任|追责|问责",
)
"""By which words a text that speaks of each of the three is known."""
