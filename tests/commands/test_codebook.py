"""`codebook`: the figures of an edition and what they mean, without server or database."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports import opendata
from reports.formats import FORMATS

from .conftest import Manage


@pytest.mark.parametrize("kind", opendata.KINDS)
@pytest.mark.parametrize("name", FORMATS)
def test_it_is_written_to_a_file_or_printed(
    manage: Manage, tmp_path: Path, name: str, kind: str
) -> None:
    out = tmp_path / f"codebook.{kind}"
    ended = manage("codebook", "--edition", name, "--to", kind, "--output", out)
    assert (ended.status, ended.out, ended.err) == (0, b"", "")
    assert out.read_bytes() == opendata.codebook(FORMATS[name], kind)
    assert manage("codebook", "--edition", name, "--to", kind).out == out.read_bytes()


def test_without_a_wish_it_is_that_of_the_edition_in_force(manage: Manage) -> None:
    assert manage("codebook").json()["edition"] == "2021"


@pytest.mark.parametrize("wish", [("--edition", "1999"), ("--to", "exe")])
def test_what_is_not_there_is_refused_in_one_line(manage: Manage, wish: tuple[str, str]) -> None:
    ended = manage("codebook", *wish)
    assert ended.status == 2
    assert wish[1] in ended.complaint
