"""Filing a request for attachment: by the signature of whoever asks, or with the identity seen at the desk."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models import attachment_message as message
from models import clinic as clinics
from models import clock, consent, journal, lock, notice_issuing, signing, texts
from models.actor import Actor
from models.applicant import Applicant, at_desk, signed_for
from models.attachment import Attachment
from models.attachment_facts import Application, Paper, impediments
from models.document import Document
from models.law import Channel, Language, Refused, Service, forbid
from models.law import attachment as law
from models.law import consent as consent_law
from models.law import notice as notice_law
from models.law import signature as signature_law
from models.law.attachment import DocumentKind, State
from models.number import next_number
from models.person import Person

ACT = "submitAttachment"


async def _as_signed(actor: Actor, asked: Application, signed: signing.Signed | None) -> Application:
    """Through a partner system whoever signs asks: the rules of age and right are those of the signer."""
    if not (actor.partner and signed and signed.signer):
        return asked
    return replace(asked, applicant=await Person.get_or_none(iin=signed.signer.iin))


async def submit(actor: Actor, asked: Application, payload: Mapping[str, object], signed: signing.Signed | None) -> Attachment:
    """File a request: signed by the citizen on the portal and through partners, with the identity seen at the desk."""
    await lock.person(asked.patient.id)
    asked = await _as_signed(actor, asked, signed)
    # a partner system learns nothing of a person before somebody with a right to act has signed
    proven = await _applicant(actor, asked, payload, signed) if actor.partner else None
    forbid(await impediments(actor, asked))
    who = proven or await _applicant(actor, asked, payload, signed)
    given = await consent.give(
        actor, asked.patient.id, consent_law.Purpose.ATTACHMENT, clinic=asked.clinic.id, signature=who.signature, given_by=who.person.id
    )
    filed = {"applicant": who.person, "applicant_right": who.right, "consent": given, "signature_id": who.signature}
    case = await _open(actor, asked, **filed, identity_seen=asked.identity)
    await _keep_documents(actor, asked, case)
    await remember_phone(asked)
    issued = await notice_issuing.noted("submit", case)
    entry = await journal.record(
        actor, "attachment:submit", person=asked.patient.id, service=Service.ATTACHMENT, case=case.id, number=case.number,
        state=case.state, ground=asked.ground, right=who.right, **issued,
    )  # fmt: skip
    await message.tell(entry, case, "attachment_submitted")
    return case


async def _open(actor: Actor, asked: Application, **who: Any) -> Attachment:
    """The new case: its number, its clock by the clinic's own hours, and the site of the address."""
    now = clock.now()
    term = law.term(now, asked.clinic.working_hours())
    site = await clinics.site_of(asked.clinic.id, dict(asked.address))
    return await Attachment.create(
        number=await next_number(notice_law.CASE_PREFIX), state=State.SUBMITTED, person=asked.patient, clinic=asked.clinic, site=site,
        doctor=asked.doctor, ground=asked.ground, channel=actor.channel, partner_id=actor.partner,
        registrar_id=actor.account if actor.of_clinic else None, address=dict(asked.address), phone=asked.phone, language=asked.language,
        outside_zone=site is None, submitted_at=now, accepted_at=term.accepted_at, due_at=term.due_at, target_at=term.target_at, **who,
    )  # fmt: skip


async def remember_phone(asked: Application) -> None:
    """The phone given with a request becomes the person's phone if none was known."""
    if asked.phone:
        await Person.filter(id=asked.patient.id, phone="").update(phone=asked.phone)


async def _applicant(actor: Actor, asked: Application, payload: Mapping[str, object], signed: signing.Signed | None) -> Applicant:
    """Who asks, by what right, and the signature: the signer, or the person whose identity the registrar has seen."""
    if not actor.of_clinic:
        return await signed_for(actor, Service.ATTACHMENT, asked.patient, ACT, payload, signed)
    if not asked.identity:
        raise Refused(signature_law.impediment("IDENTITY_NOT_SEEN"))
    return await at_desk(actor, Service.ATTACHMENT, asked.patient, asked.applicant, asked.identity)


async def _keep_documents(actor: Actor, asked: Application, case: Attachment) -> None:
    """Bind the uploaded files to the case, and note the papers seen."""
    await Document.filter(
        id__in=list(asked.documents), person=asked.patient, attachment=None, uploaded_by=actor.account or actor.partner
    ).update(attachment_id=case.id)
    papers = [*asked.papers, *([Paper(DocumentKind.IDENTITY, asked.identity)] if asked.identity else [])]
    for paper in papers:
        await Document.create(
            person=asked.patient,
            attachment=case,
            kind=paper.kind,
            paper=True,
            note=paper.note,
            uploaded_by=actor.account,
            uploaded_at=clock.now(),
        )


def summary(asked: Application, *, named: bool = True) -> dict[str, list[str]]:
    """The readable lines of a request, as they are signed, in the three languages; a partner system learns no name from an IIN."""

    def lines(language: str) -> list[str]:
        pairs = [
            ("act", texts.text("signing.act.submitAttachment", language)),
            ("patient", f"{asked.patient.full_name}, {asked.patient.iin}" if named else asked.patient.iin),
            ("clinic", asked.clinic.name_in(language)),
            ("ground", texts.text(f"law.ground.{asked.ground}", language)),
            (
                "address",
                ", ".join(asked.address.get(part, "") for part in ("locality", "street", "house", "flat") if asked.address.get(part)),
            ),
            ("phone", asked.phone),
            ("consent", texts.text("signing.consent", language) if asked.consent else ""),
        ]
        return [f"{texts.text(f'signing.label.{name}', language)}: {value}" for name, value in pairs if value]

    return {language.value: lines(language) for language in Language}


def channel_of(actor: Actor, wanted: Channel | None) -> Actor:
    """A registrar says whether the person is at the desk or on the phone; nobody else chooses a channel."""
    return actor.by(wanted) if actor.of_clinic and wanted in (Channel.DESK, Channel.PHONE) else actor
