"""What a clerk reads of how the prose is written: R06, R70–R74."""

from __future__ import annotations

import pytest

from reports.checks import Case, Finding, Settings, Severity
from reports.checks.rule import REGULATION
from reports.content import Content
from tests.checking import SECTIONS, report, told

_, WARNING, NOTE = Severity
OTHER = "某某县教育局"
PRINCIPLE = "“公开为常态、不公开为例外”"
ONE, FIVE = "“一、总体情况”", "“五、存在的主要问题及改进情况”"
NUMBERS = "《党政机关公文格式》（GB/T 9704—2012）"
REGISTERED = ("某某县财税局", "某某县税务局")


def said(words: str, part: str = "1", **more: str) -> Content:
    return report(sections={**SECTIONS, part: words, **more})


def found(
    code: str,
    words: str,
    rule: str,
    severity: Severity = WARNING,
    section: int | None = 1,
    law: str = "",
) -> Finding:
    return Finding(code, severity, words, (), section, rule, law)


TOLD: list[tuple[Content | Case, Finding]] = [
    (
        Case(report(), registered=REGISTERED),
        found(
            "agency",
            "报告用名“某某县财政局”与登记的机关全称“某某县财税局”或“某某县税务局”不一致，请核对",
            "R06",
            section=None,
        ),
    ),
    (
        Case(
            report(preamble=f"现予公布，欢迎监督。为便于查阅，本报告由{OTHER}编制。"),
            others=(OTHER,),
        ),
        found(
            "other-agency",
            f"“引言”中把“为便于查阅，本报告由{OTHER}编制。”写成了报告的机关，可能是照抄后没有改，请核对",
            "R06",
            section=None,
        ),
    ),
    (
        said("我局坚持公开是常态，公开是例外，做好工作。"),
        found(
            "principle-reversed",
            f"{ONE}中“我局坚持公开是常态，公开是例外，做好工作。”意思写反了，"
            f"《条例》第五条的原文是{PRINCIPLE}",
            "R70",
            law=f"{REGULATION}第五条",
        ),
    ),
    (
        said("公开是常态、不公开是例外。"),
        found(
            "principle",
            f"{ONE}中“公开是常态、不公开是例外。”与《条例》第五条的原文{PRINCIPLE}不一致",
            "R70",
            NOTE,
            law=f"{REGULATION}第五条",
        ),
    ),
    (
        said("请登陆查询。\n截止目前没有。"),
        found(
            "wrong-word",
            f"{ONE}中“请登陆查询。”（应为“请登录”）、“截止目前没有。”（应为“截至”）有错别字",
            "R71",
        ),
    ),
    (
        said("群众扫码登陆。\n认真认真落实。"),
        found(
            "wrong-word",
            f"{ONE}中“群众扫码登陆。”（应为“登录”）、“认真认真落实。”（重复）有错别字",
            "R71",
        ),
    ),
    (
        Case(
            said("召开涉密会议一次，形成会议纪要。"), settings=Settings(sensitive_words=("涉密",))
        ),
        found(
            "sensitive-word",
            f"{ONE}中“召开涉密会议一次，形”有本地词表所列的敏感词，请核对",
            "R71",
        ),
    ),
    (
        said("全年公开XX条。"),
        found("leftover", f"{ONE}中“全年公开XX条。”有没有替换的占位符，请填写或者删去", "R71"),
    ),
    (
        said("见https：//a.cn/。"),
        found("address", f"{ONE}中的网址“见https：//a.cn/。”有全角字符，点不开，请改为半角", "R71"),
    ),
    (
        said("见http//a.cn/。"),
        found(
            "address",
            f"{ONE}中的网址“见http//a.cn/。”开头写得不对，点不开，应为http://或https://",
            "R71",
        ),
    ),
    (
        said(
            "一,二三四五六。七八九十甲乙,丙丁戊己庚。辛壬癸子丑,寅。\n卯,辰。", **{"5": "九,十。"}
        ),
        found(
            "half-width",
            f"{ONE}等部分中“一,二三四五六。”、“七八九十甲乙,丙丁戊己庚。”、"
            "“。辛壬癸子丑,寅。”等5处"
            "用了半角标点，可用“规范标点”统一改正",
            "R73",
        ),
    ),
    (
        said("公开及时，，准确。"),
        found("doubled", f"{ONE}中“公开及时，，准确。”的标点重复", "R73"),
    ),
    (
        said("全年各项工作平稳，公开及时准确"),
        found("full-stop", f"{ONE}中“，公开及时准确”这一段末尾没有句号", "R73", NOTE),
    ),
    (
        said("国办发[2020]10号。"),
        found(
            "document-number",
            f"{ONE}中“国办发[2020]10号。”的发文字号，年份应使用六角括号〔〕",
            "R73",
            law=NUMBERS,
        ),
    ),
    (
        said("国办发〔2020〕第10号。"),
        found(
            "document-number",
            f"{ONE}中“国办发〔2020〕第10号。”的发文字号，顺序号不加“第”字，也不在前面补0",
            "R73",
            law=NUMBERS,
        ),
    ),
    (
        said("依据〔2019〕60号编制。"),
        found(
            "basis",
            f"{ONE}中只引用了“依据〔2019〕60号编制。”，现行格式的依据是国办公开办函〔2021〕30号",
            "R72",
        ),
    ),
    (
        said("依据《政府信息公开条例编制。"),
        found("unpaired", f"{ONE}中“依据《政府信息公开”的括号或引号没有成对", "R73"),
    ),
    (
        said("认真落实公开条例》的各项规定和要求。"),
        found("unpaired", f"{ONE}中“落实公开条例》的各项规定和”的括号或引号没有成对", "R73"),
    ),
    (
        said("（一）公开。\n（三）申请。"),
        found("numbering", f"{ONE}中“（三）申请。”的序号不连续", "R73"),
    ),
    (
        said("1、公开。\n2.申请。\n3.平台。"),
        found("numbering-mixed", f"{ONE}中的序号写法不统一：“1、公开。”、“2.申请。”", "R73"),
    ),
    (
        said("电话13812345678。", "5"),
        found(
            "personal-data",
            f"{FIVE}中的“138＊＊＊＊＊＊78”像是手机号码。公开的报告不得泄露个人隐私，请删去或改写",
            "R74",
            section=5,
            law=f"{REGULATION}第十五条、第十七条",
        ),
    ),
]


@pytest.mark.parametrize(("case", "due"), TOLD, ids=[due.code for _, due in TOLD])
def test_a_finding_is_told_in_full(case: Content | Case, due: Finding) -> None:
    assert told(case, due.code) == [due]


def test_each_part_has_a_finding_of_its_own() -> None:
    content = said("请登陆。", **{"5": "存在不足，请登陆。", "6": "请登陆。"})
    assert [one.section for one in told(content, "wrong-word")] == [1, 5, 6]
