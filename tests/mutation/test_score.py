import json
from fnmatch import fnmatch
from pathlib import Path

from tests.mutation.families import FAMILIES
from tests.mutation.ground import ROOT
from tests.mutation.score import Score, scores, table

ASKED = [ROOT / "reports" / "figures.py", *(ROOT / "reports" / "checks").rglob("*.py")]


def test_only_what_a_test_noticed_counts(tmp_path: Path) -> None:
    ended = {"noticed": 1, "survived": 0, "timed out": 36, "never tested": 33, "crashed": -11}
    meta = tmp_path / "mutants" / "reports" / "figures.py.meta"
    meta.parent.mkdir(parents=True)
    meta.write_text(json.dumps({"exit_code_by_key": ended}))
    (found,) = scores(tmp_path)
    assert found == Score("reports/figures.py", 5, tuple(ended)[1:])
    assert "20.0 %" in table([found])


def test_every_module_is_in_one_family_that_has_tests() -> None:
    for path in ASKED:
        name = str(path.relative_to(ROOT))
        of = [one for one in FAMILIES if any(fnmatch(name, source) for source in one.sources)]
        assert len(of) == 1, name
    assert all((ROOT / test).exists() for one in FAMILIES for test in one.tests)
