"""NCALayer played, for development and tests: the protocol of the national signing program on loopback, with demonstration keys.

Not a window opens and nobody is asked: whoever is meant to sign is taken to have agreed, or does what is to be `play`ed. There is
no time stamp authority of the demonstration, so `tsaProfile` is read and no time stamp is made.
"""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import anyio.to_thread
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from models import clock
from models.demo_data import CLINICS, PEOPLE, DemoClinic, DemoPerson
from models.demonstration_keys import Authority, Kind
from models.eds.issue import EMPLOYEE, HEAD, INDIVIDUAL, ORGANIZATION, Holder
from models.law import Role

Json = dict[str, Any]
BASICS, OLD, ACCESSORY = "kz.gov.pki.knca.basics", "kz.gov.pki.knca.commonUtils", "kz.gov.pki.ncalayerservices.accessory"
VERSION = "1.4"
SIGNS, SIGNS_IN = "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2"
USAGES = {Kind.SIGN: SIGNS, Kind.AUTH: SIGNS_IN, Kind.EXPIRED: SIGNS}
CANCELLED: Json = {"body": {}, "status": True}
PLAYS = {
    "sign": "signs",
    "cancel": "the person cancels",
    "wrong-key": "somebody else's key is chosen",
    "auth-key": "the key for signing in is chosen",
    "expired-key": "a key whose certificate has expired is chosen",
    "slow": "signs after some time",
    "broken": "answers with what is no JSON",
    "silent": "never answers",
    "no-greeting": "does not say who it is",
    "error": "answers that signing failed",
    "drop": "closes the connection in place of an answer",
}


class Dropped(Exception):
    """The connection ends here."""


class Fault(Exception):
    """A failure as the basics module tells it: a code, and details for programmers."""

    def __init__(self, code: str, details: str = "") -> None:
        super().__init__(code)
        self.reply = {"code": code, "details": details, "message": "An invoked method threw an exception.", "status": False}


@dataclass(frozen=True)
class Choice:
    """A key that could be chosen."""

    holder: Holder
    kind: Kind = Kind.SIGN

    @property
    def usages(self) -> set[str]:
        """What its certificate is for, by OID."""
        roles = {ORGANIZATION, HEAD if self.holder.head else EMPLOYEE} if self.holder.bin else {INDIVIDUAL}
        return roles | {USAGES[self.kind]}


@dataclass
class Emulator:
    """One emulator: whose keys it has, what it plays, and what it was asked. `play`, `person` and the rest may be changed at any time."""

    authority: Authority
    person: str
    algorithm: str = "gost"
    play: str = "sign"
    delay: float = 20.0
    say: Callable[[str], None] = lambda line: None
    heard: list[Json] = field(default_factory=list)

    def application(self) -> Starlette:
        """The program as an ASGI application: the socket, and a page by which a browser can be told to trust its certificate."""
        return Starlette(routes=[WebSocketRoute("/", self.talk), Route("/", _page)])

    async def talk(self, socket: WebSocket) -> None:
        """One connection: the greeting, then an answer to each message."""
        await socket.accept()
        self.say(f"connected from {socket.headers.get('origin', 'no page')}")
        try:
            if self.play != "no-greeting":
                await socket.send_text(json.dumps({"result": {"version": VERSION}}))
            while True:
                answer = await self.answer(await socket.receive_text())
                if answer is not None:
                    await socket.send_text(answer)
        except Dropped:
            await socket.close(1011)
        except WebSocketDisconnect:
            self.say("disconnected")

    async def answer(self, text: str) -> str | None:
        """The reply to one message; None where the program says nothing."""
        if text == "--heartbeat--":
            return text
        try:
            asked = json.loads(text)
        except ValueError:
            asked = None
        if not isinstance(asked, dict):
            return json.dumps({"success": False, "code": "COMMON_JSON_WRAPPING_EXCEPTION"})
        self.heard.append(asked)
        reply = await self._reply(asked)
        self.say(f"{asked.get('module')}.{asked.get('method')}: {_short(reply)}")
        return reply if isinstance(reply, str) or reply is None else json.dumps(reply)

    async def _reply(self, asked: Json) -> Json | str | None:
        module, method = asked.get("module"), asked.get("method")
        if module == ACCESSORY:
            return None
        if module == OLD:
            return await self._old(str(method), asked.get("args") or [])
        if module != BASICS:
            return {"success": False, "errorCode": "MODULE_NOT_FOUND"}
        try:
            return await self._basics(str(method), asked.get("args"))
        except Fault as fault:
            return fault.reply

    async def _basics(self, method: str, args: Any) -> Json | str | None:
        if method != "sign":
            raise Fault("INVOCATION_ERROR", f"java.lang.NoSuchMethodException: {method}")
        given, signer = _object(args, "args"), _object(_object(args, "args").get("signerParams"), "signerParams")
        params = _object(given.get("signingParams"), "signingParams")
        contents, many = _contents(given, params), isinstance(given.get("data"), list)
        if self.play in ENDS:
            return await ENDS[self.play](self)
        choice = self.choice(signer) if signer.get("chain") is not None else None
        if choice is None:
            return CANCELLED
        attached = _flag(params.get("encapsulate"), default=True)
        signed = [await self.sign(choice, content, attached) for content in contents]
        return {"body": {"result": signed if many else signed[0]}, "status": True}

    async def _old(self, method: str, args: list[Any]) -> Json | str | None:
        """The older module, which is still met: storages, facts of a key, signatures as bare Base64."""
        simple: dict[str, Json] = {
            "getActiveTokens": {"responseObject": [], "code": "200"}, "changeLocale": {"code": "200"},
        }  # fmt: skip
        if method in simple:
            return simple[method]
        if method not in ("getKeyInfo", "createCAdESFromBase64", "createCMSSignatureFromBase64"):
            return {"code": "500", "message": f"java.lang.NoSuchMethodException: {method}"}
        if not all(isinstance(one, str) for one in args[:3]) or len(args) < (1 if method == "getKeyInfo" else 3):
            return {"code": "500", "message": f"java.lang.IllegalArgumentException: argument type mismatch. Method: {method}"}
        if self.play in ENDS and self.play not in ("cancel", "error"):
            return await ENDS[self.play](self)
        choice = self._old_choice(args)
        if self.play in ("cancel", "error") or choice is None:
            return {"code": "500", "message": "action.canceled"}
        if method == "getKeyInfo":
            return {"responseObject": await self._key_info(choice), "code": "200"}
        armoured = await self.sign(choice, base64.b64decode(args[2]), len(args) > 3 and _flag(args[3]))
        return {"responseObject": "".join(armoured.splitlines()[1:-1]), "code": "200"}

    def _old_choice(self, args: list[Any]) -> Choice | None:
        usage = {"SIGNATURE": [SIGNS], "AUTHENTICATION": [SIGNS_IN]}.get(args[1] if len(args) > 1 else "", [])
        return self.choice({"extKeyUsageOids": usage})

    async def _key_info(self, choice: Choice) -> Json:
        made = await anyio.to_thread.run_sync(self._issue, choice)
        return _facts(made)

    def choice(self, signer: Mapping[str, Any]) -> Choice | None:
        """The key that a person would choose: of the number asked for, with every usage asked for; None where there is none."""
        wanted = signer.get("extKeyUsageOids")
        if not isinstance(wanted, list):
            raise Fault("INVOCATION_ERROR", 'org.json.JSONException: JSONObject["extKeyUsageOids"] is not a JSONArray.')
        person = person_of(signer.get("iin") or self.person)
        if self.play == "wrong-key":
            person = next(one for one in PEOPLE if one != person and one.role == (person.role if person else None))
        keys = [Choice(one, kind) for one in holders(person) for kind in (Kind.SIGN, Kind.AUTH)] if person else []
        if self.play in KINDS:
            return Choice(keys[0].holder, KINDS[self.play]) if keys else None
        organisation = signer.get("bin") if self.play != "wrong-key" else ""
        return next((one for one in keys if set(wanted) <= one.usages and organisation in ("", None, one.holder.bin)), None)

    async def sign(self, choice: Choice, content: bytes, attached: bool) -> str:
        """A CMS in its armour, made as the program makes it."""
        made = await anyio.to_thread.run_sync(self._sign, choice, content, attached)
        if self.play == "slow":
            await asyncio.sleep(self.delay)
        lines = base64.encodebytes(made).decode()
        return f"-----BEGIN CMS-----\n{lines}-----END CMS-----\n"

    def _sign(self, choice: Choice, content: bytes, attached: bool) -> bytes:
        self._issue(choice)
        return self.authority.sign(
            choice.holder.iin, content, organisation=choice.holder.bin or None, detached=not attached, at=clock.now(), kind=choice.kind,
            algorithm=self.algorithm,
        )  # fmt: skip

    def _issue(self, choice: Choice) -> x509.Certificate:
        return self.authority.issue(choice.holder, choice.kind, self.algorithm)


async def _cancel(emulator: Emulator) -> Json:
    return CANCELLED


async def _broken(emulator: Emulator) -> str:
    return '{"body":{"result":'


async def _silent(emulator: Emulator) -> None:
    return None


async def _failed(emulator: Emulator) -> Json:
    return Fault("SIGNING_FAILURE", "the demonstration's token was taken out").reply


async def _dropped(emulator: Emulator) -> None:
    raise Dropped


ENDS: dict[str, Callable[[Emulator], Awaitable[Json | str | None]]] = {
    "cancel": _cancel, "broken": _broken, "silent": _silent, "error": _failed, "drop": _dropped,
}  # fmt: skip
KINDS = {"auth-key": Kind.AUTH, "expired-key": Kind.EXPIRED}


async def _page(request: Request) -> Response:
    return PlainTextResponse("NCALayer's emulator of Emhana. This browser can reach it now.\n")


def _object(value: Any, name: str) -> Json:
    if not isinstance(value, dict):
        raise Fault("INVOCATION_ERROR", f'org.json.JSONException: JSONObject["{name}"] is not a JSONObject.')
    return value


def _contents(given: Json, params: Json) -> list[bytes]:
    """The bytes to sign, of one document or of several."""
    if given.get("format") != "cms" or _flag(params.get("digested")):
        raise Fault("INVALID_SIGNING_PARAMS", "the emulator signs CMS over whole documents only")
    data = given.get("data")
    texts = [one for one in (data if isinstance(data, list) else [data]) if isinstance(one, str)]
    if not texts or texts not in (data, [data]):
        raise Fault("INVOCATION_ERROR", 'org.json.JSONException: JSONObject["data"] is neither a string nor an array of strings.')
    if not _flag(params.get("decode")):
        return [one.encode() for one in texts]
    try:
        return [base64.b64decode(one, validate=True) for one in texts]
    except ValueError as error:
        raise Fault("INVOCATION_ERROR", f"java.lang.IllegalArgumentException: {error}") from error


def _flag(value: Any, default: bool = False) -> bool:
    """Yes or no; the program takes both as JSON and as text."""
    return default if value is None else str(value).lower() == "true"


def person_of(number: str) -> DemoPerson | None:
    """A person of the demonstration by IIN or by key."""
    return next((one for one in PEOPLE if number in (one.iin, one.key)), None)


def holders(person: DemoPerson) -> Iterator[Holder]:
    """As what a person can sign: personally, and as the head of the clinic that the person heads."""
    alone = Holder(person.iin, person.surname, person.given_name, person.patronymic)
    yield alone
    clinic = _clinic(person.clinic)
    if person.role is Role.HEAD and clinic:
        yield replace(alone, organisation=clinic.name["ru"], bin=clinic.bin, head=True)


def _clinic(key: str) -> DemoClinic | None:
    return next((one for one in CLINICS if one.key == key), None)


def _facts(certificate: x509.Certificate) -> Json:
    """What `getKeyInfo` tells of a key; moments in milliseconds, as text."""
    subject, issuer = certificate.subject, certificate.issuer
    serial = f"{certificate.serial_number:x}"
    return {
        "subjectCn": _common(subject), "subjectDn": subject.rfc4514_string(), "issuerCn": _common(issuer),
        "issuerDn": issuer.rfc4514_string(),
        "serialNumber": serial, "alias": serial, "keyId": serial, "algorithm": certificate.signature_algorithm_oid.dotted_string,
        "certNotBefore": _milliseconds(certificate.not_valid_before_utc.timestamp()),
        "certNotAfter": _milliseconds(certificate.not_valid_after_utc.timestamp()),
        "authorityKeyIdentifier": "", "pem": certificate.public_bytes(Encoding.PEM).decode(),
    }  # fmt: skip


def _common(name: x509.Name) -> str:
    return str(name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value)


def _milliseconds(moment: float) -> str:
    return str(int(moment * 1000))


def _short(reply: Json | str | None) -> str:
    """A reply for the person at the terminal: signatures are long."""
    return "nothing" if reply is None else json.dumps(reply, ensure_ascii=False)[:100] if isinstance(reply, dict) else reply[:100]
