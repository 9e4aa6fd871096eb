"""How a PDF is written: the same bytes in less time.

Replaces inner functions of WeasyPrint and pydyf, and is tied to their versions as `justify` is.
"""

from __future__ import annotations

import zlib
from typing import Any


def install() -> None:
    """Takes the place of the functions; called once a process, by `quick`."""
    import pydyf
    from weasyprint.pdf import fonts

    pydyf._to_bytes = written  # noqa: SLF001
    pydyf.zlib = _Deflate
    if fonts.harfbuzz_subset is not None:
        fonts.harfbuzz_subset = Subsetter(fonts.harfbuzz_subset)


def written(item: Any) -> bytes:
    """`pydyf._to_bytes`, what is most often asked first."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is float:
        if item.is_integer():
            return b"%d" % item
        return b"%b" % f"{item:f}".rstrip("0").encode("ascii")
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % item
    data: bytes | None = getattr(item, "data", None)  # asked once: it is put together when asked
    return str(item).encode("ascii") if data is None else data


class Subsetter:
    """HarfBuzz as WeasyPrint calls it for each face: once with the numbers of glyphs kept, once
    more to drop hints and tables unknown to it. Dropped at once, there is nothing left to do.
    """

    def __init__(self, whole: Any) -> None:
        self._whole, self._again = whole, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def hb_subset_input_set_flags(self, asked: Any, flags: int) -> None:
        """The flags of the next subset, which tell whether it is the first or the second."""
        known = self._whole
        self._again = not flags & known.HB_SUBSET_FLAGS_RETAIN_GIDS
        flags &= ~known.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        known.hb_subset_input_set_flags(asked, flags | known.HB_SUBSET_FLAGS_NO_HINTING)

    def hb_subset_or_fail(self, face: Any, asked: Any) -> Any:
        """A face with less in it; the second time the one that was made before."""
        from weasyprint.text.ffi import harfbuzz

        if self._again:
            return harfbuzz.hb_face_reference(face)
        return self._whole.hb_subset_or_fail(face, asked)


class _Deflate:
    """Level 9 takes twice the time of 6 and makes files smaller by one hundredth."""

    @staticmethod
    def compressobj(level: int) -> Any:
        return zlib.compressobj(min(level, 6))
