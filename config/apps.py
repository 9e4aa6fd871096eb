"""The site itself as an application: its checks run with everyone else's."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Registers the checks of the installation."""

    name = "config"
    verbose_name = "站点"
    default = True

    def ready(self) -> None:
        from config import checks

        checks.register()
