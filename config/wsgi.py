"""The door for WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

from config import wakes  # noqa: E402 needs the applications
from config.checks import refuse_demo_accounts  # noqa: E402

refuse_demo_accounts()
wakes.prepare()
