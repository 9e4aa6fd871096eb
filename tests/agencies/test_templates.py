"""Every account page is drawn without a variable that does not exist."""

from copy import deepcopy

import pytest
from django.test import Client
from pytest_django import Settings

from agencies.models import User

MARK = "INVALID VARIABLE"


@pytest.fixture
def strict(settings: Settings) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = MARK
    settings.TEMPLATES = templates


@pytest.mark.parametrize(
    "address", ["people/", "people/new/", "people/{pk}/", "password/", "log/", "login/", "nothing/"]
)
@pytest.mark.parametrize("who", ["office", "secadmin", "stranger"])
def test_no_page_names_a_variable_that_is_not_there(
    strict: None, who: str, address: str, reporter: User, request: pytest.FixtureRequest
) -> None:
    client = Client()
    if who != "stranger":
        client.force_login(request.getfixturevalue(who))
    page = client.get("/accounts/" + address.format(pk=reporter.pk), follow=True).content.decode()
    assert "</html>" in page
    assert MARK not in page


def test_a_one_time_password_is_drawn_without_one_either(
    strict: None, office: User, reporter: User
) -> None:
    client = Client()
    client.force_login(office)
    page = client.post(f"/accounts/people/{reporter.pk}/reset/").content.decode()
    assert "一次性密码" in page
    assert MARK not in page


def test_a_failed_sign_in_is_drawn_without_one_either(strict: None, reporter: User) -> None:
    told = {"username": "wang", "password": "Bu-dui-1234"}
    page = Client().post("/accounts/login/", told).content.decode()
    assert "不正确" in page
    assert MARK not in page
