"""恢复: a field or the whole as it stood before, without losing what others did since."""

from __future__ import annotations

from random import Random

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, User
from reports import drafting
from reports.drafting.past import values_at, values_of, walk_back
from reports.drafting.restoring import ChangedSinceError, restore_key, restore_whole
from reports.models import Change, Prefill, Report
from tests.drafting.saves import figure, fresh, put, save, text
from tests.filing import begun, submitted

ISSUED, REPEALED = "documents.rules.issued", "documents.rules.repealed"
ADDEND, TOTAL = "applications.received.natural_person", "applications.received.total"
CARRIED = "applications.brought_forward.natural_person"
PROSE = "prose.1"


@pytest.fixture
def changed(report: Report, reporter: User) -> Report:
    """ISSUED was 3, then 5; section one was rewritten with it."""
    save(report, reporter, {ISSUED: (None, 3), PROSE: ("", "甲段。\n乙段。")})
    save(report, reporter, {ISSUED: (3, 5), PROSE: ("甲段。\n乙段。", "甲段改。\n乙段。")})
    return fresh(report)


def test_walking_back_takes_the_oldest_value_before() -> None:
    later = [("a", 2), ("b", None), ("a", 1)]
    assert walk_back({"a": 3, "b": 9, "c": 4}, later) == {"a": 1, "b": None, "c": 4}


def test_the_values_of_every_version_can_be_had(changed: Report) -> None:
    found = [values_at(changed, version)[ISSUED] for version in range(3)]
    assert found == [None, 3, 5]
    assert [values_at(changed, version)[PROSE] for version in (0, 1)] == ["", "甲段。\n乙段。"]


def test_a_field_gets_its_earlier_value_again(changed: Report, reporter: User) -> None:
    answer = restore_key(changed.pk, reporter, ISSUED, 1, seen=2)
    assert answer["keys"] == {ISSUED: {"state": "saved", "value": 3}}
    assert (figure(changed, ISSUED), text(changed, "1")) == (3, "甲段改。\n乙段。")


def test_restoring_is_a_change_that_can_be_taken_back(changed: Report, reporter: User) -> None:
    restore_key(changed.pk, reporter, ISSUED, 0, seen=2)
    last = changed.changes.get(version=3)
    assert (last.before, last.after, last.source) == (5, None, Change.Source.RESTORED)
    restore_key(changed.pk, reporter, ISSUED, 2, seen=3)
    assert figure(changed, ISSUED) == 5


def test_paragraphs_keep_their_ids_when_prose_is_restored(changed: Report, reporter: User) -> None:
    before = [one["id"] for one in changed.prose["1"]]
    restore_key(changed.pk, reporter, PROSE, 1, seen=2)
    assert [one["id"] for one in fresh(changed).prose["1"]] == before
    assert text(changed, "1") == "甲段。\n乙段。"


def test_totals_follow_a_restored_addend(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    put(report, reporter, ADDEND, 0, 8)
    assert figure(report, TOTAL) == 8
    answer = restore_key(report.pk, reporter, ADDEND, 1, seen=2)
    assert (figure(report, TOTAL), answer["computed"][TOTAL]) == (0, 0)


def test_a_total_is_not_restored_by_itself(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    with pytest.raises(drafting.RefusedError, match="系统计算"):
        restore_key(report.pk, reporter, TOTAL, 0, seen=1)


def test_a_key_the_form_does_not_have_is_refused(changed: Report, reporter: User) -> None:
    with pytest.raises(drafting.RefusedError, match="没有这一项"):
        restore_key(changed.pk, reporter, "no.such.cell", 0, seen=2)


def test_a_value_changed_after_it_was_seen_is_told_and_stays(
    changed: Report, reporter: User, colleague: User
) -> None:
    put(changed, colleague, ISSUED, 5, 7)
    with pytest.raises(ChangedSinceError, match="钱同事") as told:
        restore_key(changed.pk, reporter, ISSUED, 1, seen=2)
    assert [(one.key, one.after) for one in told.value.changes] == [(ISSUED, 7)]
    assert figure(changed, ISSUED) == 7
    restore_key(changed.pk, reporter, ISSUED, 1, seen=3)
    assert figure(changed, ISSUED) == 3


def test_changes_of_other_fields_do_not_hinder_a_field(
    changed: Report, reporter: User, colleague: User
) -> None:
    put(changed, colleague, REPEALED, None, 7)
    restore_key(changed.pk, reporter, ISSUED, 1, seen=2)
    assert (figure(changed, ISSUED), figure(changed, REPEALED)) == (3, 7)


def test_the_whole_is_restored_in_one_version(changed: Report, reporter: User) -> None:
    put(changed, reporter, REPEALED, None, 4)
    answer = restore_whole(changed.pk, reporter, 1, seen=3)
    assert set(answer["keys"]) == {ISSUED, REPEALED, PROSE}
    assert (answer["version"], answer["refused"]) == (4, {})
    assert (figure(changed, ISSUED), figure(changed, REPEALED)) == (3, None)
    assert text(changed, "1") == "甲段。\n乙段。"


def test_the_whole_is_not_restored_over_what_was_not_seen(
    changed: Report, reporter: User, colleague: User
) -> None:
    put(changed, colleague, REPEALED, None, 7)
    with pytest.raises(ChangedSinceError) as told:
        restore_whole(changed.pk, reporter, 0, seen=2)
    assert [one.key for one in told.value.changes] == [REPEALED]
    assert figure(changed, ISSUED) == 5


@pytest.mark.parametrize("seed", range(3))
def test_every_version_can_be_had_back_exactly(report: Report, reporter: User, seed: int) -> None:
    random, states = Random(seed), [values_of(report.content)]
    keys = [ISSUED, REPEALED, ADDEND, "fees.notices", PROSE, "prose.5"]
    for _ in range(12):
        key, now = random.choice(keys), random.choice([None, 1, 2, 0])
        told = ("甲。\n" * (now or 0)) if key.startswith("prose") else now
        put(report, reporter, key, states[-1][key], told)
        if fresh(report).version == len(states):
            states.append(values_of(fresh(report).content))
    for version, state in enumerate(list(states)):
        restore_whole(report.pk, reporter, version, seen=fresh(report).version)
        assert values_of(fresh(report).content) == state


def test_a_total_that_disagreed_comes_back_as_it_was(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    save(report, reporter, {TOTAL: (0, 9)}, Change.Source.IMPORTED)
    put(report, reporter, ADDEND, 0, 1)
    restore_whole(report.pk, reporter, 2, seen=3)
    assert (figure(report, TOTAL), figure(report, ADDEND)) == (9, 0)


def test_a_locked_value_stays_and_is_named(report: Report, reporter: User) -> None:
    put(report, reporter, ISSUED, None, 1)
    put(report, reporter, CARRIED, None, 6)
    _lock(report, reporter)
    with pytest.raises(drafting.RefusedError):
        restore_key(report.pk, reporter, CARRIED, 0, seen=2)
    answer = restore_whole(report.pk, reporter, 0, seen=2)
    assert set(answer["refused"]) == {CARRIED}
    assert (figure(report, CARRIED), figure(report, ISSUED)) == (6, None)


def _lock(report: Report, by: User) -> None:
    """A carried value that was confirmed."""
    state, source = Prefill.State.CONFIRMED, Prefill.Source.CARRIED
    Prefill.objects.create(
        report=report, key=CARRIED, value=6, source=source, state=state, by=by, decided_by=by
    )


def test_only_reporters_of_the_agency_restore(
    changed: Report, reviewer: User, outsider: User
) -> None:
    for person in (reviewer, outsider):
        with pytest.raises(PermissionDenied):
            restore_key(changed.pk, person, ISSUED, 1, seen=2)
        with pytest.raises(PermissionDenied):
            restore_whole(changed.pk, person, 1, seen=2)


def test_nothing_is_restored_in_a_report_that_was_sent(finance: Agency, reporter: User) -> None:
    sent = submitted(begun(finance), reporter)
    with pytest.raises(drafting.NotOpenError):
        restore_whole(sent.pk, reporter, 0, seen=sent.version)


def test_one_paragraph_of_a_text_is_restored_alone(changed: Report, reporter: User) -> None:
    ids = [one["id"] for one in changed.prose["1"]]
    put(changed, reporter, PROSE, "甲段改。\n乙段。", "甲段改。\n乙段改。")
    restore_key(changed.pk, reporter, PROSE, 1, seen=3, paragraph=0)
    assert text(changed, "1") == "甲段。\n乙段改。"
    assert [one["id"] for one in fresh(changed).prose["1"]] == ids


@pytest.mark.parametrize(("key", "paragraph"), [(PROSE, 1), (PROSE, 9), (ISSUED, 0)])
def test_a_paragraph_that_stands_or_never_was_is_not_restored(
    changed: Report, reporter: User, key: str, paragraph: int
) -> None:
    with pytest.raises(drafting.RefusedError):
        restore_key(changed.pk, reporter, key, 1, seen=2, paragraph=paragraph)
    assert fresh(changed).version == 2
