"""What a notice of each kind states of its case: codes, days and numbers, no words of any language; they are signed as they are."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from models import clock
from models.appeal import Appeal
from models.appointment import Appointment
from models.appointment_message import slot_of
from models.attachment import Attachment
from models.hold import Hold, HoldPurpose
from models.home_visit import HomeVisit
from models.law import Role, appeal_clock
from models.law import appeal as appeal_law
from models.law.appeal import ForwardGround
from models.law.notice import Kind
from models.person import Person

Facts = dict[str, Any]


def of_person(person: Person | None, name: str = "", iin: str = "") -> Facts:
    """Whom a notice concerns: somebody of the register, or whoever an appeal says."""
    if person is None:
        return {"name": name, "iin": iin}
    return {"iin": person.iin, "name": person.full_name, "birth_date": person.birth_date.isoformat()}


def of_issuer(body: Any) -> Facts:
    """Who issues it: a clinic, or the authorised body."""
    return {"bin": body.bin, "name": body.name}


async def _receipt(case: Attachment) -> Facts:
    return {"submitted_at": _at(case.submitted_at), "accepted_at": _at(case.accepted_at), "due_at": _at(case.due_at)}


async def _withdrawal(case: Attachment) -> Facts:
    return {"ended_at": _at(case.decided_at)}


async def _appointment(case: Appointment) -> Facts:
    slot = await slot_of(case)
    return {
        "specialty": case.specialty, "doctor": slot.doctor.person.full_name, "room": slot.room, "starts_at": _at(case.starts_at),
        "ends_at": _at(case.ends_at), "reason": case.reason,
    }  # fmt: skip


async def _offer(case: Appointment) -> Facts:
    held = await Hold.live().filter(appointment_id=case.id, purpose=HoldPurpose.OFFER).select_related("slot").first()
    offered = {"offered_at": _at(held.slot.starts_at), "answer_by": _at(held.expires_at)} if held else {}
    return {**await _appointment(case), "words": case.offer_reason, **offered}


async def _cancellation(case: Appointment) -> Facts:
    by = {"ended_at": _at(case.cancelled_at), "by": case.cancelled_by, "words": case.cancel_reason}
    return {**await _appointment(case), **by}


async def _visit(case: HomeVisit) -> Facts:
    window = {"since": _at(case.window_since), "until": _at(case.window_until)} if case.window_since else {}
    doctor = {"doctor": case.doctor.person.full_name} if case.doctor else {}
    return {"visit_day": case.visit_day.isoformat(), **window, **doctor}


async def _visit_refusal(case: HomeVisit) -> Facts:
    return {"ground": case.refusal_ground, "words": case.reasons}


async def _visit_cancellation(case: HomeVisit) -> Facts:
    return {"ended_at": _at(case.ended_at), "by": case.cancelled_by, "words": case.reasons}


async def _appeal_receipt(case: Appeal) -> Facts:
    return {
        "appeal_kind": case.kind, "line": case.register_number, "year": case.register_year, "received_at": _at(case.submitted_at),
        "registered_on": clock.local(case.registered_at).date().isoformat(), "receiver": case.received_by,
        "position": case.received_role, "due_on": case.first_due_on.isoformat(), "ways": case.answer_ways.split(),
        "place": case.postal_address,
    }  # fmt: skip


async def _forwarding(case: Appeal) -> Facts:
    """Where an appeal went, or a part of it: that body's own number is known at once; the rest of it keeps its term here."""
    sent = case.sent
    assert sent is not None, "what is sent on has opened a case at another body"
    rest = {"part": sent.part, "rest_due_on": case.due_on.isoformat()} if sent.part else {}
    return {
        "appeal_kind": case.kind, "to": of_issuer(sent.authority or sent.clinic), "to_number": sent.number,
        "ground": ForwardGround.NOT_COMPETENT if sent.part else case.forward_ground, "words": case.forward_words, **rest,
    }  # fmt: skip


async def _extension(case: Appeal) -> Facts:
    return {
        "appeal_kind": case.kind, "first_due_on": case.first_due_on.isoformat(), "due_on": case.due_on.isoformat(),
        "words": case.extension_words,
    }  # fmt: skip


async def _preliminary(case: Appeal) -> Facts:
    return {
        "appeal_kind": case.kind, "outcome": case.proposed_outcome, "words": case.proposed_words,
        "object_by": case.object_by.isoformat() if case.object_by else None, "hearing": True,
    }  # fmt: skip


async def _decision(case: Appeal) -> Facts:
    return {
        "appeal_kind": case.kind, "outcome": case.outcome, "words": case.reasons, "law": case.decision_law, "restored": case.restored,
        "decided_by": case.decided_by, "position": case.decided_role, "ended_at": _at(case.ended_at), **_way_on(case),
    }  # fmt: skip


async def _left(case: Appeal) -> Facts:
    return {
        "appeal_kind": case.kind, "ground": case.leave_ground, "words": case.reasons, "decided_by": case.decided_by,
        "position": case.decided_role, "ended_at": _at(case.ended_at), **_way_on(case),
    }  # fmt: skip


async def _appeal_withdrawal(case: Appeal) -> Facts:
    """A withdrawal that somebody else has noted can be complained about."""
    by = {"decided_by": case.decided_by, "position": case.decided_role}
    noted = case.decided_role not in (Role.CITIZEN, Role.PARTNER)
    return {"appeal_kind": case.kind, "ended_at": _at(case.ended_at), "words": case.reasons, **by, **(_way_on(case) if noted else {})}


async def _deemed_refusal(case: Appeal) -> Facts:
    """The silence of a body: from the day after the term; the clock may have come round to it later."""
    lapsed = {"lapsed_on": clock.local(case.lapsed_at).date().isoformat()} if case.lapsed_at else {}
    return {"appeal_kind": case.kind, "due_on": case.due_on.isoformat(), **lapsed, **_way_on(case)}


def _way_on(case: Appeal) -> Facts:
    """Where the answer can be taken, and until when: three months from learning of it (APPC, 92)."""
    learned = clock.local(case.ended_at or clock.now()).date()
    return {"way_on": appeal_law.way_on(case.kind, case.body), "until": appeal_clock.complain_by(learned).isoformat()}


def _at(moment: Any) -> str | None:
    """A moment in Kazakhstan's time, to the second."""
    return clock.local(moment).isoformat(timespec="seconds") if moment else None


OF_KIND: Mapping[Kind, Callable[[Any], Awaitable[Facts]]] = {
    Kind.RECEIPT: _receipt,
    Kind.WITHDRAWAL: _withdrawal,
    Kind.APPOINTMENT: _appointment,
    Kind.APPOINTMENT_OFFER: _offer,
    Kind.APPOINTMENT_CANCELLATION: _cancellation,
    Kind.HOME_VISIT: _visit,
    Kind.HOME_VISIT_REFUSAL: _visit_refusal,
    Kind.HOME_VISIT_CANCELLATION: _visit_cancellation,
    Kind.APPEAL_RECEIPT: _appeal_receipt,
    Kind.APPEAL_FORWARDING: _forwarding,
    Kind.APPEAL_EXTENSION: _extension,
    Kind.APPEAL_PRELIMINARY: _preliminary,
    Kind.APPEAL_DECISION: _decision,
    Kind.APPEAL_LEFT: _left,
    Kind.APPEAL_WITHDRAWAL: _appeal_withdrawal,
    Kind.APPEAL_DEEMED_REFUSAL: _deemed_refusal,
}
