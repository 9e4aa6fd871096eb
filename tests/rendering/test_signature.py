"""署名 and 成文日期 (GB/T 9704-2012, 7.3.5): where they stand, and where they come from."""

from __future__ import annotations

import datetime as dt

import pytest
from pytest_django import Settings

from agencies.models import Agency, User
from reports import workflow
from reports.models import Revision
from reports.rendering import documents, html, pdf
from reports.rendering.marks import Marks
from reports.rendering.paper import Signature
from tests import filing

from .contents import small
from .lines import PITCH, RIGHT, Line, body, read, words
from .reading import pdf_text

DAY = dt.date(2025, 1, 20)
DATE = "2025年1月20日"
EM = 156 / 28 / 25.4 * 72


def closing(agency: str, **more: object) -> list[Line]:
    """The lines of the last page of a signed report."""
    content = small(agency=agency, title="年报", **more)
    drawn = pdf.draw(content, Marks(signature=Signature(agency, DAY)))
    return list(body(read(drawn)[-1]))


def middle(line: Line) -> float:
    return float(line[0]["x0"] + line[-1]["x1"]) / 2


@pytest.mark.parametrize("agency", ["某局", "某某县司法局", "某某市某某区人民政府办公室"])
def test_the_date_keeps_four_characters_from_the_edge_and_the_name_is_over_it(agency: str) -> None:
    *_, last, name, date = closing(agency)
    assert (words(name), words(date)) == (agency, DATE)
    assert date[-1]["x1"] == pytest.approx(RIGHT - 4 * EM, abs=1)
    assert middle(name) == pytest.approx(middle(date), abs=1)
    assert date[0]["top"] - name[0]["top"] == pytest.approx(PITCH, abs=1)
    assert name[0]["top"] - last[0]["top"] == pytest.approx(2 * PITCH, abs=1)


def test_a_long_name_reaches_the_edge_and_no_further() -> None:
    name, date = closing("某某壮族自治区某某瑶族自治县工业商务和信息化局")[-2:]
    assert name[-1]["x1"] == pytest.approx(RIGHT, abs=1)
    assert middle(name) == pytest.approx(middle(date), abs=1)


@pytest.mark.parametrize("length", range(6, 16, 2))
def test_it_never_stands_alone_on_a_page(length: int) -> None:
    found = closing("某某县司法局", sections={"6": "公" * 28 * length})
    assert len(found) > 2
    assert words(found[-3]).endswith("公")


def test_the_rest_of_the_paper_is_as_it_is_without() -> None:
    content = small()
    signed = pdf_text(pdf.draw(content, Marks(signature=Signature("某局", DAY))))
    assert f"某局{DATE}" in signed
    assert signed.replace(f"某局{DATE}", "") == pdf_text(pdf.draw(content))
    assert DATE in html.draw(content, Marks(signature=Signature("某局", DAY))).decode()


@pytest.fixture
def revision(finance: Agency, reporter: User, reviewer: User) -> Revision:
    sent = filing.submitted(filing.begun(finance), reporter)
    report = workflow.advance(sent, "sign", reviewer, revision=sent.revision_id, opinion="同意")
    assert report.revision is not None
    report.revision.signoffs.update(signed_on=DAY)
    return report.revision


def test_it_is_the_day_of_the_last_signature(revision: Revision, settings: Settings) -> None:
    settings.DOCUMENTS_SIGNED = True
    assert documents.signature(revision) == Signature(revision.content.agency, DAY)
    assert DATE in pdf_text(documents.drawn_anew(revision, "pdf"))


def test_without_being_asked_for_there_is_none(revision: Revision) -> None:
    assert documents.signature(revision) is None
    assert DATE not in pdf_text(documents.drawn_anew(revision, "pdf"))


def test_a_signature_that_was_voided_gives_no_date(revision: Revision, settings: Settings) -> None:
    settings.DOCUMENTS_SIGNED = True
    revision.signoffs.update(voided_at=dt.datetime(2025, 1, 21, tzinfo=dt.UTC))
    assert documents.signature(revision) is None
