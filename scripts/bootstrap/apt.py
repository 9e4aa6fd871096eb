"""Debian's and Ubuntu's packages: installed as root or through a sudo that does not ask."""

import functools
import os
import shutil
import subprocess

from scripts.bootstrap.tell import say

QUIET = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_MODE": "a", "UCF_FORCE_CONFFOLD": "1"}
OPTIONS = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]


@functools.cache
def as_root() -> list[str] | None:
    """The words before a command that make it run as root; None where that cannot be had."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env", *(f"{name}={value}" for name, value in QUIET.items())]
    return None


@functools.cache
def update() -> bool:
    """Fetch the lists of packages, once a run; False if that could not be done."""
    root = as_root()
    return root is not None and _run([*root, "apt-get", *OPTIONS, "update"])


def install(packages: list[str], what_for: str) -> bool:
    """Install `packages` and all they need; False if that could not be done."""
    root = as_root()
    if root is None:
        return False
    say(f"installing {' '.join(packages)} ({what_for})")
    update()
    return _run([*root, "apt-get", *OPTIONS, "install", "-y", "--no-install-recommends", *packages])


def download(package: str, into: str) -> bool:
    """Put the file of `package` into the folder `into` without installing it; needs no root."""
    if not shutil.which("apt-get"):
        return False
    command = ["apt-get", *OPTIONS, "download", package]
    return _run(command, cwd=into) or (update() and _run(command, cwd=into))


def _run(command: list[str], cwd: str | None = None) -> bool:
    done = subprocess.run(
        command,
        check=False,
        env={**os.environ, **QUIET},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode and command[-1] != "update":
        say((done.stderr.strip().splitlines() or ["apt-get failed"])[-1])
    return done.returncode == 0
