"""What short words in a register stand for, and where nobody can tell."""

from __future__ import annotations

import pytest

from reports.formats import edition
from reports.formats.register import applicants, meant, results

FORM = edition("2021")


@pytest.mark.parametrize(
    ("value", "id_"),
    [
        ("不予公开（国家秘密）", "refused_state_secret"),
        ("不予公开(三安全一稳定)", "refused_security"),
        ("不予公开-内部事务", "refused_internal"),
        ("不公开（个人隐私）", "refused_third_party"),
        ("无法提供：不存在", "unavailable_not_held"),
        ("告知不属于本机关公开", "unavailable_not_held"),
        ("已主动公开，告知查询方式", "granted"),
        ("信访投诉", "rejected_petition"),
        ("部分公开、其余不予公开", "partly_granted"),
        ("其它", "other_misc"),
    ],
)
def test_short_words_are_proposed_for_a_row(value: str, id_: str) -> None:
    assert meant(results(FORM), value) == (id_, False)


@pytest.mark.parametrize(
    "value", ["予以公开；不掌握", "公开；不掌握", "1.予以公开 2.不予公开", "延期后予以公开"]
)
def test_two_results_in_one_are_not_chosen_between(value: str) -> None:
    assert meant(results(FORM), value) == ("", False)


@pytest.mark.parametrize("value", ["不予公开（不掌握）", "公开栏", "已移送"])
def test_what_could_be_anything_is_proposed_for_nothing(value: str) -> None:
    assert meant(results(FORM), value) == ("", False)


@pytest.mark.parametrize(
    ("value", "id_"),
    [
        ("法人或其他组织（企业）", "business"),
        ("法人（律师事务所）", "legal_service"),
        ("事业单位", "other"),
        ("单位", "organisations"),
    ],
)
def test_a_kind_in_brackets_is_proposed_for_its_column(value: str, id_: str) -> None:
    assert meant(applicants(FORM), value) == (id_, False)
