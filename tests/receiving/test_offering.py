"""Into a draft: everything waits beside what stands there, and nothing gives way by itself."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import dividing, drafting, receiving, workflow
from reports.drafting import Offered
from reports.models import Batch, Prefill, Report, Upload
from tests.filing import TEXT, begun, filled

from .files import given, page, printed

KEY = "applications.received.natural_person"
TOTAL = "applications.received.total"


@pytest.fixture
def draft(finance: Agency) -> Report:
    return begun(finance, year=2023)


def offered(upload: Upload, by: User) -> Offered:
    return receiving.offer(upload.pk, by)[1]


def waiting(report: Report) -> dict[str, Prefill]:
    return {one.key: one for one in report.prefills.filter(state=Prefill.State.WAITING)}


def test_every_value_waits_and_none_is_in_the_draft(
    draft: Report, upload: Upload, reporter: User
) -> None:
    told = offered(upload, reporter)
    draft.refresh_from_db()
    assert (draft.version, draft.content.figures[KEY]) == (0, None)
    assert waiting(draft)[KEY].value == printed().figures[KEY]
    assert {one.source for one in waiting(draft).values()} == {Prefill.Source.IMPORTED}
    assert {"prose.1", "prose.5", "prose.6"} <= set(told.waiting)


def test_totals_that_their_parts_come_to_do_not_wait(
    draft: Report, own: Batch, reporter: User
) -> None:
    wrong = given(own, page().replace(b">3091<", b">3092<"))
    assert wrong.reading["figures"][TOTAL] == 3092
    offered(wrong, reporter)
    assert waiting(draft)[TOTAL].value == 3092
    assert "applications.closed.total" not in waiting(draft)


def test_a_printed_total_that_disagrees_stands_once_it_is_confirmed(
    draft: Report, own: Batch, reporter: User
) -> None:
    offered(given(own, page().replace(b">3091<", b">3092<")), reporter)
    drafting.confirm(draft.pk, reporter, [one.pk for one in waiting(draft).values()])
    draft.refresh_from_db()
    assert draft.content.figures[TOTAL] == 3092
    assert draft.content.figures[KEY] == printed().figures[KEY]


def test_what_was_typed_stays_until_the_other_value_is_confirmed(
    draft: Report, upload: Upload, reporter: User
) -> None:
    drafting.save(draft.pk, reporter, "page", 1, {KEY: {"was": None, "now": 7}})
    offered(upload, reporter)
    draft.refresh_from_db()
    assert draft.content.figures[KEY] == 7
    drafting.confirm(draft.pk, reporter, [waiting(draft)[KEY].pk])
    draft.refresh_from_db()
    assert draft.content.figures[KEY] == printed().figures[KEY]


def test_words_go_in_behind_those_that_are_there(
    draft: Report, upload: Upload, reporter: User
) -> None:
    filled(draft, reporter)
    offered(upload, reporter)
    drafting.confirm(draft.pk, reporter, [waiting(draft)["prose.1"].pk])
    draft.refresh_from_db()
    assert draft.content.text("1").startswith(TEXT["prose.1"])
    assert draft.content.text("1").endswith("网上公开12件。")


def test_what_stands_there_already_does_not_wait(
    draft: Report, upload: Upload, reporter: User
) -> None:
    now = printed().figures[KEY]
    drafting.save(draft.pk, reporter, "page", 1, {KEY: {"was": None, "now": now}})
    told = offered(upload, reporter)
    assert KEY in told.same
    assert KEY not in waiting(draft)


def test_what_a_division_sent_waits_on(draft: Report, upload: Upload, reporter: User) -> None:
    division = dividing.add(draft.duty.agency, reporter, "受理科")
    dividing.assign(draft.duty.agency, reporter, "section.3", division)
    dividing.deliver(draft.pk, reporter, division, {KEY: "7"})
    told = offered(upload, reporter)
    assert waiting(draft)[KEY].value == 7
    assert "处室报送" in told.refused[KEY]


def test_a_later_file_takes_the_place_of_an_earlier_one(
    draft: Report, own: Batch, upload: Upload, reporter: User
) -> None:
    offered(upload, reporter)
    offered(given(own, page().replace(b">3014<", b">3015<")), reporter)
    assert printed().figures[KEY] == 3014
    assert waiting(draft)[KEY].value == 3015
    assert draft.prefills.filter(key=KEY).count() == 2


def test_where_a_value_came_from_names_the_file(
    draft: Report, upload: Upload, reporter: User
) -> None:
    offered(upload, reporter)
    drafting.confirm(draft.pk, reporter, [waiting(draft)[KEY].pk])
    assert f"导入（{upload.name}）" in drafting.origin(draft, KEY)["label"]


def test_the_office_puts_nothing_into_a_draft(
    draft: Report, districts: Batch, office: User
) -> None:
    upload = given(districts, page())
    with pytest.raises(workflow.RefusedError, match="本机关的填报人"):
        offered(upload, office)
    assert not draft.prefills.exists()


def test_there_must_be_a_draft_of_that_year(upload: Upload, reporter: User) -> None:
    with pytest.raises(workflow.RefusedError, match="没有草稿"):
        offered(upload, reporter)
    upload.refresh_from_db()
    assert upload.state == Upload.State.READ


def test_a_file_in_another_form_brings_only_what_means_the_same(
    own: Batch, reporter: User, finance: Agency
) -> None:
    from tests.importing.layouts import spans

    draft = begun(finance, year=2021)
    old = given(own, spans(printed(year=2021, of="shanghai-office-2019")))
    lost = receiving.standing(old, reporter).lost
    offered(old, reporter)
    assert lost
    assert set(waiting(draft)) - {f"prose.{part}" for part in "156"} <= set(draft.format.cells)
