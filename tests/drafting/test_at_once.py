"""Many hands at one draft at the same moment: nothing is lost, nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from agencies.models import User
from reports import drafting, workflow
from reports.models import Report, Revision
from tests.at_once import at_once
from tests.drafting.saves import fresh, save
from tests.filing import filled, submitted

pytestmark = pytest.mark.django_db(transaction=True)

EDITORS, SAVES = 4, 10


def shares(report: Report) -> list[list[str]]:
    """Cells that are typed, dealt out so that no two editors have one in common."""
    typed = [id_ for id_, cell in report.format.cells.items() if not cell.computed]
    return [typed[n::EDITORS][:SAVES] for n in range(EDITORS)]


def typing(report: Report, by: User, keys: Sequence[str]) -> Callable[[], object]:
    """An editor who saves one cell after the other."""
    return lambda: [save(report, by, {key: (None, n)}) for n, key in enumerate(keys, 1)]


def test_four_editors_lose_nothing(report: Report, reporter: User) -> None:
    dealt = shares(report)
    at_once(*(typing(report, reporter, keys) for keys in dealt))
    kept = fresh(report).content.figures
    assert [[kept[key] for key in keys] for keys in dealt] == [list(range(1, SAVES + 1))] * EDITORS
    assert fresh(report).version == EDITORS * SAVES
    changed = report.changes.exclude(source="computed").values_list("version", flat=True)
    assert sorted(changed) == list(range(1, EDITORS * SAVES + 1))


def test_of_four_who_type_into_one_cell_one_is_kept_and_three_are_told(
    report: Report, reporter: User
) -> None:
    cell = "documents.rules.issued"
    deeds = (lambda n=n: save(report, reporter, {cell: (None, n)}) for n in range(1, 5))
    keys = [answer["keys"][cell] for answer in at_once(*deeds) if isinstance(answer, dict)]
    states = sorted(key["state"] for key in keys)
    assert states == ["conflict", "conflict", "conflict", "saved"]
    kept = fresh(report).content.figures[cell]
    assert {key["value"] for key in keys} == {kept}


def test_one_save_that_arrives_four_times_is_done_once(report: Report, reporter: User) -> None:
    changes = {"documents.rules.issued": {"was": None, "now": 5}}
    deeds = [lambda: drafting.save(report.pk, reporter, "page", 1, changes)] * EDITORS
    answers = at_once(*deeds)
    assert all(answer == answers[0] for answer in answers)
    assert (fresh(report).version, report.changes.count()) == (1, 1)


def test_paragraphs_typed_by_four_all_arrive(report: Report, reporter: User) -> None:
    before = "\n".join(f"第{n}段。" for n in range(9))
    save(report, reporter, {"prose.1": ("", before)})
    texts = [before.replace(f"第{2 * n}段", f"第{2 * n}段改") for n in range(EDITORS)]
    at_once(*(lambda t=t: save(report, reporter, {"prose.1": (before, t)}) for t in texts))
    assert sum("改" in one.text for one in fresh(report).content.prose["1"]) == EDITORS


def test_what_is_saved_while_it_is_sent_is_in_the_revision_or_refused(
    report: Report, reporter: User
) -> None:
    ready = filled(report, reporter)
    words = {"prose.5": (Report.objects.get().content.prose["5"][0].text, "问题已经改正。")}
    saved, sent = at_once(lambda: save(report, reporter, words), lambda: submitted(ready, reporter))
    assert isinstance(saved, drafting.NotOpenError) or isinstance(sent, workflow.RefusedError)
    for revision in Revision.objects.all():
        assert revision.version == fresh(report).version


def test_of_two_who_send_at_once_one_sends(report: Report, reporter: User) -> None:
    ready = filled(report, reporter)
    told = at_once(*([lambda: submitted(ready, reporter)] * 2))
    assert sum(isinstance(one, workflow.RefusedError) for one in told) == 1
    assert Revision.objects.get().number == 1
    assert report.events.count() == 1
