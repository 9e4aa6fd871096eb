import pytest

from reports.checks import Severity, check
from reports.figures import LARGEST, Figures
from tests.checking import SECTIONS, check_found, found, report
from tests.samples import sample
from tests.strategies import FORMAT

ZERO: Figures = dict.fromkeys(FORMAT.cells, 0)


def test_an_empty_form_has_one_finding_a_table() -> None:
    blanks = [finding for finding in check(report()) if finding.code == "blank"]
    assert [finding.section for finding in blanks] == [2, 3, 4]
    assert sum(len(finding.cells) for finding in blanks) == 200
    assert {finding.severity for finding in blanks} == {Severity.ERROR}


def test_blanks_are_counted_without_the_totals_the_page_fills_in() -> None:
    words = " ".join(found(report()))
    assert "还有10格没有填写" in words
    assert f"还有{24 * 6}格没有填写" in words
    assert "还有12格没有填写" in words


def test_a_blank_cell_is_named() -> None:
    check_found(
        ZERO | {"licensing.licences.decisions": None},
        "还有1格没有填写：“行政许可 × 本年处理决定数量”。没有发生的填0，不能留空",
    )


def test_a_total_left_blank_over_filled_addends_is_named_itself() -> None:
    check_found(
        ZERO | {"disputes.review.total": None},
        "还有1格没有填写：“行政复议 总计”。没有发生的填0，不能留空",
    )


def test_a_total_larger_than_a_cell_may_hold_is_named_with_its_sum() -> None:
    row = "applications.received"
    figures = ZERO | {f"{row}.business": LARGEST, f"{row}.research": 2, f"{row}.total": None}
    found = [one for one in check(report(figures)) if one.code in {"invalid", "blank"}]
    assert [(one.code, one.section, one.rule) for one in found] == [("invalid", 3, "R13")]
    assert "总计”合计1000000001，超过了999999999，请核对各格的位数" in found[0].message
    assert f"{row}.research" in found[0].cells
    fitting = figures | {f"{row}.business": LARGEST - 2}
    assert not [one for one in check(report(fitting)) if one.code == "invalid"]


@pytest.mark.parametrize("stands", [7, LARGEST])
def test_a_total_that_is_filled_in_is_not_too_large(stands: int) -> None:
    row = "applications.received"
    figures: Figures = {f"{row}.business": LARGEST, f"{row}.research": 2, f"{row}.total": stands}
    codes = {one.code for one in check(report(ZERO | figures))}
    assert "invalid" not in codes
    assert "row-total" in codes


def test_what_is_no_total_is_not_too_large() -> None:
    figures: Figures = {
        "applications.received.business": LARGEST,
        "applications.closed.business": None,
    }
    figures |= {"applications.brought_forward.business": 2}
    findings = check(report(ZERO | figures))
    assert "invalid" not in {one.code for one in findings}
    assert "blank" in {one.code for one in findings}


def test_zero_is_not_blank() -> None:
    assert check(report(ZERO)) == []


def test_the_rows_that_hongze_does_not_have_are_blank() -> None:
    blank = next(f for f in check(sample("hongze-2023")) if f.code == "blank")
    rows = {cell.split(".")[1] for cell in blank.cells}
    assert rows == {"other_not_corrected", "other_unpaid", "other_misc"}
    assert len(blank.cells) == 21


def test_a_refused_value_is_told_as_such_and_not_as_a_blank() -> None:
    (finding,) = check(report({**ZERO, "licensing.licences.decisions": "十二"}))
    assert (finding.code, finding.section, finding.rule) == ("invalid", 2, "R13")
    assert finding.cells == ("licensing.licences.decisions",)
    assert finding.message.startswith("“行政许可 × 本年处理决定数量”只能录入数字")


@pytest.mark.parametrize("section", ["1", "5"])
def test_a_part_without_words_is_an_error(section: str) -> None:
    content = report(ZERO, sections={**SECTIONS, section: " \n\u3000"})
    (finding,) = check(content)
    assert (finding.code, finding.section) == ("section-blank", int(section))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "said",
    [
        "无",
        "无。",
        "（无）",
        "暂无。",
        "略",
        "没有。",
        "不适用",
        "—",
        "/",
        "本年度无。",
        "同上年。",
        "无\n。",
    ],
)
def test_a_section_five_that_says_only_that_there_is_nothing_is_empty(said: str) -> None:
    (finding,) = check(report(ZERO, sections={**SECTIONS, "5": said}))
    assert (finding.code, finding.section, finding.rule) == ("section-blank", 5, "R10")
    assert finding.severity is Severity.ERROR
    assert f"只写了“{said.replace(chr(10), '')}”" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "无重大问题，已经改进。",
        "问题：无。改进：加强培训。",
        "未发现问题。",
        "没有问题没有改进。",
        "略有不足。",
    ],
)
def test_whatever_says_more_than_that_never_blocks(said: str) -> None:
    found = check(report(ZERO, sections={**SECTIONS, "5": said}))
    assert Severity.ERROR not in {one.severity for one in found}


@pytest.mark.parametrize("said", ["无。", "无其他需要报告的事项。", "暂无"])
def test_section_six_may_say_that_there_is_nothing(said: str) -> None:
    assert check(report(ZERO, sections={**SECTIONS, "6": said})) == []


def test_a_long_line_of_dashes_is_quoted_in_part() -> None:
    (finding,) = check(report(ZERO, sections={**SECTIONS, "5": "—" * 20}))
    assert f"只写了“{'—' * 12}”" in finding.message


def test_the_fee_sentence_is_enough_for_section_six() -> None:
    content = report(ZERO, sections={**SECTIONS, "6": ""})
    assert content.fee_sentence
    assert check(content) == []


def test_section_six_without_fees_and_words_is_an_error() -> None:
    content = report(ZERO, sections={**SECTIONS, "6": ""}, fees={})
    assert [finding.code for finding in check(content)] == ["section-blank", "fees-blank"]


def test_errors_come_first_and_then_the_order_of_the_report() -> None:
    findings = check(report({}, sections={}, fees={}))
    order = [(finding.severity.value, finding.section) for finding in findings]
    errors = [("error", section) for section in (1, 2, 3, 4, 5, 6)]
    assert order == [*errors, ("warning", 6)]


def test_what_concerns_the_whole_report_comes_before_its_parts() -> None:
    content = report(ZERO, title="年报", sections={**SECTIONS, "1": "请登陆网站。"})
    assert [finding.section for finding in check(content)] == [None, 1, 1]
