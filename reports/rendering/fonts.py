"""The faces a PDF is set in: Fandol where it is installed, and one that has every rare character.

Every face is named by its file, never looked up by name: a missing font would be replaced silently.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from unicodedata import category

from django.conf import settings


@dataclass(frozen=True)
class Face:
    """One face: the CSS family it is used under and its file."""

    family: str
    file: str

    @property
    def path(self) -> Path:
        """Where the file lies, or would lie."""
        return Path(settings.FONTS_DIR) / self.file


BOOK = Face("FandolSong", "FandolSong-Regular.otf")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Categories of characters that leave no ink: controls and spaces."""

_SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""Variation selectors ask for another shape of the character before them; that one is drawn."""

_LINE = (880, -120, 200)
"""Ascent, descent and gap of FandolFang in thousandths of an em."""

LATIN = "FandolSong Latin"
LATIN_URL = "nianbao:latin"

FANDOL = (
    Face("FandolFang", "FandolFang-Regular.otf"),
    Face("FandolKai", "FandolKai-Regular.otf"),
    Face("FandolHei", "FandolHei-Regular.otf"),
    BOOK,
    Face("FandolSong-Bold", "FandolSong-Bold.otf"),
)


@dataclass(frozen=True)
class PackagedFace(Face):
    """A face from the font package among the requirements: covers what Fandol lacks (喆, 堃 …)."""

    @property
    def path(self) -> Path:
        """Inside the installed package."""
        spec = find_spec("pylopdf_fonts_zh_cn")
        folder = Path(spec.origin).parent if spec and spec.origin else Path()
        return folder / self.file


SERIF = PackagedFace("NotoSerifSC", "NotoSerifSC-Regular.otf")
SANS = PackagedFace("NotoSansSC", "NotoSansSC-Regular.otf")


def faces() -> tuple[Face, ...]:
    """The faces that are there, in the order in which they are tried."""
    return tuple(face for face in (*FANDOL, SERIF, SANS) if face.path.is_file())


def absent() -> tuple[Face, ...]:
    """The faces that ought to be there and are not."""
    return tuple(face for face in (*FANDOL, SERIF, SANS) if not face.path.is_file())


def face_rules() -> str:
    """The @font-face rules of the faces that are there.

    Digits and letters in running text are set in the book face: those of 仿宋 are drawn too heavy.
    """
    families = {face.family: face.path.as_uri() for face in faces()}
    if BOOK.path.is_file():
        families[LATIN] = LATIN_URL
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; src: url("{url}"); }}'
        for family, url in families.items()
    )


def load(url: str) -> bytes:
    """The bytes of one of our faces by the address its rule gives. Raises ValueError for others."""
    if url == LATIN_URL:
        return _levelled(_latin())
    for face in faces():
        if url == face.path.as_uri():
            return _levelled(face.path.read_bytes())
    raise ValueError(url)


def _levelled(font: bytes) -> bytes:
    """The font with its line as high as 仿宋's: a rare character or a digit must not move a line.

    FandolSong says that it descends upwards, Noto wants lines of 1.4 em and a base line of its own
    (table BASE, which Pango obeys). Check sums stay as they were; nothing that draws looks at them.
    """
    levelled = bytearray(font)
    (tables,) = struct.unpack_from(">H", font, 4)
    for at in range(12, 12 + 16 * tables, 16):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, at)
        if tag == b"hhea":
            struct.pack_into(">hhh", levelled, offset + 4, *_LINE)
        elif tag == b"BASE":
            levelled[at : at + 4] = b"BAS_"
    return bytes(levelled)


@cache
def _latin() -> bytes:
    """The book face cut down to ASCII: a range in a rule would not keep hanzi out.

    The space is among it: within Latin words no other face would be asked for one.
    """
    from fontTools import subset

    options = subset.Options(layout_features=[], name_IDs=["*"], notdef_outline=True)
    font = subset.load_font(str(BOOK.path), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=range(0x20, 0x7F))
    cutter.subset(font)
    out = BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def missing_glyphs(text: str) -> list[str]:
    """The characters of a text for which none of our faces has a glyph, in code point order.

    Those of private areas (造字) are among them, though a face may have some: every machine takes
    them for characters of its own.
    """
    wanted = {char for char in set(text) if category(char) not in _UNSEEN}
    return sorted(char for char in wanted - _SELECTORS if not _is_drawn(char))


def _is_drawn(char: str) -> bool:
    return char in _covered() and category(char) != "Co"


def can_tell() -> bool:
    """Whether there is any face to judge by: without fonts every character would be missing."""
    return bool(_covered())


@cache
def _covered() -> frozenset[str]:
    """What is drawn wherever it stands: by a fall-back face, with which each rule of the style
    sheet ends, or by all of Fandol's.
    """
    spare = [_characters(face) for face in (SERIF, SANS) if face.path.is_file()]
    ours = [_characters(face) for face in FANDOL if face.path.is_file()]
    return frozenset().union(*spare, frozenset.intersection(*ours) if ours else ())


def wrong(embedded: Collection[str], texts: Mapping[str, str]) -> list[str]:
    """What is not as it must be with the faces of a PDF, each in a few Chinese words.

    `embedded` are the families found in it, `texts` what is set in a family. One that is installed
    and has a character of its text must be there; none may be there that is not ours, nor one whose
    file holds another face.
    """
    known = {face.family: face for face in (*FANDOL, SERIF, SANS)}
    ours = {*known, LATIN.replace(" ", "-")}
    absent = [
        family
        for family, text in texts.items()
        if family not in embedded and _draws(known[family], text)
    ]
    others = [family for family in embedded if family in known and not _is_itself(known[family])]
    return [
        *(f"缺少{name}" for name in sorted({*absent, *others})),
        *(f"混入{name}" for name in sorted(set(embedded) - ours)),
    ]


@cache
def _is_itself(face: Face) -> bool:
    """Whether the file holds the face that it is named after: the PDF tells the family alone."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
        return bool(font["name"].getDebugName(6) == face.path.stem)


def _draws(face: Face, text: str) -> bool:
    """Whether it has a hanzi of the text; one that is there and cannot be read ought to have."""
    if not face.path.is_file():
        return False
    has = _characters(face)
    return any(category(char) == "Lo" and (char in has or not has) for char in text)


def _characters(face: Face) -> frozenset[str]:
    """What a face can draw; nothing where its file is spoilt."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(face.path, lazy=True) as font:
            # Numbers do for glyphs: their names would have all outlines read, 50 MB for six faces.
            font.setGlyphOrder(list(map(str, range(font["maxp"].numGlyphs))))
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (TTLibError, OSError, KeyError):
        return frozenset()
