"""R70–R73: how the prose is written; each check finds its defect and lets near misses alone."""

from __future__ import annotations

import pytest

from reports.checks import Finding, Severity, check
from tests.checking import SECTIONS, report
from tests.checks.test_year_to_year import ZERO


def read(text: str, code: str, part: str = "1", year: int = 2024) -> list[Finding]:
    """What is found under that code when section one says this."""
    content = report(ZERO, sections={**SECTIONS, part: text}, year=year)
    return [one for one in check(content) if one.code == code]


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("坚持公开是常态，公开是例外。", "principle-reversed", Severity.WARNING),
        ("坚持以公开为常态、公开为例外。", "principle-reversed", Severity.WARNING),
        ("坚持以公开为例外、不公开为常态。", "principle-reversed", Severity.WARNING),
        ("坚持公开是常态、不公开是例外。", "principle", Severity.NOTE),
        ("坚持公开为常态，不公开为例外。", "principle", Severity.NOTE),
    ],
)
def test_the_principle_is_quoted_as_it_stands(text: str, code: str, severity: Severity) -> None:
    (found,) = read(text, code)
    assert (found.rule, found.severity, found.section) == ("R70", severity, 1)


def test_the_principle_itself_is_right() -> None:
    text = "坚持以公开为常态、不公开为例外。"
    assert read(text, "principle") == read(text, "principle-reversed") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("请登陆查询。", "请登录"),
        ("落实三审三较制度。", "三审三校"),
        ("截止2024年12月31日，共公开30条。", "截至"),
        ("截止目前没有新增。", "截至"),
        ("截止本年底没有新增，截止12月31日无变化。", "截至"),
        ("公众可登陆某某县人民政府网站查阅。", "登录"),
        ("登陆公开专栏即可下载。", "登录"),
        ("登陆“政务公开”小程序，登陆后查看。", "登录"),
        ("请用户登陆后提交申请。", "登录"),
        ("台风期间市民可登陆政府网站查询。", "登录"),
        ("可登陆https://example.gov.cn/查阅。", "登录"),
        ("认真布署年度任务。", "部署"),
        ("建立申请台帐。", "台账"),
        ("注册平台帐号。", "应为“平台账”"),
        ("公布后再布署。", "部署"),
        ("坚持以法行政。", "依法行政"),
        ("健全事实求是的作风。", "实事求是"),
        ("认真做好做好公开工作。", "（重复）"),
    ],
)
def test_a_wrong_word_is_named_with_the_right_one(text: str, right: str) -> None:
    (found,) = read(text, "wrong-word")
    assert found.rule == "R71"
    assert right in found.message


@pytest.mark.parametrize(
    "text",
    [
        "台风登陆期间及时发布信息。",
        "台风登陆前后在政府网站滚动发布预警，开设台风登陆专栏。",
        "企业登陆科创板的政策在网站公开，敌军登陆点遗址保护在网站公开，登录政府网站可查。",
        "征集意见的截止日期为6月30日。",
        "做到口径统一但不机械。",
        "既便民又高效，既使用网站也使用公报。",
        "公园满意度调查结果已公开。",
        "交通迅速恢复。",
        "机关健身房按排名开放，批复盖章后落实互联网战略，在全部份额内用水。",
        "重申情况，举措失当，群众反应热烈，上一年度年度报告。",
        "解决义务教育问题，同意建设，投资询价结果已公开，各部暑期值班。",
        "在报刊发布署名文章，经会签定稿，研究竞价方案，整改举措拖延，连贯切实，改掉习惯彻底，完成份额。",
        "信息公开工作工作机构健全，政务公开公开栏已更新。",
    ],
)
def test_what_only_looks_like_a_wrong_word_is_let_alone(text: str) -> None:
    assert read(text, "wrong-word") == []


@pytest.mark.parametrize(
    "text",
    [
        "[bookmark: _GoBack]完善制度。",
        "全年公开XX条。",
        "制定××办法。",
        "举办（ ）次培训。",
        "共____条。",
        "开展培训×次。",
        "全年公开X条。",
        "2024年X月召开会议。",
        "全年共公开  条。",
        "（此处填写单位名称）依法公开。",
        "【请在此填写】完善制度。",
        "（机关全称）依法公开。",
        "20XX年，认真贯彻条例。",
        "截至202X年底。",
        "见〔2024〕X号文件。",
        "单击此处添加文本。",
        "开展培训<请填写>次。",
        "{agency}认真贯彻条例。",
        "详见错误!未找到引用源。",
        "公开#REF!条，培训undefined次。",
    ],
)
def test_what_a_template_left_is_found(text: str) -> None:
    (found,) = read(text, "leftover")
    assert "没有替换的占位符" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "使用X光机的单位。",
        "某某县财政局负责。",
        "（一）主动公开情况",
        "12345热线。",
        "3×4米的公开栏。",
        "网址：http://www.example.gov.cn/zwgk/zfxxgk/，邮箱：xxgk@example.cn。",
        "见http://xxgk.example.gov.cn。",
        "附件（xlsx）。",
        "队伍力量有待补充，设备亟待补充。",
        "全年公开 30 条，规模约3X件套，落实信息公开  条例。",
        "规范（填报单位）的填写要求，请填写申请表。",
        "纠正错误！未经审核不得发布。请点击此处下载。",
        "执行A20XX标准，同比<5%，集合{一}，Nullable。",
    ],
)
def test_what_is_no_placeholder_is_let_alone(text: str) -> None:
    assert read(text, "leftover") == []


def test_one_mistake_is_told_once_and_in_the_order_of_the_text() -> None:
    (found,) = read("认真认真落实。截止2024年底，请登陆我局网站，贯切要求。", "wrong-word")
    said = [found.message.find(word) for word in ("（重复）", "（应为“截至”）", "（应为“请登录”）")]
    assert said == sorted(said)
    assert said[0] > 0
    assert "等4处" in found.message


@pytest.mark.parametrize("year", ["（2019）", "[2019]", "【2019】"])
def test_an_old_basis_is_known_whatever_its_brackets(year: str) -> None:
    text = f"依据国办公开办函{year}60号编制。"
    assert [found.rule for found in read(text, "basis")] == ["R72"]
    assert read(text + "并依据国办公开办函(2021)30号。", "basis") == []


@pytest.mark.parametrize("number", ["财办〔2019〕60号", "市政办发 〔2019〕60号"])
def test_another_notice_of_the_same_number_is_no_old_basis(number: str) -> None:
    assert read(f"落实{number}。", "basis") == []
    assert (
        len(read(f"依据国办公开办函〔2019〕60号和{number.replace('19〕60', '21〕30')}。", "basis"))
        == 1
    )


def test_a_notice_by_its_number_alone_is_the_old_basis() -> None:
    assert len(read("依据《格式的通知》（〔2019〕60号）编制。", "basis")) == 1


def test_an_old_basis_alone_is_told() -> None:
    text = "依据国办公开办函〔2019〕60号编制。"
    assert [found.rule for found in read(text, "basis")] == ["R72"]
    assert read(text + "并依据国办公开办函〔2021〕30号。", "basis") == []
    assert [found.rule for found in read(text, "basis", year=2021)] == ["R72"]
    assert read(text, "basis", year=2020) == []


def test_the_basis_in_force_is_that_of_the_year_whatever_form_was_taken() -> None:
    sections = {**SECTIONS, "1": "依据国办公开办函〔2019〕60号编制。"}
    content = report(sections=sections, edition="2019", year=2024)
    (found,) = [one for one in check(content) if one.code == "basis"]
    assert found.message.endswith("现行格式的依据是国办公开办函〔2021〕30号")
