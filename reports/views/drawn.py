"""How far the files of a signed revision are: drawn, being drawn, or failed."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from reports.models import Document, Job, Revision
from reports.models.document import ALL

_ORDER = list(Document.Kind)
_WAITING = "等待生成"
_FAILED = "生成失败"
_NOTES = {
    Document.Kind.ARCHIVE: "供存档，内附报告数据；按PDF/A-3a格式生成，未经该格式的专门工具验证"
}


@dataclass(frozen=True)
class Drawn:
    """One file. `state` is done, running, failed or missing (characters without a glyph)."""

    label: str
    state: str
    words: str = ""
    percent: int = 0
    url: str = ""
    name: str = ""
    size: int = 0
    kind: str = ""

    def to_json(self) -> dict[str, object]:
        """What the page's script is told."""
        return vars(self)


def drawn(revision: Revision | None, *, with_original: bool = True) -> list[Drawn]:
    """The files of a revision: all that are kept, and those a worker is to draw.

    The original of an archived one is for those who handle the report.
    """
    if revision is None:
        return []
    documents = revision.documents.all() if with_original else revision.documents.drawn()
    kept = {one.kind: one for one in documents}
    jobs = {job.key: job for job in Job.objects.filter(key__startswith=f"document:{revision.pk}:")}
    found = [_kept(revision, one) for one in kept.values()]
    for kind in ALL:
        job = jobs.get(f"document:{revision.pk}:{kind}")
        if kind not in kept and job is not None:
            found.append(_coming(kind, job))
    return sorted(found, key=lambda one: _ORDER.index(Document.Kind(one.kind)))


def _kept(revision: Revision, document: Document) -> Drawn:
    kind = Document.Kind(document.kind)
    url = reverse("reports:document", args=[revision.report_id, revision.number, document.kind])
    missing = "、".join(document.missing)
    words = f"字体缺少的字：{missing}。不能发布，请改用其他字" if missing else _NOTES.get(kind, "")
    state = "missing" if missing else "done"
    return Drawn(kind.label, state, words, 100, url, document.name, document.size, kind.value)


def _coming(kind: Document.Kind, job: Job) -> Drawn:
    if job.state == Job.State.FAILED:
        return Drawn(kind.label, "failed", _FAILED, kind=kind.value)
    words = job.stage or (_WAITING if job.state == Job.State.QUEUED else "正在生成")
    return Drawn(kind.label, "running", words, job.percent, kind=kind.value)
