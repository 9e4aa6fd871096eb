"""The cast: one county with two bureaus; a reporter and her colleague, a reviewer, an outsider, the
office, and the three administrators. Every test that needs a person takes one of these."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Role, User
from agencies.models.agency import AgencyKind
from tests.make import make_agency, make_user


@pytest.fixture
def county(db: None) -> Agency:
    return make_agency("moumou", "某某县人民政府", kind=AgencyKind.GOVERNMENT)


@pytest.fixture
def finance(county: Agency) -> Agency:
    return make_agency("caizheng", "某某县财政局", parent=county)


@pytest.fixture
def education(county: Agency) -> Agency:
    return make_agency("jiaoyu", "某某县教育局", parent=county)


@pytest.fixture
def elsewhere(db: None) -> Agency:
    return make_agency("linxian", "邻县人民政府", kind=AgencyKind.GOVERNMENT)


@pytest.fixture
def reporter(finance: Agency) -> User:
    return make_user("wang", {Role.REPORTER: finance}, name="王填报", phone="010-1234567")


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


@pytest.fixture
def reviewer(finance: Agency) -> User:
    return make_user("li", {Role.REVIEWER: finance}, name="李审核")


@pytest.fixture
def outsider(education: Agency) -> User:
    return make_user("zhao", {Role.REPORTER: education}, name="赵旁人")


@pytest.fixture
def office(county: Agency) -> User:
    return make_user("sun", {Role.OFFICE: county}, name="孙主管")


@pytest.fixture
def sysadmin(county: Agency) -> User:
    return make_user("xitong", {Role.SYSADMIN: county}, name="周系统")


@pytest.fixture
def secadmin(county: Agency) -> User:
    return make_user("baomi", {Role.SECADMIN: county}, name="吴保密")


@pytest.fixture
def auditor(county: Agency) -> User:
    return make_user("shenji", {Role.AUDITOR: county}, name="郑审计")
