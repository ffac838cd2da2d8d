"""Filing a request for attachment: the facts of a request, why it may not be filed, and the filing itself.

`facts` feeds both the answer to "may I?" and the decision to accept the filing, so the two cannot differ.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models import clinic as clinics
from models import clock, consent, journal, outbox, signing, texts
from models.actor import Actor
from models.attachment import OPEN, Attachment
from models.clinic import Clinic, Doctor
from models.document import Document
from models.law import Channel, Impediment, Language, Refused, Role, Service, territory
from models.law import attachment as law
from models.law import attachment_doctor as doctors
from models.law import consent as consent_law
from models.law import notice as notice_law
from models.law import person as person_law
from models.law import signature as signature_law
from models.law.attachment import DocumentKind, Ground, State
from models.law.representation import Right
from models.number import next_number
from models.person import Person
from models.representation import right_of

ACT = "submitAttachment"


@dataclass(frozen=True)
class Paper:
    """A paper document that a registrar has seen."""

    kind: DocumentKind
    note: str = ""


@dataclass(frozen=True)
class Application:
    """What is asked for. Ids are of our tables; `address` has kato, locality, street, house, flat."""

    patient: Person
    clinic: Clinic
    ground: Ground
    address: Mapping[str, str] = field(default_factory=dict)
    doctor: Doctor | None = None
    documents: Sequence[uuid.UUID] = ()
    papers: Sequence[Paper] = ()
    outside_zone: bool = False
    consent: bool = False
    language: Language = Language.KK
    phone: str = ""
    identity: str = ""
    applicant: Person | None = None


async def facts(actor: Actor, asked: Application) -> law.Facts:
    """Everything that the law looks at before a request is filed."""
    patient, clinic = asked.patient, asked.clinic
    held = await Attachment.get_or_none(person=patient, state=State.IN_FORCE)
    site = await clinics.site_of(clinic.id, dict(asked.address))
    applicant = applicant_of(actor, asked)
    right = await right_of(applicant, patient.id, Service.ATTACHMENT)
    return law.Facts(
        on=clock.now(),
        channel=actor.channel,
        ground=asked.ground,
        clinic=clinic.id,
        unit=unit(asked.address.get("kato", "")),
        clinic_unit=unit(clinic.kato),
        birth_date=patient.birth_date,
        deceased=patient.deceased_on is not None,
        clinic_serving=clinic.serving,
        clinic_contract=clinic.fund_contract,
        current_clinic=held.clinic_id if held else None,
        current_doctor=held.doctor_id if held else None,
        doctor=await _doctor(asked),
        in_zone=site is not None,
        outside_zone_acknowledged=asked.outside_zone,
        free_changes=await free_changes(patient.id, clock.today().year),
        open_application=await Attachment.filter(person=patient, state__in=OPEN).exists(),
        documents=await _documents(actor, asked),
        consent=asked.consent,
        applicant_is_patient=applicant == patient.id,
        may_represent=right is not None or (applicant is None and actor.role is Role.PARTNER),
        by_attorney=right is Right.POWER_OF_ATTORNEY,
    )


def unit(kato: str) -> str:
    """The administrative-territorial unit of a territory code; an unknown code is in none."""
    try:
        return territory.unit(kato)
    except KeyError:
        return ""


def applicant_of(actor: Actor, asked: Application) -> uuid.UUID | None:
    """Who asks: whoever is signed in; at the desk the person in front of the registrar; through a partner the signer."""
    if actor.of_clinic:
        return asked.applicant.id if asked.applicant else asked.patient.id
    return asked.applicant.id if actor.partner and asked.applicant else actor.person


async def _as_signed(actor: Actor, asked: Application, signed: signing.Signed | None) -> Application:
    """Through a partner system whoever signs asks: the rules of age and right are those of the signer."""
    if not (actor.partner and signed and signed.signer):
        return asked
    return replace(asked, applicant=await Person.get_or_none(iin=signed.signer.iin))


async def free_changes(person: uuid.UUID, year: int) -> int:
    """How many changes by free choice a person was granted in a calendar year (S1: two a year)."""
    return await Attachment.filter(
        person_id=person, ground=Ground.FREE_CHOICE, decided_at__gte=clock.start_of(year), decided_at__lt=clock.start_of(year + 1),
        state__in=[State.APPROVED, State.IN_FORCE, State.ENDED],
    ).count()  # fmt: skip


async def _doctor(asked: Application) -> law.Doctor | None:
    """The doctor chosen, the load by the register, and who of the same clinic has room instead."""
    if asked.doctor is None:
        return None
    colleagues = await Doctor.filter(clinic_id=asked.doctor.clinic_id, serving=True).prefetch_related("person")
    load = await clinics.loads([asked.doctor.id, *(one.id for one in colleagues)])
    age = person_law.full_years(asked.patient.birth_date, clock.today())
    room = [
        one.person.short_name
        for one in colleagues
        if one.id != asked.doctor.id
        and doctors.serves(one.kind, age, clock.today())
        and not doctors.full(one.kind, load[one.id], clock.today())
    ]
    return law.Doctor(
        key=asked.doctor.id, kind=asked.doctor.kind, load=load[asked.doctor.id], alternatives=tuple(room),
        of_clinic=asked.doctor.clinic_id == asked.clinic.id and asked.doctor.serving,
    )  # fmt: skip


async def _documents(actor: Actor, asked: Application) -> frozenset[DocumentKind]:
    """The kinds of documents that stand with the request: files of this person not yet filed elsewhere, and papers seen."""
    files = await Document.visible_to(actor).filter(id__in=list(asked.documents), person=asked.patient, attachment=None)
    seen = {one.kind for one in asked.papers} | ({DocumentKind.IDENTITY} if asked.identity else set())
    return frozenset({one.kind for one in files} | seen)


async def impediments(actor: Actor, asked: Application) -> list[Impediment]:
    """Why a request may not be filed now: the same rules that decide the filing."""
    return law.impediments(await facts(actor, asked))


async def submit(actor: Actor, asked: Application, payload: Mapping[str, object], signed: signing.Signed | None) -> Attachment:
    """File a request: signed by the citizen on the portal and through partners, with the identity seen at the desk."""
    await Person.select_for_update(no_key=True).get(id=asked.patient.id)
    asked = await _as_signed(actor, asked, signed)
    found = await impediments(actor, asked)
    if found:
        raise Refused(*found)
    applicant, right, signature = await _applicant(actor, asked, payload, signed)
    number = await next_number(notice_law.CASE_PREFIX)
    given = await consent.give(
        actor, asked.patient.id, consent_law.Purpose.ATTACHMENT, clinic=asked.clinic.id, signature=signature, given_by=applicant.id
    )
    now = clock.now()
    term = law.term(now, asked.clinic.working_hours())
    site = await clinics.site_of(asked.clinic.id, dict(asked.address))
    case = await Attachment.create(
        number=number,
        state=State.SUBMITTED,
        person=asked.patient,
        clinic=asked.clinic,
        site=site,
        doctor=asked.doctor,
        ground=asked.ground,
        channel=actor.channel,
        applicant=applicant,
        applicant_right=right,
        partner_id=actor.partner,
        consent=given,
        registrar_id=actor.account if actor.of_clinic else None,
        identity_seen=asked.identity,
        signature_id=signature,
        address=dict(asked.address),
        phone=asked.phone,
        language=asked.language,
        outside_zone=site is None,
        submitted_at=now,
        accepted_at=term.accepted_at,
        due_at=term.due_at,
        target_at=term.target_at,
    )
    await _keep_documents(actor, asked, case)
    await remember_phone(asked)
    entry = await journal.record(
        actor, "attachment:submit", person=asked.patient.id, service=Service.ATTACHMENT, case=case.id, number=number,
        state=case.state, ground=asked.ground, right=right,
    )  # fmt: skip
    await tell(entry, case, "attachment_submitted")
    return case


async def remember_phone(asked: Application) -> None:
    """The phone given with a request becomes the person's phone if none was known."""
    if asked.phone:
        await Person.filter(id=asked.patient.id, phone="").update(phone=asked.phone)


async def _applicant(
    actor: Actor, asked: Application, payload: Mapping[str, object], signed: signing.Signed | None
) -> tuple[Person, Right, uuid.UUID | None]:
    """Who asks, by what right, and the signature: the signer, or the person whose identity the registrar has seen."""
    if actor.of_clinic:
        if not asked.identity:
            raise Refused(signature_law.impediment("IDENTITY_NOT_SEEN"))
        applicant = asked.applicant or asked.patient
        return applicant, await right_of(applicant.id, asked.patient.id, Service.ATTACHMENT) or Right.SELF, None
    iin = await _signer_iin(actor, signed)
    signature = await signing.use(actor, signed, signing.Purpose.REQUEST, ACT, payload, lambda read: signature_law.request(read, iin))
    signer = await Person.get_or_none(iin=iin)
    right = await right_of(signer.id, asked.patient.id, Service.ATTACHMENT) if signer else None
    if signer is None or right is None:
        raise Refused(Impediment("NOT_REPRESENTATIVE", law.IMPEDIMENTS["NOT_REPRESENTATIVE"], ("patient",)))
    return signer, right, signature.id


async def _signer_iin(actor: Actor, signed: signing.Signed | None) -> str:
    """Whose signature is wanted: the citizen's who is signed in; a partner's request is signed by the citizen it acts for."""
    if actor.person:
        return (await Person.get(id=actor.person)).iin
    return signed.signer.iin or "" if signed and signed.signer else ""


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


def words_of(case: Attachment, clinic: Clinic, person: Person) -> outbox.Values:
    """What messages about a case say; names by language, since a message may be read in any."""
    due = clock.local(case.due_at) if case.due_at else None
    return {
        "number": case.number, "clinic": clinic.name, "name": person.full_name,
        "due": due.strftime("%d.%m.%Y %H:%M") if due else "",
    }  # fmt: skip


async def tell(cause: journal.Entry, case: Attachment, template: str, **values: str) -> None:
    """Tell the person of what happened in a case, and whoever asked on the person's behalf."""
    await case.fetch_related("person", "applicant", "clinic")
    people = {one.id: one for one in (case.person, case.applicant) if one is not None}
    for person in people.values():
        words = words_of(case, case.clinic, case.person)
        await outbox.post(cause, person, template, link=f"Attachment:{case.id}", **{**words, **values})


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


async def of_grounds(actor: Actor, patient: Person) -> dict[Ground, list[Impediment]]:
    """Why each ground is not open to a person today, whichever clinic is asked."""
    held = await Attachment.get_or_none(person=patient, state=State.IN_FORCE)
    known = law.Facts(
        on=clock.now(), channel=actor.channel, ground=Ground.FIRST, clinic=None, unit="", clinic_unit="", birth_date=patient.birth_date,
        current_clinic=held.clinic_id if held else None, free_changes=await free_changes(patient.id, clock.today().year),
    )  # fmt: skip
    return {ground: law.of_ground(replace(known, ground=ground)) for ground in Ground}
