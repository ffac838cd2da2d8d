"""Signing in: a signed one-time challenge opens a session; the certificate says who it is."""

import uuid
from datetime import date

from models import account as accounts
from models import clock, journal, signing, texts
from models.account import Account, Session, SessionKind
from models.actor import Actor
from models.law import Language, Refused, Role
from models.law import person as person_law
from models.law import signature as signature_law
from models.person import Person


async def challenge(actor: Actor) -> signing.SignatureRequest:
    """The bytes to sign in order to sign in; they belong to nobody yet."""
    lines = {language.value: [texts.text("signing.sign_in", language)] for language in Language}
    visitor = Actor(channel=actor.channel, request=actor.request, address=actor.address)
    return await signing.ask(visitor, signing.Purpose.SIGN_IN, summary=lines)


async def sign_in(actor: Actor, signed: signing.Signed | None, kind: SessionKind) -> tuple[str, str]:
    """Open a citizen's session for the signer of a challenge; the token and the person's name."""
    visitor = Actor(channel=actor.channel, request=actor.request, address=actor.address)
    signature = await signing.use(visitor, signed, signing.Purpose.SIGN_IN, "", {}, signature_law.login)
    person = await _person(signature)
    account = await accounts.account_of(person)
    token = await accounts.begin(account, kind)
    known = Actor(
        role=Role.CITIZEN, account=account.id, person=person.id, name=person.full_name, channel=actor.channel, request=actor.request,
        address=actor.address,
    )  # fmt: skip
    await journal.record(known, "session:begin", person=person.id, signature=str(signature.id), kind=kind)
    return token, person.full_name


async def _person(signature: signing.Signature) -> Person:
    """The person of a certificate; somebody not yet in the register is entered by what the certificate says.

    The birth date stands in the register of persons, which is asked when it is connected; until then the digits are a hint.
    """
    iin = str(signature.facts["iin"])
    found = await Person.get_or_none(iin=iin)
    if found:
        if found.deceased_on:
            raise Refused(signature_law.impediment("SIGNATURE_REVOKED"))
        return found
    hint = person_law.hint(iin)
    return await Person.create(
        iin=iin, surname=str(signature.facts.get("surname") or signature.facts.get("name") or ""),
        given_name=str(signature.facts.get("name") or "").removeprefix(str(signature.facts.get("surname") or "")).strip(),
        patronymic=str(signature.facts.get("patronymic") or ""), birth_date=hint.birth_date or date(1900, 1, 1), recorded_at=clock.now(),
    )  # fmt: skip


async def take_post(actor: Actor, post: uuid.UUID | None) -> tuple[str, Role] | None:
    """Go on in another capacity: a new session begins, the present one ends; None when the post is not one's own or has ended."""
    assert actor.account is not None, "only an account has posts"
    chosen = None
    if post is not None:
        chosen = next((one for one in await accounts.posts_of(actor.account) if one.id == post), None)
        if chosen is None:
            return None
    present = await Session.get(id=actor.session)
    token = await accounts.begin(await Account.get(id=actor.account), present.kind, chosen, present.begun_at)
    await accounts.end(actor)
    role = chosen.role if chosen else Role.CITIZEN
    await journal.record(actor, "session:take_post", person=actor.person, post=role)
    return token, role


async def save_contacts(actor: Actor, phone: str, email: str, language: Language) -> None:
    """Keep one's phone, e-mail and language of messages."""
    await Person.filter(id=actor.person).update(phone=phone, email=email, language=Language(language))
    await journal.record(actor, "contacts:save", person=actor.person)
