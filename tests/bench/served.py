"""The lines of what was served over HTTP, each beside the same statements through the bare driver: medians of rounds that took turns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from tests.bench.children import Done


@dataclass
class Served:
    """One line: its rounds (a second, p50 and p99 in milliseconds, share of a processor), and the bare line it is held against."""

    name: str
    bare: "Served | None" = None
    rounds: list[tuple[float, float, float, float]] = field(default_factory=list)

    def add(self, done: Sequence[Done]) -> None:
        """A round done by one or several processes at once."""
        took = [one for each in done for one in each.took]
        wall = max(one.ended for one in done) - min(one.begun for one in done)
        spread = quantiles(took, n=100)
        share = sum(one.processor for one in done) / wall
        self.rounds.append((len(took) / wall, spread[49] * 1000, spread[98] * 1000, share))

    def middle(self, column: int) -> float:
        return median(one[column] for one in self.rounds)

    @property
    def ratio(self) -> float:
        """How much of the bare driver's pace is left."""
        return self.middle(0) / self.bare.middle(0) if self.bare else 1.0


GROUPS: dict[str, dict[str, Served]] = {}


def group(name: str) -> dict[str, Served]:
    """The lines of one engine with so many processes."""
    return GROUPS.setdefault(name, {})


def table(foot: str) -> list[str]:
    """The table in words, with what the client itself took."""
    found = ["", f"{'served over HTTP by real processes':<66}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}{'of bare':>9}"]
    for name, lines in GROUPS.items():
        found.append(name)
        for one in lines.values():
            if not one.rounds:
                continue
            rate, middle, slow = (one.middle(column) for column in range(3))
            found.append(f"  {one.name:<64}{rate:>10,.0f}{middle:>9,.1f}{slow:>9,.1f}{one.ratio:>9.2f}")
    shares = [each[3] for lines in GROUPS.values() for one in lines.values() if one.bare for each in one.rounds]
    return [*found, f"  {foot}; the client took {min(shares):.1%} to {max(shares):.1%} of one of them"] if shares else []
