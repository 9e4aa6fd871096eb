"""`/healthz`: whether the site lives and can do its work. For probes; tells no secrets."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reports import jobs
from reports.models import Heartbeat

SWEEP_MAY_BE_SILENT = timedelta(seconds=60)
JOBS_MAY_WAIT = timedelta(minutes=15)
"""Longer means that no worker runs, not that there is much to do."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, the sweep lives and jobs are taken up; otherwise 503.

    `?live` asks only whether this process answers: a restart mends nothing else.
    """
    if "live" in request.GET:
        return JsonResponse({"live": True})
    found = _condition()
    ready = all(part["ok"] for part in found.values())
    return JsonResponse({"live": True, "ready": ready, **found}, status=200 if ready else 503)


def _condition() -> dict[str, dict[str, Any]]:
    """Each thing the site needs, whether it is well, ages in seconds."""
    try:
        silent = Heartbeat.age("sweep")
        waits = jobs.oldest_wait(timezone.now())
    except DatabaseError:
        return {"database": {"ok": False}}
    return {
        "database": {"ok": True},
        "sweep": {
            "ok": silent is not None and silent <= SWEEP_MAY_BE_SILENT,
            "age": None if silent is None else round(silent.total_seconds(), 1),
        },
        "queue": {"ok": waits <= JOBS_MAY_WAIT, "age": round(waits.total_seconds(), 1)},
    }
