"""What must be true of the appointments after any storm, read from the database itself; each fault in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.ids import decode
from models.appointment import Appointment
from models.hold import Hold, HoldPurpose
from models.journal import Entry
from models.law import Service
from models.law import notice as law
from models.law.appointment import LIVE, TAKING, State
from models.law.timetable import SlotState
from models.notice import Notice
from models.outbox import Message, Way
from models.timetable import Slot
from tests.race.herd import Visit

ACTS = {"appointment:book", "appointment:move", "appointment:cancel", "appointment:accept", "appointment:offer"}


@dataclass(frozen=True)
class Visits:
    """The rows that are compared."""

    cases: list[Appointment]
    slots: dict[str, SlotState]
    lines: dict[str, list[Entry]]
    told: Counter[str]
    offers: dict[str, list[Hold]]
    notices: dict[str, list[str]]
    held: Counter[str]

    @property
    def taking(self) -> list[Appointment]:
        return [case for case in self.cases if case.state in TAKING]


async def read() -> Visits:
    """Everything, in a handful of questions."""
    lines, offers = defaultdict(list), defaultdict(list)
    for line in await Entry.filter(service=Service.APPOINTMENT, act__in=ACTS).order_by("at"):
        lines[str(line.case_id)].append(line)
    live = await Hold.live()
    for hold in live:
        if hold.purpose is HoldPurpose.OFFER:
            offers[str(hold.appointment_id)].append(hold)
    told = Counter(str(one.cause) for one in await Message.filter(way=Way.ACCOUNT))
    notices = defaultdict(list)
    for case, number in await Notice.exclude(appointment_id=None).values_list("appointment_id", "number"):
        notices[str(case)].append(str(number))
    slots = {str(one.id): one.state for one in await Slot.all()}
    return Visits(await Appointment.all(), slots, lines, told, offers, notices, Counter(str(one.slot_id) for one in live))


async def violations(acknowledged: Iterable[Visit], *, unanswered: bool = False) -> list[str]:
    """Every fault found. `unanswered`: some acts got no answer, so there may be more lines than acknowledgements."""
    found = await read()
    faults = [*_twice(found), *_slots(found), *_half(found), *_unissued(found), *_offers(found)]
    return [*faults, *_lost(found, list(acknowledged), unanswered)]


async def doubles() -> int:
    """How many slots have more than one appointment."""
    return sum(n > 1 for n in Counter(case.slot_id for case in (await read()).taking).values())


async def counted() -> tuple[int, int, int, int]:
    """Appointments that have their time, slots taken, lines of bookings, and messages in the account about them."""
    found = await read()
    booked = [str(line.id) for lines in found.lines.values() for line in lines if line.act == "appointment:book"]
    taken = sum(state is SlotState.BOOKED for state in found.slots.values())
    return len(found.taking), taken, len(booked), sum(found.told[line] for line in booked)


def _twice(found: Visits) -> Iterator[str]:
    """One appointment per slot, one live one per person and specialty, one at a time."""
    for name, keys in (
        ("slot", [case.slot_id for case in found.taking]),
        ("person", [(case.person_id, case.specialty) for case in found.cases if case.state in LIVE]),
        ("moment", [(case.person_id, case.starts_at) for case in found.taking]),
        ("hold", list(found.held.elements())),
    ):
        yield from (f"{name} {key} has {n}" for key, n in Counter(keys).items() if n > 1)


def _slots(found: Visits) -> Iterator[str]:
    """A slot is taken exactly when an appointment stands on it, and nobody holds a taken one."""
    standing = {str(case.slot_id) for case in found.taking}
    for slot, state in found.slots.items():
        if (state is SlotState.BOOKED) != (slot in standing):
            yield f"slot {slot} is {state}, {'an' if slot in standing else 'no'} appointment stands on it"
        if state is not SlotState.OPEN and found.held[slot]:
            yield f"slot {slot} is {state} and held"


def _half(found: Visits) -> Iterator[str]:
    """A case stands where its last line says, has one booking, and every line was told to the person once."""
    for case in found.cases:
        lines = found.lines[str(case.id)]
        last = lines[-1].details if lines else {}
        if (last.get("state"), last.get("slot")) != (case.state, str(case.slot_id)):
            yield f"{case.number} is {case.state} at {case.slot_id}, its journal says {last}"
        if [line.act for line in lines].count("appointment:book") != 1:
            yield f"{case.number} was not booked once"
        for line in lines:
            if found.told[str(line.id)] != 1:
                yield f"{line.act} of {case.number} was told {found.told[str(line.id)]} times"


def _unissued(found: Visits) -> Iterator[str]:
    """Every line has its notice: as many of each kind as acts that give it, numbered without a gap."""
    for case in found.cases:
        given = Counter(law.ISSUED[Service.APPOINTMENT, line.act.removeprefix("appointment:")] for line in found.lines[str(case.id)])
        expected = [law.of_case(kind, case.number, edition) for kind, n in given.items() for edition in range(1, n + 1)]
        if sorted(found.notices[str(case.id)]) != sorted(expected):
            yield f"{case.number} has the notices {sorted(found.notices[str(case.id)])}, its lines give {sorted(expected)}"


def _offers(found: Visits) -> Iterator[str]:
    """Only those whose time the clinic could not keep have an offer, one each, on a free time, for themselves."""
    states = {str(case.id): case for case in found.cases}
    for case, offers in found.offers.items():
        if len(offers) > 1 or states[case].state is not State.OFFERED or offers[0].person_id != states[case].person_id:
            yield f"{states[case].number} is {states[case].state} and has {len(offers)} offers"


def _lost(found: Visits, acknowledged: list[Visit], unanswered: bool) -> Iterator[str]:
    """Every acknowledged act is a line of the journal on its case and slot, and every case has the number that was told."""
    numbers = {str(case.id): case.number for case in found.cases}
    done = Counter(
        (line.act, case, str(line.details["slot"])) for case, lines in found.lines.items() for line in lines
        if line.act != "appointment:offer"
    )  # fmt: skip
    told = Counter((one.line, str(decode(one.case, "Appointment")), str(decode(one.slot, "Slot"))) for one in acknowledged)
    for key in done.keys() | told.keys():
        if told[key] > done[key] or (told[key] < done[key] and not unanswered):
            yield f"{key}: acknowledged {told[key]} times, written {done[key]} times"
    for one in acknowledged:
        if numbers.get(str(decode(one.case, "Appointment"))) != one.number:
            yield f"{one.number} was told and is not in the register"
