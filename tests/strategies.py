"""What hypothesis draws: balanced figures of a form, prose and whole contents of that of 2021."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from reports import figures as fig
from reports.content import Content
from reports.figures import Figures
from reports.formats import Format, Kind, edition
from reports.prose import Paragraph, Paragraphs, tidy

FORMAT = edition("2021")


def typed(fmt: Format) -> list[str]:
    """The counts of a form that people type."""
    return [id_ for id_, cell in fmt.cells.items() if not (cell.computed or cell.kind.is_money)]


TYPED = typed(FORMAT)

counts = st.integers(0, 999_999)
money = st.decimals(0, 999_999_999, places=2, allow_nan=False, allow_infinity=False).map(abs)
characters = st.characters(
    exclude_categories=["Cs"], include_characters="（一）1.、\n\t\u3000\u200b"
)
fees: dict[Kind, st.SearchStrategy[fig.Figure]] = {
    Kind.COUNT: st.none() | counts,
    Kind.MONEY_YUAN: st.none() | money,
}
texts = st.text(characters, max_size=60)
lines = st.sampled_from("甲乙丙丁戊").map(lambda char: f"{char}段。")
documents = st.lists(lines, max_size=6).map("\n".join)


@st.composite
def balanced(draw: st.DrawFn, fmt: Format = FORMAT) -> Figures:
    """Figures of the whole form in which every identity holds."""
    keys = typed(fmt)
    values = draw(st.lists(counts, min_size=len(keys), max_size=len(keys)))
    figures: Figures = dict.fromkeys(fmt.cells, Decimal("1.5"))
    figures |= dict(zip(keys, values, strict=True))
    figures |= fig.recompute(fmt, figures, keys)
    for equation in fmt.equations:
        if equation.code == "balance" and not equation.at.endswith("总计"):
            settle(figures, *equation.left, *equation.right)
    return figures | fig.recompute(fmt, figures, keys)


def settle(figures: Figures, received: str, brought: str, closed: str, carried: str) -> None:
    """Makes one column balance: what is left over is received or carried over."""
    gap = number(figures, received) + number(figures, brought)
    gap -= number(figures, closed) + number(figures, carried)
    cell = carried if gap > 0 else received
    figures[cell] = number(figures, cell) + abs(gap)


def number(figures: Figures, cell: str) -> int:
    """A count that is filled in."""
    figure = figures[cell]
    assert isinstance(figure, int)
    return figure


@st.composite
def prose(draw: st.DrawFn) -> Paragraphs:
    """Tidy paragraphs under ids of their own."""
    numbers = count(1)
    return tuple(Paragraph(f"q{next(numbers)}", line) for line in tidy(draw(texts)).splitlines())


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Any report that could stand in a draft."""
    kinds = {id_: cell.kind for id_, cell in FORMAT.cells.items()}
    chosen = draw(st.dictionaries(st.sampled_from(list(kinds)), counts | st.none(), max_size=9))
    figures: Figures = dict.fromkeys(kinds)
    figures |= {id_: _of(kinds[id_], figure) for id_, figure in chosen.items()}
    return Content(
        format=FORMAT,
        agency=draw(texts.map(_line)),
        year=draw(st.integers(2021, 2035)),
        title=draw(texts.map(_line)) or "标题",
        prose={key: draw(prose()) for key in FORMAT.prose_keys},
        figures=figures,
        fees={fee.id: draw(fees[fee.kind]) for fee in FORMAT.fees},
    )


def _of(kind: Kind, figure: int | None) -> fig.Figure:
    return Decimal(figure) if kind.is_money and figure is not None else figure


def _line(text: str) -> str:
    return tidy(text).replace("\n", "")
