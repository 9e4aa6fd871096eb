"""Characters that no font has are told to whoever writes, sends and signs, while there is time."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.checks import Case
from reports.models import Report
from reports.rendering import fonts
from reports.rendering.unprintable import unprintable
from tests.filing import ALL_SAID, begun, filled, submitted
from tests.rendering.contents import RARE, small

RAREST, PRIVATE = "𠮷", "\ue000"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


def write(report: Report, reporter: User, text: str) -> dict[str, object]:
    was = report.content.text("1")
    answer = drafting.save(
        report.pk, reporter, "t", 1, {"prose.1": {"was": was, "now": f"{ALL_SAID}\n{text}"}}
    )
    report.refresh_from_db()
    return answer


def page(user: User, path: str) -> str:
    client = Client()
    client.force_login(user)
    return client.get(path).content.decode()


@pytest.mark.parametrize("part", ["1", "5", "6"])
def test_the_part_the_character_and_its_place_are_named(part: str) -> None:
    text = f"联系人李{RAREST}某。"
    (finding,) = unprintable(Case(small(sections={"1": "无", "5": "无", "6": "无", part: text})))
    assert finding.section == int(part)
    assert finding.cells == (f"prose.{part}",)
    assert f"“{RAREST}”（U+20BB7，在“联系人李{RAREST}某。”处）" in finding.message


def test_a_character_of_a_private_area_is_called_what_it_is() -> None:
    (finding,) = unprintable(Case(small(preamble=f"某{PRIVATE}")))
    assert "标题下的引言" in finding.message
    assert "U+E000，造字" in finding.message


def test_the_title_is_looked_at_too() -> None:
    (finding,) = unprintable(Case(small(title=f"{RAREST}年报")))
    assert "报告名称" in finding.message
    assert finding.section is None


def test_what_the_fonts_have_is_not_told() -> None:
    assert list(unprintable(Case(small(preamble=f"㎡—…“”①℃\t{RARE}\ufe0f")))) == []


def test_nothing_is_told_where_there_are_no_fonts(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FONTS_DIR = tmp_path
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    fonts._covered.cache_clear()
    try:
        assert list(unprintable(Case(small(preamble=RAREST)))) == []
    finally:
        fonts._covered.cache_clear()


def test_a_save_answers_with_it_and_the_filling_page_shows_it(
    report: Report, reporter: User
) -> None:
    answer = write(report, reporter, f"李{RAREST}某")
    assert [one["code"] for one in answer["findings"]] == ["unprintable"]  # type: ignore[attr-defined]
    assert "文件字体印不出的字" in page(reporter, f"/reports/{report.pk}/edit/")
    assert "文件字体印不出的字" in page(reporter, f"/reports/{report.pk}/submit/")


def test_it_keeps_a_report_from_being_sent(report: Report, reporter: User) -> None:
    write(report, reporter, f"李{RAREST}某")
    with pytest.raises(workflow.RefusedError, match="1处错误") as refused:
        submitted(report, reporter)
    assert [one.code for one in refused.value.findings] == ["unprintable"]


def test_a_signer_is_told_of_what_was_sent_before_it_was_looked_for(
    report: Report, reporter: User, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(report, reporter, f"李{RAREST}某")
    with monkeypatch.context() as fontless:
        fontless.setattr(fonts, "can_tell", lambda: False)
        submitted(report, reporter)
    shown = page(reviewer, f"/reports/{report.pk}/do/sign/")
    assert f"“{RAREST}”（U+20BB7" in shown
    assert "签发后不能发布" in shown
