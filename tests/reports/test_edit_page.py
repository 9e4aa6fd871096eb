"""The filling page as the server draws it: the whole form, its labels, and who gets it."""

from __future__ import annotations

import json
from copy import deepcopy
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.formats.grid import grid
from reports.forms import typed_keys
from reports.models import Change, Report
from tests.filing import approved, begun, submitted

MARK = "INVALID VARIABLE"


class Elements(HTMLParser):
    """Every element of a page with its attributes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.found if tag in tags]


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


@pytest.fixture(params=[2024, 2020])
def each(finance: Agency, request: pytest.FixtureRequest) -> Report:
    """A draft in either form."""
    return begun(finance, year=request.param)


def page_of(user: User, report: Report) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reports/{report.pk}/edit/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_key_of_a_draft_has_one_box_of_that_name(each: Report, reporter: User) -> None:
    elements = Elements(page_of(reporter, each))
    boxes = [box for box in elements.all("input", "textarea") if "." in (box.get("name") or "")]
    typed = [box["name"] for box in boxes if "readonly" not in box]
    computed = {cell.id for cell in each.format.cells.values() if cell.computed}
    assert sorted(map(str, typed)) == sorted(typed_keys(each.format))
    assert {box["name"] for box in boxes if "readonly" in box} == computed


@pytest.mark.parametrize("number", [2, 3, 4])
def test_the_tables_have_the_printed_headings_with_the_printed_spans(
    each: Report, reporter: User, number: int
) -> None:
    headings = {th["id"]: th for th in Elements(page_of(reporter, each)).all("th")}
    for box in grid(each.format, number).boxes():
        if box.is_heading:
            drawn = headings[box.id]
            spans = int(drawn.get("rowspan") or 1), int(drawn.get("colspan") or 1)
            assert spans == (box.rowspan, box.colspan)
            assert drawn["scope"] == box.scope


def test_every_figure_names_headings_that_are_on_the_page(each: Report, reporter: User) -> None:
    elements = Elements(page_of(reporter, each))
    ids = {attrs.get("id") for _, attrs in elements.found}
    named = [headers for td in elements.all("td") if (headers := td.get("headers"))]
    assert len(named) == len(each.format.cells)
    assert {one for headers in named for one in headers.split()} <= ids


def test_a_report_of_2019_asks_for_no_fees_and_names_the_unit_of_money(
    finance: Agency, reporter: User
) -> None:
    page = page_of(reporter, begun(finance, year=2019))
    elements = Elements(page)
    boxes = {box.get("name"): box for box in elements.all("input")}
    assert "data-fee-sentence" not in page
    amount = boxes["procurement.central.amount"]
    assert amount["aria-label"] == "政府集中采购，采购总金额，单位：元"
    assert boxes["licensing.licences.change"]["inputmode"] == "text"
    assert boxes["licensing.licences.decisions"]["inputmode"] == "numeric"
    assert [attrs for attrs in elements.all("span") if attrs.get("class") == "unit"] == [
        {"class": "unit"}
    ]


def test_the_page_gives_its_scripts_the_equations_and_the_findings(
    report: Report, reporter: User
) -> None:
    page = page_of(reporter, report)
    raw = page.partition('<script id="draft-facts" type="application/json">')[2]
    facts = json.loads(raw.partition("</script>")[0])
    assert len(facts["equations"]) == len(report.format.equations)
    assert facts["equations"][0]["computes"]
    assert {one["code"] for one in facts["findings"]} >= {"blank", "section-blank"}
    assert facts["keep"] == f"{report.pk}:{reporter.pk}"


def test_the_page_has_no_script_or_style_of_its_own(report: Report, reporter: User) -> None:
    elements = Elements(page_of(reporter, report))
    inline = [one for one in elements.all("script") if "src" not in one]
    assert [one["type"] for one in inline] == ["application/json"]
    assert not elements.all("style")
    for tag, attrs in elements.found:
        assert not [name for name in attrs if name == "style" or name.startswith("on")], tag


def test_the_page_says_that_nothing_secret_may_be_typed(report: Report, reporter: User) -> None:
    assert "本系统为非涉密系统，严禁处理国家秘密和工作秘密" in page_of(reporter, report)


def test_markup_that_was_typed_is_shown_as_typed(report: Report, reporter: User) -> None:
    raw = '<b onclick="x()">"&'
    drafting.save(report.pk, reporter, "t", 1, {"prose.1": {"was": "", "now": raw}})
    page = page_of(reporter, report)
    assert "<b onclick" not in page
    assert "&lt;b onclick=&quot;x()&quot;&gt;&quot;&amp;" in page


@pytest.mark.parametrize("stage", ["blank", "zeros", "failing", "returned"])
def test_the_page_names_no_variable_that_is_not_there(
    settings: Settings, report: Report, reporter: User, reviewer: User, stage: str
) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = MARK
    settings.TEMPLATES = templates
    bring(report, stage, reporter, reviewer)
    page = page_of(reporter, report)
    assert "</html>" in page
    assert MARK not in page


def bring(report: Report, stage: str, reporter: User, reviewer: User) -> None:
    """Bring the draft to a state in which other parts of the page show."""
    if stage in ("zeros", "failing"):
        drafting.fill_zeros(report.pk, reporter)
    if stage == "failing":
        change: dict[str, dict[str, object]] = {
            "disputes.review.total": {"was": 0, "now": 5},
            "fees.notices": {"was": "0", "now": 2},
        }
        drafting.save(report.pk, reporter, "t", 1, change, Change.Source.IMPORTED)
    if stage == "returned":
        sent = submitted(report, reporter)
        workflow.advance(sent, "return", reviewer, "请核对第三部分。", revision=sent.revision_id)


def test_a_returned_report_shows_why_it_came_back(
    report: Report, reporter: User, reviewer: User
) -> None:
    bring(report, "returned", reporter, reviewer)
    page = page_of(reporter, report)
    assert "请核对第三部分。" in page
    assert "李审核" in page


@pytest.mark.parametrize(("action", "word"), [("return", "退回修改"), ("unlock", "解锁修改")])
def test_the_draft_is_marked_with_the_act_that_brought_it_back(
    report: Report, reporter: User, reviewer: User, action: str, word: str
) -> None:
    signed = approved(report, reporter, reviewer)
    workflow.advance(signed, action, reviewer, "有误", revision=signed.revision_id)
    assert f"草稿 · {word}</span>" in page_of(reporter, report)


def test_a_full_report_asks_the_database_no_more_than_a_blank_one(
    report: Report, reporter: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = Client()
    client.force_login(reporter)
    address = f"/reports/{report.pk}/edit/"
    client.get(address)
    with CaptureQueriesContext(connection) as blank:
        client.get(address)
    drafting.fill_zeros(report.pk, reporter)
    with django_assert_num_queries(len(blank) - 1):  # only errors are left, which none explains
        client.get(address)


@pytest.mark.parametrize(("who", "status"), [("outsider", 404), ("office", 404), ("reviewer", 302)])
def test_only_who_fills_in_gets_the_page(
    report: Report, who: str, status: int, request: pytest.FixtureRequest
) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/reports/{report.pk}/edit/").status_code == status


def test_a_sent_report_is_read_and_not_filled_in(report: Report, reporter: User) -> None:
    submitted(report, reporter)
    client = Client()
    client.force_login(reporter)
    answer = client.get(f"/reports/{report.pk}/edit/")
    assert answer.status_code == 302
    assert answer["Location"] == f"/reports/{report.pk}/"
