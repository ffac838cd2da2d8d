"""Nobody gets a hidden count back: not from totals, other rows, shares, or from one period and a longer one."""

from collections.abc import Iterator
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
ENDED = ("late", "refused", "favourable")
World = dict[Place, Counts]


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    received = draw(st.one_of(st.integers(0, 25), st.integers(0, 400)))
    parts = [draw(amount(received)) for _ in ENDED]
    return Counts(received, **dict(zip(ENDED, parts, strict=True)), running=draw(amount(received - max(parts))))


def amount(most: int) -> st.SearchStrategy[int]:
    return st.one_of(st.integers(0, most), st.integers(0, min(most, 12)), st.integers(max(0, most - 12), most))


def possible_world(one: Counts) -> bool:
    """A part is not greater than its whole; what runs is neither late nor refused nor granted."""
    return all(number >= 0 and number + one.running <= one.received for number in (one.late, one.refused, one.favourable))


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


def others(world: World, place: Place, name: str, number: int) -> Iterator[World]:
    """Worlds with one count changed; where it leaves what runs, or what is hidden beside it, no room, that is smaller too."""
    truth = world[place]
    changed = truth._replace(**{name: number})
    room = truth.received - (number if name == "running" else truth.running)
    lower = {one: min(getattr(changed, one), room) for one in ENDED}
    few = {one: 1 if getattr(changed, one) and getattr(changed, one) < K else getattr(changed, one) for one in ENDED}
    fewest = changed._replace(**few) if name == "running" else changed
    running = min(changed.running, truth.received - max(getattr(changed, one) for one in ENDED))
    for one in (changed, changed._replace(**lower), fewest, changed._replace(running=running)):
        if possible_world(one):
            yield {**world, place: one}


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
        possible += any(everything(one) == seen for one in others(world, place, name, number))
    assert possible >= K - 1


@quiet
@given(worlds, st.data())
def test_a_hidden_whole_could_as_well_be_any_of_nine_numbers_with_any_parts(world: World, data: st.DataObject) -> None:
    wholes = [place for place, name in hidden(world) if name == "received"]
    if not wholes:
        return
    place, seen = data.draw(st.sampled_from(wholes)), everything(world)
    for received in range(1, K):
        parts = [data.draw(st.integers(0, received)) for _ in ENDED]
        running = data.draw(st.integers(0, received - max(parts)))
        assert everything({**world, place: Counts(received, **dict(zip(ENDED, parts, strict=True)), running=running)}) == seen


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
            running = row.running.number
            for name in ENDED:
                number = told(row, name).number
                if row.received.number is not None and running is not None and number is not None:
                    assert not 0 < row.received.number - running - number < K
        for total in sums:
            assert all(one == 0 or one >= K for one in (total.received, total.late, total.refused, total.favourable, total.running))


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
