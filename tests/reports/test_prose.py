from itertools import count
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.prose import (
    Paragraph,
    align,
    formers,
    from_text,
    merge,
    places,
    take_back,
    tidy,
    to_text,
)
from tests.strategies import documents, texts

anything = st.text(max_size=80)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("\u3000\u3000一段。\r\n\r\n  二段。\t\n", "一段。\n二段。"),
        ("一\r二\v三\f四\u0085五\u2028六\u2029七", "一\n二\n三\n四\n五\n六\n七"),
        ("收到\u00a015\u00a0件", "收到 15 件"),
        ("第1\t项", "第1 项"),
        ("零\u200b宽\ufeff字\u00ad符\u2060", "零宽字符"),
        ("图\ufffc片\x07响\x00铃\x9f", "图片响铃"),
        ("\u202e倒过来\u2066", "倒过来"),
        ("半个\ud83d字", "半个字"),
        ("非字符\uffff\ufffe", "非字符"),
        ("生僻字𬭎与䓖󠄀", "生僻字𬭎与䓖󠄀"),
        (" \u3000 \n\u00a0\n\u200b", ""),
    ],
)
def test_text_from_anywhere_becomes_plain_paragraphs(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(anything)
def test_tidy_text_stays_as_it_is(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(st.characters(), max_size=80))
def test_tidy_text_fits_every_file(text: str) -> None:
    kept = tidy(text)
    kept.encode()
    assert not any(char in kept for char in "\x00\r\t\ufffe\uffff")
    assert all(line == line.strip() != "" for line in kept.splitlines())


@given(anything)
def test_paragraphs_are_the_lines_of_the_tidy_text(text: str) -> None:
    paragraphs = from_text(text)
    assert to_text(paragraphs) == tidy(text)
    assert len({paragraph.id for paragraph in paragraphs}) == len(paragraphs)


@pytest.mark.parametrize(
    ("text", "level", "heading"),
    [
        ("（一）主动公开情况", 2, True),
        ("(十二)主动公开", 2, True),
        ("（一）主动公开。全年主动公开政府信息。", 2, False),
        ("（五）监督保障。组织培训3次", 2, False),
        ("1.完善制度", 3, True),
        ("２．完善制度", 3, True),
        ("10、完善制度", 3, True),
        ("1.5万件申请", 0, False),
        ("2024.年", 0, False),
        ("（1）完善制度", 4, True),
        ("一是完善制度", 0, False),
        ("（以下简称条例）", 0, False),
        ("（一）" + "长" * 40, 2, False),
        ("（一）完善制度；", 2, False),
        ("1.", 3, True),
    ],
)
def test_headings_are_known_by_their_numbers(text: str, level: int, heading: bool) -> None:
    paragraph = Paragraph("p1", text)
    assert (paragraph.level, paragraph.is_heading) == (level, heading)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("（一）主动公开情况", "（一）主动公开情况"),
        ("（一）主动公开。全年主动公开政府信息。", "（一）主动公开。"),
        ("（五）监督保障。组织培训3次", "（五）监督保障。"),
        ("（一）" + "长" * 40 + "。", ""),
        ("1.完善制度。健全机制。", ""),
        ("全年平稳。", ""),
    ],
)
def test_a_numbered_paragraph_leads_with_its_first_sentence(text: str, lead: str) -> None:
    assert Paragraph("p1", text).lead == lead


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("甲\n乙\n丙", ["p1", "p2", "p3"]),
        ("甲\n乙改\n丙", ["p1", "p2", "p3"]),
        ("甲\n丙", ["p1", "p3"]),
        ("甲\n新\n乙\n丙", ["p1", "n1", "p2", "p3"]),
        ("新\n甲\n乙\n丙", ["n1", "p1", "p2", "p3"]),
        ("甲\n乙前\n乙后\n丙", ["p1", "p2", "n1", "p3"]),
        ("甲\n乙丙", ["p1", "p2"]),
        ("丙\n甲\n乙", ["p3", "p1", "p2"]),
        ("丙\n甲\n乙改", ["p3", "p1", "p2"]),
        ("甲\n丙\n丙", ["p1", "p3", "n1"]),
        ("", []),
    ],
)
def test_a_paragraph_keeps_its_id_through_edits(text: str, ids: list[str]) -> None:
    new = count(1)
    kept = align(from_text("甲\n乙\n丙"), text, lambda: f"n{next(new)}")
    assert [paragraph.id for paragraph in kept] == ids
    assert to_text(kept) == text


@given(documents, documents)
def test_aligning_says_the_new_text_under_unique_ids(old: str, new: str) -> None:
    fresh = count(1)
    before = from_text(old)
    after = align(before, new, lambda: f"n{next(fresh)}")
    ids = [paragraph.id for paragraph in after]
    assert to_text(after) == tidy(new)
    assert len(set(ids)) == len(ids)
    if old == new:
        assert after == before


def test_thousands_of_paragraphs_alike_are_aligned_at_once() -> None:
    old, new = "甲\n乙\n" * 5000, "甲\n甲\n乙\n" * 3333
    begun = monotonic()
    fresh = count(1)
    assert len(align(from_text(old), new, lambda: f"n{next(fresh)}")) == 9999
    assert merge(old, new, old) == new.strip()
    assert monotonic() - begun < 5


@given(texts, texts)
def test_merging_with_no_change_gives_the_change(base: str, changed: str) -> None:
    assert merge(base, changed, base) == merge(base, base, changed) == tidy(changed)


@given(texts, texts)
def test_merging_the_same_change_gives_it_once(base: str, changed: str) -> None:
    assert merge(base, changed, changed) == tidy(changed)


@given(documents, documents, documents)
def test_merging_does_not_depend_on_who_comes_first(base: str, mine: str, theirs: str) -> None:
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


@given(st.lists(st.sampled_from("甲乙丙丁戊己"), unique=True, min_size=2), st.data())
def test_edits_of_different_paragraphs_both_survive(base: list[str], data: st.DataObject) -> None:
    places = st.integers(0, len(base) - 1)
    first, second = data.draw(st.lists(places, unique=True, min_size=2, max_size=2))
    mine, theirs, both = list(base), list(base), list(base)
    mine[first] = both[first] = "我的"
    theirs[second] = both[second] = "他的"
    assert merge("\n".join(base), "\n".join(mine), "\n".join(theirs)) == "\n".join(both)


@given(documents, documents, documents)
def test_nothing_that_someone_wrote_is_lost_in_a_merge(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    if merged is not None:
        written = (set(mine.splitlines()) | set(theirs.splitlines())) - set(base.splitlines())
        assert written <= set(merged.splitlines())


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("甲\n乙\n丙", "甲\n丙", "甲\n丙", "甲\n丙"),
        ("甲\n乙\n丙", "甲\n乙\n丙\n丁", "新\n甲\n乙\n丙", "新\n甲\n乙\n丙\n丁"),
        ("甲\n乙\n丙", "甲\n丙", "甲改\n乙\n丙", "甲改\n丙"),
        ("甲\n乙\n丙", "", "", ""),
        ("", "甲", "甲", "甲"),
        ("", "甲", "乙", None),
        ("甲", "乙", "丙", None),
        ("甲\n乙", "甲\n新\n乙", "甲\n旧\n乙", None),
        ("甲\n乙", "甲", "甲\n乙改", None),
        ("甲\n乙", "甲\n乙\n我", "甲\n乙\n他", None),
        ("甲\n乙", "甲\n乙改", "甲\n乙\n新", None),
    ],
)
def test_two_changes_of_one_place_are_left_to_people(
    base: str, mine: str, theirs: str, merged: str | None
) -> None:
    assert merge(base, mine, theirs) == merged


@pytest.mark.parametrize(
    ("now", "then", "number", "result"),
    [
        ("甲\n乙\n丙", "甲\n乙旧\n丙", 1, "甲\n乙旧\n丙"),
        ("甲\n丙", "甲\n乙\n丙", 1, "甲\n乙\n丙"),
        ("甲", "甲\n乙\n丙", 2, "甲\n丙"),
        ("甲新\n乙新\n丁", "甲\n乙\n丁", 1, "甲新\n乙\n丁"),
        ("甲新\n丁", "甲\n乙\n丁", 1, "甲新\n乙\n丁"),
        ("", "甲\n乙", 0, "甲"),
    ],
)
def test_one_paragraph_can_be_taken_back(now: str, then: str, number: int, result: str) -> None:
    assert take_back(now, then, number) == result


@given(documents, documents)
def test_taking_back_all_that_is_lost_brings_every_former_paragraph(now: str, then: str) -> None:
    lost = {one.number for one in formers(now, then)}
    stays = [n for n in range(len(then.splitlines())) if n not in lost]
    for number in lost:
        assert then.splitlines()[number] in take_back(now, then, number).splitlines()
    for number in stays:
        with pytest.raises(ValueError, match=str(number)):
            take_back(now, then, number)


@given(texts | anything)
def test_every_character_that_is_kept_knows_where_it_was_typed(text: str) -> None:
    kept, at = tidy(text), places(text)
    assert len(at) == len(kept)
    assert list(at) == sorted(set(at))
    alike = [(char, text[place]) for char, place in zip(kept, at, strict=True)]
    assert all(char == typed or (char in " \n" and typed.isspace()) for char, typed in alike)
