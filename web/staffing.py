"""Staff, doctors, sites and the streets of their zones: for the head and the administrator of a clinic."""

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.execution import Answer
from api.problems import Fault, ProblemCode
from api.stored import Stored
from models.law import Role, person
from web import alone, desk, render
from web.document import load
from web.form import Form
from web.page import Action, Page, action, page
from web.session import Visit

STAFF, SITES = "/work/staff", "/work/sites"
NEW = load((render.FOLDER,), "staffing/new", None)
WHOSE = Stored("query Candidate($iin: IIN!) { staffCandidate(iin: $iin) { fullName birthDate } }")


async def only_of_doctors(request: Request, visit: Visit, form: Form) -> Form:
    """What stands under "for a doctor" is left out for every other post; the form has its usual answers ticked."""
    if form.last("role") == Role.DOCTOR:
        return form
    return Form({name: values for name, values in form.values.items() if not name.startswith("doctor.")}, form.files)


PAGES: list[Page | Action] = [
    page(STAFF, "staffing/index"),
    page(f"{STAFF}/new", "staffing/new"),
    action(f"{STAFF}/new", "staffing/give", shows="staffing/new", then=f"{STAFF}/{{member.id}}", prepare=only_of_doctors),
    page(f"{STAFF}/{{who}}", "staffing/show"),
    page(f"{STAFF}/{{who}}/posts/{{id}}/end", "staffing/end"),
    action(f"{STAFF}/{{who}}/posts/{{id}}/end", "staffing/do_end", shows="staffing/end", then=f"{STAFF}/{{who}}"),
    page(f"{STAFF}/{{who}}/doctor", "staffing/doctor"),
    action(f"{STAFF}/{{who}}/doctor", "staffing/change", shows="staffing/doctor", then=f"{STAFF}/{{who}}"),
    page(SITES, "staffing/sites"),
    action(SITES, "staffing/add_site", shows="staffing/sites"),
    action(f"{SITES}/zones", "staffing/add_zone", shows="staffing/sites"),
    action(f"{SITES}/zones/{{id}}/remove", "staffing/remove_zone", shows="staffing/sites"),
]


async def find(request: Request, form: Form, told: Context) -> Response:
    """Whose IIN it is, before a post is given: the form for it with the name; back with the reason, when it is nobody's."""
    data = await NEW.page_data(Form(), told)
    iin = person.normalise(form.last("iin"))
    wrong = person.iin_fault(iin)
    problems = [desk.of_fault(Fault(ProblemCode(wrong.value), ("iin",)), told)] if wrong else []
    answer = None if problems else await WHOSE({"iin": iin}, told)
    found = (answer.data or {}).get("staffCandidate") if answer else None
    if not found and not problems:
        problems = _nobody(answer, told)
    if problems:
        return await alone.shown(request, "staffing/new", f"{STAFF}/new", 422, data=data, form=form.values, problems=problems)
    return await alone.shown(request, "staffing/new", f"{STAFF}/new", data=data, found=found, iin=iin)


def _nobody(answer: Answer | None, told: Context) -> list[desk.Problem]:
    """Why nobody is shown: the look-ups of the day are spent, or the register knows nobody of this IIN."""
    errors = answer.errors if answer else []
    spent = [one for one in errors if one.get("extensions", {}).get("code") == ProblemCode.LOOKUPS_SPENT]
    return [desk.of_question(one) for one in spent] or [desk.said("staffing.new.nobody", told, "iin")]


FILES = desk.posted(f"{STAFF}/find", f"{STAFF}/new", find)
