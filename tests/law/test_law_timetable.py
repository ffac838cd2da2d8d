"""The doctors' timetable: the times of a day, and what must not overlap (standard, paragraphs 6 and 8; product, section 5)."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from models.law import Refused, tables, timetable
from models.law.term import CLINIC_HOURS, ZONE, Hours
from models.law.timetable import check, holds_on, spans

HOURS = CLINIC_HOURS.on(date(2026, 11, 23))
MONDAY, SATURDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29)
HOLIDAY = date(2026, 12, 16)  # Wednesday, Independence Day


@dataclass(frozen=True)
class Reception:
    """A reception as the law reads it."""

    weekday: int = 0
    begins: time = time(9)
    ends: time = time(12)
    minutes: int = 15
    since: date = date(2026, 11, 1)
    until: date | None = None
    room: str = "12"
    doctor_id: str = "a"


ONE = Reception()


def clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def times(one: Reception, day: date, hours: Hours = HOURS) -> list[str]:
    """The beginnings of the times of a day."""
    return [clock(span.starts_at) for span in spans(one, day, hours)]


def refused(wanted: Reception, *others: Reception, hours: Hours = HOURS) -> list[str]:
    """The codes of a refusal; none when the reception is possible."""
    try:
        check(wanted, others, hours)
    except Refused as found:
        return [one.code for one in found.impediments]
    return []


def test_a_reception_is_cut_into_whole_times() -> None:
    assert times(ONE, MONDAY)[:2] == ["09:00", "09:15"] and times(ONE, MONDAY)[-1] == "11:45" and len(times(ONE, MONDAY)) == 12
    assert times(replace(ONE, ends=time(10, 10)), MONDAY) == ["09:00", "09:15", "09:30", "09:45"]
    assert times(replace(ONE, ends=time(10), minutes=20), MONDAY) == ["09:00", "09:20", "09:40"]
    assert times(replace(ONE, ends=time(9, 14)), MONDAY) == []


@pytest.mark.parametrize(
    ("day", "opens", "closes", "reception", "first", "last"),
    [
        (MONDAY, 8, 20, (8, 20), "08:00", "19:45"), (MONDAY, 8, 20, (17, 20), "17:00", "19:45"),
        (SATURDAY, 9, 14, (8, 20), "09:00", "13:45"), (SATURDAY, 9, 14, (13, 16), "13:00", "13:45"),
    ],
)  # fmt: skip
def test_times_are_given_while_the_clinic_is_open(
    day: date, opens: int, closes: int, reception: tuple[int, int], first: str, last: str
) -> None:
    """Standard, paragraph 8: Monday to Friday 08:00–20:00, Saturday 09:00–14:00."""
    assert HOURS.on(day) == (time(opens), time(closes))
    found = times(replace(ONE, weekday=day.weekday(), begins=time(reception[0]), ends=time(reception[1])), day)
    assert (found[0], found[-1]) == (first, last)


def test_no_times_are_given_on_sunday_on_a_holiday_or_on_a_day_that_the_clinic_takes_off() -> None:
    assert times(replace(ONE, weekday=SUNDAY.weekday()), SUNDAY) == []
    assert times(replace(ONE, weekday=HOLIDAY.weekday()), HOLIDAY) == []
    assert times(replace(ONE, weekday=HOLIDAY.weekday()), HOLIDAY - timedelta(days=7)) != []
    assert times(ONE, MONDAY, replace(HOURS, exceptions={MONDAY: None})) == []


def test_a_shortened_day_shortens_the_reception_by_whole_times() -> None:
    short = replace(HOURS, exceptions={MONDAY: (time(9, 20), time(10, 40))})
    assert times(ONE, MONDAY, short) == ["09:30", "09:45", "10:00", "10:15"]
    assert times(replace(ONE, minutes=20), MONDAY, short) == ["09:20", "09:40", "10:00", "10:20"]


def test_a_clinic_that_opens_on_a_sunday_gives_the_times_of_that_sunday() -> None:
    opened = replace(HOURS, exceptions={SUNDAY: (time(9), time(12))})
    extra = replace(ONE, weekday=SUNDAY.weekday(), since=SUNDAY, until=SUNDAY)
    assert len(times(extra, SUNDAY, opened)) == 12 and times(extra, SUNDAY + timedelta(days=7), opened) == []
    assert refused(extra, hours=opened) == [] and refused(extra) == ["RECEPTION_CLOSED"]


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 11, 16), False), (MONDAY, True), (date(2026, 11, 30), True), (date(2026, 12, 7), False), (date(2026, 11, 24), False),
    ],
)  # fmt: skip
def test_a_reception_holds_on_its_weekday_from_its_first_day_to_its_last(day: date, holds: bool) -> None:
    one = replace(ONE, since=MONDAY, until=date(2026, 11, 30))
    assert holds_on(one, day) is holds and (times(one, day) != []) is holds


def test_times_of_one_reception_touch_and_never_overlap() -> None:
    found = list(spans(replace(ONE, begins=time(8), ends=time(20), minutes=25), MONDAY, HOURS))
    assert all(one.ends_at == two.starts_at for one, two in pairwise(found))
    assert all(one.ends_at - one.starts_at == timedelta(minutes=25) and one.starts_at.tzinfo is ZONE for one in found)


@pytest.mark.parametrize(
    ("begins", "ends", "absent"),
    [((8, 0), (9, 0), False), ((8, 0), (9, 1), True), ((9, 5), (9, 10), True), ((9, 14), (9, 30), True), ((9, 15), (18, 0), False)],
)  # fmt: skip
def test_an_absence_takes_every_time_it_touches_but_for_the_edges(begins: tuple[int, int], ends: tuple[int, int], absent: bool) -> None:
    first = next(spans(ONE, MONDAY, HOURS))
    away = tuple(datetime.combine(MONDAY, time(*one), ZONE) for one in (begins, ends))
    assert timetable.absent(first, [(away[0], away[1])]) is absent
    assert timetable.absent(first, []) is False


def test_an_absence_ends_after_it_begins() -> None:
    moment = datetime(2026, 11, 23, 9, tzinfo=ZONE)
    timetable.check_absence(moment, moment + timedelta(minutes=1))
    for until in (moment, moment - timedelta(days=1)):
        with pytest.raises(Refused, match="ABSENCE_TIMES"):
            timetable.check_absence(moment, until)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"minutes": 5}, []), ({"minutes": 4}, ["RECEPTION_MINUTES"]), ({"minutes": 0}, ["RECEPTION_MINUTES"]),
        ({"minutes": 120}, []), ({"minutes": 121}, ["RECEPTION_MINUTES"]),
        ({"ends": time(9, 15)}, []), ({"ends": time(9, 14)}, ["RECEPTION_TIMES"]), ({"ends": time(9)}, ["RECEPTION_TIMES"]),
        ({"ends": time(8, 30)}, ["RECEPTION_TIMES"]),
        ({"begins": time(8), "ends": time(20)}, []), ({"begins": time(7, 59)}, ["RECEPTION_CLOSED"]),
        ({"ends": time(20, 1)}, ["RECEPTION_CLOSED"]), ({"weekday": 6}, ["RECEPTION_CLOSED"]),
        ({"weekday": 5, "ends": time(14)}, []), ({"weekday": 5, "ends": time(14, 5)}, ["RECEPTION_CLOSED"]),
        ({"since": MONDAY, "until": MONDAY}, []), ({"since": MONDAY, "until": date(2026, 11, 22)}, ["RECEPTION_DAYS"]),
        # from Tuesday to Sunday there is no Monday; from Tuesday to Monday there is
        ({"since": date(2026, 11, 24), "until": SUNDAY}, ["RECEPTION_DAYS"]),
        ({"since": date(2026, 11, 24), "until": date(2026, 11, 30)}, []),
        ({"weekday": 2, "since": HOLIDAY, "until": HOLIDAY}, ["RECEPTION_CLOSED"]),
    ],
)  # fmt: skip
def test_a_reception_is_possible_in_itself(change: dict[str, object], codes: list[str]) -> None:
    assert refused(replace(ONE, **change)) == codes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        (replace(ONE, room="14"), ["RECEPTION_DOCTOR"]),
        (replace(ONE, doctor_id="b"), ["RECEPTION_ROOM"]),
        (ONE, ["RECEPTION_DOCTOR"]),
        (replace(ONE, doctor_id="b", room="14"), []),
        (replace(ONE, weekday=1), []),
        (replace(ONE, begins=time(12), ends=time(14)), []),
        (replace(ONE, begins=time(8), ends=time(9)), []),
        (replace(ONE, begins=time(11, 59), ends=time(14)), ["RECEPTION_DOCTOR"]),
        (replace(ONE, until=date(2026, 10, 31), since=date(2026, 9, 1)), []),
        # the other ends on Monday 2 November, the first Monday of this one
        (replace(ONE, since=date(2026, 9, 1), until=date(2026, 11, 2)), ["RECEPTION_DOCTOR"]),
        (replace(ONE, since=date(2026, 9, 1), until=date(2026, 11, 1)), []),
        (replace(ONE, since=MONDAY, until=MONDAY), ["RECEPTION_DOCTOR"]),
    ],
)
def test_a_doctor_and_a_room_have_one_reception_at_a_time(other: Reception, codes: list[str]) -> None:
    assert refused(ONE, other) == codes and refused(other, ONE) == codes


def test_receptions_whose_days_meet_but_share_no_such_weekday_do_not_overlap() -> None:
    """Both on Mondays; together they hold from Tuesday to Sunday only."""
    early = replace(ONE, since=date(2026, 11, 2), until=SUNDAY)
    late = replace(ONE, since=date(2026, 11, 24), until=date(2026, 12, 27))
    assert refused(early, late) == [] and refused(late, early) == []
    assert refused(replace(early, until=date(2026, 11, 30)), late) == ["RECEPTION_DOCTOR"]


def test_an_extra_reception_of_one_day_meets_the_weekly_one_of_the_room() -> None:
    extra = replace(ONE, since=MONDAY, until=MONDAY, doctor_id="b", begins=time(11), ends=time(13))
    assert refused(extra, ONE) == ["RECEPTION_ROOM"]
    assert refused(replace(extra, begins=time(12)), ONE) == []


def test_every_other_reception_in_the_way_is_named() -> None:
    others = (replace(ONE, ends=time(10)), replace(ONE, doctor_id="b", begins=time(11), ends=time(12)), replace(ONE, weekday=3))
    assert refused(ONE, *others) == ["RECEPTION_DOCTOR", "RECEPTION_ROOM"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_refusal_of_a_reception_has_its_words(language: str) -> None:
    bad = [replace(ONE, minutes=1), replace(ONE, ends=time(8)), replace(ONE, until=date(2026, 10, 1)), replace(ONE, weekday=6), ONE]
    reached = {"ABSENCE_TIMES"}
    for wanted in bad:
        with pytest.raises(Refused) as found:
            check(wanted, (ONE, replace(ONE, doctor_id="b")), HOURS)
        for impediment in found.value.impediments:
            said = tables.impediment_words(impediment, language)
            assert said.remedy and "{" not in said.text + said.remedy
            reached.add(impediment.code)
    assert reached == set(timetable.IMPEDIMENTS)


FIRST = date(2026, 11, 1)


def moments(one: Reception) -> set[tuple[int, int]]:
    """Every minute of every day on which a reception holds, written out, for eleven weeks."""
    found = set()
    for number in range(77):
        day = FIRST + timedelta(days=number)
        if day.weekday() == one.weekday and day >= one.since and (one.until is None or day <= one.until):
            begins, ends = (part.hour * 60 + part.minute for part in (one.begins, one.ends))
            found |= {(number, minute) for minute in range(begins, ends)}
    return found


def drawn(chance: random.Random) -> Reception:
    """A reception of two weekdays and few hours, so that pairs meet often, and often at their edges only."""
    since = FIRST + timedelta(days=chance.randrange(24))
    begins = chance.randrange(8 * 60, 10 * 60, 15)
    ends = begins + chance.randrange(15, 120, 15)
    until = chance.choice([None, since, since + timedelta(days=chance.randrange(-2, 16))])
    return replace(
        ONE, weekday=chance.choice([0, 0, 0, 3]), begins=time(begins // 60, begins % 60), ends=time(ends // 60, ends % 60),
        since=since, until=until,
    )  # fmt: skip


def test_overlaps_are_those_that_a_look_at_every_minute_of_every_day_finds() -> None:
    chance, met = random.Random(20261123), 0
    for _ in range(2000):
        one, other = drawn(chance), drawn(chance)
        slow = bool(moments(one) & moments(other))
        assert timetable._overlap(one, other) is slow, (one, other)
        assert timetable._overlap(other, one) is slow, (other, one)
        met += slow
    assert 200 < met < 1000
