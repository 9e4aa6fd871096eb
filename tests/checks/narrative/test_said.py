import pytest

from reports.checks import Severity
from tests.checks.narrative.telling import codes, says, warned

ROW = "applications.{}.total"
NEW, BROUGHT, CLOSED, OVER = (
    ROW.format(row) for row in ("received", "brought_forward", "closed", "carried_over")
)
REVIEW, DIRECT, AFTER = (f"disputes.{way}.total" for way in ("review", "direct", "after_review"))
ISSUED, IN_FORCE = "documents.normative.issued", "documents.normative.in_force"

WRONG = [
    ("said-received", "R41", "收到政府信息公开申请96件", {NEW: 95, BROUGHT: 8}),
    ("said-balance", "R40", "新收政府信息公开申请103件", {NEW: 95, BROUGHT: 8}),
    ("said-balance", "R40", "上年结转政府信息公开申请7件", {BROUGHT: 8}),
    ("said-balance", "R40", "办结政府信息公开申请99件", {CLOSED: 98}),
    ("said-balance", "R40", "答复政府信息公开申请99件", {CLOSED: 98}),
    ("said-balance", "R40", "办理政府信息公开申请99件", {CLOSED: 98}),
    ("said-balance", "R40", "政府信息公开申请结转下年度5件", {OVER: 4}),
    ("said-balance", "R40", "政府信息公开申请结转5件", {OVER: 4}),
    ("said-disputes", "R42", "因信息公开被申请行政复议3件", {REVIEW: 2}),
    ("said-disputes", "R42", "因信息公开被提起行政诉讼3件", {DIRECT: 1, AFTER: 1}),
    (
        "said-disputes",
        "R42",
        "信息公开行政复议2件，维持2件",
        {REVIEW: 2, "disputes.review.upheld": 1},
    ),
    ("said-none", "R43", "全年未收到政府信息公开申请", {NEW: 1}),
    ("said-none", "R43", "无信息公开行政复议、行政诉讼", {AFTER: 1}),
    ("said-results", "R44", "公开申请中，不予公开3件", {ROW.format("refused_process"): 2}),
    (
        "said-shares",
        "R44",
        "公开申请中，不予公开占30%",
        {ROW.format("refused_process"): 2, CLOSED: 10},
    ),
    ("said-documents", "R45", "制发行政规范性文件3件", {ISSUED: 2}),
    ("said-documents", "R45", "现行有效行政规范性文件30件", {IN_FORCE: 29}),
    ("said-documents", "R45", "作出行政许可决定30件", {"licensing.licences.decisions": 3}),
]
RIGHT = [
    ("收到政府信息公开申请95件", {NEW: 95, BROUGHT: 8}),
    ("收到政府信息公开申请103件", {NEW: 95, BROUGHT: 8}),
    ("新收政府信息公开申请95件", {NEW: 95, BROUGHT: 8}),
    ("上年收到政府信息公开申请30件", {NEW: 95}),
    ("办结政府信息公开申请98件，其中8件申请人主动撤销", {CLOSED: 98}),
    ("办理上年度结转申请1件，依申请公开规范有序", {BROUGHT: 1, CLOSED: 9}),
    ("受理行政复议申请120件", {REVIEW: 2}),
    ("信息公开行政复议2件，其中1件已撤回", {REVIEW: 2}),
    ("全年未收到政府信息公开申请", {BROUGHT: 1, CLOSED: 1}),
    ("未收到对政府信息公开工作的投诉", {NEW: 1}),
    ("未发生信息公开行政复议被纠错的情况", {REVIEW: 1}),
    ("公开申请中，不予公开占20.1%", {ROW.format("refused_process"): 2, CLOSED: 10}),
    ("公开申请中，不予公开约占三成", {ROW.format("refused_process"): 2, CLOSED: 10}),
    ("解读行政规范性文件30件", {ISSUED: 2, IN_FORCE: 29}),
    ("公开行政许可信息300条", {"licensing.licences.decisions": 3}),
]


@pytest.mark.parametrize(("code", "rule", "text", "figures"), WRONG)
def test_what_the_tables_do_not_have_is_found(
    code: str, rule: str, text: str, figures: dict[str, int]
) -> None:
    (finding,) = [f for f in warned(says(text, figures)) if f.code == code]
    assert (finding.rule, finding.section, finding.severity) == (rule, 1, Severity.WARNING)
    assert set(figures) & set(finding.cells)


@pytest.mark.parametrize(("text", "figures"), RIGHT)
def test_what_the_tables_have_or_do_not_tell_of_is_left_alone(
    text: str, figures: dict[str, int]
) -> None:
    assert codes(says(text, figures)) == []


@pytest.mark.parametrize(
    ("text", "figures", "message"),
    [
        (
            "我局全年收到政府信息公开申请96件，均已答复。",
            {NEW: 95, BROUGHT: 8},
            (
                "“一、总体情况”写“我局全年收到政府信息公开申请96件”，"
                "表中“本年新收政府信息公开申请数量”是95件，"
                "连同“上年结转政府信息公开申请数量”是103件。请核对，改正文或者改表"
            ),
        ),
        (
            "总体平稳。\n公开申请中，不予公开3件。",
            {ROW.format("refused_process"): 2},
            (
                "“一、总体情况”第2段写“不予公开3件”，"
                "表中“不予公开”各项合计是2件。请核对，改正文或者改表"
            ),
        ),
        (
            "公开申请中，不予公开占30%。",
            {ROW.format("refused_process"): 2, CLOSED: 10},
            (
                "“一、总体情况”写“不予公开占30%”，按表中“不予公开”各项合计计算，"
                "占“（七）总计”的20.0%。请核对，改正文或者改表"
            ),
        ),
        (
            "因信息公开被提起行政诉讼3件。",
            {DIRECT: 1, AFTER: 1},
            (
                "“一、总体情况”写“因信息公开被提起行政诉讼3件”，"
                "表中“未经复议直接起诉 总计”、“复议后起诉 总计”合计是2件。请核对，改正文或者改表"
            ),
        ),
        (
            "现行有效行政规范性文件30件。",
            {IN_FORCE: 29},
            (
                "“一、总体情况”写“现行有效行政规范性文件30件”，"
                "表中“行政规范性文件 × 现行有效件数”是29件。请核对，改正文或者改表"
            ),
        ),
        (
            "无信息公开行政复议、行政诉讼。",
            {AFTER: 1},
            (
                "“一、总体情况”写“无信息公开行政复议、行政诉讼”，"
                "表中“行政复议 总计”、“未经复议直接起诉 总计”、“复议后起诉 总计”合计是1件。"
                "请核对，改正文或者改表"
            ),
        ),
        (
            "全年未收到政府信息公开申请。",
            {NEW: 2},
            (
                "“一、总体情况”写“全年未收到政府信息公开申请”，"
                "表中“本年新收政府信息公开申请数量”是2件。请核对，改正文或者改表"
            ),
        ),
    ],
)
def test_the_words_of_a_finding(text: str, figures: dict[str, int], message: str) -> None:
    assert [finding.message for finding in warned(says(text, figures))] == [message]


def test_a_change_is_held_against_last_years_report() -> None:
    now = says("收到公开申请95件，同比增长30%。", {NEW: 95})
    last = says("", {NEW: 76}, year=2023)
    assert codes(now) == []
    (finding,) = warned(now, last)
    assert (finding.code, finding.rule) == ("said-changes", "R40")
    assert "按表中“本年新收政府信息公开申请数量”与上年报告计算，增加25.0%" in finding.message
    assert finding.cells == (NEW,)
    assert codes(says("收到公开申请95件，同比增长25%。", {NEW: 95}), last) == []


@pytest.mark.parametrize(
    ("words", "before", "told"),
    [
        ("较上年增加9件", 76, "增加19件"),
        ("较上年增加9件", 114, "减少19件"),
        ("较上年增加9件", 95, "没有变化"),
        ("较上年增加9件", 94, "增加1件"),
        ("较上年增加9件", 96, "减少1件"),
        ("同比下降9%", 95, "没有变化"),
        ("同比下降9%", 190, "减少50.0%"),
    ],
)
def test_the_words_of_a_change(words: str, before: int, told: str) -> None:
    last = says("", {NEW: before}, year=2023)
    (finding,) = warned(says(f"收到公开申请95件，{words}。", {NEW: 95}), last)
    assert f"按表中“本年新收政府信息公开申请数量”与上年报告计算，{told}。" in finding.message
    assert finding.cells == (NEW,)


@pytest.mark.parametrize(
    ("said", "year"),
    [("2023", 2023), ("2025", 2025), ("二〇二三", 2023), ("二○二三", 2023), ("二零二三", 2023)],
)
def test_a_year_that_was_left_over_is_found(said: str, year: int) -> None:
    (finding,) = warned(says(f"{said}年，我局收到政府信息公开申请3件。", {NEW: 3}))
    assert (finding.code, finding.rule, finding.section) == ("said-year", "R46", 1)
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        f"“一、总体情况”写“{said}年，我局收到政府信息公开申请3件”，年份是{year}年，"
        "报告年度是2024年，请核对是否沿用了其他年度的文字"
    )


def test_years_left_over_in_two_paragraphs_are_told_each() -> None:
    text = "2023年，我局收到政府信息公开申请3件，答复公开申请3件。\n2023年，我局办结公开申请3件。"
    assert codes(says(text, {NEW: 3})) == ["said-year", "said-year"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局收到政府信息公开申请3件。",
        "2022年，我局收到政府信息公开申请3件。",
        "与2023年收到政府信息公开申请5件相比，有所减少。",
        "2023年收到政府信息公开申请5件，2024年收到3件。",
        "截至2025年1月，收到政府信息公开申请5件。",
        "2023年结转的政府信息公开申请已全部办结。",
        "2025年，我局将答复政府信息公开申请3件。",
    ],
)
def test_another_year_with_reason_is_left_alone(text: str) -> None:
    assert codes(says(text, {NEW: 3})) == []


def test_one_left_over_year_is_told_once_a_paragraph() -> None:
    text = "2023年，我局收到政府信息公开申请3件，答复政府信息公开申请3件。"
    assert codes(says(text, {NEW: 3})) == ["said-year"]


@pytest.mark.parametrize("code", ["said-year", "said-received"])
def test_an_explanation_rests_on_the_paragraph_alone(code: str) -> None:
    said = "2023年，我局收到公开申请3件。" if code == "said-year" else "我局收到公开申请3件。"
    texts = f"{said}\n总体平稳。", f"{said}\n总体有序。", f"{said}均已办结。\n总体平稳。"
    found = [[f for f in warned(says(text, {NEW: 4})) if f.code == code] for text in texts]
    first, beside, within = (one.fingerprint for (one,) in found)
    assert first == beside != within


@pytest.mark.parametrize("all_of_them", [3, 4, 5])
def test_numbers_of_several_offices_are_not_held_against_the_whole(all_of_them: int) -> None:
    text = "机关收到政府信息公开申请3件，局属单位受理政府信息公开申请2件。"
    assert codes(says(text, {NEW: all_of_them})) == []


def test_numbers_of_the_same_thing_are_right_together_or_one_by_one() -> None:
    text = "收到政府信息公开申请3件。另受理政府信息公开申请2件。"
    assert codes(says(text, {NEW: 5})) == []
    assert codes(says(text, {NEW: 3})) == []
    assert codes(says(text, {NEW: 4})) == ["said-received"] * 2


def test_a_blank_table_is_not_contradicted() -> None:
    text = "收到公开申请5件，予以公开3件，占60%，无信息公开行政复议。"
    blank = says(text, dict.fromkeys(says("").figures))
    assert codes(blank) == []
