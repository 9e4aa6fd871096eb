"""Style sheets and scripts as served: without comments, compressed, named by their content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from django.core.files.base import ContentFile, File
from rcssmin import cssmin
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

_SHORTEN: dict[str, Callable[[str], str]] = {"js": jsmin, "css": cssmin}


class Source(Protocol):
    """Where collectstatic found a file."""

    def open(self, name: str) -> File[bytes]: ...


class Shortened:
    """Files of a source as they go over the line: comments are for whoever reads the source."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def open(self, name: str) -> File[bytes]:
        """A script or style sheet shortened, any other file as it is."""
        shorten = _SHORTEN.get(name.rpartition(".")[2])
        if not shorten:
            return self.source.open(name)
        with self.source.open(name) as file:
            return ContentFile(shorten(file.read().decode()).encode(), name)


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # untyped
    """Also renames the modules that ES modules import from one another."""

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: Mapping[str, tuple[Source, str]], *args: Any, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        shortened = {name: (Shortened(source), path) for name, (source, path) in paths.items()}
        yield from super().post_process(shortened, *args, **options)
