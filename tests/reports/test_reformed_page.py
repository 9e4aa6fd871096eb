"""The filling page of a successor shows what each predecessor left, beside the sum."""

from __future__ import annotations

from django.test import Client

from agencies.models import Agency, Succession, User
from tests.drafting.openings import NATURAL, left_over
from tests.filing import YEAR, begun, published
from tests.make import make_agency, make_user


def test_each_predecessors_figure_stands_beside_the_sum(
    client: Client, county: Agency, finance: Agency, reporter: User, reviewer: User
) -> None:
    published(left_over(begun(finance, year=YEAR - 1), reporter, 12), reporter, reviewer)
    new = make_agency("caijiao", "某某县财教局", parent=county)
    Succession.objects.create(from_agency=finance, to_agency=new, on=f"{YEAR}-03-01", kind="merge")
    client.force_login(make_user("zhou", {"reporter": new}))
    page = client.get(f"/reports/{begun(new).pk}/edit/")
    assert page.context["facts"]["inherited"][NATURAL] == "某某县财政局12"
    assert "某某县财政局12" in page.content.decode()
    assert "各机关上年的数" in page.content.decode()


def test_without_a_reform_nothing_is_said(client: Client, finance: Agency, reporter: User) -> None:
    client.force_login(reporter)
    page = client.get(f"/reports/{begun(finance).pk}/edit/")
    assert page.context["facts"]["inherited"] == {}
    assert "各机关上年的数" not in page.content.decode()
