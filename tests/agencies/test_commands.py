"""The commands that begin an installation and do what no page can."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency, User
from agencies.roles import can


def _run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue().strip()


def test_an_installation_begins(db: None) -> None:
    _run("addagency", "moumou", "某某县人民政府")
    _run("addagency", "caizheng", "某某县财政局", "--parent", "moumou", "--kind", "department")
    username, secret = _run("addperson", "xitong", "周系统", "moumou", "--role", "sysadmin").split()
    person = User.objects.get(username=username)
    assert person.check_password(secret)
    assert person.is_staff
    assert can(person, "sysadmin", Agency.objects.get(slug="caizheng"))


def test_nobody_is_added_with_two_administrator_roles(county: Agency) -> None:
    with pytest.raises(CommandError, match="三个人"):
        _run("addperson", "x", "某", "moumou", "--role", "sysadmin", "--role", "auditor")
    assert not User.objects.filter(username="x").exists()


def test_an_administrator_s_password_is_reset_at_the_machine(sysadmin: User) -> None:
    secret = _run("resetpassword", "xitong")
    sysadmin.refresh_from_db()
    assert sysadmin.check_password(secret)
    assert sysadmin.must_change_password


def test_an_administrator_is_appointed_and_relieved(reporter: User, county: Agency) -> None:
    _run("grantrole", "wang", "auditor", "moumou")
    assert can(reporter, "auditor", county)
    _run("grantrole", "wang", "auditor", "moumou", "--revoke")
    assert not can(reporter, "auditor", county)


@pytest.mark.parametrize(
    "words",
    [
        ("addagency", "财政", "某局"),
        ("addagency", "x", "某局", "--parent", "nowhere"),
        ("addperson", "x", "某", "nowhere"),
        ("grantrole", "nobody", "reporter", "moumou"),
        ("resetpassword", "nobody"),
    ],
)
def test_a_wrong_word_is_told(county: Agency, words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        _run(*words)
