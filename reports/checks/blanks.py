"""What is not filled in or could not be taken: figures (R12, R13), parts of prose (R10, R11)."""

from __future__ import annotations

from collections.abc import Iterator

from reports.content import Content
from reports.figures import LARGEST, total
from reports.formats import Equation

from .case import Case
from .finding import Finding, Severity
from .rule import ARTICLE_50, About, rule


@rule("R13", "数字是不是整数，有没有负数和看不懂的内容", Severity.ERROR, About.FORM)
def invalid_values(case: Case) -> Iterator[Finding]:
    """R13: a value that is no number of its kind was refused on the way in."""
    content = case.content
    for problem in content.problems:
        cells = (problem.key,) if problem.key in content.format.cells else ()
        yield Finding(
            "invalid", Severity.ERROR, problem.message, cells, problem.section, rule="R13"
        )


@rule("R13", "合计有没有超出一格能填的最大数", Severity.ERROR, About.FORM)
def too_large(case: Case) -> Iterator[Finding]:
    """R13: a total is left blank where its addends, each of which can be, sum up to more."""
    for equation, summed in _too_large(case.content):
        label = case.content.format.cells[equation.right[0]].label
        yield Finding(
            "invalid",
            Severity.ERROR,
            f"“{label}”合计{summed}，超过了{LARGEST}，请核对各格的位数",
            equation.cells,
            equation.section,
            rule="R13",
        )


def _too_large(content: Content) -> Iterator[tuple[Equation, int]]:
    for equation in content.format.equations:
        if equation.computes and content.figures.get(equation.right[0]) is None:
            summed = total(content.figures, equation.left)
            if summed is not None and summed > LARGEST:
                yield equation, summed


@rule("R12", "每一格是不是都填了，没有发生的填0", Severity.ERROR, About.FORM)
def blank_cells(case: Case) -> Iterator[Finding]:
    """R12: every figure is filled in; one finding a table, with all its blank cells.

    The words count what is left to type: a computed total is blank mostly because an addend is.
    """
    content = case.content
    refused = {problem.key for problem in content.problems}
    refused |= {equation.right[0] for equation, _ in _too_large(content)}
    for section in content.format.sections:
        blank = tuple(
            id_
            for id_, cell in content.format.cells.items()
            if cell.section == section.number
            and content.figures.get(id_) is None
            and id_ not in refused
        )
        if blank:
            yield Finding(
                "blank",
                Severity.ERROR,
                _words(content, blank),
                blank,
                section.number,
                rule="R12",
            )


def _words(content: Content, blank: tuple[str, ...]) -> str:
    cells = [content.format.cells[id_] for id_ in blank]
    typed = [cell for cell in cells if not cell.computed] or cells
    names = "、".join(f"“{cell.label}”" for cell in typed[:2]) + ("等" if len(typed) > 2 else "")
    return f"还有{len(typed)}格没有填写：{names}。没有发生的填0，不能留空"


@rule("R10、R11", "第一、五、六部分有没有内容", Severity.ERROR, About.FORM, ARTICLE_50)
def empty_parts(case: Case) -> Iterator[Finding]:
    """R10, R11: sections one, five and six must say something."""
    content = case.content
    refused = {problem.key for problem in content.problems}
    for section in content.format.sections:
        key = str(section.number)
        if section.is_prose and not content.paragraphs(key) and f"prose.{key}" not in refused:
            yield Finding(
                "section-blank",
                Severity.ERROR,
                f"“{section.heading}”没有内容，请填写",
                section=section.number,
                rule="R11" if section.number == 6 else "R10",
            )
