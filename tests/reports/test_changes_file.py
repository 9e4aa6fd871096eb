"""修改对照稿 as a Word file: who changed what, for those who may read the two revisions."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from django.test import Client
from docx.oxml.ns import qn

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report
from reports.rendering import docx as word
from tests.filing import approved, begun, submitted
from tests.rendering.tracked import accepted, plain, rejected

CELL = "applications.received.natural_person"
NEW = "问题：少。改进：逐月检查。"


@pytest.fixture
def unlocked(finance: Agency, reporter: User, reviewer: User) -> Report:
    """A signed report that was opened again and changed in a text."""
    signed = approved(begun(finance), reporter, reviewer)
    workflow.advance(signed, "unlock", reviewer, "数字与台账不符", revision=signed.revision_id)
    change(signed, reporter, "prose.5", "问题：更新不够快。改进：逐月检查。", NEW)
    return signed


def change(report: Report, by: User, key: str, was: str, now: str) -> None:
    report.refresh_from_db()
    told = {key: {"was": was, "now": now}}
    drafting.save(report.pk, by, f"test-{report.version}", report.version, told)
    report.refresh_from_db()


def taken(user: User, report: Report, query: str = "", status: int = 200) -> Any:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reports/{report.pk}/changes.docx{query}")
    assert answer.status_code == status
    return answer


def authors(data: bytes) -> set[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return {one.get(qn("w:author")) for one in body.iter(qn("w:ins"), qn("w:del"))}


def test_it_has_what_was_signed_and_what_stands_now(unlocked: Report, reporter: User) -> None:
    change(unlocked, reporter, CELL, "0", "7")
    data = taken(reporter, unlocked).content
    first = unlocked.revisions.get(number=1)
    assert rejected(data) == plain(word.draw(first.content))
    assert accepted(data) == plain(word.draw(unlocked.content))
    assert accepted(data) != rejected(data)


def test_whoever_changed_it_is_named(unlocked: Report, reporter: User) -> None:
    assert authors(taken(reporter, unlocked).content) == {"王填报"}


def test_of_a_text_all_who_wrote_in_it_are_named_of_a_figure_the_last(
    unlocked: Report, reporter: User, colleague: User
) -> None:
    change(unlocked, colleague, "prose.5", NEW, f"{NEW}并已整改。")
    change(unlocked, reporter, CELL, "0", "7")
    change(unlocked, colleague, CELL, "7", "8")
    both = f"{reporter.name}、{colleague.name}"
    assert authors(taken(reporter, unlocked).content) == {both, colleague.name}


def test_every_page_says_that_it_compares(unlocked: Report, reporter: User) -> None:
    opened = docx.Document(io.BytesIO(taken(reporter, unlocked).content))
    head = opened.sections[0].header.paragraphs[0].text
    assert "修改对照稿（与第1稿比较）" in head
    assert "草稿" in head


def test_it_is_named_after_the_two(unlocked: Report, reporter: User) -> None:
    named = unquote(taken(reporter, unlocked).headers["Content-Disposition"])
    assert named.endswith("修改对照稿（第1稿至第2稿）.docx")


def test_the_page_of_changes_leads_to_it_with_its_choice(unlocked: Report, reporter: User) -> None:
    client = Client()
    client.force_login(reporter)
    page = client.get(f"/reports/{unlocked.pk}/changes/").content.decode()
    assert f'href="/reports/{unlocked.pk}/changes.docx?since=1&amp;until="' in page
    taken(reporter, unlocked, "?since=1&until=")


def test_where_nothing_changed_no_file_is_offered(
    finance: Agency, reporter: User, reviewer: User
) -> None:
    signed = approved(begun(finance), reporter, reviewer)
    workflow.advance(signed, "unlock", reviewer, "核对", revision=signed.revision_id)
    client = Client()
    client.force_login(reporter)
    page = client.get(f"/reports/{signed.pk}/changes/").content.decode()
    assert "两稿内容相同" in page
    assert "changes.docx" not in page


def test_what_is_not_for_somebody_is_not_in_a_file_either(
    unlocked: Report, reporter: User, reviewer: User, office: User, outsider: User
) -> None:
    second = submitted(unlocked, reporter)
    workflow.advance(second, "return", reviewer, "再改", revision=second.revision_id)
    taken(office, second, "?since=1&until=2", 404)
    taken(outsider, second, "?since=1", 404)
    taken(reviewer, second, "?since=9", 404)
