"""What the models cannot say and the database must know: checks and triggers, with the SQL that makes them.

`makemigration` adds them to the migration that creates their table; for a table that exists already they are written
into a migration by hand. The start-up check finds any that is missing.
"""

from dataclasses import dataclass

REFUSE = {
    "sqlite": """CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" WHEN {when}
    BEGIN SELECT RAISE(ABORT, '{name}'); END;""",
    "postgres": """CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION "{name}"();""",
}


@dataclass(frozen=True)
class Check:
    """A condition that every row satisfies; the SQL must mean the same on both databases."""

    table: str
    name: str
    condition: str

    def sql(self) -> str:
        """The line inside CREATE TABLE (SQLite cannot add a check later)."""
        return f'CONSTRAINT "{self.name}" CHECK ({self.condition})'


@dataclass(frozen=True)
class Trigger:
    """An event (UPDATE or DELETE) that the database refuses for rows of which `when` is true."""

    table: str
    name: str
    event: str
    when: str = "TRUE"

    def sql(self, dialect: str) -> str:
        """The statements that make it; the refusal arrives as an IntegrityError that holds the name."""
        return REFUSE[dialect].format(name=self.name, table=self.table, event=self.event, when=self.when)


_WORDS = (
    "id", "at", "act", "reading", "role", "account_id", "partner_id", "clinic_id", "name", "channel", "person_id",
    "service", "case_id", "case_number", "details", "request", "address",
)  # fmt: skip
_RECEIPT = (
    "id", "number", "register_year", "register_number", "kind", "clinic_id", "authority_id", "person_id", "channel", "received_by",
    "received_role", "signature_id", "submitted_at", "entered_at", "registered_at", "first_due_on", "latest_on", "forward_by", "origin_id",
)  # fmt: skip
_GIVEN = (
    "essence", "name", "iin", "bin", "facts", "about_service", "about_id", "about_number", "learned_on", "late", "oral", "part",
    "complained_of", "restore_words", "crime", "applicant_id", "applicant_right", "partner_id", "registrar_id", "identity_seen",
)  # fmt: skip
_DECIDED = ("outcome", "leave_ground", "reasons", "decision_law", "restored", "decided_by", "decided_role", "ended_at")
_NOTICE = (
    "id", "number", "code", "kind", "service", "person_id", "clinic_id", "authority_id", "attachment_id", "appointment_id",
    "home_visit_id", "appeal_id", "facts", "signature_id", "issued_at",
)  # fmt: skip


def _changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)


BY_HAND: tuple[Check | Trigger, ...] = (
    Check("reception", "reception_has_length", "ends_minute > begins_minute AND minutes > 0"),
    Check("absence", "absence_has_length", "until > since"),
    Check("slot", "slot_has_length", "ends_at > starts_at"),
    Check("hold", "hold_has_length", "expires_at > held_at"),
    Check("appointment", "appointment_has_length", "ends_at > starts_at"),
    Check("home_visit", "home_visit_window", "window_until IS NULL OR window_until > window_since"),
    Check("home_visit", "home_visit_has_doctor", "doctor_id IS NOT NULL OR state NOT IN ('ASSIGNED', 'EN_ROUTE', 'ON_SITE', 'COMPLETED')"),
    Check("home_visit", "home_visit_refused_on_ground", "state <> 'REFUSED' OR refusal_ground IS NOT NULL"),
    Trigger("home_visit", "home_visit_is_kept", "DELETE"),
    Check("appeal", "appeal_decided_how", "state <> 'DECIDED' OR outcome IS NOT NULL"),
    Check("appeal", "appeal_left_on_ground", "state <> 'LEFT' OR leave_ground IS NOT NULL"),
    Check("appeal", "appeal_refused_when", "state <> 'DEEMED_REFUSED' OR lapsed_at IS NOT NULL"),
    Check("appeal", "appeal_within_latest", "due_on <= latest_on"),
    Check("appeal", "appeal_ended_when", "state NOT IN ('FORWARDED', 'DECIDED', 'LEFT', 'WITHDRAWN') OR ended_at IS NOT NULL"),
    Trigger("appeal", "appeal_is_kept", "DELETE"),
    Trigger("appeal", "appeal_receipt_is_as_given", "UPDATE", _changed(_RECEIPT)),
    Trigger("appeal", "appeal_words_are_as_given", "UPDATE", _changed(_GIVEN)),
    Trigger("appeal", "appeal_lapse_stands", "UPDATE", "OLD.lapsed_at IS NOT NULL AND OLD.lapsed_at IS DISTINCT FROM NEW.lapsed_at"),
    Trigger("appeal", "appeal_extension_stands", "UPDATE",
            "OLD.extended_at IS NOT NULL AND OLD.extended_at IS DISTINCT FROM NEW.extended_at"),
    Trigger("appeal", "appeal_decision_stands", "UPDATE", f"OLD.ended_at IS NOT NULL AND ({_changed(_DECIDED)})"),
    Trigger("appeal", "appeal_refusal_stands", "UPDATE",
            "OLD.state = 'DEEMED_REFUSED' AND NEW.state NOT IN ('DEEMED_REFUSED', 'DECIDED', 'WITHDRAWN')"),
    # The term is moved by an extension, once, and by nothing else.
    Trigger("appeal", "appeal_term_is_moved_by_law", "UPDATE",
            "OLD.due_on IS DISTINCT FROM NEW.due_on AND (OLD.extended_at IS NOT NULL OR NEW.extended_at IS NULL)"),
    Trigger("appeal", "appeal_end_is_final", "UPDATE",
            "OLD.state IN ('FORWARDED', 'DECIDED', 'LEFT', 'WITHDRAWN') AND OLD.state IS DISTINCT FROM NEW.state"),
    Trigger("journal", "journal_keeps_its_lines", "DELETE"),
    Trigger("journal", "journal_keeps_its_words", "UPDATE", f"OLD.position IS NOT NULL OR {_changed(_WORDS)}"),
    Trigger("signature", "signature_is_kept", "DELETE"),
    Trigger("signature", "signature_is_as_received", "UPDATE"),
    Trigger("notice", "notice_is_kept", "DELETE"),
    Trigger("notice", "notice_is_as_issued", "UPDATE", _changed(_NOTICE)),
    Trigger("notice", "notice_stays_sealed", "UPDATE", "OLD.sealed_at IS NOT NULL AND OLD.sealed_at IS DISTINCT FROM NEW.sealed_at"),
    Trigger("open_month", "open_month_is_kept", "DELETE"),
    Trigger("open_month", "open_month_is_as_published", "UPDATE"),
    Trigger("notice_seal", "notice_seal_is_kept", "DELETE"),
    Trigger("notice_seal", "notice_seal_is_as_made", "UPDATE"),
)
