"""The district's own words: wrong ones with the right ones, sensitive ones, and those kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from agencies.models import Agency
from reports.checks.wrong_words import WRONG_WORDS
from reports.local.keeping import Wish
from reports.local.reading import decided
from reports.local.words import pairs, sentences, words
from reports.models import Setting, SettingKind


@dataclass(frozen=True)
class WordList:
    """One list: what was added here, what comes from above, and what is being typed."""

    kind: str
    title: str
    help: str
    example: str
    own: list[Setting]
    above: list[Setting]
    typed: str


_LISTS = (
    (SettingKind.WRONG, "错别字", "每行一对，写成“错→对”；可以从表格中整列粘贴。", "稳托→稳妥"),
    (SettingKind.SENSITIVE, "敏感词", "报告中出现就列为疑点。每行一个。", "某某专项"),
    (
        SettingKind.KEPT,
        "不再报的词",
        "确认没有错、又常被误报的词，写全一些，例如“台风登陆平台期”。每行一个。",
        "台风登陆平台期",
    ),
)


def context(agency: Agency, typed: QueryDict) -> dict[str, Any]:
    """The three lists, and those that were shipped."""
    lists = [list_of(agency, typed, *one) for one in _LISTS]
    return {"lists": lists, "shipped": WRONG_WORDS}


def list_of(
    agency: Agency, typed: QueryDict, kind: str, title: str, told: str, example: str
) -> WordList:
    """The words of one kind, the agency's own and those of the agencies above."""
    holds = decided(agency).values()
    mine = list(Setting.objects.filter(agency=agency, kind=kind))
    above = [one for one in holds if one.kind == kind and one.agency_id != agency.pk]
    return WordList(kind, title, told, example, mine, above, typed.get(f"add-{kind}", ""))


def wishes(posted: QueryDict, agency: Agency) -> Iterator[Wish]:
    """What is taken out, then what is added: a word in both stays."""
    for kind, *_ in _LISTS:
        yield from added_and_removed(posted, kind)


def added_and_removed(posted: QueryDict, kind: str) -> Iterator[Wish]:
    """Of one list. Raises UnreadableError."""
    added = _read(kind, posted.get(f"add-{kind}", ""))
    for key in posted.getlist(f"remove-{kind}"):
        if key not in added:
            yield Wish(kind, key, None)
    for key, value in added.items():
        yield Wish(kind, key, value)


def _read(kind: str, text: str) -> dict[str, str]:
    if kind == SettingKind.WRONG:
        return pairs(text)
    return dict.fromkeys(sentences(text) if kind == SettingKind.PHRASE else words(text), "")
