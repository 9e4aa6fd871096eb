"""How a batch is told: what was read, what needs eyes, what failed and why."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.models import Agency, User
from reports import drafting, jobs, receiving
from reports.models import Batch, Job, Report, State, Upload
from tests.filing import begun

from .files import given, page, text


def told(batch: Batch) -> list[tuple[str, str]]:
    return [(one.words, one.why) for one in receiving.lines(batch)]


def test_each_file_is_told_by_what_is_to_be_done(
    districts: Batch, office: User, finance: Agency, education: Agency
) -> None:
    given(districts, page())
    given(districts, page(year=2022).replace(b">3091<", b">3 091<"), "b.html")
    given(districts, page("某某县某某局"), "c.html")
    given(districts, b"nothing", "d.txt")
    receiving.give_in(districts, "e.html", page(education.name))
    words = [words for words, _ in told(districts)]
    assert words == ["已读出", "需要核对", "需要核对", "没有读出", "等待读取"]
    assert "没有认出机关" in told(districts)[2][1]
    assert "没有读到" in told(districts)[3][1]


def test_two_files_of_one_report_are_named_to_each_other(own: Batch) -> None:
    given(own, page())
    given(own, page(more="<p>首页</p>"))
    assert [why for _, why in told(own)] == [
        "与第2份是同一机关同一年度",
        "与第1份是同一机关同一年度",
    ]


def test_the_same_file_twice_is_told_as_such(own: Batch) -> None:
    for data in (page(), page(), text()):
        given(own, data, "a.txt" if data == text() else "a.html")
    told = [one.why for one in receiving.lines(own)]
    also = "；与第{}份是同一机关同一年度"
    assert told == [
        f"与第2份是同一个文件{also.format('3')}",
        f"与第1份是同一个文件{also.format('3')}",
        "与第1、2份是同一机关同一年度",
    ]


def test_a_file_of_another_agency_says_whose_it_is(own: Batch) -> None:
    given(own, page("某某县教育局"))
    assert receiving.lines(own)[0].why == "没有认出机关（原文写的是“某某县教育局”）"


def test_a_report_that_is_there_already_is_told(own: Batch, upload: Upload, reporter: User) -> None:
    receiving.archive(upload.pk, reporter, published_on=date(2024, 1, 22))
    given(own, page())
    assert told(own) == [("已归档", ""), ("需要核对", "这一年度已有报告")]


def test_a_draft_that_staff_write_is_told_and_not_among_what_is_archived_together(
    districts: Batch, reporter: User, finance: Agency, education: Agency
) -> None:
    begun(education, year=2023)
    drafting.fill_zeros(begun(finance, year=2023).pk, reporter)
    for agency in (education, finance):
        given(districts, page(agency.name))
    assert told(districts) == [("已读出", ""), ("需要核对", "这一年度正在填报")]
    assert [one.is_plain for one in receiving.lines(districts)] == [True, False]


def test_a_report_that_is_being_signed_is_told(own: Batch, reporter: User, finance: Agency) -> None:
    report = begun(finance, year=2023)
    Report.objects.filter(pk=report.pk).update(state=State.SUBMITTED)
    given(own, page())
    assert told(own) == [("需要核对", "这一年度已有报告")]


def test_the_tally_counts_every_file_once(own: Batch) -> None:
    given(own, page())
    given(own, b"x", "a.txt")
    given(own, b"x", "b.txt")
    assert receiving.tally(receiving.lines(own)) == {"已读出": 1, "没有读出": 2}


def test_batches_are_counted_in_one_query(
    own: Batch, upload: Upload, reporter: User, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    given(own, b"x", "a.txt")
    receiving.give_in(own, "b.html", page())
    with django_assert_num_queries(1):  # type: ignore[operator]
        told = receiving.briefly([own])
    assert told == [(own, {"等待读取": 1, "已读出": 1, "没有读出": 1})]


def test_what_a_worker_could_not_finish_is_read_once_more(own: Batch) -> None:
    upload = receiving.give_in(own, "a.html", page())
    Job.objects.update(state=Job.State.FAILED, error="killed")
    assert told(own) == [("没有读出", "读取中断，可以重新读取")]
    assert receiving.retry(own) == 1
    assert Job.objects.get().state == Job.State.QUEUED
    assert upload.state == Upload.State.WAITING


def test_a_running_job_tells_how_far_it_is(own: Batch) -> None:
    receiving.give_in(own, "a.html", page())
    job = jobs.claim(Job.objects.get().pk)
    assert job
    jobs.report(job, 20, "正在读取")
    line = receiving.lines(own)[0]
    assert (line.words, line.why, line.percent) == ("等待读取", "正在读取", 20)


def test_a_long_batch_is_told_in_few_queries(
    own: Batch, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for number in range(8):
        receiving.give_in(own, f"{number}.html", page())
    given(own, page())
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        receiving.lines(own)
