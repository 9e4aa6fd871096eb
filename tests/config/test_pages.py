"""What every answer carries, and what is said when something went wrong."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from agencies.models import User
from config.urls import urlpatterns as real

pytestmark = pytest.mark.django_db


def fall(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("on purpose")


urlpatterns = [*real, path("fall/", fall)]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_every_page_carries(header: str, value: str, client: Client) -> None:
    assert client.get("/accounts/login/").headers[header] == value


def test_the_policy_lets_nothing_inline_or_foreign_run(client: Client) -> None:
    policy = client.get("/accounts/login/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_what_a_signed_in_person_sees_is_not_stored(client: Client, reporter: User) -> None:
    client.force_login(reporter)
    assert "no-store" in client.get("/accounts/password/").headers["Cache-Control"]


def test_a_wrong_address_is_told_in_plain_words(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "没有这一页" in answer.content.decode()


def test_a_wrong_host_is_told_in_plain_words(client: Client) -> None:
    answer = client.get("/accounts/login/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "无法处理" in answer.content.decode()


def test_a_forged_form_is_refused_in_plain_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"username": "wang"})
    assert answer.status_code == 403
    assert "<h1>" in answer.content.decode()


@pytest.mark.urls(__name__)
def test_a_fault_of_ours_says_that_nothing_saved_is_lost(client: Client) -> None:
    client.raise_request_exception = False
    answer = client.get("/fall/")
    assert answer.status_code == 500
    assert "系统出错" in answer.content.decode()
    assert "on purpose" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/open/?q=%00", "/accounts/login/?next=/%00"])
def test_what_no_database_can_compare_with_is_refused(address: str, client: Client) -> None:
    assert client.get(address).status_code == 400
    assert client.get(address.replace("%00", "%2500")).status_code == 200


def test_what_is_too_large_is_told_with_how_much_would_do(
    client: Client, settings: Settings
) -> None:
    settings.UPLOAD_MAX_BYTES = 3 * 1024 * 1024
    file = SimpleUploadedFile("scan.pdf", b"x" * settings.UPLOAD_MAX_BYTES)
    said = client.post("/accounts/login/", {"scan": file}).content.decode()
    assert "内容过大" in said
    assert "合计不超过3MB" in said
    assert "内容过大" not in client.get("/open/?q=%00").content.decode()


@pytest.mark.parametrize(("length", "status"), [(1000, 200), (2000, 400)])
def test_a_stranger_cannot_send_more_than_any_form_takes(
    length: int, status: int, client: Client, settings: Settings
) -> None:
    settings.UPLOAD_MAX_BYTES = 1500
    file = SimpleUploadedFile("scan.pdf", b"x" * length)
    assert client.post("/accounts/login/", {"scan": file}).status_code == status
