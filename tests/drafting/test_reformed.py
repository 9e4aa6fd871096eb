"""A draft is read against the agencies that were taken over, under the names of its district."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.models import Agency, Succession, User
from agencies.tree import rename
from reports import drafting, workflow
from reports.models import Report
from tests.drafting.openings import CLOSING, COLUMNS, NATURAL, OPENING, left_over, waiting
from tests.drafting.saves import figure, fresh, put, save
from tests.filing import YEAR, begun, published
from tests.make import make_agency, make_user

TOTAL = OPENING.format("total")


@pytest.fixture
def two(finance: Agency, education: Agency) -> dict[str, Report]:
    """Both bureaus' reports of last year: 12 and 3 applications, 9 and 4 documents go on."""
    return {
        agency.name: of_last_year(agency, natural, stock)
        for agency, natural, stock in ((finance, 12, 9), (education, 3, 4))
    }


def of_last_year(agency: Agency, natural: int, stock: int) -> Report:
    writer, signer = (make_user("", {role: agency}) for role in ("reporter", "reviewer"))
    draft = left_over(begun(agency, year=YEAR - 1), writer, natural)
    save(draft, writer, {"documents.normative.in_force": (0, stock)})
    return published(fresh(draft), writer, signer)


def merge(old: Agency, new: Agency, kind: str = "merge", month: int = 3) -> None:
    Succession.objects.create(from_agency=old, to_agency=new, on=f"{YEAR}-{month:02}-01", kind=kind)


def told(report: Report, *rules: str) -> list[str]:
    found = drafting.judged(fresh(report))
    return [one.finding.message for one in found if one.finding.rule in rules]


def opened(report: Report, by: User, natural: int) -> None:
    pairs = {OPENING.format(column): (None, 0) for column in COLUMNS[1:]}
    save(report, by, pairs | {NATURAL: (None, natural)})


@pytest.fixture
def merged(county: Agency, finance: Agency, education: Agency, two: dict[str, Report]) -> Report:
    new = make_agency("caijiao", "某某县财教局", parent=county)
    merge(finance, new)
    merge(education, new)
    return begun(new)


@pytest.fixture
def clerk(merged: Report) -> User:
    return make_user("zhou", {"reporter": merged.duty.agency})


def test_a_new_agency_is_shown_what_each_of_two_left(merged: Report) -> None:
    shown = drafting.inherited(merged)
    assert shown[NATURAL] == "某某县财政局12＋某某县教育局3＝15"
    assert shown[TOTAL] == "某某县财政局12＋某某县教育局3＝15"
    assert shown["documents.normative.in_force"] == "某某县财政局9＋某某县教育局4＝13"


def test_its_opening_is_judged_by_the_sum(merged: Report, clerk: User) -> None:
    opened(merged, clerk, 15)
    assert told(merged, "R30", "R34") == []
    put(merged, clerk, NATURAL, 15, 12)
    (words,) = told(merged, "R30", "R34")
    assert "本年12，某某县财政局12＋某某县教育局3＝15" in words


def test_the_sum_of_what_each_left_waits_to_be_confirmed(merged: Report, clerk: User) -> None:
    drafting.carry(merged, clerk)
    shown = drafting.prefilled(merged)[NATURAL]
    assert (shown["state"], shown["value"], shown["now"]) == ("waiting", 15, None)
    assert shown["words"] == "各机关上年结转之和（某某县财政局12＋某某县教育局3＝15）"
    assert sorted(waiting(merged)) == sorted(OPENING.format(column) for column in COLUMNS)
    drafting.confirm(merged.pk, clerk, [one.pk for one in waiting(merged).values()])
    assert figure(merged, TOTAL) == 15
    assert drafting.prefilled(fresh(merged))[NATURAL]["state"] == "locked"
    assert told(merged, "R30", "R34") == []


def test_whoever_unlocks_the_sum_is_not_asked_again(merged: Report, clerk: User) -> None:
    drafting.carry(merged, clerk)
    drafting.confirm(merged.pk, clerk, [one.pk for one in waiting(merged).values()])
    drafting.unlock(merged.pk, clerk, NATURAL, "一件已撤回")
    put(merged, clerk, NATURAL, 15, 14)
    (one,) = [one for one in drafting.judged(fresh(merged)) if one.finding.rule == "R34"]
    assert (one.written, one.blocks) == ("解锁时说明：一件已撤回", False)


def test_the_own_and_what_came_to_it_are_summed(
    report: Report, reporter: User, education: Agency, two: dict[str, Report]
) -> None:
    merge(education, report.duty.agency)
    drafting.carry(report, reporter)
    assert waiting(report)[NATURAL].value == 15


def test_a_sum_follows_what_one_of_them_corrects(
    merged: Report, clerk: User, education: Agency, two: dict[str, Report]
) -> None:
    drafting.carry(merged, clerk)
    writer, signer = (make_user("", {role: education}) for role in ("reporter", "reviewer"))
    before = fresh(two[education.name])
    again = workflow.advance(before, "correct", signer, "多计", revision=before.revision_id)
    keys = CLOSING.format("natural_person"), "applications.received.natural_person"
    save(again, writer, dict.fromkeys(keys, (3, 5)))
    published(fresh(again), writer, signer)
    drafting.carry(merged, clerk)
    assert waiting(merged)[NATURAL].value == 17


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_who_gave_work_away_itself_is_proposed_no_sum(
    report: Report,
    reporter: User,
    education: Agency,
    two: dict[str, Report],
    county: Agency,
    kind: str,
) -> None:
    merge(education, report.duty.agency)
    merge(report.duty.agency, make_agency("caijian", "某某县财监局", parent=county), kind)
    drafting.carry(report, reporter)
    assert waiting(report) == {}


def test_of_a_split_or_an_unknown_figure_no_sum_is_proposed(
    report: Report, reporter: User, education: Agency, two: dict[str, Report], county: Agency
) -> None:
    new = make_agency("tiyu", "某某县体育局", parent=county)
    merge(education, new, "split")
    split = begun(new)
    drafting.carry(split, make_user("", {"reporter": new}))
    assert NATURAL not in waiting(split)
    assert waiting(split)[OPENING.format("business")].value == 0


def test_no_zero_is_filled_in_where_others_left_something_or_nobody_knows(
    merged: Report, clerk: User, county: Agency, elsewhere: Agency
) -> None:
    drafting.fill_zeros(merged.pk, clerk)
    stock = "documents.normative.in_force"
    assert (figure(merged, NATURAL), figure(merged, stock)) == (None, None)
    assert figure(merged, OPENING.format("business")) == 0
    new = make_agency("xin", "某某县新局", parent=county)
    merge(elsewhere, new)
    draft = begun(new)
    drafting.fill_zeros(draft.pk, make_user("", {"reporter": new}))
    assert figure(draft, NATURAL) is None


def test_an_agency_whose_own_report_is_missing_is_no_new_one(
    county: Agency, education: Agency, two: dict[str, Report]
) -> None:
    old = make_agency("shenji", "某某县审计局", parent=county)
    empty = begun(old, year=YEAR - 1)
    merge(education, old)
    draft, by = begun(old), make_user("", {"reporter": old})
    drafting.carry(draft, by)
    assert waiting(draft) == {}
    empty.delete()
    drafting.carry(draft, by)
    assert waiting(draft) == {}


def test_who_took_another_over_adds_its_own(
    report: Report, reporter: User, education: Agency, two: dict[str, Report]
) -> None:
    merge(education, report.duty.agency)
    opened(report, reporter, 12)
    (words,) = told(report, "R30", "R34")
    assert "某某县财政局12＋某某县教育局3＝15" in words


def test_of_what_was_split_off_only_the_bounds_are_known(
    county: Agency, education: Agency, two: dict[str, Report]
) -> None:
    new = make_agency("tiyu", "某某县体育局", parent=county)
    merge(education, new, "split")
    draft, by = begun(new), make_user("", {"reporter": new})
    opened(draft, by, 2)
    assert told(draft, "R34") == []
    put(draft, by, NATURAL, 2, 4)
    assert "某某县教育局（拆分）3＝0至3" in told(draft, "R34")[0]


def test_what_came_to_one_of_them_in_the_same_year_came_along(
    county: Agency, finance: Agency, education: Agency, two: dict[str, Report]
) -> None:
    merge(education, finance, month=2)
    new = make_agency("caijiao", "某某县财教局", parent=county)
    merge(finance, new, "rename", month=6)
    renamed = begun(new)
    assert drafting.inherited(renamed)[NATURAL] == "某某县财政局12＋某某县教育局3＝15"
    assert drafting.last_year(renamed).openings(renamed)[NATURAL] == 15


def test_without_last_years_report_of_one_nothing_is_summed(
    merged: Report, clerk: User, elsewhere: Agency
) -> None:
    merge(elsewhere, merged.duty.agency)
    opened(merged, clerk, 1)
    assert told(merged, "R30", "R34") == []
    assert "邻县人民政府（上年数不详）" in drafting.inherited(merged)[NATURAL]


def test_mergers_of_other_years_count_no_more(
    report: Report, education: Agency, two: dict[str, Report]
) -> None:
    Succession.objects.create(
        from_agency=education, to_agency=report.duty.agency, on=f"{YEAR - 1}-03-01", kind="merge"
    )
    assert drafting.inherited(report) == {}


def test_another_bureaus_name_in_the_own_place_is_told(
    report: Report, reporter: User, education: Agency
) -> None:
    begun(education)
    put(report, reporter, "prose.1", "", "某某县教育局2024年收到政府信息公开申请0件。")
    assert len(told(report, "R06")) == 1


@pytest.mark.parametrize("name", ["某某县人民政府", "某某县财政局", "邻县人民政府"])
def test_who_stands_above_or_is_a_stranger_may_be_spoken_of(
    report: Report, reporter: User, county: Agency, elsewhere: Agency, name: str
) -> None:
    begun(county)
    begun(elsewhere)
    put(report, reporter, "prose.1", "", f"{name}2024年收到政府信息公开申请0件。")
    assert told(report, "R06") == []


def test_whom_it_took_over_may_be_spoken_of(
    report: Report, reporter: User, education: Agency
) -> None:
    begun(education)
    merge(education, report.duty.agency)
    put(report, reporter, "prose.1", "", "某某县教育局2024年收到政府信息公开申请0件。")
    assert told(report, "R06") == []


def test_the_name_as_filed_is_a_registered_one(report: Report, finance: Agency) -> None:
    assert told(report, "R06") == []
    rename(finance, "某某县财税局", on=date(YEAR + 1, 2, 1))
    assert told(report, "R06") == []
    type(report.duty).objects.update(legal_name="某某县财政厅")
    assert "报告用名“某某县财政厅”与登记的机关全称" in told(report, "R06")[0]
