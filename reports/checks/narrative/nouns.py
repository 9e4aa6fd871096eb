"""Which words of the narrative speak of which cells: one table, to which labels add their words.

Words that the form prints are taken from its labels (vocabulary.py). A row stands for its total, a
group of rows for the sum of theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Alternatives = tuple[tuple[str, ...], ...]
"""Cells to be summed, in each of the ways in which they may be meant; the first is likeliest."""


class Topic(StrEnum):
    """What a sentence must be speaking of for a word to be meant as the table means it."""

    APPLICATIONS = "applications"
    RESULTS = "results"
    DISPUTES = "disputes"
    OUTCOMES = "outcomes"
    DOCUMENTS = "documents"
    STATES = "states"
    DECISIONS = "decisions"


@dataclass(frozen=True)
class Noun:
    """One thing that numbers are told of.

    `words` is a pattern; {last} and {next} are the years around the report's. `labels` are headings
    whose printed words, set in `frame`, say it as well. `cells` are ids of rows, groups of rows or
    cells; {of} is the way of dispute or the kind of document that the words before speak of. `less`
    are cells that may have been left out of the first alternative. `sure` says whether that is what
    a wrong number should be.
    """

    id: str
    topic: Topic
    cells: Alternatives
    words: str = ""
    labels: tuple[str, ...] = ()
    frame: str = "{}"
    less: tuple[str, ...] = ()
    sure: bool = True


FORUMS = ("review", "direct", "after_review")

LAST_YEAR = r"(?:上一?年度?|去年|{last}年度?)"
_NEXT = r"(?:下一?年度?|次年|明年|{next}年度?)"
_ANSWERED = ("granted", "partly_granted", "refused", "unavailable", "rejected")
_ANSWER = "{}(?:答复)?"
_APPLIED = "(?:依申请公开|(?:政府)?信息公开|公开)的?申请"
_RISEN = (
    rf"(?:政府)?信息公开申请(?:数量|量)?[由从]{LAST_YEAR}?的?[0-9]+件"
    "(?:增长|增加|上升|减少|下降|增|升|减|降)[至到](?:今年|本年度?|{this}年度?)?的?(?=[0-9]+件)"
)
"""“政府信息公开申请由20件增至25件”: the second number is this year's."""
_THERE_ARE = (
    "[0-9]+件(?:政府)?信息公开申请(?:[。；]|$|，(?:均|全部|都)已?(?:按[期时])?(?:办结|答复))"
)
_NO_FORUM = r"(?!机关|机构|局|中心|部门|前置|后|决定|委|法)"

# Of the words that begin at one place the first noun here is taken: long words before short ones.
NOUNS: tuple[Noun, ...] = (
    Noun(
        "brought_forward",
        Topic.APPLICATIONS,
        (("brought_forward",),),
        rf"{LAST_YEAR}(?:结转|转结|转入|遗留|延续|顺延)(?:[至到]?(?:本|今|{{this}})年度?)?(?:继续)?(?:办理|处理)?"
        rf"|(?:结转|承接)自?{LAST_YEAR}",
    ),
    Noun(
        "carried_over",
        Topic.APPLICATIONS,
        (("carried_over",),),
        rf"(?:结转|转结|顺延|转入|转|延续|延|跨)(?:至|到|入)?{_NEXT}(?:继续)?(?:办理|处理|答复|办结)?"
        rf"|跨年度?办理|{_NEXT}结转",
        labels=("carried_over",),
    ),
    Noun(
        "left_over",
        Topic.APPLICATIONS,
        (("carried_over",), ("brought_forward",)),
        "(?<!资金)(?<!经费)(?<!项目)(?<!预算)结转",
        sure=False,
    ),
    Noun("new", Topic.APPLICATIONS, (("received",),), rf"新(?:收到?|受理|接收|增(?={_APPLIED}))"),
    Noun(
        "received",
        Topic.APPLICATIONS,
        (("received",), ("received", "brought_forward")),
        rf"(?:(?:收到|受理)的?|(?<![^，。；：局关位县区市年度办委厅镇])){_RISEN}"
        r"|(?<!不予)(?:收到|受理|接收到?|接到)(?:并(?:受理|登记))?"
        rf"|(?:全年|本年度?|今年|{{this}}年度?)共?有(?={_THERE_ARE})"
        r"|依申请公开(?:总数量|总量|总数|总件数)|申请(?:受理|收件|件)?(?:总数量|数量|总量|总数|件数|量|数(?=[为是：]))"
        r"|(?:共有|总计|合计|共计|累计)(?=(?:政府)?信息公开申请[0-9])"
        r"|(?<!的)(?<!的政府)(?:政府)?信息公开申请(?=(?:总计|合计|共计|累计|共有?)[0-9])",
    ),
    Noun(
        "closed",
        Topic.APPLICATIONS,
        (("closed",),),
        r"(?:答复|办复|回复)?(?:办结|办理完毕|处理完毕)(?!率)",
        less=("applications.brought_forward.total",),
    ),
    Noun(
        "answered",
        Topic.APPLICATIONS,
        (("closed",), _ANSWERED, (*_ANSWERED, "other_not_corrected", "other_unpaid")),
        r"(?:答复|办复|回复)(?!率|书|口径|模板)",
        less=("applications.brought_forward.total",),
    ),
    Noun(
        "granted",
        Topic.RESULTS,
        (("granted",), ("granted", "partly_granted")),
        "(?<!不)同意公开",
        labels=("granted",),
        frame=_ANSWER,
    ),
    Noun(
        "partly_granted",
        Topic.RESULTS,
        (("partly_granted",),),
        labels=("partly_granted",),
        frame=_ANSWER,
    ),
    Noun(
        "refused", Topic.RESULTS, (("refused",),), "不同意公开", labels=("refused",), frame=_ANSWER
    ),
    Noun("unavailable", Topic.RESULTS, (("unavailable",),), labels=("unavailable",), frame=_ANSWER),
    Noun("rejected", Topic.RESULTS, (("rejected",),), labels=("rejected",), frame=_ANSWER),
    Noun("otherwise", Topic.RESULTS, (("otherwise",),), labels=("otherwise",), frame=_ANSWER),
    Noun(
        "handled",
        Topic.APPLICATIONS,
        (("closed",), ("received",), ("received", "brought_forward")),
        "(?:办理|处理)(?!费|流程|情况|结果)",
        sure=False,
    ),
    Noun("direct", Topic.DISPUTES, (("disputes.direct.total",),), labels=("direct",)),
    Noun(
        "after_review", Topic.DISPUTES, (("disputes.after_review.total",),), "", ("after_review",)
    ),
    Noun(
        "review",
        Topic.DISPUTES,
        (("disputes.review.total",),),
        rf"(?<!经)复议{_NO_FORUM}",
        labels=("review",),
        frame=rf"(?<!经){{}}{_NO_FORUM}",
    ),
    Noun(
        "litigation",
        Topic.DISPUTES,
        (("disputes.direct.total", "disputes.after_review.total"),),
        "诉讼(?!法)",
        labels=("litigation",),
        frame="{}(?!法)",
    ),
    Noun("upheld", Topic.OUTCOMES, (("disputes.{of}.upheld",),), "维持", ("review.upheld",)),
    Noun(
        "corrected",
        Topic.OUTCOMES,
        (("disputes.{of}.corrected",),),
        "纠错|纠正|败诉",
        ("review.corrected",),
    ),
    Noun("other", Topic.OUTCOMES, (("disputes.{of}.other",),), labels=("review.other",)),
    Noun(
        "pending",
        Topic.OUTCOMES,
        (("disputes.{of}.pending",),),
        "未审结|正在审理|审理中",
        labels=("review.pending",),
    ),
    Noun(
        "in_force",
        Topic.STATES,
        (("documents.{of}.in_force",),),
        "(?:现行|继续)有效",
    ),
    Noun(
        "issued",
        Topic.STATES,
        (("documents.{of}.issued",), ("documents.{of}.made",)),
        "(?:制发|制定|出台|印发)+(?:并(?:公开|发布|公布|印发))?",
    ),
    Noun("repealed", Topic.STATES, (("documents.{of}.repealed",),), "(?:废止|失效)"),
    Noun(
        "published",
        Topic.STATES,
        (
            ("documents.{of}.published",),
            ("documents.{of}.made",),
            ("documents.{of}.published_total",),
        ),
        "主动公开|发布|公布",
    ),
    Noun("rules", Topic.DOCUMENTS, (), labels=("rules",), frame="{}(?!制度)"),
    Noun("normative", Topic.DOCUMENTS, (), labels=("normative",)),
    *(
        Noun(row, Topic.DECISIONS, ((cell,),), "", (row,), "作出的?{}(?:决定)?")
        for row, cell in (
            ("licences", "licensing.licences.decisions"),
            ("penalties", "sanctions.penalties.decisions"),
            ("compulsion", "sanctions.compulsion.decisions"),
        )
    ),
)
