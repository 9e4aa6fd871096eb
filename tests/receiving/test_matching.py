"""Names in files against the names that agencies bear and bore; what is not plain is left open."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.models import Agency, Succession
from agencies.models.agency import SuccessionKind
from agencies.tree import rename
from reports.receiving import Match, match, names_of
from reports.receiving.matching import year_in
from tests.make import make_agency


def matched(said: str, *agencies: Agency, year: int | None = 2023, file: str = "") -> Match | None:
    return match(said, year, names_of(agencies), file)


def test_the_full_name_is_matched_whatever_its_blanks_and_widths(finance: Agency) -> None:
    assert matched("某某县 财政局", finance) == Match(finance.pk, "name")
    assert matched("某某縣財政局", finance) == Match(finance.pk, "name")


def test_a_short_name_is_matched(finance: Agency, education: Agency) -> None:
    finance.short_name = "县财政局"
    assert matched("县财政局", finance, education) == Match(finance.pk, "short")


def test_a_former_name_is_matched(finance: Agency, education: Agency) -> None:
    rename(finance, "某某县财政和国资局", date(2024, 6, 1))
    assert matched("某某县财政局", finance, education) == Match(finance.pk, "former")


def test_of_two_that_bore_a_name_the_one_is_meant_that_bore_it_then(
    county: Agency, finance: Agency
) -> None:
    other = make_agency("caizheng-2", "某某县财税局", parent=county)
    other.names.create(name="某某县财政局", until_date=date(2019, 1, 1))
    rename(finance, "某某县财政国资局", date(2025, 1, 1))
    assert matched("某某县财政局", finance, other, year=2023) == Match(finance.pk, "former")
    assert matched("某某县财政局", finance, other, year=None) is None


def test_what_became_the_agency_by_another_name_is_the_agency(
    county: Agency, finance: Agency
) -> None:
    former = make_agency("caizheng-ju-1", "某某县财政税务局", parent=county)
    Succession.objects.create(
        from_agency=former, to_agency=finance, on=date(2022, 1, 1), kind=SuccessionKind.RENAME
    )
    assert matched("某某县财政税务局", finance, year=2021) == Match(finance.pk, "former")
    assert matched("某某县财政税务局", finance, former, year=2021) == Match(former.pk, "name")


def test_what_was_merged_into_the_agency_is_not_the_agency(county: Agency, finance: Agency) -> None:
    merged = make_agency("guozi", "某某县国有资产局", parent=county)
    Succession.objects.create(
        from_agency=merged, to_agency=finance, on=date(2022, 1, 1), kind=SuccessionKind.MERGE
    )
    assert matched("某某县国有资产局", finance, year=2021) is None


def test_a_part_of_a_name_is_proposed_where_it_can_mean_one_alone(
    finance: Agency, education: Agency
) -> None:
    assert matched("某某市某某县财政局", finance, education) == Match(finance.pk, "part")
    assert matched("县财政局", finance, education) == Match(finance.pk, "part")
    assert matched("财政", finance, education) is None


def test_a_government_is_not_taken_for_its_office(county: Agency) -> None:
    office = make_agency("zhengfuban", "某某县人民政府办公室", parent=county)
    assert matched("某某县人民政府", county, office) == Match(county.pk, "name")
    assert matched("某某县人民政府办公室", county) is None


def test_without_a_name_in_it_the_name_of_the_file_is_read(
    county: Agency, finance: Agency, education: Agency
) -> None:
    file = "某某县财政局（2021）.pdf"
    assert matched("", county, finance, education, file=file) == Match(finance.pk, "file")
    assert matched("", finance, education, file="年报.pdf") is None


@pytest.mark.parametrize(
    ("file", "year"),
    [("财政局2021年.docx", 2021), ("2021-2022.docx", None), ("20211231.docx", None)],
)
def test_one_year_in_the_name_of_a_file_is_its_year(file: str, year: int | None) -> None:
    assert year_in(file) == year
