"""Plain factories: each makes one thing in the database with everything not asked for sensible."""

from __future__ import annotations

from itertools import count
from typing import Any

from agencies.models import Agency, User
from agencies.roles import grant
from agencies.tree import plant

PASSWORD = "Zhangsan-2024"
"""The password of everyone made here."""

_number = count(1)


def make_agency(
    slug: str = "", name: str = "", parent: Agency | None = None, **fields: Any
) -> Agency:
    """An agency; without a parent the root of a tree of its own."""
    slug = slug or f"agency-{next(_number)}"
    return plant(parent, name or f"某某县{slug}局", slug, **fields)


def make_user(username: str = "", roles: dict[str, Agency] | None = None, **fields: Any) -> User:
    """A person who holds each role at its agency and signs in with ``PASSWORD``."""
    username = username or f"person-{next(_number)}"
    fields.setdefault("name", username)
    user = User.objects.create_user(username, fields.pop("password", PASSWORD), **fields)
    for role, agency in (roles or {}).items():
        grant(user, role, agency, by=None)
    return user
