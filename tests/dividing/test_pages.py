"""The page on which an agency says which division provides which part."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from agencies.models import Agency, User
from reports.models import Assignment


def test_a_division_with_a_number_that_none_has_is_refused_in_words(
    client: Client, finance: Agency, reporter: User
) -> None:
    client.force_login(reporter)
    url = reverse("reports:divisions", args=[finance.slug])
    said = client.post(url, {"was-section.1": "", "now-section.1": "9" * 5000})
    assert "选中的处室已停用，请重新选择" in said.content.decode()
    assert not Assignment.objects.exists()
