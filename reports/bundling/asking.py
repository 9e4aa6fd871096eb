"""A zip is asked for, and its reports are drawn a few at a time, so that nobody's work waits."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from agencies.models import Agency, User
from agencies.roles import Role, can
from reports.jobs import enqueue
from reports.models import Bundle, BundleItem, Job

from .choosing import chosen

AT_ONCE = 4
"""Jobs of one bundle that wait or run; each that ends asks for the next."""

_IN_HAND = (Job.State.QUEUED, Job.State.RUNNING)


@transaction.atomic
def ask(agency: Agency, year: int, by: User, *, published_only: bool = False) -> Bundle:
    """Has the year's reports below the agency packed; the same while it goes on is one bundle.

    Which revision of whom goes in is settled now. Raises PermissionDenied.
    """
    if not can(by, Role.OFFICE, agency):
        raise PermissionDenied("成批下载由政务公开办办理")
    Agency.objects.select_for_update().get(pk=agency.pk)
    asked = {"agency": agency, "year": year, "published_only": published_only}
    running = Bundle.objects.filter(**asked, finished_at=None).first()
    if running is not None:
        return running
    bundle = Bundle.objects.create(**asked, by=by)
    BundleItem.objects.bulk_create(
        BundleItem(bundle=bundle, number=number, **fields)
        for number, fields in enumerate(chosen(agency, year, published_only=published_only), 1)
    )
    go_on(bundle.pk)
    return bundle


def go_on(bundle_id: int) -> None:
    """Has the next reports drawn as far as there is room, and all packed once none is left.

    Doing it twice does no more. A report whose job failed for good is packed without.
    """
    if not Bundle.objects.filter(pk=bundle_id, finished_at=None).exists():
        return
    keys = {key_of(pk): pk for pk in waiting(bundle_id)}
    known = dict(Job.objects.filter(key__in=keys).values_list("key", "state"))
    room = AT_ONCE - sum(state in _IN_HAND for state in known.values())
    for key in [key for key in keys if key not in known][: max(room, 0)]:
        enqueue("bundle_item", key=key, args={"item": keys[key]})
    if all(known.get(key) == Job.State.FAILED for key in keys):
        enqueue("bundle", key=bundle_key(bundle_id), args={"bundle": bundle_id})


def go_on_everywhere() -> None:
    """The same for every bundle that is being made: whatever died, the work goes on."""
    for pk in Bundle.objects.filter(finished_at=None).values_list("pk", flat=True):
        if not Job.objects.filter(key=bundle_key(pk)).exists():
            go_on(pk)


def retry(bundle: Bundle) -> None:
    """Has packed once more what could not be packed."""
    job = Job.objects.filter(key=bundle_key(bundle.pk), state=Job.State.FAILED).first()
    if job is not None:
        enqueue(job.kind, job.key, job.args)


def waiting(bundle_id: int) -> list[int]:
    """The items that are still to be drawn, in their order."""
    items = BundleItem.objects.filter(bundle=bundle_id, state=BundleItem.State.WAITING)
    return list(items.order_by("number").values_list("pk", flat=True))


def key_of(item_id: int) -> str:
    """The key of the job that draws the report."""
    return f"bundle_item:{item_id}"


def bundle_key(bundle_id: int) -> str:
    """The key of the job that packs them all."""
    return f"bundle:{bundle_id}"
