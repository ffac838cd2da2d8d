"""Newcomers: each role's main task, from the first page on, by keyboard alone and by what things are called, in a real browser.

What each took is printed at the end (pytest -s) and kept in test-output/newcomers.json; seconds are told, never judged.
"""

import json
import re
import shutil
import statistics
from collections.abc import Callable, Iterator

import pytest

from models.demo_data import PEOPLE
from tests.browser.conftest import OUTPUT, Open, Site
from tests.browser.crawler import signed_in
from tests.browser.keyboard import Newcomer, plain
from tests.browser.looking import IIN, LANGUAGES
from tests.browser.worlds import world

__all__ = ["world"]
pytestmark = pytest.mark.browser
NAMES = {one.key: f"{one.surname} {one.given_name}" for one in PEOPLE}
PHONE, ESSENCE = "87012345678", "Таңертең екінші тіркеу терезесін ашуды сұраймын."
MOST_PAGES_TO_BOOK = 7
CALM = 1000  # milliseconds in which the round takes no second tap of the same finger
Begin = Callable[..., Newcomer]


@pytest.fixture(scope="session")
def took() -> Iterator[list[Newcomer]]:
    """Everybody who finished; the medians of each role at the end."""
    done: list[Newcomer] = []
    yield done
    print("\nrole                pages  keys  seconds  tasks")
    for role in dict.fromkeys(one.role for one in done):
        own = [one.measures() for one in done if one.role == role]
        pages, keys, seconds = [statistics.median(one[name] for one in own) for name in ("pages", "keys", "seconds")]
        print(f"{role:18} {pages:6g} {keys:5g} {seconds:8.1f}  {len(own)}")
    OUTPUT.mkdir(exist_ok=True)
    kept = [{"role": one.role, "task": one.task, "language": one.language} | one.measures() for one in done]
    (OUTPUT / "newcomers.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")


@pytest.fixture(scope="module")
def served(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """Demonstrations by name, each started when first asked for."""
    started: dict[str, Site] = {}
    yield started
    for one in started.values():
        one.stop()


@pytest.fixture
def site(served: dict[str, Site], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Citizens come to an empty demonstration, one for each language; the staff of a clinic to a morning with cases."""
    name = "staff" if "busy" in request.fixturenames else request.node.callspec.params["language"]
    if name not in served:
        folder = tmp_path_factory.mktemp(name) / "data"
        if name == "staff":
            shutil.copytree(request.getfixturevalue("world"), folder)
        served[name] = Site(folder)
    return served[name]


@pytest.fixture
def busy(site: Site) -> Site:
    """The site of a morning with cases in many states."""
    return site


@pytest.fixture
def newcomer(open_page: Open, took: list[Newcomer]) -> Begin:
    """Somebody new at a keyboard, who begins at the start page."""

    def begin(role: str, task: str, language: str, *, at: str = "", **given: int) -> Newcomer:
        one = Newcomer(open_page(**given), role, task, language)
        one.opens(at)
        return one

    return begin


def finished(took: list[Newcomer], one: Newcomer) -> None:
    print(one.told())
    took.append(one)


def comes_to(one: Newcomer, service: str) -> None:
    """From the start page to the service, and as oneself to its first question."""
    one.go(one.word(f"home.{service}.name"))
    one.go(one.word(f"{service}.about.begin"), role="link")


def signs_in(one: Newcomer, person: str) -> None:
    one.go(NAMES[person])


def signs(one: Newcomer, words: str = "sign") -> None:
    one.go(one.word(f"{words}.demonstrate_file"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_is_attached(language: str, newcomer: Begin, took: list[Newcomer]) -> None:
    one = newcomer("citizen", "asks to be attached", language)
    on = one.word("attachment.step.go_on")
    comes_to(one, "attachment")
    signs_in(one, "yerlan")
    one.choose(one.word("law.ground.FIRST"))
    one.go(on)
    one.write(one.word("common.form.phone"), PHONE)
    one.go(on)
    one.choose("5")
    one.go(on)
    one.choose(one.word("attachment.doctor.by_address"))
    one.go(on)
    one.go(on)
    one.tick(NAMES["yerlan"])
    one.go(one.word("attachment.check.sign"))
    signs(one)
    assert re.search(r"AP-2026-\d{6}-\d", one.reads())
    finished(took, one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_books_a_doctor_within_seven_pages(language: str, newcomer: Begin, took: list[Newcomer]) -> None:
    one = newcomer("citizen", "books a doctor", language)
    comes_to(one, "appointment")
    signs_in(one, "olga")
    one.go(one.word("law.specialty.GP"), role="link")
    one.choose(":")
    one.go(one.word("appointment.times.choose"))
    one.go(one.word("appointment.hold.check"))
    one.go(one.word("appointment.check.sign"))
    signs(one)
    assert re.search(r"AB-2026-\d{6}-\d", one.reads())
    finished(took, one)
    assert len([path for path in one.pages if "/signin" not in path and path.count("/") > 1]) <= MOST_PAGES_TO_BOOK, one.pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_calls_a_doctor_home(language: str, newcomer: Begin, took: list[Newcomer]) -> None:
    one = newcomer("citizen", "calls a doctor home", language)
    on = one.word("home_visit.step.go_on")
    comes_to(one, "home_visit")
    one.tick(one.word("home_visit.danger.none"))
    one.go(on)
    signs_in(one, "olga")
    if "/danger" in one.page.url:
        one.tick(one.word("home_visit.danger.none"))
        one.go(on)
    one.tick(one.word("law.indication.FEVER"))
    one.go(on)
    one.write(one.word("common.form.phone"), PHONE)
    one.go(one.word("home_visit.address.check"))
    one.go(one.word("home_visit.check.sign"))
    signs(one, "home_visit.sign")
    assert re.search(r"HV-2026-\d{6}-\d", one.reads())
    finished(took, one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_files_an_appeal(language: str, newcomer: Begin, took: list[Newcomer]) -> None:
    one = newcomer("citizen", "files an appeal", language)
    on = one.word("appeal.step.go_on")
    comes_to(one, "appeal")
    signs_in(one, "olga")
    one.choose(one.word("law.appeal_kind.REQUEST"))
    one.go(on)
    one.go(on)
    one.write(one.word("appeal.words.essence"), ESSENCE)
    one.go(on)
    one.go(one.word("appeal.answer.check"))
    one.go(one.word("appeal.check.sign"))
    signs(one, "appeal.sign")
    assert re.search(r"AL-2026-\d{7,12}-\d", one.reads())
    finished(took, one)


def as_citizen(one: Newcomer, key: str, path: str) -> None:
    """Signs in and comes to a page of one's own."""
    signs_in(one, key)
    one.opens(path)


def mends(one: Newcomer, label: str) -> None:
    """The list of problems has the focus; Enter on its first link leads into the field that is meant."""
    one.page.wait_for_function("document.activeElement !== document.body")
    listed = one.stop()
    assert listed.role == "alert", listed
    first = one.step()
    assert first.role == "link", first
    one.press("Enter")
    one.page.wait_for_function("document.activeElement.tagName != 'A'")
    field = one.stop()
    assert plain(label) in plain(field.name), (first, field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_without_a_telephone_is_mended(language: str, newcomer: Begin) -> None:
    one = newcomer("citizen", "mends an address", language, at="/signin")
    as_citizen(one, "zhanar", "/attachments/new/ground")
    on, phone = one.word("attachment.step.go_on"), one.word("common.form.phone")
    one.choose(one.word("law.ground.FREE_CHOICE"))
    one.go(on)
    one.write(one.word("attachment.address.flat"), "14а")
    one.write(phone, "")
    one.go(on)
    mends(one, phone)
    assert one.reach(one.word("attachment.address.flat"), key="Shift+Tab").value == "14а"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_booking_without_a_telephone_is_mended(language: str, newcomer: Begin) -> None:
    one = newcomer("citizen", "mends a booking", language, at="/signin")
    as_citizen(one, "marat", "/appointments/new")
    phone, reason = one.word("common.form.phone"), one.word("law.visit_reason.REPEAT")
    one.go(one.word("law.specialty.GP"), role="link")
    one.choose(":")
    one.go(one.word("appointment.times.choose"))
    one.choose(reason)
    one.write(phone, "")
    one.go(one.word("appointment.hold.check"))
    mends(one, phone)
    assert plain(reason) in plain(one.reach(key="Shift+Tab", where=lambda stop: stop.role == "radio").name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_call_without_a_telephone_is_mended(language: str, newcomer: Begin) -> None:
    one = newcomer("citizen", "mends a call", language, at="/signin")
    as_citizen(one, "marat", "/home-visits/new/danger")
    on, phone, arrival = one.word("home_visit.step.go_on"), one.word("common.form.phone"), one.word("home_visit.address.arrival")
    one.tick(one.word("home_visit.danger.none"))
    one.go(on)
    one.tick(one.word("law.indication.FEVER"))
    one.go(on)
    one.write(arrival, "Есікті қағыңыз")
    one.write(phone, "")
    one.go(one.word("home_visit.address.check"))
    mends(one, phone)
    assert one.reach(arrival, key="Shift+Tab").value == "Есікті қағыңыз"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_appeal_without_words_is_mended(language: str, newcomer: Begin) -> None:
    one = newcomer("citizen", "mends an appeal", language, at="/signin")
    as_citizen(one, "marat", "/appeals/new")
    on, of = one.word("appeal.step.go_on"), one.word("appeal.words.complained_of")
    one.choose(one.word("law.appeal_kind.REQUEST"))
    one.go(on)
    one.go(on)
    one.write(of, "Тіркеу бөлімі")
    one.go(on)
    mends(one, one.word("appeal.words.essence"))
    assert one.reach(of).value == "Тіркеу бөлімі"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stranger_reads_the_open_figures(language: str, newcomer: Begin, took: list[Newcomer]) -> None:
    one = newcomer("visitor", "reads the open figures", language)
    one.go(one.word("common.nav.figures"))
    assert one.page.url.endswith("/figures")
    finished(took, one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_backwards_by_keyboard_a_page_is_the_same(language: str, newcomer: Begin) -> None:
    """Tab leads through the whole page and out of it; Shift+Tab leads back through the same stops."""
    one = newcomer("visitor", "goes backwards", language)
    onward = [one.reach(one.word("common.nav.skip")), *one.around("Tab")]
    assert [one.step("Shift+Tab") for _ in onward] == onward[::-1]
    assert len(onward) > 10


def read(site: Site, key: str, path: str, what: str) -> str:
    """Something that stands on a page of somebody's own, as on the paper in her hand."""
    found = re.search(what, signed_in(site.address, "ru", IIN[key]).get(path).text)
    assert found is not None, path
    return found.group()


def goes_to_work(one: Newcomer, key: str) -> None:
    """From the start page: signs in, goes on in the post, and is at home in the day's work."""
    one.go(one.word("common.nav.sign_in"))
    one.go(NAMES[key])
    one.go(one.word("sign.post.take"), role="button")
    assert one.page.url.endswith("/work")


def acts(one: Newcomer, act: str, *words: str) -> None:
    """The first task of this kind in the day's work."""
    one.go(one.word(f"law.act.{act}"), "№", *words, role="link")


@pytest.mark.parametrize("language", ["ru"])
def test_a_registrar_answers_a_call_that_waits(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("registrar", "answers a call", language)
    goes_to_work(one, "registrar9")
    acts(one, "home_visit.accept")
    one.pick(one.word("work.doctor.name"), NAMES["doctor9"])
    one.go(one.word("home_visit_work.accept.button"), role="button")
    assert NAMES["doctor9"] in one.reads()
    finished(took, one)


@pytest.mark.parametrize("language", ["kk"])
def test_a_registrar_books_at_the_desk_by_iin(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("registrar", "books at the desk", language)
    goes_to_work(one, "registrar9")
    one.write(one.word("work.find.label"), IIN["olga"])
    one.enter()
    one.go(one.word("appointment_work.card.book"))
    one.go(one.word("law.specialty.GP"), role="link")
    one.write(one.word("work.file.identity"), "ЖК № 012345678")
    one.enter()
    assert re.search(r"AB-2026-\d{6}-\d", one.reads())
    finished(took, one)


@pytest.mark.parametrize("language", ["kk"])
def test_a_doctor_sets_out_arrives_and_completes_a_call(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("doctor", "completes a call", language, width=320)
    goes_to_work(one, "doctor9")
    one.go(one.word("work.here.round"), role="link")
    who = one.reach(one.word("home_visit_round.step.set_out")).name.rpartition(" (")[2].rstrip(")")
    for step, following in (("set_out", "arrive"), ("arrive", "complete")):
        one.reach(one.word(f"home_visit_round.step.{step}"), who)
        one.press("Enter")
        one.waits(one.word(f"home_visit_round.step.{following}"), who)
        one.page.wait_for_timeout(CALM)
    one.go(one.word("home_visit_round.step.complete"), who)
    one.choose(one.word("law.home_visit_outcome.LEFT_AT_HOME"))
    one.write(one.word("home_visit_round.complete.help"), "Қаралды, ем тағайындалды")
    one.go(one.word("home_visit_round.complete.button"), role="button")
    assert one.word("law.home_visit_outcome.LEFT_AT_HOME") in one.reads()
    finished(took, one)


@pytest.mark.parametrize("language", ["ru"])
def test_a_doctor_begins_and_completes_a_visit(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("doctor", "completes a visit", language)
    goes_to_work(one, "doctor9")
    one.go(one.word("work.here.day"), role="link")
    for mark in ("begin", "complete"):
        one.go(one.word(f"appointment_work.mark.{mark}"), NAMES["marat"])
    assert one.word("law.state.appointment.COMPLETED") in one.reads()
    finished(took, one)


@pytest.mark.parametrize("language", ["kk"])
def test_a_head_signs_a_decision(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("head", "signs a decision", language)
    goes_to_work(one, "head9")
    acts(one, "attachment.approve")
    one.go(one.word("work.approve.button"), role="button")
    one.go(one.word("sign.demonstrate"))
    assert one.word("law.state.attachment.IN_FORCE") in one.reads()
    finished(took, one)


@pytest.mark.parametrize("language", ["ru"])
def test_an_appeals_officer_takes_an_appeal_up_and_sends_it_on(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("appeals officer", "takes up, sends on", language)
    goes_to_work(one, "officer9")
    acts(one, "appeal.take_up")
    one.choose(".")
    one.go(one.word("law.act.appeal.take_up"), role="button")
    one.go(one.word("law.act.appeal.forward"), role="link")
    one.choose(one.word("law.appeal_forwarding.NOT_COMPETENT"))
    one.choose(one.word("law.appeal_body.AUTHORITY"))
    one.write(one.word("appeal_act.page.reasons"), "Вопрос не относится к работе поликлиники.")
    one.go(one.word("law.act.appeal.forward"), role="button")
    assert "done=forward" in one.page.url
    finished(took, one)


@pytest.mark.parametrize("language", ["kk"])
def test_an_administrator_notes_an_absence(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("administrator", "notes an absence", language)
    goes_to_work(one, "administrator9")
    one.go(one.word("work.here.timetable"), role="link")
    one.go(one.word("timetable.absence.title"), role="link")
    one.pick(one.word("work.doctor.name"), NAMES["dentist9"])
    one.date(one.word("timetable.absence.since"), "11242026 0800AM")
    one.date(one.word("timetable.absence.until"), "11252026 0800PM")
    one.write(one.word("timetable.absence.reason"), "Оқу")
    one.go(one.word("timetable.absence.button"), role="button")
    assert "/affected" in one.page.url
    finished(took, one)


@pytest.mark.parametrize("language", ["ru"])
def test_an_administrator_gives_a_post(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("administrator", "gives a post", language)
    goes_to_work(one, "administrator9")
    one.go(one.word("work.here.staff"), role="link")
    one.go(one.word("staffing.new.title"), role="link")
    one.write(one.word("common.form.iin"), IIN["yerlan"])
    one.go(one.word("staffing.new.find"), role="button")
    one.choose(one.word("law.role.REGISTRAR"))
    one.go(one.word("staffing.new.button"), role="button")
    assert NAMES["yerlan"] in one.reads()
    finished(took, one)


@pytest.mark.parametrize("language", ["ru"])
def test_the_contact_centre_tells_the_state_of_a_case(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    number = read(busy, "olga", "/ru/appointments", r"AB-2026-\d{6}-\d")
    one = newcomer("contact centre", "tells the state of a case", language)
    goes_to_work(one, "centre")
    one.write(one.word("work.status.number"), number)
    one.enter()
    assert number in one.reads() and one.word("work.status.order") in one.reads()
    finished(took, one)


@pytest.mark.parametrize("language", ["kk"])
def test_the_authority_takes_a_complaint_up_and_asks_for_its_case(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("authority", "opens a complaint", language)
    goes_to_work(one, "authority")
    acts(one, "appeal.take_up")
    one.choose(".")
    one.go(one.word("law.act.appeal.take_up"), role="button")
    one.go(one.word("law.act.appeal.request_case"), role="link")
    one.write(one.word("appeal_act.request_case.words"), "Істің барлық құжаттарын жіберіңіз.")
    one.go(one.word("law.act.appeal.request_case"), role="button")
    assert "done=request" in one.page.url
    finished(took, one)


@pytest.mark.parametrize("language", ["ru"])
def test_the_authority_decides_a_complaint(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    one = newcomer("authority", "decides a complaint", language)
    goes_to_work(one, "authority")
    acts(one, "appeal.decide")
    one.choose(one.word("law.appeal_outcome.CANCELLED"))
    one.write(one.word("appeal_act.decide.words"), "Обстоятельства проверены, доводы подтвердились.")
    one.write(one.word("appeal_act.decide.law"), "АППК, ст. 100")
    one.go(one.word("law.act.appeal.decide"), role="button")
    assert "done=decide" in one.page.url
    finished(took, one)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_stranger_verifies_a_document_by_its_code(language: str, newcomer: Begin, busy: Site, took: list[Newcomer]) -> None:
    paper = read(busy, "olga", "/ru/account/documents", r"/ru/notices/notice_\w+")
    code, number = read(busy, "olga", paper, r"(?<=/verify/)\w+"), read(busy, "olga", paper, r"\b[A-Z]{2}-2026-\d+-\d")
    one = newcomer("visitor", "verifies a document", language)
    one.go(one.word("home.verify.name"))
    one.write(one.word("common.notice.code"), code)
    one.enter()
    assert number in one.reads()
    finished(took, one)
