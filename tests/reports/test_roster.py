"""Duties: dates of the law, names as of then, one a year, an empty report from the start."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from agencies import tree
from agencies.models import Agency
from agencies.models.agency import AgencyKind
from reports import roster
from reports.formats import NoFormatError
from reports.models import Campaign, Duty, State
from reports.roster import RosterError, assign, open_campaign
from tests.filing import begun
from tests.make import make_agency
from tests.samples import contract

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def campaign(county: Agency) -> Campaign:
    return open_campaign(county, 2024)


def test_a_campaign_is_opened_once(county: Agency, campaign: Campaign) -> None:
    again = open_campaign(county, 2024, files_first=True)
    assert again == campaign
    assert not again.files_first
    assert again.opens_on == date(2025, 1, 1)


def test_no_campaign_opens_for_a_year_without_a_form(county: Agency) -> None:
    with pytest.raises(NoFormatError):
        open_campaign(county, 2015)


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        (AgencyKind.DEPARTMENT, datetime(2025, 2, 1, tzinfo=SHANGHAI)),
        (AgencyKind.GOVERNMENT_OFFICE, datetime(2025, 2, 1, tzinfo=SHANGHAI)),
        (AgencyKind.TOWNSHIP, datetime(2025, 2, 1, tzinfo=SHANGHAI)),
        (AgencyKind.GOVERNMENT, datetime(2025, 4, 1, tzinfo=SHANGHAI)),
    ],
)
def test_the_law_sets_the_date(campaign: Campaign, kind: str, due: datetime) -> None:
    agency = make_agency("mou", parent=campaign.owner, kind=kind)
    assert assign(campaign, agency).due_at == due


def test_a_duty_begins_with_an_empty_draft(campaign: Campaign, finance: Agency) -> None:
    report = assign(campaign, finance).report
    assert report.state == State.DRAFT
    assert set(report.content.figures.values()) == {None}
    assert report.title == "某某县财政局2024年政府信息公开工作年度报告"


def test_a_duty_carries_the_name_of_its_year(campaign: Campaign, finance: Agency) -> None:
    tree.rename(finance, "某某县财政和国资局", on=date(2025, 1, 1))
    assert assign(campaign, finance).legal_name == "某某县财政局"


def test_a_duty_is_collected_by_the_agency_above(campaign: Campaign, finance: Agency) -> None:
    duty = assign(campaign, finance)
    assert (duty.parent, duty.edition) == (campaign.owner, "2021")


@pytest.mark.parametrize(("year", "edition"), [(2019, "2019"), (2020, "2019"), (2021, "2021")])
def test_a_duty_is_done_in_the_form_of_its_year(finance: Agency, year: int, edition: str) -> None:
    report = begun(finance, year=year)
    assert report.duty.edition == edition
    assert set(report.content.figures) == {cell["id"] for cell in contract(edition)["cells"]}


def test_assigning_again_changes_nothing(campaign: Campaign, finance: Agency) -> None:
    assert assign(campaign, finance) == assign(campaign, finance)
    assert Duty.objects.count() == 1


def test_assigning_again_may_move_the_date(campaign: Campaign, finance: Agency) -> None:
    assign(campaign, finance)
    later = datetime(2025, 1, 21, tzinfo=SHANGHAI)
    assign(campaign, finance, later)
    assert Duty.objects.get().due_at == later


def test_two_districts_cannot_ask_for_the_same_report(
    campaign: Campaign, finance: Agency, elsewhere: Agency
) -> None:
    assign(campaign, finance)
    with pytest.raises(RosterError, match="某某县人民政府"):
        assign(open_campaign(elsewhere, 2024), finance)


def test_a_duty_keeps_the_name_it_began_with(campaign: Campaign, finance: Agency) -> None:
    assign(campaign, finance)
    with pytest.raises(RosterError, match="某某县财政局"):
        assign(campaign, finance, legal_name="某某县国资局")


def test_the_nearest_government_is_the_district(county: Agency, finance: Agency) -> None:
    below = make_agency("guoku", parent=finance)
    assert roster.district_of(below) == county
    assert roster.district_of(county) == county


def test_without_a_government_above_the_root_is_the_district(db: None) -> None:
    root = make_agency("xitong")
    assert roster.district_of(make_agency("fenju", parent=root)) == root
