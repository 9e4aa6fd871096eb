"""What is declared of each check, and what a district may and may not change about it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reports.checks import CHECKS, About, Case, Finding, Rule, Severity, check, rule
from reports.checks.settings import Settings
from tests.checking import SECTIONS, report

MISSPELT = SECTIONS | {"6": "公众可以登陆网站查阅。"}
FOUR = "请登陆网站。登陆系统。登陆平台。贯切。"


def found(settings: Settings, code: str, **more: object) -> list[Finding]:
    case = Case(report(**more), settings=settings)  # type: ignore[arg-type]
    return [one for one in check(case) if one.code == code]


def severities(**chosen: Severity | None) -> Settings:
    return Settings(severities=chosen)


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.__name__)
def test_every_check_says_in_words_what_it_asks(one: object) -> None:
    assert isinstance(one, Rule), "declare it with @rule"
    assert re.fullmatch("R[0-9]{2}(?:[–、]R[0-9]{2})*", one.number)
    assert 4 < len(one.asks) < 40
    assert one.number[:3] in (one.__doc__ or "") or one.number[-3:] in (one.__doc__ or "")


def test_no_two_checks_have_one_name() -> None:
    assert len({one.name for one in CHECKS}) == len(CHECKS) > 35


def test_a_district_may_judge_more_mildly_or_not_at_all() -> None:
    for chosen, told in ((Severity.NOTE, ["note"]), (None, []), (Severity.WARNING, ["warning"])):
        assert [
            one.severity.value
            for one in found(severities(wrong_words=chosen), "wrong-word", sections=MISSPELT)
        ] == told


def test_what_reads_prose_never_blocks_for_good_and_is_never_judged_more_strictly() -> None:
    prose = [one for one in CHECKS if one.about is About.PROSE]
    assert prose
    for one in prose:
        assert one.severity is not Severity.ERROR
        assert Severity.ERROR not in one.choices
        assert one.severity is Severity.WARNING or Severity.WARNING not in one.choices


def test_what_the_form_prints_cannot_be_lowered() -> None:
    fixed = {one.name for one in CHECKS if not one.choices}
    assert fixed == {"identities", "blank_cells", "invalid_values", "empty_parts", "too_large"}
    off = severities(**dict.fromkeys(fixed, None))
    wrong = {"disputes.review.upheld": 1, "disputes.review.total": 0}
    before, after = (check(Case(report(wrong), settings=one)) for one in (Settings(), off))
    assert after == before
    assert any(one.severity is Severity.ERROR for one in after)


def test_an_unlikely_figure_may_be_doubted_instead_of_noted() -> None:
    fees = {"notices": 1, "billed": "15", "received": "0"}
    stricter = severities(charged_by_tens=Severity.WARNING)
    assert [one.severity.value for one in found(Settings(), "fees-tens", fees=fees)] == ["note"]
    assert [one.severity.value for one in found(stricter, "fees-tens", fees=fees)] == ["warning"]


def test_a_severity_that_is_not_to_be_chosen_changes_nothing() -> None:
    for absurd in (severities(wrong_words=Severity.ERROR), severities(nothing_of_the_kind=None)):
        (one,) = found(absurd, "wrong-word", sections=MISSPELT)
        assert one.severity is Severity.WARNING


def test_an_inexact_quotation_stays_a_note_where_its_reverse_is_doubted() -> None:
    text = SECTIONS | {"1": SECTIONS["1"] + "坚持公开为常态，不公开为例外。"}
    for chosen in (Severity.WARNING, Severity.NOTE):
        (one,) = found(severities(principle=chosen), "principle", sections=text)
        assert one.severity is Severity.NOTE


def test_a_district_adds_words_of_its_own() -> None:
    text = SECTIONS | {"6": "积极稳托推进，登陆网站。"}
    own = Settings(wrong_words={"稳托": "稳妥", "登陆网站": "登录政府网站"})
    (one,) = found(own, "wrong-word", sections=text)
    assert "应为“稳妥”" in one.message
    assert "应为“登录政府网站”" in one.message


def test_of_two_wrong_words_the_longer_is_corrected() -> None:
    own = Settings(wrong_words={"稳托": "稳妥", "稳托推进": "稳妥推动"})
    (one,) = found(own, "wrong-word", sections=SECTIONS | {"6": "积极稳托推进。"})
    assert "应为“稳妥推动”" in one.message


def test_sensitive_words_are_named_where_they_stand() -> None:
    own = Settings(sensitive_words=("某某办公室",))
    text = SECTIONS | {"6": "由某某办公室办理。"}
    (one,) = found(own, "sensitive-word", sections=text)
    assert "某某办公室" in one.message
    assert found(Settings(), "sensitive-word", sections=text) == []
    near = SECTIONS | {"6": "由某某县办公室和某某办公厅办理。"}
    assert found(own, "sensitive-word", sections=near) == []


def test_a_kept_word_is_not_reported_and_the_same_letters_elsewhere_are() -> None:
    kept = Settings(kept_words=("首日登陆网站",))
    assert found(kept, "wrong-word", sections=SECTIONS | {"6": "首日登陆网站专栏。"}) == []
    assert found(kept, "wrong-word", sections=SECTIONS | {"6": "请登陆网站查阅。"})
    assert found(Settings(), "wrong-word", sections=SECTIONS | {"6": "首日登陆网站专栏。"})
    both = SECTIONS | {"6": "首日登陆网站专栏。欢迎各界人士登陆网站。"}
    (one,) = found(kept, "wrong-word", sections=both)
    assert "“欢迎各界人士登陆网站。”" in one.message


def test_a_kept_word_may_begin_with_a_wrong_one() -> None:
    kept = Settings(kept_words=("登陆网站专栏",))
    assert found(kept, "wrong-word", sections=SECTIONS | {"6": "开设登陆网站专栏。"}) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (f"{FOUR}布署。", f"{FOUR}水份。", "wrong-word"),
        ("请先登陆网站再查阅指南和目录。", "请勿登陆网站再查阅指南和年报。", "wrong-word"),
        (f"请登陆网站{'查阅' * 60}指南。", f"请登陆网站{'查阅' * 60}目录。", "wrong-word"),
        ("电话13812345678。", "电话13812349978。", "personal-data"),
    ],
)
def test_an_explanation_lapses_with_the_words_it_rests_on(
    before: str, after: str, code: str
) -> None:
    first, then = (
        found(Settings(), code, sections=SECTIONS | {"6": text}) for text in (before, after)
    )
    assert first
    assert {one.fingerprint for one in first}.isdisjoint(one.fingerprint for one in then)


def test_an_explanation_outlives_what_is_written_in_another_sentence() -> None:
    (first,) = found(
        Settings(), "wrong-word", sections=SECTIONS | {"6": "请登陆网站查阅目录。无其他。"}
    )
    (then,) = found(
        Settings(), "wrong-word", sections=SECTIONS | {"6": "请登陆网站查阅目录。另有两项。"}
    )
    assert first.fingerprint == then.fingerprint


def test_what_misses_something_rests_on_all_of_its_part() -> None:
    texts = ("公开不够及时，存在短板。", "公开不够及时，存在问题。")
    (first,), (then,) = (
        found(Settings(), "one-sided", sections=SECTIONS | {"5": text}) for text in texts
    )
    assert first.message == then.message
    assert first.fingerprint != then.fingerprint


def test_a_figure_that_the_message_does_not_quote_counts_all_the_same() -> None:
    cell, figures = "documents.rules.issued", (3, 5)
    told = [
        one
        for figure in figures
        for one in check(Case(report({cell: figure}), makes_rules=False))
        if one.code == "rules"
    ]
    assert len({one.message for one in told}) == 1
    assert len({one.fingerprint for one in told}) == 2


def test_a_finding_says_what_was_asked_and_the_clause() -> None:
    (one,) = found(Settings(), "one-sided", sections=SECTIONS | {"5": "公开不够及时，存在短板。"})
    assert "第五十条" in one.because
    assert one.to_json()["asks"]
    assert replace(one, asks="").fingerprint == one.fingerprint


@pytest.mark.parametrize(("code", "lapses"), [("one-sided", False), ("title", True)])
def test_what_has_no_part_rests_on_all_that_is_written(code: str, lapses: bool) -> None:
    wrong = SECTIONS | {"5": "公开不够及时，存在短板。"}
    (first,), (then,) = (
        found(Settings(), code, title="年报", sections=wrong | {"6": text})
        for text in ("无其他。", "没有其他事项。")
    )
    assert (first.fingerprint != then.fingerprint) is lapses


def test_a_declared_check_knows_all_that_was_declared() -> None:
    @rule("R99", "是不是这样", Severity.NOTE, About.FIGURES, "第一条")
    def asked(case: Case) -> list[Finding]:
        """R99: whether it is."""
        return [Finding("asked", Severity.NOTE, case.content.agency)]

    told = (asked.number, asked.asks, asked.severity, asked.about, asked.law, asked.name)
    assert told == ("R99", "是不是这样", Severity.NOTE, About.FIGURES, "第一条", "asked")
    assert asked.__doc__ == "R99: whether it is."
    (one,) = asked(Case(report()))
    assert (one.message, one.because, one.asks) == ("某某县财政局", "第一条", "是不是这样")


@pytest.mark.parametrize(("since", "because"), [(0, "第一条"), (2024, "第一条"), (2025, "")])
def test_a_clause_is_named_from_its_year_on(since: int, because: str) -> None:
    @rule("R99", "是不是这样", law="第一条", since=since)
    def asked(case: Case) -> list[Finding]:
        return [Finding("asked", Severity.WARNING, case.content.agency)]

    assert [one.because for one in asked(Case(report(year=2024)))] == [because]
    assert asked.since == since


def test_a_check_may_find_things_of_less_weight_than_its_own() -> None:
    @rule("R99", "是不是这样", about=About.FIGURES)
    def asked(case: Case) -> list[Finding]:
        return [Finding("asked", one, case.content.agency) for one in Severity]

    assert [one.severity for one in asked(Case(report()))] == list(Severity)
    assert asked.law == ""
