"""The agencies, people and duties of the demo district, as district.toml lists them."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from agencies import roles, tree
from agencies.models import Agency, Division, User
from agencies.roles import Role
from reports import dividing, roster
from reports.models import Campaign, SignoffStep

HERE = Path(__file__).parent
DISTRICT: dict[str, Any] = tomllib.loads((HERE / "district.toml").read_text(encoding="utf-8"))
ROOT: str = DISTRICT["agencies"][0]["slug"]


def plant() -> None:
    """The agencies with their sign-off steps; those that are there stay as they are."""
    for told in DISTRICT["agencies"]:
        if Agency.objects.filter(slug=told["slug"]).exists():
            continue
        agency = tree.plant(
            Agency.objects.filter(slug=told.get("parent")).first(),
            told["name"],
            told["slug"],
            told["kind"],
            told.get("level", "county"),
            short_name=told["short_name"],
        )
        for number, post in enumerate(told.get("steps", ()), 1):
            SignoffStep.objects.create(agency=agency, number=number, post=post)


def settle(password: str) -> None:
    """The people with their roles; an account that is there keeps its password."""
    for told in DISTRICT["people"]:
        if User.objects.filter(username=told["username"]).exists():
            continue
        person = User.objects.create_user(
            told["username"],
            password if told.get("signs_in", True) else None,
            name=told["name"],
            phone=told["phone"],
            home=Agency.objects.get(slug=told["home"]),
            is_demo=True,
        )
        for role, slugs in told["roles"].items():
            for slug in [slugs] if isinstance(slugs, str) else slugs:
                roles.grant(person, role, Agency.objects.get(slug=slug), by=None)


def divide() -> None:
    """The divisions with their parts; an agency that has had any keeps its own."""
    divided = {told["agency"] for told in DISTRICT["divisions"]}
    fresh = {slug for slug in divided if not Division.objects.filter(agency__slug=slug).exists()}
    for told in DISTRICT["divisions"]:
        if told["agency"] in fresh:
            _divide(Agency.objects.get(slug=told["agency"]), told)


def _divide(agency: Agency, told: dict[str, Any]) -> None:
    by = User.objects.filter(
        is_demo=True, memberships__role=Role.REPORTER, memberships__agency=agency
    ).earliest("pk")
    division = dividing.add(agency, by, told["name"], told["contact"], told["phone"])
    for target in told["parts"]:
        dividing.assign(agency, by, target, division)


def begin_years() -> dict[str, Campaign]:
    """`this_year`, the last year that is over, with a duty for everyone, and `last_year` before it.

    Once begun, the years stay what they were on the first day.
    """
    county = Agency.objects.get(slug=ROOT)
    begun = county.campaigns.order_by("-year").values_list("year", flat=True).first()
    year = begun or timezone.localdate().year - 1
    campaigns = {
        "last_year": roster.open_campaign(county, year - 1, is_public=True),
        "this_year": roster.open_campaign(county, year, is_public=True),
    }
    for told in DISTRICT["plays"]:
        if told["year"] == "last_year":
            _assign(campaigns["last_year"], told["agency"])
    for told in DISTRICT["agencies"]:
        _assign(campaigns["this_year"], told["slug"])
    return campaigns


def _assign(campaign: Campaign, slug: str) -> None:
    agency = Agency.objects.get(slug=slug)
    if not agency.duties.filter(year=campaign.year).exists():
        roster.assign(campaign, agency, _ahead(agency, campaign))


def _ahead(agency: Agency, campaign: Campaign) -> datetime | None:
    """A date to work towards whenever the demo is tried: the law's, or the end of next month."""
    now = timezone.localtime()
    is_past_year = campaign.year < now.year - 1
    if is_past_year or roster.statutory_due(agency, campaign.year) > now:
        return None
    months = now.year * 12 + now.month - 1 + 2
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=timezone.get_default_timezone())
