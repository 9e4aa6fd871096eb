"""What a request says of itself: whence it comes, what it wants back, whether a hand made it."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import unquote

from axes.helpers import get_client_ip_address
from django.http import HttpRequest

from agencies.models import User


class SignedInRequest(HttpRequest):
    """A request behind ``login_required``: its user is a person."""

    user: User


def address_of(request: HttpRequest) -> str | None:
    """The client's address as the site settings read it; None when that is no address."""
    try:
        address = ip_address(get_client_ip_address(request) or "")
    except ValueError:
        return None
    return None if address.is_unspecified else str(address)


def wants_json(request: HttpRequest) -> bool:
    """Whether a program asks: JSON is named, not merely covered by ``*/*``."""
    return "application/json" in request.headers.get("Accept", "")


def in_background(request: HttpRequest) -> bool:
    """Whether a timer in the page sent this, and no person's hand."""
    return request.headers.get("X-Background") == "1"


def page_of(request: HttpRequest) -> str | None:
    """The user name of the person whose open page sent this; None where no page says so."""
    told = request.headers.get("X-Page-Of")
    return None if told is None else unquote(told)
