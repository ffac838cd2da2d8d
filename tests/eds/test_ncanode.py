"""NCANode as a second back-end: every weakness of its answers is met here, with a stand-in that plays each."""

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography import x509

from models import eds, trust, trust_store
from models.demonstration_keys import Authority
from models.eds import Anchors, Bad, Code, Signer, cms
from models.outside import exchange, ncanode
from models.settings import settings
from tests.eds.conftest import HEAD, MOMENT, PERSON
from tests.eds.server import Say, Server, serving

Answer = dict[str, Any]
Bend = Callable[[Answer], Any]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda _: Say(status=500)) as made:
        yield made


def usual(message: bytes) -> Answer:
    """What NCANode says of a good message."""
    owned = x509.load_der_x509_certificate(cms.read(message, 1 << 20).certificate)
    told = {
        "valid": True,
        "revocations": [
            {"revoked": False, "by": "CRL", "revocationTime": None, "reason": None},
            {"revoked": False, "by": "OCSP", "revocationTime": None, "reason": "OK"},
        ],
        "keyUsage": "SIGN",
        "serialNumber": f"{owned.serial_number:x}",
        "signAlg": "ECGOST3410-2015-512",
        "keyUser": ["INDIVIDUAL"],
        "subject": {"iin": "000000000000"},
    }
    return {"status": 200, "message": "OK", "valid": True, "signers": [{"certificates": [told], "tsp": None}]}


def answers(server: Server, message: bytes, bend: Bend = lambda answer: None) -> None:
    made = usual(message)
    replaced = bend(made)
    server.say = lambda _: Say(json.dumps(made if replaced is None else replaced).encode())


def verified(server: Server, message: bytes, authority: Authority, **given: Any) -> Signer:
    return ncanode.verify(message, **{"urls": [server.url], "anchors": authority.anchors, "at": MOMENT, **given})


def refused(server: Server, message: bytes, authority: Authority, **given: Any) -> Code | None:
    try:
        verified(server, message, authority, **given)
    except Bad as bad:
        return bad.code
    return None


def test_what_both_find_good_is_the_signature_of_whom_our_own_reading_names(
    server: Server, message: bytes, authority: Authority, proved: Callable[..., Signer]
) -> None:
    answers(server, message)
    signer, own = verified(server, message, authority), proved(message)
    assert signer.iin == PERSON.iin
    same = ("iin", "bin", "name", "roles", "usage", "serial", "issuer", "content", "certificate", "chain", "signing_time")
    assert all(getattr(signer, one) == getattr(own, one) for one in same)
    assert signer.evidence["by"] == "NCANODE" and signer.evidence["answer"]["valid"] is True
    assert signer.timestamp is None, "it reads time stamps and proves none"


def test_revocation_by_ocsp_is_always_asked_for_and_content_never_beside_an_attached_one(
    server: Server, message: bytes, authority: Authority
) -> None:
    answers(server, message)
    verified(server, message, authority)
    (asked,) = server.asked
    assert asked.path == "/cms/verify"
    assert json.loads(asked.body) == {"cms": base64.b64encode(message).decode(), "revocationCheck": ["OCSP"]}


def test_armour_is_taken_off_before_it_is_sent(server: Server, message: bytes, authority: Authority) -> None:
    answers(server, message)
    armoured = b"-----BEGIN CMS-----\n" + base64.encodebytes(message) + b"-----END CMS-----\n"
    for sent in (armoured, base64.encodebytes(message)):
        verified(server, sent, authority)
        assert base64.b64decode(json.loads(server.asked[-1].body)["cms"]) == message


def test_a_detached_signature_is_sent_with_its_document(server: Server, authority: Authority) -> None:
    detached = authority.sign(PERSON.iin, b"document", detached=True, at=MOMENT)
    answers(server, detached)
    assert verified(server, detached, authority, detached=b"document").content == b"document"
    assert base64.b64decode(json.loads(server.asked[-1].body)["data"]) == b"document"


def test_an_attached_content_beside_another_document_is_not_even_asked_about(server: Server, message: bytes, authority: Authority) -> None:
    """It would verify the content inside and say that the document was signed."""
    answers(server, message)
    assert refused(server, message, authority, detached=b"another document") is Code.CONTENT
    assert server.asked == []


def test_a_detached_signature_without_its_document_is_not_asked_about(server: Server, authority: Authority) -> None:
    detached = authority.sign(PERSON.iin, b"document", detached=True, at=MOMENT)
    answers(server, detached)
    assert refused(server, detached, authority) is Code.CONTENT
    assert server.asked == []


def entry(answer: Answer) -> Any:
    return answer["signers"][0]["certificates"][0]


def without_ocsp(answer: Answer) -> None:
    entry(answer)["revocations"] = [one for one in entry(answer)["revocations"] if one["by"] != "OCSP"]


BENT: dict[str, tuple[Bend, Code]] = {
    "valid without signers": (lambda a: a.update(signers=[]), Code.NO_SIGNER),
    "valid with signers missing": (lambda a: a.pop("signers") and None, Code.NO_SIGNER),
    "valid with two signers": (lambda a: a.update(signers=a["signers"] * 2), Code.SEVERAL_SIGNERS),
    "valid without the certificate": (lambda a: a["signers"][0].update(certificates=[]), Code.NO_CERTIFICATE),
    "valid with two certificates": (lambda a: a["signers"][0].update(certificates=[entry(a)] * 2), Code.NO_CERTIFICATE),
    "another certificate": (lambda a: entry(a).update(serialNumber="5"), Code.NO_CERTIFICATE),
    "not valid": (lambda a: a.update(valid=False), Code.SIGNATURE),
    "valid as a word": (lambda a: a.update(valid="true"), Code.SIGNATURE),
    "a certificate that is not valid": (lambda a: entry(a).update(valid=False), Code.SIGNATURE),
    "a certificate of which nothing is said": (lambda a: entry(a).pop("valid") and None, Code.SIGNATURE),
    "revoked by OCSP": (lambda a: entry(a)["revocations"][1].update(revoked=True), Code.REVOKED),
    "revoked by a list": (lambda a: entry(a)["revocations"][0].update(revoked=True), Code.REVOKED),
    "no entry by OCSP": (without_ocsp, Code.REVOCATION_UNKNOWN),
    "no entry at all": (lambda a: entry(a).update(revocations=[]), Code.REVOCATION_UNKNOWN),
    "an entry of nothing": (lambda a: entry(a).update(revocations=None), Code.REVOCATION_UNKNOWN),
    "an entry that says nothing": (lambda a: entry(a)["revocations"][1].update(revoked=None), Code.REVOCATION_UNKNOWN),
    "another shape": (lambda a: [1, 2], Code.MALFORMED),
    "a number where a name is": (lambda a: entry(a).update(serialNumber=5), Code.MALFORMED),
}


@pytest.mark.parametrize("what", BENT)
def test_an_answer_that_is_not_a_whole_yes_is_a_refusal(server: Server, message: bytes, authority: Authority, what: str) -> None:
    bend, code = BENT[what]
    answers(server, message, bend)
    assert refused(server, message, authority) is code


@pytest.mark.parametrize(
    "say", [Say(status=500), Say(status=404), Say(b"not JSON"), Say(b"[" * 100_000), Say(status=302, headers={"Location": "http://127.0.0.1:1/"})],
    ids=["500", "404", "no JSON", "deep", "a redirection"],
)  # fmt: skip
def test_a_confused_program_has_not_refused_but_is_unavailable(server: Server, message: bytes, authority: Authority, say: Say) -> None:
    server.say = lambda _: say
    assert refused(server, message, authority) is Code.UNAVAILABLE


def test_when_one_is_down_the_next_is_asked_but_not_about_a_refusal(server: Server, message: bytes, authority: Authority) -> None:
    with serving(lambda _: Say(status=503)) as down, serving(lambda _: Say(status=503)) as last:
        answers(server, message)
        assert refused(server, message, authority, urls=[down.url, server.url]) is None
        answers(server, message, BENT["not valid"][0])
        assert refused(server, message, authority, urls=[server.url, last.url]) is Code.SIGNATURE
        assert (len(down.asked), len(last.asked)) == (1, 0)
    assert refused(server, message, authority, urls=[]) is Code.UNAVAILABLE


def test_a_huge_answer_is_given_up(server: Server, message: bytes, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ncanode, "LARGEST_ANSWER", 1000)
    server.say = lambda _: Say(json.dumps(usual(message)).encode() + b" " * 2000)
    assert refused(server, message, authority) is Code.UNAVAILABLE


@pytest.mark.parametrize("say", [Say(wait=3), Say(b" " * 100, drip=0.1)], ids=["silent", "a byte now and then"])
def test_a_slow_program_is_not_waited_for(
    server: Server, message: bytes, authority: Authority, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.setattr(ncanode, "SECONDS", 0.3)
    monkeypatch.setattr(exchange, "STEP", 0.2)
    server.say = lambda _: say
    assert refused(server, message, authority) is Code.UNAVAILABLE


def test_its_yes_does_not_help_who_is_not_pinned_expired_or_malformed(
    server: Server, message: bytes, authority: Authority, stranger: Authority
) -> None:
    foreign = stranger.sign(PERSON.iin, b"content", at=MOMENT)
    answers(server, foreign)
    assert refused(server, foreign, authority) is Code.UNTRUSTED
    answers(server, message)
    assert refused(server, message, authority, anchors=Anchors([])) is Code.UNTRUSTED
    assert refused(server, message, authority, at=datetime(2060, 1, 1, tzinfo=UTC)) is Code.EXPIRED
    assert refused(server, message + b"\0", authority) is Code.MALFORMED
    assert server.asked == []


@pytest.fixture
def production(server: Server, authority: Authority, environment: pytest.MonkeyPatch) -> None:
    """A production process that is told to verify by the stand-in."""
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    environment.setenv("EMHANA_TRUST", "/")
    environment.setenv("EMHANA_NCANODE", server.url)
    environment.setattr(trust_store, "anchors", lambda _: authority.anchors)
    settings.cache_clear()


def test_the_setting_chooses_who_verifies(server: Server, head_message: bytes, production: None) -> None:
    answers(server, head_message)
    signer = trust.verify(head_message, MOMENT)
    assert (signer.bin, signer.evidence["by"]) == (HEAD.bin, "NCANODE")
    answers(server, head_message, BENT["not valid"][0])
    with pytest.raises(eds.Bad, match="SIGNATURE"):
        trust.verify(head_message, MOMENT)


def test_a_demonstration_asks_no_other_program(
    server: Server, environment: pytest.MonkeyPatch, authority: Authority, message: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.setenv("EMHANA_NCANODE", server.url)
    settings.cache_clear()
    monkeypatch.setattr(trust, "authority", lambda: authority)
    assert trust.verify(message, MOMENT).iin == PERSON.iin
    assert server.asked == []


def test_whether_it_lives_can_be_asked(server: Server) -> None:
    assert ncanode.fault(server.url) == "HTTP 500"
    server.say = lambda asked: Say(b'{"status":"UP"}') if asked.path == "/actuator/health" else Say(status=404)
    assert ncanode.fault(server.url) == ""
