"""Loads the fictional demo district once, into an empty database."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from agencies.models import Agency, User
from reports import demo
from reports.models import Campaign

PASSWORD = "nianbao-demo"  # noqa: S105 - told to everyone; production refuses demo accounts


class Command(BaseCommand):
    """`loaddemo`; where it has been done already, or real agencies are kept, it changes nothing."""

    help = (
        "Load the fictional district 某某县 with its accounts and reports into an empty database. "
        f"The password is the variable DEMO_PASSWORD, {PASSWORD} by default. A second run changes "
        "nothing; an interrupted one is completed."
    )

    def handle(self, *args: object, **options: object) -> None:
        if settings.PRODUCTION:
            raise CommandError("演示数据不能载入正式环境（NIANBAO_PRODUCTION=1）")
        if Agency.objects.exists() and not User.objects.filter(is_demo=True).exists():
            self.stdout.write("数据库中已有机构，未载入演示数据")
            return
        self._load(os.environ.get("DEMO_PASSWORD", "") or PASSWORD)

    def _load(self, password: str) -> None:
        with transaction.atomic():
            demo.plant()
            demo.settle(password)
            demo.divide()
            campaigns = demo.begin_years()
        plays = demo.DISTRICT["plays"]
        played = sum(self._play(campaigns, told, number) for number, told in enumerate(plays, 1))
        if played:
            self.stdout.write(f"已载入演示区县“某某县”：{played}份报告")

    def _play(self, campaigns: dict[str, Campaign], told: dict[str, Any], number: int) -> bool:
        """One report, told to whoever is watching: drawing the published ones takes seconds."""
        if self.stdout.isatty():
            self.stdout.write(f"正在准备演示数据 {number}", ending="\r")
        return demo.play(campaigns[told["year"]], told)
