"""A thread stays at its place whatever is edited, and remembers what stood there."""

from __future__ import annotations

from agencies.models import User
from reports import commenting, drafting
from reports.commenting import Talk
from reports.models import Report
from tests.filing import ALL_SAID

CELL = "documents.rules.issued"
TEXT = ALL_SAID


def edited(draft: Report, by: User, key: str, was: object, now: object) -> Report:
    drafting.save(draft.pk, by, "test", draft.version + 100, {key: {"was": was, "now": now}})
    draft.refresh_from_db()
    return draft


def only(draft: Report) -> Talk:
    (talk,) = commenting.open_threads(draft)
    return talk


def test_a_thread_outlives_edits_of_its_cell(draft: Report, reporter: User, reviewer: User) -> None:
    commenting.start(draft.pk, CELL, "请核对。", reviewer)
    assert only(draft).once == ""
    talk = only(edited(draft, reporter, CELL, 0, 7))
    assert (talk.place.anchor, talk.place.text, talk.once) == (CELL, "7", "0")


def test_a_thread_follows_its_paragraph(
    draft: Report, reporter: User, reviewer: User, paragraph: str
) -> None:
    commenting.start(draft.pk, paragraph, "再具体些。", reviewer)
    edited(draft, reporter, "prose.1", TEXT, f"新的第一段。\n{TEXT}")
    talk = only(draft)
    assert (talk.place.name[-3:], talk.is_gone, talk.once) == ("第2段", False, "")
    talk = only(
        edited(draft, reporter, "prose.1", f"新的第一段。\n{TEXT}", "新的第一段。\n改写了。")
    )
    assert (talk.place.text, talk.once) == ("改写了。", TEXT)


def test_a_thread_whose_paragraph_is_gone_stands_at_its_part_with_the_words(
    draft: Report, reporter: User, reviewer: User, paragraph: str
) -> None:
    commenting.start(draft.pk, paragraph, "这段是否保留？", reviewer)
    talk = only(edited(draft, reporter, "prose.1", TEXT, ""))
    assert (talk.place.anchor, talk.is_gone, talk.once) == ("prose.1", True, TEXT)
    commenting.resolve(talk.thread.pk, "", reporter)
    assert commenting.open_threads(draft) == []


def test_a_thread_finds_its_paragraph_again_where_that_was_cut_out_and_put_back(
    draft: Report, reporter: User, reviewer: User, paragraph: str
) -> None:
    commenting.start(draft.pk, paragraph, "再具体些。", reviewer)
    edited(draft, reporter, "prose.1", TEXT, "")
    assert only(draft).is_gone
    edited(draft, reporter, "prose.preamble", None, f"新的一段。\n{TEXT}")
    talk = only(draft)
    assert (talk.place.name[-3:], talk.is_gone, talk.once) == ("第2段", False, "")
    edited(draft, reporter, "prose.1", None, TEXT)
    assert only(draft).is_gone, "of two alike neither can be meant"


def test_threads_are_listed_in_printed_order(draft: Report, reviewer: User) -> None:
    cells = list(draft.format.cells)
    wanted = ["prose.preamble", "prose.1", "section.2", cells[0], cells[-1], "prose.6"]
    for anchor in reversed(wanted):
        commenting.start(draft.pk, anchor, "请核对。", reviewer)
    assert [talk.place.anchor for talk in commenting.open_threads(draft)] == wanted


def test_a_long_paragraph_is_remembered_by_its_beginning(
    draft: Report, reporter: User, reviewer: User, paragraph: str
) -> None:
    edited(draft, reporter, "prose.1", TEXT, "长" * 300)
    thread = commenting.start(draft.pk, paragraph, "太长。", reviewer)
    assert thread.quote == "长" * 200
    assert only(draft).once == ""
