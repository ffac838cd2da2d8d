"""Nobody gets a hidden count back: not from totals, other rows, shares, or from one period and a longer one."""

from datetime import date
from fractions import Fraction
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from models.law import Service
from models.law.figures import Told
from models.open_figures import Counts, Place, Row, Total, published, totals

K = 10
MONTHS = [date(2026, n, 1) for n in (9, 10)]
CLINICS = [UUID(int=n) for n in (1, 2)]
PLACES = [Place(month, clinic, service) for month in MONTHS for clinic in CLINICS for service in (Service.APPEAL, None)]
quiet = settings(deadline=None, max_examples=60)
NAMES = Counts._fields
World = dict[Place, Counts]


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    received = draw(st.one_of(st.integers(0, 25), st.integers(0, 400)))
    parts = [draw(st.one_of(st.integers(0, received), st.integers(0, min(received, 12)))) for _ in NAMES[1:]]
    return Counts(received, *parts)


worlds = st.lists(counts(), min_size=len(PLACES), max_size=len(PLACES)).map(lambda found: dict(zip(PLACES, found, strict=True)))


def everything(world: World) -> list[tuple[list[Row], list[Total]]]:
    """All that can be asked for: every month and every longer period."""
    periods = [MONTHS[first:last] for first in range(2) for last in range(first + 1, 3)]
    found = [published({place: one for place, one in world.items() if place.month in months}, K) for months in periods]
    return [(rows, totals(rows)) for rows in found]


def told(row: Row, name: str) -> Told:
    found: Told = getattr(row, name)
    return found


def hidden(world: World) -> list[tuple[Place, str]]:
    """Every count that is not shown."""
    return [(row.place, name) for row in published(world, K) for name in NAMES if told(row, name).number is None]


def other(world: World, place: Place, name: str, number: int) -> World | None:
    """The same world with one count changed; None where that is no world."""
    changed = world[place]._replace(**{name: number})
    return {**world, place: changed} if all(one <= changed.received for one in changed) else None


@quiet
@given(worlds, st.data())
def test_a_hidden_part_could_as_well_be_any_of_nine_numbers(world: World, data: st.DataObject) -> None:
    """Whatever is published in any period stays the same, to the last letter: so no reasoning of any kind tells them apart."""
    parts = [one for one in hidden(world) if one[1] != "received" and world[one[0]].received >= K]
    if not parts:
        return
    place, name = data.draw(st.sampled_from(parts))
    seen, possible = everything(world), 0
    for number in range(world[place].received + 1):
        changed = other(world, place, name, number)
        possible += changed is not None and everything(changed) == seen
    assert possible >= K - 1


@quiet
@given(worlds, st.data())
def test_a_hidden_whole_could_as_well_be_any_of_nine_numbers_with_any_parts(world: World, data: st.DataObject) -> None:
    wholes = [place for place, name in hidden(world) if name == "received"]
    if not wholes:
        return
    place, seen = data.draw(st.sampled_from(wholes)), everything(world)
    for received in range(1, K):
        parts = [data.draw(st.integers(0, received)) for _ in NAMES[1:]]
        assert everything({**world, place: Counts(received, *parts)}) == seen


def reduced(row: list[Fraction], basis: list[list[Fraction]]) -> list[Fraction]:
    """What is left of an equation when those known are subtracted from it."""
    for known in basis:
        lead = next(n for n, value in enumerate(known) if value)
        factor = row[lead] / known[lead]
        row = [one - factor * value for one, value in zip(row, known, strict=True)] if factor else row
    return row


def spanned(equations: list[list[Fraction]]) -> list[list[Fraction]]:
    basis: list[list[Fraction]] = []
    for one in equations:
        left = reduced(one, basis)
        if any(left):
            basis.append(left)
    return basis


@quiet
@given(worlds)
def test_no_hidden_count_follows_by_linear_arithmetic_from_all_that_is_published(world: World) -> None:
    """The unknowns are all counts. What is published are equations: each number shown; each total, as the sum of all counts if that is
    what it comes to, else of those shown."""
    order = {(place, name): n for n, (place, name) in enumerate((place, name) for place in world for name in NAMES)}

    def equation(*terms: tuple[Place, str]) -> list[Fraction]:
        return [Fraction(one in terms) for one in order]

    equations = []
    for rows, sums in everything(world):
        equations += [equation((row.place, name)) for row in rows for name in NAMES if told(row, name).number is not None]
        for total in sums:
            own = [row for row in rows if (row.place.month, row.place.service) == (total.month, total.service)]
            for name in NAMES:
                every = [(row.place, name) for row in own]
                true = sum(getattr(world[row.place], name) for row in own)
                shown = [(row.place, name) for row in own if told(row, name).number is not None]
                assert getattr(total, name) == sum(getattr(world[place], name) for place, _ in shown)
                secret = len(shown) < len(every) and any(getattr(world[place], name) for place, _ in set(every) - set(shown))
                equations.append(equation(*(every if getattr(total, name) == true and secret else shown)))
    basis = spanned(equations)
    for place, name in hidden(world):
        assert any(reduced(equation((place, name)), basis)), (place, name, world[place])


@quiet
@given(worlds)
def test_no_small_number_and_no_small_rest_stands_anywhere(world: World) -> None:
    for rows, sums in everything(world):
        for row in rows:
            for name in NAMES:
                number = told(row, name).number
                assert number is None or number == 0 or number >= K
                if number is not None and row.received.number is not None:
                    assert not 0 < row.received.number - number < K
        for total in sums:
            assert all(one == 0 or one >= K for one in (total.received, total.late, total.refused, total.favourable))


@quiet
@given(worlds)
def test_what_is_shown_is_true(world: World) -> None:
    for row in published(world, K):
        own = world[row.place]
        for name in NAMES:
            number = told(row, name).number
            assert number is None or number == getattr(own, name)
        if row.in_term is not None:
            true = 100 * (own.received - own.late) // own.received
            assert true == row.in_term if row.exact else true >= row.in_term
