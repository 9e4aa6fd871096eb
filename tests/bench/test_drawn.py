import io

import pytest
from pypdf import PdfReader

from reports.figures import printed
from tests.bench import drawn, typeset
from tests.bench.drawn import contents, goals
from tests.bench.subject import subject
from tests.bench.timing import Contestant


def words(data: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "".join(text.split()).replace("⽂", "文")


@pytest.mark.skipif(not typeset.INSTALLED, reason="typst is not installed")
def test_typst_is_asked_for_the_same_words_and_figures() -> None:
    content = subject()
    theirs = words(typeset.act(lambda: content)())
    for section in content.format.sections:
        assert section.heading in theirs
    assert all(printed(figure) in theirs for figure in content.figures.values())
    assert all(p.text in theirs for p in content.paragraphs("1"))


def test_each_drawing_has_other_figures_of_the_same_length() -> None:
    reports = contents()
    one, two = next(reports), next(reports)
    assert one.figures != two.figures
    assert [len(str(f)) for f in one.figures.values()] == [
        len(str(f)) for f in subject().figures.values()
    ]


def test_a_promise_is_kept_where_the_ratio_is_below_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "_of_one_worker", lambda: 0.5)
    timed = [
        Contestant(drawn.PDF, int, seconds=[0.11]),
        Contestant(drawn.TYPST, int, seconds=[0.055]),
        Contestant(drawn.OFFICE, int, seconds=[0.44]),
    ]
    assert [round(goal.ratio, 2) for goal in goals(timed)] == [0.5, 0.5, 0.4, 0.95]
