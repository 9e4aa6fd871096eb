"""What the narratives of real published reports say, where the samples lie beside the project."""

import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reports.checks.narrative import Verdict, compare, find
from reports.content import Content, from_json
from tests.checks.narrative.telling import codes

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
HEADINGS = (
    r"[一1]、\s*总体情况",
    r"[二2]、\s*主动公开政府信息情况",
    r"五、[^\n]{0,9}存在的?主要?问题及改进情况",
    r"六、其他需要报告的事项",
)
TOLD = {
    "haidian-2024": 0,
    "hongze-2023": 1,
    "jianye-2023": 3,
    "junshan-2022": 0,
    "shanghai-office-2019": 18,
    "tongzhou-2023": 2,
    "weidong-2023": 2,
    "xicheng-2023": 2,
}
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


def sample(name: str) -> Content:
    about, figures = (json.loads((SAMPLES / name / f"{part}.json").read_text()) for part in PARTS)
    (report,) = (SAMPLES / name).glob("report.*")
    text = words(report, about["layout"])
    return from_json({**about, "figures": figures.get("figures", figures), **parts(text)})


PARTS = ("about", "figures")


def words(report: Path, layout: str) -> str:
    text = report.read_text()
    if report.suffix == ".html":
        text = re.sub(r"(?i)</(p|div|h\d|tr)>|<br[^>]*>", "\n", text)
        return html.unescape(re.sub(r"<[^>]+>", "", text))
    if layout.startswith("PDF"):  # lines of a page, not paragraphs
        text = re.sub(r"\n- \d -", "", text)
        return re.sub(r"(?<=[^。）\n])\n(?![一二三四五六]、|（)", "", text)
    return text


def parts(text: str) -> dict[str, Any]:
    found = [re.search(heading, text) for heading in HEADINGS]
    if not all(found):
        return {}
    (_, one), (two, _), (_, after), (six, end) = (m.span() for m in found if m)
    sections = {"1": text[one:two], "5": text[after:six], "6": text[end:]}
    return {"preamble": text[: found[0].start() if found[0] else 0], "sections": sections}


@pytest.mark.parametrize("name", sorted(TOLD))
def test_every_claim_that_was_read_by_hand_is_found_and_no_other(name: str) -> None:
    assert len(find(sample(name))) == TOLD[name]


@pytest.mark.parametrize("name", sorted(set(TOLD) - {"shanghai-office-2019"}))
def test_what_clean_narratives_say_is_what_their_tables_have(name: str) -> None:
    content = sample(name)
    verdicts = {compare(claim, content.figures).verdict for claim in find(content)}
    assert verdicts <= {Verdict.AGREES}
    assert codes(content) == []


def test_the_published_error_is_found_through_blank_totals() -> None:
    assert Counter(codes(sample("shanghai-office-2019"))) == {"said-results": 2, "said-shares": 2}
