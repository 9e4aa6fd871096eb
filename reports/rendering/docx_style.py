"""The styles and the page of the .docx after GB/T 9704-2012, as Word and WPS name them.

The faces are named as staff's machines have them; nothing is embedded.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm

FANG, KAI, HEI, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
TITLE = "方正小标宋简体"
LATIN = "Times New Roman"
_ALIASES = {FANG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun", TITLE: "FZXiaoBiaoSong-B05S"}
"""What to take where a machine has not the face of that name."""

LINE = 579
"""225 mm by 22 lines, in twentieths of a point."""

MEASURE, EM = 8845, 315
"""The type area (156 mm) and one of its 28 characters (16 pt less a quarter), likewise."""


@dataclass(frozen=True)
class _Style:
    """One paragraph style. `size` in points; `line` and the spaces in twentieths of a point.

    `indent` opens paragraphs by two characters; `level` is the outline level, 0 for none; `tight`:
    28 characters a line though nothing is indented.
    """

    id: str
    name: str
    face: str
    size: float
    latin: str = LATIN
    align: str = "center"
    line: int = LINE
    after: int = 0
    indent: bool = False
    level: int = 0
    margin: int = 0
    tight: bool = False


_STYLES = (
    _Style("Normal", "Normal", FANG, 16, align="both", indent=True),
    _Style("Title", "Title", TITLE, 22, after=LINE),
    _Style("Heading1", "heading 1", HEI, 16, align="both", indent=True, level=1),
    _Style("Heading2", "heading 2", KAI, 16, align="both", indent=True, level=2),
    _Style("Heading3", "heading 3", FANG, 16, align="both", indent=True, level=3),
    _Style("Heading4", "heading 4", FANG, 16, align="both", indent=True, level=4),
    _Style("Signature", "Signature", FANG, 16, tight=True),
    _Style("Date", "Date", FANG, 16, tight=True),
    _Style("TableText", "Table Text", SONG, 10.5, line=300),
    _Style("Header", "header", SONG, 9, align="right", line=240),
    _Style("Footer", "footer", SONG, 14, latin=SONG, align="right", line=320, margin=280),
)

_REST = """
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
<w:uiPriority w:val="99"/><w:semiHidden/></w:style>
"""


def dress(document: Document) -> None:
    """Gives a new document the page, the styles and the language of an official report."""
    styles = document.styles.element
    for old in list(styles):
        styles.remove(old)
    written = "".join(map(_written, _STYLES))
    styles.extend(parse_xml(f"<w:styles {nsdecls('w')}>{_defaults()}{written}{_REST}</w:styles>"))
    _page(document.sections[0])


def faces(face: str, latin: str = LATIN) -> str:
    """The w:rFonts of a run or style: all four kinds, or the theme's fonts would win."""
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:eastAsia="{face}" w:hAnsi="{latin}"'
        f' w:cs="{latin}"/>'
    )


def font_table() -> bytes:
    """The package's list of faces, with other names under which machines may have them."""
    listed = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{alias}"/><w:charset w:val="86"/></w:font>'
        for face, alias in _ALIASES.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>'
        f'{listed}<w:font w:name="{LATIN}"><w:charset w:val="00"/></w:font></w:fonts>'
    ).encode()


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{faces(FANG)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _written(style: _Style) -> str:
    kind = ' w:default="1"' if style.id == "Normal" else ""
    following = '<w:next w:val="Normal"/>' if style.level or style.id == "Title" else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{following}<w:qFormat/><w:pPr>{_block(style)}</w:pPr><w:rPr>{_letters(style)}</w:rPr>"
        "</w:style>"
    )


def _block(style: _Style) -> str:
    """The paragraph's properties; their order is the schema's (CT_PPrBase)."""
    together = "<w:keepNext/><w:keepLines/>" if style.level else ""
    indent = '<w:ind w:firstLineChars="200" w:firstLine="632"/>' if style.indent else ""
    if style.margin:
        indent = f'<w:ind w:left="{style.margin}" w:right="{style.margin}"/>'
    outline = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        f'{together}<w:widowControl w:val="0"/>'
        '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="{style.after}" w:line="{style.line}"'
        f' w:lineRule="exact"/>{indent}<w:jc w:val="{style.align}"/>{outline}'
    )


def _letters(style: _Style) -> str:
    """28 characters of 16 pt are wider than 156 mm: each gives up a quarter of a point."""
    half_points = round(style.size * 2)
    tight = '<w:spacing w:val="-5"/>' if style.indent or style.tight else ""
    return (
        f'{faces(style.face, style.latin)}<w:color w:val="000000"/>{tight}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance, section.header_distance = Mm(25.3), Mm(25)
    properties = section._sectPr  # noqa: SLF001 - python-docx has no door
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    lines = OxmlElement("w:docGrid")
    lines.set(qn("w:type"), "lines")
    lines.set(qn("w:linePitch"), str(LINE))
    properties.append(lines)
