"""What a page or a sheet of paper carries besides the report: numbers of pages, paths, notices."""

from __future__ import annotations

import re

_PAGE = re.compile(
    r"\s*[-—–－─·]*\s*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/共]\s*\d{1,3}\s*页?)?\s*[-—–－─·]*\s*"
)
_DASHED = re.compile(r"\s*(?:[-—–－─·]+\s*\d{1,3}\s*[-—–－─·]+|第\s*\d{1,3}\s*页.*)\s*")
_FILE = re.compile(r"\S.{0,120}\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd)\s*$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:主办|承办|协办|版权|信息来源|来源|扫一扫|核验网址[:：]|文件校验值|附件|相关(?:链接|解读|文档|附件|新闻|稿件)|关联|图解|政府网站标识"
    r"|网站标识|网站地图|联系我们|关于我们|打印|关闭|上一篇|下一篇|上一条|下一条|分享|浏览|责任编辑|编辑|返回|下载|友情链接"
    r"|技术支持|建议使用|推荐使用|您是第|访问量|首页\s*[>»|]|.{0,30}ICP备|.{0,20}公网安备|\||$)"
)
_HEAD = re.compile(
    r"\s*(?:首页|当前位置|您(?:的|现在的)?(?:当前)?位置|所在位置|索引号|主题分类|发布机构|发布时间|发布日期|发文|组配分类|成文日期|生成日期"
    r"|公开日期|公开时间|信息名称|信息索引|文号|名\s*称|字号|字体|来源|信息来源|作者|浏览|点击|访问|阅读|打印|分享|相关|图解|扫一扫|时间|日期|下载|【|\[)"
)


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page and no figure: it has dashes round it or says so."""
    return bool(_DASHED.fullmatch(text))


def may_be_page_number(text: str) -> bool:
    """Whether a line could be one, dashes or not."""
    return bool(_PAGE.fullmatch(text))


def ends_report(text: str) -> bool:
    """Whether the report is over where a line says this."""
    return bool(_TAIL.match(text) or _FILE.fullmatch(text)) and not text.rstrip().endswith("。")


def stands_above(text: str) -> bool:
    """Whether a line belongs to the page above the report."""
    return bool(_HEAD.match(text)) and not text.rstrip().endswith("。")
