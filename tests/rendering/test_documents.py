"""What is drawn is kept: once for each revision and kind, under its digest, named by its title."""

import hashlib
import io

import docx
import pytest
from django.core.files.storage import default_storage

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.drafting import judging
from reports.models import Document, Report, Revision
from reports.rendering import docx as word
from reports.rendering import pdf
from reports.rendering.documents import filename, keep
from reports.workflow import RefusedError
from tests import filing

from .contents import small

TITLE = "某某县财政局2024年政府信息公开工作年度报告"


def silent(_percent: int, _stage: str) -> None:
    """Nobody is watching."""


@pytest.fixture
def draft(finance: Agency, reporter: User) -> Report:
    return filing.filled(filing.begun(finance), reporter)


def signed(draft: Report, reporter: User, reviewer: User) -> Revision:
    """The revision of the draft, signed, none of its files drawn yet."""
    sent = filing.submitted(draft, reporter)
    report = workflow.advance(sent, "sign", reviewer, revision=sent.revision_id, opinion="同意")
    assert report.revision is not None
    return report.revision


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "csv", "json"])
def test_a_file_is_kept_as_it_was_drawn(
    draft: Report, reporter: User, reviewer: User, kind: str
) -> None:
    document = keep(signed(draft, reporter, reviewer).pk, kind, silent)
    with document.file.open("rb") as file:
        data = file.read()
    assert (document.size, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert document.sha256 in str(document.file.name)
    assert document.name == f"{TITLE}.{kind}"


def test_keeping_twice_keeps_one(draft: Report, reporter: User, reviewer: User) -> None:
    revision = signed(draft, reporter, reviewer)
    stages: list[str] = []
    first = keep(revision.pk, "docx", lambda _percent, stage: stages.append(stage))
    told = len(stages)
    again = keep(revision.pk, "docx", lambda _percent, stage: stages.append(stage))
    assert (again.pk, Document.objects.count()) == (first.pk, 1)
    assert told == len(stages) > 0


def test_a_file_left_by_a_worker_that_died_is_taken_up(
    draft: Report, reporter: User, reviewer: User
) -> None:
    revision = signed(draft, reporter, reviewer)
    first = keep(revision.pk, "docx", silent)
    name = str(first.file.name)
    Document.objects.filter(pk=first.pk)._raw_delete(using="default")
    again = keep(revision.pk, "docx", silent)
    assert (again.file.name, again.sha256) == (name, first.sha256)
    folder, _, _ = name.rpartition("/")
    assert len(default_storage.listdir(folder)[1]) == 1


def test_a_kept_document_is_final(draft: Report, reporter: User, reviewer: User) -> None:
    revision = signed(draft, reporter, reviewer)
    with keep(revision.pk, "docx", silent).file.open("rb") as file:
        data = file.read()
    assert data == word.draw(revision.content)
    assert docx.Document(io.BytesIO(data)).sections[0].header.is_linked_to_previous


def test_the_faces_of_a_pdf_are_kept_with_it(draft: Report, reporter: User, reviewer: User) -> None:
    revision = signed(draft, reporter, reviewer)
    document = keep(revision.pk, "pdf", silent)
    assert document.fonts == list(pdf.drawn(revision.content).fonts)
    assert {"FandolFang", "FandolHei", "FandolSong"} <= set(document.fonts)
    assert document.missing == []


@pytest.mark.parametrize("char", ["\ue000", "😀"], ids=ascii)
def test_what_no_face_can_draw_is_not_published(
    draft: Report,
    reporter: User,
    reviewer: User,
    char: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judging, "further", [])  # sent from a machine that had such a face
    change = {"prose.preamble": {"was": "", "now": f"联系人：王{char}。"}}
    drafting.save(draft.pk, reporter, "test", 99, change)
    draft.refresh_from_db()
    revision = signed(draft, reporter, reviewer)
    keep(revision.pk, "docx", silent)
    assert keep(revision.pk, "pdf", silent).missing == [char]
    with pytest.raises(RefusedError, match="字体"):
        workflow.advance(revision.report, "publish", reviewer, revision=revision.pk)


def test_what_can_be_drawn_is_published(draft: Report, reporter: User, reviewer: User) -> None:
    revision = signed(draft, reporter, reviewer)
    for kind in ("docx", "pdf"):
        keep(revision.pk, kind, silent)
    report = workflow.advance(revision.report, "publish", reviewer, revision=revision.pk)
    assert report.state == "published"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (TITLE, f"{TITLE}.pdf"),
        ('某局2024年"年报"<定稿>/a\\b:c*?|', "某局2024年年报定稿abc.pdf"),
        ("\u202e年报\u200f", "年报.pdf"),
        ("..", ".pdf"),
    ],
)
def test_a_file_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert filename(small(title=title), "pdf") == name


def test_a_very_long_title_makes_a_name_that_disks_take() -> None:
    assert len(filename(small(title="𬭚" * 500), "docx").encode()) <= 255
