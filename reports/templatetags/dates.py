"""Days that were frozen as text, as people write them."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def day(written: str) -> str:
    """“2026-01-09” as 2026年1月9日; nothing where nothing is written."""
    return date_format(date.fromisoformat(written), "Y年n月j日") if written else ""
