"""Whether the report is in its form and says all that it must: R04, R05, R07–R10, R15."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.content import Content
from reports.formats import NoFormatError, Section, in_force

from .blanks import says_nothing
from .case import Case
from .finding import Finding, Severity
from .rule import ARTICLE_50, About, rule

_LEGISLATION = "《中华人民共和国立法法》第九十一条、第九十三条"
_SHORT = 10
"""Characters below which a part in words says nothing (R10)."""
_PROBLEM = re.compile(
    "问题|不足|不够|差距|短板|薄弱|有待|欠缺|不高|不强|不深|困难|单一|滞后|缺乏|缺少|较[少慢低弱]|偏[少慢低弱]|参差|"
    "亟[待需]|[仍尚]需|仍[有存然]|瓶颈|弱项|距离|淡薄|陈旧|重[^，。；点]{2,3}轻|需要?进一步|不(?!断|仅|但|得|可|忘|懈|折)|(?<![减降])[少慢弱差低](?=[，；。、])"
)
_DENIED = re.compile(
    "(?:没有|不存在|未发现|未出现|无)(?:明显|突出|重大|其他|任何|相关|存在|的)*(?:问题|不足)"
)
"""That there are no problems is none of them."""
_UNSAID = re.compile(
    r"(?:^|(?<=[。；\n]))(?:[（(]?[一二三四1-4][）).．、]?)?\s*"
    r"(?:存在|主要|问题|不足|短板|困难|改进|整改|情况|措施|下一步|工作|打算|计划|安排|方面|[的及和与])+"
    r"(?:[：:。]?\s*(?:均?为?无|暂无|没有|略)(?=[。；，\n]|$)|[：:。]?\s*(?=$|[（(][二三四][）)]))"
)
"""A heading of section five with 无 below it, or with nothing but the next one (R10)."""
_REMEDY = re.compile(
    "改进|整改|下一步|加强|加大|提升|提高|完善|优化|健全|强化|推进|改善|"
    "今后|拟|将(?!近)|继续|着力|加快|增加|拓展|拓宽|增设|充实|细化|扩大|补齐|约谈|抓好|采取|对此|为此"
    "|针对(?!性)|明确(?:专人|责任|专职)"
)


@rule("R04", "用的是不是报告年度的格式", Severity.WARNING, About.FIGURES)
def edition_in_force(case: Case) -> Iterator[Finding]:
    """R04: the form is the one of that report year."""
    try:
        due = in_force(case.content.year)
    except NoFormatError as error:
        yield Finding("edition", Severity.WARNING, f"{error}，请核对报告年度", rule="R04")
        return
    if due is not case.content.format:
        words = (
            f"{case.content.year}年的报告应使用{due.edition}年格式（{due.basis}），"
            f"现为{case.content.format.edition}年格式"
        )
        yield Finding("edition", Severity.WARNING, words, rule="R04", because=due.basis)


@rule("R05", "报告名称是不是“机关全称＋年度＋通用名称”")
def title(case: Case) -> Iterator[Finding]:
    """R05: the title is the agency's full name, the year and the name of the report."""
    content = case.content
    due = content.format.title_of(content.agency, content.year)
    if content.is_untitled:
        words = f"报告没有名称，应为“{due}”"
        yield Finding("title", Severity.WARNING, words, rule="R05")
    elif content.title != due:
        words = f"报告名称“{content.title}”与通用的“{due}”不一致"
        yield Finding("title", Severity.WARNING, words, rule="R05")


@rule("R07", "第一部分是否写到格式要求的各个方面", law="国办公开办函〔2021〕30号")
def topics(case: Case) -> Iterator[Finding]:
    """R07: section one speaks of the five things that the form asks for."""
    for section in case.content.format.sections:
        if not section.signs or not case.content.text(str(section.number)):
            continue
        missing = _missing(case, section, section.topics, section.signs)
        if missing:
            yield _unsaid(section, missing, "R07")


@rule("R08", "各级政府的报告是否写到工作考核、社会评议、责任追究", law=ARTICLE_50)
def government_topics(case: Case) -> Iterator[Finding]:
    """R08: the report of a people's government speaks of three things more (art. 50 (4))."""
    if not case.is_government:
        return
    for section in case.content.format.sections:
        if not section.government_signs or not case.content.text(str(section.number)):
            continue
        # One heading names several things: 插入提纲 writes it as one.
        things = [thing for topic in section.government_topics for thing in topic.split("、")]
        missing = _missing(case, section, things, section.government_signs)
        if missing:
            yield _unsaid(section, missing, "R08")


def _missing(
    case: Case, section: Section, topics: Sequence[str], signs: Sequence[str]
) -> list[str]:
    """The topics of which no sign is found in the words of a section."""
    said = _written(case.content, section)
    return [topic for topic, sign in zip(topics, signs, strict=True) if not re.search(sign, said)]


def _written(content: Content, section: Section) -> str:
    """The words of a section; a heading counts only with something below it."""
    lines = content.paragraphs(str(section.number))
    nexts = [*lines[1:], None]
    return "\n".join(
        one.text
        for one, below in zip(lines, nexts, strict=True)
        if not one.is_heading or (below and not (below.is_heading and below.level <= one.level))
    )


def _unsaid(section: Section, missing: list[str], rule: str) -> Finding:
    names = "、".join(f"“{topic}”" for topic in missing)
    words = f"“{section.heading}”没有看到{names}方面的内容，请补充；已用别的说法写到的，写明情况"
    return Finding("topics", Severity.WARNING, words, (), section.number, rule)


@rule("R09", "文字部分是否超过本地规定的字数", Severity.NOTE)
def length(case: Case) -> Iterator[Finding]:
    """R09: a part in words keeps within the length that the district asks for."""
    for number, most in case.longest.items():
        count = len("".join(case.content.text(str(number)).split()))
        if count > most:
            heading = case.content.format.section(number).heading
            words = f"“{heading}”{count}字，本地要求不超过{most}字，请精简"
            yield Finding("length", Severity.NOTE, words, (), number, rule="R09")


@rule("R10", "第五部分是否写了问题和改进两方面", law=ARTICLE_50)
def problems_and_remedies(case: Case) -> Iterator[Finding]:
    """R10: section five names a problem and what is done about it, and not in headings alone."""
    said = case.content.text("5")
    if not said or says_nothing(case.content):
        return
    written = _DENIED.sub("", _UNSAID.sub("", said))
    missing = [
        what
        for what, sign in (("存在的问题", _PROBLEM), ("改进的措施", _REMEDY))
        if not sign.search(written)
    ]
    if missing or len(said) < _SHORT:
        lack = f"没有看到{'和'.join(missing)}" if missing else f"只有{len(said)}个字"
        heading = case.content.format.section(5).heading
        words = f"“{heading}”{lack}，问题和改进两方面都要写"
        yield Finding("one-sided", Severity.WARNING, words, (), 5, "R10")


@rule(
    "R15",
    "没有规章制定权的机关，规章一行是不是0",
    Severity.WARNING,
    About.FIGURES,
    _LEGISLATION,
)
def rules_of_government(case: Case) -> Iterator[Finding]:
    """R15: only ministries and certain governments make 规章 (立法法 arts 91, 93)."""
    if case.makes_rules is not False:
        return
    filled = tuple(
        cell.id
        for cell in case.content.format.cells.values()
        if cell.id.startswith("documents.rules.") and case.content.figures.get(cell.id)
    )
    if filled:
        row = case.content.format.cells[filled[0]].row[-1]
        words = f"本机关登记为没有{row}制定权，“{row}”一行应为0，请核对是否应填入下一行"
        section = case.content.format.cells[filled[0]].section
        yield Finding("rules", Severity.WARNING, words, filled, section, "R15")
