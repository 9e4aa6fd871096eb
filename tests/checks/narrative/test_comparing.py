from collections.abc import Mapping

import pytest

from reports.checks.narrative import Claim, Verdict, compare, compare_all, rewritten
from reports.figures import Figures
from tests.checks.narrative.telling import claims, says

ROW = "applications.{}.total"
TABLE = {
    ROW.format("received"): 95,
    ROW.format("brought_forward"): 8,
    ROW.format("closed"): 100,
    ROW.format("granted"): 40,
    ROW.format("partly_granted"): 12,
    ROW.format("refused_process"): 15,
    ROW.format("refused_case_file"): 5,
    ROW.format("unavailable_not_held"): 23,
    ROW.format("other_misc"): 5,
    ROW.format("carried_over"): 3,
    "disputes.review.upheld": 2,
    "disputes.review.corrected": 1,
    "disputes.review.total": 3,
    "disputes.direct.total": 1,
    "disputes.after_review.total": 1,
    "documents.normative.issued": 8,
    "documents.normative.in_force": 140,
}


def table(more: Mapping[str, object] | None = None) -> Figures:
    return dict(says("", {**TABLE, **(more or {})}).figures)


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "收到公开申请95件",
        "收到公开申请103件",
        "收到公开申请九十五件",
        "新收公开申请95件",
        "上年结转公开申请8件",
        "答复公开申请100件",
        "答复公开申请95件",
        "办结公开申请92件",
        "公开申请结转下年度3件",
        "公开申请结转3件",
        "公开申请予以公开40件",
        "公开申请予以公开52件",
        "公开申请不予公开20件",
        "公开申请予以公开的占40%",
        "公开申请予以公开的占42.1%",
        "公开申请予以公开的占百分之四十",
        "信息公开行政复议3件",
        "信息公开行政复议、行政诉讼5件",
        "制发规范性文件8件",
    ],
)
def test_text_and_table_agree(text: str) -> None:
    figures = table()
    for claim in claims(text):
        assert compare(claim, figures).verdict is Verdict.AGREES
        assert rewritten(claim, figures) == claim.text


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("收到公开申请96件", "95"),
        ("收到公开申请九十六件", "九十五"),
        ("收到公开申请９６件", "９５"),
        ("新收公开申请103件", "95"),
        ("上年结转公开申请9件", "8"),
        ("办结公开申请95件", "100"),
        ("收到公开申请98件，含上年结转8件", "103"),
        ("收到公开申请98件，不含上年结转8件", "95"),
        ("收到公开申请98件，加上上年结转8件，共103件", "95"),
        ("收到公开申请98件（其中上年结转8件）", "103"),
        ("收到公开申请98件，答复99件，其中上年结转8件", "95"),
        ("公开申请予以公开50件（含部分公开12件）", "52"),
        ("公开申请予以公开50件，部分公开12件", "40"),
        ("收到公开申请98件。新收公开申请95件，上年结转8件", "95"),
        ("收到公开申请98件，其中新收95件，上年结转8件", "103"),
        ("公开申请结转下年度4件", "3"),
        ("公开申请结转4件", None),
        ("公开申请不予公开15件", "20"),
        ("公开申请予以公开的占40.5%", "40.0%"),
        ("公开申请予以公开的占百分之四十一", "百分之四十"),
        ("信息公开行政复议两件", "三"),
        ("信息公开行政诉讼3件", "2"),
        ("废止规范性文件1件，制发行政规范性文件8件", "0"),
        ("未收到政府信息公开申请", None),
    ],
)
def test_text_and_table_disagree(text: str, instead: str | None) -> None:
    claim = claims(text)[0]
    assert compare(claim, table()).verdict is Verdict.DISAGREES
    assert rewritten(claim, table()) == instead


def test_what_came_in_is_both_its_parts_where_the_sentence_counts_them() -> None:
    text = "新收公开申请95件，上年结转8件，共收到98件，同比增长三成"
    claim = next(one for one in claims(text) if one.noun.id == "received")
    assert compare(claim, table()).cells == (ROW.format("received"), ROW.format("brought_forward"))
    assert rewritten(claim, table()) == "103"


def test_parts_of_one_count_stay_parts_where_one_is_told_with_what_was_brought_forward() -> None:
    text = "收到公开申请90件。信访科收到公开申请5件（含上年结转8件）"
    parts = [one for one in claims(text) if one.noun.id == "received"]
    told = compare_all(parts, table())
    assert [one.verdict for one in told] == [Verdict.PART, Verdict.PART]


def test_a_blank_cell_is_unknown_and_never_0() -> None:
    blank = {"applications.received.total": None, "applications.received.research": None}
    figures = table(blank)
    for claim in (only("收到公开申请96件"), only("未收到政府信息公开申请")):
        assert compare(claim, figures).verdict is Verdict.UNKNOWN
        assert rewritten(claim, figures) is None


def test_what_is_filled_in_beside_a_blank_is_the_least_there_is() -> None:
    blank = {"applications.received.total": None, "applications.received.research": None}
    figures = table({**blank, "applications.received.natural_person": 95})
    found = compare(only("新收公开申请94件"), figures)
    assert found.verdict is Verdict.DISAGREES
    assert found.has is not None
    assert (int(found.has.least), found.has.exact) == (95, False)
    assert compare(only("新收公开申请96件"), figures).verdict is Verdict.UNKNOWN


def test_a_total_that_is_printed_wrong_is_not_told_twice() -> None:
    figures = {**table(), ROW.format("closed"): 0}
    assert compare(only("办结公开申请100件"), figures).verdict is Verdict.AGREES
    assert compare(only("办结公开申请0件"), figures).verdict is Verdict.AGREES
    assert compare(only("办结公开申请99件"), figures).verdict is Verdict.DISAGREES


def test_a_share_of_nothing_is_unknown() -> None:
    figures = dict(says("").figures)
    assert compare(only("公开申请予以公开的占0%"), figures).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("同比增长25%", Verdict.AGREES),
        ("同比增长25.05%", Verdict.AGREES),
        ("同比增长26%", Verdict.DISAGREES),
        ("同比下降25%", Verdict.DISAGREES),
        ("较上年增加19件", Verdict.AGREES),
        ("较上年减少19件", Verdict.DISAGREES),
    ],
)
def test_a_change_is_told_against_last_year(words: str, verdict: Verdict) -> None:
    _, claim = claims(f"收到公开申请95件，{words}")
    last = dict(says("", {ROW.format("received"): 76}).figures)
    assert compare(claim, table(), last).verdict is verdict
    assert compare(claim, table()).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("words", "verdict"), [("同比增长25%", Verdict.UNKNOWN), ("同比增加95件", Verdict.AGREES)]
)
def test_a_rate_of_growth_from_nothing_is_unknown(words: str, verdict: Verdict) -> None:
    _, claim = claims(f"收到公开申请95件，{words}")
    assert compare(claim, table(), dict(says("").figures)).verdict is verdict


def test_a_change_is_rewritten_only_in_the_same_direction() -> None:
    _, rise = claims("收到公开申请95件，同比增长26%")
    _, fall = claims("收到公开申请95件，同比下降26%")
    last = dict(says("", {ROW.format("received"): 76}).figures)
    assert rewritten(rise, table(), last) == "25%"
    assert rewritten(fall, table(), last) is None


def test_a_rounded_number_is_right_within_its_rounding() -> None:
    figures = table({ROW.format("received"): 32_146})
    assert compare(only("收到公开申请3.2万件"), figures).verdict is Verdict.AGREES
    assert rewritten(only("收到公开申请3.3万件"), figures) == "3.2万"


@pytest.mark.parametrize(
    ("words", "granted", "verdict"),
    [
        ("占40%", 404, Verdict.AGREES),
        ("占40%", 405, Verdict.AGREES),
        ("占40%", 406, Verdict.DISAGREES),
        ("占40.0%", 401, Verdict.AGREES),
        ("占40.0%", 402, Verdict.DISAGREES),
        ("占40.00%", 401, Verdict.AGREES),
    ],
)
def test_a_share_is_right_within_its_rounding_and_a_tenth(
    words: str, granted: int, verdict: Verdict
) -> None:
    rows = {ROW.format("granted"): granted, ROW.format("closed"): 1000}
    figures = dict(says("", rows).figures)
    assert compare(only(f"公开申请予以公开的{words}"), figures).verdict is verdict


@pytest.mark.parametrize("text", ["制发行政规范性文件0件", "制发行政规范性文件1件"])
def test_a_single_cell_that_is_blank_is_unknown(text: str) -> None:
    figures = table({"documents.normative.issued": None})
    assert compare(only(text), figures).verdict is Verdict.UNKNOWN
    assert rewritten(only(text), figures) is None


def test_a_fall_to_the_same_number_is_no_change() -> None:
    _, claim = claims("收到公开申请95件，同比下降5%")
    last = dict(says("", {ROW.format("received"): 95}).figures)
    assert compare(claim, table(), last).verdict is Verdict.DISAGREES
    assert rewritten(claim, table(), last) is None


@pytest.mark.parametrize(
    "words", ["同比下降20%", "较2023年下降20%", "较上年减少19件", "比去年减少19件，降幅20%"]
)
def test_a_fall_agrees_too(words: str) -> None:
    _, *found = claims(f"收到公开申请76件，{words}")
    last = dict(says("", {ROW.format("received"): 95}).figures)
    now = table({ROW.format("received"): 76})
    assert found
    assert {compare(claim, now, last).verdict for claim in found} == {Verdict.AGREES}


@pytest.mark.parametrize(
    ("last", "verdict"), [(95, Verdict.AGREES), (94, Verdict.DISAGREES), (None, Verdict.UNKNOWN)]
)
def test_what_is_level_with_last_year_is_the_same(last: int | None, verdict: Verdict) -> None:
    _, claim = claims("收到公开申请95件，与上年持平")
    before = dict(says("", {ROW.format("received"): last or 0}).figures)
    assert compare(claim, table(), before if last else None).verdict is verdict
    assert rewritten(claim, table(), before) is None or verdict is Verdict.AGREES


def test_parts_of_several_offices_are_right_together_or_one_by_one() -> None:
    parts = claims("甲科收到公开申请60件，乙科收到公开申请35件")
    assert {one.verdict for one in compare_all(parts, table())} == {Verdict.PART}
    wrong = claims("甲科收到公开申请60件，乙科收到公开申请36件")
    assert {one.verdict for one in compare_all(wrong, table())} == {Verdict.DISAGREES}


def test_outcomes_of_two_kinds_of_disputes_are_no_parts_of_one() -> None:
    said = claims("信息公开行政复议3件，维持3件；行政诉讼2件，维持0件")
    verdicts = {
        one.text: found.verdict for one, found in zip(said, compare_all(said, table()), strict=True)
    }
    assert verdicts == {"3": Verdict.DISAGREES, "2": Verdict.AGREES, "0": Verdict.AGREES}


def test_an_outcome_is_a_share_of_its_disputes() -> None:
    *_, right = claims("信息公开行政复议3件，维持2件，占66.7%")
    *_, wrong = claims("信息公开行政复议3件，维持2件，占50%")
    assert compare(right, table()).verdict is Verdict.AGREES
    assert (compare(wrong, table()).verdict, rewritten(wrong, table())) == (
        Verdict.DISAGREES,
        "67%",
    )
