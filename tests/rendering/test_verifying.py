"""核验二维码 and its lines: read off the drawn page by a program that knows nothing of ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import product

import docx
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from agencies.models import Agency, User
from reports.content import Content
from reports.local.keeping import Wish, change
from reports.models import Document, Report, Revision, SettingKind
from reports.rendering import documents, html, pdf
from reports.rendering import docx as word
from reports.rendering.marks import Marks
from reports.rendering.verifying import Verification, matrix
from tests.filing import approved, begun, submitted

from .contents import large, small
from .reading import pdf_rows, pdf_text
from .validators import faults

BASE = "https://xxgk.mouxian.gov.cn"
VERIFY = Verification(BASE, small().digest)
MARKS = Marks(verify=VERIFY)
DPI = 150


def last_page(data: bytes, dpi: int = DPI) -> Image.Image:
    with pypdfium2.PdfDocument(data) as file:
        picture: Image.Image = file[len(file) - 1].render(scale=dpi / 72).to_pil()
    return picture


def decoded(picture: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("dpi", [100, 150, 300])
def test_a_telephone_reads_the_address_with_the_digest(dpi: int) -> None:
    picture = last_page(pdf.draw(small(), MARKS), dpi)
    assert decoded(picture) == [f"{BASE}/open/verify/?code={small().digest}"]


def test_the_longest_address_is_still_read_from_a_poor_copy() -> None:
    base = f"https://{'a' * 72}"
    long = Verification(base, "0123456789abcdef" * 4)
    poor = last_page(pdf.draw(small(), Marks(verify=long))).convert("L")
    assert decoded(poor.resize((poor.width * 9 // 10, poor.height * 9 // 10))) == [long.scanned]


def test_every_module_is_where_it_should_be() -> None:
    picture = last_page(pdf.draw(small(), MARKS), 300).convert("L")
    [found] = zxingcpp.read_barcodes(picture)
    rows, place = matrix(VERIFY.scanned), found.position
    side = (place.top_right.x - place.top_left.x) / len(rows)
    for y, x in product(range(len(rows)), repeat=2):
        at = (place.top_left.x + (x + 0.5) * side, place.top_left.y + (y + 0.5) * side)
        assert (picture.getpixel((int(at[0]), int(at[1]))) < 128) == bool(rows[y][x]), (x, y)  # type: ignore[operator]


def test_address_and_digest_stand_beside_it_for_those_who_type() -> None:
    said = pdf_text(pdf.draw(small(), MARKS))
    assert f"核验网址：{BASE}/open/verify/" in said
    assert f"校验值：{small().digest}" in said


def test_screen_readers_hear_what_the_figure_is() -> None:
    with pikepdf.open(io.BytesIO(pdf.draw(small(), MARKS))) as file:
        [figure] = [one for one in file.objects if is_a(one, "/S", "/Figure")]
        [link] = [one for one in file.objects if is_a(one, "/Subtype", "/Link")]
        [image] = [one for one in file.objects if is_a(one, "/Subtype", "/Image")]
        assert "核验二维码" in str(figure.Alt)
        assert not bool(image.Interpolate)  # as ISO 19005-3 demands
        left, bottom, right, top = map(float, figure.A.BBox)
        assert right - left == pytest.approx(top - bottom) == pytest.approx(22 / 25.4 * 72, abs=0.1)
        assert bottom < float(link.Rect[3]) < top
        assert str(link.A.URI) == VERIFY.scanned


@pytest.mark.parametrize("made", [small, large])
def test_programs_that_read_tables_take_it_for_none(made: Callable[[], Content]) -> None:
    verified = pdf.draw(made(), Marks(verify=VERIFY))
    assert list(pdf_rows(verified)) == list(pdf_rows(pdf.draw(made())))


def is_a(one: object, key: str, kind: str) -> bool:
    return isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and one.get(key) == kind


def test_validators_find_nothing_in_it() -> None:
    assert faults(pdf.draw(small(), MARKS)) == []


def test_it_is_the_same_file_whenever_it_is_drawn() -> None:
    assert pdf.draw(small(), MARKS) == pdf.draw(small(), MARKS)
    assert word.draw(small(), MARKS) == word.draw(small(), MARKS)


@pytest.mark.parametrize("length", range(8, 20, 2))
def test_it_never_stands_alone_on_a_page(length: int) -> None:
    content = small(sections={"6": "公" * 28 * length})
    with pypdfium2.PdfDocument(pdf.draw(content, MARKS)) as file:
        assert "公公" in file[len(file) - 1].get_textpage().get_text_range()


def test_the_page_alone_has_it_drawn_inside() -> None:
    page = html.draw(small(), MARKS).decode()
    assert "<svg" in page
    assert "<img" not in page
    assert "<script" not in page
    assert VERIFY.scanned in page


def test_the_word_file_has_the_lines() -> None:
    file = docx.Document(io.BytesIO(word.draw(small(), MARKS)))
    assert [one.text for one in file.paragraphs[-2:]] == list(VERIFY.lines)


def test_without_being_asked_for_there_is_none() -> None:
    with pikepdf.open(io.BytesIO(pdf.draw(large()))) as file:
        assert not any(is_a(one, "/S", "/Figure") for one in file.objects)
    assert "核验" not in html.draw(large()).decode()


def test_what_people_type_is_never_fetched_as_a_picture() -> None:
    hostile = small(sections={"6": f"{VERIFY.image}<svg><path d='M0 0'/></svg>"})
    with pikepdf.open(io.BytesIO(pdf.draw(hostile))) as file:
        assert not any(is_a(one, "/S", "/Figure") for one in file.objects)


@pytest.fixture
def signed(finance: Agency, reporter: User, reviewer: User) -> Report:
    return approved(begun(finance), reporter, reviewer)


def decide(agency: Agency, by: User, value: str | None) -> None:
    change(agency, by, [Wish(SettingKind.VERIFY, "", value)])


def revision_of(report: Report) -> Revision:
    assert report.revision is not None
    return report.revision


def test_a_district_has_it_printed_on_what_is_signed_below_it(
    signed: Report, county: Agency, office: User
) -> None:
    revision = revision_of(signed)
    assert documents.verification(revision) is None
    decide(county, office, BASE)
    assert documents.verification(revision) == Verification(BASE, revision.digest)
    drawn = documents.drawn_anew(revision, Document.Kind.PDF)
    assert decoded(last_page(drawn)) == [f"{BASE}/open/verify/?code={revision.digest}"]


def test_a_nearer_decision_leaves_it_out(
    signed: Report, county: Agency, finance: Agency, office: User
) -> None:
    decide(county, office, BASE)
    decide(finance, office, "off")
    assert documents.verification(revision_of(signed)) is None


def test_a_year_that_is_not_open_has_no_address_to_ask(
    signed: Report, county: Agency, office: User
) -> None:
    decide(county, office, BASE)
    signed.duty.campaign.is_public = False
    signed.duty.campaign.save()
    assert documents.verification(revision_of(Report.objects.get())) is None


def test_what_is_not_signed_has_none(
    finance: Agency, county: Agency, reporter: User, office: User
) -> None:
    decide(county, office, BASE)
    sent = submitted(begun(finance), reporter)
    assert documents.verification(revision_of(sent)) is None
