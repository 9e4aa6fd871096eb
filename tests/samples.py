"""Figures of real published reports, as printed: tests/fixtures/samples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reports.content import Content, from_json

FIXTURES = Path(__file__).parent / "fixtures"
CLEAN = ("haidian-2024", "jianye-2023", "tongzhou-2023", "weidong-2023", "xicheng-2023")
FAULTY = ("hongze-2023", "junshan-2022")
OLD = "shanghai-office-2019"


def contract(edition: str) -> dict[str, Any]:
    """The contract's list of cells of that edition."""
    return read(FIXTURES / f"cells-{edition}.json")


def sample(name: str, **more: Any) -> Content:
    """The report of that sample, with nothing but its figures unless more is given."""
    return from_json({**read(FIXTURES / "samples" / f"{name}.json"), **more})


def read(path: Path) -> dict[str, Any]:
    """A JSON object with exact decimals, which samples have as strings."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
