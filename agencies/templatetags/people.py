"""What the page frame says of the person signed in, and how roles are called in a district."""

from __future__ import annotations

from typing import TypedDict

from django import template
from django.contrib.auth.models import AnonymousUser

from agencies.accounts import DOERS, Deed
from agencies.models import Membership, Role, User
from agencies.tree import office_name_for

register = template.Library()


class Standing(TypedDict):
    """The first membership, how many more there are, and which pages are open."""

    at: Membership | None
    more: int
    keeps_people: bool
    reads_log: bool


@register.simple_tag
def standing(user: User | AnonymousUser) -> Standing:
    """Where and what the person is, for the header; one query."""
    held = list(Membership.objects.filter(user=user.pk).select_related("agency"))
    roles = {membership.role for membership in held}
    return {
        "at": held[0] if held else None,
        "more": max(0, len(held) - 1),
        "keeps_people": not roles.isdisjoint(DOERS[Deed.SEE]),
        "reads_log": not roles.isdisjoint({Role.AUDITOR, Role.SECADMIN}),
    }


@register.filter
def role_name(membership: Membership) -> str:
    """The role as the district calls it."""
    if membership.role == Role.OFFICE:
        return office_name_for(membership.agency)
    return membership.get_role_display()
