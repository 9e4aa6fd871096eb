"""The only writer of the agency tree: planting, moving and renaming agencies.

An agency's path is the slugs from its root down, each followed by a slash. A tree changes a few
times a year, so every change locks all roots: simple, and no two changes can cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat, Substr

from agencies.models.agency import Agency, AgencyKind, AgencyLevel

if TYPE_CHECKING:
    from datetime import date

    from agencies.models.agency import AgencyQuerySet

DEFAULT_OFFICE_NAME = "政务公开办"


@transaction.atomic
def plant(
    parent: Agency | None,
    name: str,
    slug: str,
    kind: str = AgencyKind.DEPARTMENT,
    level: str = AgencyLevel.COUNTY,
    **fields: Any,
) -> Agency:
    """Add an agency below ``parent`` (None: a new root) under a slug that stays for ever.

    ``fields`` are further columns of Agency. A bad slug, or one in use, raises ValidationError.
    """
    above = _locked(parent)[0] if parent else None
    agency = Agency(parent=above, name=name, slug=slug, kind=kind, level=level, **fields)
    agency.path = _path(above, agency)
    agency.full_clean()
    agency.save(force_insert=True)
    agency.names.create(name=name, from_date=agency.opened_on)
    return agency


@transaction.atomic
def move(agency: Agency, parent: Agency | None) -> Agency:
    """Put an agency and all below it under another parent (None: make it a root).

    Raises ValueError when the new parent is the agency itself or stands below it. The agency
    that was passed in is brought up to date and returned.
    """
    moved, *above = _locked(agency, parent)
    if above and above[0].path.startswith(moved.path):
        raise ValueError(f"{moved} cannot stand below itself")
    old, new = moved.path, _path(above[0] if above else None, moved)
    rest = Substr("path", len(old) + 1)
    Agency.objects.filter(pk=moved.pk).update(parent=parent)
    Agency.objects.within(old).update(path=Concat(Value(new), rest))
    agency.refresh_from_db()
    return agency


@transaction.atomic
def rename(agency: Agency, new_name: str, on: date) -> Agency:
    """Give an agency another full legal name from the day ``on``; the old one stays on record.

    Raises ValueError when the name borne now began on or after that day.
    """
    (renamed,) = _locked(agency)
    borne = renamed.names.get(until_date=None)
    if borne.from_date and borne.from_date >= on:
        raise ValueError(f"{borne} began on {borne.from_date}, not before {on}")
    renamed.names.filter(pk=borne.pk).update(until_date=on)
    renamed.names.create(name=new_name, from_date=on)
    Agency.objects.filter(pk=renamed.pk).update(name=new_name)
    agency.refresh_from_db()
    return agency


def subtree(agency: Agency) -> AgencyQuerySet:
    """The agency and all that stand below it, in the order of the tree."""
    return Agency.objects.within(agency.path)


def ancestors(agency: Agency) -> AgencyQuerySet:
    """The agency and all above it, the root first."""
    return Agency.objects.filter(path__in=paths_down_to(agency)).order_by("path")


def children(agency: Agency) -> AgencyQuerySet:
    """The agencies directly below."""
    return Agency.objects.filter(parent=agency)


def paths_down_to(agency: Agency) -> list[str]:
    """The paths from the root down to the agency itself."""
    slugs = agency.path.rstrip("/").split("/")
    return ["/".join(slugs[: depth + 1]) + "/" for depth in range(len(slugs))]


def office_name_for(agency: Agency) -> str:
    """What the district of the agency calls its 政务公开办: the nearest name at or above it."""
    named = ancestors(agency).exclude(office_name="").order_by("-path").first()
    return named.office_name if named else DEFAULT_OFFICE_NAME


def _locked(*agencies: Agency | None) -> list[Agency]:
    """The same agencies as they stand once every root is locked."""
    list(Agency.objects.select_for_update().filter(parent=None).order_by("pk").values_list("pk"))
    wanted = [agency.pk for agency in agencies if agency]
    fresh = Agency.objects.select_for_update().filter(Q(pk__in=wanted)).in_bulk()
    return [fresh[pk] for pk in wanted]


def _path(parent: Agency | None, agency: Agency) -> str:
    return f"{parent.path if parent else ''}{agency.slug}/"
