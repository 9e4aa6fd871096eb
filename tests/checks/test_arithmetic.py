import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import figures as fig
from reports.checks import Case, Severity
from reports.checks.arithmetic import identities, judge
from reports.figures import Figures
from reports.formats import FORMATS, Equation, Format, in_force
from tests.checking import check_clean, check_found, found, report
from tests.samples import CLEAN, FAULTY, OLD, sample
from tests.strategies import FORMAT, balanced, number

HAIDIAN = sample("haidian-2024").figures
CARRIED = "applications.carried_over.natural_person"


def counted(fmt: Format) -> list[str]:
    """The cells that stand in some identity."""
    return sorted({cell for equation in fmt.equations for cell in equation.cells})


@pytest.mark.parametrize("name", CLEAN)
def test_clean_published_reports_have_no_finding(name: str) -> None:
    check_clean(sample(name).figures)


@pytest.mark.parametrize("name", [*CLEAN, *FAULTY, OLD])
def test_the_printed_balance_holds_in_every_published_report(name: str) -> None:
    content = sample(name)
    assert content.figures["applications.closed.total"] is not None
    assert "balance" not in {finding.code for finding in identities(Case(content))}


def test_the_totals_of_hongze_that_are_0_are_found() -> None:
    assert [finding.message for finding in identities(Case(sample("hongze-2023")))] == [
        "行政复议：各项结果相加＝11，总计＝0，差11",
        "复议后起诉：各项结果相加＝5，总计＝0，差5",
    ]


def test_the_closed_total_of_junshan_is_found_in_three_columns() -> None:
    check_found(
        sample("junshan-2022").figures,
        "自然人：（一）至（六）各项相加＝3，（七）总计＝0，差3",
        "法人或其他组织 其他：（一）至（六）各项相加＝2，（七）总计＝0，差2",
        "总计：（一）至（六）各项相加＝5，（七）总计＝0，差5",
    )


def test_one_application_lost_is_told_in_a_clerks_words() -> None:
    check_found(
        HAIDIAN | {CARRIED: 254},
        "自然人：新收3014＋上年结转423＝3437，办结3182＋结转下年度254＝3436，差1",
        "四、结转下年度继续办理：自然人与法人或其他组织各列相加＝256，总计＝257，差1",
    )


def test_a_finding_carries_its_cells_its_clause_and_its_number() -> None:
    balance = next(f for f in identities(Case(report(HAIDIAN | {CARRIED: 254}))) if f.rule == "R22")
    assert (balance.code, balance.severity, balance.section) == ("balance", Severity.ERROR, 3)
    assert [cell.split(".")[1] for cell in balance.cells] == [
        "received",
        "brought_forward",
        "closed",
        "carried_over",
    ]
    assert balance.because.endswith("第一项加第二项之和，等于第三项加第四项之和")


@pytest.mark.parametrize("equation", FORMAT.equations, ids=lambda eq: f"{eq.code} {eq.right[0]}")
def test_an_identity_with_a_blank_cell_is_not_judged(equation: Equation) -> None:
    wrong = HAIDIAN | {equation.left[0]: 999_999}
    assert judge(equation, wrong) is not None
    for cell in equation.cells:
        assert judge(equation, wrong | {cell: None}) is None


@settings(max_examples=25)
@given(st.data())
@pytest.mark.parametrize("year", [2020, 2024])
def test_balanced_figures_are_without_an_error(year: int, data: st.DataObject) -> None:
    figures = data.draw(balanced(in_force(year)))
    assert found(report(figures, year=year, fees={}), Severity.ERROR) == {}


@settings(max_examples=25)
@given(st.data())
@pytest.mark.parametrize("year", [2020, 2024])
def test_one_changed_figure_fails_exactly_the_identities_it_stands_in(
    year: int, data: st.DataObject
) -> None:
    fmt = in_force(year)
    figures = data.draw(balanced(fmt))
    cell = data.draw(st.sampled_from(counted(fmt)))
    changed = figures | {cell: number(figures, cell) + data.draw(st.integers(1, 1000))}
    failed = {finding.cells for finding in identities(Case(report(changed, year=year)))}
    assert failed == {eq.cells for eq in fmt.equations if cell in eq.cells}


@settings(max_examples=10)
@given(st.data())
@pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
def test_the_sum_of_balanced_reports_is_balanced(fmt: Format, data: st.DataObject) -> None:
    many = data.draw(st.lists(balanced(fmt), min_size=2, max_size=3))
    summed = fig.add(fmt, many)
    assert [equation for equation in fmt.equations if judge(equation, summed)] == []
    assert summed[CARRIED] == sum(number(figures, CARRIED) for figures in many)


@settings(max_examples=25)
@given(balanced())
def test_the_gap_lies_between_the_sums_it_tells(figures: Figures) -> None:
    equation = next(eq for eq in FORMAT.equations if eq.code == "balance")
    finding = judge(equation, figures | {CARRIED: number(figures, CARRIED) + 7})
    assert finding is not None
    assert finding.message.endswith("，差7")
