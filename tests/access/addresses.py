"""Every address that the project answers, taken from its resolver, and what it must be told."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from reports.models import PortalCheck, SealedScan
from tests.access.lines import Line
from tests.access.world import World


def patterns(
    resolver: URLResolver | None = None, namespace: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """(name, pattern) of each; the name with its namespace, empty where the pattern has none."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from patterns(one, inner)
        else:
            yield (f"{namespace}{one.name}" if one.name else ""), one


def names() -> set[str]:
    """The names of all addresses outside Django's own admin."""
    return {name for name, _ in patterns() if name and not name.startswith("admin:")}


def admin_names() -> set[str]:
    """The names of all addresses of Django's own admin."""
    return {name for name, _ in patterns() if name.startswith("admin:")}


def parameters(name: str) -> tuple[str, ...]:
    """What the address of that name must be told."""
    pattern = next(one for known, one in patterns() if known == name)
    return tuple(pattern.pattern.regex.groupindex)


def arguments(line: Line, world: World) -> dict[str, object]:
    """What the address needs to name the bureau's report, or its reporter."""
    person = world.people["reporter"]
    known: dict[str, object] = {"pk": person.pk, "slug": world.finance.slug}
    if world.bundle:
        known["bundle"] = world.bundle.pk
    if world.upload:
        known |= {"batch": world.upload.batch_id, "number": world.upload.number}
    if line.url.startswith("admin:"):
        known = {"object_id": _first(line.url), "content_type_id": 1, "app_label": "reports"}
    if line.url == "agencies:person-revoke":
        known["membership_pk"] = person.memberships.get().pk
    if line.state:
        report = world.reports[line.state]
        known = {"pk": report.pk, "slug": world.finance.slug, "year": report.duty.year}
        known["number"] = report.revisions.count()
        signoff = report.signoffs.last()
        known["signoff"] = signoff.pk if signoff else 0
        known["thread"] = report.threads.get().pk
        check = PortalCheck.objects.filter(publication__report=report).first()
        known["check"] = check.pk if check else 0
        scan = SealedScan.objects.filter(revision__report=report).first()
        known["scan"] = scan.pk if scan else 0
        known["other"] = world.sister.pk if world.sister else 0
        known["division"] = world.finance.divisions.get().pk
    return {**known, **line.more}


def _first(url: str) -> object:
    """A row of the model that the address of the back room is about, in the county."""
    for model in apps.get_models():
        if url.startswith(f"admin:{model._meta.label_lower.replace('.', '_')}_"):
            row = model._default_manager.order_by("pk").first()
            return row.pk if row else 0
    return 0
