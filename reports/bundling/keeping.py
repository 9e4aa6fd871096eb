"""How long a zip is kept: until a newer one of the same kind is made, at most some days."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from reports.models import Bundle, Job

from .asking import bundle_key, key_of

KEPT = timedelta(days=7)
"""After that rows and file go; it can be asked for again, and nothing is drawn twice for it."""

FOLDER = "bundles"
STRAY = timedelta(hours=2)


def forget_earlier(bundle: Bundle) -> None:
    """Deletes finished bundles of the same kind that are older than this one."""
    earlier = Bundle.objects.filter(
        agency=bundle.agency,
        year=bundle.year,
        published_only=bundle.published_only,
        pk__lt=bundle.pk,
    )
    for one in earlier.exclude(finished_at=None):
        _forget(one)


def forget_old() -> int:
    """Deletes bundles that are too old and files that belong to none; how many bundles."""
    count = 0
    for bundle in Bundle.objects.filter(at__lt=timezone.now() - KEPT):
        _forget(bundle)
        count += 1
    _forget_strays()
    return count


def _forget(bundle: Bundle) -> None:
    items = bundle.items.values_list("pk", flat=True)
    keys = [bundle_key(bundle.pk), *map(key_of, items)]
    Job.objects.filter(key__in=keys).delete()
    name = bundle.file.name
    bundle.delete()
    if name:
        default_storage.delete(name)


def _forget_strays() -> None:
    """Files whose worker was killed before it could note them."""
    if not default_storage.exists(FOLDER):
        return
    known = set(Bundle.objects.exclude(file="").values_list("file", flat=True))
    begun_before = timezone.now() - STRAY
    for name in default_storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if path not in known and default_storage.get_modified_time(path) < begun_before:
            default_storage.delete(path)
