"""Which check compares a claim, and what is compared where a district has turned some off."""

from reports.checks import Severity
from reports.checks.narrative import NARRATIVE, compared
from reports.checks.narrative.concern import check_of
from reports.checks.settings import OFF, Settings
from tests.checks.narrative.telling import claims

TEXT = (
    "收到公开申请95件，同比增长5%，答复公开申请92件，予以公开40件，占40%。"
    "信息公开行政复议3件，维持2件，无行政诉讼。"
    "制发行政规范性文件8件，废止行政规范性文件2件，规章有效3件，作出行政许可决定5件。"
)
CHECKS = [
    "said_received",
    "said_changes",
    "said_balance",
    "said_results",
    "said_shares",
    "said_disputes",
    "said_disputes",
    "said_none",
    "said_documents",
    "said_documents",
    "said_documents",
]


def test_each_claim_concerns_one_check() -> None:
    assert [check_of(one) for one in claims(TEXT)] == CHECKS
    assert {one.name for one in NARRATIVE} == {*CHECKS, "said_year"}


def test_what_is_turned_off_is_not_compared() -> None:
    chosen = Settings({"said_results": OFF, "said_none": Severity.NOTE, "pairs": OFF})
    found = [check_of(one) for one in compared(claims(TEXT), chosen)]
    assert found == [one for one in CHECKS if one != "said_results"]
