from tests.bench.timing import Contestant, compete, table


def contestant(name: str, *seconds: float, **more: str) -> Contestant:
    return Contestant(name, int, seconds=list(seconds), **more)  # type: ignore[arg-type]


def test_contestants_run_in_turn_after_one_warm_up_each() -> None:
    ran: list[str] = []
    one = Contestant("one", lambda: ran.append("one"))
    two = Contestant("two", lambda: ran.append("two"), every=2)
    compete([one, two], rounds=3)
    assert ran == ["one", "two", "one", "two", "one", "one", "two"]
    assert (len(one.seconds), len(two.seconds)) == (3, 2)


def test_work_done_many_times_is_told_for_once() -> None:
    one = Contestant("one", int, repeats=1000)
    one.run()
    assert one.median < 0.001


def test_the_table_tells_medians_and_the_ratio_to_a_peer() -> None:
    ours, quick = contestant("ours", 0.01, 0.03, 0.02), contestant("quick", 0.0001, unit="µs")
    lines = table([ours, contestant("theirs", 0.08, against="ours"), quick]).splitlines()
    assert lines[1].split() == ["ours", "20.0", "ms", "10.0", "ms", "30.0", "ms"]
    assert lines[2].split() == ["theirs", *["80.0", "ms"] * 3, "0.250"]
    assert lines[3].split() == ["quick", *["100", "µs"] * 3]
