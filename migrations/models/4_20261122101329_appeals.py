"""Appeals."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "authority" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "bin" VARCHAR(12) NOT NULL UNIQUE,
            "name" JSON NOT NULL,
            "address" JSON NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "kato" VARCHAR(9) NOT NULL,
            "appeal_code" INT UNIQUE
        ) /* An authorised body. `kato` is the territory whose clinics it oversees; empty, it oversees those that no other does. */;
                CREATE TABLE IF NOT EXISTS "appeal" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "register_year" INT NOT NULL,
            "register_number" INT NOT NULL,
            "state" VARCHAR(20) NOT NULL /* REGISTERED: REGISTERED
        NEEDS_CORRECTION: NEEDS_CORRECTION
        IN_WORK: IN_WORK
        PRELIMINARY: PRELIMINARY
        HEARING: HEARING
        DEEMED_REFUSED: DEEMED_REFUSED
        FORWARDED: FORWARDED
        DECIDED: DECIDED
        LEFT: LEFT
        WITHDRAWN: WITHDRAWN */,
            "version" INT NOT NULL,
            "kind" VARCHAR(20) NOT NULL /* REQUEST: REQUEST
        INFORMATION: INFORMATION
        MESSAGE: MESSAGE
        RESPONSE: RESPONSE
        PROPOSAL: PROPOSAL
        COMPLAINT: COMPLAINT
        SERVICE_COMPLAINT: SERVICE_COMPLAINT */,
            "subject" VARCHAR(20) NOT NULL /* REFUSAL_OF_CARE: REFUSAL_OF_CARE
        QUALITY: QUALITY
        WAITING: WAITING
        PAID_SERVICES: PAID_SERVICES
        NOT_GIVEN: NOT_GIVEN
        MEDICINES: MEDICINES
        BEHAVIOUR: BEHAVIOUR
        DATA: DATA
        OTHER: OTHER */,
            "applicant_right" VARCHAR(20) NOT NULL /* SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY */,
            "name" VARCHAR(200) NOT NULL,
            "iin" VARCHAR(12) NOT NULL,
            "bin" VARCHAR(12) NOT NULL,
            "postal_address" VARCHAR(300) NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL /* KK: kk
        RU: ru
        EN: en */,
            "answer_ways" VARCHAR(60) NOT NULL,
            "channel" VARCHAR(10) NOT NULL /* PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC */,
            "registrar_id" CHAR(36),
            "received_by" VARCHAR(200) NOT NULL,
            "received_role" VARCHAR(20) NOT NULL /* CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM */,
            "identity_seen" VARCHAR(200) NOT NULL,
            "signature_id" CHAR(36),
            "submitted_at" TIMESTAMP NOT NULL,
            "entered_at" TIMESTAMP NOT NULL,
            "registered_at" TIMESTAMP NOT NULL,
            "essence" TEXT NOT NULL,
            "oral" INT NOT NULL,
            "crime" INT NOT NULL,
            "about_service" VARCHAR(20) /* ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL */,
            "about_id" CHAR(36),
            "about_number" VARCHAR(30) NOT NULL,
            "facts" JSON NOT NULL,
            "accused" JSON NOT NULL,
            "accused_note" TEXT NOT NULL,
            "complained_of" VARCHAR(300) NOT NULL,
            "learned_on" DATE,
            "late" INT NOT NULL,
            "restore_words" TEXT NOT NULL,
            "restored" INT,
            "origin_id" CHAR(36),
            "part" TEXT NOT NULL,
            "forward_ground" VARCHAR(20) /* NOT_COMPETENT: NOT_COMPETENT
        COMPLAINT: COMPLAINT
        CONFLICT: CONFLICT */,
            "forward_words" TEXT NOT NULL,
            "due_on" DATE NOT NULL,
            "first_due_on" DATE NOT NULL,
            "latest_on" DATE NOT NULL,
            "forward_by" DATE NOT NULL,
            "lapsed_at" TIMESTAMP,
            "registration_late_at" TIMESTAMP,
            "forwarding_late_at" TIMESTAMP,
            "executor_id" CHAR(36),
            "executor" VARCHAR(200) NOT NULL,
            "requirements" VARCHAR(200) NOT NULL,
            "correction_words" TEXT NOT NULL,
            "correct_by" DATE,
            "correction_given" TEXT NOT NULL,
            "corrected_at" TIMESTAMP,
            "correction_missed" INT NOT NULL,
            "extended_at" TIMESTAMP,
            "extension_words" TEXT NOT NULL,
            "notice_by" DATE,
            "noticed_at" TIMESTAMP,
            "notice_words" VARCHAR(300) NOT NULL,
            "notice_late_at" TIMESTAMP,
            "proposed_outcome" VARCHAR(20) /* GRANTED: GRANTED
        PARTLY: PARTLY
        EXPLAINED: EXPLAINED
        DENIED: DENIED
        CANCELLED: CANCELLED
        REPLACED: REPLACED
        ORDERED: ORDERED
        RETURNED: RETURNED
        UNSATISFIED: UNSATISFIED */,
            "proposed_words" TEXT NOT NULL,
            "shown_at" TIMESTAMP,
            "object_by" DATE,
            "objection" TEXT NOT NULL,
            "objected_at" TIMESTAMP,
            "hearing" JSON NOT NULL,
            "protocol" JSON NOT NULL,
            "case_words" TEXT NOT NULL,
            "case_requested_at" TIMESTAMP,
            "case_by" DATE,
            "case_answer" TEXT NOT NULL,
            "case_given_at" TIMESTAMP,
            "case_late_at" TIMESTAMP,
            "earlier" JSON NOT NULL,
            "outcome" VARCHAR(20) /* GRANTED: GRANTED
        PARTLY: PARTLY
        EXPLAINED: EXPLAINED
        DENIED: DENIED
        CANCELLED: CANCELLED
        REPLACED: REPLACED
        ORDERED: ORDERED
        RETURNED: RETURNED
        UNSATISFIED: UNSATISFIED */,
            "leave_ground" VARCHAR(20) /* ANONYMOUS: ANONYMOUS
        WITHOUT_ESSENCE: WITHOUT_ESSENCE
        NOT_CORRECTED: NOT_CORRECTED */,
            "reasons" TEXT NOT NULL,
            "decision_law" TEXT NOT NULL,
            "decided_by" VARCHAR(200) NOT NULL,
            "decided_role" VARCHAR(20) /* CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM */,
            "ended_at" TIMESTAMP,
            "answered_at" TIMESTAMP,
            "answer_words" VARCHAR(300) NOT NULL,
            "applicant_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            "authority_id" CHAR(36) REFERENCES "authority" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "partner_id" CHAR(36) REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            CONSTRAINT "appeal_decided_how" CHECK (state <> 'DECIDED' OR outcome IS NOT NULL),
            CONSTRAINT "appeal_left_on_ground" CHECK (state <> 'LEFT' OR leave_ground IS NOT NULL),
            CONSTRAINT "appeal_refused_when" CHECK (state <> 'DEEMED_REFUSED' OR lapsed_at IS NOT NULL),
            CONSTRAINT "appeal_within_latest" CHECK (due_on <= latest_on),
            CONSTRAINT "appeal_ended_when" CHECK (state NOT IN ('FORWARDED', 'DECIDED', 'LEFT', 'WITHDRAWN') OR ended_at IS NOT NULL)
        ) /* One appeal at one body: the authorised body where `authority` is named, otherwise the clinic. Sent on, it is another appeal there. */;
        CREATE INDEX IF NOT EXISTS "idx_appeal_origin__93f4c0" ON "appeal" ("origin_id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_clinic__7d4c0a" ON "appeal" ("clinic_id", "state", "due_on");
        CREATE INDEX IF NOT EXISTS "idx_appeal_authori_9f1004" ON "appeal" ("authority_id", "state", "due_on");
        CREATE INDEX IF NOT EXISTS "idx_appeal_clinic__980597" ON "appeal" ("clinic_id", "submitted_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_authori_b6b975" ON "appeal" ("authority_id", "submitted_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_person__9c0162" ON "appeal" ("person_id", "submitted_at");
        CREATE INDEX IF NOT EXISTS "idx_appeal_about_i_2c12b8" ON "appeal" ("about_id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_state_e827b4" ON "appeal" ("state", "due_on");
                ALTER TABLE "clinic" ADD "appeal_code" INT;
                ALTER TABLE "post" ADD "authority_id" CHAR(36) REFERENCES "authority" ("id") ON DELETE RESTRICT;
                CREATE UNIQUE INDEX IF NOT EXISTS "uq_clinic_appeal_code" ON "clinic" ("appeal_code") WHERE appeal_code IS NOT NULL;
        CREATE TRIGGER "appeal_is_kept" BEFORE DELETE ON "appeal" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'appeal_is_kept'); END;
        CREATE TRIGGER "appeal_receipt_is_as_given" BEFORE UPDATE ON "appeal" WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.register_year IS DISTINCT FROM NEW.register_year OR OLD.register_number IS DISTINCT FROM NEW.register_number OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.authority_id IS DISTINCT FROM NEW.authority_id OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.received_by IS DISTINCT FROM NEW.received_by OR OLD.received_role IS DISTINCT FROM NEW.received_role OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at OR OLD.entered_at IS DISTINCT FROM NEW.entered_at OR OLD.registered_at IS DISTINCT FROM NEW.registered_at OR OLD.first_due_on IS DISTINCT FROM NEW.first_due_on OR OLD.latest_on IS DISTINCT FROM NEW.latest_on OR OLD.forward_by IS DISTINCT FROM NEW.forward_by OR OLD.origin_id IS DISTINCT FROM NEW.origin_id
            BEGIN SELECT RAISE(ABORT, 'appeal_receipt_is_as_given'); END;
        CREATE TRIGGER "appeal_words_are_as_given" BEFORE UPDATE ON "appeal" WHEN OLD.essence IS DISTINCT FROM NEW.essence OR OLD.name IS DISTINCT FROM NEW.name OR OLD.iin IS DISTINCT FROM NEW.iin OR OLD.bin IS DISTINCT FROM NEW.bin OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.about_service IS DISTINCT FROM NEW.about_service OR OLD.about_id IS DISTINCT FROM NEW.about_id OR OLD.about_number IS DISTINCT FROM NEW.about_number OR OLD.learned_on IS DISTINCT FROM NEW.learned_on OR OLD.late IS DISTINCT FROM NEW.late OR OLD.oral IS DISTINCT FROM NEW.oral OR OLD.part IS DISTINCT FROM NEW.part OR OLD.complained_of IS DISTINCT FROM NEW.complained_of OR OLD.restore_words IS DISTINCT FROM NEW.restore_words OR OLD.crime IS DISTINCT FROM NEW.crime OR OLD.applicant_id IS DISTINCT FROM NEW.applicant_id OR OLD.applicant_right IS DISTINCT FROM NEW.applicant_right OR OLD.partner_id IS DISTINCT FROM NEW.partner_id OR OLD.registrar_id IS DISTINCT FROM NEW.registrar_id OR OLD.identity_seen IS DISTINCT FROM NEW.identity_seen
            BEGIN SELECT RAISE(ABORT, 'appeal_words_are_as_given'); END;
        CREATE TRIGGER "appeal_lapse_stands" BEFORE UPDATE ON "appeal" WHEN OLD.lapsed_at IS NOT NULL AND OLD.lapsed_at IS DISTINCT FROM NEW.lapsed_at
            BEGIN SELECT RAISE(ABORT, 'appeal_lapse_stands'); END;
        CREATE TRIGGER "appeal_extension_stands" BEFORE UPDATE ON "appeal" WHEN OLD.extended_at IS NOT NULL AND OLD.extended_at IS DISTINCT FROM NEW.extended_at
            BEGIN SELECT RAISE(ABORT, 'appeal_extension_stands'); END;
        CREATE TRIGGER "appeal_decision_stands" BEFORE UPDATE ON "appeal" WHEN OLD.ended_at IS NOT NULL AND (OLD.outcome IS DISTINCT FROM NEW.outcome OR OLD.leave_ground IS DISTINCT FROM NEW.leave_ground OR OLD.reasons IS DISTINCT FROM NEW.reasons OR OLD.decision_law IS DISTINCT FROM NEW.decision_law OR OLD.restored IS DISTINCT FROM NEW.restored OR OLD.decided_by IS DISTINCT FROM NEW.decided_by OR OLD.decided_role IS DISTINCT FROM NEW.decided_role OR OLD.ended_at IS DISTINCT FROM NEW.ended_at)
            BEGIN SELECT RAISE(ABORT, 'appeal_decision_stands'); END;
        CREATE TRIGGER "appeal_refusal_stands" BEFORE UPDATE ON "appeal" WHEN OLD.state = 'DEEMED_REFUSED' AND NEW.state NOT IN ('DEEMED_REFUSED', 'DECIDED', 'WITHDRAWN')
            BEGIN SELECT RAISE(ABORT, 'appeal_refusal_stands'); END;
        CREATE TRIGGER "appeal_term_is_moved_by_law" BEFORE UPDATE ON "appeal" WHEN OLD.due_on IS DISTINCT FROM NEW.due_on AND (OLD.extended_at IS NOT NULL OR NEW.extended_at IS NULL)
            BEGIN SELECT RAISE(ABORT, 'appeal_term_is_moved_by_law'); END;
        CREATE TRIGGER "appeal_end_is_final" BEFORE UPDATE ON "appeal" WHEN OLD.state IN ('FORWARDED', 'DECIDED', 'LEFT', 'WITHDRAWN') AND OLD.state IS DISTINCT FROM NEW.state
            BEGIN SELECT RAISE(ABORT, 'appeal_end_is_final'); END;
        CREATE TABLE IF NOT EXISTS "document_new" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "kind" VARCHAR(30) NOT NULL /* IDENTITY: IDENTITY
        PENSION_CERTIFICATE: PENSION_CERTIFICATE
        DISABILITY_CERTIFICATE: DISABILITY_CERTIFICATE
        GUARDIANSHIP_DECISION: GUARDIANSHIP_DECISION
        COMMISSION_MINUTES: COMMISSION_MINUTES
        ENLISTMENT_EXTRACT: ENLISTMENT_EXTRACT
        REPRESENTATIVES_REQUEST: REPRESENTATIVES_REQUEST
        RECTOR_REQUEST: RECTOR_REQUEST
        UNIVERSITY_MINUTES: UNIVERSITY_MINUTES
        FOREIGN_BIRTH_DOCUMENT: FOREIGN_BIRTH_DOCUMENT
        AUTHORITY_DECISION: AUTHORITY_DECISION
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY
        INSURANCE_CONTRACT: INSURANCE_CONTRACT
        OTHER: OTHER
        ENCLOSURE: ENCLOSURE */,
            "paper" INT NOT NULL,
            "note" VARCHAR(300) NOT NULL,
            "file_name" VARCHAR(200) NOT NULL,
            "media_type" VARCHAR(60) NOT NULL,
            "size" INT NOT NULL,
            "sha256" VARCHAR(64) NOT NULL,
            "same_as" CHAR(36),
            "uploaded_by" CHAR(36),
            "uploaded_at" TIMESTAMP NOT NULL,
            "attachment_id" CHAR(36) REFERENCES "attachment" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            "appeal_id" CHAR(36) REFERENCES "appeal" ("id") ON DELETE RESTRICT
        ) /* One document. A file lies in the documents folder under its id; a paper has no file but a note of what was seen. */;
        INSERT INTO "document_new" ("id", "kind", "paper", "note", "file_name", "media_type", "size", "sha256", "uploaded_by", "uploaded_at", "attachment_id", "person_id") SELECT "id", "kind", "paper", "note", "file_name", "media_type", "size", "sha256", "uploaded_by", "uploaded_at", "attachment_id", "person_id" FROM "document";
        DROP TABLE "document";
        ALTER TABLE "document_new" RENAME TO "document";
    """,
    "postgres": r"""
        CREATE TABLE IF NOT EXISTS "authority" (
            "id" UUID NOT NULL PRIMARY KEY,
            "bin" VARCHAR(12) NOT NULL UNIQUE,
            "name" JSONB NOT NULL,
            "address" JSONB NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "kato" VARCHAR(9) NOT NULL,
            "appeal_code" INT UNIQUE
        );
        COMMENT ON TABLE "authority" IS 'An authorised body. `kato` is the territory whose clinics it oversees; empty, it oversees those that no other does.';
                CREATE TABLE IF NOT EXISTS "appeal" (
            "id" UUID NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "register_year" INT NOT NULL,
            "register_number" INT NOT NULL,
            "state" VARCHAR(20) NOT NULL,
            "version" INT NOT NULL,
            "kind" VARCHAR(20) NOT NULL,
            "subject" VARCHAR(20) NOT NULL,
            "applicant_right" VARCHAR(20) NOT NULL,
            "name" VARCHAR(200) NOT NULL,
            "iin" VARCHAR(12) NOT NULL,
            "bin" VARCHAR(12) NOT NULL,
            "postal_address" VARCHAR(300) NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL,
            "answer_ways" VARCHAR(60) NOT NULL,
            "channel" VARCHAR(10) NOT NULL,
            "registrar_id" UUID,
            "received_by" VARCHAR(200) NOT NULL,
            "received_role" VARCHAR(20) NOT NULL,
            "identity_seen" VARCHAR(200) NOT NULL,
            "signature_id" UUID,
            "submitted_at" TIMESTAMPTZ NOT NULL,
            "entered_at" TIMESTAMPTZ NOT NULL,
            "registered_at" TIMESTAMPTZ NOT NULL,
            "essence" TEXT NOT NULL,
            "oral" BOOL NOT NULL,
            "crime" BOOL NOT NULL,
            "about_service" VARCHAR(20),
            "about_id" UUID,
            "about_number" VARCHAR(30) NOT NULL,
            "facts" JSONB NOT NULL,
            "accused" JSONB NOT NULL,
            "accused_note" TEXT NOT NULL,
            "complained_of" VARCHAR(300) NOT NULL,
            "learned_on" DATE,
            "late" BOOL NOT NULL,
            "restore_words" TEXT NOT NULL,
            "restored" BOOL,
            "origin_id" UUID,
            "part" TEXT NOT NULL,
            "forward_ground" VARCHAR(20),
            "forward_words" TEXT NOT NULL,
            "due_on" DATE NOT NULL,
            "first_due_on" DATE NOT NULL,
            "latest_on" DATE NOT NULL,
            "forward_by" DATE NOT NULL,
            "lapsed_at" TIMESTAMPTZ,
            "registration_late_at" TIMESTAMPTZ,
            "forwarding_late_at" TIMESTAMPTZ,
            "executor_id" UUID,
            "executor" VARCHAR(200) NOT NULL,
            "requirements" VARCHAR(200) NOT NULL,
            "correction_words" TEXT NOT NULL,
            "correct_by" DATE,
            "correction_given" TEXT NOT NULL,
            "corrected_at" TIMESTAMPTZ,
            "correction_missed" BOOL NOT NULL,
            "extended_at" TIMESTAMPTZ,
            "extension_words" TEXT NOT NULL,
            "notice_by" DATE,
            "noticed_at" TIMESTAMPTZ,
            "notice_words" VARCHAR(300) NOT NULL,
            "notice_late_at" TIMESTAMPTZ,
            "proposed_outcome" VARCHAR(20),
            "proposed_words" TEXT NOT NULL,
            "shown_at" TIMESTAMPTZ,
            "object_by" DATE,
            "objection" TEXT NOT NULL,
            "objected_at" TIMESTAMPTZ,
            "hearing" JSONB NOT NULL,
            "protocol" JSONB NOT NULL,
            "case_words" TEXT NOT NULL,
            "case_requested_at" TIMESTAMPTZ,
            "case_by" DATE,
            "case_answer" TEXT NOT NULL,
            "case_given_at" TIMESTAMPTZ,
            "case_late_at" TIMESTAMPTZ,
            "earlier" JSONB NOT NULL,
            "outcome" VARCHAR(20),
            "leave_ground" VARCHAR(20),
            "reasons" TEXT NOT NULL,
            "decision_law" TEXT NOT NULL,
            "decided_by" VARCHAR(200) NOT NULL,
            "decided_role" VARCHAR(20),
            "ended_at" TIMESTAMPTZ,
            "answered_at" TIMESTAMPTZ,
            "answer_words" VARCHAR(300) NOT NULL,
            "applicant_id" UUID REFERENCES "person" ("id") ON DELETE RESTRICT,
            "authority_id" UUID REFERENCES "authority" ("id") ON DELETE RESTRICT,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "partner_id" UUID REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" UUID REFERENCES "person" ("id") ON DELETE RESTRICT,
            CONSTRAINT "appeal_decided_how" CHECK (state <> 'DECIDED' OR outcome IS NOT NULL),
            CONSTRAINT "appeal_left_on_ground" CHECK (state <> 'LEFT' OR leave_ground IS NOT NULL),
            CONSTRAINT "appeal_refused_when" CHECK (state <> 'DEEMED_REFUSED' OR lapsed_at IS NOT NULL),
            CONSTRAINT "appeal_within_latest" CHECK (due_on <= latest_on),
            CONSTRAINT "appeal_ended_when" CHECK (state NOT IN ('FORWARDED', 'DECIDED', 'LEFT', 'WITHDRAWN') OR ended_at IS NOT NULL)
        );
        CREATE INDEX IF NOT EXISTS "idx_appeal_origin__93f4c0" ON "appeal" ("origin_id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_clinic__7d4c0a" ON "appeal" ("clinic_id", "state", "due_on");
        CREATE INDEX IF NOT EXISTS "idx_appeal_authori_9f1004" ON "appeal" ("authority_id", "state", "due_on");
        CREATE INDEX IF NOT EXISTS "idx_appeal_clinic__980597" ON "appeal" ("clinic_id", "submitted_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_authori_b6b975" ON "appeal" ("authority_id", "submitted_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_person__9c0162" ON "appeal" ("person_id", "submitted_at");
        CREATE INDEX IF NOT EXISTS "idx_appeal_about_i_2c12b8" ON "appeal" ("about_id");
        CREATE INDEX IF NOT EXISTS "idx_appeal_state_e827b4" ON "appeal" ("state", "due_on");
        COMMENT ON COLUMN "appeal"."state" IS 'REGISTERED: REGISTERED
        NEEDS_CORRECTION: NEEDS_CORRECTION
        IN_WORK: IN_WORK
        PRELIMINARY: PRELIMINARY
        HEARING: HEARING
        DEEMED_REFUSED: DEEMED_REFUSED
        FORWARDED: FORWARDED
        DECIDED: DECIDED
        LEFT: LEFT
        WITHDRAWN: WITHDRAWN';
        COMMENT ON COLUMN "appeal"."kind" IS 'REQUEST: REQUEST
        INFORMATION: INFORMATION
        MESSAGE: MESSAGE
        RESPONSE: RESPONSE
        PROPOSAL: PROPOSAL
        COMPLAINT: COMPLAINT
        SERVICE_COMPLAINT: SERVICE_COMPLAINT';
        COMMENT ON COLUMN "appeal"."subject" IS 'REFUSAL_OF_CARE: REFUSAL_OF_CARE
        QUALITY: QUALITY
        WAITING: WAITING
        PAID_SERVICES: PAID_SERVICES
        NOT_GIVEN: NOT_GIVEN
        MEDICINES: MEDICINES
        BEHAVIOUR: BEHAVIOUR
        DATA: DATA
        OTHER: OTHER';
        COMMENT ON COLUMN "appeal"."applicant_right" IS 'SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY';
        COMMENT ON COLUMN "appeal"."language" IS 'KK: kk
        RU: ru
        EN: en';
        COMMENT ON COLUMN "appeal"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC';
        COMMENT ON COLUMN "appeal"."received_role" IS 'CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM';
        COMMENT ON COLUMN "appeal"."about_service" IS 'ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL';
        COMMENT ON COLUMN "appeal"."forward_ground" IS 'NOT_COMPETENT: NOT_COMPETENT
        COMPLAINT: COMPLAINT
        CONFLICT: CONFLICT';
        COMMENT ON COLUMN "appeal"."proposed_outcome" IS 'GRANTED: GRANTED
        PARTLY: PARTLY
        EXPLAINED: EXPLAINED
        DENIED: DENIED
        CANCELLED: CANCELLED
        REPLACED: REPLACED
        ORDERED: ORDERED
        RETURNED: RETURNED
        UNSATISFIED: UNSATISFIED';
        COMMENT ON COLUMN "appeal"."outcome" IS 'GRANTED: GRANTED
        PARTLY: PARTLY
        EXPLAINED: EXPLAINED
        DENIED: DENIED
        CANCELLED: CANCELLED
        REPLACED: REPLACED
        ORDERED: ORDERED
        RETURNED: RETURNED
        UNSATISFIED: UNSATISFIED';
        COMMENT ON COLUMN "appeal"."leave_ground" IS 'ANONYMOUS: ANONYMOUS
        WITHOUT_ESSENCE: WITHOUT_ESSENCE
        NOT_CORRECTED: NOT_CORRECTED';
        COMMENT ON COLUMN "appeal"."decided_role" IS 'CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM';
        COMMENT ON TABLE "appeal" IS 'One appeal at one body: the authorised body where `authority` is named, otherwise the clinic. Sent on, it is another appeal there.';
                ALTER TABLE "clinic" ADD "appeal_code" INT;
                ALTER TABLE "post" ADD "authority_id" UUID;
                ALTER TABLE "document" ADD "appeal_id" UUID;
                ALTER TABLE "document" ADD "same_as" UUID;
                COMMENT ON COLUMN "document"."kind" IS 'IDENTITY: IDENTITY
        PENSION_CERTIFICATE: PENSION_CERTIFICATE
        DISABILITY_CERTIFICATE: DISABILITY_CERTIFICATE
        GUARDIANSHIP_DECISION: GUARDIANSHIP_DECISION
        COMMISSION_MINUTES: COMMISSION_MINUTES
        ENLISTMENT_EXTRACT: ENLISTMENT_EXTRACT
        REPRESENTATIVES_REQUEST: REPRESENTATIVES_REQUEST
        RECTOR_REQUEST: RECTOR_REQUEST
        UNIVERSITY_MINUTES: UNIVERSITY_MINUTES
        FOREIGN_BIRTH_DOCUMENT: FOREIGN_BIRTH_DOCUMENT
        AUTHORITY_DECISION: AUTHORITY_DECISION
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY
        INSURANCE_CONTRACT: INSURANCE_CONTRACT
        OTHER: OTHER
        ENCLOSURE: ENCLOSURE';
                ALTER TABLE "document" ALTER COLUMN "person_id" DROP NOT NULL;
                CREATE UNIQUE INDEX IF NOT EXISTS "uq_clinic_appeal_code" ON "clinic" ("appeal_code") WHERE appeal_code IS NOT NULL;
                ALTER TABLE "post" ADD CONSTRAINT "fk_post_authorit_54768a53" FOREIGN KEY ("authority_id") REFERENCES "authority" ("id") ON DELETE RESTRICT;
                ALTER TABLE "document" ADD CONSTRAINT "fk_document_appeal_e0ecf1d9" FOREIGN KEY ("appeal_id") REFERENCES "appeal" ("id") ON DELETE RESTRICT;
        CREATE FUNCTION "appeal_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_is_kept' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_is_kept" BEFORE DELETE ON "appeal" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "appeal_is_kept"();
        CREATE FUNCTION "appeal_receipt_is_as_given"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_receipt_is_as_given' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_receipt_is_as_given" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.register_year IS DISTINCT FROM NEW.register_year OR OLD.register_number IS DISTINCT FROM NEW.register_number OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.authority_id IS DISTINCT FROM NEW.authority_id OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.received_by IS DISTINCT FROM NEW.received_by OR OLD.received_role IS DISTINCT FROM NEW.received_role OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at OR OLD.entered_at IS DISTINCT FROM NEW.entered_at OR OLD.registered_at IS DISTINCT FROM NEW.registered_at OR OLD.first_due_on IS DISTINCT FROM NEW.first_due_on OR OLD.latest_on IS DISTINCT FROM NEW.latest_on OR OLD.forward_by IS DISTINCT FROM NEW.forward_by OR OLD.origin_id IS DISTINCT FROM NEW.origin_id) EXECUTE FUNCTION "appeal_receipt_is_as_given"();
        CREATE FUNCTION "appeal_words_are_as_given"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_words_are_as_given' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_words_are_as_given" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.essence IS DISTINCT FROM NEW.essence OR OLD.name IS DISTINCT FROM NEW.name OR OLD.iin IS DISTINCT FROM NEW.iin OR OLD.bin IS DISTINCT FROM NEW.bin OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.about_service IS DISTINCT FROM NEW.about_service OR OLD.about_id IS DISTINCT FROM NEW.about_id OR OLD.about_number IS DISTINCT FROM NEW.about_number OR OLD.learned_on IS DISTINCT FROM NEW.learned_on OR OLD.late IS DISTINCT FROM NEW.late OR OLD.oral IS DISTINCT FROM NEW.oral OR OLD.part IS DISTINCT FROM NEW.part OR OLD.complained_of IS DISTINCT FROM NEW.complained_of OR OLD.restore_words IS DISTINCT FROM NEW.restore_words OR OLD.crime IS DISTINCT FROM NEW.crime OR OLD.applicant_id IS DISTINCT FROM NEW.applicant_id OR OLD.applicant_right IS DISTINCT FROM NEW.applicant_right OR OLD.partner_id IS DISTINCT FROM NEW.partner_id OR OLD.registrar_id IS DISTINCT FROM NEW.registrar_id OR OLD.identity_seen IS DISTINCT FROM NEW.identity_seen) EXECUTE FUNCTION "appeal_words_are_as_given"();
        CREATE FUNCTION "appeal_lapse_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_lapse_stands' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_lapse_stands" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.lapsed_at IS NOT NULL AND OLD.lapsed_at IS DISTINCT FROM NEW.lapsed_at) EXECUTE FUNCTION "appeal_lapse_stands"();
        CREATE FUNCTION "appeal_extension_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_extension_stands' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_extension_stands" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.extended_at IS NOT NULL AND OLD.extended_at IS DISTINCT FROM NEW.extended_at) EXECUTE FUNCTION "appeal_extension_stands"();
        CREATE FUNCTION "appeal_decision_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_decision_stands' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_decision_stands" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL AND (OLD.outcome IS DISTINCT FROM NEW.outcome OR OLD.leave_ground IS DISTINCT FROM NEW.leave_ground OR OLD.reasons IS DISTINCT FROM NEW.reasons OR OLD.decision_law IS DISTINCT FROM NEW.decision_law OR OLD.restored IS DISTINCT FROM NEW.restored OR OLD.decided_by IS DISTINCT FROM NEW.decided_by OR OLD.decided_role IS DISTINCT FROM NEW.decided_role OR OLD.ended_at IS DISTINCT FROM NEW.ended_at)) EXECUTE FUNCTION "appeal_decision_stands"();
        CREATE FUNCTION "appeal_refusal_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_refusal_stands' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_refusal_stands" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.state = 'DEEMED_REFUSED' AND NEW.state NOT IN ('DEEMED_REFUSED', 'DECIDED', 'WITHDRAWN')) EXECUTE FUNCTION "appeal_refusal_stands"();
        CREATE FUNCTION "appeal_term_is_moved_by_law"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_term_is_moved_by_law' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_term_is_moved_by_law" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.due_on IS DISTINCT FROM NEW.due_on AND (OLD.extended_at IS NOT NULL OR NEW.extended_at IS NULL)) EXECUTE FUNCTION "appeal_term_is_moved_by_law"();
        CREATE FUNCTION "appeal_end_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'appeal_end_is_final' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "appeal_end_is_final" BEFORE UPDATE ON "appeal" FOR EACH ROW WHEN (OLD.state IN ('FORWARDED', 'DECIDED', 'LEFT', 'WITHDRAWN') AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION "appeal_end_is_final"();
    """,
}
DOWNGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "document_new" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "kind" VARCHAR(30) NOT NULL /* IDENTITY: IDENTITY
        PENSION_CERTIFICATE: PENSION_CERTIFICATE
        DISABILITY_CERTIFICATE: DISABILITY_CERTIFICATE
        GUARDIANSHIP_DECISION: GUARDIANSHIP_DECISION
        COMMISSION_MINUTES: COMMISSION_MINUTES
        ENLISTMENT_EXTRACT: ENLISTMENT_EXTRACT
        REPRESENTATIVES_REQUEST: REPRESENTATIVES_REQUEST
        RECTOR_REQUEST: RECTOR_REQUEST
        UNIVERSITY_MINUTES: UNIVERSITY_MINUTES
        FOREIGN_BIRTH_DOCUMENT: FOREIGN_BIRTH_DOCUMENT
        AUTHORITY_DECISION: AUTHORITY_DECISION
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY
        INSURANCE_CONTRACT: INSURANCE_CONTRACT
        OTHER: OTHER */,
            "paper" INT NOT NULL,
            "note" VARCHAR(300) NOT NULL,
            "file_name" VARCHAR(200) NOT NULL,
            "media_type" VARCHAR(60) NOT NULL,
            "size" INT NOT NULL,
            "sha256" VARCHAR(64) NOT NULL,
            "uploaded_by" CHAR(36),
            "uploaded_at" TIMESTAMP NOT NULL,
            "attachment_id" CHAR(36) REFERENCES "attachment" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        ) /* One document. A file lies in the documents folder under its id; a paper has no file but a note of what was seen. */;
        INSERT INTO "document_new" ("id", "kind", "paper", "note", "file_name", "media_type", "size", "sha256", "uploaded_by", "uploaded_at", "attachment_id", "person_id") SELECT "id", "kind", "paper", "note", "file_name", "media_type", "size", "sha256", "uploaded_by", "uploaded_at", "attachment_id", "person_id" FROM "document";
        DROP TABLE "document";
        ALTER TABLE "document_new" RENAME TO "document";
                DROP INDEX IF EXISTS "uq_clinic_appeal_code";
                ALTER TABLE "clinic" DROP COLUMN "appeal_code";
                ALTER TABLE "post" DROP COLUMN "authority_id";
                DROP TABLE IF EXISTS "appeal";
                DROP TABLE IF EXISTS "authority";
    """,
    "postgres": r"""
        ALTER TABLE "document" DROP CONSTRAINT IF EXISTS "fk_document_appeal_e0ecf1d9";
                ALTER TABLE "post" DROP CONSTRAINT IF EXISTS "fk_post_authorit_54768a53";
                DROP INDEX IF EXISTS "uq_clinic_appeal_code";
                ALTER TABLE "clinic" DROP COLUMN "appeal_code";
                ALTER TABLE "post" DROP COLUMN "authority_id";
                ALTER TABLE "document" DROP COLUMN "appeal_id";
                ALTER TABLE "document" DROP COLUMN "same_as";
                COMMENT ON COLUMN "document"."kind" IS 'IDENTITY: IDENTITY
        PENSION_CERTIFICATE: PENSION_CERTIFICATE
        DISABILITY_CERTIFICATE: DISABILITY_CERTIFICATE
        GUARDIANSHIP_DECISION: GUARDIANSHIP_DECISION
        COMMISSION_MINUTES: COMMISSION_MINUTES
        ENLISTMENT_EXTRACT: ENLISTMENT_EXTRACT
        REPRESENTATIVES_REQUEST: REPRESENTATIVES_REQUEST
        RECTOR_REQUEST: RECTOR_REQUEST
        UNIVERSITY_MINUTES: UNIVERSITY_MINUTES
        FOREIGN_BIRTH_DOCUMENT: FOREIGN_BIRTH_DOCUMENT
        AUTHORITY_DECISION: AUTHORITY_DECISION
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY
        INSURANCE_CONTRACT: INSURANCE_CONTRACT
        OTHER: OTHER';
                ALTER TABLE "document" ALTER COLUMN "person_id" SET NOT NULL;
                DROP TABLE IF EXISTS "appeal";
                DROP TABLE IF EXISTS "authority";
    """,
}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
    "eJztfWtzo0iy9l+p8JfdjfB22O52z1jz7huBZWTTrVsDki+jCRmhskQLgQ4gu9175r+fyuIiQEgGdDGiyx+soqgs4KlbVmZW5n+P"
    "puYQ6/aHNrZs0ziqoP8eGcoUk0TszjE6UmazRT5kOMpAp0VnizID27EU1SG5T4puY5I1xLZqaTNHo/UfcchQnLml6MilOkbaEBuO"
    "9qThIRq8IkFofkCPynBoYdt+RGNTH9poojjmMdJNVdE15/UYkYdg7ByTu3MbI8UYoiddcZD5hJwxRhYeabaDLVIhqQSqV/EHeLuh"
    "qRJKzRi994vMDe1/5rjvmCNMylnkdf78i2RrxhD/wLZ/OZv0ycvow0izaEOogOb3ndcZzet0hKsaLQkfOeirpj6fGovSs1dnbBpB"
    "8flcG34AGrg3wga2FAcPQ01mzHXda1s/y31jkuFYcxy86nCRMcRPylyHhj/6f09zQ4X2RvRJ8O/T//deLVSs32+25L7Ey/3+0VI/"
    "gVeItZiXpZoG9DHNcACo//7t1rsAhOYewQOqN5z4z4+f/0UhMG1nZNGbFK6jvymh4iguKQU9hLJmLMNcHSvWCpjd4jGcyWvuBmEf"
    "nB3AeTRVfvR1bIycMbk8PVsDb5cTKcKnZxRhk4x7dzpoenfO6C0AegGsPbdoMgO4IZLtAOxnLBBezFX7h/jkJA3GJyerQYZ7UZRH"
    "2jM2+lmBjlIxrNNhPVMcyzRep5qaBeso1f6wPtrVPLwHpAea5Yz7ZM5O6NVXJDcZ6ShVDGnIdrQp/uDfP7D+vQbkK07m45Mv/pFp"
    "4nWLl69zpumaqztmvFsOsYoVGw/7ZgLPsLpfxsg27Jgej3CY/dJjspfR+yK1msnohUjiyGmqg/4X6YTz3lk/XXC4g7mmO5phf4DH"
    "vgeTCxBBzVPb/h893FP/2eDu4p24Wm9dxrlhqOAyvqYRQDOxDgFB6SaLszQL2dnqdexsaRnDU0XTs4AbEJQQ3HToroN3CV9dMUZz"
    "ZbSi//LGfEphFsh7KWRDvgR3mH6PiE8mGTE/+vq1giaTniF2Ksia9wy+WUHYiAs6UrVDmlZY3QbxFrCwalpDsrQpTvKKCCtbcl+P"
    "ka5bFSFRLpZNFhq8JHONdmRChwUT7pzR3NdY7j8/x9olqATdCvINgkv00Gry8Xk/KCc/HME7KXPH7BvmS58srSFM/Gw/62+QTD1N"
    "QlITyBgo6uRFsYb9yJ0Qj2SqjmklrPCXHmHtq4h1hWK53OyeKPKKVnK4Tb7I9Ri22KCZkZbBQLIRSqJfT1Cu1GiRqWLwyhB7GzG4"
    "u3nvqrq1lBUkUs18ujlKV141B7txW4+SMpvpmkox2BAoznEUdVxmqIIP3CdSBzn2BqY5IZVsitNsZpIHlLlLLb5wr1gdZKeiatvN"
    "ULox3X1KGeHRNWOyvU5UJ7WVFSlV0fWNO9IUdzVbK+vENCbf13+GD9wjUAfZmZ40HUQcsxlWNu1UHK2kpD2KIfQWQobpaCreEKEm"
    "raSsg22KbVsZbYpRw62lTCCB4M48M1eJ8qK3QoNSVc25kSDZ9eFsGVg2yb8UQ3NRVUnGJiA4PZvGMJ0qBuk7Q686IPbFKYQB09Sj"
    "BLtL787xOrtLdVEmhd3lFA/Jpl1HpjVSDM2mTQOWijNLmyrWKxqTWdIZI1Wx8Af0CK/zSC0aFzaQ5A5YRvoKkj/QI9hDPiLNRmTN"
    "Rw62LM0xrdckY8s9P/1tC8v/HvmdkWYC0bNCResjTuoOOP+v2qidnT4/XHdt9fV8cn8nju+ntZ8P0vlsMBV1fN39qQsv13dnNeP+"
    "Vp/rX1qd75wzVm8u9fvbH0/3ZxeThwepRsp0h3c1cv2D0OnfSfkX9bo7HtQuvg/ORJ3cv7u/u3x5uK3Zd2dN8rzOSOo2RvLkoiPw"
    "512Zf+2Mz0VJr376z9HfzDr0Xa1DB9msQwfMOjSldWiyxeJqK5AVtop7MAF5HwXhTow9Ds36pkTQwwKWZSbxy+/KLOH95pKLFFPJ"
    "xcqZ5GLJKJcZMO3OgAm4emc+TMC3ppuKkwxwmCiG8RNQHeweINHGsdW5rPOoLfJVQRK8iSOw3KA3IYtkaA6FQOS5ehxl0xjlgDlM"
    "xXBOgbONrWd4/BLKl6apY8VYZRsdUMVQHhCyXU0Z/vy8X5QvW616ZOm7FOTYbNFpXPK+0fQCbaEpx8AmvP8Qds3uZjUb5Eu0DPj0"
    "wI/NeZL51WoWLyDYiME7nKlkJ/ydjRVLHWfhQxYUpWNEzlMZ+56vMfY9Xzb2dTUEBMCkdVIwVqySMaoY1NohSiTJ65Kff5+dfvrt"
    "0+8fP3/6nRSh7xnk/LYGfXfCYKadu9FA2GRa3hAgSTvk82nr4YFZdEN42uYBL0fFsts8RIyYlV16qAY2uKHYFCe3lrKCZGEVz7Zg"
    "3ir69ZQVKFs3Nx1yEqmirPAwU01mPnbwZlEHCRGzi9rc5CejLYu3h0uwZVns7lbbsgwXZVLYsrilwX5EQa4VzDF60ZwxdbsF2y0E"
    "Alo8/IBkkqGbyhDMROCmMZ8OMKWcYXOmY/QyNsF1V8D4Ic1AT6alkqLkK1wi93FJZi3v9yIJFi5/hjyxebZBfzG/YkWyHLFnWNUU"
    "3Uk4sZjucHqkgiK7aDq6blfQdbtnyDe8yLUFSa6gINkz2hx/JXCyKFQFrllBkcueccU3ZUrhJXpG61KS+aB4+IrUJd1Xb1r11jUl"
    "CV/1DKlFytT7ty3xKy9WUOSSUIp8/6pVlVtiX2y1GhUUy+gZXa5aFZqcLLTIY0MX5LtErtPg5OC50Ws4jU8yyT/y7u0b+YarN4Ki"
    "sQz4XjFcVeSS0DerC9Ig3TNuOD5MFbnsGVVOvBKCm+EreDfykaLQDG7HMnpGk++Iwd3QBUG0I17zgIaX6BmhkkEyPlW+l6batRXM"
    "pPmIEBXDuQw8rzTOZZjCdY96P8Jm4RfCHmTRjkRoculGcmF9siOgt6EZiQhkKWfVz8YwRYi2yTcVY6eRi00KaQAo25oR0ggRgzQ+"
    "y5IpISOgIZIN4Cym/iAHmkva0Hh/Xca2ZlpYGxlf8esSF79CbxVUdJiddEnCQLIt5SXYX0YHKUmQr8a+KZYEHLx8lDC5bgHZxfmZ"
    "kiIbWVFSIGtrSX5TM+OaUhFdzFngTVBDU2AEUvJ81OzU6+7Rm7dMIt5HHXkgkDNtJNNGMm0k00YWHKx30UYeyhS+SzWS5MoylpRI"
    "PuOxWoXkczhpFEhUNRPS2lSoemWmWDR4C5wn/mkamGRCNBfDV7y4yhw7SRG0eYWJCp0FP+zqi5hCp1gKHa9VlpBeKVxbEOxPslZw"
    "s2MmXNun7ILtsLe5wy6ehfyh8BDhUQ9L44b4PHjnd0vSFwtg3nyIHYlx7e/EtdPhl8C1+8NyNdf+0y+Rhmv3wi0SxplGXLRd3vrY"
    "ZasHGE4/28gxCRcO/Pg/XKb7A3p0CamvINWcEq4cD8G8Ctjyma64hlbTRLZ+909kwSALwDCt4/GL5qVjvwz+Lt10uIMkC7YLivL5"
    "QNlJNJwnzbKdPp27MuxSY1T726qe7grpLe9TdSUHqlGi/YF6Qf4OBNd3M1so2ry7k73/fnXABYU0txK4yklV7opft+nfJYvNzUlb"
    "WJrzepTAZy9urmW2lUixtzluA3kUNgRFN4evH0JeN0HAHXjd9I4vuDIT8MiJzGds2RjbfyA8nUGw9FAeoYXSlIk2TGQC44uGZqJo"
    "/X3egXHlBZjK1nHlzAknc8L5Lssvc8JZLuiZr8gdnsApvuxkT9BuWXJSHL9X77sWvpfXK+azqDgOCg4FoZ1uDr1IGklbw0WQjTUb"
    "w1ChFIoY16z/Hzby6CrUpunJtBAmuyvSnAQg1wCKFiQ7tWOkao72Exs0qoPtKE9PSfqW7VXMNnAF38CZMwJLnhjhEUIWIbxwEcKL"
    "e7LvXXmVLUp0i8WhFHT8vHFWgGydNz9SIbm1lBWkoaU8bRwLG+ooE0DLbNzbB0P9kGg7PxZahBluK4dCt8catxXLMXCiYyr/1lrW"
    "eBYqlIY1dosj+9V28LRCLX4m+BWUFRM8c9BYscd4eEy5Vbhnq4SfIT8KqC8UBzQUU5JW7AmwvYk88vafwJjlAizz65jlZKH8ajna"
    "CqF8GWyQdmImQ8ZPH8ZNJllliKZ0eqXPn1KA/PnTSozhVsy0g05DWTQcCwrmhmnrag/VwgBZjv13lJJtwAu9AbfwsznJ1cxRyi00"
    "czHltAfbyrmkAiyaADtus0Wk3smjwCFixY4mMeVhQZWHVM6bJB7x5L9rZCN+iRSCEcvUPWtLxfDVe2hskhc8RpDp2W3CUStlyeYT"
    "UYeUVPNH6wmdvDIN/AfCxtAmKfRIKtX0xySxyd6fn+jQIaRoXZzEhiqZZ4diSVxomyzhnM5Lt09bZOnLUVWQhQe+WUFeomeIPLhu"
    "FjmxgoJkz3D9YVeQ+9szbnjuqoLgf8/g2m2eq0v9Vq0mVMHBdiyDlLhqCE1aFa0kctkzqq2mzFXlfpVvyiJPXiVyTag78k1LFOR7"
    "QuknwXm4KDfhaV6iZ0j3ksw3Ksj9jQ/+9zF9myqvfVsbJWgD1jo6DpPt0dNxkHOwro5tzRuKy5vcVQeHkpUwkb1tcQbsNuCGzWoM"
    "NrpgZYEtINgQtmJyXilR85bxjIYNUSp2Wi0Oqn86KSusMTrmvbhATpVKg+iac5Uhpn7Do5UhY83DnALeVP5H58BCuoQuZpfdukfo"
    "yGHQTfttuK5ywhtfZTbwCLZv47MDQXy3fkU9tJJciy6AXONdNFQolYPRkfFvzXAFTmPFRobpgJQID13PoI45wUbMZOcP9AjrTnCw"
    "WVVmiko6HFLhpLJxjJq+MbziG70nuyLd36OZ4VABOJPjNWIs2tiZTVuiVMy45U3jlgn5rLzSQp+20NLCS7F1K4HMzUv0jEueE2kG"
    "/c0jcztNI3M7XS1zO12SuQ3waG7ksHUI0zGDlsKZOkQN93GeFg6RsQYudANTTiVHC4fpmLVSkVuYCU93EUOP3M56zm5BwgR8TMC3"
    "ewFf4EEt3nG3AGy53CnEQQ0N1SL5pBPxjIwhbDiKs0K2EitxvE7EYi2XfVPS0jLwwmmApY3GDvXGrDqusMKgbt2O0YsGrgNouBVN"
    "xTY9G0W9Ng+V1w+IB9YB0cgsKgZTHwNhjfqDs7UhphZByMIjDV7Gcm19NGdZ9PLO78JkMQVYRI7XyGJol8grJQiICy0mkPh6rYLg"
    "PzXT4ZsytdIhvz3jugNB6LlmBfkpUqZ1y4v9Vq3PyXJLbPL3pHg8K49oYfvmPP5wXW6/NQeYQjTsCFNke7KNI0wDxdYS2mONE0if"
    "oHTuxT6mOhT5cc2hyI/LhyKZRRWzqNobahZWTSuf5CdGyuR7hZb+BK01SDA8WM10xsiYwCI6fJjUtPzjZrE7fs4aJCGRmMlQl9Yg"
    "DyUyJHLiG1AycNeLVKM9chsCwNxOk4oB75sywMQxnMLOL9Q3GcwZYA6GcmZLv12KXP2z9wmy1tCx/NVCVjVU6E3p6i09Luk7W1V0"
    "3XwBz1KOCaE2psdUrkl9Ss3mFhn+pIYBHJXU1DF6IdyafQwx77xrcDllDF2JpuaQa5tKQocE/AQztr0+mUlOC7BWHK+RnI7IhGdk"
    "3DCEadhiHNcWu6MmrzA6RF5ocTQny1z1pkHF0It0cIK0z1WrvCQFB0m962IInPFQ89VgaeWbIZIiN0tOGef2IVbHimHgBFldulEQ"
    "Ii8y3EftlihzddCswG/PuOKlrxUE/8lIuCHbVXILfpJOVrsHwfngSDg909247NS5ZpXQBcmeUa0LTaFaQe5vnjG0fXtQMIVXnLmV"
    "PaZglI5Jm6K4umtrdmlTmI6JaQstbmJajDxajGBfkWNwxGmZOLbI44Mdqt76nsT1a53ViDVCxTCNYVqo+BsHC+kaOfYql/9MsHqc"
    "w+0/O/i/h4P/oYgGm/bZRU3lhDa6umxw5J85lX23g//+Xv4o6eh/cPN47eH/SLGUx/8pAVJsZGEVk43v0DX9dtUWLzRfGaIny5wi"
    "zakg/KwNMRltx8iAWHcIpEvkg1ad8N9i7Uz9UQAW43iN+kOdJk0amqFYryv2GdMkM9fBq+PaIh8mg5EE6qVnKhzsGLuceCk0OfE+"
    "MCwOto31VvP6MsG0+PJe5rkY3/xExncmU++AgMXi3sCi25/L8hmBhkmZdLHQ0hMLE0gzH1iNUrHIkFliQCyzWEutsdwUGePWBdyU"
    "uKjwEFsihY1QuCNmD2EXCuxlOlrSIQt/S+C3wNsbg2ZQU4k2BXn4fL/zrWP3Qx00BdffDw2QNNy/aeB/wyKDPDrX7xb+AUdBKRMG"
    "dkxQ+zEynzwrJbhHI/YZs7nj2zeBpRPVq1DjpeMlM6a5nbxB2P8LsD1EAZaDdXuIX8TiRxKum32hWUFeAiwYvnXInAwGDDQB9g9V"
    "QRJaTbCBcFPxIfQ+1gowqyQ2T/JI8IqX7izj5zTAfl4N7OcEYN/V4UwxF1ymrSscpqRSBye5mVkr61kQMXnPcU55z0x51U1lmNlR"
    "ZpyufJPx1l1lepBlEa6FSIrhRgEeWxo3ClNliHMI3EJkTNhWaGEb/jHTSHV5TgdHKFkzF7qZYS+eo41DZMzisGjtu5GAN5UAMqLa"
    "3lQGGVGnH2RP2VgMeWWq8+mKA5rBveN1YsdhuFQqB3g+xQfEoSdNx4QfwjaiIQAWN230ZOpDbKG5Af81kqEN/4AzlsqMXLuBAlzy"
    "wRzOXhqmg13xoGdRAD6Uk73e7fsFmLSxEDvX1dLG0vvDF674pkwDU/qpntHmmyBM7Fd5URZqQpUsGhWUkNkzrgSJuxTqhCpaODl/"
    "4TpPuhHa/YX4MjEbomo2GoJEn9oQmh2ZlyCyZjyvZ/DNuiDJcCKyz9/JIleVK2g5DySobZGXSBYnC11e6ockqok3gAJihYYLhq97"
    "RqdJyosSfGfwhst5PaPWEnmQ414KonzTv2pVO+5ZzuT8ULzQEEjLeencDvYMoSl1RDjc1oe4pC4+y3k9oyXfwAE5+gOoko0XKcQD"
    "mF4yj3z5YzqPbmscui3vvGdJVp9rw5EGNCwWaYZYpLByZREj+eVLJz7aiV9CYBH69CIDxBGi0uF8lgrnszU4ny3jPMVDTXFBygB0"
    "lKp0SG9fO2VrPxMAFgxn1dnkn0nIartzKn+yK2BH8Ab/Pjv99Nun3z9+/vQ7KULfMsj5bQ3WCRGgx8rZ+ecsfXVBUb5+unXBvU1+"
    "+0qCVeyac/QLEqbri3mJnYFKI7MbzBgZQ3UFqjnkoFFSJuwunDA0YtIxm2FFz2rRESZiQydmJBMcLMuKapyQIVugQ9ilQbRQZ7CL"
    "ierWj2ArkcOmG4JbxpOrcYCX5sI0INNVaRsABxWVFNzw8l0op6xXlvKUrPGjN47XqvuCIql0fXPjSTM0iNntG/eDk1TkGatSA30v"
    "7Mwf6FEx7Bcy5B+pcg10cWTDO6M6Nbjw6P9h+zb/cDL4FdFvRiZ9qqInK/ze5S0StH5/hkPzeU88+ovpAoukC/SbZQnqdOrAEHmh"
    "NYKrfI1y7XZLaMrejcVFz7hpNfh+V5AEcmORphQ8+Gt0f/PojrbvKtMbw8uNuNpqM0TCrDYj++ptWG1OcCa5kVd8396cDmf+inqF"
    "HeUSIUUpmQSp2BIkFoV65xtzFjd5u3GT32d3E9q4J2xxotv61fucqCwh3WbH31vQ+LkBvXcKWXHQAKvkZWAnoTkfUMN0zQwVcIxE"
    "PpvuPYZD0lu9vcdEccxjpJuqomvO6zEir4Ax2XGMzTm8wZOurIjq+07v8baZ43+PFvpfkglEzwqdY0ec1H0Ycd5ftVE7O31+uO7a"
    "6uv55P5OHN9Paz8fpPPZYCrq+Lr7Uxderu/Oasb9rT7Xv7Q63zn95eHuy8/B2fmTcit1xg9So2Z0f5AyJ8Pr2nfl+lQfGCK5d/70"
    "ML14vT+77Xy//PKT3Dt5kLgLoTr8IusX1/LplytRwp3xuSjp1U//cWUf7/3W93eXL+r04uyBlIm99WWndinJpw81sZrlrcfftvvW"
    "fMJbDz5e6oOZ1GjeNU9IvbrA6y2hOjI6p92q3NE7Xb7Lf3l9GX05aQpip1kXO9+MepUzOpPudbfbvJRrF986k4tv8mmTfJ060wXc"
    "6cy+zeHr/oy6ESTzsWuSNJzTUz5/QQl7PphqjhNwOKToX2xz/a6ba7J9HiQZ9a2xNQsotrOdfleHLbs2mQyGQS7JhU+8K7nFFpA+"
    "kjqXDUGW+asKCpI9o3rDV79CnpcAk95aR+Lq/bbYarckuBXPoYILsdWFe34KjGj7tZYIsSL8lFdXUAWUAnb/SuRumxUUJMGU9gpK"
    "0Z9iiEFGFuHRclu2L6gLLcmqCSIYbdMfaCwJTNzB4vmGa17z0GrRnJ5RE3m4IIsRuR26IB2JbNI44Zq0q5/yI4X0wTaadrHwJXQ9"
    "oU47HvkJbOppTBI/GbafD9vMR+3ko+bxYBXf7Apgwu0laI5UFYW2m+cme0aDI71P4vqS3LmiMrtYRs9odWQwFJdbt81FqYTMnnHZ"
    "Ept97lJsceSLQhekw5NXI32d/A/ZmYfMy/N09+1PfyxATskD5JDtmq6pCtl2WtpovML9zNsNnVDNHg0qJb5ey8i1URqy4pH/tFHp"
    "EHZ/F7PIYgZJd2KkGEuUhUcaPC+ra5Y4HbM5ieIK/pMdsl3vwynELAz3EmHpbI13cvqAxe7akZ2fK4nKpMlbkDBN3tY1eTMCaKYT"
    "NgFBCSeSba+GumKM5soo9x4+TF9oHvYr4VgnE8KPdirImsPeuYLc5SZzI6Rpg9VNEG8Bc+7YZAns/0zs5WsPn8ZJ2RnUDGdQ48La"
    "LIrsOC1TZRddlY1n+Vo6Rso8ABW5nT1dTMYmXlCx1i1y6zqKNcJOjgaOELI2LnIbD7Gq5TueGKVkrVzkVjafsZVvro5SslYucivj"
    "pyesOtoz7iedPVsdKDtO9yvHy8YGzGkZ8QvR/MrYzSwTQjJk9SAQI2Pi0bj65GluK3p/M03/ci25hEf7Qfio0xT5usBd1nlww+an"
    "e0az1ay2Gm1yCeqx8BW5x19Tr2/9VltoUkdr8RxQsHdEuX8JmrQg6ede8W1RoLYi0Wt4KvhWk3j3mX66KMo1t12tuZ5JZBunK53k"
    "dvu2Bz5kL6Y1TNBWyPjHCgdJS4QlAHsd38Tfyet1EpGICH7xuKLi79g+JTjHvNlEmFhRkefCK56Tb8D4g/z0jDpfk8kM1GnK4n0F"
    "ha9cmzWw+rkV6nXXbM2/6hmicH0j9+st6vwySIddc4ZdchZjblsYcWT2qhKhYxxFzIgqbFedFtQIETtmtBwox87uqCZKxbppbMo3"
    "VcfMajQUIWKIshBZpfalVM7J1Nac7DZWDjOvqhTTNVVBO+nWfVO5HNIWkK0GFZUU2QgvmQJZGN1bwFXSDlgG+yaooSkwBaQun7QF"
    "UK+CisoJa4ShTOc8zd187nOKPVBs4xv1FPB6zOg2wF3UVE50o3x7mgXM3Y5uYwVb1FRObKM798yu/yLzsBuLahl1P9pZ7evbcc7C"
    "gbzKgXikZxqmo6l4Q4yatJISIbRTFysD0r9V+Ppl/yrereO1zlVChd70rMIhd5VFmo0ooYOeLHOKTAOjKfVdghwTKaQXjLH1B6L6"
    "doQVS39FL2McBHWDGlRS3EaAwbLjlN095m2/KH9GGYm54Wg681WxF8HCGkeQmpHkBvINU3QteeljNujFsoZyh1jGxg2IWOMWunEt"
    "rCRKsdYZPPgUJdC+7yGmmYVV08pnGRwjZUOp0EOJaYPLpbksD6RrtBhM1r4rWfv+BcOHimwayfD7+EcVMZyhdD97afu+uHm8bgNv"
    "RYql2MK/YDwhO+WADpyPKt5+uULvDpVX9M+GacAv2YKf/Is6GLXsY2SZ5vQY2brpIJergVDtU82YO5jchfjbNlT3rNmac4yeNMt2"
    "fZ3qCkmQ6pL2+u/6Pj2jZ3DRZ4OUgT7xke4gH9F/0CPdbjz+iwokDIR/EJCh3Af06LKr9iP12QotSB/YhQeK9BYaYId8hIHsmaJi"
    "O7UYIjIfeCgwQcQ7CyL8dliCemXQ1RDF/uKu7nDS3Xbo1QEeaYbdd8dsBlyX6Bi6CehiMgFmxzZGxZBNQNZbZDKgGqJgiCYgCmt5"
    "JkGRV77IznVyCop2cfyIsinZBXF7PgezN4hPU8niTtfI4k6TPM+t1FNsoKM4QKyznUddowHYQPp/sArklKgxwS8T/DLBLxP8MsFv"
    "oWFlgt8DFfyG2Drd3NTuTyJVlAjpnZq0UawSBOI+hqtl4bZfIlWMMGBtwsLmD+iy1frKX4GU11Em2ECDVxD3kueZ5NPB7uwP5Aab"
    "gCKG6aCR9gz2ZmCM9jowhwny7V09CATXjy+aMx6SLm88Igfruk2eQJ/lQGgxsIJz5xbyA35baBAykG6HnuMa1pEea4eooA6KqUdY"
    "QZqDyGzyansZW4kxpmwW92oyOGueDD5+oXGvyDVE4nod3jSf7u+kzngmNa4gDtbHpj34KD49XF98H15fvJJ6RPWjOB5ed0btq08Q"
    "76rhxrTKErFrsFmcse+Da32u3Da9NxdfB2cXDin3Bd5MNcSfEL0LImx9536cqt2Ln4Pri5O7j1+eB2dnne+XNT/m2O9tjTO+nfxo"
    "d066/Jdz6Uavfe3UR//5T1JUrhlWNUV3qCA6CC9EEpZjB1G6IvMlUzfsiy1dY/cYbrVluU2KQFLhCoosxTm6hrA77Z4h3/Ai1xbA"
    "/UWQhEAb/JXAwZJNo2tELiHqSlOmFF6iZ7QuJbJx84uHr0hd0n31plVvXVOS8FXPkFqkTL1/2xK/QmCWyCWhFPn+Vasqt8S+2Go1"
    "CHE0o2d0uWpVaHIyddMRuiDfJXKdBicHz41eg9dtGeJVwbu3b+Qbrt4IisYy4HvFcFWRS0LfrC5Ig3TPuOH4MFXkEsItiVdCcDN8"
    "RaNptaqi0AxuxzLAp1NHDO6GLgiiHfGaBzS8RM8IlQyS8WXznYSkTALNJNCHLYFOVE6vFqQma6Z/LenzgglKBG7NAYMwIZOhFlqG"
    "SlXa2Zs4RMYauNANXOx4q1thkVttCM0C/yE+ZItGWXV/IUSgHxITfvOwU9sPERhIJxJEZ+uCt0ToWOSWDJFbmKaIaYqKD2lgbZs5"
    "zmSUjgHLVHBMBVdsZLN65YmcZtgQ3MgBipLiG58TN9ByhrRCGyo7uUVNJYI+0k/Hpp7kWzwLSjemu8aVBZ6dejkJ9agkTyfRDrfG"
    "20msYCo9cVhdCoeHXkBPOsCq4mp1NecDegTN8+MxenTnO0gF0qFHSvToiRLcg0KuwpUQk+3sH6QsJk1Lzxqp5pzgTLWwU/PZOy60"
    "pFB+1zeimmeyD5tQ+8FH0FAHXldmhDmh7llAC/2ieOrtD6hBvbbY9EkK6Q54Kxrk6csmetihq1c90ye6cNv5ftkEXetYvbl8Vm7P"
    "Twa33fmw5upedeFHw9caS51Po6/VYVU+uaiLnW9GvcoZ37pfJKn7UBOrqi1Uh19k/eJW6ja/dN3rK/nk9JvMdzt+eXly8dQ5Gbe7"
    "r/T+t2/dpgz3vj5Edbjrv17f6Ov1l4e7Lz8HZ+eB/ly97n5Xbmv28GZK9efXN90fhOZFvb6YDQzReSCo3H1svjzcNmf3tz9O8IPU"
    "aN41T8jzdIHXW0J1ZHybXLQl0Ea/voy+nFxci5OulAKlGWi7O7Nv87e/WtvMamDpq+NWA7W7pK++1FWj+Twg978a6764JnUm+q3/"
    "xVLn/Kk70WWpu9y2cf18WJZMspb18TFdfcTpaSTqKr2dpOJnyvx3VeYb8+kgySHiav3XgmI7csm3cd6b8mv7UV9+AQFwXOjbqtV4"
    "ETK8RM/gRC80kpfoGUKz3xUkQa4gP0VjibTrvOyGUPKSNHqSdNO6paGTIAE2Ac0qX6/Tcn4SbDEkKmp2f4uhuWeGMsxQhhnK7NmW"
    "I+9Yew8PXzkGWlsUGhwEb/ISPUPk2zwHcZnoL+3mXRhIXZ72cC9Nup0gtfmmRIkX6WI0HYRtt+3+Zi24VEmR43IJzS8daAn3lwy0"
    "rwKMMvIfBh1pnSpZ/vpyp9HqwEwWy/FbvU+Wzyon8X7r+9fh1u6T+ZMXu96slpyfpxdsn1nCz9oQJ55VXc2NhmmYa750rvmesGUp"
    "ej87659AWjrMP6eB/PNqxD+vBlyz7XlOwBekpQP8LFUnP1vTyc/WdHIKXNaQzMnUv/axbg+RZ0XXhv3MZ+NX0f/KmKpjxTBwAozp"
    "2J0QebE51pYoc3XCi9Jf2P5IX2HXI30lvOpNqwlsKvzANlGUm7Bx8xLA5cD2ArL8VM/gGpedOmz8KyhIgqmZ0BSqYGoGv3n4me2b"
    "mi0ClFjaaJxg5pmSr12uZo+LgMTXaxkXAkpDmFbynzYq3Ry7vz3jugObU9jX+ylSpnXLi/1Wrc/JZDPe5GF7E88qxkbFwiMNnpfV"
    "9ipOx8LMrXAbMlghLHvDZchgzyKyQ+aNYMPkaM5r38Y4kxP0JUKGdxq8bW1kKM7cyh6VMkrH5oxY7FSCRiZZQUBQwn677YVOV4zR"
    "XBnl1l2F6QvNnn4lzOhkQljNTgVZc5CWV5A7u2VuhDRtsLoJlqaNsPo8cau15hBYjJYdEyr0MSGQXM/ytXSMdAsNfThrxcG1c2Cf"
    "lrWVI4RsMBe6kdnJ3V+gkdnJ3ZI3sG9qvNzCK11ph0n250v7ZFcbjC070lYsS3vOx+JEKBmHU+RhM8CjuZGHwQnRsRYucgvTuLb5"
    "lj42hg+ihVUQ6Oh6rlaO07KWPoyWXqV2SaGGjtVRZKO7qiALDyDg8xK+glnkAg0zSfYM1yi4gtzfnnHDc1cVBP97Btdu81xd6rdq"
    "NaEKmulYBilx1RCatCpaSeQSzNybMleV+1W+KYs82LqHrwl1R75piYJ8Tyj9ZJJqXLqXZL5RQe5vLnnl1oXGbl9Ya8a5btrY1HSz"
    "yBL6nZjymU9P2MoBd5yOoZ0G7YUdRjY9XpyO6fGYf6AdQ8r8A21f26xYDvnsjJhGqdjIj2EaPi6cGtIwEeumca2xbmZdn0IkDM71"
    "zqvcvrcMbmYvQO2gosOE9U0XQJFRmsLFEnMLxtyCvTeyWd2C+YFdNsS1ZFF44qiGlpcUmAabpX1OssVkrt5ENr6xTAGvx49uA9xF"
    "TeVEN8q6b+DCzsJT+FRrQ89soltNqbyzLQmz9uO97kB6ZNQgVzMm2/OAWCe1lakj7dLNXzDwEnz8hQflagd/VrjUm979OOTPGG7w"
    "M/BYB/7rKjRMmvmEsKKO0YSUoLHT6FUQzC0Sr23ZT9+W607wlfdn3J1h2CzGf7jr9ivkUo95AXtXL2AHY+20w7ll2wZPQV9fwjSt"
    "Q5oFfaFPUNzy/NcKgv8944oD7zLcfc+4aXVEqYLoTx7t5A6O42a3PGOWmsU3YggtN9kVczFKJv9cL/+MLe0bbiHL6ZH7eHmXHutl"
    "mfeSu+Ru6ZYpgbP1t1KrudqxXyIFRwtCIDQmL0TZSgW54mFE/YCQy6nphhd+9K0EFw6cNZdJndt4eOwFHIYPR6SaJ3NO+FTHRGPl"
    "GSNrbiBznsjz7vnpm3qQvuW26EHajdZrDs5+TNy4w1Ln++WlDvQPtYvxsHr5pfN62ep2fjTS+ztWt+jlefzgRUU+Gz8PrsUn9br7"
    "qp5dzAmd8XB7Pnm4FZ/u776NpG5jJOvdhly9vJQn30bqDSl3fUGexV2AP2uJv/jy7aRjpP+K4UYRk8/jXrlnD1+kGinXHN7VnpTr"
    "C5vg+/wwfdDVmdT4Mu3OSf0TiKIs8Los8OddmX8Zfeuc88LN5alqXD6rZ51RW+IM+eThWuwKkS/58wj/mGlkomZOk99/uzSbW4Qi"
    "99noEHmhGfvqTUsANzvur+fZ1/PrWwyWHub0RNvV1X0+RMLMMRLQzL5LCpGxrVKht0qhJSRjG0cpWTMXvJkdbNhaYlzrlfK8KBE7"
    "vxgX57FzT2UfNgURJB1OCzNLT2bpedBwrpF0Mtuu7dt2MevZXVnPvqdcvpjr1aGL5eO2OuvjS/rmPKliTPZ1v3QKwT2UjZuKaBB5"
    "0ZyAeNxGEzxz0Fixx3j4B4jLaQxSKmcHixLfdgTCMIbjQ/5zEcvxX8eeIJ4+hRIM8EgzEqJMvv/rvC3aZ6LZdxXN0o7Qhw6QLJ1N"
    "RjtKVbq4dp8/pRC8fv60OqbFp+WAPfndmat7dmGeR/JNA8v5AeZ6RqMF0ZTgfzHk3sxea/sCnqkyxDnkOyEyJhYttHyHSb9/iWYG"
    "W40cbRwiY2LaIrdvQcS0BzSEmZy2QIJFZkK5Q1kNkzbuStr4XsapU9zVbM05SrRQ9W8erzdTneL+c1DuTZlXy8BIVXT9A3rUzZEX"
    "6pJahIKgSdfIbc2gEiT3JP4/bFockcK+aOkVK1YFvWikN80dNFJmNqnsmaBMHvGIVHNugMgKZFAqSZhgZros7Hqn9+gZPePRxtYz"
    "9ejX15UX+kwoNVReodDLWINTYSQDRs6QNDJ6UaAmzUEu4TF5CgDeJxSPC9InRNb0P+D6FQ01OO4ZMbJVwdEvHiKTvCF5jccXMmwI"
    "a2BrIJZD5EnIz6ICOpJlYVIBSOnIEzybXqhoZplTjbBz5GMhho7tERNaTaVHJG2XFvqTjQbYecHkLeyZouKVUr4/Qx4qoDkAWj/t"
    "RUONn2lbb3z6vJHxadSEllx/H1zrc+W26ZrUzqQG75vU3nafhlP9p3InPpEyZw8PUuPeaJ6Q5+gCr7eE6sjonHarckfvdPku/+X1"
    "ZfTl9EtN5HVJ7DQ7YuebUa9yxrdO80rsXi6uu01Z6gxb/rXYOX/qTC66Xb5Dr+UTcn2id0RJtYXqsCWffGmLNf1J4i+aJG8WNW6N"
    "OLUg3YpMP38t58eimpBcWijityHoeO69yNwWqYDedh9FboV7FrOvfWchbvbIxNsOSFwg4e3242yH56+U0sMwCZMeJkgPQ+tANlRX"
    "9lyGqzt+vQk6j6ohIC60skHqXDYEWeavKihIgmfiK0HkqzR7ke4ZXLXKt2munyJ5kiRcN2mel4I4Zn2x1ZH5CvJTPaPV7EsCZHmJ"
    "ntFsXbau7vs3rQbJDV2An+JGu87TBwXJnnHDNa/4q36rCwcBQhfwvvQh9G3dVM/oNBu8XEH0B0rUOpJbgCbIM6h6pU6f4SfzKFi2"
    "78nYY5IzjOUQBTOejY9icCiRdxD7tIUew21RaHAixC12E9Db2zwnQ2eHXxi3sgBKRPe3GGrEuUXgU3O7fg+RF7px+AYvXvPNKmme"
    "IEkmJ0jA7ER/SYORSUuAaOReohhNRDbutjbE/Z+JsU4vTVPHipE8I8VJY200ILS7aqQgZ79bjstWqx5RY1wKcgzqTuOSJ01AW4AU"
    "0lw51/KMpY4Vw8B63qERIi/00Gi3RJmrQ7h1+O0ZV7z0tYLgf89o37RgONCfpAgEbsAEPgidQGMfNC47dVjKyUTnJ8k6XxeaQpUs"
    "8vS3GANr4TzP0kbj/NYsy9Xs0Zu+xNdrGbf2lIZwmuQ/bVQ6B7q/PeO6w4lXAtesID9FyrRuebHfqvU5WW6JTR4WuXhWMZg2C480"
    "eF5WJ91xOnZ4I46ralrDNVFiVsEaIStdkImdBIsnC7bhaM5r38Y4U0yPJUKGdxq8lelgrsPMvlJ6sxryJNrSof45DeifV2P+edl4"
    "URsZijO3cNbTSzE6Nk0v45pw4nd1/w0IStdpdxL/J6Q/zDQxR8lKh/VOpuUXwjkkoCzjHyvEbwFBCfBdZ63H38mRHa6P4j8b3B0F"
    "ODDWq7ea137xEOrVeusyvgYOh2RWSYD7i9Rqrlj6FiRxa0lNddD/Ip1w1DsDfqHiHMw13YHDOfDY99ByAkTrGySOfWwihwqWGgQi"
    "HisrhA8rGmRBUoIREJ1hzlPNMOdrZpjz5RlmNk6UqK1GOCAoHb7b34kTrng0V0a5FXdh+kLLz75+raDJpGeInQqy5qB1qyB3+5W5"
    "EdK0weomWGKyY7YyWUzh47TswEOxDeJVFc/ytXSMlDV0sRvasF+wlSiFe6OZw4SskQvdyBHT2+SGXnXAM0a4rqHL1cjQcHEDjsAM"
    "NAOEEaJfGr6w7XXW2SZOy47TFXm+iRg+52vpgJa1dJFb2uUC8vGJUVLWzkVuZxs7fXPu5Nn4RShZKxe5lanAL99gjlCyVi5yKzOv"
    "s2VvYcVx8HTmZHHVHCZhtuZxy01lZurmSMOZEA3TMEjjkMKJ3OE8j3ekKCWbiYo8E8H569e+hZVEtwmrFWNxutLpx3aif7Tw09xW"
    "9P7IgjhSeRVly7XkQn8/o+qo0xT5usBd1nk4FOan4RSaDKbEXPUGjoKFr3Jp0rZvWEw2Rbl1mQFxkVuGa7dbZN5vUGvw0EXPaIt8"
    "/6pVlVtiX2y1GnDCKZJRkBais08mi6EQSQlmrH3bDGmGrdmAzRLia88khcnYeaQM55HIJKKa09yTUIi8yNNQna/B3O+dRw5fQUBh"
    "qS3IXF2gZ4jDV8nHjooxMQ01ZWSYpNNnmZoiRGxyyjw5jbE+69NonVlQj1Ix2DPDrsLUo+trDgqlODgZq6PIs1VVkIUHsPjyEv6R"
    "SJELzkSSZM9wuaUKcn/JTMZzMIOR/2Tmard5ri71W7WaUIWzlLEMUuKqITRpVbSSyCW4aWgSTlnuVwmzJkKsxsg1oe7INy1RkO8J"
    "pZ9MOswp3UsyT7g797cYc+fibGVmP58ROnZQJDZOw0610oIaIWJOPuPLfNgFWVpII0Ssk8bssxXLIV+d1RVthIphyrz77hhSm+zY"
    "Mp9jdNgRxkoaX8nMhe82XfguswBbQLYaVFRSZCN8TwpkYXRvAVdJS2VlWsxZ4O24gYspMAWkLp+0BVCvgorKCWuEoUwXNtDdKO1z"
    "ij1QbOObyjQe6F1mdBvgLmoqJ7pRvr1QPui52QxTt91JARixe+R2bdxFv0wqz/NueaQ4NF7hwBy+VlwP7XPSLyzwak4zwXG6hdGj"
    "l+28Uift8H7DY2SC0/IXUjbkHf4DkiDQoWkcg7t1UlYxaDH/gZDGyU7o3/eVqD96lyBwRO9euhEaxwo4nidPAGfypk192Se+nm6a"
    "E/IM5wN6dLklWh0YUvmvbpi0oOc83/UKha2e4b6PvfCkrxhIEJruM/0s+qWkbp9sncN+eMw/7OAJYXf9x1F3/eTbn8A5v+uw3qEf"
    "6JVWFZJWzelMJ+OKfKQyIFTHSLFdB/tgrw3e+j3v+3+QhlFVCHIUrorSAG5TaAK/srShLhPdtkMPImSkR/8FDtaD3rCuUCov70s1"
    "rSj3hsd3+sl9v/DS68AnMs/vzPN7OT2/B5NTRvfvS3TMV3mCjj429efBl3mD/9W9wfu+VF1H6X66ZzR5/krqV1siOIIXWs0Kiuf0"
    "DKHZv22JXyvIS1DrrbrQEJqeb+rggiohRaF5TfWQkADfr3yDv+oHbtqj1z2j1hJvOfEKbgVJoKoKV25xmugZYLbhGm/0DLBavRK5"
    "W/K6QbIYykXm4X2rI7P0Ht5F/luH7ERhUNIEjDYyDBqcOxhDFz2jwUsSdw0Ro90EGAZI7VZTAu/iXgrGZqvdkqj3ZS/lRV3gBLDC"
    "DJI9Q+LFrlDl+6G7S1nFGFWE3/6O88cGD5EXvDOQOZGrgwvkKifyXkiLRUbP+Nbh6tTqwkuQqZATZDrhegmwwhCu+l5DSmCLEbp0"
    "jaKvhS7YlwRJ6FpXQlVoQvkg2TMu+RuuK7Q6YgUFSTI1czJH5mXyv2e05Buw96A/xegqzAF36Rxw098sezdlA5PUYtna7cM1tJbN"
    "IbRWFjvGWCiANJ7STle7Sjtd8pU2yAbsgAGbElgQ/ih6f6V/0TXOFpcoSwf3TnwUM6+WzKvl5uxtYb1aeo7sXpTXTLNJjKx0XX37"
    "PvpZ+KOShz9isXJ2FisHa895YuWEyYo8aIq0JQpgs0w9/wHteCVFRp8dOtoxk8cCMO13CLNoQDs6mMAcwP8qjnvIvJPTr2eUkjVz"
    "oZvZNxLJ1dJLxKyxC93Y2LZxou/t1f4LQiQlYD327byA3E0Qd6wPsG0lBlxijmzWBta2tCQl4VqgAxqGdAakXUtnCAuhJU0kKdXr"
    "8UqK7JDD9RrnOTEL0nS/u8K7GbgW6ncFSZDBpZCf9nfI/sa4GDvTwHJ9qSnXuMII0bAdUhKeOcL+xuhKsNju2u6cnmFZxnh1fMmA"
    "gEWXXM/p5Iku6Z4DytIcIZJiNAg8r2wNQvYCScbtqxn+OF0JJqK9uywLzs/1zacsi8ASYQnA34N9CuHxLYpZgmh9dVyuKNWGgbkO"
    "h5dJiMulJ55/Wbt58knY3inD3onM1o5p4X7mOORLhCWYF/Y9KXsYZvUtHCbL19kPZ2rYpmdhSxtpWZ2CRYh2urHc5/Hb7XmuyzJl"
    "+OXZTJF5pngyLergY7MgCsu1FFnIBffg1BcvU3FW5HLVAbIq2djVhSrNdFPFEGn5yGdeZpcI2eDJPHg8lxcZ+PAFxS8dHPdJs2yn"
    "nx2+ON0vDSJsSwgaGTeCYaJfGj5/AlwVDH79tPl2JPjSA6grMzuXJUWEkEU0K7IRhW+sDhj0Ye7IbTizXAdr+SK3vDfRkc/N2+7J"
    "NbBWL3KrE/zUeXY//DEypif/OxHVLOqRME0JtmZ7OcryP3PNwlNsJGnK150citIxtNOgrZqWhalOObvsIYm2BKjvX/VKYcy4g4lS"
    "/cqqwFA3zBzqLImWdeG8XTjXNjJOyzjLInOWoQEz1exE66n1FsxJ9Ewjn0FNSeYyTD4w1ymnKCkbaUUeabSx7FyMWQIpW9QyL2qG"
    "6WgqzsiWRYh+Za7MBSLPLBWlZJNUkScpr7uvmKHWODyM0ZVgetqD0aiHWk5B7jI1G1tFHlszyyRVgrXvZiHvk+opsl3Ptcg1ZXCk"
    "7iVchyn1e9dfSv2+Z/B31J4HygRJ8FnVFFz/6/DbM6rgdKpeh6wgCU5iCEHVdSrvpnpGS7xy/cx7CSgld8SmW8pN9YxOU+JkQarR"
    "h4QujnJMD9u3IApaOTO3uExZgtl438yiPTZfjDweRkJ0bDou8nRsUo/sGbcDEaJfeTvgApEYZ2L1zBQhYpNSdlcOFL9cm7AYKZua"
    "ijw1jbFCv3WpjVcfZA2RFOMga6lOFhOWyjFVM8GPyuoWCdOwJtl6k0CUyBwq7ggVW4KyawYBQDDNwHZO9WBSBWw5KvJyRJssozXD"
    "guRX5pIpDK6T9syz1IKMTVP5pilqAZJ3igoTs+mp8NNTThl6nJa1dJFbmuxxdC1pKl3NhYdIisGEl8rBz4aaDKbAKLECQ8fKM97w"
    "AHu8jiL3Eq7Zat43Wh2pgoKkGye41ZH7vCTxNHxKLMMNh+nFOoZ2jFwWoyUtrNjkiVk42BAJ416zH2DHqma7x/JesqAep2PQ54J+"
    "mDnKTZSqBLDv4aSKj9kmEW7idRR5fWDxbXa7SuU2omYW1Aey/XMlYrkaOUbK2rn47ZzdCDVOV7p1eCdGqIs48xk9sMfo2OnyGK5z"
    "gocFcdMy4hqjY7jGRPu6ZmhqRlAjRBsgmmt2KDyk4KiRfHZGTKNUrJvGMMWWbWb1PhohYoj+/fdfAN7EpYT8P+PzwDK6NdPC2sj4"
    "il+X9o4xRKfmEOv2h2pQ0WEO/kXuouUt5cUFbWnyI99Pvhq7p1FFwquJ4DQzeeXaArhcuK6D7LVvwhtfsFMg7I7zLcDbDioqJ7aR"
    "CTFN1/WZUobt2/02xsCn6bfukr8NcBc1lRPdKHe0AltY3gaKOqG+K1esc+SV5iucJ116pLWvItaVFYb1HuBXXjXlQZyiZ56ZIdQi"
    "eC7fmp5N4zmKoYzoJ8Gz4UkeXE16uJKyKX5DRO8c0wG0yIcMxwPQO5pJywzgpdWIq4qoXPh2rDjoRbGRJ8w+RiRNhqVJ1mxFR6B2"
    "R/98pHGjHv91jDTHRm6IrmPkjDFSydOR+UTzn7GlPREqanEwIx9G6jKGtFgQVRqZpBQp/SEutX3XF3H7Wt8xR5gUsvzmcXtc0Fqz"
    "STC+wnHNs3DY298BeqNljWP/kBkIfRL8+/QeNiBvbl9AEqokzkLZo8ltO47c2zjvcA7adRw5GDxZwPXLlw7aT2mg/bQa2k9L0E60"
    "/PYnPu3+JMl5DE9WBQcN0n2Rr3UkGvZzKQ/MlBb0i7RrunIlcrdAt0iD2rLKC20ZlJY0kUf9t7dIjGsiLayIxFioxi2snYRm2/Nc"
    "mrgIIYvVXnBFHHxjToVrhJQpXAvdzo6jqGPYHWbVVcUJmcyaKat2DOm7KlbKCWmwJ8+Iapxui6P/XbckO9FX7V/mX9DOunWhP9ME"
    "7kwTGKzv21AFRio7SG7gbZ1KnCHKLPhfFmonzNPLrdEysGySfynbQgrXdIBT85sNEV+a0rTDRgoD3nCs16MEfYF743iduuC7ObcM"
    "RU+nLyCNjMgwxh+QMLSRYmE0wTMHvWiknecOenKHJcl8tanQHV7HBlG+M8avCKxgK0ihNSBbIWVefLG/bZI0NpDmXr5YmuNgY1lP"
    "8B4vwPQDBWBujtfoB3JICPYoASoI83h4ggE1oVnXGGCre473vDe1xOc08urPq+XVn5MOVQ4TfXy9EQo+oGJBFjIEWdjkkNlGh8v2"
    "pQRip8t2e7pMUVVznl0+GqFiwlFmdl5qgXMpEaW/GZggv3zpTp/tJl7hWDEMnOBYM93aHCIv9PLcboky2FG4v2BzIX0FawvpK1kA"
    "bwj3Tm7BT9Jy6K7efLCO04W4cdmpc9ShSJAkC3CdLMdVsvDS3zwL52maJj5d3cKny37si30OpiA7wyzKGmw9e8aleUZMiLzI3hJW"
    "GjW12y3C3ns3FheEk201+H5XkARyY5H2uVqfmS0GN0ndzmVcoxckbEAsg5ndPjVGVrrlevsmdkPsKJqeYGS32v1eiKQY7vdK5QPb"
    "c6OcpdeHSErX47dvO6wMhwT+bE4oFiTlA/g8DcDnqwE+X+IOTVtLjiJyqY0EY1WEoxBVDGQtl3b5fQ3gR/AK/744O/v48bezk4+f"
    "fz//9Ntv57+f/H4MHhDJveVbv60TmwrXIACNtMGyRHSs2OMs/dovX7pO/flTGtH+p9Wi/U//SjL8yaLh354W+gYrUe1nOP84hQ66"
    "P/ZLvqmIlscYzXRFxVTLC/0Djn/BGS9dsR1XwUv25+RnWEEmubDMl2Okm+oED9HgFb2MTQxHwGgZe1nPvIP6t6xGXjlBJfLpCVOT"
    "N80U92yOOzWdnX767dPvHz9/CmakIGfdRORPOqu1xu80/eeajk7Y9L/f6f9kwz+2fGRePhqEc1Vof1xaQfxbaxeRaahQKkMmjwA5"
    "Jp3BXbkfTN5w9aK8fkCPDp7OwEP/I10GHp8VnWxgHtFUmWB61pi6e/sDParK3CaFNGpnhLzlDGGwvkIDPCZdLfHU87u9xdtr0X+P"
    "FtMayQQi8ly4HnFSd/CN8/6qjdrZ6fPDdddWX88n93fi+H5a+/kgnc8GU1HH192fuvByfXdWM+5v9bn+pdX5znW/3991fz48SI3q"
    "3aWuGs3ngX4xe/giNbiPwzF+kG4IzbfhXe1pcNv9qRLah+5FQMPfNsfDu6Yu8Los8OftbvWy1e38aOgC7nRm3+ZgcPLnkQ1mkK6Z"
    "j4F/0ORfzEzrXc20aPfMJnb0CNihidgKSuaFvDJ4j7TQGiuuWm11qJDdTfQMvsEJ9QqiPz1DakgVRP4VQ8tEXt7RDCWZl1zntztC"
    "Vrq97U5UtrpijObeKp+n94fpCz0Evn6toMmkZ4idCrLmZAA0K2Qlz6VBStMKq9sg3gI+M5Klq4dpiox6YQw0XRYvi7JjQcF0HVvX"
    "deiaMcnS3/3ybE5PZYZjYSVnPM8IJXPoUGh7fn8blrGNQ2TMkUOR21dxYJlP8oOzUpgaJimNMHVDgXXY2MrIM2BCZGzAFHnAuFFe"
    "57McbRwjZe1c5HZmTkOYe4uiHE1P497ifdQ/TdcaMsnpbWAnucbp7aJMKtsBqsV3iRCdTJFmIAXZ2NKwjf7ZO+La/z47OfvcO/pX"
    "snFA1go20P67dWbZfy4omI/O2P7Tt7NbraagkpQMTGxQfn8cbMGtLgqiUBaGZHNhOthQX8kKkDSzxEqsnWG0Rdn+xCv85lTDgScK"
    "5ICTCQWpiq6T2WKs2Ghug93Qk2mhl7GmjhGphOp2NWM2d1x/1e4Ny3yh/ihAoeuGGFuejnb1kIQp688jt364DSD8xRxhFEvD6jdO"
    "+oMIPkUJ5fI78OeME/Suq/uxV5yx7zEYp3Mns7o0TFPCvrp9HRKd5vtZbe2iVGUEeis2c2GgzcF3rDouSBmQjpGVTle0/dnXQywb"
    "LxEhYv4FDln1VpDjoQchgCzIHozDFtlhHCXsvbw7x+v2XMqizFtbrdUNy85dFOvcxTO27Iy8X4ikhBzJ2Xmao42k1GqjivOlw40w"
    "qDIg7BUvIbqnqUxWTteYrJwmmKyYhpPomHi1gVaIZP8WWu+zUG7NFutdF7O//w/huGAu"
)
