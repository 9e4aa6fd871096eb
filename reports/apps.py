"""The reports application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What the agencies report."""

    name = "reports"
    verbose_name = "年度报告"

    def ready(self) -> None:
        """Let `manage.py check` tell what this machine lacks to draw documents, and every draft
        be judged by what its fonts can print.
        """
        from . import system_checks
        from .drafting import judging
        from .rendering.unprintable import unprintable

        system_checks.register_all()
        judging.further.append(unprintable)
