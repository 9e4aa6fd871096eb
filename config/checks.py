"""What must not be in an installation for the public: the accounts of the demo district."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags
from django.core.checks import register as register_check
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections


def demo_accounts_exist() -> bool:
    """Whether the database holds an account of the demo district; False before it has tables."""
    users = get_user_model()
    if users._meta.db_table not in connections[DEFAULT_DB_ALIAS].introspection.table_names():
        return False
    return bool(users.objects.filter(is_demo=True).exists())


def check_demo_accounts(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """An error for demo accounts in production; runs with `check --database default`."""
    if not settings.PRODUCTION or DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    if not demo_accounts_exist():
        return []
    return [
        Error(
            "Demo accounts are present in production.",
            hint="Remove them, or start from an empty database.",
            id="config.E001",
        )
    ]


def refuse_demo_accounts() -> None:
    """Called where the site starts to serve or to work: stops production with demo accounts."""
    if settings.PRODUCTION and demo_accounts_exist():
        raise ImproperlyConfigured("Demo accounts are present; production does not start with them")


def register() -> None:
    """Make Django run the checks of this module."""
    register_check(check_demo_accounts, Tags.database)
