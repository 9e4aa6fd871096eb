"""Archives of reports (.zip): the files in one, one at a time, whatever is wrong with the others.

Nothing is written anywhere and no name leads to a place: a name is only shown. Archives in an
archive are not opened.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from .gate import BROKEN, MOST_BYTES, GateError

KIND = "zip"
MOST_PACKED = 20 * 1024 * 1024
MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 2_000, 200 * 1024 * 1024, 200

_OTHERS = {"rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "cab", "iso"}
_NOT_MEANT = re.compile(r"__macosx|\..*|~\$.*|thumbs\.db|desktop\.ini", re.IGNORECASE)
_UTF8, _LOCKED = 0x800, 0x1
_UNICODE_NAME = 0x7075
_BROKEN = (*BROKEN, ValueError)
_DAMAGED = "压缩包已损坏，或不是.zip文件，请解压后直接上传里面的文件"

Packed = tuple[str, bytes | GateError]
"""The name of a file with its folders, and what it holds or why that is not read."""


def is_bundle(name: str) -> bool:
    """Whether a file calls itself an archive. Raises GateError for a kind that is not read."""
    kind = PurePosixPath(name).suffix.lstrip(".").lower()
    if kind in _OTHERS:
        raise GateError(f"不能读取.{kind}压缩包，请解压后直接上传里面的文件，或改用.zip")
    return kind == KIND


def files(file: BinaryIO) -> Iterator[Packed]:
    """What is in the archive, in the order of the names; at most one file is held at a time.

    Raises GateError where the archive as a whole cannot be opened, or holds nothing.
    """
    try:
        with zipfile.ZipFile(file) as package:
            entries = _entries(package)
            for name, entry in entries:
                yield name, _content(package, entry, name)
    except _BROKEN as error:
        if isinstance(error, GateError):
            raise
        raise GateError(_DAMAGED) from None


def _entries(package: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files that somebody put there; folders and what systems add are left out."""
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        raise GateError(f"压缩包里的文件超过{MOST_ENTRIES}个，请分批上传")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise GateError("压缩包展开后过大，请分批上传")
    named = [(_name(entry), entry) for entry in entries if not entry.is_dir()]
    meant = [one for one in named if not any(map(_NOT_MEANT.fullmatch, one[0].split("/")))]
    if not meant:
        raise GateError("压缩包里没有文件")
    return sorted(meant, key=lambda one: one[0])


def _content(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes | GateError:
    try:
        if is_bundle(name):
            return GateError("压缩包里的压缩包不能读取，请解压后直接上传里面的文件")
        if refusal := _why_not(entry):
            return GateError(refusal)
        with package.open(entry) as part:
            return part.read(MOST_BYTES + 1)
    except GateError as refusal_of_kind:
        return refusal_of_kind
    except _BROKEN:
        return GateError("这份文件在压缩包里已损坏，请解压后直接上传")


def _why_not(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & _LOCKED:
        return "压缩包加了密码，请去掉密码或解压后再上传"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "压缩包里的这一项只是一个链接，请放入文件本身"
    if entry.file_size > MOST_BYTES:
        return f"文件超过{MOST_BYTES // 1024 // 1024}MB，请去掉图片等内容后再上传"
    if entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        return "文件展开后过大，请解压后检查"
    return ""


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was given: Windows in China writes GBK and does not say so, nor do others
    that write UTF-8.
    """
    if entry.flag_bits & _UTF8:
        return _without_steps(entry.filename)
    raw = entry.orig_filename.encode("cp437", "replace")
    said = _unicode_name(entry.extra, raw)
    for encoding in ("utf-8", "gb18030"):
        try:
            return _without_steps(said or raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _without_steps(entry.filename)


def _unicode_name(extra: bytes, raw: bytes) -> str:
    """What an archiver says besides, if it is about this very name; else ""."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        part = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE_NAME and len(part) > 5 and part[0] == 1:
            same = struct.unpack_from("<I", part, 1)[0] == zlib.crc32(raw)
            return part[5:].decode("utf-8", "replace") if same else ""
        at += 4 + size
    return ""


def _without_steps(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))
