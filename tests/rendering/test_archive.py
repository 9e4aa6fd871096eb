"""The PDF for the archive: the same pages, the data inside, and no claim beyond what was done."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest

from agencies.models import Agency, User
from reports.models import Document
from reports.rendering import pdf
from reports.rendering.documents import keep

from .contents import large, large_pdf
from .test_documents import draft, signed, silent
from .validators import faults

__all__ = ["draft"]

AT = dt.datetime(2025, 1, 20, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf.drawn(large(), archived_at=AT).data


@pytest.fixture
def file(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def test_the_data_are_inside_once_as_the_source_of_the_report(file: pikepdf.Pdf) -> None:
    assert list(file.attachments) == ["report.json"]
    (associated,) = file.Root.AF
    assert associated.AFRelationship == "/Source"
    stream = associated.EF.F
    assert stream.Subtype == "/application/json"
    assert json.loads(stream.read_bytes()) == large().to_json()
    assert str(stream.Params.ModDate) == "D:20250120093000Z"


def test_it_says_that_it_is_built_after_both_standards(file: pikepdf.Pdf) -> None:
    with file.open_metadata() as xmp:
        assert xmp.pdfa_status == "3A"
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert xmp["dc:title"] == large().title
        extension = str(xmp)
    assert "http://www.aiim.org/pdfa/ns/extension/" in extension


def test_it_has_what_an_archive_asks_of_every_file(file: pikepdf.Pdf) -> None:
    (intent,) = file.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert len(file.trailer.ID) == 2
    assert not file.is_encrypted
    assert not [one for one in file.objects if "/JS" in str(getattr(one, "keys", list)())]


def test_the_validators_of_pdf_ua_find_nothing_in_it(data: bytes) -> None:
    assert faults(data) == []


def test_its_pages_look_the_same(data: bytes) -> None:
    ours, plain = (pypdfium2.PdfDocument(one) for one in (data, large_pdf().data))
    assert len(ours) == len(plain)
    for one, other in zip(ours, plain, strict=True):
        assert one.render(scale=1).to_pil().tobytes() == other.render(scale=1).to_pil().tobytes()


def test_the_same_report_gives_the_same_bytes(data: bytes) -> None:
    assert pdf.drawn(large(), archived_at=AT).data == data


def test_it_is_kept_with_a_signed_report_under_a_name_of_its_own(
    draft: object, reporter: User, reviewer: User, finance: Agency
) -> None:
    revision = signed(draft, reporter, reviewer)  # type: ignore[arg-type]
    kept = keep(revision.pk, Document.Kind.ARCHIVE, silent)
    assert kept.name.endswith("（归档）.pdf")
    assert str(kept.file.name).endswith(".pdf")
    with kept.file.open() as opened, pikepdf.open(io.BytesIO(opened.read())) as found:
        inside = json.loads(found.attachments["report.json"].get_file().read_bytes())
    assert inside == revision.content.to_json()
