"""Whatever a file is, its reading ends soon, and with a sentence."""

from __future__ import annotations

import io
import time

import pikepdf
import pytest

from reports.importing import limited, report_file
from reports.importing.gate import GateError, UnreadableError

from .hostile import NAME, REFUSED
from .printed import by_weasyprint
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


def test_one_that_takes_too_long_is_given_up_with_a_sentence() -> None:
    one = pikepdf.open(io.BytesIO(by_weasyprint(published(NAME))))
    many, data = pikepdf.new(), io.BytesIO()
    for _ in range(10):
        many.pages.extend(one.pages)
    many.save(data)
    with pytest.raises(UnreadableError, match="读取超时"):
        limited.parse("report", data.getvalue(), "pdf", seconds=1)
