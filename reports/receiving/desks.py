"""On whose behalf somebody gives files in, and for whom these may be."""

from __future__ import annotations

from dataclasses import dataclass

from agencies import tree
from agencies.models import Agency, User
from agencies.models.agency import AgencyQuerySet
from agencies.roles import Role
from reports.models import Batch
from reports.models.upload import RECEIVING


@dataclass(frozen=True)
class Desk:
    """An agency and the role that the person has there."""

    agency: Agency
    role: str

    @property
    def key(self) -> str:
        """How a page names it."""
        return f"{self.role}:{self.agency.slug}"

    @property
    def words(self) -> str:
        """How it is told: “某某县财政局（填报人）”."""
        return f"{self.agency}（{Role(self.role).label}）"


def desks(user: User) -> list[Desk]:
    """Where the person may give files in, in the order of the tree."""
    if not user.is_active:
        return []
    held = user.memberships.filter(role__in=RECEIVING).select_related("agency")
    found = [Desk(one.agency, one.role) for one in held]
    return sorted(found, key=lambda one: (one.agency.path, one.role))


def reach(batch: Batch) -> AgencyQuerySet:
    """The agencies whose reports may be in the batch: the own one, or the district's."""
    if batch.role == Role.OFFICE:
        return tree.subtree(batch.agency)
    return Agency.objects.filter(pk=batch.agency_id)
