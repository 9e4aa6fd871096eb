"""The tree of agencies: paths follow every move, slugs stay, names are kept over time."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from agencies import tree
from agencies.models import Agency
from tests.make import make_agency


def test_a_planted_agency_carries_the_slugs_down_to_it(finance: Agency) -> None:
    assert finance.path == "moumou/caizheng/"


def test_a_subtree_holds_the_agency_and_what_is_below(county: Agency, finance: Agency) -> None:
    make_agency("moumou-2")
    assert list(tree.subtree(county)) == [county, finance]
    assert list(tree.subtree(finance)) == [finance]


def test_children_are_only_the_next_level(county: Agency, finance: Agency) -> None:
    make_agency("guoku", parent=finance)
    assert list(tree.children(county)) == [finance]


def test_ancestors_begin_at_the_root(county: Agency, finance: Agency) -> None:
    assert list(tree.ancestors(finance)) == [county, finance]


@pytest.mark.parametrize("slug", ["", "财政", "Caizheng", "a b", "-a", "a-", "a--b", "a/b", "a\n"])
def test_a_slug_that_is_not_plain_ascii_is_refused(county: Agency, slug: str) -> None:
    with pytest.raises(ValidationError):
        tree.plant(county, "某局", slug)


def test_a_slug_in_use_is_refused(county: Agency, finance: Agency) -> None:
    with pytest.raises(ValidationError):
        tree.plant(county, "另一个财政局", "caizheng")


def test_a_move_takes_everything_below_along(county: Agency, finance: Agency) -> None:
    below = make_agency("guoku", parent=finance)
    city = make_agency("moushi")
    tree.move(county, city)
    below.refresh_from_db()
    assert below.path == "moushi/moumou/caizheng/guoku/"
    assert below in tree.subtree(city)


def test_a_move_to_the_top_makes_a_root(finance: Agency) -> None:
    tree.move(finance, None)
    assert (finance.path, finance.parent) == ("caizheng/", None)


def test_no_agency_moves_below_itself(county: Agency, finance: Agency) -> None:
    with pytest.raises(ValueError, match="below itself"):
        tree.move(county, finance)


def test_planting_below_a_moved_agency_uses_where_it_stands_now(
    finance: Agency, education: Agency
) -> None:
    stale = Agency.objects.get(pk=finance.pk)
    tree.move(finance, education)
    assert tree.plant(stale, "国库", "guoku").path == "moumou/jiaoyu/caizheng/guoku/"


def test_an_agency_has_the_name_of_the_day(finance: Agency) -> None:
    tree.rename(finance, "某某县财政和国资局", date(2024, 3, 1))
    assert finance.name == "某某县财政和国资局"
    assert finance.name_on(date(2024, 2, 29)) == "某某县财政局"
    assert finance.name_on(date(2024, 3, 1)) == "某某县财政和国资局"


def test_before_its_first_known_name_an_agency_has_that_name(county: Agency) -> None:
    bureau = make_agency("shuju", "数据局", parent=county, opened_on=date(2023, 10, 1))
    assert bureau.name_on(date(2020, 1, 1)) == "数据局"


def test_a_name_cannot_end_before_it_began(finance: Agency) -> None:
    tree.rename(finance, "新名", date(2024, 3, 1))
    with pytest.raises(ValueError, match="not before"):
        tree.rename(finance, "更新的名", date(2024, 3, 1))


def test_an_agency_is_gone_from_its_closing_day_on(county: Agency) -> None:
    shut = make_agency("wuliao", parent=county, closed_on=date(2024, 5, 1))
    assert shut in Agency.objects.open_on(date(2024, 4, 30))
    assert shut not in Agency.objects.open_on(date(2024, 5, 1))


def test_the_office_is_called_what_the_nearest_agency_above_says(
    county: Agency, finance: Agency
) -> None:
    assert tree.office_name_for(finance) == "政务公开办"
    Agency.objects.filter(pk=county.pk).update(office_name="政务公开科")
    assert tree.office_name_for(finance) == "政务公开科"
