"""The emulator of NCALayer: the protocol as the real program speaks it, spoken to over TLS by a socket and by the public client."""

import asyncio
import base64
import json
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from models import clock, eds, trust
from models.demo_data import PEOPLE
from models.eds import AUTH, Bad, Code
from models.settings import Misconfigured, settings
from web import cli, emulator_server
from web.emulator import CANCELLED, PLAYS, Emulator
from web.emulator_server import Running

Json = dict[str, Any]
IIN = {one.key: one.iin for one in PEOPLE}
CLINIC = "260440990019"
SIGNS, SIGNS_IN, ORGANISATION, HEAD = "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2", "1.2.398.3.3.4.1.2", "1.2.398.3.3.4.1.2.1"
CLIENT = "ncalayer-js-client@1.5.6"
WORDS = "Өтініш".encode()


@pytest.fixture
def emulator(environment: pytest.MonkeyPatch) -> Iterator[Emulator]:
    trust.authority.cache_clear()
    yield emulator_server.made("zhanar", "ecdsa")
    trust.authority.cache_clear()


@pytest.fixture
def address(emulator: Emulator) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Running(emulator, port):
        yield f"wss://127.0.0.1:{port}/"


def trusting() -> ssl.SSLContext:
    """What a browser does that was told to trust the emulator's certificate."""
    return ssl.create_default_context(cafile=str(settings().data / "ncalayer" / "certificate.pem"))


async def told(socket: ClientConnection, message: object) -> Any:
    await socket.send(message if isinstance(message, str) else json.dumps(message))
    return json.loads(await asyncio.wait_for(socket.recv(), 10))


async def asked(address: str, message: object) -> Any:
    """The reply to one message after the greeting."""
    async with connect(address, ssl=trusting()) as socket:
        assert json.loads(await socket.recv()) == {"result": {"version": "1.4"}}
        return await told(socket, message)


def sign(data: Any = None, params: Json | None = None, **signer: Any) -> Json:
    """A request to sign as our page makes it, for any key of the demonstration unless `signer` says more."""
    texts = base64.b64encode(WORDS).decode() if data is None else data
    usual = {"decode": True, "encapsulate": True, "digested": False, "tsaProfile": {}}
    return {
        "module": "kz.gov.pki.knca.basics", "method": "sign",
        "args": {
            "format": "cms", "data": texts, "signingParams": {**usual, **(params or {})},
            "signerParams": {"extKeyUsageOids": [], "chain": [], **signer}, "locale": "kk",
        },
    }  # fmt: skip


def der(armoured: str) -> bytes:
    assert armoured.startswith("-----BEGIN CMS-----\n") and armoured.endswith("-----END CMS-----\n")
    return base64.b64decode("".join(armoured.splitlines()[1:-1]))


def proved(armoured: str, detached: bytes | None = None) -> eds.Signer:
    return read(der(armoured), detached)


def read(cms: bytes, detached: bytes | None = None) -> eds.Signer:
    return eds.verify(cms, anchors=trust.anchors(), at=clock.now(), revocation=trust.revocation(), detached=detached)


async def test_one_document_comes_back_as_one_signature_over_its_bytes(address: str) -> None:
    reply = await asked(address, sign())
    assert reply["status"] is True
    signer = proved(reply["body"]["result"])
    assert (signer.iin, signer.content) == (IIN["zhanar"], WORDS)


async def test_several_documents_come_back_in_their_order(address: str) -> None:
    reply = await asked(address, sign(data=[base64.b64encode(one).decode() for one in (b"1", b"2", b"3")]))
    assert [proved(one).content for one in reply["body"]["result"]] == [b"1", b"2", b"3"]


async def test_a_list_of_one_document_comes_back_as_a_list(address: str) -> None:
    reply = await asked(address, sign(data=["MQ=="]))
    assert len(reply["body"]["result"]) == 1


async def test_yes_and_no_may_come_as_text_and_the_content_may_stay_outside(address: str) -> None:
    reply = await asked(address, sign(params={"decode": "true", "encapsulate": "false", "digested": "false"}))
    assert proved(reply["body"]["result"], detached=WORDS).iin == IIN["zhanar"]


async def test_without_decode_the_text_itself_is_signed(address: str) -> None:
    reply = await asked(address, sign(data="MQ==", params={"decode": False}))
    assert proved(reply["body"]["result"]).content == b"MQ=="


async def test_the_key_is_that_of_the_number_asked_for(address: str) -> None:
    reply = await asked(address, sign(iin=IIN["olga"], extKeyUsageOids=[SIGNS]))
    assert proved(reply["body"]["result"]).iin == IIN["olga"]


async def test_the_head_of_a_clinic_signs_for_it_when_its_number_is_asked_for(address: str) -> None:
    reply = await asked(address, sign(iin=IIN["head"], bin=CLINIC, extKeyUsageOids=[SIGNS, ORGANISATION, HEAD]))
    signer = proved(reply["body"]["result"])
    assert (signer.iin, signer.bin) == (IIN["head"], CLINIC) and "CEO" in signer.roles


@pytest.mark.parametrize(
    "signer",
    [
        {"iin": "000000000000"},
        {"iin": IIN["olga"], "bin": CLINIC},
        {"iin": IIN["head9"], "bin": CLINIC},
        {"extKeyUsageOids": [SIGNS, ORGANISATION]},
        {"extKeyUsageOids": [SIGNS, SIGNS_IN]},
        {"chain": None},
    ],
    ids=["nobody", "no head", "head of another clinic", "no organisation", "no such usage", "keys of the national authority only"],
)
async def test_who_has_no_fitting_key_can_only_cancel(address: str, signer: Json) -> None:
    assert await asked(address, sign(**signer)) == CANCELLED


async def test_the_key_for_signing_in_is_chosen_when_only_that_is_asked_for(address: str) -> None:
    reply = await asked(address, sign(extKeyUsageOids=[SIGNS_IN]))
    assert AUTH in proved(reply["body"]["result"]).usage


async def test_a_heartbeat_is_echoed(address: str) -> None:
    async with connect(address, ssl=trusting()) as socket:
        await socket.recv()
        await socket.send("--heartbeat--")
        assert await socket.recv() == "--heartbeat--"


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("{", {"success": False, "code": "COMMON_JSON_WRAPPING_EXCEPTION"}),
        ("[]", {"success": False, "code": "COMMON_JSON_WRAPPING_EXCEPTION"}),
        ({"module": "none", "method": "any"}, {"success": False, "errorCode": "MODULE_NOT_FOUND"}),
        ({"method": "browseKeyStore", "args": []}, {"success": False, "errorCode": "MODULE_NOT_FOUND"}),
        ({"module": "kz.digiflow.mobile.extensions", "method": "getVersion"}, {"success": False, "errorCode": "MODULE_NOT_FOUND"}),
    ],
)
async def test_what_is_not_understood_is_answered_as_the_program_does(address: str, message: object, reply: Json) -> None:
    assert await asked(address, message) == reply


@pytest.mark.parametrize("name", ["signingParams", "signerParams"])
@pytest.mark.parametrize("value", [None, 555, "text"])
async def test_missing_parameters_are_an_invocation_error(address: str, name: str, value: object) -> None:
    message = sign()
    message["args"][name] = value
    reply = await asked(address, message)
    assert (reply["code"], reply["status"]) == ("INVOCATION_ERROR", False)
    assert name in reply["details"] and "is not a JSONObject" in reply["details"]


@pytest.mark.parametrize("change", [{"format": "xml"}, {"format": "raw"}])
async def test_other_formats_fail_by_name(address: str, change: Json) -> None:
    message = sign()
    message["args"] |= change
    assert (await asked(address, message))["code"] == "INVALID_SIGNING_PARAMS"


async def test_data_that_is_no_base64_is_an_invocation_error(address: str) -> None:
    assert (await asked(address, sign(data="Ө?")))["code"] == "INVOCATION_ERROR"


# ------------------------------------------------------------------------- the older module


def old(method: str, *args: object) -> Json:
    return {"module": "kz.gov.pki.knca.commonUtils", "method": method, "args": list(args)}


async def test_the_older_module_signs_as_bare_base64(address: str) -> None:
    reply = await asked(address, old("createCAdESFromBase64", "PKCS12", "SIGNATURE", base64.b64encode(WORDS).decode(), True))
    assert reply["code"] == "200"
    signer = read(base64.b64decode(reply["responseObject"]))
    assert (signer.iin, signer.content) == (IIN["zhanar"], WORDS)


async def test_the_older_module_tells_storages_key_and_language(address: str) -> None:
    assert await asked(address, old("getActiveTokens")) == {"responseObject": [], "code": "200"}
    assert await asked(address, old("changeLocale", "kk")) == {"code": "200"}
    key = (await asked(address, old("getKeyInfo", "PKCS12")))["responseObject"]
    assert key["pem"].startswith("-----BEGIN CERTIFICATE-----") and int(key["certNotAfter"]) > int(key["certNotBefore"])
    assert "Өтегенова" in key["subjectCn"]


async def test_the_older_module_tells_a_cancellation_and_a_wrong_argument(address: str, emulator: Emulator) -> None:
    wrong = await asked(address, old("createCAdESFromBase64", "PKCS12", 7, "MQ==", False))
    assert wrong["code"] == "500" and "argument type mismatch" in wrong["message"]
    emulator.play = "cancel"
    assert await asked(address, old("getKeyInfo", "PKCS12")) == {"code": "500", "message": "action.canceled"}


# ------------------------------------------------------------------------- what can be played


async def test_a_cancellation_is_a_success_without_a_result(address: str, emulator: Emulator) -> None:
    emulator.play = "cancel"
    assert await asked(address, sign()) == {"body": {}, "status": True}


async def test_another_persons_key_signs_well_but_for_somebody_else(address: str, emulator: Emulator) -> None:
    emulator.play = "wrong-key"
    signer = proved((await asked(address, sign(iin=IIN["zhanar"])))["body"]["result"])
    assert signer.iin != IIN["zhanar"]


async def test_the_key_for_signing_in_may_be_chosen_in_place_of_that_for_signing(address: str, emulator: Emulator) -> None:
    emulator.play = "auth-key"
    signer = proved((await asked(address, sign(extKeyUsageOids=[SIGNS])))["body"]["result"])
    assert signer.usage == {AUTH}


async def test_an_expired_key_is_refused_by_the_reader(address: str, emulator: Emulator) -> None:
    emulator.play = "expired-key"
    armoured = (await asked(address, sign()))["body"]["result"]
    with pytest.raises(Bad) as bad:
        proved(armoured)
    assert bad.value.code is Code.EXPIRED


async def test_a_failure_has_a_code(address: str, emulator: Emulator) -> None:
    emulator.play = "error"
    assert (await asked(address, sign()))["code"] == "SIGNING_FAILURE"


async def test_an_answer_may_be_no_json_late_or_never_come(address: str, emulator: Emulator) -> None:
    emulator.play, emulator.delay = "broken", 0.5
    async with connect(address, ssl=trusting()) as socket:
        await socket.recv()
        await socket.send(json.dumps(sign()))
        with pytest.raises(ValueError):
            json.loads(await socket.recv())
        emulator.play = "slow"
        before = asyncio.get_running_loop().time()
        assert (await told(socket, sign()))["status"] is True
        assert asyncio.get_running_loop().time() - before >= 0.5
        emulator.play = "silent"
        await socket.send(json.dumps(sign()))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.5)
        emulator.play = "drop"
        await socket.send(json.dumps(sign()))
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_the_greeting_may_be_left_out(address: str, emulator: Emulator) -> None:
    emulator.play = "no-greeting"
    async with connect(address, ssl=trusting()) as socket:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.5)


# ------------------------------------------------------------------------- where it may run


def test_outside_a_demonstration_there_is_no_emulator(environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    environment.delenv("EMHANA_DEMONSTRATION")
    settings.cache_clear()
    trust.authority.cache_clear()
    with pytest.raises(Misconfigured):
        emulator_server.made("zhanar", "ecdsa")
    assert cli.main(["demo", "ncalayer"]) == 2
    assert "EMHANA_DEMONSTRATION" in capsys.readouterr().err


def test_somebody_unknown_is_told_in_one_line(environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", "ncalayer", "nobody"]) == 2
    assert "nobody" in capsys.readouterr().err


def test_its_key_is_for_the_owners_eyes_and_its_certificate_stays_the_same(environment: pytest.MonkeyPatch) -> None:
    certificate, key = emulator_server.identity(settings().data / "ncalayer")
    first = certificate.read_bytes()
    assert key.stat().st_mode & 0o077 == 0
    assert emulator_server.identity(settings().data / "ncalayer")[0].read_bytes() == first


def test_every_play_is_described() -> None:
    assert all(PLAYS.values()) and "sign" in PLAYS


# ------------------------------------------------------------------------- the public client for browsers, as it is


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as npm gives it, with what it depends on."""
    folder = tmp_path_factory.mktemp("npm")
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        pytest.skip("npm or node is absent: the public client cannot be tried")
    (folder / "package.json").write_text("{}")
    done = subprocess.run([npm, "install", CLIENT, "--silent", "--no-audit", "--no-fund"], cwd=folder, capture_output=True)
    if done.returncode:
        pytest.skip(f"npm cannot fetch {CLIENT}")
    return folder


SCRIPT = """
const {NCALayerClient} = require('ncalayer-js-client');
(async () => {
  const client = new NCALayerClient(process.argv[1], false);
  const said = {version: await client.connect()};
  try {
    const signer = NCALayerClient.basicsSignerTestAny;
    said.signature = await client.basicsSignCMS(
      NCALayerClient.basicsStorageAll, process.argv[2], NCALayerClient.basicsCMSParamsAttached, signer, 'kk');
    said.many = await client.basicsSignCMS(
      NCALayerClient.basicsStorageAll, ['MQ==', 'Mg=='], NCALayerClient.basicsCMSParamsAttached, signer, 'kk');
    said.old = await client.createCAdESFromBase64('PKCS12', process.argv[2], 'SIGNATURE', true);
  } catch (error) { said.cancelled = error.canceledByUser; said.error = String(error); }
  console.log(JSON.stringify(said));
  process.exit(0);
})();
"""


def by_client(client: Path, address: str) -> Json:
    command = ["node", "-e", SCRIPT, address, base64.b64encode(WORDS).decode()]
    trusted = str(settings().data / "ncalayer" / "certificate.pem")
    environment = {"NODE_EXTRA_CA_CERTS": trusted, "PATH": str(Path(shutil.which("node") or "").parent)}
    done = subprocess.run(command, cwd=client, capture_output=True, text=True, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("algorithm", ["ecdsa", "rsa", "gost"])
def test_the_public_client_signs_one_document_and_several(client: Path, address: str, emulator: Emulator, algorithm: str) -> None:
    emulator.algorithm = algorithm
    said = by_client(client, address)
    assert said.get("error") is None and said["version"] == "1.4"
    signer = proved(said["signature"])
    assert (signer.iin, signer.content) == (IIN["zhanar"], WORDS)
    assert algorithm in signer.algorithm.lower()
    assert [proved(one).content for one in said["many"]] == [b"1", b"2"]
    assert read(base64.b64decode(said["old"])).content == WORDS


def test_the_public_client_understands_a_cancellation(client: Path, address: str, emulator: Emulator) -> None:
    emulator.play = "cancel"
    said = by_client(client, address)
    assert said["cancelled"] is True and "signature" not in said
