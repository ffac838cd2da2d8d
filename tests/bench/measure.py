"""Measuring ratios: every piece of work in turns, round after round, so that what slows the machine slows them all alike."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], Awaitable[object]]
ROUNDS, TIMES = 7, 8


@dataclass(frozen=True)
class Line:
    """One line of the table: a work, how many a second, and how many times the cost of the first work of its group."""

    group: str
    name: str
    per_second: float
    ratio: float


LINES: list[Line] = []


async def compare(group: str, works: Mapping[str, Work], times: int = TIMES) -> None:
    """Medians over the rounds; the first work is what the others are compared with."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():  # once for what is made at the first call
        await work()
    for _ in range(ROUNDS):
        for name, work in works.items():
            begun = perf_counter()
            for _ in range(times):
                await work()
            spent[name].append((perf_counter() - begun) / times)
    base = median(next(iter(spent.values())))
    LINES.extend(Line(group, name, 1 / median(took), median(took) / base) for name, took in spent.items())


def calls(times: int = TIMES) -> int:
    """How often `compare` calls each work, for those that use something up."""
    return ROUNDS * times + 1


def table() -> list[str]:
    """The table in words."""
    found = []
    for group in dict.fromkeys(line.group for line in LINES):
        found += ["", f"{group:<52}{'a second':>12}{'ratio':>10}"]
        found += [f"  {line.name:<50}{line.per_second:>12,.0f}{line.ratio:>10,.2f}" for line in LINES if line.group == group]
    return found
