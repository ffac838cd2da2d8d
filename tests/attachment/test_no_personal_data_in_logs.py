"""Nothing of a person comes into the log: a number, a phone, an address and a name, typed on every path that works or fails."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from models import database, schedule
from models.database import transaction
from models.database.transactions import after_commit
from models.demo_data import PEOPLE
from tests.attachment.asking import HOMES, Json, codes, done, request, upload
from tests.attachment.conftest import People

IIN = "730404399077"
PHONE, STREET, NAME = "+77019876543", "Канарейка", "Құпиялыев"
CANARIES = (IIN, PHONE, PHONE[2:], STREET, NAME)
BOOM = {
    "sqlite": "CREATE TRIGGER boom BEFORE INSERT ON person BEGIN SELECT RAISE(ABORT, 'boom'); END",
    "postgres": """CREATE FUNCTION boom() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'boom % %', NEW.iin, NEW.surname USING DETAIL = NEW.phone || NEW.address::text; END $$;
        CREATE TRIGGER boom BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION boom()""",
}
CLEAN = {"sqlite": "DROP TRIGGER boom", "postgres": "DROP TRIGGER boom ON person; DROP FUNCTION boom()"}


@pytest.fixture
async def broken(register: str, engine: str) -> AsyncIterator[None]:
    """A register that fails when somebody is entered, and says everything it was given."""
    await database.connection().execute_script(BOOM[engine])
    yield
    await database.connection().execute_script(CLEAN[engine])


def newcomer(**changes: object) -> Json:
    """Somebody who is entered at the desk."""
    return {
        "idempotencyKey": str(uuid4()), "iin": IIN, "surname": NAME, "givenName": "Асан", "birthDate": "1973-04-04", "phone": PHONE,
        "address": HOMES["satbayev"] | {"street": STREET}, "identity": f"№ {IIN}", **changes,
    }  # fmt: skip


def clean(caplog: pytest.LogCaptureFixture) -> None:
    written = caplog.text + "".join(str(one.__dict__) for one in caplog.records)
    assert not [canary for canary in CANARIES if canary in written]


def test_the_canary_is_a_number_of_nobody() -> None:
    assert IIN not in {one.iin for one in PEOPLE}


async def test_paths_that_work_or_are_refused_write_nothing_of_a_person(people: People, caplog: pytest.LogCaptureFixture) -> None:
    registrar, yerlan = await people("registrar"), await people("yerlan")
    home = HOMES["satbayev"] | {"street": STREET}
    with caplog.at_level(logging.INFO):
        assert not codes(await registrar.act("recordPerson", newcomer(), "patient { id }"))
        desk = await request(patientIin=IIN, identity=f"№ {IIN}", address=home, outsideZone=True, phone=PHONE)
        case = done(await registrar.act("submitAttachment", desk))
        assert codes(await registrar.act("submitAttachment", await request(patientIin=IIN, identity="№ 1"))) == ["ALREADY_APPLIED"]
        await registrar.see("query ($iin: IIN!) { patient(iin: $iin) { fullName } }", iin=IIN)
        await registrar.see("query ($s: String!) { attachments(filter: {search: $s}) { totalCount } }", s=IIN)
        assert codes(await registrar.act("submitAttachment", await request(patientIin=IIN[:-1] + "0"))) == ["IIN_CHECK_DIGIT"]
        await yerlan.ask("{ attachments(filter: {search: 7}) { totalCount } }")
        await yerlan.ask("query ($iin: IIN!) { patient(iin: $iin) { id } }", iin=[IIN])
        await yerlan.ask(f'{{ verifyNotice(code: "{IIN} {NAME}") {{ valid }} }} {NAME}')
        await upload(yerlan, "OTHER", f"{NAME} {IIN}.pdf", b"x")
        await yerlan.act("saveContacts", {"phone": PHONE, "email": f"{IIN}@example.kz", "language": "KK"}, "account { name }")
        await yerlan.act("saveContacts", {"phone": "x" + PHONE, "language": "KK"}, "account { name }")
        done(await (await people("head")).decide("approveAttachment", case["id"]))
        for job in schedule.JOBS:
            await schedule.run(job)
    clean(caplog)


async def test_a_fault_of_the_database_is_logged_without_what_it_was_given(
    people: People, broken: None, caplog: pytest.LogCaptureFixture
) -> None:
    registrar = await people("registrar")
    query = "mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { patient { id } } }"
    with caplog.at_level(logging.INFO):
        answer = await registrar.ask(query, input=newcomer())
    assert answer["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert answer["errors"][0]["extensions"]["traceId"] in caplog.text and "record_person" in caplog.text
    assert not [canary for canary in (*CANARIES, "boom") if canary in str(answer)]
    clean(caplog)


async def _fails() -> int:
    raise ValueError(f"{IIN} {NAME}") from KeyError(PHONE)


async def test_a_job_that_fails_is_logged_without_the_words_of_its_fault(caplog: pytest.LogCaptureFixture) -> None:
    await schedule.run(schedule.Job("a job", timedelta(seconds=1), _fails))
    assert "a job failed" in caplog.text and "ValueError" in caplog.text
    clean(caplog)


def _callback() -> None:
    raise ValueError(f"{IIN} {NAME}")


async def test_a_callback_that_fails_after_a_commit_is_logged_without_its_words(database: str, caplog: pytest.LogCaptureFixture) -> None:
    async with transaction():
        after_commit(_callback)
    assert "ValueError" in caplog.text
    clean(caplog)
