"""A year's reports in one zip: who is in it, who is missing and why, drawn once, made once."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date

import pytest
from django.core.files.storage import default_storage

from agencies.models import Agency, User
from reports import bundling, jobs, receiving, sealing
from reports.bundling import asking, zipping
from reports.models import Bundle, BundleItem, Document, Job, Report
from reports.rendering import documents
from reports.rendering.pdf import PdfUnavailableError
from tests.filing import FILES, approved, begun, submitted
from tests.receiving.files import batch, given, page

from .work import contents, made, signed, unpacked, work

pytestmark = pytest.mark.django_db
YEAR = 2024
State = BundleItem.State


def zips() -> set[str]:
    """The files there are; other tests leave theirs behind."""
    exists = default_storage.exists("bundles")
    return set(default_storage.listdir("bundles")[1]) if exists else set()


def test_each_agency_has_a_folder_with_the_files_that_are_kept(
    report: Report, county: Agency, office: User
) -> None:
    files = unpacked(made(bundling.ask(county, YEAR, office)))
    folder = "001 某某县财政局"
    assert [name for name in files if name.startswith(folder)] == [
        f"{folder}/{report.title}.docx",
        f"{folder}/{report.title}.pdf",
    ]
    assert files[f"{folder}/{report.title}.pdf"] == FILES["pdf"]


def test_what_is_kept_is_not_drawn_again(report: Report, county: Agency, office: User) -> None:
    before = list(Document.objects.values_list("pk", "sha256"))
    made(bundling.ask(county, YEAR, office))
    assert list(Document.objects.values_list("pk", "sha256")) == before


def test_what_is_not_kept_is_drawn_and_kept(report: Report, county: Agency, office: User) -> None:
    Document.objects.filter(kind="docx").delete()
    files = unpacked(made(bundling.ask(county, YEAR, office)))
    drawn = Document.objects.get(kind="docx", revision=report.revision)
    data = files[f"001 某某县财政局/{report.title}.docx"]
    assert hashlib.sha256(data).hexdigest() == drawn.sha256
    assert data.startswith(b"PK")


@pytest.mark.usefixtures("people")
def test_the_table_of_contents_tells_what_is_in_and_what_is_missing(
    report: Report,
    education: Agency,
    county: Agency,
    office: User,
    reporter: User,
) -> None:
    submitted(begun(education), reporter)
    assert report.signed is not None
    code = report.signed.check_code
    sealing.keep(report, reporter, code, sealing.Scan(b"%PDF", "a.pdf", ".pdf"))
    title, heads, *rows = contents(unpacked(made(bundling.ask(county, YEAR, office))))
    assert "应报告2家，收录1家，未收录1家" in str(title[0])
    told = {row[1]: dict(zip(heads, row, strict=True)) for row in rows}
    ours, theirs = told["某某县财政局"], told["某某县教育局"]
    assert (ours["状态"], ours["结果"], ours["校验码"]) == ("已发布", "已收录", code)
    assert ours["PDF校验值（SHA-256）"] == hashlib.sha256(FILES["pdf"]).hexdigest()
    assert ours["盖章扫描件"] == "有"
    assert (theirs["状态"], theirs["说明"], theirs["文件夹"]) == ("审签中", "还没有签发", None)


def test_the_original_of_what_was_published_elsewhere_goes_in(
    finance: Agency, county: Agency, office: User, reporter: User
) -> None:
    upload = given(batch(reporter, finance), page(), "../年报.html")
    receiving.archive(upload.pk, reporter, published_on=date(2024, 1, 22))
    files = unpacked(made(bundling.ask(county, 2023, office)))
    assert [name for name in files if name != "目录.xlsx"] == ["001 某某县财政局/年报.html"]
    assert contents(files)[2][3:5] == ("已收录", "外部导入的报告，收录其原件")


def test_asked_twice_it_is_made_once(report: Report, county: Agency, office: User) -> None:
    first = bundling.ask(county, YEAR, office)
    assert bundling.ask(county, YEAR, office) == first
    made(first)
    again = bundling.ask(county, YEAR, office)
    assert again != first
    made(again)
    assert list(Bundle.objects.all()) == [again]  # the newer takes the older one's place
    assert not default_storage.exists(str(first.file.name))


def test_a_few_reports_at_a_time(county: Agency, office: User) -> None:
    signed(county, asking.AT_ONCE + 2)
    bundle = bundling.ask(county, YEAR, office)
    queued = Job.objects.filter(kind="bundle_item")
    assert queued.count() == asking.AT_ONCE
    asking.go_on(bundle.pk)
    assert queued.count() == asking.AT_ONCE
    work(1)
    assert queued.count() == asking.AT_ONCE + 1
    assert len(unpacked(made(bundle))) == 2 * (asking.AT_ONCE + 2) + 1


def test_a_report_that_cannot_be_drawn_is_named_and_holds_up_nothing(
    report: Report, county: Agency, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object) -> None:
        raise PdfUnavailableError("缺少系统库")

    monkeypatch.setattr(documents, "keep", lacking)
    files = unpacked(made(bundling.ask(county, YEAR, office)))
    assert list(files) == ["目录.xlsx"]
    assert contents(files)[2][3:5] == ("没有生成", "缺少系统库")


def test_a_report_whose_job_was_given_up_is_named_and_holds_up_nothing(
    report: Report, county: Agency, office: User
) -> None:
    bundle = bundling.ask(county, YEAR, office)
    Job.objects.filter(kind="bundle_item").update(state=Job.State.FAILED)
    bundling.go_on_everywhere()
    assert contents(unpacked(made(bundle)))[2][3:5] == ("没有生成", "生成中断，没有完成")


def test_a_damaged_file_is_named_and_does_not_go_in(
    report: Report, county: Agency, office: User
) -> None:
    kept = Document.objects.get(kind="pdf", revision=report.revision)
    with default_storage.open(str(kept.file.name), "wb") as file:
        file.write(b"other bytes")
    files = unpacked(made(bundling.ask(county, YEAR, office)))
    assert [name for name in files if name.endswith(".pdf")] == []
    assert "丢失或损坏" in str(contents(files)[2][4])


def test_names_that_windows_forbids_are_made_fit(
    report: Report, county: Agency, office: User
) -> None:
    duty = report.duty
    duty.legal_name = '某某县/..\\财政局:"一处" . '
    duty.save()
    files = unpacked(made(bundling.ask(county, YEAR, office)))
    folders = {name.partition("/")[0] for name in files if "/" in name}
    assert folders == {"001 某某县..财政局一处"}


def test_the_digest_and_the_size_are_those_of_the_stored_zip(
    report: Report, county: Agency, office: User
) -> None:
    bundle = made(bundling.ask(county, YEAR, office))
    with default_storage.open(str(bundle.file.name)) as file:
        data = file.read()
    assert (bundle.sha256, bundle.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert zipfile.is_zipfile(io.BytesIO(data))


def test_a_worker_that_lost_its_lease_while_packing_leaves_no_file(
    report: Report, county: Agency, office: User
) -> None:
    bundle, before = bundling.ask(county, YEAR, office), zips()
    work(1)

    def lost(_percent: int, _stage: str) -> None:
        raise jobs.LostLeaseError

    with pytest.raises(jobs.LostLeaseError):
        zipping.assemble(bundle.pk, lost)
    assert zips() == before
    made(bundle)


def test_packed_twice_it_is_there_once(report: Report, county: Agency, office: User) -> None:
    bundle, before = bundling.ask(county, YEAR, office), zips()
    work(1)
    second = [True]

    def slow(_percent: int, _stage: str) -> None:
        if second.pop() if second else False:
            zipping.assemble(bundle.pk, lambda *_: None)

    zipping.assemble(bundle.pk, slow)
    bundle.refresh_from_db()
    assert zips() - before == {str(bundle.file.name).rpartition("/")[2]}
    assert unpacked(bundle)


def test_what_broke_off_while_packing_is_told_and_packed_again(
    report: Report, county: Agency, office: User
) -> None:
    bundle = bundling.ask(county, YEAR, office)
    work(1)
    Job.objects.filter(kind="bundle").update(state=Job.State.FAILED)
    assert bundling.progress_of(bundle).state == "broken"
    bundling.go_on_everywhere()
    assert bundling.progress_of(bundle).state == "broken"
    bundling.retry(bundle)
    made(bundle)
    assert bundling.progress_of(bundle).state == "done"


@pytest.mark.usefixtures("people")
def test_progress_counts_what_goes_in(
    finance: Agency,
    education: Agency,
    county: Agency,
    office: User,
    reporter: User,
    reviewer: User,
) -> None:
    approved(begun(finance), reporter, reviewer)
    submitted(begun(education), reporter)
    bundle = bundling.ask(county, YEAR, office)
    told = bundling.progress_of(bundle)
    assert (told.state, told.done, told.total) == ("drawing", 0, 1)
    work(1)
    told = bundling.progress_of(bundle)
    assert (told.state, told.done, told.total) == ("packing", 1, 1)
