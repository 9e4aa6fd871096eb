"""What `manage.py serve` says first: an address and accounts that work, not how its programs go."""

from __future__ import annotations

import socket

import pytest

from agencies.accounts import change_password, reset_password
from agencies.models import Agency, Role, User
from reports.management.commands import serve
from tests.make import make_user


@pytest.fixture
def demo(finance: Agency) -> User:
    return make_user("tianbao", {Role.REPORTER: finance}, name="田宝", is_demo=True)


def test_a_demo_account_is_told_with_its_role(demo: User) -> None:
    told = serve._demo_accounts()
    assert "nianbao-demo" in told[1]
    assert "填报人" in told[2]


def test_one_whose_password_was_reset_is_left_out(demo: User, sysadmin: User) -> None:
    reset_password(demo, None)
    assert serve._demo_accounts() == []


def test_one_who_has_changed_the_password_is_left_out(demo: User) -> None:
    change_password(demo, "Zhangsan-2025")
    assert serve._demo_accounts() == []


def test_its_programs_are_quiet_unless_something_is_wrong() -> None:
    with socket.socket() as door:
        commands = {one.name: " ".join(one.command) for one in serve._programs(door)}
    assert "--loglevel WARNING" in commands["worker 1"]
    assert "--log-level warning" in commands["web"]
    assert "--verbosity 0" in commands["sweep"]
