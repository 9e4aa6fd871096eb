from tests.mutation.bare import bare

SOURCE = '''
@rule(
    "R01",
    law=LAW,
)
def found(case):
    """What it says."""
    return case


class Finding:
    @property
    def words(self):
        @inner
        def kept(): ...
        return kept

    @cache
    @staticmethod
    def twice(): ...
'''


def test_a_decorator_becomes_a_call_below_what_it_decorates() -> None:
    told = bare(SOURCE)
    assert "    return case\nfound = rule('R01', law=LAW)(found)\n" in told
    assert "        return kept\n    words = property(words)\n" in told
    assert "    twice = cache(staticmethod(twice))\n" in told


def test_lines_stay_where_they_are_and_inner_functions_as_they_are() -> None:
    told = bare(SOURCE).splitlines()
    assert told[5] == SOURCE.splitlines()[5] == "def found(case):"
    assert "        @inner" in told
    assert sum("@" in line for line in told) == 1
