"""Where 差额小助手 would have a clerk look, why, and what would then be otherwise."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reports.checks import Case
from reports.checks.arithmetic import identities
from reports.figures import Figures, recompute
from tests.checking import report
from tests.strategies import FORMAT

NATURAL, BUSINESS, RESEARCH = "natural_person", "business", "research"
NEW, BEFORE, GRANTED, PARTLY, SECRET, OTHER, OVER = (
    "received",
    "brought_forward",
    "granted",
    "partly_granted",
    "refused_state_secret",
    "other_misc",
    "carried_over",
)
CELLS = [id_ for id_, cell in FORMAT.cells.items() if not cell.kind.is_money]


def figures(few: Mapping[str, int]) -> Figures:
    """A report that has these counts, as “row.column”, and is 0 elsewhere, with its totals."""
    found: Figures = dict.fromkeys(CELLS, 0)
    found |= {f"applications.{id_}": count for id_, count in few.items()}
    return found | recompute(FORMAT, found, found)


def hints(now: Figures, code: str) -> list[tuple[str, str, dict[str, int]]]:
    """Of each identity of that kind that fails: the cell, why, and what would be otherwise."""
    return [
        (short(one.cell), one.message.partition("”")[2], {short(k): n for k, n in one.then.items()})
        for finding in identities(Case(report(now)))
        for one in finding.repairs
        if finding.code == code
    ]


def short(cell: str) -> str:
    return cell.removeprefix("applications.")


def column(*counts: int, name: str = NATURAL) -> dict[str, int]:
    """One column: received, brought forward, granted, partly granted, other, carried over."""
    rows = (NEW, BEFORE, GRANTED, PARTLY, OTHER, OVER)
    return {f"{row}.{name}": count for row, count in zip(rows, counts, strict=True)}


LOOK = "，请核对台账"
AGAIN = f"的9等于其他各格之和：可能把合计又录了一次{LOOK}"


def lost(count: int) -> str:
    return f"现为0，差额正好{count}：可能漏录{LOOK}"


BALANCE = [
    ("one lost", column(1, 0, 0, 0, 0, 0), [(f"{OVER}.{NATURAL}", lost(1), 1)]),
    (
        "digits in the wrong order",
        column(3104, 0, 3000, 0, 0, 14),
        [(f"{NEW}.{NATURAL}", f"现为3104：可能两位数字录颠倒（3014）{LOOK}", 3014)],
    ),
    ("no number begins with 0", column(10, 0, 1, 0, 0, 0), [(f"{OVER}.{NATURAL}", lost(9), 9)]),
    (
        "a sum typed among the results",
        column(9, 0, 4, 5, 9, 0),
        [(f"{OTHER}.{NATURAL}", AGAIN, 0), (f"{BEFORE}.{NATURAL}", lost(9), 9)],
    ),
    (
        "a sum typed into what is carried over",
        column(9, 0, 4, 5, 0, 9),
        [(f"{OVER}.{NATURAL}", AGAIN, 0), (f"{BEFORE}.{NATURAL}", lost(9), 9)],
    ),
]


@pytest.mark.parametrize(("name", "few", "due"), BALANCE, ids=[name for name, *_ in BALANCE])
def test_what_may_be_wrong_in_a_column_is_told(
    name: str, few: dict[str, int], due: list[tuple[str, str, int]]
) -> None:
    found = hints(figures(few), "balance")
    assert found[: len(due)] == [(cell, why, {cell: then}) for cell, why, then in due]
    assert {cell for cell, *_ in found} == {cell for cell, *_ in due}


def test_a_sum_typed_into_the_opening_row_is_told_where_all_columns_are_summed() -> None:
    few = {**column(4, 9, 4, 0, 0, 0), **column(5, 0, 5, 0, 0, 0, name=BUSINESS)}
    cell = f"{BEFORE}.{NATURAL}"
    assert (cell, AGAIN, {cell: 0}) in hints(figures(few), "balance")


@pytest.mark.parametrize(
    "wrong",
    [
        f"{GRANTED}.{BUSINESS}",
        f"{SECRET}.{BUSINESS}",
        f"{PARTLY}.{NATURAL}",
        f"{PARTLY}.{RESEARCH}",
    ],
    ids=["above", "below", "left", "right"],
)
def test_a_figure_that_stands_beside_its_cell_is_told_from_both(wrong: str) -> None:
    right = f"{PARTLY}.{BUSINESS}"
    now = figures({f"{NEW}.{BUSINESS}": 7, right: 7})
    now |= {f"applications.{right}": 0, f"applications.{wrong}": 7}
    label = FORMAT.cells[f"applications.{right}"].label
    due = (wrong, f"的7：可能应录在旁边的“{label}”{LOOK}", {wrong: 0, right: 7})
    assert hints(now, "row-total") + hints(now, "closed-total") == [due, due]


@pytest.mark.parametrize("lacking", [1, 42])
def test_a_total_that_lacks_an_addend_is_told_with_what_it_would_be(lacking: int) -> None:
    now = figures({f"{NEW}.{BUSINESS}": lacking, f"{NEW}.{NATURAL}": 60})
    now[f"applications.{NEW}.total"] = 60
    why = f"的{lacking}正好等于差额：合计里可能漏加了这一格{LOOK}"
    assert (f"{NEW}.{BUSINESS}", why, {f"{NEW}.total": 60 + lacking}) in hints(now, "row-total")
    assert [cell for cell, why, _ in hints(now, "row-total") if "漏加" in why] == [
        f"{NEW}.{BUSINESS}"
    ]


@pytest.mark.parametrize(("typed", "right"), [(254, 255), (1, 0)])
def test_where_a_row_and_a_column_cross_the_right_number_is_told(typed: int, right: int) -> None:
    now = figures(column(300, 0, 300 - right, 0, 0, right))
    cell = f"{OVER}.{NATURAL}"
    now[f"applications.{cell}"] = typed
    why = f"现为{typed}：若应为{right}，则行、列两处都平{LOOK}"
    assert (cell, why, {cell: right}) in hints(now, "balance")


def test_a_row_with_a_blank_crosses_nothing() -> None:
    now = figures(column(300, 0, 45, 0, 0, 254))
    now[f"applications.{OVER}.{RESEARCH}"] = None
    assert not [why for _, why, _ in hints(now, "balance") if "行、列" in why]
