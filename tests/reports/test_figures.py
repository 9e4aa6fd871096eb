import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import figures as fig
from reports.figures import Figures, RefusedError, clean
from reports.formats import Cell, Fee, Kind, edition
from tests.strategies import FORMAT, balanced, counts, money

COUNT = FORMAT.cells["documents.rules.issued"]
WAN = FORMAT.cells["charges.fees.amount"]
YUAN = FORMAT.fees[1]
SIGNED = Fee("change", "本年增/减", Kind.SIGNED_COUNT)
ZERO: Figures = {id_: Decimal(0) if c.kind.is_money else 0 for id_, c in FORMAT.cells.items()}

TAKEN: list[tuple[Cell | Fee, object, fig.Figure]] = [
    (COUNT, None, None),
    (COUNT, "", None),
    (COUNT, " \u00a0\u3000\t\n\u200b\ufeff", None),
    (COUNT, 0, 0),
    (COUNT, "0", 0),
    (COUNT, "007", 7),
    (COUNT, " 12\n", 12),
    (COUNT, "\u00a0\n0", 0),
    (COUNT, "１２３", 123),
    (COUNT, "1,234", 1234),
    (COUNT, "１，２３４，５６７", 1234567),
    (COUNT, "1\u200b2", 12),
    (COUNT, 999_999_999, 999_999_999),
    (COUNT, "999,999,999", 999_999_999),
    (COUNT, "0" * 5000 + "1", 1),
    (COUNT, Decimal(12), 12),
    (WAN, "22010.3538", Decimal("22010.3538")),
    (WAN, "22,010.3538", Decimal("22010.3538")),
    (WAN, "0.000001", Decimal("0.000001")),
    (WAN, "３．５", Decimal("3.5")),
    (WAN, Decimal("3.50"), Decimal("3.50")),
    (WAN, 3, Decimal(3)),
    (YUAN, "15100.05", Decimal("15100.05")),
    (SIGNED, "+1036", 1036),
    (SIGNED, "－12", -12),
    (SIGNED, "−1,234", -1234),
    (SIGNED, -5, -5),
    (SIGNED, "-0", 0),
]


@pytest.mark.parametrize(("cell", "raw", "figure"), TAKEN, ids=map(str, range(len(TAKEN))))
def test_a_number_is_taken_however_it_is_typed(
    cell: Cell | Fee, raw: object, figure: fig.Figure
) -> None:
    taken = clean(cell, raw)
    assert (type(taken), str(taken)) == (type(figure), str(figure))


DIGITS = "只能录入数字"
GROUPS = "千位分隔符位置不对"
EXPONENT = "不能用科学计数法"
WRONG_KINDS: list[object] = [True, False, 1.0, float("nan"), [], {}, [[1]], b"1"]
REFUSED: list[tuple[Cell | Fee, object, str]] = [
    *((COUNT, raw, "不能是负数") for raw in ("-1", "－１", "−1", "—1", "-0", "-1,234", -1)),
    *((COUNT, raw, "不需要加号") for raw in ("+1", "＋１")),
    *((COUNT, raw, "应为整数") for raw in ("1.5", "1.0", "１．５", Decimal("12.0"))),
    *((COUNT, raw, EXPONENT) for raw in ("1e3", "1E+3", "1.5e-3", Decimal("1E+5"))),
    *((COUNT, raw, EXPONENT) for raw in (Decimal("1E+999999999"), Decimal("1E-999999999"))),
    *((COUNT, raw, "中间有空格") for raw in ("6 2", "1 234", "1\u00a0234", "1\u3000234", "1\n2")),
    *((COUNT, raw, GROUPS) for raw in ("1,23", "12,34", ",123", "1,,234", "1,234,", "0,123")),
    *((COUNT, raw, GROUPS) for raw in ("1, 234", "1234,567", "a,b", "X1,234")),
    *((COUNT, raw, "超过了999999999") for raw in ("1000000000", 1_000_000_000, 10**5000)),
    *((COUNT, raw, "超过了999999999") for raw in ("9" * 5000, "1,000,000,000", -(10**5000))),
    *(
        (COUNT, raw, DIGITS)
        for raw in ("-", "—", "/", "无", "不适用", "N/A", "abc", "12件", "十二")
    ),
    *((COUNT, raw, DIGITS) for raw in ("12.", ".5", "1.2.3", "1。5", "1、234", "1_000", "0x1F")),
    *((COUNT, raw, DIGITS) for raw in ("٣", "²", "12²", "①", "½", "㎡", "Ⅳ", "⒈5", "𝟏", "零")),
    *((COUNT, raw, DIGITS) for raw in ("NaN", "Infinity", Decimal("NaN"), Decimal("-Infinity"))),
    *((COUNT, raw, DIGITS) for raw in ("\ud800", "--1", "1-2", "5%", "- 1", "\x00", "x" * 10**6)),
    *((COUNT, raw, "应为数字") for raw in WRONG_KINDS),
    *((WAN, raw, "最多6位小数，单位是万元") for raw in ("0.1234567", Decimal("0.1234567"))),
    *((YUAN, raw, "最多2位小数，单位是元") for raw in ("0.001", "15,100.123")),
    *((WAN, raw, DIGITS) for raw in ("￥12", "12万元", "1.", ".5")),
    *((WAN, raw, "不能是负数") for raw in ("-0.5", Decimal("-0.5"))),
    (WAN, "1234567890.5", "超过了"),
    (SIGNED, "+-1", DIGITS),
    (SIGNED, "-1000000000", "超过了"),
]


@pytest.mark.parametrize(("cell", "raw", "why"), REFUSED, ids=map(str, range(len(REFUSED))))
def test_anything_else_is_refused_under_the_name_of_its_cell(
    cell: Cell | Fee, raw: object, why: str
) -> None:
    with pytest.raises(RefusedError) as error:
        clean(cell, raw)
    message = str(error.value)
    assert message.startswith(f"“{cell.label}”{error.value.why}（")
    assert why in error.value.why
    assert len(message.encode()) < 500


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (" 12件 ", "只能录入数字，没有的填0（录入的是“12件”）"),
        (0.1 + 0.2, "应为数字（录入的是“0.30000000000000004”）"),
        ([1], "应为数字（录入的是“不是数字的内容”）"),
        (1_000_000_000, "超过了999999999，请核对位数（录入的是“1000000000”）"),
        ("x" * 41, f"只能录入数字，没有的填0（录入的是“{'x' * 40}”）"),
        (Decimal(f"1.{'2' * 50}"), f"应为整数，不能有小数（录入的是“1.{'2' * 38}”）"),
        (10**40, f"超过了999999999，请核对位数（录入的是“1{'0' * 39}”）"),
        (10**40 + 1, "超过了999999999，请核对位数（录入的是“过长的数字”）"),
    ],
)
def test_a_refusal_shows_what_was_typed_as_far_as_it_is_fit_to_print(
    raw: object, told: str
) -> None:
    with pytest.raises(RefusedError) as error:
        clean(COUNT, raw)
    assert str(error.value) == f"“规章 × 本年制发件数”{told}"


@given(st.one_of(st.text(), st.integers(), st.decimals(), st.floats(), st.none(), st.booleans()))
def test_whatever_comes_in_is_a_figure_or_refused(raw: object) -> None:
    for cell in (COUNT, WAN, YUAN, SIGNED):
        try:
            figure = clean(cell, raw)
        except RefusedError:
            continue
        assert figure is None or -fig.LARGEST <= figure < fig.LARGEST + 1
        assert clean(cell, fig.plain(figure)) == figure


@given(counts)
def test_a_count_survives_being_written_with_separators(number: int) -> None:
    wide = f"{number:,}".translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789,"})
    assert clean(COUNT, f"{number:,}") == clean(COUNT, wide) == number


@given(money)
def test_money_keeps_its_exact_digits(amount: Decimal) -> None:
    assert str(clean(YUAN, str(amount))) == fig.plain(amount) == fig.printed(amount)


@pytest.mark.parametrize(
    ("figure", "plain", "printed"),
    [
        (None, None, ""),
        (0, 0, "0"),
        (1234567, 1234567, "1234567"),
        (Decimal("3.50"), "3.50", "3.50"),
        (Decimal("0.000001"), "0.000001", "0.000001"),
        (Decimal("1E+3"), "1000", "1000"),
    ],
)
def test_blank_prints_nothing_and_zero_prints_0(
    figure: fig.Figure, plain: object, printed: str
) -> None:
    assert (fig.plain(figure), fig.printed(figure)) == (plain, printed)


def test_stored_figures_name_every_cell_and_come_back() -> None:
    figures = fig.from_json(FORMAT, {"documents.rules.issued": 3, "charges.fees.amount": "1.50"})
    assert list(figures) == list(FORMAT.cells)
    assert sum(figure is None for figure in figures.values()) == 198
    stored = json.loads(json.dumps(fig.to_json(figures)))
    assert fig.from_json(FORMAT, stored) == figures


def test_a_key_the_form_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"documents\.rules\.banned"):
        fig.from_json(FORMAT, {"documents.rules.banned": 1})


def test_a_blank_addend_makes_no_total() -> None:
    figures: Figures = {"a": 1, "b": None, "c": 0}
    assert fig.total(figures, ["a", "c"]) == 1
    assert fig.total(figures, ["a", "b"]) is None
    assert fig.total(figures, ["a", "missing"]) is None


def test_a_changed_cell_moves_all_totals_above_it() -> None:
    changed = "applications.granted.business"
    fresh = fig.recompute(FORMAT, ZERO | {changed: 5}, [changed])
    assert fresh == {
        "applications.granted.total": 5,
        "applications.closed.business": 5,
        "applications.closed.total": 5,
    }


def test_emptying_an_addend_empties_its_totals() -> None:
    changed = "applications.received.business"
    fresh = fig.recompute(FORMAT, ZERO | {changed: None}, [changed])
    assert fresh == {"applications.received.total": None}


def test_a_total_that_disagrees_stands_until_an_addend_changes() -> None:
    total, addend = "applications.received.total", "applications.received.other"
    wrong = ZERO | {total: 7}
    assert total not in fig.recompute(FORMAT, wrong, ["applications.granted.other"])
    assert total not in fig.recompute(FORMAT, wrong, [total])
    assert fig.recompute(FORMAT, wrong, [addend])[total] == 0


def test_recomputing_leaves_what_it_was_given_alone() -> None:
    figures = dict(ZERO)
    fig.recompute(FORMAT, figures, figures)
    assert figures == ZERO


def test_a_changed_amount_of_money_moves_no_total() -> None:
    assert fig.dependents(FORMAT, ["charges.fees.amount", "documents.rules.issued"]) == []


@settings(max_examples=20)
@given(balanced())
def test_recomputing_balanced_figures_changes_nothing(figures: Figures) -> None:
    fresh = fig.recompute(FORMAT, figures, figures)
    assert fresh == {id_: figures[id_] for id_, cell in FORMAT.cells.items() if cell.computed}


def test_adding_reports_skips_blanks_and_keeps_what_nobody_filled_in() -> None:
    one: Figures = {"documents.rules.issued": 2, "charges.fees.amount": Decimal("1.5")}
    two: Figures = {"documents.rules.issued": None, "charges.fees.amount": Decimal("0.25")}
    summed = fig.add(FORMAT, [one, two])
    assert summed["documents.rules.issued"] == 2
    assert summed["charges.fees.amount"] == Decimal("1.75")
    assert summed["documents.rules.repealed"] is None
    assert list(summed) == list(FORMAT.cells)


def test_the_edition_decides_which_cells_there_are() -> None:
    assert set(fig.add(edition("2021"), [])) == set(FORMAT.cells)


@pytest.mark.parametrize(
    ("cell", "raw", "bare"),
    [
        (COUNT, "12件", "12"),
        (COUNT, "１２ 项", "12"),
        (COUNT, "12万元", "12万元"),
        (COUNT, "约12", "约12"),
        (COUNT, 12, 12),
        (WAN, "3.5万元", "3.5"),
        (WAN, "3.5元", "3.5元"),
        (YUAN, "3.5 元", "3.5"),
        (YUAN, "3.5万元", "3.5万元"),
    ],
)
def test_a_measure_word_is_no_part_of_a_number_and_another_unit_stays(
    cell: Cell | Fee, raw: object, bare: object
) -> None:
    assert fig.measured(cell, raw) == bare


@pytest.mark.parametrize(("third", "together"), [(4, 9), (None, None)])
def test_rows_that_were_one_stand_together_by_the_cell_of_the_earlier_form(
    third: int | None, together: int | None
) -> None:
    rows = ("other_not_corrected", "other_unpaid", "other_misc", "granted")
    counts: list[fig.Figure] = [2, 3, third, 7]
    now = {f"applications.{row}.total": count for row, count in zip(rows, counts, strict=True)}
    found = fig.across(now, edition("2019"), edition("2021"))
    assert found["applications.otherwise.total"] == together
    assert found["applications.granted.total"] == 7


def test_within_an_edition_every_figure_stands_by_its_own_cell() -> None:
    figures = ZERO | {WAN.id: Decimal("3.5"), COUNT.id: None}
    assert fig.across(figures, FORMAT, FORMAT) == figures
