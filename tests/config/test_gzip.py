import gzip

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, User
from tests.filing import begun

ZIPPED = {"accept-encoding": "gzip"}


@pytest.fixture
def page(finance: Agency) -> str:
    return reverse("reports:edit", args=[begun(finance).pk])


def test_pages_are_compressed_for_browsers_that_ask(
    client: Client, reporter: User, page: str
) -> None:
    client.force_login(reporter)
    plain, zipped = client.get(page), client.get(page, headers=ZIPPED)
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert len(zipped.content) < len(plain.content) / 4
    assert "自然人" in gzip.decompress(zipped.content).decode()


def test_the_length_of_a_compressed_page_differs_at_random(
    client: Client, reporter: User, page: str
) -> None:
    client.force_login(reporter)
    sizes = {len(client.get(page, headers=ZIPPED).content) for _ in range(12)}
    assert max(sizes) - min(sizes) > 20


def test_answers_to_scripts_are_not_compressed(client: Client, reporter: User, page: str) -> None:
    client.force_login(reporter)
    answer = client.get(page.replace("edit/", "values/"), headers=ZIPPED)
    assert len(answer.content) > 2000
    assert "Content-Encoding" not in answer.headers


def test_answers_to_scripts_write_words_as_they_are(
    client: Client, reporter: User, page: str
) -> None:
    client.force_login(reporter)
    answer = client.get(page.replace("edit/", "values/"))
    assert "没有填" in answer.text or "未填" in answer.text
    assert "\\u" not in answer.text
