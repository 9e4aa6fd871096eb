"""After a test that commits, what it wrote is deleted: the tables that have rows, and no others.

Django would truncate every table and then look whether all its permissions are still there. For
each table and index PostgreSQL then makes a file and syncs it, a second or more a test.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase

MADE_BY_MIGRATING = {"django_content_type", "auth_permission"}
"""The same for every test; nobody writes there."""


def empty() -> None:
    """Who still writes is waited for: what he commits later would be the next test's."""
    known = set(connection.introspection.django_table_names(only_existing=True))
    tables = sorted(connection.ops.quote_name(name) for name in known - MADE_BY_MIGRATING)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        for table in written(cursor, tables):
            cursor.execute(f"DELETE FROM {table}")


def written(cursor: CursorWrapper, tables: list[str]) -> list[str]:
    """Those of the tables in which there is something. References are looked at only in the end."""
    asked = [f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in tables]
    cursor.execute(" UNION ALL ".join(asked))
    return [table for (table,) in cursor.fetchall()]


def empty_after(_: TransactionTestCase) -> None:
    """In place of `flush`."""
    empty()


TransactionTestCase._fixture_teardown = empty_after  # type: ignore[attr-defined]
