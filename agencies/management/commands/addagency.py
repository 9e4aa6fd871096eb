"""Adds an agency to the tree: the first root of an installation, or one below another."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agencies.models import Agency
from agencies.models.agency import AgencyKind, AgencyLevel
from agencies.tree import plant


class Command(BaseCommand):
    """``addagency SLUG NAME [--parent SLUG] [--kind …] [--level …]``."""

    help = "Adds an agency; without --parent a new root."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Slug and full legal name; the rest has a usual value."""
        parser.add_argument("slug")
        parser.add_argument("name")
        parser.add_argument("--parent", help="slug of the agency above")
        parser.add_argument("--kind", choices=AgencyKind.values, default=AgencyKind.GOVERNMENT)
        parser.add_argument("--level", choices=AgencyLevel.values, default=AgencyLevel.COUNTY)
        parser.add_argument("--may-make-rules", action="store_true")

    def handle(self, *_: Any, **told: Any) -> None:
        """Plant it, or say why not."""
        slug = told["parent"]
        parent = Agency.objects.filter(slug=slug).first() if slug else None
        if slug and parent is None:
            raise CommandError(f"No agency has the slug {slug}")
        columns = {key: told[key] for key in ("name", "slug", "kind", "level", "may_make_rules")}
        try:
            agency = plant(parent, **columns)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{agency.path} {agency.name}")
