"""Refuses queries that no page makes, keeps what a signed-in person sees out of every cache, and
compresses pages.
"""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PlainQueries:
    """Refuses NUL in an address: no form sends it, and PostgreSQL cannot even compare with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("NUL in the query")
        return self.get_response(request)


class PrivatePages:
    """Marks what a signed-in person is shown as not to be stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class GzipPages(GZipMiddleware):
    """Compresses pages and nothing else; style sheets and scripts are compressed beforehand.

    The length of a compressed page could tell of secrets in it (BREACH): Django adds up to 100
    random bytes to each and masks the token of forms anew each time, and a page of another site
    cannot ask for ours as the person who is signed in (SameSite).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)
