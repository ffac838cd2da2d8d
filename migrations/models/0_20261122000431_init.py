"""Initial."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "person" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "iin" VARCHAR(12) NOT NULL UNIQUE,
            "surname" VARCHAR(100) NOT NULL,
            "given_name" VARCHAR(100) NOT NULL,
            "patronymic" VARCHAR(100) NOT NULL,
            "birth_date" DATE NOT NULL,
            "sex" VARCHAR(1) NOT NULL,
            "deceased_on" DATE,
            "address" JSON NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "email" VARCHAR(200) NOT NULL,
            "language" VARCHAR(2) NOT NULL /* KK: kk
        RU: ru
        EN: en */,
            "recorded_at" TIMESTAMP NOT NULL
        ) /* A natural person, identified by IIN. `address` holds kato, locality, street, house and flat of the registered residence. */;
        CREATE TABLE IF NOT EXISTS "clinic" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "bin" VARCHAR(12) NOT NULL UNIQUE,
            "name" JSON NOT NULL,
            "address" JSON NOT NULL,
            "kato" VARCHAR(9) NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "latitude" REAL,
            "longitude" REAL,
            "serving" INT NOT NULL,
            "fund_contract" INT NOT NULL,
            "hours" JSON,
            "search" VARCHAR(500) NOT NULL
        ) /* A medical organisation of primary health care. `name` and `address` are by language; `kato` is its territory. */;
        CREATE INDEX IF NOT EXISTS "idx_clinic_kato_118292" ON "clinic" ("kato");
        CREATE TABLE IF NOT EXISTS "site" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" INT NOT NULL,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_site_clinic__066dd2" UNIQUE ("clinic_id", "number")
        ) /* A site of a clinic: the part of its zone that one doctor serves. */;
        CREATE TABLE IF NOT EXISTS "doctor" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "kind" VARCHAR(20) NOT NULL /* GP: GP
        THERAPIST: THERAPIST
        PAEDIATRICIAN: PAEDIATRICIAN */,
            "languages" JSON NOT NULL,
            "serving" INT NOT NULL,
            "elsewhere" INT NOT NULL,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "site_id" CHAR(36) REFERENCES "site" ("id") ON DELETE SET NULL,
            CONSTRAINT "uid_doctor_person__824312" UNIQUE ("person_id", "clinic_id")
        ) /* A doctor of a clinic, with the site served. The load is the number of people whose attachment in force names the doctor. */;
        CREATE TABLE IF NOT EXISTS "zone" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "kato" VARCHAR(9) NOT NULL,
            "street" VARCHAR(200) NOT NULL,
            "first_house" INT NOT NULL,
            "last_house" INT NOT NULL,
            "site_id" CHAR(36) NOT NULL REFERENCES "site" ("id") ON DELETE CASCADE
        ) /* A street, or houses of it, that belongs to a site's zone. `street` is compared in its plain form. */;
        CREATE INDEX IF NOT EXISTS "idx_zone_street_b00af7" ON "zone" ("street");
        CREATE TABLE IF NOT EXISTS "account" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "opened_at" TIMESTAMP NOT NULL,
            "person_id" CHAR(36) NOT NULL UNIQUE REFERENCES "person" ("id") ON DELETE RESTRICT
        ) /* A person's account: one for everything the person is, citizen and staff. */;
        CREATE TABLE IF NOT EXISTS "partner" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "name" VARCHAR(200) NOT NULL,
            "key_hash" VARCHAR(64) NOT NULL UNIQUE,
            "scopes" JSON NOT NULL,
            "created_at" TIMESTAMP NOT NULL,
            "revoked_at" TIMESTAMP
        ) /* A partner system: its key is kept hashed, and its scopes say what it may ask for. */;
        CREATE TABLE IF NOT EXISTS "post" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "role" VARCHAR(20) NOT NULL /* CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM */,
            "may_sign" INT NOT NULL,
            "since" DATE NOT NULL,
            "until" DATE,
            "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_post_account_769b5d" UNIQUE ("account_id", "clinic_id", "role")
        ) /* A role that an account holds, at a clinic where the role belongs to one; ends on `until`. */;
        CREATE TABLE IF NOT EXISTS "session" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "token_hash" VARCHAR(64) NOT NULL UNIQUE,
            "kind" VARCHAR(10) NOT NULL /* BROWSER: BROWSER
        BEARER: BEARER */,
            "begun_at" TIMESTAMP NOT NULL,
            "seen_at" TIMESTAMP NOT NULL,
            "ended_at" TIMESTAMP,
            "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
            "post_id" CHAR(36) REFERENCES "post" ("id") ON DELETE CASCADE
        ) /* A sign-in that has not ended: the token is kept hashed; `post` is the capacity chosen, None for a citizen. */;
        CREATE TABLE IF NOT EXISTS "representation" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "right" VARCHAR(20) NOT NULL /* SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY */,
            "services" JSON NOT NULL,
            "basis" VARCHAR(300) NOT NULL,
            "since" DATE NOT NULL,
            "until" DATE,
            "recorded_at" TIMESTAMP NOT NULL,
            "recorded_by" CHAR(36),
            "ended_at" TIMESTAMP,
            "representative_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "represented_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        ) /* One person's right to act for another, within services and to a day. Ended at once when either side or a registrar ends it. */;
        CREATE TABLE IF NOT EXISTS "consent" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "given_by" CHAR(36) NOT NULL,
            "purpose" VARCHAR(20) NOT NULL /* ATTACHMENT: ATTACHMENT
        PARTNER_ACCESS: PARTNER_ACCESS */,
            "edition" VARCHAR(20) NOT NULL,
            "channel" VARCHAR(10) NOT NULL /* PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER */,
            "signature_id" CHAR(36),
            "given_at" TIMESTAMP NOT NULL,
            "until" DATE,
            "withdrawn_at" TIMESTAMP,
            "clinic_id" CHAR(36) REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "partner_id" CHAR(36) REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        ) /* What a person allowed, to whom, for what purpose, by which words, in which way and when it was withdrawn. */;
        CREATE TABLE IF NOT EXISTS "signature_request" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "purpose" VARCHAR(10) NOT NULL /* SIGN_IN: SIGN_IN
        REQUEST: REQUEST
        DECISION: DECISION */,
            "act" VARCHAR(60) NOT NULL,
            "account_id" CHAR(36),
            "partner_id" CHAR(36),
            "content" BLOB NOT NULL,
            "payload_hash" VARCHAR(64) NOT NULL,
            "payload" JSON NOT NULL,
            "made_at" TIMESTAMP NOT NULL,
            "expires_at" TIMESTAMP NOT NULL,
            "used_at" TIMESTAMP
        ) /* A one-time request: the exact bytes to sign, of which act and input, for whom, until when, and when it was used. */;
        CREATE TABLE IF NOT EXISTS "signature" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "cms" BLOB NOT NULL,
            "facts" JSON NOT NULL,
            "received_at" TIMESTAMP NOT NULL,
            "request_id" CHAR(36) NOT NULL UNIQUE REFERENCES "signature_request" ("id") ON DELETE RESTRICT
        ) /* A signature as received, with what was read from it: evidence, never changed. */;
        CREATE TABLE IF NOT EXISTS "draft" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "service" VARCHAR(20) NOT NULL /* ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL */,
            "answers" JSON NOT NULL,
            "key" CHAR(36) NOT NULL,
            "changed_at" TIMESTAMP NOT NULL,
            "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
            CONSTRAINT "uid_draft_account_c4d3a3" UNIQUE ("account_id", "service")
        ) /* One unfinished request per account and service; `answers` has the shape of the request's input, every field optional. */;
        CREATE TABLE IF NOT EXISTS "attachment" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "state" VARCHAR(20) NOT NULL /* SUBMITTED: SUBMITTED
        CHECKED: CHECKED
        REFUSAL_PROPOSED: REFUSAL_PROPOSED
        APPROVED: APPROVED
        IN_FORCE: IN_FORCE
        REFUSED: REFUSED
        WITHDRAWN: WITHDRAWN
        ENDED: ENDED */,
            "ground" VARCHAR(30) NOT NULL /* FIRST: FIRST
        RESIDENCE_CHANGE: RESIDENCE_CHANGE
        FREE_CHOICE: FREE_CHOICE
        CAMPAIGN: CAMPAIGN
        CLINIC_CLOSED: CLINIC_CLOSED
        CHILD: CHILD
        PENSIONER: PENSIONER
        DISABILITY: DISABILITY
        GUARDIANSHIP: GUARDIANSHIP
        CONVICT: CONVICT
        CONSCRIPT: CONSCRIPT
        MADRASA_STUDENT: MADRASA_STUDENT
        OUT_OF_TOWN_STUDENT: OUT_OF_TOWN_STUDENT
        BORN_ABROAD: BORN_ABROAD
        WARD: WARD
        INSURANCE: INSURANCE */,
            "channel" VARCHAR(10) NOT NULL /* PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER */,
            "applicant_right" VARCHAR(20) NOT NULL /* SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY */,
            "registrar_id" CHAR(36),
            "identity_seen" VARCHAR(200) NOT NULL,
            "signature_id" CHAR(36),
            "address" JSON NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL /* KK: kk
        RU: ru
        EN: en */,
            "outside_zone" INT NOT NULL,
            "submitted_at" TIMESTAMP NOT NULL,
            "accepted_at" TIMESTAMP,
            "due_at" TIMESTAMP,
            "target_at" TIMESTAMP,
            "decided_at" TIMESTAMP,
            "overdue_at" TIMESTAMP,
            "effective_on" DATE,
            "ended_on" DATE,
            "proposed_by" CHAR(36),
            "refusal_ground" VARCHAR(20) /* UNRELIABLE: UNRELIABLE
        NONCOMPLIANT: NONCOMPLIANT
        NEGATIVE_OPINION: NEGATIVE_OPINION
        COURT_BAN: COURT_BAN
        COURT_DEPRIVED: COURT_DEPRIVED
        NO_CONSENT: NO_CONSENT */,
            "refusal_rule" VARCHAR(30) NOT NULL,
            "refusal_words" TEXT NOT NULL,
            "detachment_ground" VARCHAR(20) /* DEATH: DEATH
        LEFT_COUNTRY: LEFT_COUNTRY
        WITHOUT_WILL: WITHOUT_WILL
        RIGHT_LOST: RIGHT_LOST
        COMMISSION: COMMISSION */,
            "applicant_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "consent_id" CHAR(36) REFERENCES "consent" ("id") ON DELETE RESTRICT,
            "doctor_id" CHAR(36) REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "partner_id" CHAR(36) REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "site_id" CHAR(36) REFERENCES "site" ("id") ON DELETE RESTRICT
        ) /* One request for attachment and what became of it. Moments are aware; `address` has kato, locality, street, house, flat. */;
        CREATE INDEX IF NOT EXISTS "idx_attachment_state_d73389" ON "attachment" ("state");
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_attachment_in_force" ON "attachment" ("person_id") WHERE state = 'IN_FORCE';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_attachment_approved" ON "attachment" ("person_id") WHERE state = 'APPROVED';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_attachment_open" ON "attachment" ("person_id") WHERE state IN ('SUBMITTED', 'CHECKED', 'REFUSAL_PROPOSED');
        CREATE INDEX IF NOT EXISTS "idx_attachment_clinic__172556" ON "attachment" ("clinic_id", "state", "due_at");
        CREATE INDEX IF NOT EXISTS "idx_attachment_submitt_beae87" ON "attachment" ("submitted_at", "id");
        CREATE TABLE IF NOT EXISTS "document" (
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
        CREATE TABLE IF NOT EXISTS "notice" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "code" VARCHAR(40) NOT NULL UNIQUE,
            "kind" VARCHAR(30) NOT NULL /* ATTACHMENT: ATTACHMENT
        ATTACHMENT_REFUSAL: ATTACHMENT_REFUSAL
        DETACHMENT: DETACHMENT
        WITHDRAWAL: WITHDRAWAL
        RECEIPT: RECEIPT */,
            "facts" TEXT NOT NULL,
            "issued_at" TIMESTAMP NOT NULL,
            "annulled_at" TIMESTAMP,
            "attachment_id" CHAR(36) REFERENCES "attachment" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "signature_id" CHAR(36) UNIQUE REFERENCES "signature" ("id") ON DELETE RESTRICT
        ) /* What was decided, as canonical JSON (`facts`), its number, the code of its verification page, and the signature over it. */;
        CREATE TABLE IF NOT EXISTS "journal" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "at" TIMESTAMP NOT NULL,
            "act" VARCHAR(60) NOT NULL,
            "reading" INT NOT NULL,
            "role" VARCHAR(20) NOT NULL /* CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM */,
            "account_id" CHAR(36),
            "partner_id" CHAR(36),
            "clinic_id" CHAR(36),
            "name" VARCHAR(200) NOT NULL,
            "channel" VARCHAR(10) NOT NULL /* PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER */,
            "person_id" CHAR(36),
            "service" VARCHAR(20) /* ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL */,
            "case_id" CHAR(36),
            "case_number" VARCHAR(30) NOT NULL,
            "details" JSON NOT NULL,
            "request" VARCHAR(40) NOT NULL,
            "address" VARCHAR(45) NOT NULL,
            "position" BIGINT UNIQUE,
            "hash" VARCHAR(64) NOT NULL
        ) /* One line. Ids are kept without foreign keys and names as they were: a line says what was so when it was written. */;
        CREATE INDEX IF NOT EXISTS "idx_journal_at_b08ef9" ON "journal" ("at");
        CREATE INDEX IF NOT EXISTS "idx_journal_person__8c4863" ON "journal" ("person_id");
        CREATE INDEX IF NOT EXISTS "idx_journal_case_id_fda5f0" ON "journal" ("case_id");
        CREATE TABLE IF NOT EXISTS "journal_head" (
            "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            "position" BIGINT NOT NULL,
            "hash" VARCHAR(64) NOT NULL
        ) /* The place and hash of the last line chained: one row, locked by whoever chains. */;
        CREATE TABLE IF NOT EXISTS "message" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "cause" CHAR(36) NOT NULL,
            "way" VARCHAR(10) NOT NULL /* ACCOUNT: ACCOUNT
        EMAIL: EMAIL
        SMS: SMS */,
            "destination" VARCHAR(200) NOT NULL,
            "language" VARCHAR(2) NOT NULL /* KK: kk
        RU: ru
        EN: en */,
            "template" VARCHAR(60) NOT NULL,
            "values" JSON NOT NULL,
            "link" VARCHAR(200) NOT NULL,
            "created_at" TIMESTAMP NOT NULL,
            "next_at" TIMESTAMP,
            "attempts" INT NOT NULL,
            "sent_at" TIMESTAMP,
            "given_up_at" TIMESTAMP,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        ) /* One message to one person by one way. `template` and `values` make its words; `cause` is the journal entry behind it. */;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_message_cause" ON "message" ("cause", "person_id", "way") WHERE cause IS NOT NULL;
        CREATE INDEX IF NOT EXISTS "idx_message_sent_at_764a0d" ON "message" ("sent_at", "next_at");
        CREATE TABLE IF NOT EXISTS "number" (
            "series" VARCHAR(40) NOT NULL PRIMARY KEY,
            "value" INT NOT NULL
        ) /* The last number given in a series ("AP-2026"). */;
        CREATE TABLE IF NOT EXISTS "idempotency_key" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "caller" VARCHAR(40) NOT NULL,
            "key" CHAR(36) NOT NULL,
            "mutation" VARCHAR(60) NOT NULL,
            "input_hash" VARCHAR(64) NOT NULL,
            "object_type" VARCHAR(40) NOT NULL,
            "object_id" CHAR(36),
            "created_at" TIMESTAMP NOT NULL,
            CONSTRAINT "uid_idempotency_caller_879275" UNIQUE ("caller", "key")
        ) /* A key that a caller has used: for which act and input, and which row was the answer. */;
        CREATE INDEX IF NOT EXISTS "idx_idempotency_created_98dcfd" ON "idempotency_key" ("created_at");
        CREATE TABLE IF NOT EXISTS "aerich" (
            "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            "version" VARCHAR(255) NOT NULL,
            "app" VARCHAR(100) NOT NULL,
            "content" JSON NOT NULL
        );
        CREATE TRIGGER "journal_keeps_its_lines" BEFORE DELETE ON "journal" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'journal_keeps_its_lines'); END;
        CREATE TRIGGER "journal_keeps_its_words" BEFORE UPDATE ON "journal" WHEN OLD.position IS NOT NULL OR OLD.id IS DISTINCT FROM NEW.id OR OLD.at IS DISTINCT FROM NEW.at OR OLD.act IS DISTINCT FROM NEW.act OR OLD.reading IS DISTINCT FROM NEW.reading OR OLD.role IS DISTINCT FROM NEW.role OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.partner_id IS DISTINCT FROM NEW.partner_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.service IS DISTINCT FROM NEW.service OR OLD.case_id IS DISTINCT FROM NEW.case_id OR OLD.case_number IS DISTINCT FROM NEW.case_number OR OLD.details IS DISTINCT FROM NEW.details OR OLD.request IS DISTINCT FROM NEW.request OR OLD.address IS DISTINCT FROM NEW.address
            BEGIN SELECT RAISE(ABORT, 'journal_keeps_its_words'); END;
        CREATE TRIGGER "signature_is_kept" BEFORE DELETE ON "signature" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'signature_is_kept'); END;
        CREATE TRIGGER "signature_is_as_received" BEFORE UPDATE ON "signature" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'signature_is_as_received'); END;
        CREATE TRIGGER "notice_is_kept" BEFORE DELETE ON "notice" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'notice_is_kept'); END;
        CREATE TRIGGER "notice_is_as_issued" BEFORE UPDATE ON "notice" WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.code IS DISTINCT FROM NEW.code OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.attachment_id IS DISTINCT FROM NEW.attachment_id OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.issued_at IS DISTINCT FROM NEW.issued_at
            BEGIN SELECT RAISE(ABORT, 'notice_is_as_issued'); END;
    """,
    "postgres": r"""
        CREATE TABLE IF NOT EXISTS "person" (
            "id" UUID NOT NULL PRIMARY KEY,
            "iin" VARCHAR(12) NOT NULL UNIQUE,
            "surname" VARCHAR(100) NOT NULL,
            "given_name" VARCHAR(100) NOT NULL,
            "patronymic" VARCHAR(100) NOT NULL,
            "birth_date" DATE NOT NULL,
            "sex" VARCHAR(1) NOT NULL,
            "deceased_on" DATE,
            "address" JSONB NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "email" VARCHAR(200) NOT NULL,
            "language" VARCHAR(2) NOT NULL,
            "recorded_at" TIMESTAMPTZ NOT NULL
        );
        COMMENT ON COLUMN "person"."language" IS 'KK: kk
        RU: ru
        EN: en';
        COMMENT ON TABLE "person" IS 'A natural person, identified by IIN. `address` holds kato, locality, street, house and flat of the registered residence.';
        CREATE TABLE IF NOT EXISTS "clinic" (
            "id" UUID NOT NULL PRIMARY KEY,
            "bin" VARCHAR(12) NOT NULL UNIQUE,
            "name" JSONB NOT NULL,
            "address" JSONB NOT NULL,
            "kato" VARCHAR(9) NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "latitude" DOUBLE PRECISION,
            "longitude" DOUBLE PRECISION,
            "serving" BOOL NOT NULL,
            "fund_contract" BOOL NOT NULL,
            "hours" JSONB,
            "search" VARCHAR(500) NOT NULL
        );
        CREATE INDEX IF NOT EXISTS "idx_clinic_kato_118292" ON "clinic" ("kato");
        COMMENT ON TABLE "clinic" IS 'A medical organisation of primary health care. `name` and `address` are by language; `kato` is its territory.';
        CREATE TABLE IF NOT EXISTS "site" (
            "id" UUID NOT NULL PRIMARY KEY,
            "number" INT NOT NULL,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_site_clinic__066dd2" UNIQUE ("clinic_id", "number")
        );
        COMMENT ON TABLE "site" IS 'A site of a clinic: the part of its zone that one doctor serves.';
        CREATE TABLE IF NOT EXISTS "doctor" (
            "id" UUID NOT NULL PRIMARY KEY,
            "kind" VARCHAR(20) NOT NULL,
            "languages" JSONB NOT NULL,
            "serving" BOOL NOT NULL,
            "elsewhere" INT NOT NULL,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "site_id" UUID REFERENCES "site" ("id") ON DELETE SET NULL,
            CONSTRAINT "uid_doctor_person__824312" UNIQUE ("person_id", "clinic_id")
        );
        COMMENT ON COLUMN "doctor"."kind" IS 'GP: GP
        THERAPIST: THERAPIST
        PAEDIATRICIAN: PAEDIATRICIAN';
        COMMENT ON TABLE "doctor" IS 'A doctor of a clinic, with the site served. The load is the number of people whose attachment in force names the doctor.';
        CREATE TABLE IF NOT EXISTS "zone" (
            "id" UUID NOT NULL PRIMARY KEY,
            "kato" VARCHAR(9) NOT NULL,
            "street" VARCHAR(200) NOT NULL,
            "first_house" INT NOT NULL,
            "last_house" INT NOT NULL,
            "site_id" UUID NOT NULL REFERENCES "site" ("id") ON DELETE CASCADE
        );
        CREATE INDEX IF NOT EXISTS "idx_zone_street_b00af7" ON "zone" ("street");
        COMMENT ON TABLE "zone" IS 'A street, or houses of it, that belongs to a site''s zone. `street` is compared in its plain form.';
        CREATE TABLE IF NOT EXISTS "account" (
            "id" UUID NOT NULL PRIMARY KEY,
            "opened_at" TIMESTAMPTZ NOT NULL,
            "person_id" UUID NOT NULL UNIQUE REFERENCES "person" ("id") ON DELETE RESTRICT
        );
        COMMENT ON TABLE "account" IS 'A person''s account: one for everything the person is, citizen and staff.';
        CREATE TABLE IF NOT EXISTS "partner" (
            "id" UUID NOT NULL PRIMARY KEY,
            "name" VARCHAR(200) NOT NULL,
            "key_hash" VARCHAR(64) NOT NULL UNIQUE,
            "scopes" JSONB NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "revoked_at" TIMESTAMPTZ
        );
        COMMENT ON TABLE "partner" IS 'A partner system: its key is kept hashed, and its scopes say what it may ask for.';
        CREATE TABLE IF NOT EXISTS "post" (
            "id" UUID NOT NULL PRIMARY KEY,
            "role" VARCHAR(20) NOT NULL,
            "may_sign" BOOL NOT NULL,
            "since" DATE NOT NULL,
            "until" DATE,
            "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
            "clinic_id" UUID REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_post_account_769b5d" UNIQUE ("account_id", "clinic_id", "role")
        );
        COMMENT ON COLUMN "post"."role" IS 'CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM';
        COMMENT ON TABLE "post" IS 'A role that an account holds, at a clinic where the role belongs to one; ends on `until`.';
        CREATE TABLE IF NOT EXISTS "session" (
            "id" UUID NOT NULL PRIMARY KEY,
            "token_hash" VARCHAR(64) NOT NULL UNIQUE,
            "kind" VARCHAR(10) NOT NULL,
            "begun_at" TIMESTAMPTZ NOT NULL,
            "seen_at" TIMESTAMPTZ NOT NULL,
            "ended_at" TIMESTAMPTZ,
            "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
            "post_id" UUID REFERENCES "post" ("id") ON DELETE CASCADE
        );
        COMMENT ON COLUMN "session"."kind" IS 'BROWSER: BROWSER
        BEARER: BEARER';
        COMMENT ON TABLE "session" IS 'A sign-in that has not ended: the token is kept hashed; `post` is the capacity chosen, None for a citizen.';
        CREATE TABLE IF NOT EXISTS "representation" (
            "id" UUID NOT NULL PRIMARY KEY,
            "right" VARCHAR(20) NOT NULL,
            "services" JSONB NOT NULL,
            "basis" VARCHAR(300) NOT NULL,
            "since" DATE NOT NULL,
            "until" DATE,
            "recorded_at" TIMESTAMPTZ NOT NULL,
            "recorded_by" UUID,
            "ended_at" TIMESTAMPTZ,
            "representative_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "represented_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        );
        COMMENT ON COLUMN "representation"."right" IS 'SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY';
        COMMENT ON TABLE "representation" IS 'One person''s right to act for another, within services and to a day. Ended at once when either side or a registrar ends it.';
        CREATE TABLE IF NOT EXISTS "consent" (
            "id" UUID NOT NULL PRIMARY KEY,
            "given_by" UUID NOT NULL,
            "purpose" VARCHAR(20) NOT NULL,
            "edition" VARCHAR(20) NOT NULL,
            "channel" VARCHAR(10) NOT NULL,
            "signature_id" UUID,
            "given_at" TIMESTAMPTZ NOT NULL,
            "until" DATE,
            "withdrawn_at" TIMESTAMPTZ,
            "clinic_id" UUID REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "partner_id" UUID REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        );
        COMMENT ON COLUMN "consent"."purpose" IS 'ATTACHMENT: ATTACHMENT
        PARTNER_ACCESS: PARTNER_ACCESS';
        COMMENT ON COLUMN "consent"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
        COMMENT ON TABLE "consent" IS 'What a person allowed, to whom, for what purpose, by which words, in which way and when it was withdrawn.';
        CREATE TABLE IF NOT EXISTS "signature_request" (
            "id" UUID NOT NULL PRIMARY KEY,
            "purpose" VARCHAR(10) NOT NULL,
            "act" VARCHAR(60) NOT NULL,
            "account_id" UUID,
            "partner_id" UUID,
            "content" BYTEA NOT NULL,
            "payload_hash" VARCHAR(64) NOT NULL,
            "payload" JSONB NOT NULL,
            "made_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "used_at" TIMESTAMPTZ
        );
        COMMENT ON COLUMN "signature_request"."purpose" IS 'SIGN_IN: SIGN_IN
        REQUEST: REQUEST
        DECISION: DECISION';
        COMMENT ON TABLE "signature_request" IS 'A one-time request: the exact bytes to sign, of which act and input, for whom, until when, and when it was used.';
        CREATE TABLE IF NOT EXISTS "signature" (
            "id" UUID NOT NULL PRIMARY KEY,
            "cms" BYTEA NOT NULL,
            "facts" JSONB NOT NULL,
            "received_at" TIMESTAMPTZ NOT NULL,
            "request_id" UUID NOT NULL UNIQUE REFERENCES "signature_request" ("id") ON DELETE RESTRICT
        );
        COMMENT ON TABLE "signature" IS 'A signature as received, with what was read from it: evidence, never changed.';
        CREATE TABLE IF NOT EXISTS "draft" (
            "id" UUID NOT NULL PRIMARY KEY,
            "service" VARCHAR(20) NOT NULL,
            "answers" JSONB NOT NULL,
            "key" UUID NOT NULL,
            "changed_at" TIMESTAMPTZ NOT NULL,
            "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
            CONSTRAINT "uid_draft_account_c4d3a3" UNIQUE ("account_id", "service")
        );
        COMMENT ON COLUMN "draft"."service" IS 'ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL';
        COMMENT ON TABLE "draft" IS 'One unfinished request per account and service; `answers` has the shape of the request''s input, every field optional.';
        CREATE TABLE IF NOT EXISTS "attachment" (
            "id" UUID NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "state" VARCHAR(20) NOT NULL,
            "ground" VARCHAR(30) NOT NULL,
            "channel" VARCHAR(10) NOT NULL,
            "applicant_right" VARCHAR(20) NOT NULL,
            "registrar_id" UUID,
            "identity_seen" VARCHAR(200) NOT NULL,
            "signature_id" UUID,
            "address" JSONB NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL,
            "outside_zone" BOOL NOT NULL,
            "submitted_at" TIMESTAMPTZ NOT NULL,
            "accepted_at" TIMESTAMPTZ,
            "due_at" TIMESTAMPTZ,
            "target_at" TIMESTAMPTZ,
            "decided_at" TIMESTAMPTZ,
            "overdue_at" TIMESTAMPTZ,
            "effective_on" DATE,
            "ended_on" DATE,
            "proposed_by" UUID,
            "refusal_ground" VARCHAR(20),
            "refusal_rule" VARCHAR(30) NOT NULL,
            "refusal_words" TEXT NOT NULL,
            "detachment_ground" VARCHAR(20),
            "applicant_id" UUID REFERENCES "person" ("id") ON DELETE RESTRICT,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "consent_id" UUID REFERENCES "consent" ("id") ON DELETE RESTRICT,
            "doctor_id" UUID REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "partner_id" UUID REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "site_id" UUID REFERENCES "site" ("id") ON DELETE RESTRICT
        );
        CREATE INDEX IF NOT EXISTS "idx_attachment_state_d73389" ON "attachment" ("state");
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_attachment_in_force" ON "attachment" ("person_id") WHERE state = 'IN_FORCE';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_attachment_approved" ON "attachment" ("person_id") WHERE state = 'APPROVED';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_attachment_open" ON "attachment" ("person_id") WHERE state IN ('SUBMITTED', 'CHECKED', 'REFUSAL_PROPOSED');
        CREATE INDEX IF NOT EXISTS "idx_attachment_clinic__172556" ON "attachment" ("clinic_id", "state", "due_at");
        CREATE INDEX IF NOT EXISTS "idx_attachment_submitt_beae87" ON "attachment" ("submitted_at", "id");
        COMMENT ON COLUMN "attachment"."state" IS 'SUBMITTED: SUBMITTED
        CHECKED: CHECKED
        REFUSAL_PROPOSED: REFUSAL_PROPOSED
        APPROVED: APPROVED
        IN_FORCE: IN_FORCE
        REFUSED: REFUSED
        WITHDRAWN: WITHDRAWN
        ENDED: ENDED';
        COMMENT ON COLUMN "attachment"."ground" IS 'FIRST: FIRST
        RESIDENCE_CHANGE: RESIDENCE_CHANGE
        FREE_CHOICE: FREE_CHOICE
        CAMPAIGN: CAMPAIGN
        CLINIC_CLOSED: CLINIC_CLOSED
        CHILD: CHILD
        PENSIONER: PENSIONER
        DISABILITY: DISABILITY
        GUARDIANSHIP: GUARDIANSHIP
        CONVICT: CONVICT
        CONSCRIPT: CONSCRIPT
        MADRASA_STUDENT: MADRASA_STUDENT
        OUT_OF_TOWN_STUDENT: OUT_OF_TOWN_STUDENT
        BORN_ABROAD: BORN_ABROAD
        WARD: WARD
        INSURANCE: INSURANCE';
        COMMENT ON COLUMN "attachment"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
        COMMENT ON COLUMN "attachment"."applicant_right" IS 'SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY';
        COMMENT ON COLUMN "attachment"."language" IS 'KK: kk
        RU: ru
        EN: en';
        COMMENT ON COLUMN "attachment"."refusal_ground" IS 'UNRELIABLE: UNRELIABLE
        NONCOMPLIANT: NONCOMPLIANT
        NEGATIVE_OPINION: NEGATIVE_OPINION
        COURT_BAN: COURT_BAN
        COURT_DEPRIVED: COURT_DEPRIVED
        NO_CONSENT: NO_CONSENT';
        COMMENT ON COLUMN "attachment"."detachment_ground" IS 'DEATH: DEATH
        LEFT_COUNTRY: LEFT_COUNTRY
        WITHOUT_WILL: WITHOUT_WILL
        RIGHT_LOST: RIGHT_LOST
        COMMISSION: COMMISSION';
        COMMENT ON TABLE "attachment" IS 'One request for attachment and what became of it. Moments are aware; `address` has kato, locality, street, house, flat.';
        CREATE TABLE IF NOT EXISTS "document" (
            "id" UUID NOT NULL PRIMARY KEY,
            "kind" VARCHAR(30) NOT NULL,
            "paper" BOOL NOT NULL,
            "note" VARCHAR(300) NOT NULL,
            "file_name" VARCHAR(200) NOT NULL,
            "media_type" VARCHAR(60) NOT NULL,
            "size" INT NOT NULL,
            "sha256" VARCHAR(64) NOT NULL,
            "uploaded_by" UUID,
            "uploaded_at" TIMESTAMPTZ NOT NULL,
            "attachment_id" UUID REFERENCES "attachment" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        );
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
        COMMENT ON TABLE "document" IS 'One document. A file lies in the documents folder under its id; a paper has no file but a note of what was seen.';
        CREATE TABLE IF NOT EXISTS "notice" (
            "id" UUID NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "code" VARCHAR(40) NOT NULL UNIQUE,
            "kind" VARCHAR(30) NOT NULL,
            "facts" TEXT NOT NULL,
            "issued_at" TIMESTAMPTZ NOT NULL,
            "annulled_at" TIMESTAMPTZ,
            "attachment_id" UUID REFERENCES "attachment" ("id") ON DELETE RESTRICT,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "signature_id" UUID UNIQUE REFERENCES "signature" ("id") ON DELETE RESTRICT
        );
        COMMENT ON COLUMN "notice"."kind" IS 'ATTACHMENT: ATTACHMENT
        ATTACHMENT_REFUSAL: ATTACHMENT_REFUSAL
        DETACHMENT: DETACHMENT
        WITHDRAWAL: WITHDRAWAL
        RECEIPT: RECEIPT';
        COMMENT ON TABLE "notice" IS 'What was decided, as canonical JSON (`facts`), its number, the code of its verification page, and the signature over it.';
        CREATE TABLE IF NOT EXISTS "journal" (
            "id" UUID NOT NULL PRIMARY KEY,
            "at" TIMESTAMPTZ NOT NULL,
            "act" VARCHAR(60) NOT NULL,
            "reading" BOOL NOT NULL,
            "role" VARCHAR(20) NOT NULL,
            "account_id" UUID,
            "partner_id" UUID,
            "clinic_id" UUID,
            "name" VARCHAR(200) NOT NULL,
            "channel" VARCHAR(10) NOT NULL,
            "person_id" UUID,
            "service" VARCHAR(20),
            "case_id" UUID,
            "case_number" VARCHAR(30) NOT NULL,
            "details" JSONB NOT NULL,
            "request" VARCHAR(40) NOT NULL,
            "address" VARCHAR(45) NOT NULL,
            "position" BIGINT UNIQUE,
            "hash" VARCHAR(64) NOT NULL
        );
        CREATE INDEX IF NOT EXISTS "idx_journal_at_b08ef9" ON "journal" ("at");
        CREATE INDEX IF NOT EXISTS "idx_journal_person__8c4863" ON "journal" ("person_id");
        CREATE INDEX IF NOT EXISTS "idx_journal_case_id_fda5f0" ON "journal" ("case_id");
        COMMENT ON COLUMN "journal"."role" IS 'CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM';
        COMMENT ON COLUMN "journal"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
        COMMENT ON COLUMN "journal"."service" IS 'ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL';
        COMMENT ON TABLE "journal" IS 'One line. Ids are kept without foreign keys and names as they were: a line says what was so when it was written.';
        CREATE TABLE IF NOT EXISTS "journal_head" (
            "id" SERIAL NOT NULL PRIMARY KEY,
            "position" BIGINT NOT NULL,
            "hash" VARCHAR(64) NOT NULL
        );
        COMMENT ON TABLE "journal_head" IS 'The place and hash of the last line chained: one row, locked by whoever chains.';
        CREATE TABLE IF NOT EXISTS "message" (
            "id" UUID NOT NULL PRIMARY KEY,
            "cause" UUID NOT NULL,
            "way" VARCHAR(10) NOT NULL,
            "destination" VARCHAR(200) NOT NULL,
            "language" VARCHAR(2) NOT NULL,
            "template" VARCHAR(60) NOT NULL,
            "values" JSONB NOT NULL,
            "link" VARCHAR(200) NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "next_at" TIMESTAMPTZ,
            "attempts" INT NOT NULL,
            "sent_at" TIMESTAMPTZ,
            "given_up_at" TIMESTAMPTZ,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_message_cause" ON "message" ("cause", "person_id", "way") WHERE cause IS NOT NULL;
        CREATE INDEX IF NOT EXISTS "idx_message_sent_at_764a0d" ON "message" ("sent_at", "next_at");
        COMMENT ON COLUMN "message"."way" IS 'ACCOUNT: ACCOUNT
        EMAIL: EMAIL
        SMS: SMS';
        COMMENT ON COLUMN "message"."language" IS 'KK: kk
        RU: ru
        EN: en';
        COMMENT ON TABLE "message" IS 'One message to one person by one way. `template` and `values` make its words; `cause` is the journal entry behind it.';
        CREATE TABLE IF NOT EXISTS "number" (
            "series" VARCHAR(40) NOT NULL PRIMARY KEY,
            "value" INT NOT NULL
        );
        COMMENT ON TABLE "number" IS 'The last number given in a series ("AP-2026").';
        CREATE TABLE IF NOT EXISTS "idempotency_key" (
            "id" UUID NOT NULL PRIMARY KEY,
            "caller" VARCHAR(40) NOT NULL,
            "key" UUID NOT NULL,
            "mutation" VARCHAR(60) NOT NULL,
            "input_hash" VARCHAR(64) NOT NULL,
            "object_type" VARCHAR(40) NOT NULL,
            "object_id" UUID,
            "created_at" TIMESTAMPTZ NOT NULL,
            CONSTRAINT "uid_idempotency_caller_879275" UNIQUE ("caller", "key")
        );
        CREATE INDEX IF NOT EXISTS "idx_idempotency_created_98dcfd" ON "idempotency_key" ("created_at");
        COMMENT ON TABLE "idempotency_key" IS 'A key that a caller has used: for which act and input, and which row was the answer.';
        CREATE TABLE IF NOT EXISTS "aerich" (
            "id" SERIAL NOT NULL PRIMARY KEY,
            "version" VARCHAR(255) NOT NULL,
            "app" VARCHAR(100) NOT NULL,
            "content" JSONB NOT NULL
        );
        CREATE FUNCTION "journal_keeps_its_lines"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'journal_keeps_its_lines' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "journal_keeps_its_lines" BEFORE DELETE ON "journal" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "journal_keeps_its_lines"();
        CREATE FUNCTION "journal_keeps_its_words"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'journal_keeps_its_words' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "journal_keeps_its_words" BEFORE UPDATE ON "journal" FOR EACH ROW WHEN (OLD.position IS NOT NULL OR OLD.id IS DISTINCT FROM NEW.id OR OLD.at IS DISTINCT FROM NEW.at OR OLD.act IS DISTINCT FROM NEW.act OR OLD.reading IS DISTINCT FROM NEW.reading OR OLD.role IS DISTINCT FROM NEW.role OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.partner_id IS DISTINCT FROM NEW.partner_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.service IS DISTINCT FROM NEW.service OR OLD.case_id IS DISTINCT FROM NEW.case_id OR OLD.case_number IS DISTINCT FROM NEW.case_number OR OLD.details IS DISTINCT FROM NEW.details OR OLD.request IS DISTINCT FROM NEW.request OR OLD.address IS DISTINCT FROM NEW.address) EXECUTE FUNCTION "journal_keeps_its_words"();
        CREATE FUNCTION "signature_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'signature_is_kept' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "signature_is_kept" BEFORE DELETE ON "signature" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "signature_is_kept"();
        CREATE FUNCTION "signature_is_as_received"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'signature_is_as_received' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "signature_is_as_received" BEFORE UPDATE ON "signature" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "signature_is_as_received"();
        CREATE FUNCTION "notice_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_is_kept' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_is_kept" BEFORE DELETE ON "notice" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "notice_is_kept"();
        CREATE FUNCTION "notice_is_as_issued"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_is_as_issued' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_is_as_issued" BEFORE UPDATE ON "notice" FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.code IS DISTINCT FROM NEW.code OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.attachment_id IS DISTINCT FROM NEW.attachment_id OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.issued_at IS DISTINCT FROM NEW.issued_at) EXECUTE FUNCTION "notice_is_as_issued"();
    """,
}
DOWNGRADE = {
    "sqlite": r"""

    """,
    "postgres": r"""

    """,
}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
    "eJztXWtzosi7/ypdvjm7Ve5U4iRzcc85VWgwYSbRDGBmknXKILTKBBv/gMk4e/a7n+7mIiAY8Ips50WEpp8Wf3177v13ZWJq0LDf"
    "3ELLNlGlDv6uIGUC8UXsSRVUlOl0UU4KHGVg0KrTRZ2B7ViK6uDSoWLYEBdp0FYtferotP0KB5DizCzFAC5VFegaRI4+1KEGBnMg"
    "CO034FHRNAva9iMYm4ZmgyfFMavAMFXF0J15FeAvgdCp4qczGwIFaWBoKA4wh8AZQ2DBkW470MIN4kZI8yp8Q95OM1VMqaPRoV9k"
    "hvT/zGDfMUcQ17Pw6/z1HRfrSIM/oe3fTp/6+GUMLdItukYaoOV9Zz6lZd2ucNGiNcmPHPRV05hN0KL2dO6MTRRUn8107Q2hIc9G"
    "EEFLcaAW6jI0Mwyvb/0i941xgWPNYPCq2qJAg0NlZpCOr/z3cIZU0t+AfhP5d/a/3quFqvX77Y7cl3i5368sjRPyCrEe84pUE5Ex"
    "piOHAPX3P267C0BoaYV8QfOKE397++53CoFpOyOLPqRwVf6hhIqjuKQU9BDKOlqGuTlWrBSY3eoxnPFr7gZhH5wdwFmZKD/7BkQj"
    "Z4xvT2sr4L3jRIrwaY0ibOJ57y4Hbe9JjT4iQC+AtWcWvcwBbohkOwD7BQuEF2vV/iE+OcmC8clJOsjkWRTlkf4MUT8v0FEqhnU2"
    "rKeKY5loPtHVPFhHqfaHdWVX6/AekB7oljPu4zU7YVRf4NJkpKNUMaRJsaNP4Bv/+ZGN7xUgX3AyH1984c9cC69bvXyDM8vQTB+Y"
    "8WGpQRUqNtT6ZgLPkD4uY2QbDkyPRzjOcekx2cvofZI67WT0QiRx5HTVAf8HDMx572ycLjjcwUw3HB3Zb8jXHoLJJRCRlie2/R8j"
    "PFJ/u+G+xQdx87rTiHPDpIFGfE/DgOZiHQKC0i0WtSwbWS19H6stbWNwouhGHnADghKCmw3dVfAu4WsoaDRTRinjl0ezCYVZwO+l"
    "YIF8Ce4w/R4Rf3rKiXnl8+c6eHrqIbFbB9ash/h2HUAUV3Rk6ocsvZDeB/EesKBqWhre2hQneUckO1vyWI+RrtoVyUW5WDZZuOEl"
    "mbu5jSzoZMMkT2q0dB4r/e1drF+CRsBXQb4C5BY8dNp8fN0P6skPFfJOyswx+8h86eOtNYSJX+wX/UM0U8OnkNaEFAwU9elFsbR+"
    "5EmIRzJVx7QSdviGR9j6LEJDoVgud7unirygjRxvly9KPYYtNmmmuGcgIdkIJdFvJ6hXarTwUjGYM8ReR4w83Xx0Nd1WygoSbmY2"
    "2RylC6+ZssKkTKeGrlIQNkSKcxxFHWfEqphC7itQBT9wn0gd5ahCpqOrcEOY2rSRskI0gbaNRZMNMbpxWykTSIQJNWtmGlsafRSa"
    "napqzlCClOLD2UFQNvG/DPNz0VRJljGC4KQ2iWE6URAeO5rXHCH2WQNDR7paSfAh8J5UV/kQqIs6GXwIJlDD+48BTGukIN2mXUOs"
    "7lNLnyjWHIyhYjhjoCoWfAMeyes8Uuv8wp6PnxArvy/s/wkeiW3/Eeg20B0bONCydCxtzJMcB/b87cxbYB/C9wbeAoN83gID5i2Q"
    "0Vsg2YKdbhVIsV3vwSRwGIXRTpT/x2aNKRH0ZBPIs5L49Xelpj7cWvIxw1LyMXUl+bjkpMEMWrszaBHO2JlpCfi2DFNxkgEOE8Uw"
    "HhKqo+WjE23enW7jmge3It8UJMFbOAJNPn1IinCB7lAIRJ67jqNsotEaMIepGM4ZcLah9Uy+fgnlhmkaUEFpvjIBVQzlASbb1ZLh"
    "r8/7RbnR6VxHtr6GIMdWi+5Ng/edaBZoC205Bjbm/TUieboCXz7Il2gZ8NmBH5uzJHNcOosXEGzE4B3PUrIT/s6GiqWO8/AhC4rS"
    "MSLnmZw/zlc4f5y7zh/MIr0bZbONV48NAZL0Y3arXQ0PmewbwnNrHvGqWSxz8zFixGyDmaFitsHNzV457Tne5pZgz1lse+n2HG1R"
    "J4M9x61NbCgKcC1BVfCiO2MaRkn2IUAELKi9ATIuwHKrRkwl5CGaTQaQUk6hOTUgeBmbJBQzmBFAR2BoWiquin+FS+R+XZJp53Av"
    "kmDl+SsUWevZx74zy0+RLD9P+Pcls/Ov+xn7tEUOtKtc3tbB5W0PyVe8yN0KklwHwWUP3XL8hcDJotAUuHYdRG7jk+tQuknXwppL"
    "1o0QFSO8hHxfacJLmIptj5oevDHDF7yhJOiNBZSiNY7QxMDWd8dknuwIaPyy+OOP2unZ+7MPb9+dfcBV6FsGJe9X9MUypO5e3M+3"
    "xUaItrnTFoM3XWtjDQnTlNHJCWmEiEEaX2XxkpAT0BDJBnAWUxRfA80lxWJ8vCaY4kwL6iP0Gc6XmL8UFVDQ0HEO0iWZFBdbyksg"
    "kUQnKb7Avxr6xjeJ8IpyJWFx3QKyC6/DkiIb2VEyIGvrSZkTcuOaUadbzFXgVVBDS2AEUvz9oN29vq78k8W6cBjN3pFAvlOtleQy"
    "wks6K3/Upmus/OmRRV9FNUEhJVGdanOmikVzfxEX3l8mgriQJANDvp7H1R3ZSXqnzRtM1B8tFlNXPcX0R8XSH3m9soR0qmS2INif"
    "WLZLpz8mmR0Z48vYs22yZ8XzVDgWHiI868nWuCE+D567b0nGYgHMzMcykHbJjNJRlcCM+qMtnRn95dfIwox6SWgxP0jz0Nouy1h1"
    "ucUBJD7ANnBMzFwSNvO/XF7yDXh0CWnUmWpOMLMJNWKkJNzm1FBcc+UkkVvd/TeyoLcC8AGrWNeixarsl2/dZbCKO0nyYLugKF8k"
    "0E5yhA11y3b6dO3KIXzFqPYngZ3uCukti1+GsgaqUaL9gfoR/x0Jrgcz5RRt3d2JSLtfvXhBIV1bMd7kpCZ3wa+SZXfJYvtpNxK4"
    "7FBGjnRGO5QBJAuv7VqzMEPr0dWpNhZzrQA+QwuPCwy1q7qlFTGjWwWq7ui/IKIpIPAgGg6TWOrtNcw45wIsN6s4Z3OKYVknOWaE"
    "kKXGLFxqzOI6tBw0S8gWN+0s+tL9xeUUdP68EtUFbXvzvH2S20pZQdIsZbhxEkjSRpkAWmbjXveH8vOn7dwbqggr3FZ8obbHGt8q"
    "loNgYgSP/2glazwNVcrCGrvVgT23HTipU6XuE5wTXe8TnDpgrNhjqFUpt0qe2SrmZ/CHMgcvRG2sO2CCrxX7ibC9iTzy9r+BMcsF"
    "2OZXMct5D7Eq8fFVO9GE4vnTJ/Mmlyo/RFO6LHbvzjKA/O4sFWPyKKa9o8vQMsDpAUgLChZ9FBH4thF9pFqQQLaG/B2lZAJ4oQVw"
    "Cz6bT2ueQRKm3EI3F9MV4mh7eS2tAMtHwRyFNkNql1YMqnBKktM8RdQKIc2vkUFCs0zDcyFXkG9ncA+2xjKTE/ieAxr66Z5gTShC"
    "/jwmgn8CiDQbX4FHTK4bj0mS2g6/KdHPPWTFWTiokiaZw3uxxDnaJ4mixusJE3zaIot2laYgCw/kJDbvoodE/lKQZJET6yC47KGL"
    "TlPu4CL3s4eueO6iDsj/HuJub3nuWup3Wi2hyeNKsQJc4+JGaNOmaCOR2x5qdtoy15T7Tb4tizx+lcg9pu7KVx1RkO8xpX9JkjmI"
    "cpt8m3fRQ9K9JPM3deB+xqd5NpF12wkdJsq8b+ujBFXjyuQBYbI9Zg8ISo42fYCte1NxmYNOczxJ1vD+u45aphtWHtgCgn/1QcDu"
    "Np7TahqlYt5ORYqJOp7huL7/WOohQrldyLKfIVTQofqqBSw6VwuZDqCYQ3Zv4Wb79g84Erh3G7TuoZUUt74AckXoeqhSpuj1EfpD"
    "R66APlZsgEyHyNpQc8POHfMJophV9U/wSFbFRz/doapMFVV35kAlaQ5RFbR9f0XF90tMjnPf31cz224B9s3qCmUA7ezc1scoFbM/"
    "vmp/LH2SyobY+SoRzYV30UMNnhNpAf1cR3NxmkVzcZquuThd0lwM4GiG1jBHhemYzbFw1qiobyVcp4dDZKyDC93BlFNZo4fDdMyg"
    "XOQeZiqoXWT3xI/zhkIsSJj6iamfdq9+CuIY4wN3C8CW65yXOKihqVqkyFARTvEcgshRnBTdSqxGdZWKxVqu+6qmpYPgIq7T0kdj"
    "h+ZEUR1XWYFMopZwz5fQEc3lR844oe7rNHeKpszfAJ6wDoCm/VPJoRIQAagTQmDrGgRU62HBkU5exnI9JnRnWfVy4HdhupgCbCLV"
    "VY4ZZEisqyUIiAutJpD461YdkP/U2YFvy9TXAX/20GWXEy/oIRb+Fa7T+cqL/U6rz8lyR2zz97h6vGgd1cL2nSL86brcfyt8zEM0"
    "zMs8Ip5sw8t8oNh6Qn+kqzUDgtId9Pg2U9zK2xVxK2+X41aYXwrzS9kbahZUTWs9zU+MlOn3Cq39CXprMM/DdMbImMIidgQR05qW"
    "ft4spOPnvKnKEomZDnVpD/JQwlNiTXwDSgbuapVqdERuQwFY9lN+EudwBve+0NhkMOeAOZjKuT39dqly9cMjE3StocjJdCWrGqr0"
    "qnb1Kw0v8/PhKYZhvpDkH45JTt6dVKlek6b9mM4sPP1xCwOSB0RXx+AFc2t2lWSe9u5JVhCkuRpN3cH3NtWEahj8BDe2vX4z05wW"
    "YK+ortCcjvCCh3IKDGEathnHrcXurFlXGR0iL7Q6mpNlrnl1Q9XQi+sgDq/PNZu8JAXheN59MRTOUNN9M1hW/WaIpMjdsqaOc/sQ"
    "q2MFIZigq8s2C0LkRYa7ctsRZe6aWFbIZw9d8NLnOiD/8Uy4wuIqfkQ+kuJT3XBaPgisLYqnJ3FyV5yZlT9nd5SO6ZGiuLq7Zn49"
    "UpiOKWALrUhi9ol17BOBxLDG5IjTMkVrkecHC+bdurThJhXN654aoWKYxjAtVPLzo4V0hYaanT+f2Tu18OfPF3MJ2Prx86F00puO"
    "2UVL5YQ2urtsEMzPMvodLKTfl+UrSUH9wcPq6hPpw9UyBvZTAqDYwIIqxIKv5jp1uwaJF1quaGBomROgO3UAn3UN4tlWBYgcNASI"
    "3gj/oLTY/S22zgwbBWAxqisMG+okadHQkWLNU+SMSZID62DuuF7Gx8lgJIHa8JyAA4nxjhMbQpsT7wOX4UBsvO60LxsJTsONe5nn"
    "4sdS4vmdy4k7INi/B/dhkN+Jr7a/lq3n3hkmZdrFQmtPLIghzR2KGqVix3LlScC9zGIt9cZyV+Q8NCjgpsRFg8fYExm8f8IDMf/5"
    "QaFTVUxHTwqf8EUCvwdeFwzaQUslEgrW4fP9wbeK3Q8N0Axcfz80QbJw/yaCf5BNBnh0bkYt+JMEeVImjHgokdarwBx6/kfkGT0u"
    "CU1nju+5RHyYqF2FuiVVlxyUZnaygLD/F2AyRAG2g1UyxL/El0cSLtt9oV0H3gXxTfjSxWsycU2gF8SzoSlIQqdNvBvcq/gUOoy3"
    "AllVErsneSZ41UsXpfguC7Dv0oF9lwDsQVPJFHPDZda6wmGKG3VgUgKZlbqeBRHT91TX1PdMlblhKlruFJhxuvItxltPgulBlke5"
    "FiIpRoIE8rWlSZAwUTS4hsItRMaUbYVWtsGfUx03t07cb4SSdXOhu5nI4mv0cYiMeRwWrX83UvBmUkBGTNub6iAj5vSjHCkbqyEv"
    "THU2SQm9DJ5VV6kdtXCtTKntfIo3gAND3YCYH4I2oMn9Fw9tMDQNDVpghsh/ciy7rv1JoieVKb53jwBwyQczElWJTAe66kHPo4Bk"
    "R07OZ7fvF2DaxkJIrunaxtJnuhcu+LZMD+7zr3rolm8TZWK/yYuy0BKaeNOog4TCHroQJK4hXGOqaOXk8kVSPOlKuO0v1JeJxeTU"
    "wZsbQaLfeiO0uzIvkZMH42U9xLevBUkmsY59/pssck25DpbLiAb1VuQlXMTJwh0v9UMa1cQHhIKcpRiuGL7voW4b1xcl8juDN1wu"
    "66FWR+SJHrchiPJV/6LT7LpRmsnlofMUQyAtl2VLKNhDQlvqily7yffJuY0uPstlPdSRr0joG/1YR5P8NltWthVJ2ZZl7GmSf+fK"
    "gxkDGnYqY45TGckelUdh5NcvnaJoJ7kFCTPQpzc5II4QlQ7nWiacaytwri3jPIGarrgg5QA6SlU6pLdvh7L1XwkAC8hJi0L+lYSs"
    "vrvE8Ce7AnZE3uCP2unZ+7MPb9+dfcBV6FsGJe9XYJ1wFu5YqZ2/yzNWFxTlG6dbV9HPpkTdnjv5YoyMWfdSUF1DRxclZYrYwinq"
    "Iu4GQYhOXo+DOCGbQiycdQeQsnDWA4SzKpHAvQ3RLWMUYBzgpdWwUBkWLyxlmKzkpw+qKzX8QZVM6v0ZGupIJwfw+v68JOMh8PzT"
    "qE+ud4bEn+BRQfYLHpmPVJ9O1O+Y851SNTq58ej/y/bdfEkw4BzQ3wxM+q2KkazjP8hbJCj6/wqfs+V9Y+U7U/8XSf3vd8sS1Nks"
    "ACHyQhsB0hIHcre3HSy0eg8WNz101bnh+3eCJOAHi2tKwZPka+7nOkrk7ee98+bwciemO2qFSJijVkRc2Yaj1hPMJY571ffN8R7P"
    "+hVN8ThaSzKPUjLBvNiCOTtSducCJDsEdbuHoB5GugnJlwkiTlT6TJdzoiJvNmHHly3oYZgBvRd4qDhgAFX8MkSS0J034MZ0PYsU"
    "kgsF/2wqe2gaHq2e7PGkOGYVGKaqGLozrwL8ChBiiWNszsgbDA0l5YjOA73H655Nf1cWhiBcSIieFbrGjjjp7mHEeX/Nm1bt9Pnh"
    "8s5W5+dP99/E8f2k9etBOp8OJqIBL+9+GcLL5bdaC91/NWbGp073B2e8PHz79GtQOx8qX6Xu+EG6aaG7n7jOiXbZ+qFcnhoDJOJn"
    "58OHycf5fe1r90fj0y/87ORB4j4KTe2TbHy8lE8/XYgS7I7PRclonv2Pqwc59Fvff2u8qJOPtQdcJ/bWjW6rIcmnDy2xmeetx1+2"
    "+9Z8wlsP3jaMwVS6aX9rn+B2DYE3OkJzhLqnd025a3Tv+Dv+0/xl9OmkLYjd9rXY/YKumxzqPt1d3t21G3Lr45fu08cv8mkb/zp1"
    "agiw251+mZFf91c0cxhej13fBG1GHfu/kxr2bDDRHSfgcHDV70y4PqhwjcXnQZJ3zwqnk4BiO+L0QXM07Np3KpgGa2kufOJd6S22"
    "gHRF6jZuBFnmL+oguOyh5hXf/EzKvAvixdfqStx1/1bs3HYk8iheQhUXYueOPPOviN9cv9URmzzxlnOvvLaCJkgtwu5fiNzXdh0E"
    "l8Qn8YLUoh/FUIOMLMyjre3MuqAutCarJYjET5N+kM6SiFcrcXK84tqXPOm1aEkPtUSe3ODNCD8O3eCBhIU0TrjE/epf4bJroS00"
    "+81rdxxFbsnQE67pwMMfgRstPWDAvwy7zIbdZKOusVGPWOII274TiNemd0FLpKYo3Lpl7mUP3XB49ElcX5K7F1RnFyvooU5XJr6h"
    "cudre1ErobCHGh2x3ecaYofDvyh0gwc8fjU81vH/kGtpyKN0neG+/eWPnXZxtKddYEHM0FUFC5QbnSGf0MwefabIqfA5+bESnydv"
    "wZFOvi9vnoU4HXMkieJKkqE6WBDvk5CiPKz0EmHp3Al34mDMDuLZzTj2dEy5bHQLEmaj27qNbooBzeVEHxCUcCHZ9m5oKGg0U0Zr"
    "S+dh+kJzp58xL/r0hDnNbh1YMyIV14G73eTuhCx9kN4F8R4wZ46Nt8D+r8RRvjK+LE7KwsxyhJnF1bB5TNRxWmakLrqRGk7X6+kY"
    "KUvnUeR+9qwsObt4QcV6t8i96yjWCDprdHCEkPVxkftYg6q+XjxXlJL1cpF72XyG1nprdZSS9XKRexkOh1B19GfYT4p+Sj/1Nk73"
    "bz78FiKypuXEL0Tzb8Zuapkkv3rekOsYGVOPxs0nw5mtGP3NbPjLraylPNoPwpVuW+SvBa5xzZOcSv51D7U77Wbn5hbfEvNY+A4/"
    "4y9pCqd+51Zo06xJ8RJiOu+Kcr9BLGnBpV96wd+KAvUCid6TbyWJkiTe/U7/uijGNbdfrZmRS2Ubpyud5nb7XgU+ZC+mpSVYK2T4"
    "MyUHyhJhCcBexTfx3+TVNolIenO/etxQ8U9MTgkCaTdbCBMbKvJaeMFz8hVx68AfPXTNt2S8AnXbsnhfB+E71xuN+PN8Fa6vXYc0"
    "/66HROHySu5fd2gmu+A6nGcvnF+vGGvbwokjZ7BLjI5xFDH3qLDHdFZQI0QsgGj51As7f66UKBUbprEl31QdM6/TUISIIcrOu2Hp"
    "fI4OUlt38vtYOcy9qs6SI+WAdevJkVwOaQvINoOGSopshJfMgCyZ3VvAVdKPWAf7KqihJTADpC6ftAVQL4KGyglrhKHMkiLNFz73"
    "ucQeKbZxQT0DvB4zug1wFy2VE90o355lA3PF0W3sYIuWyoltVHLPndQvsg67B8sso+4fXdT6/PqhReFTecqBeGRkuifMb4hRKQ+X"
    "31XyFA+shMQpCxjTk6agRZ1XE6Z89U9G8hyKqgBf403BxCyiYgASoAB+exziNuzH36v0yCU3F0CV5mFU8be7GUxs8AwtfYipaGzG"
    "FP8w97B3mrvRD8IBxKOF5DuJ67gP+iLsMKgCSM2EkCWsOIhtlUyePOD69UsH7VkWaM/SoT1bgrb0x5ilZjANrvtezo/wc7+MhM0v"
    "6BfXi+Qe3PUiuwepL/JNnmZf8C7WMZZufwbRfWm5n9O9EgKCInduYf0RdNuereU2HSFkYUyFdqhVEPmN64UxRUmZ43Sh+5kddsJc"
    "TY4FUmZw3oHBuXCZPQ4qkjDDMzM8lxLZvIZndt5RAc47Slinl3ujg6Bs4n+ZXQFCLR3h0pzBGyC6NWXph40MBjxyrHklwV7gPqiu"
    "Mhf8MGcWUoxs9gKS2BxPY/gGCJqbrPwJTh3wouN+ntFc52Ra4sK5TZXu5HVs4B7hNAcv0IJ1oNAWgK3gOi++2t828TVEQHdvXyyS"
    "cAQlZ1bf9wsw+0ABmJvqCvvAGhqCPWqACsI8Hp9iQE3JQJrSpeqeM43uzSyx/XPELaho5PuX4F2ZgCtExXJv5ci9ZZlp4aEZQofN"
    "fYeIrmEEagqy8EBSzHkXfoZjkQtSHOPLHrroNOUOLnI/e+iKJzmuyX//ADup32m1hCZJjRwrwDUuboQ2bYo2Ermlibllrin3m3xb"
    "FnmanTt0j6m78lVHpNm/g8uk3MzSvSTzN3Xgfq5jXtpBLN5hj50qpjjEwnEKh+lBFc6lRJR+5mCC/PolCHLfQ1JpdlTB0R5VcFBD"
    "zOtLTUFkvjxmmMOeuLynfA7lPnBZVey8VrQQCZsQy2Dm9zyNkZVuI96+8xxJCqMbuY4gCJGwIwgiWoptHEHgnVyaZ9SHSEo34rfv"
    "FZx66MYK7WbqoRslAPg8C8Dn6QCfL3GHpq378UgxBac+ElCKU26YKgayvpbd+LCu7SPyCn98rNXevn1fO3n77sP52fv35x9OPuC6"
    "9HWXH71fpRAVLoV2TAW6rOscK/Y4z7j265duUL87y6K0P0tX2p/9nuTSk8d2vz378hVUonbNcHk1g3W5P/ZrvmpilscQTA1FhdR+"
    "S8YHCewi0VuGYjuu6RZL3vhDqwOTHLRtvtCDsZ+gBgZz8DI2IQnuonXsZQvyDtrfsoE4dYFK5NMTliZvmSlu1I27NNVOz96ffXj7"
    "7ixYkYKSVQuRv+ik24MPtPyvtRydsOV/v8v/yYZ/bPvIvX3cYM5VoeNxaQfxH63cRCahSplclDwC4Jh0BXf1fmTxJncvyvwNeHTg"
    "BO8CDnyk28Djs2JgAeYRTJQnSKOIab7YP8GjqsxsXEmnHkTA284AJH5VYADHeKglxjMf7C1e34v+riyWNVxIiPD3kvsRJ90NvnDe"
    "X/OmVTt9fri8s9X5+dP9N3F8P2n9epDOp4OJaMDLu1+G8HL5rdZC91+NmfGp0/3B3f24/3b36+FBuml+axgqaj8PjI/Th0/SDfdW"
    "G8MH6QrTfNG+tYaDr3e/VEz7cPcxoOG/tsfat7Yh8IYs8Oe3d81G567788YQYLc7/TIjriR/VWjuB9eBB8Gf9PI7c8A6qAMWHZ75"
    "1I4eAQuHiO2geF1YVwfvkRbaFsU1acbkOvAueoi/4YTrOqAfPSTdSHWA/xXDyoRf3tGRksxLpnM1MbLSybY7McayszkPfTanz4zk"
    "GephmiKjXhjXS5fFy2PsWFAwW8fWbR2Gjp7yjHe/PlvTMznYWFBZ7yTSKCVL1VBoT31fDMvZxyEylqKhyP2rOGSbT8pwk6pMDZOU"
    "Rpm6ocI67GyF1pkwITI2YYo8YUb6M0T92XSNPo6Rsn4ucj+zdCAscUVRgs6zJK44jPmn7XpDJqWzDfwkV6SzXdTJ5DtArfguEaCL"
    "KdARUIANLR3a4Ldehbv9o3ZSe9er/J7sHJC3gQ2s/26beeTPBQXLvhmTP30/u3QzBdWk5GBig/r742AL7nVREIOyoGHhwnQgUud4"
    "B0haWWI1Vq4w+qJu/8mr/OpSw5EcE8Ah6SMUoCqGgVeLsWKDmU38hoamBV7GujoGuBFq29XRdOa4majdB5b5QjNNEIOuguwXaC0v"
    "R7v6koQl66+K2z55TED4zlJcFMvC6ndO9kAEn6KEevkdZGqGuc5N96oz9j0G42Tm5DaXhmlKOFa3b0Oiy3w/r69dlKqMQG/FZy4M"
    "tDn4AVXHBSkH0jGy0tmKtr/6eojl4yUiRCxzwDGb3goSHnoUCsiCyGActLCEUUmQvbwn1VUyl7Ko85qold6xLO6iWHEXz9Cyc/J+"
    "IZISciS18yyhjbhWulPF+VJwI5lUORD2qpcQ3dNMLiunK1xWThNcVkzkJKYcTnfQCpHs30PrMBvl1nyxDrqZ/fP/mWsLMw=="
)
