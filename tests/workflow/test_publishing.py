"""发布, 更正, 撤下: what is public was signed and drawn whole, one at a time, with a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from agencies.models import User
from reports import drafting, workflow
from reports.models import Document, Report, Signoff, State
from tests.filing import corrected
from tests.workflow.acts import act, drawn


@pytest.fixture
def approved(report: Report, reporter: User, reviewer: User) -> Report:
    return act(act(report, "submit", reporter), "sign", reviewer)


@pytest.fixture
def published(approved: Report, reviewer: User) -> Report:
    return act(drawn(approved), "publish", reviewer)


@pytest.mark.parametrize("missing", ["docx", "pdf"])
def test_both_files_are_needed(approved: Report, reviewer: User, missing: str) -> None:
    drawn(approved)
    Document.objects.filter(kind=missing).delete()
    with pytest.raises(workflow.RefusedError, match="还没有生成好"):
        act(approved, "publish", reviewer)
    assert approved.publication is None


def test_a_missing_glyph_keeps_it_from_the_public(approved: Report, reviewer: User) -> None:
    drawn(approved)
    Document.objects.filter(kind="pdf").update(missing=["𪚥", "㐂"])
    with pytest.raises(workflow.RefusedError, match="𪚥、㐂"):
        act(approved, "publish", reviewer)
    assert approved.publication is None


@pytest.mark.parametrize("data", [None, b"%PDF other bytes"])
def test_a_file_that_is_gone_or_another_keeps_it_from_the_public(
    approved: Report, reviewer: User, data: bytes | None
) -> None:
    drawn(approved)
    path = Path(Document.objects.get(kind="pdf").file.path)
    path.unlink() if data is None else path.write_bytes(data)
    with pytest.raises(workflow.RefusedError, match="丢失或损坏"):
        act(approved, "publish", reviewer)
    assert approved.publication is None


def test_files_of_an_earlier_revision_do_not_count(
    approved: Report, reporter: User, reviewer: User
) -> None:
    act(drawn(approved), "unlock", reviewer)
    again = act(act(approved, "submit", reporter), "sign", reviewer)
    with pytest.raises(workflow.RefusedError, match="还没有生成好"):
        act(again, "publish", reviewer)


def test_a_signature_that_went_missing_stops_it(approved: Report, reviewer: User) -> None:
    drawn(approved)
    Signoff.objects.all().delete()
    with pytest.raises(workflow.RefusedError, match="审签不完整"):
        act(approved, "publish", reviewer)


def test_a_state_set_behind_the_door_publishes_nothing(
    report: Report, reporter: User, reviewer: User
) -> None:
    drawn(act(report, "submit", reporter))
    Report.objects.update(state=State.APPROVED)
    with pytest.raises(workflow.RefusedError, match="审签不完整"):
        act(report, "publish", reviewer)


def test_the_public_reads_the_signed_revision(published: Report, reviewer: User) -> None:
    public = published.publication
    assert public is not None
    assert public.revision == published.signed == published.revision
    assert (public.by, public.correction, public.taken_down) == (reviewer, "", False)


def test_the_old_one_stays_public_until_the_new_one_replaces_it(
    published: Report, reporter: User, reviewer: User
) -> None:
    old = published.publication
    act(published, "correct", reviewer, note="表二数字有误，更正。")
    for action, by in (("submit", reporter), ("sign", reviewer)):
        assert act(published, action, by).publication == old
    new = act(drawn(Report.objects.get(pk=published.pk)), "publish", reviewer).publication
    assert old
    assert new
    old.refresh_from_db()
    assert (new.correction, old.end_reason) == ("表二数字有误，更正。", "已由更正后的版本替换")
    assert (new.revision.number, old.taken_down) == (2, False)


def test_the_last_reason_is_the_one_told(published: Report, reporter: User, reviewer: User) -> None:
    first = corrected(published, reporter, reviewer, "改错字。")
    act(first, "correct", reviewer, note="补充附件说明。")
    act(drawn(act(act(first, "submit", reporter), "sign", reviewer)), "publish", reviewer)
    assert first.publication
    assert first.publication.correction == "补充附件说明。"
    assert first.publications.filter(ended_at=None).count() == 1


def test_taking_down_leaves_a_tombstone(published: Report, office: User) -> None:
    gone = act(published, "take_down", office, note="含有不应公开的个人信息。")
    last = gone.publications.get()
    assert (gone.publication, gone.state) == (None, State.PUBLISHED)
    assert (last.taken_down, last.end_reason) == (True, "含有不应公开的个人信息。")
    assert last.ended_at is not None
    assert not Report.objects.public().filter(pk=gone.pk).exists()


def test_what_is_down_is_not_taken_down_again(published: Report, office: User) -> None:
    act(published, "take_down", office)
    with pytest.raises(workflow.RefusedError, match="没有对外发布"):
        act(published, "take_down", office)
    assert "take_down" not in {one.action for one in workflow.open_to(published, office)}


def test_taking_down_names_what_is_public_not_what_is_being_written(
    published: Report, reporter: User, reviewer: User, office: User
) -> None:
    public = published.revision_id
    act(published, "correct", reviewer)
    sent = act(published, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="不是当前这一稿"):
        act(sent, "take_down", office, revision=sent.revision_id)
    still = act(sent, "take_down", office)
    assert (still.state, still.revision_id) == (State.SUBMITTED, sent.revision_id)
    assert still.events.latest("number").revision_id == public


def test_after_a_take_down_only_a_signed_correction_goes_public(
    published: Report, reporter: User, reviewer: User, office: User
) -> None:
    act(published, "take_down", office)
    with pytest.raises(workflow.RefusedError, match="已发布"):
        act(published, "publish", reviewer)
    again = corrected(Report.objects.get(pk=published.pk), reporter, reviewer, "删去个人信息。")
    assert again.publication
    assert again.publication.correction == "删去个人信息。"
    tombstone = again.publications.get(taken_down=True)
    assert tombstone.end_reason == "见附件"


def test_a_correction_under_way_outlives_the_take_down(
    published: Report, reporter: User, reviewer: User, office: User
) -> None:
    act(published, "correct", reviewer, note="更正。")
    drafting.save(published.pk, reporter, "c", 1, {"prose.5": {"was": None, "now": "问题：少。"}})
    act(published, "take_down", office)
    act(drawn(act(act(published, "submit", reporter), "sign", reviewer)), "publish", reviewer)
    assert published.publication
    assert published.publication.revision.number == 2
