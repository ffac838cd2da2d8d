"""Who may ask what, and who sees whose: every root field by every role, and three hundred ids of others, all as absent."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.models import Model

from api import schema
from api.ids import encode
from api.rows import LOADERS
from models import clock, demo
from models.account import Account, Post, Session
from models.attachment import Attachment
from models.clinic import Clinic
from models.consent import Consent
from models.document import Document
from models.journal import Entry
from models.notice import Notice
from models.outbox import Message
from models.person import Person
from models.representation import Representation
from models.signing import SignatureRequest
from tests.attachment import matrix
from tests.attachment.asking import BINS, Asker, iin
from tests.attachment.conftest import People

# Columns of the matrix: C citizen, R registrar, D doctor, H head, O appeals officer, A administrator, T contact centre, U authority,
# P partner with every scope, Q partner without any; "-" is somebody who has not signed in. An act named in an input (the first, a filing)
# is asked for its own callers too: so a head, who signs decisions, is no caller of requestSignature here.
WHO = {
    "C": "yerlan", "R": "registrar", "D": "doctor", "H": "head", "O": "officer", "A": "administrator", "T": "centre", "U": "authority",
    "P": "partner:attachment:submit attachment:read appointment:book appointment:read home_visit:call home_visit:read appeal:file "
    "appeal:read", "Q": "partner:",
    "-": "",
}  # fmt: skip
ANY, SIGNED_IN, FILERS = "CRDHOATUPQ-", "CRDHOATU", "CRP"
APPEALING, FOR_PERSON, HANDLING, DECIDING = "CRHOUP", "CROUP", "HOU", "HU"  # of appeals
EXPECTED: dict[str, str] = {
    "node": ANY, "clinics": ANY, "clinic": ANY, "doctors": ANY, "territories": ANY, "verifyNotice": ANY, "mayI": ANY, "me": ANY,
    "provisions": ANY, "sources": ANY, "lawActs": ANY, "refusalGrounds": ANY, "detachmentGrounds": ANY, "lawGrounds": ANY, "lawRules": ANY,
    "contradictions": ANY, "lawParagraphs": ANY, "calendarDays": ANY, "calendarMonths": ANY, "demonstrationPeople": ANY, "partners": ANY,
    "attachments": "CRDHOP", "attachment": "CRDHOP", "notice": "CRHOUPQ", "notices": "C", "document": "CRHOUPQ", "work": "RHO",
    "patient": "RDHOU", "agenda": "RDHOATU", "people": "RDHOU", "case": "CRDHOAUPQ",
    "attachmentDraft": "C", "attachmentGrounds": "CR", "signatureRequest": "CHPQ", "accessLog": "C", "caseStatus": "T", "caseStatuses": "T",
    "startMobileSigning": ANY, "mobileSigning": ANY, "mobileRequest": ANY, "deliverMobileSignature": ANY,
    "startSignIn": ANY, "signIn": ANY, "demonstrationSign": ANY, "takePost": SIGNED_IN, "endSession": SIGNED_IN, "saveContacts": "C",
    "uploadDocument": FILERS, "removeDocument": FILERS, "submitAttachment": FILERS, "submitAttachmentDraft": "C",
    "saveAttachmentDraft": "C", "discardAttachmentDraft": "C", "giveConsent": "C", "withdrawConsent": "C", "recordRepresentation": "R",
    "endRepresentation": "CR", "recordPerson": "R", "requestSignature": "CP", "checkAttachment": "R",
    "proposeAttachmentRefusal": "RH", "declineAttachmentRefusal": "RH",
    "approveAttachment": "H", "refuseAttachment": "H", "withdrawAttachment": "CR", "detachAttachment": "H",
    "freeSlots": ANY, "freeDays": ANY, "forbiddenTimes": ANY, "slots": ANY, "specialties": ANY,
    "receptions": ANY, "lawAccess": ANY, "lawDisclosures": ANY, "lawDangerSigns": ANY, "lawIndications": ANY, "appointmentLink": ANY,
    "cancelByLink": ANY, "moveByLink": ANY, "appointments": "CRDHOAP", "appointment": "CRDHOAP", "receptionDay": "RDHA",
    "absences": "RDHOA", "hold": FILERS, "holds": "C", "holdSlot": FILERS, "extendHold": FILERS, "releaseHold": FILERS,
    "bookAppointment": FILERS, "moveAppointment": FILERS, "acceptOfferedTime": FILERS, "cancelAppointment": FILERS,
    "refuseAppointment": "CR",
    "offerOtherTime": "RHA", "markArrival": "RD", "takeArrivalBack": "RD",
    "markNoShow": "RD", "beginVisit": "D", "completeVisit": "D", "reopenVisit": "D",
    "beginReception": "A", "endReception": "A", "recordAbsence": "RHA", "endAbsence": "RHA",
    "doctorWeek": "RDHOA", "staff": "HA", "givablePosts": "HA", "staffCandidate": "HA", "clinicSites": "HA",
    "givePost": "HA", "endPost": "HA", "changeDoctor": "HA", "addSite": "HA", "addZone": "HA", "removeZone": "HA",
    "dangerSigns": ANY, "indications": ANY, "homeVisits": "CRDHOP", "homeVisit": "CRDHOP", "callTerm": "CR",
    "leftByAbsence": "RHA", "callBoard": "RH", "callLog": "RH", "doctorsOnCall": "RH", "callRound": "D",
    "homeVisitDraft": "C", "saveHomeVisitDraft": "C", "discardHomeVisitDraft": "C",
    "callDoctor": FILERS, "reportWorse": FILERS, "agreeToRedirection": FILERS, "insistOnHomeVisit": FILERS, "cancelHomeVisit": FILERS,
    "acceptHomeVisit": "RH", "promiseWindow": "RH", "refuseHomeVisit": "RH", "redirectHomeVisit": "RH", "assignHomeVisit": "RH",
    "carryHomeVisit": "RH", "weighHomeVisit": "RHD", "handOverHomeVisit": "RHD", "setOutForHomeVisit": "RD", "arriveAtHomeVisit": "RD",
    "markNobodyHome": "RD", "giveHomeVisitUp": "RD", "completeHomeVisit": "RD", "takeHomeVisitBack": "RD",
    "lawClocks": ANY, "lawForwardingGrounds": ANY, "lawLeavingGrounds": ANY, "appealKinds": ANY, "appeals": APPEALING, "appeal": APPEALING,
    "appealRegister": HANDLING, "appealWork": HANDLING, "appealFigures": HANDLING, "appealOversight": "U", "appealDraft": "C",
    "saveAppealDraft": "C", "prepareComplaint": "C", "discardAppealDraft": "C", "uploadEnclosure": APPEALING, "removeEnclosure": APPEALING,
    "fileAppeal": APPEALING, "fileComplaint": APPEALING, "correctAppeal": FOR_PERSON, "objectToAppealDecision": FOR_PERSON,
    "withdrawAppeal": FOR_PERSON, "takeUpAppeal": HANDLING, "askAppealCorrection": HANDLING, "forwardAppeal": HANDLING,
    "forwardAppealPart": HANDLING, "noteExtensionNotice": HANDLING, "proposeAppealDecision": HANDLING, "appointHearing": HANDLING,
    "recordHearing": HANDLING, "sendAppealAnswer": HANDLING, "nameAccused": HANDLING, "extendAppeal": DECIDING, "decideAppeal": DECIDING,
    "leaveAppeal": DECIDING, "requestAppealCase": "U", "giveAppealCase": "HO",
    "clinicFigures": "HAU", "openFigures": ANY,
    "export": "RDHOATU", "logbooks": "RDHOAU",
}  # fmt: skip
PUBLIC = {"Clinic", "Doctor", "Site", "Zone", "Partner", "Reception"}
OF_APPOINTMENTS = {"Appointment", "Slot", "Hold", "Absence"}  # their rows are in tests/appointment/test_permissions.py
OF_HOME_VISITS = {"HomeVisit"}  # and in tests/home_visit/test_permissions.py
OF_STAFF = {"StaffMember"}  # in tests/staffing/test_permissions.py
OF_APPEALS = {"Appeal"}  # and in tests/appeal/test_permissions.py
TABLES: dict[str, type[Model]] = {
    "Attachment": Attachment, "Document": Document, "Notice": Notice, "Consent": Consent, "Representation": Representation,
    "Message": Message, "Session": Session, "SignatureRequest": SignatureRequest, "AccessEntry": Entry, "Post": Post, "Patient": Person,
}  # fmt: skip
EACH = 30


def test_every_root_field_and_every_type_with_an_id_has_a_written_expectation() -> None:
    assert set(EXPECTED) == set(matrix.roots())
    served = set(schema.schema._schema.type_map)
    assert set(LOADERS) & served == PUBLIC | OF_APPOINTMENTS | OF_HOME_VISITS | OF_APPEALS | OF_STAFF | set(TABLES)


@pytest.mark.parametrize("letter", WHO)
async def test_each_role_may_ask_the_fields_written_here_and_no_other(people: People, letter: str) -> None:
    wrong = {}
    for name, admitted in EXPECTED.items():
        who = await people(WHO[letter])
        query, given = matrix.request(name)
        found = matrix.answered(await who.ask(query, **given))
        expected = "" if letter in admitted else "UNAUTHENTICATED" if letter == "-" else "FORBIDDEN"
        if found != expected:
            wrong[name] = found
    assert wrong == {}


async def foreign() -> dict[str, list[UUID]]:
    """Thirty rows of each private kind, all of Marat's, at clinic no. 5, where nobody of the callers below has a part."""
    marat, clinic, now = await demo.person("marat"), await Clinic.get(bin=BINS["almaty-5"]), clock.now()
    account, head = await Account.get(person=marat), await Account.get(person=await demo.person("head"))
    made: dict[str, list[UUID]] = {name: [] for name in TABLES}

    async def add(name: str, **given: Any) -> Any:
        row = await TABLES[name].create(**given)
        made[name].append(row.pk)
        return row

    for number in range(EACH):
        case = await add(
            "Attachment", number=f"X-{number}", state="ENDED", person=marat, clinic=clinic, ground="FIRST", channel="PORTAL", language="kk",
            submitted_at=now, applicant=marat,
        )  # fmt: skip
        await add("Document", person=marat, attachment=case, kind="OTHER", uploaded_at=now, uploaded_by=account.id)
        about = {"person": marat, "clinic": clinic}
        of_case = {"service": "ATTACHMENT", "attachment": case}
        await add("Notice", number=f"N-{number}", code=uuid4().hex, kind="ATTACHMENT", facts="{}", issued_at=now, **of_case, **about)
        await add("Consent", given_by=marat.id, purpose="ATTACHMENT", edition="1", channel="PORTAL", given_at=now, **about)
        other = await add("Patient", iin=f"{number:012}", surname="Үлгілі", given_name="Асан", birth_date="1970-01-01", recorded_at=now)
        await add("Representation", representative=marat, represented=other, right="GUARDIAN", since=now.date(), recorded_at=now)
        await add("Message", cause=uuid4(), person=marat, way="ACCOUNT", language="kk", template="attachment_withdrawn", created_at=now)
        await add("Session", token_hash=uuid4().hex, kind="BEARER", account=account, begun_at=now, seen_at=now)
        await add("SignatureRequest", purpose="REQUEST", account_id=account.id, content=b"{}", made_at=now, expires_at=now)
        await add("AccessEntry", at=now, act="test", role="CITIZEN", channel="PORTAL", person_id=marat.id)
    await Post.filter(account=head).delete()
    made["Post"] = [(await Post.create(account=head, clinic=clinic, role="HEAD", since=now.date())).id] * EACH
    return made


STRANGERS = ("yerlan", "olga", "registrar9", "head9", "doctor9", "centre", "authority", "administrator", "partner:attachment:read", "")
AT_THE_DESK = {"Patient", "Representation"}  # a registrar serves whoever comes to the desk


async def told(who: Asker, query: str, **given: Any) -> str:
    """An answer byte by byte, but for its trace id."""
    return re.sub(r'"traceId":"\w+"', "", (await who.send(query, given)).text)


@pytest.mark.parametrize("name", STRANGERS)
async def test_what_belongs_to_others_is_absent_by_every_id(people: People, name: str) -> None:
    who, rows = await people(name), await foreign()
    seen = 0
    for kind, keys in rows.items():
        if name == "registrar9" and kind in AT_THE_DESK:
            continue
        absent = await told(who, "query ($id: ID!) { node(id: $id) { id } }", id=encode(kind, uuid4()))
        for key in keys:
            assert await told(who, "query ($id: ID!) { node(id: $id) { id } }", id=encode(kind, key)) == absent, kind
            seen += 1
    assert seen >= 9 * EACH


SINGLE = {"attachment": "Attachment", "notice": "Notice", "document": "Document", "signatureRequest": "SignatureRequest"}
ACTS = {
    "withdrawAttachment": ("Attachment", "CaseInput", {}), "checkAttachment": ("Attachment", "CheckAttachmentInput", {}),
    "approveAttachment": ("Attachment", "ApproveAttachmentInput", {}), "refuseAttachment": ("Attachment", "RefuseAttachmentInput", {}),
    "proposeAttachmentRefusal": ("Attachment", "ProposeAttachmentRefusalInput", {"ground": "UNRELIABLE", "words": "x"}),
    "declineAttachmentRefusal": ("Attachment", "DeclineAttachmentRefusalInput", {"words": "x"}),
    "detachAttachment": ("Attachment", "DetachAttachmentInput", {"ground": "DEATH", "words": "x"}),
    "removeDocument": ("Document", "DocumentInput", {}), "withdrawConsent": ("Consent", "WithdrawConsentInput", {}),
    "endRepresentation": ("Representation", "EndRepresentationInput", {}), "endSession": ("Session", "EndSessionInput", {}),
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGERS)
async def test_absent_and_forbidden_are_the_same_answer_to_queries_and_acts(people: People, name: str) -> None:
    who, rows = await people(name), await foreign()
    for field, kind in SINGLE.items():
        asked = f"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}"
        answers = {await told(who, asked, id=encode(kind, key)) for key in [*rows[kind][:5], uuid4()]}
        assert len(answers) == 1, field
    for act, (kind, typed, more) in ACTS.items():
        if name == "registrar9" and kind in AT_THE_DESK:
            continue
        query = f"mutation ($input: {typed}!) {{ {act}(input: $input) {{ problems {{ code field message }} }} }}"
        found = {await told(who, query, input={"id": encode(kind, key), **more}) for key in [*rows[kind][:5], uuid4()]}
        assert len(found) == 1, act
    assert await Attachment.filter(number__startswith="X-").exclude(state="ENDED").count() == 0


@pytest.mark.parametrize("name", ["yerlan", "registrar9", "head9", "doctor9", "partner:attachment:read"])
async def test_lists_hold_nothing_of_others(people: People, name: str) -> None:
    who, marat = await people(name), encode("Patient", (await demo.person("marat")).id)
    own = {encode("Attachment", key) for key in (await foreign())["Attachment"]}
    whole = await who.see("{ attachments(first: 100) { nodes { id } } }")
    narrowed = await who.see("query ($of: ID!) { attachments(first: 100, filter: {patient: $of}) { nodes { id } } }", of=marat)
    searched = await who.see("query ($s: String!) { attachments(filter: {search: $s}) { totalCount } }", s="X-1")
    assert not own & {one["id"] for found in (whole, narrowed) for one in found["nodes"]} and searched["totalCount"] == 0


async def test_the_log_of_somebody_else_and_of_nobody_are_the_same_answer(people: People) -> None:
    yerlan, marat = await people("yerlan"), (await demo.person("marat")).id
    query = "query ($patient: ID) { accessLog(patient: $patient) { nodes { id } } }"
    assert len({await told(yerlan, query, patient=encode("Patient", key)) for key in (marat, uuid4())}) == 1


async def test_the_contact_centre_learns_state_and_term_and_nothing_of_the_person(people: People) -> None:
    case = (await (await people("yerlan")).file())["attachment"]
    centre = await people("centre")
    found = await centre.see("query ($n: String!) { caseStatus(number: $n) { number stateText clinicName due { at } } }", n=case["number"])
    assert found["number"] == case["number"] and await iin("yerlan") not in str(found) and "Тілеуов" not in str(found)
    assert await centre.see("query ($n: String!) { caseStatus(number: $n) { number } }", n="AP-2026-000099-0") is None
    assert await Entry.filter(act="attachment:status", role="CONTACT_CENTRE", reading=True).count() == 1


async def test_a_doctor_sees_the_people_attached_and_no_applicant(people: People) -> None:
    case = (await (await people("yerlan")).file())["attachment"]
    await (await people("registrar")).act("checkAttachment", {"id": case["id"]})
    query, doctor = "query ($id: ID!) { attachment(id: $id) { phone } }", await people("doctor")
    assert await doctor.see(query, id=case["id"]) is None
    await (await people("head")).decide("approveAttachment", case["id"])
    assert (await doctor.see(query, id=case["id"]))["phone"] == "+77012345678"
