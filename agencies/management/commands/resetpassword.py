"""Resets any password, an administrator's too, which no page can do."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agencies import accounts
from agencies.models import User


class Command(BaseCommand):
    """``resetpassword USERNAME``."""

    help = "Gives a person a one-time password and prints it; open sessions end."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("username")

    def handle(self, *_: Any, **told: Any) -> None:
        """Reset and print."""
        person = User.objects.filter(username=told["username"]).first()
        if person is None:
            raise CommandError("No such person")
        self.stdout.write(accounts.reset_password(person, by=None))
