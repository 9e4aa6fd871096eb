"""Where `loaddemo` does nothing, and whose password it takes."""

import io

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from agencies.models import User
from reports import demo
from reports.content import Content
from reports.models import Job, Report, State
from reports.rendering import pdf
from reports.rendering.marks import FINAL, Marks
from tests.make import make_agency


def load() -> str:
    said = io.StringIO()
    call_command("loaddemo", stdout=said)
    return said.getvalue()


def test_the_password_comes_from_the_environment(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(demo.DISTRICT, "plays", [])
    monkeypatch.setenv("DEMO_PASSWORD", "another-word")
    load()
    assert User.objects.get(username="tianbao").check_password("another-word")


def test_production_takes_no_demo(db: None, settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="正式环境"):
        load()
    assert not User.objects.exists()


def test_real_agencies_are_left_alone(db: None) -> None:
    make_agency("shiji")
    assert "未载入" in load()
    assert not User.objects.exists()


def test_a_machine_that_draws_no_pdf_leaves_reports_approved(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = [play for play in demo.DISTRICT["plays"] if play["agency"] == "zhengfu-ban"]
    monkeypatch.setitem(demo.DISTRICT, "plays", published)
    monkeypatch.setattr(pdf, "drawn", _no_pango)
    load()
    assert Report.objects.filter(state=State.APPROVED).count() == 1
    assert Job.objects.get(key__endswith=":pdf").state == Job.State.QUEUED


def _no_pango(content: Content, marks: Marks = FINAL, **_how: object) -> pdf.Drawing:
    raise pdf.PdfUnavailableError("缺少pango")
