"""One case of every service with its documents, among them one that a later one has replaced."""

import time_machine

from tests.appeal import appeals
from tests.appointment import booking
from tests.attachment.asking import done
from tests.attachment.conftest import People
from tests.home_visit import calls

Clock = time_machine.Traveller | None
PLACES = {"attachment": "/attachments/", "appointment": "/appointments/", "home_visit": "/home-visits/", "appeal": "/appeals/"}
WORK = {"attachment": "/attachments/", "appointment": "/work/appointments/", "home_visit": "/work/calls/", "appeal": "/work/appeals/"}
# whose case it is; who of the clinic sees its documents; who of the clinic opens the case without them
OWNER = {"attachment": "yerlan", "appointment": "olga", "home_visit": "marat", "appeal": "olga"}
STAFF = {"attachment": "registrar", "appointment": "registrar9", "home_visit": "registrar9", "appeal": "officer9"}


async def attachment(people: People, clock: Clock = None) -> str:
    """A request that the clinic approved: its receipt and the head's notice."""
    case = done(await (await people("yerlan")).file())["id"]
    done(await (await people("registrar")).act("checkAttachment", {"id": case}))
    return str(done(await (await people("head")).decide("approveAttachment", case))["id"])


async def appointment(people: People, clock: Clock = None) -> str:
    """A booking that was moved: the first confirmation is replaced by the second."""
    olga = await people("olga")
    first, *_, last = await booking.times(olga)
    case = (await booking.book(olga, first["id"]))["appointment"]["id"]
    if clock:
        clock.shift(60)  # two documents of one instant would not be in an order
    moved = await booking.act(olga, "moveAppointment", {"id": case, "slot": last["id"]})
    assert moved["problems"] == [], moved
    return str(case)


async def home_visit(people: People, clock: Clock = None) -> str:
    """A call that was accepted."""
    case = await calls.called(await people("marat"))
    return str((await calls.accepted(await people("registrar9"), case, "doctor9"))["id"])


async def appeal(people: People, clock: Clock = None) -> str:
    """An appeal with its receipt."""
    return str((await appeals.filed(await people("olga")))["id"])


MADE = {"attachment": attachment, "appointment": appointment, "home_visit": home_visit, "appeal": appeal}
