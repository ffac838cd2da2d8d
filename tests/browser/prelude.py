"""What each role fills in before its crawl, so that pages behind forms are there to be seen; each answers the addresses it came to."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from models.demo_data import PEOPLE
from models.law import Language
from tests.browser.crawler import Document, form_of, sent
from tests.browser.world import AWAY, ESSENCE, FEVER, HOME, TOLD

IIN = {one.key: one.iin for one in PEOPLE}
PHONE = "+7 701 234 56 78"
ADDRESS = {f"address__{name}": value for name, value in HOME.items()} | {"phone": PHONE}
Answers = dict[str, dict[str, str]]
Prelude = Callable[[httpx.Client, Language, Path], list[str]]


def _path(answer: httpx.Response) -> str:
    """Where an answer came from, as an address of the site."""
    parts = urlsplit(str(answer.url))
    return parts.path + (f"?{parts.query}" if parts.query else "")


def appointment(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """A time is held, the questions are answered, the text to sign is made."""
    doctor = http.get(f"/{language}/appointments/new", follow_redirects=True)
    if "/patient" in str(doctor.url):
        own = next(link for link in Document(str(doctor.url), doctor.text).leads() if "/appointments/new?patient=" in link)
        doctor = http.get(own, follow_redirects=True)
    times = next(link for link in Document(str(doctor.url), doctor.text).leads() if "/times?" in link and "specialty=OBSTETRICIAN" in link)
    held = sent(http, times, "/appointments/new/times")
    check = sent(http, _path(held), "/ask/", reason="PRIMARY", phone=PHONE, language="KK")
    signing = sent(http, _path(check), "/sign/")
    return [f"/{language}/appointments/new/nowhere", _path(doctor), times, _path(held), _path(check), _path(signing)]


def home_visit(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """All answers of a call for the child, up to its check."""
    new = f"/{language}/home-visits/new"
    begun = http.get(new, follow_redirects=True)
    given: Answers = {
        "danger": {"none": "true"}, "patient": {"patient": told(data)["child"]}, "reason": {"indications": "FEVER", "words": FEVER},
        "address": {**ADDRESS, "language": "KK"},
    }  # fmt: skip
    return [f"{new}/103", f"{new}/patient", *_walked(http, _path(begun), given)]


def appeal(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """All answers of an appeal, up to its check."""
    new = f"/{language}/appeals/new"
    given: Answers = {
        "new": {"kind": "REQUEST"}, "patient": {}, "body": {}, "words": {"essence": ESSENCE, "subject": "WAITING"},
        "answer": {"answerBy": "ACCOUNT", "postalAddress": "Алматы", "phone": PHONE, "language": "KK"},
    }  # fmt: skip
    return [f"{new}/patient", *_walked(http, new, given)]


def _walked(http: httpx.Client, address: str, given: Answers) -> list[str]:
    """From question to question, each answered as given; the addresses on the way."""
    found = [address]
    for _ in given:
        step = found[-1].partition("?")[0]
        name = step.rpartition("/")[2]
        if name in given:
            found.append(_path(sent(http, found[-1], step, **given[name])))
    return found


def attachment(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """Every question of a request for attachment; the last is shown with what is still missing."""
    new = f"/{language}/attachments/new"
    http.get(new, follow_redirects=True)
    steps = [f"{new}/patient", f"{new}/ground"]
    sent(http, f"{new}/ground", "/new/ground", ground="FREE_CHOICE")
    sent(http, f"{new}/address", "/new/address", **ADDRESS)
    return steps + [f"{new}/{step}" for step in ("address", "clinic", "doctor", "documents", "check")]


def citizen(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """All four services, half done; the links of messages."""
    made = [one for part in (appointment, home_visit, appeal, attachment) for one in part(http, language, data)]
    return made + [f"/{language}{path}" for path in told(data)["links"]]


def registrar(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """Somebody at the desk is found, an appeal is taken in for her."""
    card = _path(sent(http, f"/{language}/work/desk", "/work/desk/find", iin=IIN["olga"]))
    entry = f"{card.partition('?')[0]}/appeal"
    given = {"kind": "REQUEST", "essence": ESSENCE, "postalAddress": "Алматы", "language": "RU", "identity": "ЖК № 012345678"}
    taken = sent(http, entry, "/appeal", **given)
    file = sent(http, f"/{language}/work/calls/log", "/export", file="csv")
    return [card, entry, _path(taken), _path(file), *of_staff(http, language, data)]


def head(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """One decision to be signed alone, and all that wait at once."""
    queue = http.get(f"/{language}/work/signing")
    form = form_of(queue, "/work/signing")
    many = http.post(form.action, data=dict(form.values) | {"all": "true"}, follow_redirects=True)
    return [f"/{language}/work/signing", _path(many), *of_staff(http, language, data)]


def administrator(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """A doctor is noted as away; whoever had booked is offered another time."""
    place = f"/{language}/work/timetable/absence"
    page = http.get(place)
    form = form_of(page, "/absence")
    doctor = next(value for name, value in form.values if name == "doctor")
    day = {Language.KK: "01", Language.RU: "02", Language.EN: "03"}[language]
    given = {"sinceLocal": f"2026-12-{day}T08:00", "untilLocal": f"2026-12-{day}T20:00", "reason": AWAY}
    return [place, _path(sent(http, place, "/absence", doctor=doctor, **given))]


def of_staff(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """The choice of a post, which stands between signing in and the work."""
    return [f"/{language}/signin/post"]


def nothing(http: httpx.Client, language: Language, data: Path) -> list[str]:
    return []


def told(data: Path) -> dict[str, Any]:
    """What the world says of itself."""
    return dict(json.loads((data / TOLD).read_text()))


def contact_centre(http: httpx.Client, language: Language, data: Path) -> list[str]:
    """How the case stands whose number is told on the phone."""
    return [_path(sent(http, f"/{language}/work", "/work/status/find", search=told(data)["number"]))]


PRELUDES: dict[str, Prelude] = {
    "citizen": citizen, "registrar": registrar, "head": head, "administrator": administrator, "contact centre": contact_centre,
}  # fmt: skip
