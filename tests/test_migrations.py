"""Migrations are complete, named by someone, and can be undone."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader

OURS = ("agencies", "reports")
MIGRATIONS = {
    key: migration
    for key, migration in MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items()
    if key[0] in OURS
}


@pytest.mark.django_db
def test_no_model_differs_from_its_migrations() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_both_applications_have_migrations() -> None:
    assert {app for app, _ in MIGRATIONS} == set(OURS)


@pytest.mark.parametrize("name", sorted(name for _, name in MIGRATIONS))
def test_every_migration_was_named_by_someone(name: str) -> None:
    assert "_auto_" not in name


@pytest.mark.parametrize("key", sorted(MIGRATIONS), ids=".".join)
def test_every_migration_can_be_undone(key: tuple[str, str]) -> None:
    operations = MIGRATIONS[key].operations
    assert all(op.reversible for op in operations if isinstance(op, RunPython | RunSQL))


@pytest.mark.django_db
def test_every_model_has_its_table() -> None:
    tables = connection.introspection.table_names()
    assert not [
        m
        for app in OURS
        for m in apps.get_app_config(app).get_models()
        if m._meta.managed and m._meta.db_table not in tables
    ]
