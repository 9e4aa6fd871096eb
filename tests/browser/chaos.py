"""A network that loses, delays and repeats some of what two pages ask."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from playwright.sync_api import Page, Route

ASKED = re.compile(r"/reports/\d+/(save|values|pulse)/$")


class Chaos:
    """Does its worst to one request in ten while it rages."""

    def __init__(self, random: Random, share: float = 0.1) -> None:
        self.random, self.share = random, share
        self.held: list[tuple[int, Route]] = []
        self.turn = 0
        self.done: Counter[str] = Counter()

    def besets(self, page: Page) -> None:
        """From now on, all that the page asks goes through here."""
        page.route(ASKED, self._pass)

    def tick(self) -> None:
        """One step later: what was held back long enough goes on."""
        self.turn += 1
        due = [route for turn, route in self.held if turn <= self.turn]
        self.held = [one for one in self.held if one[0] > self.turn]
        for route in due:
            route.continue_()

    def end(self) -> None:
        """Nothing more goes wrong, and nothing is held back."""
        self.share = 0.0
        while self.held:
            self.tick()

    def _pass(self, route: Route) -> None:
        if self.random.random() >= self.share:
            self.done["passed"] += 1
            return route.continue_()
        how = self.random.choice(["never sent", "answer lost", "sent twice", "held back"])
        self.done[how] += 1
        if how == "held back":
            return self.held.append((self.turn + self.random.randint(5, 60), route))
        if how != "never sent":
            route.fetch()
        return route.continue_() if how == "sent twice" else route.abort()
