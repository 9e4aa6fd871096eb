"""In chromium: two clerks at random on one report over a bad network; a ledger of all they did."""

from __future__ import annotations

import os
from random import Random, SystemRandom

import pytest
from playwright.sync_api import Page

from agencies.models import Agency, Role, User
from reports import drafting
from reports.forms import boxes
from reports.models import Report
from tests.browser.boxes import box, saved
from tests.browser.chaos import Chaos
from tests.browser.conftest import Window
from tests.browser.ledger import Choice, Clerk, Typed, check_figures, check_marks
from tests.filing import begun
from tests.make import make_user
from tests.processes import until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIGURES = [
    *(
        f"documents.{kind}.{what}"
        for kind in ("rules", "normative")
        for what in ("issued", "repealed")
    ),
    *(
        f"applications.received.{who}"
        for who in ("natural_person", "business", "research", "other")
    ),
]
PROSE = "prose.1"
START = "\n".join(f"第{number}段。" for number in "一二三四五六")

TYPE = """([key, value]) => {
    const box = document.querySelector(`[name="${key}"]`);
    box.focus();
    const seen = box.value;
    box.value = value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return seen;
}"""
MARK = """([key, at, mark]) => {
    const box = document.querySelector(`[name="${key}"]`);
    box.focus();
    const seen = box.value;
    const lines = seen.split("\\n");
    lines[at % lines.length] += mark;
    box.value = lines.join("\\n");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return [seen, box.value];
}"""
CHOOSE = """(mine) => {
    const one = document.querySelector(".conflict");
    if (!one) return null;
    const words = (name) => one.querySelector(`[data-${name}]`).textContent;
    const told = [one.querySelector("[data-where]").dataset.go, words("mine"), words("theirs")];
    one.querySelector(mine ? "[data-keep-mine]" : "[data-take-theirs]").click();
    return told;
}"""
SHOWN = """() => Object.fromEntries(
    [...document.querySelectorAll("[data-draft] input[type=text], [data-draft] textarea")]
        .map((box) => [box.name, box.value]))"""


@pytest.fixture
def random() -> Random:
    seed = int(os.environ.get("SEED") or SystemRandom().randrange(10**6))
    print(f"SEED={seed}")
    return Random(seed)


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    report = begun(finance)
    drafting.save(report.pk, reporter, "start", 1, {PROSE: {"was": "", "now": START}})
    return report


class Desk:
    """One clerk at one page: does something at random and writes down what he saw."""

    def __init__(self, page: Page, random: Random) -> None:
        self.page, self.random, self.clerk = page, random, Clerk()

    def type(self, number: int) -> None:
        if self.random.random() < 0.3:
            told = [PROSE, self.random.randrange(6), f"〔{number}〕"]
            self.clerk.typed.append(Typed(PROSE, *self.page.evaluate(MARK, told)))
            return
        key, value = self.random.choice(FIGURES), str(1000 + number)
        seen = self.page.evaluate(TYPE, [key, value])
        self.clerk.typed.append(Typed(key, seen, value))

    def choose(self) -> bool:
        """Settles the first conflict, if there is one."""
        mine = self.random.random() < 0.5
        told = self.page.evaluate(CHOOSE, mine)
        if told:
            key, *both = ("" if words == "（空）" else words for words in told)
            self.clerk.choices.append(Choice(key, both[0], both[1], kept_mine=mine))
        return bool(told)

    def is_settled(self) -> bool:
        """Whether nothing is left to choose or to send."""
        while self.choose():
            pass
        state = self.page.locator("[data-save-state]")
        return (state.get_attribute("data-kind") == "saved") and not self.page.locator(
            ".conflict"
        ).count()


def test_a_few_edits_of_two_clerks(
    window_of: Window, report: Report, reporter: User, finance: Agency, random: Random
) -> None:
    run(window_of, report, [reporter, another(finance)], random, edits=60)


@pytest.mark.long
def test_a_thousand_edits_of_two_clerks(
    window_of: Window, report: Report, reporter: User, finance: Agency, random: Random
) -> None:
    run(window_of, report, [reporter, another(finance)], random, edits=1000)


def another(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


def run(
    window_of: Window, report: Report, people: list[User], random: Random, *, edits: int
) -> None:
    chaos = Chaos(random)
    desks = [opened(window_of(person), report, random) for person in people]
    for desk in desks:
        chaos.besets(desk.page)
    for number in range(edits):
        desk = random.choice(desks)
        desk.type(number)
        if random.random() < 0.1:
            desk.choose()
        desk.page.wait_for_timeout(random.randrange(120))
        chaos.tick()
    chaos.end()
    print(dict(chaos.done))
    until(lambda: all(desk.is_settled() for desk in desks))
    check_agreement(report, desks)
    clerks = dict(zip((person.pk for person in people), (d.clerk for d in desks), strict=True))
    print(*(f"{len(one.typed)} typed, {len(one.choices)} chosen" for one in clerks.values()))
    check_figures(report, clerks, FIGURES)
    check_marks(report.content.text("1"), clerks.values(), PROSE)


def opened(page: Page, report: Report, random: Random) -> Desk:
    page.goto(f"/reports/{report.pk}/edit/")
    saved(page)
    return Desk(page, random)


def check_agreement(report: Report, desks: list[Desk]) -> None:
    """Both pages show what the database holds, within a pulse, in every box."""
    for desk in desks:
        box(desk.page, "prose.6").focus()
    report.refresh_from_db()
    held = boxes(report.content)

    def agree() -> bool:
        return all(desk.page.evaluate(SHOWN) == held for desk in desks)

    try:
        until(agree, seconds=30)
    except AssertionError:
        for desk in desks:
            shown = desk.page.evaluate(SHOWN)
            print({key: (shown[key], held[key]) for key in held if shown[key] != held[key]})
        raise
