"""A signature is good for one request, once, in time, by its own signer: one test for each way in which it is not."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from models import demo, trust
from models.attachment import Attachment
from models.demonstration_keys import Authority, Kind
from models.eds.issue import Holder
from models.signing import Signature
from tests.attachment.asking import MONDAY, Asker, Json, codes, done, iin, request
from tests.attachment.conftest import People


async def holder(name: str) -> Holder:
    one = await demo.person(name)
    return Holder(one.iin, one.surname, one.given_name, one.patronymic)


async def filed(who: Asker, given: Json, cms: bytes) -> list[str]:
    """The codes of the refusal of a filing with this signature; nothing of it is kept."""
    before = await Signature.all().count(), await Attachment.all().count()
    payload = await who.act("submitAttachment", given | {"signature": base64.b64encode(cms).decode()})
    assert (await Signature.all().count(), await Attachment.all().count()) == before
    assert payload["attachment"] is None
    assert all(one["field"] == ["signature"] and one["message"] for one in payload["problems"])
    return codes(payload)


async def asked(people: People) -> tuple[Asker, Json, bytes]:
    """Yerlan's sound request, and the bytes he must sign."""
    yerlan, given = await people("yerlan"), await request()
    content, problems = await yerlan.to_sign("submitAttachment", given)
    assert not problems
    return yerlan, given, content


async def test_a_signature_of_another_person_is_foreign(people: People) -> None:
    yerlan, given, content = await asked(people)
    assert await filed(yerlan, given, await demo.sign("zhanar", content)) == ["SIGNATURE_FOREIGN"]


async def test_a_signature_by_an_authority_that_nobody_trusts(people: People, tmp_path: Path) -> None:
    yerlan, given, content = await asked(people)
    stranger = Authority.open(tmp_path / "stranger")
    stranger.issue(await holder("yerlan"))
    assert await filed(yerlan, given, stranger.sign(await iin("yerlan"), content)) == ["SIGNATURE_UNTRUSTED"]


@pytest.mark.parametrize("kind, code", [(Kind.EXPIRED, "SIGNATURE_EXPIRED"), (Kind.AUTH, "SIGNATURE_USAGE")])
async def test_a_certificate_that_has_expired_or_is_for_signing_in_only(people: People, kind: Kind, code: str) -> None:
    yerlan, given, content = await asked(people)
    trust.authority().issue(await holder("yerlan"), kind)
    assert await filed(yerlan, given, trust.authority().sign(await iin("yerlan"), content, kind=kind)) == [code]


async def test_a_certificate_that_was_revoked(people: People) -> None:
    yerlan, given, content = await asked(people)
    cms = await demo.sign("yerlan", content)
    trust.authority().revoke(await iin("yerlan"), at=MONDAY - timedelta(hours=1))
    assert await filed(yerlan, given, cms) == ["SIGNATURE_REVOKED"]


async def test_while_nobody_knows_whether_it_was_revoked_it_is_refused(people: People, keys: Path) -> None:
    yerlan, given, content = await asked(people)
    cms = await demo.sign("yerlan", content)
    (keys / "revoked").rmdir()
    assert await filed(yerlan, given, cms) == ["REVOCATION_UNKNOWN"]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"id":1}', b'{"id":"00000000-0000-0000-0000-000000000000"}', b"[1]", b"\xff"])
async def test_a_signature_of_other_content(people: People, content: bytes) -> None:
    yerlan, given, _ = await asked(people)
    assert await filed(yerlan, given, await demo.sign("yerlan", content)) in (["SIGNATURE_OTHER_CONTENT"], ["SIGNATURE_BROKEN"])


async def test_the_request_cannot_be_changed_by_one_byte(people: People) -> None:
    yerlan, given, content = await asked(people)
    assert await filed(yerlan, given, await demo.sign("yerlan", content + b" ")) == ["SIGNATURE_OTHER_CONTENT"]


@pytest.mark.parametrize("change", [{"phone": "+77010000000"}, {"language": "RU"}, {"consent": True, "outsideZone": True}])
async def test_the_input_cannot_be_changed_after_signing(people: People, change: Json) -> None:
    yerlan, given, content = await asked(people)
    assert await filed(yerlan, given | change, await demo.sign("yerlan", content)) == ["SIGNATURE_OTHER_CONTENT"]


async def test_a_challenge_is_used_once(people: People) -> None:
    yerlan = await people("yerlan")
    signed = await yerlan.signed("submitAttachment", await request())
    case = done(await yerlan.act("submitAttachment", signed))
    assert not codes(await yerlan.act("withdrawAttachment", {"id": case["id"]}))
    again = await request(idempotencyKey="00000000-0000-4000-8000-000000000001")
    assert await filed(yerlan, again, base64.b64decode(signed["signature"])) == ["CHALLENGE_USED"]


async def test_a_challenge_is_void_after_five_minutes(people: People, clock: time_machine.Traveller) -> None:
    yerlan, given, content = await asked(people)
    cms = await demo.sign("yerlan", content)
    clock.shift(timedelta(minutes=5))
    assert await filed(yerlan, given, cms) == ["CHALLENGE_EXPIRED"]


async def test_in_the_last_second_it_is_still_good(people: People, clock: time_machine.Traveller) -> None:
    yerlan, given, content = await asked(people)
    signature = base64.b64encode(await demo.sign("yerlan", content)).decode()
    clock.shift(timedelta(minutes=4, seconds=59))
    done(await yerlan.act("submitAttachment", given | {"signature": signature}))


async def test_a_challenge_to_sign_in_files_nothing(people: People) -> None:
    yerlan, given, _ = await asked(people)
    found = await yerlan.act("startSignIn", {}, "signatureRequest { content }")
    cms = await demo.sign("yerlan", base64.b64decode(found["signatureRequest"]["content"]))
    assert await filed(yerlan, given, cms) == ["SIGNATURE_OTHER_CONTENT"]


async def test_a_challenge_of_one_partner_is_no_good_to_another(people: People) -> None:
    one, other = await people("partner:attachment:submit"), await people("partner:attachment:submit ")
    given = await request(patientIin=await iin("yerlan"))
    content, _ = await one.to_sign("submitAttachment", given)
    assert await filed(other, given, await demo.sign("yerlan", content)) == ["SIGNATURE_OTHER_CONTENT"]


async def test_a_challenge_of_one_account_is_no_good_to_another(people: People) -> None:
    yerlan, given, _ = await asked(people)
    content, problems = await (await people("citizen:centre")).to_sign("submitAttachment", given)
    assert not problems
    assert await filed(yerlan, given, await demo.sign("yerlan", content)) == ["SIGNATURE_OTHER_CONTENT"]


@pytest.mark.parametrize("cms", [b"x", b"\x30\x80", b"\x00" * 5000, bytes(range(256)) * 8])
async def test_bytes_that_are_no_signature(people: People, cms: bytes) -> None:
    yerlan, given, _ = await asked(people)
    assert await filed(yerlan, given, cms) == ["SIGNATURE_BROKEN"]


async def test_a_signature_damaged_anywhere_is_refused(people: People) -> None:
    yerlan, given, content = await asked(people)
    cms = await demo.sign("yerlan", content)
    for place in range(0, len(cms), len(cms) // 40):
        damaged = cms[:place] + bytes([cms[place] ^ 1]) + cms[place + 1 :]
        assert await filed(yerlan, given, damaged), place
