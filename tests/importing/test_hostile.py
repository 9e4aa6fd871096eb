"""Whatever a file is, its reading ends soon, and with a sentence."""

from __future__ import annotations

import time

import pytest

from reports.importing import report_file
from reports.importing.gate import GateError, UnreadableError

from .hostile import NAME, REFUSED
from .readings import published
from .word_files import merged


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_a_sentence(case: str) -> None:
    name, made, words = REFUSED[case]
    data, start = made(), time.monotonic()
    with pytest.raises((GateError, UnreadableError)) as refused:
        report_file.read(name, data)
    assert words in str(refused.value)
    assert str(refused.value).isascii() is False
    assert time.monotonic() - start < 10


def test_a_good_file_is_read_by_the_same_way() -> None:
    told = report_file.read("2024年报.DOCX", merged(published(NAME)))
    assert told["figures"]["applications.received.total"] == 3091
