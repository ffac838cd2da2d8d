"""The emulator of NCALayer as a server on loopback, over TLS with a certificate of its own, in a process or in a thread."""

import ipaddress
import sys
import threading
import time
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from models import trust
from models.settings import Misconfigured, settings
from web.emulator import PLAYS, Emulator, person_of

HOST, PORT = "127.0.0.1", 13579
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)


def made(person: str, algorithm: str, play: str = "sign") -> Emulator:
    """An emulator with the keys of this demonstration's folder; refused outside a demonstration."""
    if find_spec("websockets") is None:
        raise Misconfigured("the emulator needs the package websockets, which comes with the tests: install emhana[test]")
    if person_of(person) is None:
        raise LookupError(f"nobody of the demonstration is called {person!r}")
    return Emulator(trust.authority(), person, algorithm, play)


def run(emulator: Emulator, port: int) -> int:
    """Serve until told to stop; the exit code of the process."""
    emulator.say = _say
    _say(f"NCALayer's emulator listens at wss://{HOST}:{port}/ as {emulator.person}; play: {PLAYS[emulator.play]}.")
    _say(f"Let the browser trust its certificate once: open https://{HOST}:{port}/ there. Stop the real NCALayer before.")
    server = uvicorn.Server(_options(emulator, port))
    server.run()
    return 0 if server.started else 3


class Running:
    """An emulator served by a thread of this process, for tests: `with Running(emulator, port): …`."""

    def __init__(self, emulator: Emulator, port: int) -> None:
        self._server = uvicorn.Server(_options(emulator, port))
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> "Running":
        self._thread.start()
        while not self._server.started:
            if not self._thread.is_alive():
                raise RuntimeError("the emulator did not start")
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(10)


def _options(emulator: Emulator, port: int) -> uvicorn.Config:
    certificate, key = identity(settings().data / "ncalayer")
    return uvicorn.Config(
        emulator.application(), host=HOST, port=port, ws="websockets-sansio", lifespan="off", log_level="warning", access_log=False,
        ssl_certfile=certificate, ssl_keyfile=key,
    )  # fmt: skip


def identity(folder: Path) -> tuple[Path, Path]:
    """The files of the emulator's certificate for 127.0.0.1 and of its key, made when there are none."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if not (certificate.exists() and key.exists()):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        private = ec.generate_private_key(ec.SECP256R1())
        key.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        key.chmod(0o600)
        certificate.write_bytes(_self_signed(private).public_bytes(Encoding.PEM))
    return certificate, key


def _self_signed(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "NCALayer emulator (DEMO)")])
    places = [x509.IPAddress(ipaddress.ip_address(HOST)), x509.DNSName("localhost")]
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(SINCE)
        .not_valid_after(UNTIL)
        .add_extension(x509.SubjectAlternativeName(places), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
