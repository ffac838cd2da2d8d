"""Bookings signed beforehand with demonstration keys of either algorithm; one key serves all, each has a certificate of his or her own."""

import base64
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, rsa

from api.context import context
from api.schema import published
from models import clock, trust
from models.account import actor_of_token
from models.demonstration_keys import SINCE, UNTIL
from models.eds import SIGN, issue, write
from models.eds.issue import Holder, Issuer
from models.eds.write import PrivateKey
from models.law import Language
from tests.bench.crowd import Booker
from tests.bench.requests import BOOK, TO_SIGN, Asked, booking, graphql

RSA, ECDSA = "RSA-2048", "ECDSA P-256"


@lru_cache
def _key(algorithm: str) -> PrivateKey:
    return rsa.generate_private_key(65537, 2048) if algorithm == RSA else ec.generate_private_key(ec.SECP256R1())


async def signed(one: Booker, algorithm: str) -> Asked:
    """A booking that its citizen signed: what to sign is asked for as a page would, and the act is left to be sent."""
    given = booking(one, by_partner=False)
    actor = await actor_of_token(one.token)
    assert actor is not None
    answer = await published.ask(TO_SIGN, {"input": {"bookAppointment": given}}, context(actor, Language.KK, "bench"))
    assert answer.data and not answer.data["requestSignature"]["problems"], answer
    content = base64.b64decode(answer.data["requestSignature"]["signatureRequest"]["content"])
    return graphql(one.token, BOOK, {"input": given | {"signature": _cms(one, algorithm, content)}})


def _cms(one: Booker, algorithm: str, content: bytes) -> Any:
    authority, key = trust.authority(), _key(algorithm)
    by = Issuer(authority.certificate.subject, authority._key, SINCE, UNTIL)
    certificate = issue.person(Holder(one.iin, "Сынақов", "Өлшем"), SIGN, key, by)
    return base64.b64encode(write.signed(content, certificate, key, clock.now())).decode()
