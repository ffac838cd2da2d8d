"""The geometry of plots: numbers come in, places on the page come out, in percent across and in pixels down.

Percent let a plot be as wide as the screen while its letters keep their size, so it is read at 320 pixels and on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WHOLE = 100.0
LEAST = 1.5  # percent of the width: what is there is seen, however little it is
HEIGHT, TOP = 120, 18  # pixels: of the columns, and above them for the number of the highest line
LABELS = 6
GAP = 0.2  # of a column's place


@dataclass(frozen=True)
class Piece:
    """A part of a bar: where it begins and how wide it is."""

    x: str
    width: str


def bar(numbers: Sequence[int]) -> list[Piece]:
    """Parts of a whole side by side, all of the width together; a part of nothing has no width, any other can be seen."""
    widths, begins, found = _widths(numbers), 0.0, list[Piece]()
    for width in widths:
        found.append(Piece(_percent(begins), _percent(width)))
        begins += width
    return found


def _widths(numbers: Sequence[int]) -> list[float]:
    """The shares of a whole; the least of them are widened at the expense of the largest."""
    whole = sum(numbers)
    widths = [max(LEAST, WHOLE * one / whole) if one else 0.0 for one in numbers]
    if whole:
        widths[widths.index(max(widths))] -= sum(widths) - WHOLE
    return widths


@dataclass(frozen=True)
class Column:
    """One column, standing on the ground line."""

    x: str
    width: str
    y: float
    height: float


@dataclass(frozen=True)
class Columns:
    """Columns under a highest line, which stands for `top`; `labels` says under which columns something is written."""

    columns: Sequence[Column]
    top: int
    line: int
    ground: int
    whole: int
    labels: Sequence[tuple[int, str]]


def columns(numbers: Sequence[int], height: int = HEIGHT) -> Columns:
    """A column for each number, the ground line below them and a round number at the highest line."""
    top, place = round_above(max(numbers, default=0)), WHOLE / max(len(numbers), 1)
    found = [_column(n, one, top, place, height) for n, one in enumerate(numbers)]
    step = -(-len(numbers) // LABELS) or 1
    labels = [(n, _percent(n * place)) for n in range(0, len(numbers), step)]
    return Columns(found, top, TOP, TOP + height, TOP + height + 20, labels)


def _column(n: int, number: int, top: int, place: float, height: int) -> Column:
    tall = round(height * number / top, 1)
    return Column(_percent((n + GAP / 2) * place), _percent((1 - GAP) * place), TOP + height - tall, tall)


def round_above(number: int) -> int:
    """The least of 1, 2, 3, 4, 5, 6, 8, 10, 20, 30 … that is not below a number."""
    power = 1
    while True:
        for one in (1, 2, 3, 4, 5, 6, 8):
            if one * power >= number:
                return one * power
        power *= 10


def spans(number: int, most: int) -> list[range]:
    """So many neighbours drawn as one column that there are at most so many columns: days, then weeks, then longer."""
    step = next(one for one in (1, 7, 14, 28, number or 1) if -(-number // one) <= most)
    return [range(first, min(first + step, number)) for first in range(0, number, step)]


def _percent(value: float) -> str:
    return f"{value:.3f}%"
