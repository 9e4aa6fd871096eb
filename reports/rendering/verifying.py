"""What a final document says of how it is verified: an address, the digest of its content, a code.

The code holds the address with the digest, for a telephone; people without one type both.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any, ClassVar

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

PATH = "/open/verify/"
"""Where the public page answers for a digest."""

ALT = "核验二维码，内容是下列核验网址和校验值"
PNG = "data:image/png;base64,"
_QUIET, _PIXELS = 4, 8
"""The empty border that readers need, in modules (ISO/IEC 18004); pixels of a module's side."""


@dataclass(frozen=True)
class Verification:
    """`base` is the address of this system as the public knows it, `digest` that of the content."""

    ADDRESS: ClassVar = "核验网址："
    DIGEST: ClassVar = "校验值："

    base: str
    digest: str

    @property
    def address(self) -> str:
        """Where the digest is typed in."""
        return f"{self.base.rstrip('/')}{PATH}"

    @property
    def scanned(self) -> str:
        """What the code says: the same address, with the digest already in it."""
        return f"{self.address}?code={self.digest}"

    @property
    def lines(self) -> tuple[str, str]:
        """The address and the digest in words, as every kind of document has them."""
        return f"{self.ADDRESS}{self.address}", f"{self.DIGEST}{self.digest}"

    @cached_property
    def inline(self) -> SafeString:
        """The code as a part of a page of HTML."""
        return _svg(self.scanned, f' class="paper-code" role="img" aria-label="{ALT}"')

    @cached_property
    def image(self) -> SafeString:
        """The code as an image that carries itself. In a PDF the edges of drawn squares would be
        taken for lines of a table by programs that read it.
        """
        data = b64encode(_png(self.scanned)).decode()
        return format_html('<img class="paper-code" alt="{}" src="{}">', ALT, f"{PNG}{data}")


def matrix(text: str) -> Sequence[Sequence[int]]:
    """The modules of the code, 1 for dark, without the border."""
    found: Sequence[Sequence[int]] = _code(text).matrix
    return found


def _code(text: str) -> Any:
    """A sixth of it may be spoilt (level M)."""
    import segno

    return segno.make_qr(text, error="m", boost_error=False)


@lru_cache(maxsize=8)
def _png(text: str) -> bytes:
    """In black and white, fine enough that no viewer smooths it."""
    file = BytesIO()
    _code(text).save(file, kind="png", scale=_PIXELS, border=_QUIET)
    return file.getvalue()


@lru_cache(maxsize=8)
def _svg(text: str, attributes: str = "") -> SafeString:
    """One path: separate squares would show seams between them."""
    rows = matrix(text)
    size = len(rows) + 2 * _QUIET
    path = "".join(
        f"M{x + _QUIET} {y + _QUIET}h{n}v1h-{n}z"
        for y, row in enumerate(rows)
        for x, n in _runs(row)
    )
    return mark_safe(  # noqa: S308 - numbers, and our own words
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"{attributes}>'
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>'
    )


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules stand side by side: the first one, and how many."""
    begun = None
    for at, dark in enumerate([*row, 0]):
        if dark and begun is None:
            begun = at
        elif not dark and begun is not None:
            yield begun, at - begun
            begun = None
