"""`manage.py retry`: gives jobs that failed five times a new chance, once the cause is mended."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports import jobs
from reports.models import Job


class Command(BaseCommand):
    """Without a key it only lists what has failed, with the errors."""

    help = "Lists failed jobs; with their keys, or --all, queues them again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("keys", nargs="*", metavar="KEY")
        parser.add_argument("--all", action="store_true", help="every job that failed")

    def handle(self, *args: Any, keys: list[str], **options: Any) -> None:
        failed = Job.objects.filter(state=Job.State.FAILED).order_by("finished_at")
        unknown = set(keys) - set(failed.values_list("key", flat=True))
        if unknown:
            raise CommandError(f"Not among the failed jobs: {', '.join(sorted(unknown))}")
        wanted = failed if options["all"] else failed.filter(key__in=keys)
        again = [jobs.enqueue(job.kind, job.key, job.args).key for job in wanted]
        for key in again:
            self.stdout.write(f"queued again: {key}")
        for job in failed.all():
            self.stdout.write(f"{job.key}  {job.finished_at:%Y-%m-%d %H:%M}  {job.error}")
