"""A calendar file says what it was given, to the letter, as RFC 5545 wants it, and travels with an e-mail."""

import asyncio
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from icalendar import Calendar

from models import calendar_file
from models.clock import ZONE
from models.outside import messages
from models.settings import settings

STARTS = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
GIVEN: dict[str, Any] = {
    "uid": "appointment_aaaa@emhana.example.kz",
    "sequence": 0,
    "starts_at": STARTS,
    "ends_at": STARTS + timedelta(minutes=15),
    "stamped_at": STARTS - timedelta(days=3),
    "summary": "Дәрігерге жазылу",
    "place": "№ 5 қалалық емхана, 214-кабинет",
    "description": "Жеке куәлігіңізді ала келіңіз.",
}


def made(**changed: Any) -> bytes:
    return calendar_file.event(**(GIVEN | changed))


def read(content: bytes) -> tuple[Any, Any]:
    whole = Calendar.from_ical(content)
    (event,) = whole.events
    return whole, event


def test_a_calendar_reads_back_what_was_given() -> None:
    whole, event = read(made(url="https://emhana.example.kz/kk/appointments/appointment_aaaa"))
    assert (whole["VERSION"], whole["METHOD"], whole["PRODID"]) == ("2.0", "PUBLISH", calendar_file.PRODUCT)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (GIVEN["uid"], 0, "CONFIRMED")
    assert (event["SUMMARY"], event["LOCATION"], event["DESCRIPTION"]) == (GIVEN["summary"], GIVEN["place"], GIVEN["description"])
    assert event["URL"] == "https://emhana.example.kz/kk/appointments/appointment_aaaa"
    assert (event.start, event.end, event.DTSTAMP) == (GIVEN["starts_at"], GIVEN["ends_at"], GIVEN["stamped_at"])


def test_moments_are_in_utc_so_that_no_table_of_zones_moves_the_visit() -> None:
    content = made(stamped_at=datetime(2026, 11, 20, 1, 2, 3, 999, tzinfo=UTC))
    assert b"DTSTART:20261123T043000Z\r\n" in content and b"DTEND:20261123T044500Z\r\n" in content
    assert b"DTSTAMP:20261120T010203Z\r\n" in content
    assert b"VTIMEZONE" not in content and b"TZID" not in content


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        made(starts_at=datetime(2026, 11, 23, 9, 30))


def test_a_live_event_reminds_a_day_and_two_hours_before() -> None:
    _, event = read(made())
    alarms = event.walk("VALARM")
    assert [alarm.TRIGGER for alarm in alarms] == [timedelta(days=-1), timedelta(hours=-2)]
    assert {(str(alarm["ACTION"]), str(alarm["DESCRIPTION"])) for alarm in alarms} == {("DISPLAY", GIVEN["summary"])}


def test_a_cancelled_event_says_so_twice_and_reminds_of_nothing() -> None:
    whole, event = read(made(sequence=2, cancelled=True))
    assert (whole["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 2)
    assert not event.walk("VALARM")
    assert event["UID"] == read(made())[1]["UID"]


def test_a_moved_event_keeps_its_uid_and_counts_on() -> None:
    (_, first), (_, moved) = read(made()), read(made(sequence=1, starts_at=STARTS + timedelta(minutes=5)))
    assert first["UID"] == moved["UID"] and moved["SEQUENCE"] == first["SEQUENCE"] + 1
    assert moved.start - first.start == timedelta(minutes=5)


def test_the_same_event_is_the_same_file_and_nothing_is_in_it_but_what_was_given() -> None:
    assert made() == made()
    names = {line.partition(b":")[0].decode() for line in made().split(b"\r\n") if line and not line.startswith(b" ")}
    assert names == {
        "BEGIN", "END", "VERSION", "PRODID", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND",
        "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "CLASS", "ACTION", "TRIGGER",
    }  # fmt: skip


@pytest.mark.parametrize("shift", range(4))
def test_long_lines_are_folded_at_75_octets_between_letters(shift: int) -> None:
    words = "x" * shift + "Әәғқңөұүһі дәрігер қабылдайды; " * 20
    content = made(description=words, summary=words)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert "\ufffd" not in "".join(line.decode("utf-8") for line in lines)
    assert read(content)[1]["DESCRIPTION"] == words


@pytest.mark.parametrize("words", ["a, b; c", "a\\n b\\, c", "бірінші\nекінші", '"тырнақша": иә', "1\t2", "ends with \\"])
def test_commas_semicolons_lines_and_backslashes_come_back_as_they_were(words: str) -> None:
    _, event = read(made(summary=words, place=words, description=words))
    assert {str(event[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")} == {words}


def test_special_letters_are_escaped_in_the_file() -> None:
    assert rb"LOCATION:a\, b\; c\\d\ne" in made(place="a, b; c\\d\ne")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x85", "\u2028", "\x0b", "\x00\r"])
def test_no_words_can_add_a_property(end: str) -> None:
    content = made(summary=f"Жазылу{end}ATTENDEE:mailto:a@b.kz", url=f"https://a.kz/{end}ATTACH:https://b.kz", uid=f"u{end}CLASS:PUBLIC")
    _, event = read(content)
    assert "ATTENDEE" not in event and "ATTACH" not in event and event["CLASS"] == "PRIVATE"
    assert not any(line.startswith(("ATTENDEE", "ATTACH", "CLASS:PUBLIC")) for line in content.decode().splitlines())


async def sent(environment: pytest.MonkeyPatch, attachment: messages.Attachment | None) -> Any:
    """The e-mail as a mail server on this computer received it."""
    mails = []

    async def mail(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example.kz\r\n")
        answers = {b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}
        while order := (await reader.readline()).upper()[:4]:
            writer.write(answers.get(order, b"250 ok\r\n"))
            if order == b"DATA":
                mails.append(message_from_bytes((await reader.readuntil(b"\r\n.\r\n"))[:-5], policy=policy.default))
                writer.write(b"250 taken\r\n")
        writer.close()

    async with await asyncio.start_server(mail, "127.0.0.1", 0) as server:
        environment.setenv("EMHANA_SMTP", f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}?from=noreply@example.kz")
        settings.cache_clear()
        await messages.email("yerlan@example.kz", "Жазылу", "Сіз жазылдыңыз.", "key", attachment)
    (found,) = mails
    return found


@pytest.mark.parametrize(("cancelled", "method"), [(False, "PUBLISH"), (True, "CANCEL")])
async def test_an_email_carries_the_file_with_its_method(environment: pytest.MonkeyPatch, cancelled: bool, method: str) -> None:
    content = made(cancelled=cancelled)
    mail = await sent(environment, ("жазылу.ics", calendar_file.media_type(cancelled=cancelled), content))
    (file,) = mail.iter_attachments()
    assert (file.get_content_type(), file.get_filename()) == ("text/calendar", "жазылу.ics")
    assert (file["Content-Type"].params["method"], file["Content-Type"].params["charset"]) == (method, "utf-8")
    assert file.get_payload(decode=True) == content
    assert read(content)[0]["METHOD"] == method
    assert mail.get_body().get_content().strip() == "Сіз жазылдыңыз."


async def test_an_email_without_a_file_is_words_alone(environment: pytest.MonkeyPatch) -> None:
    mail = await sent(environment, None)
    assert not mail.is_multipart() and mail.get_content().strip() == "Сіз жазылдыңыз."
