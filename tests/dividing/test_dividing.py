"""处室分工: who supplies what, what is still owed, and that all of it waits to be confirmed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, Division, User
from reports import dividing, drafting
from reports.dividing import DivisionError
from reports.models import Prefill, Report
from tests.filing import begun

pytestmark = pytest.mark.django_db

ROW, SECTION = "row.applications.received", "section.3"
RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


@pytest.fixture
def registry(finance: Agency, reporter: User) -> Division:
    return dividing.add(finance, reporter, "受理科", "王五", "010-1234567")


@pytest.fixture
def office(finance: Agency, reporter: User) -> Division:
    return dividing.add(finance, reporter, "办公室")


@pytest.fixture
def divided(report: Report, registry: Division, office: Division, reporter: User) -> Report:
    """办公室 has section three, 受理科 one row of it and section one."""
    for target, division in ((SECTION, office), (ROW, registry), ("section.1", registry)):
        dividing.assign(report.duty.agency, reporter, target, division)
    return report


def share_of(report: Report, division: Division) -> dividing.Share:
    report.refresh_from_db()
    return next(share for share in dividing.shares(report) if share.division == division)


def test_the_narrower_part_counts(divided: Report, registry: Division, office: Division) -> None:
    theirs, others = share_of(divided, registry).keys, share_of(divided, office).keys
    assert RECEIVED in theirs
    assert GRANTED in others
    assert not set(theirs) & set(others)
    assert len(theirs) == 7


def test_a_part_taken_back_falls_to_the_wider_one(
    divided: Report, office: Division, reporter: User
) -> None:
    dividing.assign(divided.duty.agency, reporter, ROW, None)
    assert RECEIVED in share_of(divided, office).keys


def test_what_a_division_sends_waits_and_says_where_from(
    divided: Report, registry: Division, reporter: User
) -> None:
    sent = {RECEIVED: "１２", "prose.1": "一年来工作有序。"}
    delivered = dividing.deliver(
        divided.pk, reporter, registry, sent, provided_by="王五", bases={RECEIVED: "按登记簿"}
    )
    row = Prefill.objects.get(key=RECEIVED)
    assert delivered.waiting == [*sent]
    assert (row.value, row.division, row.provided_by) == (12, registry, "王五")
    assert row.basis == "按登记簿"
    divided.refresh_from_db()
    assert divided.content.figures[RECEIVED] is None


def test_what_is_owed_shrinks_as_it_comes_and_is_confirmed(
    divided: Report, registry: Division, reporter: User
) -> None:
    assert share_of(divided, registry).words == "还缺7项"
    keys = dict.fromkeys(share_of(divided, registry).keys, "0")
    dividing.deliver(divided.pk, reporter, registry, keys)
    assert share_of(divided, registry).words == "待确认7项"
    waiting = divided.prefills.filter(state="waiting").values_list("pk", flat=True)
    drafting.confirm(divided.pk, reporter, list(waiting))
    assert share_of(divided, registry).words == "已齐"
    assert divided.content.figures[RECEIVED] == 0


def test_a_second_delivery_replaces_what_still_waits(
    divided: Report, registry: Division, reporter: User
) -> None:
    for value in (3, 5):
        dividing.deliver(divided.pk, reporter, registry, {RECEIVED: value})
    rows = Prefill.objects.filter(key=RECEIVED).values_list("value", "state")
    assert list(rows) == [(3, "replaced"), (5, "waiting")]


def test_what_is_not_theirs_or_no_number_is_told_and_not_taken(
    divided: Report, registry: Division, reporter: User
) -> None:
    sent = {GRANTED: 4, RECEIVED: "约12", "nonsense": 1}
    delivered = dividing.deliver(divided.pk, reporter, registry, sent)
    assert delivered.refused.keys() == sent.keys()
    assert "只能录入数字" in delivered.refused[RECEIVED]
    assert not Prefill.objects.exists()


def test_a_number_may_have_its_measure_word_behind_it(
    divided: Report, registry: Division, reporter: User
) -> None:
    delivered = dividing.deliver(divided.pk, reporter, registry, {RECEIVED: "１2 件"})
    assert delivered.waiting == [RECEIVED]
    assert Prefill.objects.get().value == 12


def test_a_value_that_stands_already_needs_no_confirmation(
    divided: Report, registry: Division, reporter: User
) -> None:
    drafting.save(divided.pk, reporter, "test", 1, {RECEIVED: {"was": None, "now": 7}})
    delivered = dividing.deliver(divided.pk, reporter, registry, {RECEIVED: " 7 "})
    assert (delivered.same, delivered.waiting) == ([RECEIVED], [])


def test_whose_a_value_is_that_stands_already_is_kept_and_told(
    divided: Report, registry: Division, reporter: User
) -> None:
    drafting.save(divided.pk, reporter, "test", 1, {RECEIVED: {"was": None, "now": 7}})
    sent = {RECEIVED: 7}
    dividing.deliver(divided.pk, reporter, registry, sent, provided_by="陈法", basis="按登记台账")
    words = f"；{registry}陈法报送（口径：按登记台账），与此相同"
    assert drafting.origin(divided, RECEIVED)["label"].endswith(words)
    assert drafting.origins(divided)[RECEIVED].endswith(words)
    drafting.save(divided.pk, reporter, "test", 2, {RECEIVED: {"was": 7, "now": 8}})
    assert "报送" not in drafting.origin(divided, RECEIVED)["label"]


def test_strangers_neither_assign_nor_deliver(
    divided: Report, registry: Division, outsider: User
) -> None:
    with pytest.raises(PermissionDenied):
        dividing.assign(divided.duty.agency, outsider, ROW, registry)
    with pytest.raises(PermissionDenied):
        dividing.deliver(divided.pk, outsider, registry, {RECEIVED: 1})
    with pytest.raises(PermissionDenied):
        dividing.add(divided.duty.agency, outsider, "别的科")


def test_another_agencys_division_gets_no_part(
    report: Report, education: Agency, finance: Agency, reporter: User
) -> None:
    theirs = Division.objects.create(agency=education, name="基教科")
    with pytest.raises(DivisionError, match="没有这个处室"):
        dividing.assign(finance, reporter, ROW, theirs)


def test_an_ended_division_keeps_its_name_and_loses_its_parts(
    divided: Report, registry: Division, office: Division, reporter: User
) -> None:
    dividing.deliver(divided.pk, reporter, registry, {RECEIVED: 1})
    dividing.end(registry, reporter)
    assert [share.division for share in dividing.shares(divided)] == [office]
    assert str(Prefill.objects.get().division) == "受理科"
    assert dividing.add(divided.duty.agency, reporter, "受理科") == registry


def test_words_too_long_are_told_and_never_cut(
    divided: Report, registry: Division, reporter: User
) -> None:
    delivered = dividing.deliver(divided.pk, reporter, registry, {"prose.1": "字" * 100_001})
    assert "请精简后再报送" in delivered.refused["prose.1"]
    assert not Prefill.objects.exists()


def test_words_with_a_value_are_never_cut_but_named_with_their_place(
    divided: Report, registry: Division, reporter: User
) -> None:
    sent = {RECEIVED: 1}
    with pytest.raises(dividing.TooLongError, match="“提供人”有41字，不能超过40字"):
        dividing.deliver(divided.pk, reporter, registry, sent, provided_by="王" * 41)
    with pytest.raises(dividing.TooLongError, match="“口径说明”有501字"):
        dividing.deliver(divided.pk, reporter, registry, sent, basis="按" * 501)
    beside = {RECEIVED: "按" * 502}
    with pytest.raises(
        dividing.TooLongError, match="新收政府信息公开申请数量”一行的“口径说明”有502"
    ):
        dividing.deliver(divided.pk, reporter, registry, sent, bases=beside)
    assert not Prefill.objects.exists()


def test_a_later_delivery_of_what_stands_already_ends_what_waited_beside_it(
    divided: Report, registry: Division, reporter: User
) -> None:
    drafting.save(divided.pk, reporter, "test", 1, {RECEIVED: {"was": None, "now": 7}})
    for value in (5, 7):
        dividing.deliver(divided.pk, reporter, registry, {RECEIVED: value})
    states = [one.state for one in Prefill.objects.order_by("pk")]
    assert states == [Prefill.State.REPLACED, Prefill.State.CONFIRMED]
