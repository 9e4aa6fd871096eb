"""Hundreds of files leave room for the work of others, and go on whatever dies."""

from __future__ import annotations

import pytest

from reports import receiving
from reports.models import Batch, Job, Upload
from reports.receiving.asking import AT_ONCE, key_of

from .files import page, read


@pytest.fixture
def many(own: Batch) -> list[Upload]:
    return [receiving.give_in(own, f"{n}.html", page()) for n in range(AT_ONCE + 3)]


def asked() -> list[str]:
    return list(Job.objects.order_by("pk").values_list("key", flat=True))


def end(upload: Upload) -> None:
    read(upload)
    Job.objects.filter(key=key_of(upload.pk)).update(state=Job.State.DONE)


def test_only_a_few_wait_at_the_workers(many: list[Upload]) -> None:
    assert asked() == [key_of(one.pk) for one in many[:AT_ONCE]]


def test_each_that_is_read_asks_for_the_next(many: list[Upload]) -> None:
    end(many[0])
    assert asked()[AT_ONCE:] == [key_of(many[AT_ONCE].pk)]
    for one in many[1:]:
        end(one)
    assert len(asked()) == len(many)


def test_a_file_that_is_refused_asks_for_the_next_too(many: list[Upload]) -> None:
    Upload.objects.filter(pk=many[0].pk).update(name="a.doc")
    end(many[0])
    assert many[0].state == Upload.State.FAILED
    assert len(asked()) == AT_ONCE + 1


def test_where_the_thread_was_lost_the_sweep_takes_it_up(many: list[Upload]) -> None:
    Job.objects.all().delete()
    receiving.go_on_everywhere()
    assert len(asked()) == AT_ONCE
    receiving.go_on_everywhere()
    assert len(asked()) == AT_ONCE


def test_a_file_that_no_worker_could_finish_holds_up_no_other(many: list[Upload]) -> None:
    Job.objects.filter(key=key_of(many[0].pk)).update(state=Job.State.FAILED)
    receiving.go_on_everywhere()
    assert key_of(many[AT_ONCE].pk) in asked()
