import io

from docx import Document
from docx.oxml.ns import qn

from reports.checks import check
from reports.rendering import docx
from tests.bench.peers import docxtpl_act
from tests.bench.subject import subject


def words(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    cells = document.element.body.iter(qn("w:tc"))
    texts = ["".join(cell.itertext(qn("w:t"))) for cell in cells]
    return [paragraph.text for paragraph in document.paragraphs] + texts


def test_docxtpl_is_asked_for_the_very_same_document() -> None:
    content = subject()
    ours, theirs = words(docx.draw(content)), words(docxtpl_act(content)())
    assert len(ours) > 300
    assert theirs == ours


def test_the_report_that_is_measured_is_a_full_one_without_findings() -> None:
    content = subject()
    assert check(content) == []
    assert None not in content.figures.values()
    assert 1300 < sum(len(p.text) for key in content.prose for p in content.paragraphs(key)) < 1400
