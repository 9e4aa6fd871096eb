"""What every page's frame knows of the reports: how many wait for the person."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from reports import workflow


def todo(request: HttpRequest) -> dict[str, object]:
    """`todo_count`, counted only on pages that show it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {"todo_count": SimpleLazyObject(lambda: workflow.waiting_for(user).count())}
