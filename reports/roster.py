"""Who reports for which year and by when: opening a year's collection, assigning its duties.

Statutory dates: 政府信息公开条例, art. 49. A due instant is the one after the last day.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from agencies import tree
from agencies.models import Agency
from agencies.models.agency import AgencyKind
from reports import drafting
from reports.formats import in_force
from reports.local.deadlines import due, statutory_due
from reports.models import Campaign, Duty

__all__ = [
    "RosterError",
    "assign",
    "campaign_for",
    "district_of",
    "open_campaign",
    "statutory_due",
]


class RosterError(ValueError):
    """A duty that cannot stand as asked; the message says why, in Chinese."""


def district_of(agency: Agency) -> Agency:
    """The government at or above the agency that collects its report; without one, the root."""
    above = tree.ancestors(agency)
    nearest = above.filter(kind=AgencyKind.GOVERNMENT).order_by("-path").first()
    return nearest or above.get(parent=None)


def open_campaign(
    owner: Agency,
    year: int,
    opens_on: date | None = None,
    *,
    files_first: bool = False,
    is_public: bool = False,
) -> Campaign:
    """The year's collection of a district, opened if it is not; one that is open stays as it is.

    Without `opens_on` it opens on 1 January after the report year. Raises NoFormatError for a year
    that has no edition of the form.
    """
    in_force(year)
    campaign, _ = Campaign.objects.get_or_create(
        owner=owner,
        year=year,
        defaults={
            "opens_on": opens_on or date(year + 1, 1, 1),
            "files_first": files_first,
            "is_public": is_public,
        },
    )
    return campaign


def campaign_for(agency: Agency, year: int) -> Campaign:
    """The collection of that year in the agency's district. One that is opened only now, for what
    was published long ago, is as open to the public as the district's newest.
    """
    owner = district_of(agency)
    newest = Campaign.objects.filter(owner=owner).first()
    return open_campaign(
        owner,
        year,
        files_first=bool(newest and newest.files_first),
        is_public=bool(newest and newest.is_public),
    )


@transaction.atomic
def assign(
    campaign: Campaign,
    agency: Agency,
    due_at: datetime | None = None,
    legal_name: str | None = None,
    edition: str | None = None,
) -> Duty:
    """The agency's duty of that year with its empty report; a duty that is there gets the new date.

    Without `due_at` the date of the law holds, or an earlier one of the district, without
    `legal_name` the name borne on the last day of the year, without `edition` that in force then.
    Raises RosterError when the agency has that duty elsewhere or under another name.
    """
    duty = Duty.objects.select_for_update().filter(agency=agency, year=campaign.year).first()
    if duty is None:
        return _new_duty(campaign, agency, due_at, legal_name, edition)
    if duty.campaign_id != campaign.pk:
        raise RosterError(f"{duty}的报告义务已由“{duty.campaign.owner}”安排")
    if legal_name not in (None, duty.legal_name):
        raise RosterError(f"{duty}的报告义务已按“{duty.legal_name}”建立，不能改为“{legal_name}”")
    if due_at not in (None, duty.due_at):
        duty.due_at = due_at
        duty.save(update_fields=["due_at"])
    return duty


def _new_duty(
    campaign: Campaign,
    agency: Agency,
    due_at: datetime | None,
    legal_name: str | None,
    edition: str | None,
) -> Duty:
    duty = Duty.objects.create(
        campaign=campaign,
        agency=agency,
        parent=agency.parent,
        year=campaign.year,
        edition=edition or in_force(campaign.year).edition,
        due_at=due_at or due(agency, campaign.year),
        legal_name=legal_name or agency.name_on(date(campaign.year, 12, 31)),
    )
    drafting.begin(duty)
    return duty
