"""A browser in which somebody has signed in."""

from __future__ import annotations

from django.test import Client

from agencies.models import User


def of(user: User) -> Client:
    """That person's."""
    client = Client()
    client.force_login(user)
    return client
