"""Five typical reports: all zero, small, of a large district, very long, and with long figures.

Their sentences and agencies are ours; only the figures of the large district are a published
report's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from reports import figures as fig
from reports.content import Content, from_json
from reports.figures import Figures
from reports.formats import edition
from reports.rendering import pdf
from reports.rendering.marks import FINAL, Marks
from reports.rendering.paper import Signature
from tests.samples import sample

FORMAT = edition("2021")
YEAR = 2024
NO_FEES: dict[str, object] = {"notices": 0, "billed": "0", "received": "0"}
NOTHING_ELSE = "本机关没有其他需要报告的事项。"
BASIS = (
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条规定，编制本报告。"
    "所列数据的统计期限自{year}年1月1日起至12月31日止。"
)

QUIET = (
    "{year}年，本单位按照《条例》要求，指定专人负责政府信息公开工作。全年没有制发规章和行政规范性文件，"
    "没有收到政府信息公开申请，也没有因政府信息公开工作被申请行政复议、提起行政诉讼。"
    "主动公开、信息管理、平台建设、监督保障各项工作照常开展。"
)
QUIET_PROBLEMS = (
    "存在的问题：公开的内容还不够丰富，更新有时不够及时。"
    "改进情况：每季度末逐栏核对一次，缺什么补什么。"
)

MIDDLING = """（一）主动公开情况
{year}年，通过政府门户网站公开信息126条，其中惠农补贴、低保救助、村级财务等群众关心的信息83条；“一图读懂”解读3篇。
（二）依申请公开情况
全年收到申请7件，均在20个工作日内答复。申请人可以当面、邮寄或者在网上（https://www.example.gov.cn/zfxxgk/ysqgk/）提出申请。
（三）政府信息管理情况
严格执行“先审查、后公开”，发布前由经办人、分管负责人、主要负责人逐级审核。
（四）平台建设情况
便民服务中心设公开查阅点1处，全年接待查阅215人次。
（五）监督保障情况
全年培训2次、58人次。社会评议满意率为98.6%，没有发生责任追究的情形。"""
MIDDLING_PROBLEMS = """（一）存在的主要问题
一是部分村居公开不够及时；二是政策解读形式单一。
（二）改进情况
1.明确时限。村务公开每月10日前更新，逾期未更新的由镇党政办公室提醒。
2.丰富形式。今年新增“村村响”广播解读12期、入户宣讲5场。"""

DISTRICT = """（一）突出重点，深化主动公开
1.重大项目和民生实事全过程公开
在政府门户网站开设“民生实事在身边”专题，按季度公布36项实事项目的责任单位、完成时限和实际进度，让群众看得到、能监督。
2.政策文件集中统一公开
（1）开展历年文件清理，废止、宣布失效的文件全部在网页显著位置标明。
（2）新制发的8件行政规范性文件全部同步解读，采用图解、问答、短视频等形式共21篇（条）。
（二）规范流程，做好依申请公开
全年新收政府信息公开申请，按照登记、审核、办理、答复、归档五个环节办理，疑难件由区政府办公室会同区司法局会商。“一次告知、一次补正”的做法使补正率比上年下降4.2个百分点。
（三）严格审查，加强信息管理
公开前逐件进行保密审查和个人信息保护审查；发布后每月巡查，纠正错敏信息17处。
（四）便民利企，建好公开平台
一是完成门户网站适老化和无障碍改造，支持IPv6访问，首页平均打开时间由2.8秒缩短至1.1秒；二是在政务服务中心、图书馆、档案馆设查阅场所14处，配备自助查询机26台；三是政务新媒体矩阵全年发布信息5312条，留言按期答复率100%。
（五）强化监督，落实保障措施
将政府信息公开纳入年度绩效考核，分值权重为4%；组织业务培训9场，参训1260人次；开展社会评议1次，收到有效问卷3084份。全年未发生需要追究责任的情形。"""
DISTRICT_PROBLEMS = """（一）存在的主要问题
一是个别单位对“应公开尽公开”的理解还不到位，公开的内容偏重工作动态；二是基层办理申请的能力参差不齐，答复的规范化程度有待提高。
（二）改进情况
针对以上问题，本年度修订《政府信息公开申请答复文书示范文本》，以案例讲解的方式培训业务骨干；对公开内容实行清单管理，逐项明确公开主体、时限和方式；按季度通报，限期整改。"""

TOPICS = ("主动公开", "依申请公开", "政府信息管理", "公开平台建设", "监督保障")
POOL = (
    "坚持以公开为常态、不公开为例外，围绕群众办事创业中的堵点、难点，细化公开事项{n}项。",
    "“阳光{topic}”系列活动走进社区、企业、校园，共举办{n}场；现场答疑、发放手册、征求意见，群众反映良好。",
    "修订《{topic}工作规程（试行）》，明确“谁制作、谁审查、谁公开、谁负责”的要求，压实各科室（站、所）责任。",
    "对照年度工作要点（共{n}条），逐条分解到人：每月自查、每季通报、半年评估、年终考核。",
    "依托12345政务服务便民热线、政府门户网站（www.example.gov.cn）和政务新媒体，及时回应社会关切{n}件次。",
    "做好数据统计与核对——台账、系统、报表三者一致——发现差错当日更正，全年更正{n}处。",
    "办理流程从受理、登记、补正、征求第三方意见到答复、送达、归档，平均用时由15.5个工作日压缩到{n}.5个工作日以内。",
    "信息发布执行“三审三校”，涉及国家秘密、商业秘密、个人隐私的，一律不予公开……确需公开的，依法作区分处理。",
)


def _long_words(topics: int, paragraphs: int) -> str:
    """Parts of many paragraphs, put together from the pool in a fixed order."""
    lines = []
    for t, topic in enumerate(TOPICS[:topics]):
        lines.append(f"（{'一二三四五'[t]}）{topic}情况")
        for p in range(paragraphs):
            at = 3 * t + 5 * p
            said = [POOL[(at + k) % len(POOL)] for k in range(3 + p % 3)]
            words = "".join(one.format(topic=topic, n=at + 7 + k) for k, one in enumerate(said))
            lines.append(f"{p + 1}.{words}" if p % 2 else words)
    return "\n".join(lines)


RARE = """（一）主动公开情况
本区地处㵲水、湨水之间，辖㙦头、磾石、埗前等街道。全年公开政府信息1234567条，网站访问量98765432次。
（二）依申请公开情况
政府信息公开工作机构负责人王喆堃，经办人赟玥珺、冼𬭚㛃，办公时间8:30至17:30，网上申请地址为https://www.example.gov.cn/zfxxgk/ysqgk/index.html?from=nianbao&year=2024。
（三）监督保障情况
“阳光政务”平台（V2.0）全年运行8760小时，归集目录1048576项，可用率99.99%。"""


def _zeros() -> Figures:
    return dict.fromkeys(FORMAT.cells, 0)


def _few() -> Figures:
    given = {
        "documents.normative.in_force": 2,
        "sanctions.penalties.decisions": 19,
        "applications.received.natural_person": 6,
        "applications.received.business": 1,
        "applications.granted.natural_person": 4,
        "applications.granted.business": 1,
        "applications.partly_granted.natural_person": 1,
        "applications.unavailable_not_held.natural_person": 1,
    }
    return _summed({**_zeros(), **given})


def _long() -> Figures:
    """Seven digits in every box and more in the totals; every identity holds."""
    figures: Figures = {}
    for n, (id_, cell) in enumerate(FORMAT.cells.items()):
        figures[id_] = 1_000_003 + (n * 48_611) % 899_981 if not cell.computed else 0
    figures["charges.fees.amount"] = Decimal("1234567.123456")
    figures = _summed(figures)
    for equation in FORMAT.equations:
        if equation.code == "balance":
            received, brought = equation.left
            closed, carried = equation.right
            whole = int(figures[closed] or 0) + int(figures[carried] or 0)
            figures[received] = whole - int(figures[brought] or 0)
    return figures


def _summed(figures: Figures) -> Figures:
    """The figures with the totals that follow from them."""
    return figures | fig.recompute(FORMAT, figures, list(figures))


def _report(
    agency: str, said: tuple[str, str, str], figures: Figures, fees: dict[str, object]
) -> Content:
    general, problems, other = (text.format(year=YEAR) for text in said)
    return from_json(
        {
            "agency": agency,
            "year": YEAR,
            "preamble": BASIS.format(year=YEAR),
            "sections": {"1": general, "5": problems, "6": other},
            "figures": fig.to_json(figures),
            "fees": fees,
        }
    )


def zero() -> Content:
    """Nothing but zeros."""
    return _report("某某县档案馆", (QUIET, QUIET_PROBLEMS, NOTHING_ELSE), _zeros(), NO_FEES)


def small() -> Content:
    """A town's report with some figures."""
    said = (MIDDLING, MIDDLING_PROBLEMS, NOTHING_ELSE)
    return _report("某某县临河镇人民政府", said, _few(), NO_FEES)


def large() -> Content:
    """A report with the figures of a large district, and headings of every level."""
    figures = sample("haidian-2024").figures
    said = (DISTRICT, DISTRICT_PROBLEMS, NOTHING_ELSE)
    fees = {"notices": 11, "billed": "15100", "received": "10100"}
    return _report("某某市滨湖区人民政府", said, figures, fees)


def long() -> Content:
    """Very many words, and an agency whose name takes two lines."""
    said = (_long_words(5, 4), _long_words(2, 2), NOTHING_ELSE)
    name = "某某壮族自治区某某瑶族自治县工业商务和信息化局"
    return _report(name, said, _few(), NO_FEES)


def rare() -> Content:
    """Seven digits and more in every box, and the rare characters of names and places."""
    fees = {"notices": 1234567, "billed": "12345670.00", "received": "9876543.21"}
    return _report(
        "㵲阳市㙦头区人民政府办公室", (RARE, QUIET_PROBLEMS, NOTHING_ELSE), _long(), fees
    )


GOLDEN: dict[str, Callable[[], Content]] = {
    "zero": zero,
    "small": small,
    "large": large,
    "long": long,
    "rare": rare,
}
"""Each by its name, in the order of the documentation."""

SIGNED = {"large": Marks(signature=Signature("某某市滨湖区人民政府", dt.date(2025, 1, 20)))}
"""Those that end with 署名 and 成文日期."""


@cache
def drawn(name: str) -> bytes:
    """Its PDF, drawn once a run."""
    return pdf.draw(GOLDEN[name](), SIGNED.get(name, FINAL))
