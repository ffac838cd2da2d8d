"""Messages are written with their cause and leave after it, by real e-mail and HTTP, again and again until they have left."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from typing import Any

import pytest
import time_machine

from models import journal, outbox
from models.actor import SYSTEM
from models.database import transaction
from models.outbox import Message, Way
from models.outbox_sending import RETRY_AFTER, send_due
from models.person import Person
from models.settings import settings
from tests.attachment.asking import Asker, codes, done, iin, reachable, request
from tests.attachment.conftest import People

ADDRESS, PHONE = "yerlan@example.kz", "+77010000001"


@dataclass
class Receivers:
    """What a mail server and an operator's gateway have received; `failing` is how many more times they fail."""

    mails: list[Any] = field(default_factory=list)
    texts: list[dict[str, str]] = field(default_factory=list)
    asked: int = 0
    failing: int = 0

    async def mail(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """As much of SMTP as a client needs."""
        writer.write(b"220 mail.example.kz\r\n")
        while line := (await reader.readline()).upper():
            if line.startswith(b"DATA"):
                writer.write(b"354 go on\r\n")
                whole = await reader.readuntil(b"\r\n.\r\n")
                self.asked += 1
                if self.refuses():
                    writer.write(b"451 later\r\n")
                    continue
                self.mails.append(message_from_bytes(whole[:-5], policy=policy.default))
            writer.write(b"221 bye\r\n" if line.startswith(b"QUIT") else b"250 ok\r\n")
            if line.startswith(b"QUIT"):
                break
        writer.close()

    async def gateway(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One POST over HTTP."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.split("content-length: ")[1].split("\r\n")[0])
        self.texts.append(json.loads(await reader.readexactly(length)))
        self.asked += 1
        status = "503 Later" if self.refuses() else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    def refuses(self) -> bool:
        self.failing -= 1
        return self.failing >= 0


@pytest.fixture
async def receivers(register: str, environment: pytest.MonkeyPatch) -> AsyncIterator[Receivers]:
    """Both servers, on this computer; Yerlan can be reached by them and nobody else can."""
    found = Receivers()
    mail = await asyncio.start_server(found.mail, "127.0.0.1", 0)
    gateway = await asyncio.start_server(found.gateway, "127.0.0.1", 0)
    ports = [server.sockets[0].getsockname()[1] for server in (mail, gateway)]
    environment.setenv("EMHANA_SMTP", f"smtp://127.0.0.1:{ports[0]}?from=noreply@example.kz")
    environment.setenv("EMHANA_SMS", f"http://127.0.0.1:{ports[1]}/sms")
    settings.cache_clear()
    await Person.all().update(phone="", email="")
    await reachable("yerlan", ADDRESS, PHONE)
    yield found
    mail.close()
    gateway.close()


async def test_an_email_and_an_sms_leave_once_with_the_number_in_them(receivers: Receivers, people: People) -> None:
    case = done(await (await people("yerlan")).file())
    assert not receivers.asked
    assert await send_due() == 2
    assert await send_due() == 0
    (mail,), (text,) = receivers.mails, receivers.texts
    assert (mail["To"], mail["From"]) == (ADDRESS, "noreply@example.kz")
    assert case["number"] in mail.get_content() and case["number"] in text["text"]
    assert text["to"] == PHONE and text["key"] == str((await Message.get(way=Way.SMS)).id)
    assert str((await Message.get(way=Way.EMAIL)).id) in mail["Message-ID"]


async def test_the_account_has_the_message_whether_or_not_anything_is_sent(people: People) -> None:
    done(await (await people("yerlan")).file())
    assert [one.way for one in await Message.all()] == [Way.ACCOUNT]
    assert await send_due() == 0


async def test_no_act_waits_for_a_receiver_and_none_is_asked_inside_a_transaction(receivers: Receivers, people: People) -> None:
    receivers.failing = 10**6
    done(await (await people("yerlan")).file())
    assert receivers.asked == 0


@pytest.mark.parametrize("way", [Way.SMS, Way.EMAIL])
async def test_a_failing_receiver_is_asked_again_later_under_the_same_key(
    receivers: Receivers, people: People, clock: time_machine.Traveller, way: Way
) -> None:
    done(await (await people("yerlan")).file())
    await Message.exclude(way=way).delete()
    receivers.failing = 2
    assert [await send_due(), await send_due()] == [0, 0] and receivers.asked == 1
    clock.shift(RETRY_AFTER[0])
    assert await send_due() == 0
    clock.shift(RETRY_AFTER[1])
    assert await send_due() == 1
    kept = await Message.get(way=way)
    assert (kept.attempts, kept.sent_at is not None, kept.given_up_at) == (3, True, None)
    assert len({one["key"] for one in receivers.texts}) == (1 if way is Way.SMS else 0)


async def test_after_the_last_attempt_it_is_given_up_and_stays_readable(
    receivers: Receivers, people: People, clock: time_machine.Traveller
) -> None:
    done(await (await people("yerlan")).file())
    await Message.filter(way=Way.EMAIL).delete()
    receivers.failing = 100
    for pause in (*RETRY_AFTER, *RETRY_AFTER):
        await send_due()
        clock.shift(pause)
    kept = await Message.get(way=Way.SMS)
    assert receivers.asked == kept.attempts == len(RETRY_AFTER)
    assert kept.given_up_at is not None and kept.sent_at is None
    assert len((await (await people("yerlan")).see("{ me { messages { nodes { text } } } }"))["messages"]["nodes"]) == 1


async def test_two_senders_at_once_send_each_message_once(receivers: Receivers, people: People) -> None:
    done(await (await people("yerlan")).file())
    assert sum(await asyncio.gather(send_due(), send_due(), send_due())) == 2
    assert receivers.asked == 2


async def test_a_cause_that_is_rolled_back_tells_nobody(receivers: Receivers, people: People) -> None:
    person = await Person.get(iin=await iin("yerlan"))
    with pytest.raises(RuntimeError):
        async with transaction():
            await outbox.post(await journal.record(SYSTEM, "test:cause"), person, "attachment_withdrawn")
            raise RuntimeError
    assert not await Message.exists()
    assert await send_due() == 0


async def test_a_refused_act_and_a_question_beforehand_tell_nobody(receivers: Receivers, people: People) -> None:
    yerlan: Asker = await people("yerlan")
    assert codes(await yerlan.act("submitAttachment", await request())) == ["SIGNATURE_REQUIRED"]
    query = "query ($act: ActInput!) { mayI(act: $act) { allowed } }"
    assert (await yerlan.see(query, act={"submitAttachment": await request()}))["allowed"]
    assert not await Message.exists()


async def test_messages_are_in_the_language_of_the_reader(receivers: Receivers, people: People) -> None:
    await Person.filter(iin=await iin("yerlan")).update(language="ru")
    done(await (await people("yerlan")).file())
    await send_due()
    assert "зарегистрир" in receivers.texts[0]["text"]
    assert "Городская поликлиника № 5" in receivers.mails[0].get_content()
