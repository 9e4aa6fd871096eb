"""Report JSON files as the command lines take and give them: a path, or - for a stream."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from django.core.management.base import CommandError

from reports.content import Content, ContentError, loads

UNREADABLE = 2
"""Exit status where a file cannot be read, drawn or written at all."""


def read(file: str) -> Content:
    """The report in a file. Raises CommandError with one line that names the file and its fault."""
    try:
        return loads(read_bytes(file))
    except ContentError as error:
        raise unreadable(file, error) from None


def read_bytes(file: str) -> bytes:
    """What is in a file. Raises CommandError."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None


def unreadable(file: str, error: Exception) -> CommandError:
    """The one line that names a file and why it cannot be read."""
    name = "标准输入" if file == "-" else file
    why = _why(error) if isinstance(error, OSError) or type(error) is ValueError else str(error)
    return refusal(f"无法读取{name}：{why}")


def write(data: bytes, file: str) -> None:
    """Puts bytes where they were asked for, whole or not at all. Raises CommandError."""
    try:
        if file == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            _replace(Path(file), data)
    except BrokenPipeError:
        # Whoever was reading has gone; nothing more can be told, not even by closing the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise refusal("无法写入标准输出：读取的一方已关闭") from None
    except (OSError, ValueError) as error:
        raise refusal(f"无法写入{file}：{_why(error)}") from None


def refusal(message: str) -> CommandError:
    """The error that ends a command with one line and status 2."""
    return CommandError(" ".join(message.split()), returncode=UNREADABLE)


def _why(error: Exception) -> str:
    if isinstance(error, ContentError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "没有这个文件或文件夹"
    if isinstance(error, IsADirectoryError):
        return "这是一个文件夹"
    if isinstance(error, PermissionError):
        return "没有权限"
    return getattr(error, "strerror", None) or "文件名或内容有误"


def _replace(target: Path, data: bytes) -> None:
    """Writes beside the target and renames; what is no plain file (/dev/stdout) is written into."""
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    target = target.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The rights the file has, or those that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
