"""Saying something: begin a thread, reply, resolve, reopen. What was said is never changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from agencies.models import User
from reports import prose
from reports.drafting.access import locked
from reports.jobs import enqueue
from reports.models import Comment, Report, State, Thread

from .people import RefusedError, mentioned, require_talking
from .places import Place, places, settled

LONGEST = 1000
"""Characters of one remark."""

DONE, AGAIN = "已核对。", "重新打开。"


def start(report_id: int, anchor: str, text: str, by: User, mentions: Iterable[int] = ()) -> Thread:
    """A new thread on that place of the report, which remembers what stands there.

    `mentions` are pks of colleagues who are asked to look. The same sent twice begins one thread.
    Raises RefusedError and PermissionDenied.
    """
    text = _said(text)
    with transaction.atomic():
        report = locked(report_id)
        require_talking(report, by)
        place = _place(report, anchor)
        thread = _begun_already(report, place, text, by)
        if thread is None:
            thread = _begin(report, place)
            _say(thread, text, by, mentions)
    return thread


def reply(thread_id: int, text: str, by: User, mentions: Iterable[int] = ()) -> Thread:
    """One more remark; the same sent twice is said once. Raises RefusedError, PermissionDenied.

    A thread that somebody has settled meanwhile is open again, or nobody would see the answer.
    """
    text = _said(text)
    with transaction.atomic():
        thread = _locked(thread_id, by)
        if _say(thread, text, by, mentions) and thread.resolved_at is not None:
            _open(thread)
    return thread


def resolve(thread_id: int, text: str, by: User) -> Thread:
    """Settles the thread, with or without a last word; who and when stay in it.

    Settling what is settled keeps who did it first. Raises RefusedError and PermissionDenied.
    """
    with transaction.atomic():
        thread = _locked(thread_id, by)
        if thread.resolved_at is not None:
            _add(thread, text, by)
        else:
            _say(thread, _said(text or DONE), by)
            thread.resolved_by, thread.resolved_at = by, timezone.now()
            thread.save(update_fields=["resolved_by", "resolved_at"])
    return thread


def reopen(thread_id: int, text: str, by: User) -> Thread:
    """Opens a settled thread again. Raises RefusedError and PermissionDenied."""
    with transaction.atomic():
        thread = _locked(thread_id, by)
        if thread.resolved_at is None:
            _add(thread, text, by)
        else:
            _say(thread, _said(text or AGAIN), by)
            _open(thread)
    return thread


def _open(thread: Thread) -> None:
    thread.resolved_by = thread.resolved_at = None
    thread.save(update_fields=["resolved_by", "resolved_at"])


def _add(thread: Thread, text: str, by: User) -> None:
    """Somebody was faster; what was written is said all the same."""
    if text.strip():
        _say(thread, _said(text), by)


def _said(text: str) -> str:
    text = prose.tidy(text)
    if not text:
        raise RefusedError("请填写批注内容")
    if len(text) > LONGEST:
        raise RefusedError(f"批注不超过{LONGEST}字，现在有{len(text)}字，请精简后再发表")
    return text


def _locked(thread_id: int, by: User) -> Thread:
    """The thread under its report's lock, read after that was had."""
    report_id = Thread.objects.values_list("report_id", flat=True).get(pk=thread_id)
    report = locked(report_id)
    require_talking(report, by)
    return Thread.objects.select_related("report__duty__agency").get(pk=thread_id)


def _place(report: Report, anchor: str) -> Place:
    known = places(report.content)
    place = known.get(settled(anchor, known))
    if place is None:
        gone = "这一段已经删除，请重新选择批注的位置"
        raise RefusedError(gone if "#" in anchor else "请选择批注的位置")
    return place


def _begin(report: Report, place: Place) -> Thread:
    read = None if report.state == State.DRAFT else report.revision
    return Thread.objects.create(
        report=report, anchor=place.anchor, quote=place.quote, revision=read
    )


def _begun_already(report: Report, place: Place, text: str, by: User) -> Thread | None:
    """The open thread with which the person has just said the same of the same place."""
    for thread in report.threads.filter(anchor=place.anchor, resolved_at=None):
        remarks = list(thread.comments.all())
        if len(remarks) == 1 and remarks[0].by_id == by.pk and remarks[0].text == text:
            return thread
    return None


def _say(thread: Thread, text: str, by: User, mentions: Iterable[int] = ()) -> bool:
    """False where the person has just said the same."""
    last = thread.comments.last()
    if last is not None and last.by_id == by.pk and last.text == text:
        return False
    comment = Comment.objects.create(thread=thread, text=text, by=by)
    people = mentioned(thread.report, by, text, mentions)
    comment.mentions.set(people)
    _tell(comment, people)
    return True


def _tell(comment: Comment, people: Iterable[User]) -> None:
    """Mail for each, a job of its own; off unless the settings switch it on."""
    if not settings.NOTIFY_BY_MAIL:
        return
    for person in people:
        if person.email:
            key = f"mail:comment:{comment.pk}:{person.pk}"
            enqueue("mail", key=key, args={"comment": comment.pk, "user": person.pk})
