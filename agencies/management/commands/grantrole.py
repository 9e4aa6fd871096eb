"""Grants or revokes any role, administrators' too, which no page can do."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agencies import roles
from agencies.models import Agency, Role, User


class Command(BaseCommand):
    """``grantrole USERNAME ROLE AGENCY_SLUG [--revoke]``."""

    help = "Grants a role to a person at an agency, or takes it back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, what, where."""
        parser.add_argument("username")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("agency", help="slug")
        parser.add_argument("--revoke", action="store_true")

    def handle(self, *_: Any, **told: Any) -> None:
        """Do it, or say why not."""
        person = User.objects.filter(username=told["username"]).first()
        agency = Agency.objects.filter(slug=told["agency"]).first()
        if person is None or agency is None:
            raise CommandError("No such person or agency")
        try:
            change = roles.revoke if told["revoke"] else roles.grant
            change(person, told["role"], agency, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
