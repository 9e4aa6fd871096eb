"""R74: personal data is doubted and shown masked; other long numbers are let alone."""

from __future__ import annotations

import pytest

from reports.checks import Severity, check
from reports.checks.personal import hidden, masked
from tests.checking import SECTIONS, report
from tests.checks.test_year_to_year import ZERO


def read(text: str) -> list[str]:
    """What R74 says when section one says this."""
    content = report(ZERO, sections={**SECTIONS, "1": text})
    found = [one for one in check(content) if one.rule == "R74"]
    assert all(one.severity is Severity.WARNING and one.section == 1 for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证号11010519491231002X。", "110＊＊＊＊＊＊＊＊＊＊＊＊＊2X”像是身份证号码"),
        ("身份证号110105200001010024。", "像是身份证号码"),
        ("身份证号110105199912310022。", "像是身份证号码"),
        ("身份证号410105194912310055。", "像是身份证号码"),
        ("联系人手机13812345678。", "138＊＊＊＊＊＊78”像是手机号码"),
        ("手机138 1234 5678。", "像是手机号码"),
        ("联系电话+8613812345678。", "像是手机号码"),
        ("退费至6222021234567890128账户。", "像是银行卡号"),
        ("退费至622202123456789004账户。", "像是银行卡号"),
        ("退费至6222 0212 3456 7803账户。", "像是银行卡号"),
        ("退费至6222-0212-3456-7803账户。", "像是银行卡号"),
        ("申请人王小明诉某某县财政局一案。", "王＊＊”像是当事人姓名"),
        ("原告：李强，男，申请公开预算。", "李＊”像是当事人姓名"),
        (
            "身份证号１１０１０５１９４９１２３１００２Ｘ。",
            "１１０＊＊＊＊＊＊＊＊＊＊＊＊＊２Ｘ”像是身份证号码",
        ),
        ("身份证号110105 19491231 002X。", "像是身份证号码"),
        ("手机１３８１２３４５６７８。", "１３８＊＊＊＊＊＊７８”像是手机号码"),
        ("手机138－1234－5678。", "像是手机号码"),
        ("申请人欧阳海要求公开拆迁补偿方案。", "欧＊＊”像是当事人姓名"),
        ("申请人司马小光不服答复。", "司＊＊＊”像是当事人姓名"),
        ("申请人李明，不服答复，提出复议。", "李＊”像是当事人姓名"),
        ("申请人高建国认为答复不全面。", "高＊＊”像是当事人姓名"),
        ("申请人高峰提出补正。", "高＊”像是当事人姓名"),
        ("村民陈大年申请公开征地批文。", "陈＊＊”像是当事人姓名"),
        ("申请人张小红等3人提起行政复议。", "张＊＊”像是当事人姓名"),
        ("公开不及时。王建国不服本机关答复，提起诉讼。", "王＊＊”像是当事人姓名"),
        ("3月5日，诸葛明要求公开预算。", "诸＊＊”像是当事人姓名"),
        ("李小明诉某某县财政局一案已审结。", "李＊＊”像是当事人姓名"),
        ("申请人（张建国）要求公开征收决定。", "张＊＊”像是当事人姓名"),
        ("申请人张建国的申请已办结。", "张＊＊”像是当事人姓名"),
        ("申请人张建国的政府信息公开申请已办结。", "张＊＊”像是当事人姓名"),
        ("原告张建国，男，要求撤销答复。", "张＊＊”像是当事人姓名"),
        ("按时答复申请人张建国。", "张＊＊”像是当事人姓名"),
        ("张建国向我局申请公开征地补偿方案。", "张＊＊”像是当事人姓名"),
        ("申请人郑大海、冯小军分别提出申请。", "郑＊＊”像是当事人姓名"),
        ("刘大海就征地补偿安置方案申请公开。", "刘＊＊”像是当事人姓名"),
        ("周伟等5人要求公开征地批文。", "周＊”像是当事人姓名"),
        ("3月5日，欧阳海等十二人联名申请公开预算。", "欧＊＊”像是当事人姓名"),
        ("孙丽申请公开征地补偿方案。", "孙＊”像是当事人姓名"),
        ("3月5日，李明华多次申请获取批复文件。", "李＊＊”像是当事人姓名"),
        ("按时答复申请人张建国;另有两件。", "张＊＊”像是当事人姓名"),
        ("申请人张建国(男)要求公开征收决定。", "张＊＊”像是当事人姓名"),
    ],
)
def test_personal_data_is_told_and_masked(text: str, shown: str) -> None:
    (told,) = read(text)
    assert shown in told


@pytest.mark.parametrize(
    "text",
    [
        "统一编号110105194912310021。",
        "统一编号110105194913310021。",
        "统一编号110105194900310022。",
        "统一编号110105194912320025。",
        "统一编号110105194912000021。",
        "统一编号110105184912310020。",
        "标识码1101020002，备案号11010202007633。",
        "电话010-12345678、0371-65901234。",
        "全年发布信息13812345条。",
        "流水号6222021234567890123。",
        "申请人王某某诉某某县财政局一案。",
        "为申请人高质量服务，与申请人充分沟通。",
        "申请人应当补正，申请人任意变更诉求的除外。",
        "原告不服一审判决，第三人陈述意见。",
        "申请人于次日向本机关提出，申请人方可向上级反映，第三人何时向本机关反馈由双方约定。",
        "申请人万一不服答复，申请人范围（含公民、法人）、申请人任何不服的情形均已告知。",
        "统一编号１１０１０５１９４９１２３１００２１。",
        "申请人要求提供的信息，申请人认为不全面，申请人提出异议，申请人不服的，告知救济渠道。",
        "申请人曾投诉举报，申请人曾提出申请，第三人方提出异议，原告方认为不当，申请人曾申请复议。",
        "申请人高和平公司提出，申请人严格和高效办理提出，申请人时间和金额提出。",
        "同一申请人曾多次提出，申请人曾向上级反映，申请人雷同申请合并答复。",
        "申请人高度重视、严格要求，申请人许可提出，申请人于当年提出申请。",
        "严格要求公开内容，方案要求公开的已公开，林业局要求公开的事项，江苏要求公开的做法。",
        "高标准要求。程序要求公开透明。顾客要求公开价格。马上提出申请。苏州市认为本市做法可行。",
        "申请人何必要求公开，申请人（公民）向本机关提出，按时答复申请人范围内的，告知申请人金额。",
        "高新区向我局申请公开，金融业向我局反映，江苏省就此项工作要求公开，村民代表的申请已办结。",
        "王某不服本机关答复，张某某要求公开预算，李某诉某某县财政局一案。",
        "被申请人王家镇人民政府不服裁决，市民金某要求公开。",
        "申请人任何时候，不服答复的，可以申请复议。",
        "高管等5人要求公开，施工员等3人不服答复，钟点工等5人申请，白领等3人提出，周边等5人要求公开。",
        "周某等5人要求公开征地批文，王某某等三人不服我局答复，孙某申请公开预算。",
        "严禁申请公开收费。周末申请公开不便。方便申请公开。高速申请公开，安全申请公开，关于申请公开流程。",
        "于次日申请公开。时常申请公开。平等申请公开。成立申请公开窗口。常用申请公开平台。",
        "陆续申请公开信息。陆续提出信息公开申请。张贴申请公开指南。陈述申请公开理由。付费申请公开信息。",
        "毕业生申请公开录取结果，石材商户申请公开，王家镇申请公开经费，李家店申请公开，郭工申请公开流程图。",
        "申请人认为答复不全面，不服答复的，可以申请复议。",
    ],
)
def test_what_is_no_personal_data_is_let_alone(text: str) -> None:
    assert read(text) == []


def test_a_mask_hides_all_but_the_ends() -> None:
    assert masked("王小明") == "王＊＊"
    assert masked("13812345678") == "138＊＊＊＊＊＊78"
    assert masked("123456") == "123＊56"
    assert masked("12345") == "1＊＊＊＊"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("电话13812345678。", "电话13812349978。"),
        ("电话13812345678。", "热线13812345678。"),
    ],
)
def test_an_explanation_lapses_with_what_the_mask_hides(before: str, after: str) -> None:
    first, then = (
        next(one for one in check(report(sections={**SECTIONS, "1": text})) if one.rule == "R74")
        for text in (before, after)
    )
    assert first.message == then.message
    assert first.fingerprint != then.fingerprint


def test_an_explanation_outlives_what_is_written_in_another_paragraph() -> None:
    first, then = (
        next(one for one in check(report(sections={**SECTIONS, "1": text})) if one.rule == "R74")
        for text in ("电话13812345678。\n总体平稳。", "电话13812345678。\n总体有序。")
    )
    assert first.fingerprint == then.fingerprint


def test_a_name_that_stands_twice_in_a_paragraph_is_told_once() -> None:
    assert len(read("申请人李明要求公开预算，后原告李明诉本机关。")) == 1
    assert len(read("申请人李明要求公开预算，后原告王明诉本机关。")) == 2
    assert len(read("申请人李明要求公开预算。\n后原告李明诉本机关。")) == 2


def test_what_is_hidden_keeps_its_length_and_all_other_words() -> None:
    text = "申请人张建国，身份证11010519491231002X，手机138 1234 5678，于3月5日申请。"
    kept = ("申请人张", "，身份证110", "2X，手机138", "78，于3月5日申请。")
    assert hidden(text) == f"{kept[0]}＊＊{kept[1]}{'＊' * 13}{kept[2]}{'＊' * 8}{kept[3]}"


@pytest.mark.parametrize(
    "text",
    [
        "申请人张建国;身份证号11010519491231002X,手机13812345678,请登陆网站。",
        "申请人张建国（手机13812345678。",
        "收到申请人张建国的信息公开申请95件（13812345678）。",
        "网址为https：//www.moumou.example/13812345678。",
        "本机关2023年收到申请人张建国（13812345678）的政府信息公开申请3件。",
    ],
)
def test_no_other_finding_shows_what_this_one_masks(text: str) -> None:
    said = check(report(ZERO, sections={**SECTIONS, "1": text, "6": f"收取信息处理费9元，{text}"}))
    told = [one.message for one in said if one.rule != "R74"]
    assert any("＊" in words for words in told)
    for secret in ("建国", "12345678", "34567", "194912"):
        assert not any(secret in words for words in told), told
