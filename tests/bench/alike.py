"""How long it takes to compare thousands of reports with each other, and one with a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from time import perf_counter

from reports.checks.likeness import COMPARED, Text, most_alike, nearest
from reports.checks.likeness.sentences import part_of
from tests.bench.goals import Goal

REPORTS, SECONDS = 3000, 60
SISTERS, MOST_MS = 100, 15

_SENTENCES = {"1": 20, "5": 8}
_FRAMES = (
    "持续推进{}领域公开，{}，切实提升{}水平",
    "围绕{}，组织开展{}，累计{}，群众{}明显提高",
    "对{}进行{}，做到{}",
    "下一步将{}，健全{}机制，强化{}，确保{}",
)
_HAN = [chr(0x4E00 + n) for n in range(1500)]


def goals() -> Iterator[Goal]:
    """All with all, and the draft with what the other agencies of its district have published."""
    part_of.cache_clear()
    begun = perf_counter()
    texts = crowd(REPORTS, copied=0.1, chance=Random(7))
    found = most_alike(texts, most=100, least=0.5)
    taken = perf_counter() - begun
    assert found[0].share == 1.0
    yield Goal(f"{REPORTS} reports compared with each other", taken, SECONDS, "s")
    yield Goal(f"one report beside {SISTERS} others", _beside(texts), MOST_MS, "ms")


def _beside(texts: list[Text]) -> float:
    """Milliseconds for a draft whose words have changed, the others being known already."""
    earlier, own, *rest = texts
    others = tuple(rest[:SISTERS])
    for one in (earlier, own):
        begun = perf_counter()
        for key in COMPARED:
            nearest(key, one.parts[key], others, 0.9)
    return (perf_counter() - begun) * 1e3


def crowd(number: int, copied: float, chance: Random) -> list[Text]:
    """That many texts, of which the share `copied` is another one with some words changed."""
    writer = _Writer(chance)
    raw: list[dict[str, list[str]]] = []
    for _ in range(number):
        if raw and chance.random() < copied:
            model = chance.choice(raw)
            raw.append({key: writer.edited(model[key]) for key in COMPARED})
        else:
            raw.append({key: writer.section(_SENTENCES[key]) for key in COMPARED})
    return [_text(f"某某县第{n}局", said) for n, said in enumerate(raw)]


def _text(agency: str, said: dict[str, list[str]]) -> Text:
    return Text(agency, 2024, {key: part_of("\n".join(said[key]), agency) for key in COMPARED})


class _Writer:
    """Writes in clauses, half of which others use too, as officials do."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.words = [self._word() for _ in range(1200)]
        self.clauses = [self._clause() for _ in range(400)]

    def _word(self) -> str:
        return "".join(self.chance.choice(_HAN) for _ in range(self.chance.choice((2, 2, 2, 4))))

    def _clause(self) -> str:
        return "".join(self.chance.choice(self.words) for _ in range(4))

    def sentence(self) -> str:
        frame = self.chance.choice(_FRAMES)
        return frame.format(*(self._said() for _ in range(frame.count("{}")))) + "。"

    def _said(self) -> str:
        known = self.chance.random() < 0.5
        return self.chance.choice(self.clauses) if known else self._clause()

    def section(self, sentences: int) -> list[str]:
        return [self.sentence() for _ in range(sentences)]

    def edited(self, sentences: list[str]) -> list[str]:
        return [self._touched(one) for one in sentences]

    def _touched(self, sentence: str) -> str:
        """One in ten is written anew, of half the others a word is changed."""
        if self.chance.random() < 0.1:
            return self.sentence()
        if self.chance.random() < 0.5:
            return sentence
        at = self.chance.randrange(len(sentence) - 4)
        return sentence[:at] + self.chance.choice(self.words) + sentence[at + 2 :]
