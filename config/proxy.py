"""The address a request came from, also behind the one proxy that an installation trusts."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

UNSPECIFIED = "0.0.0.0"  # noqa: S104 nothing is bound to it


def client_address(request: HttpRequest) -> str:
    """The peer's address, or what the trusted proxy put last into X-Forwarded-For; "" for neither.

    Earlier entries of that header are whatever the sender wrote and are never read. What is no
    address is passed over: PostgreSQL would refuse to store it.
    """
    peer = _address(str(request.META.get("REMOTE_ADDR", "")))
    if not settings.TRUST_PROXY:
        return peer
    return _address(request.headers.get("X-Forwarded-For", "").rpartition(",")[2]) or peer


def counted_address(request: HttpRequest) -> str:
    """Under which failed sign-ins are counted: all that come without an address count together."""
    return client_address(request) or UNSPECIFIED


def _address(said: str) -> str:
    """The address in its usual spelling, without the zone of a link; "" for anything else."""
    try:
        return str(ip_address(said.strip().partition("%")[0]))
    except ValueError:
        return ""
