"""How registers of applications call what the form calls otherwise: headings and values.

All in the bare spelling of `wording.py`. None of these words decides anything: they only propose,
and a clerk confirms once.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A column that counting needs. `label` heads it in our template; `words` are other names,
    the likeliest first. `holds`: case, date or value.
    """

    id: str
    label: str
    holds: str
    needed: bool
    words: tuple[str, ...]
    asks: str


ROLES: tuple[Role, ...] = (
    Role(
        "case",
        "登记编号",
        "case",
        False,
        (
            "登记编号",
            "受理编号",
            "申请编号",
            "案件编号",
            "登记号",
            "受理号",
            "申请号",
            "编号",
            "收文编号",
            "流水号",
            "文号",
            "序号",
        ),
        "一件申请一个编号，用于逐件核对",
    ),
    Role(
        "received",
        "收到日期",
        "date",
        True,
        (
            "收到日期",
            "收到申请日期",
            "收到申请时间",
            "收到时间",
            "收件日期",
            "收件时间",
            "接收日期",
            "接收时间",
            "受理日期",
            "受理时间",
            "登记日期",
            "登记时间",
            "收文日期",
            "收文时间",
            "申请日期",
            "申请时间",
        ),
        "收到申请的日期；要求补正的，为收到补正材料的日期",
    ),
    Role(
        "applicant",
        "申请人类别",
        "value",
        True,
        (
            "申请人类别",
            "申请人类型",
            "申请人性质",
            "申请主体类别",
            "申请主体类型",
            "申请主体",
            "主体类别",
            "申请人身份",
            "申请人分类",
            "申请者类型",
            "申请人",
            "类别",
        ),
        "是自然人，还是哪一种法人或其他组织",
    ),
    Role(
        "organisation",
        "法人或其他组织的种类",
        "value",
        False,
        (
            "法人或其他组织的种类",
            "法人类别",
            "法人类型",
            "组织类别",
            "组织类型",
            "单位类别",
            "单位类型",
            "单位性质",
            "机构类别",
        ),
        "申请人类别只写到大类时，写明是哪一种",
    ),
    Role(
        "finished",
        "答复日期",
        "date",
        True,
        (
            "答复日期",
            "答复时间",
            "办结日期",
            "办结时间",
            "办理完结日期",
            "实际答复日期",
            "回复日期",
            "回复时间",
            "答复书日期",
            "完成日期",
            "完成时间",
        ),
        "作出答复或者其他处理的日期；没有办结的留空",
    ),
    Role(
        "result",
        "办理结果",
        "value",
        True,
        (
            "办理结果",
            "答复结果",
            "处理结果",
            "答复类型",
            "答复类别",
            "结果",
            "办理情况",
            "答复情况",
            "公开情况",
            "处理情况",
        ),
        "按表中各项写；没有办结的留空",
    ),
    Role(
        "reason",
        "具体情形",
        "value",
        False,
        (
            "具体情形",
            "具体类型",
            "情形",
            "具体理由",
            "答复理由",
            "不予公开理由",
            "不公开理由",
            "理由",
            "原因",
            "细类",
        ),
        "办理结果只写到大类时，写明是哪一种",
    ),
)

PRIVATE_HEADINGS = (
    "姓名", "名称", "联系", "电话", "手机", "证件", "身份证", "地址", "住址", "邮箱", "邮件", "邮编", "微信", "账号", "代码",
    "内容", "标题", "事项", "描述", "备注", "代理人", "代表人", "负责人", "承办人", "经办人", "办理人", "签收", "出生", "年龄",
    "性别", "民族", "期限", "截止",
)  # fmt: skip
"""Columns of whose headings one of these is a part are never read: people, and free words."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "natural_person": ("自然人", "公民", "个人", "自然人个人", "公民个人"),
    "organisations": ("法人", "组织", "单位", "法人组织", "法人和其他组织", "法人其他组织", "法人或者其他组织", "非自然人", "法人及其他组织"),
    "business": ("企业", "公司", "工商企业", "企业法人", "商业", "有限公司", "有限责任公司", "股份有限公司"),
    "research": ("科研院所", "科研单位", "科研", "研究机构"),
    "welfare": ("公益组织", "社会公益", "公益机构"),
    "legal_service": ("律师事务所", "律所", "法律服务所", "法律服务"),
    "other": ("其他组织", "事业单位", "机关事业单位", "国家机关", "行政机关"),
    "granted": ("公开", "全部公开", "同意公开", "准予公开", "已公开", "主动公开", "已主动公开", "告知获取方式", "告知获取途径", "告知查询方式", "告知查询途径"),
    "partly_granted": ("部分公开", "部分予以公开", "区分处理"),
    "refused": ("不公开", "不同意公开", "不予以公开"),
    "refused_state_secret": ("国家秘密", "涉及国家秘密", "属国家秘密"),
    "refused_by_law": ("法律行政法规禁止公开", "法律法规禁止公开"),
    "refused_security": ("三安全一稳定", "危及国家安全公共安全经济安全社会稳定"),
    "refused_third_party": ("第三方合法权益", "涉及第三方合法权益", "涉及商业秘密个人隐私", "商业秘密个人隐私", "商业秘密", "个人隐私", "第三方权益"),
    "refused_internal": ("内部事务信息", "三类内部事务信息", "内部事务", "内部信息", "内部管理信息"),
    "refused_process": ("过程性信息", "四类过程性信息", "属于过程性信息", "过程信息"),
    "refused_case_file": ("行政执法案卷", "执法案卷", "行政执法案卷信息"),
    "refused_inquiry": ("行政查询事项", "行政查询"),
    "unavailable": ("不能提供", "无法提供信息"),
    "unavailable_not_held": (
        "不掌握", "本机关不掌握", "不掌握相关信息", "本机关不掌握相关信息", "不存在", "信息不存在", "政府信息不存在", "查无",
        "不属于本机关", "不属本机关", "非本机关", "不属于本行政机关", "不属于本单位", "非本单位",
    ),
    "unavailable_not_existing": ("没有现成信息", "需要另行制作", "无现成信息需要另行制作"),
    "unavailable_unclear": ("补正后仍不明确", "申请内容不明确", "内容不明确"),
    "rejected": ("不处理", "不予受理"),
    "rejected_petition": ("信访举报投诉", "信访", "信访举报投诉类", "信访投诉举报", "信访投诉", "投诉举报", "举报投诉"),
    "rejected_repeated": ("重复", "属于重复申请"),
    "rejected_publication": ("公开出版物", "要求提供出版物"),
    "rejected_excessive": ("大量反复申请", "无正当理由大量申请"),
    "rejected_confirmation": ("确认或重新出具已获取信息", "要求确认或重新出具"),
    "otherwise": ("其他处理",),
    "other_not_corrected": ("逾期不补正", "逾期未补正", "无正当理由逾期不补正", "未补正", "不补正"),
    "other_unpaid": ("逾期未缴费", "逾期不缴费", "逾期未缴纳费用"),
    "other_misc": ("其它", "撤回", "撤回申请", "申请人撤回", "主动撤回", "申请人主动撤回", "撤销", "申请人撤销"),
}  # fmt: skip

OPEN_WORDS = (
    "尚未办结", "未办结", "在办", "办理中", "正在办理", "待办", "待办理", "未答复", "尚未答复", "处理中", "待答复", "补正中", "待补正",
    "征求意见中", "征求第三方意见", "延期", "延期答复", "延期中", "结转",
)  # fmt: skip

WEAK_WORDS = frozenset(("公开", "组织", "单位", "法人", "商业", "科研", "重复"))
"""Words that say something where they stand alone, and nothing as a part of others."""
