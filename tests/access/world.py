"""One county in which every kind of person meets a report in every state it can be in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from agencies.models import Agency, Role, Succession, User
from agencies.models.agency import AgencyKind, SuccessionKind
from reports import (
    bundling,
    commenting,
    dividing,
    posting,
    registering,
    sealing,
    workflow,
)
from reports.models import Bundle, Heartbeat, Report, Upload
from reports.portal import Compared, Kind, Mismatch
from tests.filing import begun, keep_files, submitted
from tests.make import make_agency, make_user
from tests.receiving.files import batch, given, page
from tests.registers import SIFTED

ROLES = (
    "stranger",
    "reporter",
    "reviewer",
    "outsider",
    "office",
    "sysadmin",
    "secadmin",
    "auditor",
    "neighbour",
)
STORIES: dict[str, tuple[str, ...]] = {
    "draft": (),
    "submitted": ("submit",),
    "approved": ("submit", "sign"),
    "to_file": ("submit", "sign"),
    "filed": ("submit", "sign", "file"),
    "cleared": ("submit", "sign", "file", "clear"),
    "published": ("submit", "sign", "publish"),
    "correcting": ("submit", "sign", "publish", "correct"),
    "corrected": ("submit", "sign", "publish", "correct", "submit", "sign", "publish"),
    "taken_down": ("submit", "sign", "publish", "take_down"),
}
STATES = tuple(STORIES)
FILES_FIRST = {"to_file", "filed", "cleared"}
"""States of a district that has 先备案后公布."""

BY = {"clear": "office", "take_down": "office", "file": "reporter"}


@dataclass
class World:
    """The bureau whose reports are asked for, the people who ask, one report in each state; the
    `sister` is another bureau's draft of the year of the first, the `upload` the reporter's
    file, of which something is doubtful; beside it is one of which nothing is. The `bundle` is a
    zip that the office has asked for and that is there.
    """

    finance: Agency
    people: dict[str, User] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    sister: Report | None = None
    upload: Upload | None = None
    bundle: Bundle | None = None

    def client(self, role: str) -> Client:
        """A fresh browser of that person: what the last one was told is forgotten."""
        client = Client()
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        return client


def build() -> World:
    """Made once for all requests; whoever asks for something that writes takes it back."""
    county = make_agency("moumou", "某某县人民政府", kind=AgencyKind.GOVERNMENT)
    finance = make_agency("caizheng", "某某县财政局", parent=county)
    education = make_agency("jiaoyu", "某某县教育局", parent=county)
    elsewhere = make_agency("linxian", "邻县人民政府", kind=AgencyKind.GOVERNMENT)
    former = make_agency("guozi", "某某县国资局", parent=county)
    Succession.objects.create(
        from_agency=former, to_agency=finance, on=date(2021, 1, 1), kind=SuccessionKind.MERGE
    )
    world = World(finance)
    for name, role, agency in (
        ("reporter", Role.REPORTER, finance),
        ("reviewer", Role.REVIEWER, finance),
        ("outsider", Role.REPORTER, education),
        ("office", Role.OFFICE, county),
        ("sysadmin", Role.SYSADMIN, county),
        ("secadmin", Role.SECADMIN, county),
        ("auditor", Role.AUDITOR, county),
        ("neighbour", Role.OFFICE, elsewhere),
    ):
        world.people[name] = make_user(name, {role: agency}, home=agency)
    _sign_in(world)
    _file(world)
    Heartbeat.beat("sweep")
    return world


def _sign_in(world: World) -> None:
    for name, person in world.people.items():
        client = Client()
        client.force_login(person)
        world.sessions[name] = client.cookies[settings.SESSION_COOKIE_NAME].value


def _file(world: World) -> None:
    """A year for each state, from the first that has today's edition of the form."""
    division = dividing.add(world.finance, world.people["reporter"], "受理科")
    dividing.assign(world.finance, world.people["reporter"], "section.2", division)
    for year, (state, story) in enumerate(STORIES.items(), 2021):
        report = begun(world.finance, year=year, first=state in FILES_FIRST)
        commenting.start(report.pk, "section.2", "请核对台账。", world.people["reviewer"])
        for act in story:
            report = _act(world, report, act)
        world.reports[state] = report
    own = batch(world.people["reporter"], world.finance)
    world.upload = given(own, page(year=2023).replace(b">3014<", b">3 014<"))
    given(own, page(year=2019))
    _count(world)
    _post(world)
    education = Agency.objects.get(slug="jiaoyu")
    world.bundle = _packed(education, world.people["office"])
    world.sister = begun(education, year=world.reports["draft"].duty.year)


def _packed(agency: Agency, office: User) -> Bundle:
    """Without a report of that bureau; the county's are many, and to be drawn."""
    begun(agency, year=2040)
    made = bundling.ask(agency, 2040, office)
    bundling.assemble(made.pk, lambda *_: None)
    return made


def _count(world: World) -> None:
    """The draft has a register that was counted and one that waits to be."""
    report, by = world.reports["draft"], world.people["reporter"]
    kept = registering.keep(report.pk, by, SIFTED)
    mapped = registering.mapped(kept)
    registering.land(kept.pk, by, mapped.columns, mapped.meanings)
    registering.keep(report.pk, by, SIFTED)


def _post(world: World) -> None:
    """The published report is recorded and its page was checked, with something of every kind."""
    report, by = world.reports["published"], world.people["reporter"]
    url = "https://www.moumou.gov.cn/zfxxgk/nb.html"
    posting.record(report, by, url, timezone.now())
    publication = report.publication
    assert publication is not None
    found = Compared(tuple(Mismatch(kind, 3, "予以公开", "18", "99") for kind in Kind), ("主办",))
    posting.keep_check(report, by, publication, "ab" * 32, found, "年报.html")
    scan = sealing.Scan(b"%PDF-1.7 sealed", "盖章.pdf", ".pdf")
    sealing.keep(report, by, publication.revision.check_code, scan)


def _act(world: World, report: Report, act: str) -> Report:
    """One act of a story; signatures are recorded from paper, so that there is a scan."""
    if act == "submit":
        return submitted(report, world.people["reporter"])
    by = world.people[BY.get(act, "reviewer")]
    if act == "sign":
        return _signed_on_paper(report, by)
    if act == "publish" and report.revision:
        keep_files(report.revision)
    return workflow.advance(report, act, by, "数字有误", revision=report.revision_id)


def _signed_on_paper(report: Report, reviewer: User) -> Report:
    return workflow.advance(
        report,
        "sign",
        reviewer,
        revision=report.revision_id,
        offline=True,
        name="周局",
        opinion="同意",
        signed_on=timezone.localdate(),
        scan=SimpleUploadedFile("scan.pdf", b"%PDF-1.7 signed"),
    )
