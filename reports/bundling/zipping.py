"""The zip itself: a folder for each agency and a table of contents, written as it is stored.

Neither the zip nor more than one file of it is ever in memory.
"""

from __future__ import annotations

import hashlib
import io
import secrets
import zipfile
from collections.abc import Callable, Iterator

from django.core.files.storage import default_storage
from django.utils import timezone

from reports.models import Bundle, BundleItem, Document, Job, frozen
from reports.models.document import PAPERS

from .asking import key_of, waiting
from .contents import CONTENTS, Line, table
from .keeping import FOLDER, forget_earlier
from .names import folder, plain

AT_ONCE = 50
"""Items that are read from the database together."""

Progress = Callable[[int, str], None]

State = BundleItem.State
_DAMAGED = "文件已丢失或损坏，请联系系统管理员恢复"
_BROKEN_OFF = "生成中断，没有完成"


def assemble(bundle_id: int, progress: Progress) -> None:
    """Packs and stores; does nothing where that is done. `progress` takes percent and stage.

    A worker that is killed leaves at most a file that nobody knows, which the sweep clears away.
    """
    bundle = Bundle.objects.filter(pk=bundle_id, finished_at=None).select_related("agency").first()
    if bundle is None:
        return
    _settle(bundle)
    stream = _Zip(bundle, progress)
    name = f"{FOLDER}/{bundle.pk}-{secrets.token_hex(8)}.zip"
    stored = default_storage.save(name, stream)  # type: ignore[arg-type]  # asks for chunks alone
    done = Bundle.objects.filter(pk=bundle.pk, finished_at=None).update(
        finished_at=timezone.now(), file=stored, sha256=stream.digest, size=stream.size
    )
    if done:
        forget_earlier(bundle)
    else:  # another worker was faster
        default_storage.delete(stored)


def _settle(bundle: Bundle) -> None:
    """What was given up is told as missing."""
    keys = {key_of(pk): pk for pk in waiting(bundle.pk)}
    failed = Job.objects.filter(key__in=keys, state=Job.State.FAILED)
    given_up = [keys[key] for key in failed.values_list("key", flat=True)]
    bundle.items.filter(pk__in=given_up).update(state=State.FAILED, why=_BROKEN_OFF)


class _Zip:
    """What a storage asks of a file: a name and its bytes, piece by piece, made as they are asked
    for. `digest` and `size` are right once all were.
    """

    name = "bundle.zip"

    def __init__(self, bundle: Bundle, progress: Progress) -> None:
        self.bundle, self.progress = bundle, progress
        self.digest, self.size = "", 0

    def chunks(self, _size: int | None = None) -> Iterator[bytes]:
        """The whole zip."""
        seen = hashlib.sha256()
        for piece in self._pieces():
            seen.update(piece)
            self.size += len(piece)
            yield piece
        self.digest = seen.hexdigest()

    def _pieces(self) -> Iterator[bytes]:
        out, lines = _Sink(), list[Line]()
        order = list(self.bundle.items.values_list("pk", flat=True))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for item in self._items(order):
                self.progress(int(95 * len(lines) / len(order)), "正在打包")
                lines.append(_add(package, item))
                yield out.taken()
            _write(package, CONTENTS, table(self.bundle, lines))
            yield out.taken()
        yield out.taken()

    def _items(self, order: list[int]) -> Iterator[BundleItem]:
        """Some at a time, each time read to the end: a query that is left open keeps SQLite as it
        was when it began, and progress could not be written once anybody else had written.
        """
        items = self.bundle.items.select_related("duty", "revision")
        items = items.defer(*frozen("revision")).prefetch_related("revision__documents")
        for start in range(0, len(order), AT_ONCE):
            some = items.in_bulk(order[start : start + AT_ONCE])
            yield from (some[key] for key in order[start : start + AT_ONCE])


class _Sink(io.RawIOBase):
    """Where a zip is written to that is passed on at once: nothing of it can be gone back to."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        self._pieces.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """What was written since it was asked last."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _add(package: zipfile.ZipFile, item: BundleItem) -> Line:
    """Puts the item's files into its folder; the line of the table about it."""
    if item.state != State.READY or item.revision is None:
        return Line(item)
    wanted = PAPERS if item.revision.is_ours else (Document.Kind.ORIGINAL,)
    kept = {one.kind: one for one in item.revision.documents.all()}
    digests: dict[str, str] = {}
    for kind in wanted:
        document = kept.get(kind)
        if document is None or (data := document.whole) is None:
            item.state, item.why = State.FAILED, _DAMAGED
            item.save(update_fields=["state", "why"])
            continue
        _write(package, f"{folder(item)}/{plain(document.name)}", data)
        digests[kind] = document.sha256
    return Line(item, digests)


def _write(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, timezone.localtime().timetuple()[:6])
    entry.external_attr = 0o644 << 16
    package.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=1)
