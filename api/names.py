"""The words of the law that have a name in the API: roles, services, channels, states, grounds."""

from api.shown import named
from models import law
from models.law import appointment, appointment_access, attachment, consent, notice, representation, specialty, timetable

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
