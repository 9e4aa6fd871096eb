"""The .docx as Word and WPS open it: faces, page, tables, and a package with nothing amiss."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree

from reports.prose import Paragraph
from reports.rendering import docx as word
from reports.rendering.marks import FINAL, Marks
from tests.samples import sample

from .contents import large, old, small

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DRAFT = Marks(draft=True, number=1)
FACES = {
    "Normal": "仿宋_GB2312",
    "Title": "方正小标宋简体",
    "Heading 1": "黑体",
    "Heading 2": "楷体_GB2312",
    "Table Text": "宋体",
}


@pytest.fixture(scope="module")
def opened() -> Any:
    return docx.Document(io.BytesIO(word.draw(large())))


def parts(marks: Marks = FINAL) -> dict[str, bytes]:
    """The files of the package."""
    with zipfile.ZipFile(io.BytesIO(word.draw(large(), marks))) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(("style", "face"), FACES.items())
def test_styles_name_the_faces_that_offices_have(opened: Any, style: str, face: str) -> None:
    named = opened.styles[style].element.find(f".//{qn('w:rFonts')}")
    assert named.get(qn("w:eastAsia")) == face
    assert not [attribute for attribute in named.attrib if "Theme" in attribute]


def test_a_machine_without_a_face_is_told_its_other_name() -> None:
    table = etree.fromstring(parts()["word/fontTable.xml"])
    names = {
        font.get(qn("w:name")): font.find(qn("w:altName")) for font in table.iter(qn("w:font"))
    }
    assert set(FACES.values()) <= set(names)
    other = names["仿宋_GB2312"]
    assert other is not None
    assert other.get(qn("w:val")) == "仿宋"


def test_each_part_has_its_style(opened: Any) -> None:
    styles = {p.text: p.style.name for p in opened.paragraphs}
    assert styles["一、总体情况"] == "Heading 1"
    assert styles["（二）依申请公开"] == "Heading 2"
    assert styles["1.渠道畅通"] == "Heading 3"
    assert styles["全年平稳有序。"] == "Normal"
    assert opened.paragraphs[0].style.name == "Title"


def test_a_numbered_paragraph_opens_in_the_heading_face(opened: Any) -> None:
    paragraph = next(p for p in opened.paragraphs if p.text.startswith("（一）主动公开。"))
    lead, rest = paragraph.runs
    assert (lead.text, rest.text[:4]) == ("（一）主动公开。", "全年公开")
    assert lead._element.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "楷体_GB2312"
    assert rest._element.find(f".//{qn('w:rFonts')}") is None


def test_the_page_is_that_of_the_standard(opened: Any) -> None:
    page = opened.sections[0]
    sizes = [page.page_width, page.page_height, page.top_margin, page.right_margin]
    sizes += [page.bottom_margin, page.left_margin]
    assert [round(size.mm, 1) for size in sizes] == [210, 297, 37, 26, 35, 28]
    grid = page._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_page_numbers_stand_at_the_outer_edge(opened: Any) -> None:
    section = opened.sections[0]
    assert opened.settings.odd_and_even_pages_header_footer
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        assert footer.paragraphs[0].text == "— 1 —"
        assert footer.paragraphs[0].alignment == side
        field = footer.paragraphs[0]._element.find(f".//{qn('w:instrText')}")
        assert field.text.strip() == "PAGE"


def test_heads_repeat_rows_hold_together_and_tables_are_described(opened: Any) -> None:
    two, three, four = opened.tables
    assert [len(list(t._tbl.iter(qn("w:tblHeader")))) for t in (two, three, four)] == [0, 3, 3]
    for table, section in zip((two, three, four), large().format.sections[1:4], strict=True):
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst)
        caption, said = (
            table._tbl.tblPr.find(qn(name)).get(qn("w:val"))
            for name in ("w:tblCaption", "w:tblDescription")
        )
        assert caption == section.heading
        size = f"表格共{len(table.rows)}行{len(table.columns)}列"
        assert said.startswith(f"{section.heading}。{size}")
        assert len(said) > len(caption) + len(size) + 10
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_a_description_names_what_heads_the_figures(opened: Any) -> None:
    two, three, _ = (
        t._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) for t in opened.tables
    )
    assert "各有表头" in two
    assert "前3行是表头，跨页时重复。左起3列是行的名称。" in three
    assert all(name in three for name in ("自然人", "社会公益组织", "总计"))
    assert "法人或其他组织" not in three


def test_the_page_number_is_set_to_be_7_mm_below(opened: Any) -> None:
    assert opened.sections[0].footer_distance.mm == pytest.approx(25.3, abs=0.05)


def test_lines_of_the_title_keep_to_the_grid_and_no_mark_hangs_out(opened: Any) -> None:
    spacing = opened.styles["Title"].element.find(f".//{qn('w:spacing')}")
    assert spacing.get(qn("w:line")) == "579"
    hangs = opened.styles["Normal"].element.find(f".//{qn('w:overflowPunct')}")
    assert hangs.get(qn("w:val")) == "0"


def test_what_is_typed_into_a_blank_has_the_type_of_its_table() -> None:
    (*_, four) = docx.Document(io.BytesIO(word.draw(large(figures={})))).tables
    mark = four.rows[-1].cells[0].paragraphs[0]._element.pPr.find(qn("w:rPr"))
    assert mark.find(qn("w:sz")).get(qn("w:val")) == "18"


def test_table_three_begins_a_page_and_spans_156_mm(opened: Any) -> None:
    heading = next(p for p in opened.paragraphs if p.text.startswith("三、"))
    assert heading.paragraph_format.page_break_before
    for table in opened.tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert sum(widths) / 1440 * 25.4 == pytest.approx(156, abs=0.2)


def test_blocks_of_table_two_of_2019_share_out_its_columns() -> None:
    (two, *_) = docx.Document(io.BytesIO(word.draw(old()))).tables
    spans = [[cell.grid_span for cell in row._tr.tc_lst] for row in two.rows]
    assert {tuple(row) for row in spans} == {(7,), (1, 2, 2, 2), (1, 3, 3)}


def test_the_file_tells_its_title_author_and_language(opened: Any) -> None:
    told = opened.core_properties
    assert told.title == "北京市海淀区人民政府2024年政府信息公开工作年度报告"
    assert (told.author, told.language) == ("北京市海淀区人民政府", "zh-CN")


def test_word_lays_it_out_as_of_today(opened: Any) -> None:
    mode = opened.settings.element.find(f".//{qn('w:compatSetting')}")
    assert (mode.get(qn("w:name")), mode.get(qn("w:val"))) == ("compatibilityMode", "15")
    language = opened.settings.element.find(qn("w:themeFontLang"))
    assert language.get(qn("w:eastAsia")) == "zh-CN"


@pytest.mark.parametrize("marks", [FINAL, DRAFT], ids=["final", "draft"])
def test_every_part_has_a_content_type_and_someone_who_refers_to_it(marks: Marks) -> None:
    package = parts(marks)
    types = etree.fromstring(package["[Content_Types].xml"])
    named = {entry.get("PartName", "").lstrip("/") for entry in types} - {""}
    plain = {name for name in package if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert named == plain == set(targets(package))


def targets(package: dict[str, bytes]) -> list[str]:
    """The parts that relationships point to, from the package's root."""
    found = []
    for name in (name for name in package if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for one in etree.fromstring(package[name]).iter(RELATIONSHIPS):
            assert one.get("TargetMode") is None
            found.append(posixpath.normpath(posixpath.join(folder, one.get("Target", ""))))
    return found


@pytest.mark.parametrize("marks", [FINAL, DRAFT], ids=["final", "draft"])
def test_every_reference_in_the_text_has_its_relationship(marks: Marks) -> None:
    package = parts(marks)
    relations = etree.fromstring(package["word/_rels/document.xml.rels"])
    known = {one.get("Id") for one in relations.iter(RELATIONSHIPS)}
    used = {e.get(qn("r:id")) for e in etree.fromstring(package["word/document.xml"]).iter()}
    assert len(used - {None}) == (4 if marks.draft else 2)
    assert used - {None} <= known


def test_nothing_foreign_is_in_the_package() -> None:
    names = " ".join(parts()).lower()
    for foreign in ("thumbnail", "styleswitheffects", "customxml", "glossary", "vba"):
        assert foreign not in names


def test_styles_that_are_used_are_there() -> None:
    package = parts()
    body, styles = (etree.fromstring(package[f"word/{n}.xml"]) for n in ("document", "styles"))
    used = {style.get(qn("w:val")) for style in body.iter(qn("w:pStyle"))}
    assert used == {"Title", "Heading1", "Heading2", "Heading3", "TableText"}
    assert used <= {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert word.draw(large()) == word.draw(large())
    assert word.draw(large()) != word.draw(large(preamble="另有说明。"))


def test_drawing_one_report_leaves_no_trace_in_the_next() -> None:
    before = word.draw(small())
    word.draw(sample("haidian-2024", preamble="他人的文字"), DRAFT)
    assert word.draw(small()) == before


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"], ids=ascii)
def test_what_xml_cannot_hold_is_left_out(char: str) -> None:
    words = (Paragraph("p1", f"前{char}后&<后>"),)
    prose = {**small().prose, "preamble": words}
    content = replace(small(), title=f"标{char}题", agency=f"某{char}局", prose=prose)
    opened = docx.Document(io.BytesIO(word.draw(content)))
    assert opened.core_properties.title == "标题"
    assert "前后&<后>" in [p.text for p in opened.paragraphs]
