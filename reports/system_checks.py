"""What `manage.py check` says of this machine's means to draw documents: libraries and faces."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, register
from django.core.checks import Warning as Caution

from reports.rendering import fonts, libraries


def check_libraries(**_: Any) -> list[CheckMessage]:
    """W001 where no PDF can be drawn, W002 where drawing one is slow."""
    found: list[CheckMessage] = []
    if needed := libraries.absent(needed=True):
        hint = f"请安装：apt-get install {' '.join(needed)}"
        found.append(Caution("缺少生成PDF所需的系统库", hint=hint, id="nianbao.W001"))
    if useful := libraries.absent(needed=False):
        hint = f"请安装：apt-get install {' '.join(useful)}"
        found.append(Caution("生成PDF将慢十倍以上", hint=hint, id="nianbao.W002"))
    return found


def check_faces(**_: Any) -> list[CheckMessage]:
    """W003 where official faces are missing, W004 where rare characters will be."""
    absent, found = fonts.absent(), list[CheckMessage]()
    ours = [face.file for face in absent if face in fonts.FANDOL]
    spare = [face.file for face in absent if face not in fonts.FANDOL]
    if ours:
        hint = f"请将{'、'.join(ours)}放入{settings.FONTS_DIR}（Debian软件包texlive-lang-chinese）"
        words = "PDF不能使用仿宋、楷体、黑体、小标宋"
        found.append(Caution(words, hint=hint, id="nianbao.W003"))
    if spare:
        words = "PDF不能显示生僻字"
        hint = "请安装Python软件包pylopdf-fonts-zh-cn（见requirements.txt）"
        found.append(Caution(words, hint=hint, id="nianbao.W004"))
    return found


def register_all() -> None:
    """Make Django run the checks of this module."""
    register(check_libraries)
    register(check_faces)
