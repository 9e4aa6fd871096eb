"""Django's admin for system administrators, each within the own subtree.

The tree is changed through ``agencies.tree`` alone; people, roles and the account log are only
read here, because their pages under /accounts/ know who may do what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django.contrib.auth.admin  # noqa: F401  registers Group, which is taken out below
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from agencies import tree
from agencies.admin_forms import TREE_FIELDS, AgencyForm
from agencies.models import AccountEvent, Agency, AgencyName, Membership, Role, Succession, User
from agencies.models.agency import AgencyQuerySet
from agencies.roles import agencies_where
from agencies.views.password import password
from agencies.views.sign_in import sign_out

if TYPE_CHECKING:
    AgencyBase = admin.ModelAdmin[Agency]
    AnyBase = admin.ModelAdmin[Any]
    NameInline = admin.TabularInline[AgencyName, Agency]
else:
    AgencyBase = AnyBase = admin.ModelAdmin
    NameInline = admin.TabularInline


def sign_in(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    """One way in: the site's own sign-in page, with its log, its lockout and its notice."""
    if admin.site.has_permission(request):
        return redirect("admin:index")
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next", "/"))


admin.site.login = sign_in  # type: ignore[method-assign]
admin.site.logout = sign_out  # type: ignore[assignment, method-assign]
admin.site.password_change = password  # type: ignore[assignment, method-assign]
admin.site.site_title = admin.site.site_header = "年报 · 系统管理后台"
admin.site.unregister(Group)


def administered(request: HttpRequest) -> AgencyQuerySet:
    """The agencies of the system administrator who asks."""
    return agencies_where(request.user, Role.SYSADMIN)


class OnlyRead(AnyBase):
    """Rows that are looked at and never touched here; ``place`` leads from a row to its agency."""

    place = "agency"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Those that lie in the administrator's subtree."""
        inside = administered(request).values("pk")
        return super().get_queryset(request).filter(**{f"{self.place}__in": inside}).distinct()

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refused."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refused."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refused."""
        return False


class Names(NameInline):
    """The names of an agency over time, to read."""

    model = AgencyName
    extra = 0
    can_delete = False
    readonly_fields = ("name", "from_date", "until_date")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refused: a name is added by changing the agency's."""
        return False


@admin.register(Agency)
class AgencyAdmin(AgencyBase):
    """Planting, renaming and moving agencies; none is ever deleted."""

    form = AgencyForm
    inlines = (Names,)
    list_display = ("name", "slug", "kind", "level", "parent", "closed_on")
    list_filter = ("kind", "level")
    search_fields = ("name", "short_name", "slug")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Agency]:
        """The administrator's subtree."""
        return administered(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Agency | None = None) -> list[str]:
        """A slug is permanent; the top of one's own subtree cannot be taken out of its tree."""
        if obj is None:
            return []
        loose = administered(request).filter(children=obj).exists()
        return ["slug"] if loose else ["slug", "parent"]

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        """A parent is one of the own agencies, never nothing; roots come from the command line."""
        kwargs |= {"queryset": administered(request), "required": True}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refused: an agency is closed, its reports stay."""
        return False

    def save_model(self, request: HttpRequest, obj: Agency, form: Any, change: bool) -> None:
        """Write plain columns as they are, and the tree through its only door."""
        told = {name: form.cleaned_data[name] for name in form.changed_data}
        renamed_on = told.pop("renamed_on", None)
        if not change:
            obj.pk = tree.plant(**{"parent": None, **told}).pk
            return
        plain = {name: value for name, value in told.items() if name not in TREE_FIELDS}
        Agency.objects.filter(pk=obj.pk).update(**plain)
        if "name" in told:
            tree.rename(obj, told["name"], renamed_on)
        if "parent" in told:
            tree.move(obj, told["parent"])


@admin.register(Succession)
class SuccessionAdmin(OnlyRead):
    """Which agency answers for which since when."""

    list_display = ("from_agency", "to_agency", "kind", "on")
    place = "to_agency"

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whoever administers may add; what is added stays."""
        return super(AnyBase, self).has_add_permission(request)

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        """Both are among the own agencies."""
        kwargs["queryset"] = administered(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(User)
class UserAdmin(OnlyRead):
    """People, to look up; they are kept under /accounts/people/."""

    fields = ("username", "name", "home", "phone", "email", "is_active", "last_login")
    list_display = ("username", "name", "home", "is_active", "last_login")
    list_select_related = ("home",)
    search_fields = ("username", "name")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Those with a role or a home in the subtree."""
        inside = administered(request).values("pk")
        placed = Q(home__in=inside) | Q(memberships__agency__in=inside)
        return User.objects.filter(placed).distinct()


@admin.register(Membership)
class MembershipAdmin(OnlyRead):
    """Who holds which role where."""

    list_display = ("user", "role", "agency", "since")
    list_select_related = ("user", "agency")
    list_filter = ("role",)


@admin.register(AccountEvent)
class AccountEventAdmin(OnlyRead):
    """The account log of people in the subtree."""

    list_display = ("at", "kind", "person", "actor", "agency", "role", "ip")
    list_select_related = ("person", "actor", "agency")
    list_filter = ("kind",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[AccountEvent]:
        """What concerns the people, or the agencies, of the subtree."""
        inside = administered(request).values("pk")
        placed = Q(home__in=inside) | Q(memberships__agency__in=inside)
        people = User.objects.filter(placed).values("pk")
        return AccountEvent.objects.filter(Q(person__in=people) | Q(agency__in=inside))
