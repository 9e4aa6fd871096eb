"""The words of the statute stand in reports/formats and nowhere else."""

import re
from collections.abc import Iterator
from pathlib import Path

from reports.formats import FORMATS

ROOT = Path(__file__).resolve().parents[1]
NUMBERING = re.compile(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)")
KINDS = {".py", ".html", ".txt", ".js", ".css", ".svg"}


def words() -> set[str]:
    labels = {label for fmt in FORMATS.values() for label in fmt.labels()}
    bare = {NUMBERING.sub("", label) for label in labels}
    return {word for word in bare if len(re.findall(r"[\u4e00-\u9fff]", word)) >= 4}


def sources() -> Iterator[Path]:
    for folder in ("config", "agencies", "reports", "templates", "static"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS and ROOT / "reports" / "formats" not in path.parents:
                yield path


def test_no_statutory_label_stands_outside_the_formats() -> None:
    labels, found = words(), []
    for path in sources():
        text = path.read_text()
        found += [(str(path.relative_to(ROOT)), label) for label in labels if label in text]
    assert not found


def test_there_are_labels_to_look_for_and_places_to_look() -> None:
    assert {"予以公开", "行政规范性文件", "结转下年度继续办理"} <= words()
    assert {".py", ".html"} <= {path.suffix for path in sources()}
