"""The back room shows where reports stand, never what they say, and only the own district's."""

import re

import pytest
from django.test import Client

from agencies.models import Agency, Role, User
from reports.models import Change, Report, Revision
from tests.filing import ALL_SAID, begun, published
from tests.make import make_user

MODELS = ("campaign", "duty", "report", "revision", "event", "document", "change", "job")


@pytest.fixture
def story(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def read(user: User, url: str) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/admin/reports/{url}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_an_administrator_reads_every_list(story: Report, sysadmin: User, model: str) -> None:
    assert 'class="results"' in read(sysadmin, model)


@pytest.mark.parametrize("model", [model for model in MODELS if model != "job"])
def test_another_district_sees_nothing_of_it(story: Report, elsewhere: Agency, model: str) -> None:
    stranger = make_user("fang", {Role.SYSADMIN: elsewhere})
    assert 'class="results"' not in read(stranger, model)


def test_what_a_report_says_is_not_shown(story: Report, sysadmin: User) -> None:
    pages = [f"report/{story.pk}/change", f"revision/{Revision.objects.get().pk}/change"]
    assert Change.objects.filter(key="prose.1", after=ALL_SAID).exists()
    event = story.events.get(action="publish")
    asked = {"reopened": [{"message": ALL_SAID, "explanation": ALL_SAID}]}
    story.events.filter(pk=event.pk).update(note=ALL_SAID, data=asked)
    pages.append(f"event/{event.pk}/change")
    for page in (*pages, "change", "revision", "event"):
        assert ALL_SAID not in read(sysadmin, page)


@pytest.mark.parametrize("model", MODELS)
def test_every_column_has_a_chinese_name(story: Report, sysadmin: User, model: str) -> None:
    heads = re.findall(r'<div class="text">(.*?)</div>', read(sysadmin, model), re.DOTALL)
    names = [re.sub(r"<[^>]*>|\s", "", head) for head in heads]
    assert names
    assert not [name for name in names if not re.search("[\u4e00-\u9fff]", name)]


def test_an_event_is_named_as_its_button_is(story: Report, sysadmin: User) -> None:
    event = story.events.get(action="publish")
    for page in ("event", f"event/{event.pk}/change"):
        shown = read(sysadmin, page)
        assert "发布" in shown
        assert "已签发 → 已发布" in shown
    assert "送审" not in read(sysadmin, "event/?action=publish").partition('class="results"')[2]
