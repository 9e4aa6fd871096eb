"""The Celery application. Its broker only wakes workers; the job rows decide what is to be done."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_init
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("nianbao")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def refuse_to_work_with_demo_accounts(**_: Any) -> None:
    """A worker of a public installation ends at once where demo accounts are present."""
    from config.checks import refuse_demo_accounts

    try:
        refuse_demo_accounts()
    except ImproperlyConfigured as reason:  # Celery logs other exceptions and goes on
        raise SystemExit(str(reason)) from reason
