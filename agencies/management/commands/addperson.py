"""Adds a person and prints the one-time password: how the three administrators begin."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from agencies import accounts, roles
from agencies.models import Agency, Role, User


class Command(BaseCommand):
    """``addperson USERNAME NAME AGENCY_SLUG [--role ROLE …]``."""

    help = "Adds a person at an agency, with any roles, and prints a one-time password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, where, as what."""
        parser.add_argument("username")
        parser.add_argument("name")
        parser.add_argument("agency", help="slug")
        parser.add_argument("--role", action="append", choices=Role.values, default=[])

    @transaction.atomic
    def handle(self, *_: Any, **told: Any) -> None:
        """Create the account and grant the roles, all or nothing."""
        agency = Agency.objects.filter(slug=told["agency"]).first()
        if agency is None:
            raise CommandError(f"No agency has the slug {told['agency']}")
        if User.objects.filter(username=told["username"]).exists():
            raise CommandError(f"The user name {told['username']} is taken")
        person, secret = accounts.create(told["username"], told["name"], agency, by=None)
        try:
            for role in told["role"]:
                roles.grant(person, role, agency, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{person.username} {secret}")
