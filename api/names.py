"""The words of the law that have a name in the API: roles, services, channels, states, grounds."""

from api.shown import named
from models import law
from models.law import (
    appeal,
    appointment,
    appointment_access,
    attachment,
    consent,
    figures,
    home_visit,
    home_visit_reason,
    notice,
    representation,
    specialty,
    timetable,
)

Role = law.Role
named(law.Role, "Role", "law.role")
Service = law.Service
named(law.Service, "Service", "law.service")
Channel = law.Channel
named(law.Channel, "Channel", "law.channel")
Mark = law.Mark
named(law.Mark, "Mark", "law.mark")
Language = law.Language
named(law.Language, "Language", "law.language")
Right = representation.Right
named(representation.Right, "Right", "law.right")
AttachmentState = attachment.State
named(attachment.State, "AttachmentState", "law.state.attachment")
AttachmentGround = attachment.Ground
named(attachment.Ground, "AttachmentGround", "law.ground")
DocumentKind = attachment.DocumentKind
named(attachment.DocumentKind, "DocumentKind", "law.document")
Specialty = specialty.Specialty
named(specialty.Specialty, "Specialty", "law.specialty")
AppointmentState = appointment.State
named(appointment.State, "AppointmentState", "law.state.appointment")
VisitReason = appointment.VisitReason
named(appointment.VisitReason, "VisitReason", "law.visit_reason")
PartOfDay = appointment.PartOfDay
named(appointment.PartOfDay, "PartOfDay", "law.part_of_day")
Access = appointment_access.Access
named(appointment_access.Access, "Access", "law.access")
AccessReason = appointment_access.AccessReason
named(appointment_access.AccessReason, "AccessReason", "law.access_reason")
HomeVisitState = home_visit.State
named(home_visit.State, "HomeVisitState", "law.state.home_visit")
HomeVisitKind = home_visit.Kind
named(home_visit.Kind, "HomeVisitKind", "law.home_visit_kind")
HomeVisitRoute = home_visit.Route
named(home_visit.Route, "HomeVisitRoute", "law.home_visit_route")
HomeVisitOutcome = home_visit.Outcome
named(home_visit.Outcome, "HomeVisitOutcome", "law.home_visit_outcome")
HomeVisitRefusalGround = home_visit.RefusalGround
named(home_visit.RefusalGround, "HomeVisitRefusalGround", "law.home_visit_refusal")
DangerSign = home_visit_reason.DangerSign
named(home_visit_reason.DangerSign, "DangerSign", "law.danger_sign")
Indication = home_visit_reason.Indication
named(home_visit_reason.Indication, "Indication", "law.indication")
Urgency = home_visit_reason.Urgency
named(home_visit_reason.Urgency, "Urgency", "law.urgency")
SlotState = timetable.SlotState
named(timetable.SlotState, "SlotState", "law.slot_state")
RefusalGround = attachment.RefusalGround
named(attachment.RefusalGround, "RefusalGround", "law.refusal")
DetachmentGround = attachment.DetachmentGround
named(attachment.DetachmentGround, "DetachmentGround", "law.detachment")
ConsentPurpose = consent.Purpose
named(consent.Purpose, "ConsentPurpose", "law.purpose")
NoticeKind = notice.Kind
named(notice.Kind, "NoticeKind", "law.notice.kind")
AppealKind = appeal.Kind
named(appeal.Kind, "AppealKind", "law.appeal_kind")
AppealBodyKind = appeal.Body
named(appeal.Body, "AppealBodyKind", "law.appeal_body")
AppealState = appeal.State
named(appeal.State, "AppealState", "law.state.appeal")
AppealSubject = appeal.Subject
named(appeal.Subject, "AppealSubject", "law.appeal_subject")
AppealOutcome = appeal.Outcome
named(appeal.Outcome, "AppealOutcome", "law.appeal_outcome")
AppealRequirement = appeal.Requirement
named(appeal.Requirement, "AppealRequirement", "law.appeal_requirement")
AppealLeaveGround = appeal.LeaveGround
named(appeal.LeaveGround, "AppealLeaveGround", "law.appeal_leaving")
AppealForwardGround = appeal.ForwardGround
named(appeal.ForwardGround, "AppealForwardGround", "law.appeal_forwarding")
AnswerWay = appeal.AnswerWay
named(appeal.AnswerWay, "AnswerWay", "law.appeal_way")
HearingWay = appeal.HearingWay
named(appeal.HearingWay, "HearingWay", "law.hearing_way")
TermFate = figures.Fate
named(figures.Fate, "TermFate", "law.fate")
VisitFate = figures.Visit
named(figures.Visit, "VisitFate", "law.visit")
CountCover = figures.Cover
named(figures.Cover, "CountCover", "law.cover")
