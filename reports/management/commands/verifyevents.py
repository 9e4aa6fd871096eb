"""Verifies that no recorded act was changed, removed or put in after the fact."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from reports.models import Event, Report


class Command(BaseCommand):
    """`verifyevents`; exit 1 names the first broken link of a chain."""

    help = (
        "Verify the chain of events of every report: numbers without a gap, each event sealed to "
        "the one before it and to the revision it is about, and the report in the state that its "
        "last event left. Exit 1 names the first that is broken."
    )

    def handle(self, *args: object, **options: object) -> None:
        number, previous = 0, None
        told = Event.objects.select_related("revision").order_by("report_id", "number")
        for event in told.iterator():
            if previous is None or previous.report_id != event.report_id:
                self._require_end(previous)
                previous = None
            self._require_link(event, previous)
            previous, number = event, number + 1
        self._require_end(previous)
        self.stdout.write(f"{number}条办理记录完整，未被改动")

    def _require_link(self, event: Event, previous: Event | None) -> None:
        """The event follows the one before it, and says what it said when it was sealed."""
        if event.number != (previous.number + 1 if previous else 1):
            self._break(event, "编号不连续，前面的记录被删除")
        if event.previous != (previous.digest if previous else ""):
            self._break(event, "与上一条记录不衔接")
        if event.digest != event.seal():
            self._break(event, "内容与封存时不一致")
        if event.revision and event.data.get("digest") != event.revision.content.digest:
            self._break(event, "所办理的那一稿与当时不一致")

    def _require_end(self, last: Event | None) -> None:
        """What the last act left is how the report stands."""
        if last is None:
            return
        report = Report.objects.get(pk=last.report_id)
        if report.state != last.after:
            self._break(last, f"之后报告的状态变为“{report.get_state_display()}”，没有记录")

    def _break(self, event: Event, why: str) -> None:
        raise CommandError(f"报告{event.report_id}第{event.number}条办理记录：{why}")
