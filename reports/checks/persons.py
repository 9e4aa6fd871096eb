"""How names of private persons are known in a report: R74.

A name is a surname and one or two characters, which many words are, too; so only what is said of
persons makes it one: who it is called before it, what it does behind it.
"""

from __future__ import annotations

import re

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
    "任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严"
    "高傅萧阎赖洪莫孔汤温康施牛樊葛邢齐乔伍庞颜倪庄聂章鲁岳翟殷詹耿焦俞柳甘祝舒阮柯梅童凌毕季裴霍涂苗谷"
    "曲盛冉辛祁"
)
_DOUBLE = (
    "欧阳|司马|上官|诸葛|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|端木|南宫|轩辕|申屠|呼延"
)
_WORDS = (
    "于[次本收期其该同当法规每年前后上下此近事何是]|方[可能便面案式法才]|何[时人种地处]|万[一分]|范[围本]|"
    "任[何意一务由]|金[额融钱属]|曾[多经于在就以对向先两三数]|严[重格肃厉密]|许[可多久诺]|马[上路]|胡乱|唐突|"
    "雷同|程[序度]|顾[虑及客问忌]|周[围边期年知]|林[地业权草]|杜绝|莫名|毕竟|章[程节]|季[度节]|施[加行工]|曲解|"
    "涂改|钱款|余[下款额]|董事|段落|江[苏西]|白[天皮]|黄河|石[油料]|田[地间]|贺信|谢绝|武断|温馨|康复|洪[水涝]|"
    "盛[况行]|高[度质效标水频额层校中新级位风要]|童话|庄严|龙头|齐[全备]"
)
"""Words that begin like a name."""

_PERSON = (
    rf"((?!{_WORDS})(?:(?:{_DOUBLE})(?!某)|[{_SURNAMES}](?!某))"
    r"[\u4e00-\u9fff]{1,2}?)"
)
_ROLE = (
    "(?:申请人|原告|上诉人|第三人|起诉人|投诉人|举报人|信访人|当事人|公民|村民|居民|市民)(?<!被申请人)"
    r"(?:[：:]\s*|为|是)?"
)
_ACTS = (
    "诉|向|不服|要求|请求|提出|认为|主张|申请|起诉|提起|就|对[本我该]|先生|女士|等[一二两三四五六七八九十0-9多]*人|"
    r"（|\(|[，、](?:男|女|身份证|住|联系|电话)"
)
_BODIES = "局办委厅区县市镇乡村院会部处科司署站所人"
_OWN = "本|我|该|[某省市县区镇乡街]|政府"
_ACTS_ALONE = (
    rf"不服(?:{_OWN}|答复|处理|一审|二审|原|行政)|(?:要求|请求)(?:{_OWN}|公开|提供|获取|撤销|确认)|"
    rf"认为(?:{_OWN}|答复)|提出(?:的?政府信息|信息|公开|申请|行政复议|复议|异议)|诉(?:{_OWN})"
)

NAMES = (
    re.compile(rf"{_ROLE}{_PERSON}(?={_ACTS})"),
    re.compile(rf"(?<![^。；，：月日]){_PERSON}(?<![{_BODIES}])(?={_ACTS_ALONE})"),
)
"""Of somebody who is called something, and of somebody who only does something."""
