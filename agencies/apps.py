"""The Django app of agencies and people."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Agencies, people, roles and sign-in; knows nothing of reports."""

    name = "agencies"
    verbose_name = "机构与人员"
    default_auto_field = "django.db.models.BigAutoField"
