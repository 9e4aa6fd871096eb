from decimal import Decimal
from typing import Any

import pytest

from reports.checks import Severity
from reports.figures import Figures
from tests.checking import found, report
from tests.strategies import FORMAT

ZERO: Figures = {**dict.fromkeys(FORMAT.cells, 0), "charges.fees.amount": Decimal(2)}
BLANK = "信息处理费没有填写：发出收费通知件数、收费通知总金额、实际收取总金额。没有收费的填0"
PARTLY = "信息处理费没有填写：实际收取总金额。没有收费的填0，三项填齐后正文才写收费情况"
MATCH = "“发出收费通知件数”{}件，“收费通知总金额”{}元，两者对不上，请核对"
MORE = "“实际收取总金额”{}元，多于“收费通知总金额”{}元，请核对"


@pytest.mark.parametrize(
    ("fees", "messages"),
    [
        ({}, [BLANK]),
        ({"notices": 0, "billed": "0"}, [PARTLY]),
        ({"notices": 0, "billed": "0", "received": "0"}, []),
        ({"notices": 0, "billed": "0.00", "received": "0"}, []),
        ({"notices": 11, "billed": "15100", "received": "10100"}, []),
        ({"notices": 11, "billed": "0", "received": "0"}, [MATCH.format(11, 0)]),
        ({"notices": 0, "billed": "40", "received": "40"}, [MATCH.format(0, 40)]),
        ({"notices": 1, "billed": "40", "received": "50"}, [MORE.format(50, 40)]),
        ({"notices": 0, "billed": "0", "received": "40"}, [MORE.format(40, 0)]),
    ],
)
def test_the_three_fee_figures_agree(fees: dict[str, Any], messages: list[str]) -> None:
    assert list(found(report(ZERO, fees=fees))) == messages


def test_fees_are_doubtful_at_worst() -> None:
    wrong = report(ZERO, fees={"notices": 0, "billed": "10", "received": "20"})
    assert {finding.severity for finding in found(wrong).values()} == {Severity.WARNING}
    assert {finding.section for finding in found(wrong).values()} == {6}


def test_no_more_is_dropped_for_want_of_payment_than_was_billed() -> None:
    unpaid = ZERO | {"applications.other_unpaid.total": 3}
    fees = {"notices": 2, "billed": "20", "received": "0"}
    (told,) = [one for one in found(report(unpaid, fees=fees)).values() if one.rule == "R51"]
    assert (told.severity, told.cells) == (Severity.WARNING, ("applications.other_unpaid.total",))
    enough = report(unpaid, fees=fees | {"notices": 3})
    assert "R51" not in {one.rule for one in found(enough).values()}


@pytest.mark.parametrize(("billed", "told"), [("45", ["R52"]), ("40.5", ["R52"]), ("40", [])])
def test_a_sum_that_the_tariff_cannot_make_is_noted(billed: str, told: list[str]) -> None:
    fees = {"notices": 2, "billed": billed, "received": "0"}
    notes = found(report(ZERO, fees=fees), Severity.NOTE).values()
    assert [one.rule for one in notes] == told


@pytest.mark.parametrize(("received", "told"), [("20010", ["R54"]), ("20000", [])])
def test_more_received_than_all_charges_is_noted(received: str, told: list[str]) -> None:
    fees = {"notices": 2, "billed": "20010", "received": received}
    notes = found(report(ZERO, fees=fees), Severity.NOTE).values()
    assert [one.rule for one in notes] == told
