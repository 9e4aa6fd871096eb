"""填报模板: found from the filling page and the first page, downloaded with the right title."""

from typing import Any
from urllib.parse import unquote

from django.test import Client

from agencies.models import Agency, User
from reports.importing import report_file
from tests.filing import begun, submitted


def ask(user: User, url: str) -> Any:
    client = Client()
    client.force_login(user)
    return client.get(url)


def page(user: User, url: str = "/forms/") -> str:
    answer = ask(user, url)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_a_reporter_finds_it_where_she_works(finance: Agency, reporter: User) -> None:
    draft = begun(finance)
    assert 'href="/forms/"' in page(reporter, "/")
    assert 'href="/forms/"' in page(reporter, f"/reports/{draft.pk}/edit/")


def test_a_reviewer_is_not_told_to_fill_in(finance: Agency, reviewer: User) -> None:
    begun(finance)
    assert 'href="/forms/"' not in page(reviewer, "/")


def test_each_edition_is_there_for_word_and_excel(reporter: User) -> None:
    told = page(reporter)
    for address in ("2021.docx", "2021.xlsx", "2019.docx", "2019.xlsx"):
        assert f'href="/forms/{address}"' in told


def test_ones_own_drafts_come_first(finance: Agency, reporter: User, outsider: User) -> None:
    draft = begun(finance)
    assert f'href="/reports/{draft.pk}/form.docx"' in page(reporter)
    assert f"/reports/{draft.pk}/" not in page(outsider)
    submitted(draft, reporter)
    assert f"/reports/{draft.pk}/" not in page(reporter)


def test_the_form_of_a_report_is_read_as_that_of_its_agency_and_year(
    finance: Agency, reporter: User
) -> None:
    answer = ask(reporter, f"/reports/{begun(finance, year=2020).pk}/form.xlsx")
    told = report_file.read("模板.xlsx", answer.content)
    assert (told["agency"], told["year"], told["edition"]) == (finance.name, 2020, "2019")
    assert unquote(answer["Content-Disposition"]).endswith("填报模板（2019版格式）.xlsx")


def test_there_is_no_other_form(finance: Agency, reporter: User) -> None:
    for url in ("/forms/2021.pdf", "/forms/1999.docx", f"/reports/{begun(finance).pk}/form.pdf"):
        assert ask(reporter, url).status_code == 404
