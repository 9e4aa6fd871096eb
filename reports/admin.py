"""Django's admin for system administrators: where reports stand and what was done, only to read.

What a report says is not shown here: figures and words belong to the agency until they are public.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agencies.admin import OnlyRead
from reports.models import Campaign, Change, Document, Duty, Event, Job, Report, Revision, State
from reports.workflow import RECORDED, TRANSITIONS, label_of


@admin.register(Campaign)
class CampaignAdmin(OnlyRead):
    """The years that a district collects."""

    list_display = ("owner", "year", "opens_on", "files_first", "is_public")
    list_filter = ("year",)
    place = "owner"


@admin.register(Duty)
class DutyAdmin(OnlyRead):
    """Who reports for which year, by when."""

    list_display = ("legal_name", "year", "edition", "due_at", "parent")
    list_filter = ("year",)
    search_fields = ("legal_name", "agency__slug")


@admin.register(Report)
class ReportAdmin(OnlyRead):
    """Where each report stands."""

    exclude = ("figures", "fees", "prose")
    list_display = ("titled", "state", "version", "step", "submitted_by", "changed_at")
    list_filter = ("state", "origin", "duty__year")
    list_select_related = ("duty", "submitted_by")
    search_fields = ("duty__legal_name", "duty__agency__slug")
    place = "duty__agency"

    @admin.display(description="报告")
    def titled(self, report: Report) -> str:
        """Its title."""
        return report.title


@admin.register(Revision)
class RevisionAdmin(OnlyRead):
    """The revisions sent for approval, with their digests."""

    exclude = ("content_json", "findings", "submission")
    list_display = ("report", "number", "checked_by", "by", "at")
    list_select_related = ("report__duty", "by")
    place = "report__duty__agency"

    @admin.display(description="校验码")
    def checked_by(self, revision: Revision) -> str:
        """The short code that printed copies carry."""
        return revision.check_code

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Without what they say, which is long and not shown."""
        return super().get_queryset(request).defer("content_json", "findings")


class DeedFilter(admin.SimpleListFilter):
    """Events by what was done."""

    title, parameter_name = "办理事项", "action"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every action of the workflow."""
        return [(action, label_of(action)) for action in (*TRANSITIONS, *RECORDED)]

    def queryset(self, request: HttpRequest, events: QuerySet[Event]) -> QuerySet[Event]:
        """Those of the action chosen."""
        return events.filter(action=self.value()) if self.value() else events


@admin.register(Event)
class EventAdmin(OnlyRead):
    """What happened to reports, sealed one to the next.

    Reasons, and 情况说明 that were not accepted, may quote what a draft says.
    """

    exclude = ("note", "data", "action", "before", "after")
    readonly_fields = ("deed", "states")
    date_hierarchy = "at"
    list_display = ("at", "report", "number", "deed", "states", "by")
    list_filter = (DeedFilter,)
    list_select_related = ("report__duty", "by")
    ordering = ("-at",)
    place = "report__duty__agency"

    @admin.display(description="办理事项", ordering="action")
    def deed(self, event: Event) -> str:
        """What was done, as its button is named."""
        return label_of(event.action)

    @admin.display(description="状态")
    def states(self, event: Event) -> str:
        """Where the report stood before and after."""
        before, after = State(event.before).label, State(event.after).label
        return before if before == after else f"{before} → {after}"


@admin.register(Document)
class DocumentAdmin(OnlyRead):
    """The files that were drawn and kept."""

    exclude = ("file",)
    list_display = ("name", "kind", "size", "sha256", "created_at")
    list_filter = ("kind",)
    place = "revision__report__duty__agency"


@admin.register(Change)
class ChangeAdmin(OnlyRead):
    """Who changed which value when: a list alone, because a row's own page names its value."""

    list_display_links = None
    list_display = ("at", "report", "version", "key", "source", "by")
    list_filter = ("source",)
    list_select_related = ("report__duty", "by")
    place = "report__duty__agency"

    def has_view_permission(self, request: HttpRequest, obj: Change | None = None) -> bool:
        """The list, not the row."""
        return obj is None and super().has_view_permission(request)


@admin.register(Job)
class JobAdmin(OnlyRead):
    """Background work; jobs carry ids alone and belong to no agency."""

    list_display = ("key", "kind", "state", "attempts", "percent", "due_at", "finished_at")
    list_filter = ("state", "kind")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """All of them."""
        return Job.objects.all()
