from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checks.narrative import Kind, find
from tests.checks.narrative.telling import claims, says, told

TIED = [
    ("本年新收政府信息公开申请95件", [("new", "95")]),
    ("全年共收到政府信息公开申请九十五件", [("received", "九十五")]),
    ("全年受理依申请公开1,326件", [("received", "1,326")]),
    ("我局收到１２件政府信息公开申请，均已答复", [("received", "１２")]),
    ("收到政府信息公开申请3.2万件", [("received", "3.2万")]),
    ("政府信息公开申请数量为12件", [("received", "12")]),
    ("政府信息公开申请数量为12", [("received", "12")]),
    ("2024年以来，收到政府信息公开申请12件", [("received", "12")]),
    ("2024年1月1日至12月31日，收到政府信息公开申请12件", [("received", "12")]),
    ("与2023年相比，全年收到政府信息公开申请12件", [("received", "12")]),
    ("收到信息公开申请 7 件，办结 6 件", [("received", "7"), ("closed", "6")]),
    (
        "收到公民、法人或其他组织提出的政府信息公开申请4件",
        [("received", "4")],
    ),
    (
        "（二）依申请公开情况。收到申请15件，答复14件，结转1件。",
        [("received", "15"), ("answered", "14"), ("left_over", "1")],
    ),
    ("上年结转政府信息公开申请8件", [("brought_forward", "8")]),
    ("2023年结转的政府信息公开申请8件", [("brought_forward", "8")]),
    ("收到公开申请9件，其中2件结转至下年度继续办理", [("received", "9"), ("carried_over", "2")]),
    ("公开申请9件，除2件结转下年外，均已答复", [("carried_over", "2")]),
    ("公开申请9件顺延至2025年答复", [("carried_over", "9")]),
    (
        "答复公开申请20件，其中予以公开9件、部分公开3件、不予公开5件，无法提供3件",
        [
            ("answered", "20"),
            ("granted", "9"),
            ("partly_granted", "3"),
            ("refused", "5"),
            ("unavailable", "3"),
        ],
    ),
    (
        "对公开申请予以公开答复9件，重复申请2件，不予处理4件，其他处理1件",
        [("granted", "9"), ("rejected_repeated", "2"), ("rejected", "4"), ("otherwise", "1")],
    ),
    ("在公开申请中，7件予以公开，2件不予公开", [("granted", "7"), ("refused", "2")]),
    (
        "因政府信息公开被申请行政复议3件（维持2件，纠错1件），被提起行政诉讼2件",
        [("review", "3"), ("upheld", "2"), ("corrected", "1"), ("litigation", "2")],
    ),
    (
        "信息公开行政复议3件，结果维持2件，被纠正1件，败诉0件",
        [("review", "3"), ("upheld", "2"), ("corrected", "1"), ("corrected", "0")],
    ),
    (
        "信息公开类诉讼5件，其中未经复议直接起诉3件，复议后起诉2件",
        [("litigation", "5"), ("direct", "3"), ("after_review", "2")],
    ),
    (
        "制发行政规范性文件8件，废止2件，现行有效140件",
        [("normative", "8"), ("repealed", "2"), ("in_force", "140")],
    ),
    ("现行有效的规范性文件140件", [("normative", "140")]),
    ("行政规范性文件现行有效140件", [("in_force", "140")]),
    ("文件清理中，废止2件行政规范性文件", [("repealed", "2")]),
    ("2024年县局收到政府信息公开申请12件", [("received", "12")]),
    ("由我局收到政府信息公开申请12件", [("received", "12")]),
    ("由财政局收到政府信息公开申请12件", [("received", "12")]),
    ("信息公开行政复议未出现纠错", [("corrected", "未出现纠错")]),
    ("作出行政许可决定1200件，作出行政处罚35件", [("licences", "1200"), ("penalties", "35")]),
    (
        "收到公开申请40件，同比增长25%",
        [("received", "40"), ("received", "25%")],
    ),
    (
        "收到公开申请40件，较上年减少3件，下降7.0%",
        [("received", "40"), ("received", "3"), ("received", "7.0%")],
    ),
    ("公开申请中，予以公开的占42.1%", [("granted", "42.1%")]),
    ("公开申请中，予以公开率42.1%", [("granted", "42.1%")]),
    ("对公开申请不予公开20件（20.4%）", [("refused", "20"), ("refused", "20.4%")]),
    ("对公开申请不予公开20件（20.4%），", [("refused", "20"), ("refused", "20.4%")]),
    ("对公开申请不予公开20件（20.4%的申请人是企业）", [("refused", "20")]),
    ("对公开申请不予公开20件，申请人满意20.4%", [("refused", "20")]),
    ("与上年持平。收到公开申请40件", [("received", "40")]),
    ("收到公开申请40件，比上年多3件", [("received", "40"), ("received", "3")]),
    ("收到公开申请40件，与上年持平", [("received", "40"), ("received", "与上年持平")]),
    ("公开申请数量同比持平", [("received", "同比持平")]),
    ("本年新增政府信息公开申请5件", [("new", "5")]),
    (
        "对公开申请不予公开20件，占百分之二十点四",
        [("refused", "20"), ("refused", "百分之二十点四")],
    ),
    ("全年未收到政府信息公开申请。", [("received", "未收到政府信息公开申请")]),
    (
        "没有收到公民、法人和其他组织提出的政府信息公开申请",
        [("received", "没有收到公民、法人和其他组织提出的政府信息公开申请")],
    ),
    (
        "未发生因政府信息公开引发的行政复议、行政诉讼案件",
        [("review", "未发生因政府信息公开引发的行政复议、行政诉讼")],
    ),
    ("未发生与政府信息公开有关的行政诉讼", [("litigation", "未发生与政府信息公开有关的行政诉讼")]),
    ("信息公开行政复议、行政诉讼均为零。", [("review", "行政复议、行政诉讼均为零")]),
    ("被提起信息公开行政复议1件，未出现纠错", [("review", "1"), ("corrected", "未出现纠错")]),
    ("无上年结转政府信息公开申请", [("brought_forward", "无上年结转政府信息公开申请")]),
]

APART = [
    # R47: the number belongs to another word
    "政府信息公开申请均已办结，8件申请人主动撤销",
    "答复政府信息公开申请时附文书12件",
    "收到政府信息公开申请，网上公示3件",
    "政府信息公开申请人补正材料3件",
    # not exact
    "收到政府信息公开申请约20件",
    "收到政府信息公开申请20余件",
    "收到政府信息公开申请近百件",
    "收到政府信息公开申请3至5件",
    "收到政府信息公开申请三五件",
    "对收到的每一件政府信息公开申请认真答复",
    # a part
    "通过网站收到政府信息公开申请12件",
    "以信函方式收到政府信息公开申请3件",
    "其中收到自然人政府信息公开申请5件",
    "上半年收到政府信息公开申请10件",
    "第一季度受理政府信息公开申请6件",
    "1月至6月收到政府信息公开申请6件",
    "按期答复政府信息公开申请19件",
    "人均办理政府信息公开申请5件",
    "收到涉及征地的政府信息公开申请12件",
    "收到法人提出的政府信息公开申请2件",
    "代县政府答复政府信息公开申请2件",
    "其他机关转送收到政府信息公开申请4件",
    # another agency
    "县教育局收到政府信息公开申请12件",
    "县政府收到政府信息公开申请9件",
    "某某镇受理政府信息公开申请3件",
    # another year
    "2023年收到政府信息公开申请30件",
    "上年收到政府信息公开申请30件",
    "2023年全年收到政府信息公开申请30件",
    "二〇二三年收到政府信息公开申请30件",
    "2019年以来收到政府信息公开申请260件",
    "近三年收到政府信息公开申请90件",
    "自条例施行以来受理政府信息公开申请260件",
    # another matter
    "收到人大代表建议12件，答复12件",
    "依申请公开有序开展。答复政协提案20件，办结20件",
    "依申请公开有序开展。收到群众留言300条，答复300条",
    "收到行政许可申请560件，受理552件",
    "收到缴费通知11件",
    "依申请公开有序。全年处理12件",
    "依申请公开有序，受理事项12件",
    "收到5件政府信息公开申请表",
    "答复3件政府信息公开申请书，均已送达",
    "办理信息公开行政复议12件，按时审结",
    "受理行政复议申请120件，审结110件",
    "作为复议机关办理政府信息公开行政复议案件12件",
    "因行政处罚引发行政复议5件",
    "依法不予公开的文件5件须报批",
    "对应予以公开的12件文件全部公开",
    "主动公开政府信息1541条",
    "解读行政规范性文件6件，审查行政规范性文件20件",
    "制定规章制度5件",
    "出台行政规范性文件管理办法1件",
    "参与制定行政规范性文件2件",
    "以县政府名义制发行政规范性文件3件",
    "公开行政许可信息5000条",
    "主动公开信息同比增长12%，满意度提高3.5%",
    "公开申请办结率100%，答复满意率99.5%",
    "公开申请中，主动公开率100%，依申请公开率30%",
    "公开申请工作有序，本年新增公开事项12个",
    "主动公开信息数量与上年持平",
    "公开申请数量与上年基本持平",
    "未发生与征地补偿有关的行政复议",
    "依申请公开有序，专项资金结转3笔",
    "信息公开制度维持3件",
    "公开申请材料纠错5件",
    "信息公开工作中，网站纠正错别字5个",
    "因信息公开引发行政诉讼，已纠正问题3个",
    "公开申请工作中，受理投诉5件，答复咨询8件，新收设备3件",
    "依申请公开。收到表扬信3件，办结工单120件",
    # nothing of another kind
    "未收到对政府信息公开工作的投诉",
    "未收到法人提出的政府信息公开申请",
    "未收到政府信息公开申请费用",
    "未收到涉及商业秘密的政府信息公开申请",
    "确保不发生、无政府信息公开行政复议",
    "未发生信息公开行政复议、行政诉讼被纠错情况",
    "申请人未提起行政诉讼",
    "信息公开无行政诉讼败诉案件",
    "未经复议直接起诉",
    # a plan
    "下一步，将收到的政府信息公开申请10件以内办结",
]


@pytest.mark.parametrize(("text", "expected"), TIED)
def test_a_number_is_tied_to_the_noun_beside_it(text: str, expected: list[object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", APART)
def test_a_number_that_speaks_of_something_else_is_tied_to_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("mark", ["，", "；", "。"])
def test_only_the_part_is_left_out(mark: str) -> None:
    text = f"2023年收到政府信息公开申请30件{mark}2024年收到35件"
    assert told(text) == [("received", "35")]


def test_a_heading_tells_what_the_paragraphs_below_it_are_about() -> None:
    assert told("（二）依申请公开情况\n全年收到申请5件。") == [("received", "5")]
    assert told("（二）建议提案情况\n全年收到申请5件。") == []


def test_a_claim_knows_its_place() -> None:
    first, second = claims("总体平稳。\n收到 政府信息公开申请 １２ 件, 答复12件。")
    assert (first.section, first.paragraph, first.start, first.end) == ("1", "p2", 12, 14)
    assert (second.start, second.end, second.quoted) == (20, 22, "答复12件")


def test_claims_stand_in_reading_order_and_never_overlap() -> None:
    found = claims("收到公开申请40件，同比增长25%，予以公开8件，占20%，不予公开3件。")
    places = [(claim.start, claim.end) for claim in found]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert [claim.kind for claim in found] == [
        Kind.COUNT,
        Kind.CHANGE,
        Kind.COUNT,
        Kind.PERCENT,
        Kind.COUNT,
    ]


def test_lists_of_nouns_are_summed() -> None:
    (claim,) = claims("公开申请中予以公开和部分公开12件")
    assert claim.cells == (("applications.granted.total", "applications.partly_granted.total"),)


def test_a_list_of_different_things_is_not_summed() -> None:
    (claim,) = claims("公开申请重复申请和信息公开行政复议3件")
    assert claim.cells == (("disputes.review.total",),)


def test_what_came_in_may_be_told_with_what_was_brought_forward() -> None:
    (claim,) = claims("收到政府信息公开申请12件")
    assert claim.cells == (
        ("applications.received.total",),
        ("applications.received.total", "applications.brought_forward.total"),
    )


def test_an_outcome_is_told_of_the_dispute_just_named() -> None:
    _, claim = claims("信息公开行政诉讼2件，维持1件")
    assert claim.cells[0] == ("disputes.direct.upheld", "disputes.after_review.upheld")


def test_each_edition_has_its_cells() -> None:
    (claim,) = claims("主动公开规章3件", edition="2019", year=2020)
    assert claim.cells[0] == ("documents.rules.published",)
    assert told("主动公开规章3件") == []
    (otherwise,) = claims("公开申请其他处理3件", edition="2019", year=2020)
    assert otherwise.cells == (("applications.otherwise.total",),)


def test_every_part_in_words_is_read() -> None:
    content = says("", preamble="收到公开申请5件。", sections={"6": "收到公开申请6件。"})
    assert [(claim.section, claim.text) for claim in find(content)] == [
        ("preamble", "5"),
        ("6", "6"),
    ]


WORDS = st.sampled_from(
    [
        *"，。；、（）0123456789一二十百万零% \n未无",
        "收到",
        "答复",
        "件",
        "政府信息公开申请",
        "结转下年度",
        "上年结转",
        "予以公开",
        "行政复议",
        "行政诉讼",
        "维持",
        "制发",
        "规章",
        "占",
        "同比增长",
        "2023年",
        "其中",
        "未收到",
    ]
)


@given(st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=40))
def test_whatever_is_written_a_claim_quotes_its_paragraph(text: str) -> None:
    content = says(text)
    paragraphs = {p.id: p.text for p in content.prose["1"]}
    for claim in find(content):
        assert paragraphs[claim.paragraph][claim.start : claim.end] == claim.text
        assert claim.cells
        assert all(cell in content.format.cells for cells in claim.cells for cell in cells)
