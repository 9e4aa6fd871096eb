"""What is not filled in or could not be taken: figures (R12, R13), parts of prose (R10, R11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.content import Content
from reports.figures import LARGEST, total
from reports.formats import Equation

from .case import Case
from .finding import Finding, Severity
from .rule import ARTICLE_50, About, rule

_MUST_SAY = 5
"""The part that is as good as empty where it says that there is nothing (R10)."""
_NOTHING = re.compile(
    r"(?:目前|暂时?|均|本?年度?|我[局办委]|本机关)?(?:为?无|没有|空)(?:内容)?|暂[无缺]|从?略|不适用|同上年?"
)
_MARKS = re.compile(r"[\W_]+")


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
    """R10, R11: sections one, five and six must say something, and five something else than 无."""
    content = case.content
    refused = {problem.key for problem in content.problems}
    for section in content.format.sections:
        key = str(section.number)
        if not section.is_prose or f"prose.{key}" in refused:
            continue
        if not content.paragraphs(key):
            words = f"“{section.heading}”没有内容，请填写"
        elif section.number == _MUST_SAY and says_nothing(content):
            said = content.text(key).replace("\n", "")
            words = f"“{section.heading}”只写了“{said[:12]}”，等于没有内容，请写明问题和改进两方面"
        else:
            continue
        rule = "R11" if section.number == 6 else "R10"
        yield Finding("section-blank", Severity.ERROR, words, section=section.number, rule=rule)


def says_nothing(content: Content) -> bool:
    """Whether all that section five says is a word for nothing (docs/rules.md).

    The whole part is held against a closed list: nothing is judged here by what it means.
    """
    said = content.text(str(_MUST_SAY))
    words = _MARKS.sub("", said)
    return bool(said) and (not words or bool(_NOTHING.fullmatch(words)))
