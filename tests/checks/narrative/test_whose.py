"""Whose number it is: of the agency, of some of its offices, of those who rule on a dispute."""

import pytest

from tests.checks.narrative.telling import codes, says, told

NEW = "applications.received.total"
CLOSED, BROUGHT = "applications.closed.total", "applications.brought_forward.total"
REVIEW, UPHELD = "disputes.review.total", "disputes.review.upheld"
DISTRICT = "某某市某某区人民政府"

WHOLE = [
    "全区各部门、各街镇共收到政府信息公开申请5件",
    "全区各级行政机关收到政府信息公开申请5件",
    "各级部门累计收到政府信息公开申请5件",
    "对各单位加强指导，全年收到政府信息公开申请5件",
    "组织各部门开展培训，我区收到政府信息公开申请5件",
    "收到政府信息公开申请5件，均会同有关部门答复",
    "收到政府信息公开申请5件，其中各部门收到3件，各街镇收到2件",
    "收到政府信息公开申请5件（各部门3件）",
    "本单位收到政府信息公开申请5件",
    "该机关收到政府信息公开申请5件",
]
PART = [
    "各部门收到政府信息公开申请5件",
    "各街镇收到政府信息公开申请5件",
    "全区各街镇共收到政府信息公开申请5件",
    "全区各部门共收到政府信息公开申请5件，各街镇共收到9件",
    "区级机关收到政府信息公开申请5件",
    "区本级收到政府信息公开申请5件",
    "其余单位共收到政府信息公开申请5件",
    "其中部门收到政府信息公开申请5件",
    "区直部门收到政府信息公开申请5件",
    "十二个单位收到政府信息公开申请5件",
    "我区收到政府信息公开申请3件，下属单位收到5件",
    "12个单位未收到政府信息公开申请",
    "有3家单位未收到政府信息公开申请",
    "其他部门均未收到政府信息公开申请",
    "12个部门未发生信息公开行政复议",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_all_of_them_got_is_the_whole(text: str) -> None:
    assert told(text, agency=DISTRICT)[0] == ("received", "5")


@pytest.mark.parametrize("text", PART)
def test_what_some_of_them_got_is_no_number_of_the_tables(text: str) -> None:
    assert told(text, agency=DISTRICT) == []


@pytest.mark.parametrize(
    "text",
    [
        "区级行政复议机构收到80件，维持60件",
        "因信息公开被申请行政复议2件，维持2件。区级行政复议机构收到80件，维持60件",
        "因信息公开被申请行政复议2件。区司法局受理80件，维持60件",
        "受理信息公开行政复议80件，其中维持60件",
        "人民法院审结信息公开行政诉讼80件，维持60件",
    ],
)
def test_what_others_ruled_is_not_in_the_tables(text: str) -> None:
    assert codes(says(text, {REVIEW: 2, UPHELD: 2})) == []


@pytest.mark.parametrize(
    "text",
    [
        "因信息公开被申请行政复议2件，复议机关维持1件",
        "受理信息公开行政复议80件。因信息公开被申请行政复议2件，维持1件",
        "区级行政复议机构收到80件。因信息公开被申请行政复议2件，维持1件",
    ],
)
def test_how_the_agencys_own_disputes_ended_is(text: str) -> None:
    assert codes(says(text, {REVIEW: 2, UPHELD: 2})) == ["said-disputes"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办结公开申请26件，其中当年新收23件", []),
        ("答复公开申请26件（含当年新收23件）", []),
        ("办理公开申请26件，其中当年新收23件，上年结转3件", []),
        ("办理公开申请26件，其中当年新收23件，上年结转3件，转出5件", []),
        ("办理公开申请28件，其中当年新收23件，上年结转3件", ["said-balance"]),
        ("办理公开申请26件，其中当年新收23件", ["said-balance"]),
        ("收到公开申请28件，其中当年新收23件", ["said-balance"]),
        ("办结公开申请26件。当年新收公开申请23件", ["said-balance"]),
    ],
)
def test_what_came_in_is_a_part_of_what_was_answered(text: str, expected: list[str]) -> None:
    assert codes(says(text, {NEW: 25, BROUGHT: 3, CLOSED: 26})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办结公开申请26件，自行答复20件", []),
        ("三年来收到公开申请63件", []),
        ("两年间收到公开申请63件", []),
        ("2023年、2024年分别收到公开申请20件、25件", []),
        ("答复公开申请26件（含2023年结转3件，另有2件结转至2025年）", ["said-balance"]),
        ("信访举报投诉类公开申请、“予以公开”1件", ["said-results"]),
    ],
)
def test_other_parts(text: str, expected: list[str]) -> None:
    assert codes(says(text, {NEW: 25, BROUGHT: 3, CLOSED: 26})) == expected
