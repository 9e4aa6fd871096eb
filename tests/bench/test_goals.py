from tests.bench.goals import Goal, p95, table


def test_five_of_a_hundred_may_be_above_the_p95() -> None:
    assert p95(range(1, 101)) == 95
    assert p95([3.0, 1.0, 2.0]) == 3
    assert p95([7.0]) == 7


def test_the_table_tells_what_was_measured_and_how_much_of_the_goal_that_is() -> None:
    lines = table([Goal("a save", 12.34, 15, "ms"), Goal("a page", 180, 150, "kB")]).splitlines()
    assert lines[1].split() == ["a", "save", "12.34", "ms", "15", "ms", "0.82"]
    assert lines[2].split() == ["a", "page", "180", "kB", "150", "kB", "1.20"]
