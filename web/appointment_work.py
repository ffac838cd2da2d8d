"""The clinic's pages of appointments: the day of a doctor, booking at the desk and by phone, the acts, who waits for an answer."""

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.stored import Stored
from models.law import person
from web import alone, appointment_journal, desk
from web.form import Form
from web.page import Action, Page, action, page

DAY = "/work/day"
BOOK = "/work/people/{patient}/appointment"
CASE = "/work/appointments/{id}"
ANSWER = "/work/appointments/{appointment.id}/answer"
FIND = Stored("query FindAppointment($words: String!) { appointments(filter: {search: $words}, first: 1) { nodes { id patient { id } } } }")


def _mark(name: str) -> Action:
    """A mark on the day: the same page again, at the same time."""
    return action(f"{DAY}/{{id}}/{name}", f"appointment_work/{name}", shows="appointment_work/day", then=DAY, returns=True)


def _act(name: str, then: str) -> list[Page | Action]:
    """An act with a page of its own."""
    path, shown = f"{CASE}/{name}", f"appointment_work/{name}"
    return [page(path, shown), action(path, f"appointment_work/do_{name}", shows=shown, then=then)]


PAGES: list[Page | Action] = [
    page(DAY, "appointment_work/day", fragments=("times",)),
    *(_mark(name) for name in ("arrive", "begin", "complete", "reopen", "step_back", "miss")),
    page(BOOK, "appointment_work/book", fragments=("choice",)),
    action(BOOK, "appointment_work/do_book", shows="appointment_work/book", then=ANSWER),
    action(f"{BOOK}/refusal", "appointment_work/refusal", shows="appointment_work/book", then="/notices/{notice.id}"),
    page("/work/appointments", "appointment_work/journal"),
    page("/work/appointments/waiting", "appointment_work/waiting"),
    page(CASE, "appointment_work/show"),
    page(f"{CASE}/answer", "appointment_work/answer"),
    action(f"{CASE}/accept", "appointment_work/do_accept", shows="appointment_work/show", then=ANSWER),
    *_act("move", ANSWER),
    *_act("cancel", "/work/appointments/{appointment.id}?done=cancel"),
    *_act("offer", "/work/appointments/{appointment.id}?done=offer"),
]


async def find(request: Request, form: Form, told: Context) -> Response:
    """A number leads to the appointment, an IIN to the person's appointments; the IIN stands in no address."""
    typed = form.last("search").strip()
    digits = person.normalise(typed)
    fault = person.iin_fault(digits) if digits.isdigit() else None
    answer = await FIND({"words": typed}, told)
    nodes = (answer.data or {})["appointments"]["nodes"] if desk.admitted(answer) and typed else []
    if nodes and digits.isdigit():
        return desk.to(request, f"/work/appointments?patient={nodes[0]['patient']['id']}")
    if nodes:
        return desk.to(request, f"/work/appointments/{nodes[0]['id']}")
    why = desk.said(f"problem.code.{fault}" if fault else "appointment_work.journal.nothing", told, "search")
    data = await appointment_journal.JOURNAL.page_data(Form(), told)
    return await alone.shown(request, "appointment_work/journal", "/work/appointments", 422, data=data, form=form.values, problems=[why])


FILES = [*desk.posted("/work/appointments/find", "/work/appointments", find), *appointment_journal.FILES]
