"""Signing with eGov Mobile at the API: codes and secrets, what the application is told, what it may bring, and what is refused."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from api.mobile_signing import PATH
from models import demo
from models.database import transaction
from models.demo_data import PEOPLE
from models.journal import Entry
from models.mobile_signing import MobileSigning
from models.settings import settings
from models.signing import SignatureRequest
from models.trust import authority
from tests.attachment import asking
from tests.attachment.asking import Asker, Json, codes
from tests.attachment.conftest import People, clock, keys, made_keys, people, register

__all__ = ["clock", "keys", "made_keys", "people", "register"]
IIN = {one.key: one.iin for one in PEOPLE}
CODE = "mobileCode { qrText link businessLink checkWord expiresAt secret }"
STATE = "query ($request: ID!, $secret: String!) { mobileSigning(request: $request, secret: $secret) { state signature } }"
TOLD = (
    "query ($token: String!) { mobileRequest(token: $token) "
    "{ description bin documentToken content organisation { kk ru en } name { kk ru en } details { name value } } }"
)


@pytest.fixture(autouse=True)
def switched_on(environment: pytest.MonkeyPatch) -> Iterator[None]:
    environment.setenv("EMHANA_EGOV_MOBILE", "1")
    settings.cache_clear()
    yield
    settings.cache_clear()


async def challenge(who: Asker) -> tuple[str, bytes]:
    """A fresh challenge to sign in with: its id and bytes."""
    found = (await who.act("startSignIn", {}, "signatureRequest { id content }"))["signatureRequest"]
    return found["id"], base64.b64decode(found["content"])


async def filing(who: Asker) -> tuple[str, bytes, Json]:
    """A request of the caller's own to be signed: its id and bytes, and the act's input."""
    given = await asking.request()
    found = (await who.act("requestSignature", {"submitAttachment": given}, "signatureRequest { id content }"))["signatureRequest"]
    return found["id"], base64.b64decode(found["content"]), given


async def begun(who: Asker, request: str) -> Json:
    found = await who.act("startMobileSigning", {"request": request}, CODE)
    assert not found["problems"], found
    code: Json = found["mobileCode"]
    return code


def token_of(code: Json) -> str:
    return str(code["qrText"].rpartition("token=")[2])


async def document_token(who: Asker, code: Json) -> str:
    return str((await who.see(TOLD, token=token_of(code)))["documentToken"])


async def brought(who: Asker, token: str, cms: bytes) -> list[str]:
    """Why a delivery is refused; nothing when it is taken."""
    given = {"token": token, "signature": base64.b64encode(cms).decode()}
    return codes(await who.act("deliverMobileSignature", given, "mobileDelivery { state }"))


async def state(who: Asker, request: str, code: Json) -> str:
    return str((await who.see(STATE, request=request, secret=code["secret"]))["state"])


async def test_a_code_leads_the_application_to_this_site_and_says_nothing_else(people: People) -> None:
    nobody = await people("")
    request, _ = await challenge(nobody)
    code = await begun(nobody, request)
    address = f"{settings().site}{PATH}?token="
    assert code["qrText"].startswith(f"mobileSign:{address}") and len(token_of(code)) >= 22
    assert code["link"].startswith("https://m.egov.kz/mobileSign/?link=http%3A%2F%2F") and "apn=kz.mobile.mgov" in code["link"]
    assert code["businessLink"].startswith("https://m.egov.kz/businessSign/?link=")
    assert code["secret"] not in code["qrText"] + code["link"]


async def test_the_application_is_told_the_site_the_act_and_the_word_that_the_screen_shows(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    told = await app.see(TOLD, token=token_of(code))
    assert base64.b64decode(told["content"]) == content
    assert "127.0.0.1:8000" in told["description"] and told["description"].count(code["checkWord"]) == 2
    assert "Заявка на прикрепление" in told["description"] and "бекіту" in told["description"]
    assert {"name": "Check word", "value": code["checkWord"]} in told["details"]
    assert told["name"]["en"] == "Request for attachment to a primary health care facility"


async def test_a_signature_brought_by_the_application_files_the_request(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, given = await filing(yerlan)
    code = await begun(yerlan, request)
    assert await state(yerlan, request, code) == "WAITING"
    token = await document_token(app, code)
    assert await state(yerlan, request, code) == "OPENED"
    assert await brought(app, token, await demo.sign(IIN["yerlan"], content, as_head=False)) == []
    found = await yerlan.see(STATE, request=request, secret=code["secret"])
    assert found["state"] == "RECEIVED"
    filed = await yerlan.act("submitAttachment", given | {"signature": found["signature"]})
    assert not filed["problems"] and filed["attachment"]["state"] == "SUBMITTED"


async def test_a_signed_challenge_opens_a_session_for_who_signed_it(people: People) -> None:
    nobody, app = await people(""), await people("")
    request, content = await challenge(nobody)
    code = await begun(nobody, request)
    assert await brought(app, await document_token(app, code), await demo.sign(IIN["marat"], content, as_head=False)) == []
    signature = (await nobody.see(STATE, request=request, secret=code["secret"]))["signature"]
    opened = await nobody.act(
        "signIn", {"signature": signature}, "signIn { token }"
    )
    assert opened["signIn"]["token"] and not opened["problems"]


async def test_start_and_delivery_are_journalled_without_secrets(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    token = await document_token(app, code)
    await brought(app, token, await demo.sign(IIN["yerlan"], content, as_head=False))
    person = (await demo.person("yerlan")).id
    lines = await Entry.filter(act__startswith="mobile_signing:").order_by("at", "act")
    assert {one.act for one in lines} == {"mobile_signing:start", "mobile_signing:deliver"}
    assert {one.person_id for one in lines} == {person} and {one.name for one in lines} >= {"Тілеуов Ерлан Болатұлы"}
    written = " ".join(str(vars(one)) for one in lines)
    assert token not in written and code["secret"] not in written and token_of(code) not in written


async def test_neither_the_token_nor_the_secret_is_kept_in_clear(people: People) -> None:
    nobody = await people("")
    request, _ = await challenge(nobody)
    code = await begun(nobody, request)
    row = str(vars(await MobileSigning.get()))
    assert token_of(code) not in row and code["secret"] not in row and await document_token(nobody, code) not in row


async def test_a_new_code_ends_the_one_before(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    old = await begun(yerlan, request)
    token = await document_token(app, old)
    new = await begun(yerlan, request)
    assert await app.see(TOLD, token=token_of(old)) is None
    assert await brought(app, token, await demo.sign(IIN["yerlan"], content, as_head=False)) == ["NOT_FOUND"]
    assert await yerlan.see(STATE, request=request, secret=old["secret"]) is None
    assert await state(yerlan, request, new) == "WAITING"


async def test_who_saw_the_code_of_a_sign_in_cannot_replace_it(people: People) -> None:
    """The bytes that the application reads name the request, so whoever photographs the code knows its id."""
    nobody, thief = await people(""), await people("")
    request, _ = await challenge(nobody)
    code = await begun(nobody, request)
    assert codes(await thief.act("startMobileSigning", {"request": request}, CODE)) == ["CHALLENGE_USED"]
    assert await state(nobody, request, code) == "WAITING"


async def test_no_new_code_once_a_signature_has_come(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    await brought(app, await document_token(app, code), await demo.sign(IIN["yerlan"], content, as_head=False))
    assert codes(await yerlan.act("startMobileSigning", {"request": request}, CODE)) == ["CHALLENGE_USED"]
    assert await state(yerlan, request, code) == "RECEIVED"


async def test_a_request_of_somebody_else_is_as_absent_as_none(people: People) -> None:
    yerlan = await people("yerlan")
    request, _, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    for name in ("zhanar", "", "head", "partner:attachment:submit"):
        other = await people(name)
        assert codes(await other.act("startMobileSigning", {"request": request}, CODE)) == ["NOT_FOUND"], name
        assert await other.see(STATE, request=request, secret=code["secret"]) is None, name


async def test_the_secret_of_another_signing_takes_nothing(people: People) -> None:
    nobody, app = await people(""), await people("")
    mine, content = await challenge(nobody)
    other, _ = await challenge(nobody)
    code, foreign = await begun(nobody, mine), await begun(nobody, other)
    await brought(app, await document_token(app, code), await demo.sign(IIN["marat"], content, as_head=False))
    for secret in (foreign["secret"], token_of(code), await document_token(app, code), "", "сырдың өзі"):
        assert await nobody.see(STATE, request=mine, secret=secret) is None


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "құпия", "\x00"])
async def test_an_invented_token_is_told_nothing_and_brings_nothing(people: People, token: str) -> None:
    nobody = await people("")
    _, content = await challenge(nobody)
    assert await nobody.see(TOLD, token=token) is None
    assert await brought(nobody, token, await demo.sign(IIN["marat"], content, as_head=False)) == ["NOT_FOUND"]


async def test_the_token_of_the_code_itself_brings_nothing(people: People) -> None:
    """It stands in an address, which proxies write down; only the document's token, told for it, brings a signature."""
    nobody = await people("")
    request, content = await challenge(nobody)
    code = await begun(nobody, request)
    assert await brought(nobody, token_of(code), await demo.sign(IIN["marat"], content, as_head=False)) == ["NOT_FOUND"]


async def test_with_the_request_everything_about_its_code_expires(people: People, clock: time_machine.Traveller) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    token = await document_token(app, code)
    clock.shift(301)
    assert await app.see(TOLD, token=token_of(code)) is None
    assert await brought(app, token, await demo.sign(IIN["yerlan"], content, as_head=False)) == ["CHALLENGE_EXPIRED"]
    assert await state(yerlan, request, code) == "EXPIRED"
    assert codes(await yerlan.act("startMobileSigning", {"request": request}, CODE)) == ["CHALLENGE_EXPIRED"]


async def test_a_signature_over_other_bytes_is_refused(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    _, other, _ = await filing(yerlan)
    token = await document_token(app, await begun(yerlan, request))
    assert await brought(app, token, await demo.sign(IIN["yerlan"], other, as_head=False)) == ["SIGNATURE_OTHER_CONTENT"]
    assert await brought(app, token, await demo.sign(IIN["yerlan"], content[:-1], as_head=False)) == ["SIGNATURE_OTHER_CONTENT"]
    assert (await MobileSigning.get()).cms is None


async def test_a_signature_of_somebody_else_is_refused_for_ones_request(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    token = await document_token(app, await begun(yerlan, request))
    assert await brought(app, token, await demo.sign(IIN["zhanar"], content, as_head=False)) == ["SIGNATURE_FOREIGN"]


async def test_a_broken_or_revoked_signature_is_refused_by_its_name(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    token = await document_token(app, await begun(yerlan, request))
    cms = bytearray(await demo.sign(IIN["yerlan"], content, as_head=False))
    assert await brought(app, token, bytes(cms[:-20])) == ["SIGNATURE_BROKEN"]
    assert await brought(app, token, b"no signature") == ["SIGNATURE_BROKEN"]
    authority().revoke(IIN["yerlan"])
    assert await brought(app, token, bytes(cms)) == ["SIGNATURE_REVOKED"]


async def test_the_same_bytes_again_are_the_same_delivery_and_others_are_refused(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    token = await document_token(app, code)
    first, second = [await demo.sign(IIN["yerlan"], content, as_head=False) for _ in range(2)]
    assert first != second
    assert await brought(app, token, first) == [] and await brought(app, token, first) == []
    assert await brought(app, token, second) == ["CHALLENGE_USED"]
    kept = await MobileSigning.get()
    assert kept.cms is not None and bytes(kept.cms) == first
    assert await Entry.filter(act="mobile_signing:deliver").count() == 1


async def test_a_delivery_repeated_after_the_act_or_the_time_is_still_the_same_delivery(
    people: People, clock: time_machine.Traveller
) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, given = await filing(yerlan)
    token = await document_token(app, await begun(yerlan, request))
    cms = await demo.sign(IIN["yerlan"], content, as_head=False)
    assert await brought(app, token, cms) == []
    assert not (await yerlan.act("submitAttachment", given | {"signature": base64.b64encode(cms).decode()}))["problems"]
    assert await brought(app, token, cms) == []
    clock.shift(301)
    assert await brought(app, token, cms) == []


async def test_a_decision_wants_the_key_of_the_organisation(people: People) -> None:
    case = (await (await people("yerlan")).file())["attachment"]
    await (await people("registrar")).act("checkAttachment", {"id": case["id"]})
    head, app = await people("head"), await people("")
    asked = await head.act("requestSignature", {"approveAttachment": {"id": case["id"]}}, "signatureRequest { id content }")
    request, content = asked["signatureRequest"]["id"], base64.b64decode(asked["signatureRequest"]["content"])
    code = await begun(head, request)
    token = await document_token(app, code)
    own = await demo.sign(IIN["head"], content, as_head=False)
    assert set(await brought(app, token, own)) == {"SIGNATURE_NOT_HEAD", "SIGNATURE_OTHER_CLINIC"}
    assert await brought(app, token, await demo.sign(IIN["head9"], content, as_head=True)) == ["SIGNATURE_FOREIGN"]
    assert await brought(app, token, await demo.sign(IIN["head"], content, as_head=True)) == []
    signature = (await head.see(STATE, request=request, secret=code["secret"]))["signature"]
    decided = await head.act("approveAttachment", {"id": case["id"], "signature": signature})
    assert not decided["problems"], decided


async def test_for_a_partner_system_whoever_signs_is_judged_by_the_act(people: People) -> None:
    partner, app = await people("partner:attachment:submit"), await people("")
    given = await asking.request(patientIin=IIN["yerlan"])
    asked = await partner.act("requestSignature", {"submitAttachment": given}, "signatureRequest { id content }")
    request, content = asked["signatureRequest"]["id"], base64.b64decode(asked["signatureRequest"]["content"])
    code = await begun(partner, request)
    assert await brought(app, await document_token(app, code), await demo.sign(IIN["yerlan"], content, as_head=False)) == []
    assert await state(partner, request, code) == "RECEIVED"


async def test_a_request_already_signed_another_way_takes_nothing_more(people: People) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, given = await filing(yerlan)
    token = await document_token(app, await begun(yerlan, request))
    cms = await demo.sign(IIN["yerlan"], content, as_head=False)
    await yerlan.act("submitAttachment", given | {"signature": base64.b64encode(cms).decode()})
    assert await brought(app, token, cms) == ["CHALLENGE_USED"]
    assert codes(await yerlan.act("startMobileSigning", {"request": request}, CODE)) == ["CHALLENGE_USED"]


async def test_switched_off_there_is_nothing_of_it(people: People, environment: pytest.MonkeyPatch) -> None:
    yerlan, app = await people("yerlan"), await people("")
    request, content, _ = await filing(yerlan)
    code = await begun(yerlan, request)
    token = await document_token(app, code)
    environment.setenv("EMHANA_EGOV_MOBILE", "0")
    settings.cache_clear()
    assert codes(await yerlan.act("startMobileSigning", {"request": request}, CODE)) == ["NOT_FOUND"]
    assert await yerlan.see(STATE, request=request, secret=code["secret"]) is None
    assert await app.see(TOLD, token=token_of(code)) is None
    assert await brought(app, token, await demo.sign(IIN["yerlan"], content, as_head=False)) == ["NOT_FOUND"]


async def test_clearing_an_old_request_clears_its_code(people: People) -> None:
    nobody = await people("")
    request, _ = await challenge(nobody)
    await begun(nobody, request)
    async with transaction():
        await SignatureRequest.all().delete()
    assert await MobileSigning.all().count() == 0


def test_a_bin_that_is_none_stops_the_start(environment: pytest.MonkeyPatch) -> None:
    from models.settings import Misconfigured, Settings

    environment.setenv("EMHANA_ORGANISATION_BIN", "12345")
    with pytest.raises(Misconfigured, match="EMHANA_ORGANISATION_BIN"):
        Settings()


NAMES = [("", "Емхана", "Емхана"), ("Денсаулық", "Денсаулық", "Денсаулық"), ("Ұйым; Организация; Body", "Ұйым", "Организация")]


@pytest.mark.parametrize(("given", "kk", "ru"), NAMES)
async def test_the_application_shows_who_serves_the_site(
    people: People, environment: pytest.MonkeyPatch, given: str, kk: str, ru: str
) -> None:
    environment.setenv("EMHANA_ORGANISATION_NAME", given)
    environment.setenv("EMHANA_ORGANISATION_BIN", "260440990069")
    settings.cache_clear()
    nobody = await people("")
    code = await begun(nobody, (await challenge(nobody))[0])
    told: Any = await nobody.see(TOLD, token=token_of(code))
    assert (told["organisation"]["kk"], told["organisation"]["ru"], told["bin"]) == (kk, ru, "260440990069")
