"""The ground of the site: settings, addresses, server and worker entry points."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
