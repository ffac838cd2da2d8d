"""Appointments."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "absence" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "since" TIMESTAMP NOT NULL,
            "until" TIMESTAMP NOT NULL,
            "reason" VARCHAR(300) NOT NULL,
            "recorded_at" TIMESTAMP NOT NULL,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" CHAR(36) NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            CONSTRAINT "absence_has_length" CHECK (until > since)
        ) /* A doctor is absent from one moment to another; ended early when the doctor comes back. */;
        CREATE INDEX IF NOT EXISTS "idx_absence_doctor__4ba890" ON "absence" ("doctor_id", "until");
                CREATE TABLE IF NOT EXISTS "reception" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "weekday" INT NOT NULL,
            "begins_minute" INT NOT NULL,
            "ends_minute" INT NOT NULL,
            "minutes" INT NOT NULL,
            "room" VARCHAR(20) NOT NULL,
            "reasons" VARCHAR(100) NOT NULL,
            "since" DATE NOT NULL,
            "until" DATE,
            "recorded_at" TIMESTAMP NOT NULL,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" CHAR(36) NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            CONSTRAINT "reception_has_length" CHECK (ends_minute > begins_minute AND minutes > 0)
        ) /* A weekly reception of a doctor: weekday (Monday is 0), hours, room, slot length in minutes, kinds of visit, first and last day. */;
        CREATE INDEX IF NOT EXISTS "idx_reception_clinic__e3da04" ON "reception" ("clinic_id", "weekday");
                CREATE TABLE IF NOT EXISTS "slot" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "specialty" VARCHAR(20) NOT NULL /* GP: GP
        THERAPIST: THERAPIST
        PAEDIATRICIAN: PAEDIATRICIAN
        DENTIST: DENTIST
        OBSTETRICIAN: OBSTETRICIAN
        PSYCHOLOGIST: PSYCHOLOGIST
        SOCIAL_WORKER: SOCIAL_WORKER
        PRE_DOCTOR_ROOM: PRE_DOCTOR_ROOM
        VACCINATION: VACCINATION
        TRAUMATOLOGIST: TRAUMATOLOGIST
        ENT: ENT
        OPHTHALMOLOGIST: OPHTHALMOLOGIST
        DERMATOLOGIST: DERMATOLOGIST
        ONCOLOGIST: ONCOLOGIST
        HAEMATOLOGIST: HAEMATOLOGIST
        CARDIOLOGIST: CARDIOLOGIST
        ENDOCRINOLOGIST: ENDOCRINOLOGIST
        NEUROLOGIST: NEUROLOGIST
        SURGEON: SURGEON
        UROLOGIST: UROLOGIST */,
            "room" VARCHAR(20) NOT NULL,
            "reasons" VARCHAR(100) NOT NULL,
            "day" DATE NOT NULL,
            "starts_at" TIMESTAMP NOT NULL,
            "ends_at" TIMESTAMP NOT NULL,
            "state" VARCHAR(10) NOT NULL /* OPEN: OPEN
        BOOKED: BOOKED
        CLOSED: CLOSED */,
            "withdrawn" INT NOT NULL,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" CHAR(36) NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "reception_id" CHAR(36) NOT NULL REFERENCES "reception" ("id") ON DELETE RESTRICT,
            CONSTRAINT "slot_has_length" CHECK (ends_at > starts_at)
        ) /* One time of a doctor. BOOKED is taken by an appointment; CLOSED is not given to anybody. */;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_slot_doctor" ON "slot" ("doctor_id", "starts_at") WHERE state <> 'CLOSED';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_slot_room" ON "slot" ("clinic_id", "room", "starts_at") WHERE state <> 'CLOSED';
        CREATE INDEX IF NOT EXISTS "idx_slot_clinic__fe6ca0" ON "slot" ("clinic_id", "specialty", "state", "starts_at");
        CREATE INDEX IF NOT EXISTS "idx_slot_doctor__7ecbe6" ON "slot" ("doctor_id", "day");
                CREATE TABLE IF NOT EXISTS "appointment" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "state" VARCHAR(20) NOT NULL /* BOOKED: BOOKED
        OFFERED: OFFERED
        ARRIVED: ARRIVED
        IN_VISIT: IN_VISIT
        COMPLETED: COMPLETED
        NO_SHOW: NO_SHOW
        CANCELLED: CANCELLED
        PASSED: PASSED */,
            "specialty" VARCHAR(20) NOT NULL /* GP: GP
        THERAPIST: THERAPIST
        PAEDIATRICIAN: PAEDIATRICIAN
        DENTIST: DENTIST
        OBSTETRICIAN: OBSTETRICIAN
        PSYCHOLOGIST: PSYCHOLOGIST
        SOCIAL_WORKER: SOCIAL_WORKER
        PRE_DOCTOR_ROOM: PRE_DOCTOR_ROOM
        VACCINATION: VACCINATION
        TRAUMATOLOGIST: TRAUMATOLOGIST
        ENT: ENT
        OPHTHALMOLOGIST: OPHTHALMOLOGIST
        DERMATOLOGIST: DERMATOLOGIST
        ONCOLOGIST: ONCOLOGIST
        HAEMATOLOGIST: HAEMATOLOGIST
        CARDIOLOGIST: CARDIOLOGIST
        ENDOCRINOLOGIST: ENDOCRINOLOGIST
        NEUROLOGIST: NEUROLOGIST
        SURGEON: SURGEON
        UROLOGIST: UROLOGIST */,
            "reason" VARCHAR(20) NOT NULL /* PRIMARY: PRIMARY
        REPEAT: REPEAT
        PREVENTIVE: PREVENTIVE
        DISPENSARY: DISPENSARY */,
            "access_reason" VARCHAR(30) /* INJURY: INJURY
        SKIN: SKIN
        SUSPECTED_TUMOUR: SUSPECTED_TUMOUR
        REPEAT_IN_CASE: REPEAT_IN_CASE
        DISPENSARY_OBSERVATION: DISPENSARY_OBSERVATION */,
            "evidence" VARCHAR(300) NOT NULL,
            "referral_number" VARCHAR(60) NOT NULL,
            "referral_issuer" VARCHAR(200) NOT NULL,
            "referral_issued_on" DATE,
            "referral_valid_until" DATE,
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
            "recorded_by" VARCHAR(200) NOT NULL,
            "identity_seen" VARCHAR(200) NOT NULL,
            "signature_id" CHAR(36),
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL /* KK: kk
        RU: ru
        EN: en */,
            "submitted_at" TIMESTAMP NOT NULL,
            "accepted_at" TIMESTAMP,
            "booked_at" TIMESTAMP NOT NULL,
            "starts_at" TIMESTAMP NOT NULL,
            "ends_at" TIMESTAMP NOT NULL,
            "sequence" INT NOT NULL,
            "arrived_at" TIMESTAMP,
            "begun_at" TIMESTAMP,
            "ended_at" TIMESTAMP,
            "cancelled_at" TIMESTAMP,
            "cancelled_by" VARCHAR(20) /* CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM */,
            "cancel_reason" VARCHAR(300) NOT NULL,
            "offer_reason" VARCHAR(300) NOT NULL,
            "applicant_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" CHAR(36) NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "partner_id" CHAR(36) REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "slot_id" CHAR(36) NOT NULL REFERENCES "slot" ("id") ON DELETE RESTRICT,
            CONSTRAINT "appointment_has_length" CHECK (ends_at > starts_at)
        ) /* One appointment and what became of it. `slot`, `doctor`, `starts_at` and `ends_at` are those of now; `sequence` counts the moves. */;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_appointment_slot" ON "appointment" ("slot_id") WHERE state IN ('BOOKED', 'ARRIVED', 'IN_VISIT', 'COMPLETED', 'NO_SHOW', 'PASSED');
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_appointment_specialty" ON "appointment" ("person_id", "specialty") WHERE state IN ('BOOKED', 'OFFERED', 'ARRIVED', 'IN_VISIT');
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_appointment_person" ON "appointment" ("person_id", "starts_at") WHERE state IN ('BOOKED', 'ARRIVED', 'IN_VISIT');
        CREATE INDEX IF NOT EXISTS "idx_appointment_clinic__09fa31" ON "appointment" ("clinic_id", "starts_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_appointment_doctor__266fae" ON "appointment" ("doctor_id", "starts_at");
        CREATE INDEX IF NOT EXISTS "idx_appointment_person__c6ca3e" ON "appointment" ("person_id", "submitted_at");
        CREATE INDEX IF NOT EXISTS "idx_appointment_state_4c365b" ON "appointment" ("state", "starts_at");
                CREATE TABLE IF NOT EXISTS "reminded" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "sequence" INT NOT NULL,
            "reminder" VARCHAR(10) NOT NULL /* WEEK: WEEK
        DAY: DAY
        HOURS: HOURS */,
            "at" TIMESTAMP NOT NULL,
            "appointment_id" CHAR(36) NOT NULL REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_reminded_appoint_ed7c7d" UNIQUE ("appointment_id", "sequence", "reminder")
        ) /* A reminder that was sent: one of each kind for each time of an appointment. */;
                CREATE TABLE IF NOT EXISTS "hold" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "purpose" VARCHAR(10) NOT NULL /* CHOICE: CHOICE
        OFFER: OFFER */,
            "held_by" CHAR(36),
            "held_at" TIMESTAMP NOT NULL,
            "expires_at" TIMESTAMP NOT NULL,
            "extensions" INT NOT NULL,
            "ended_at" TIMESTAMP,
            "appointment_id" CHAR(36) REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "slot_id" CHAR(36) NOT NULL REFERENCES "slot" ("id") ON DELETE RESTRICT,
            CONSTRAINT "hold_has_length" CHECK (expires_at > held_at)
        ) /* A slot held for a person until a moment; `ended_at` is when it was used, given back or found to have run out. */;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_hold_slot" ON "hold" ("slot_id") WHERE ended_at IS NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_hold_person" ON "hold" ("person_id") WHERE ended_at IS NULL AND purpose = 'CHOICE';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_hold_offer" ON "hold" ("appointment_id") WHERE ended_at IS NULL AND purpose = 'OFFER';
        CREATE INDEX IF NOT EXISTS "idx_hold_expires_c3c864" ON "hold" ("expires_at");
                CREATE TABLE IF NOT EXISTS "appointment_link" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "token_hash" VARCHAR(64) NOT NULL UNIQUE,
            "act" VARCHAR(10) NOT NULL /* CANCEL: CANCEL
        MOVE: MOVE */,
            "sequence" INT NOT NULL,
            "made_at" TIMESTAMP NOT NULL,
            "expires_at" TIMESTAMP NOT NULL,
            "used_at" TIMESTAMP,
            "appointment_id" CHAR(36) NOT NULL REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        ) /* A link that was sent: its token is kept hashed; it holds for one time of the appointment (`sequence`), until that time begins. */;
    """,
    "postgres": r"""
        CREATE SEQUENCE IF NOT EXISTS "appointment_number";
        CREATE TABLE IF NOT EXISTS "absence" (
            "id" UUID NOT NULL PRIMARY KEY,
            "since" TIMESTAMPTZ NOT NULL,
            "until" TIMESTAMPTZ NOT NULL,
            "reason" VARCHAR(300) NOT NULL,
            "recorded_at" TIMESTAMPTZ NOT NULL,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" UUID NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            CONSTRAINT "absence_has_length" CHECK (until > since)
        );
        CREATE INDEX IF NOT EXISTS "idx_absence_doctor__4ba890" ON "absence" ("doctor_id", "until");
        COMMENT ON TABLE "absence" IS 'A doctor is absent from one moment to another; ended early when the doctor comes back.';
                CREATE TABLE IF NOT EXISTS "reception" (
            "id" UUID NOT NULL PRIMARY KEY,
            "weekday" INT NOT NULL,
            "begins_minute" INT NOT NULL,
            "ends_minute" INT NOT NULL,
            "minutes" INT NOT NULL,
            "room" VARCHAR(20) NOT NULL,
            "reasons" VARCHAR(100) NOT NULL,
            "since" DATE NOT NULL,
            "until" DATE,
            "recorded_at" TIMESTAMPTZ NOT NULL,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" UUID NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            CONSTRAINT "reception_has_length" CHECK (ends_minute > begins_minute AND minutes > 0)
        );
        CREATE INDEX IF NOT EXISTS "idx_reception_clinic__e3da04" ON "reception" ("clinic_id", "weekday");
        COMMENT ON TABLE "reception" IS 'A weekly reception of a doctor: weekday (Monday is 0), hours, room, slot length in minutes, kinds of visit, first and last day.';
                CREATE TABLE IF NOT EXISTS "slot" (
            "id" UUID NOT NULL PRIMARY KEY,
            "specialty" VARCHAR(20) NOT NULL,
            "room" VARCHAR(20) NOT NULL,
            "reasons" VARCHAR(100) NOT NULL,
            "day" DATE NOT NULL,
            "starts_at" TIMESTAMPTZ NOT NULL,
            "ends_at" TIMESTAMPTZ NOT NULL,
            "state" VARCHAR(10) NOT NULL,
            "withdrawn" BOOL NOT NULL,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" UUID NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "reception_id" UUID NOT NULL REFERENCES "reception" ("id") ON DELETE RESTRICT,
            CONSTRAINT "slot_has_length" CHECK (ends_at > starts_at)
        );
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_slot_doctor" ON "slot" ("doctor_id", "starts_at") WHERE state <> 'CLOSED';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_slot_room" ON "slot" ("clinic_id", "room", "starts_at") WHERE state <> 'CLOSED';
        CREATE INDEX IF NOT EXISTS "idx_slot_clinic__fe6ca0" ON "slot" ("clinic_id", "specialty", "state", "starts_at");
        CREATE INDEX IF NOT EXISTS "idx_slot_doctor__7ecbe6" ON "slot" ("doctor_id", "day");
        COMMENT ON COLUMN "slot"."specialty" IS 'GP: GP
        THERAPIST: THERAPIST
        PAEDIATRICIAN: PAEDIATRICIAN
        DENTIST: DENTIST
        OBSTETRICIAN: OBSTETRICIAN
        PSYCHOLOGIST: PSYCHOLOGIST
        SOCIAL_WORKER: SOCIAL_WORKER
        PRE_DOCTOR_ROOM: PRE_DOCTOR_ROOM
        VACCINATION: VACCINATION
        TRAUMATOLOGIST: TRAUMATOLOGIST
        ENT: ENT
        OPHTHALMOLOGIST: OPHTHALMOLOGIST
        DERMATOLOGIST: DERMATOLOGIST
        ONCOLOGIST: ONCOLOGIST
        HAEMATOLOGIST: HAEMATOLOGIST
        CARDIOLOGIST: CARDIOLOGIST
        ENDOCRINOLOGIST: ENDOCRINOLOGIST
        NEUROLOGIST: NEUROLOGIST
        SURGEON: SURGEON
        UROLOGIST: UROLOGIST';
        COMMENT ON COLUMN "slot"."state" IS 'OPEN: OPEN
        BOOKED: BOOKED
        CLOSED: CLOSED';
        COMMENT ON TABLE "slot" IS 'One time of a doctor. BOOKED is taken by an appointment; CLOSED is not given to anybody.';
                CREATE TABLE IF NOT EXISTS "appointment" (
            "id" UUID NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "state" VARCHAR(20) NOT NULL,
            "specialty" VARCHAR(20) NOT NULL,
            "reason" VARCHAR(20) NOT NULL,
            "access_reason" VARCHAR(30),
            "evidence" VARCHAR(300) NOT NULL,
            "referral_number" VARCHAR(60) NOT NULL,
            "referral_issuer" VARCHAR(200) NOT NULL,
            "referral_issued_on" DATE,
            "referral_valid_until" DATE,
            "channel" VARCHAR(10) NOT NULL,
            "applicant_right" VARCHAR(20) NOT NULL,
            "registrar_id" UUID,
            "recorded_by" VARCHAR(200) NOT NULL,
            "identity_seen" VARCHAR(200) NOT NULL,
            "signature_id" UUID,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL,
            "submitted_at" TIMESTAMPTZ NOT NULL,
            "accepted_at" TIMESTAMPTZ,
            "booked_at" TIMESTAMPTZ NOT NULL,
            "starts_at" TIMESTAMPTZ NOT NULL,
            "ends_at" TIMESTAMPTZ NOT NULL,
            "sequence" INT NOT NULL,
            "arrived_at" TIMESTAMPTZ,
            "begun_at" TIMESTAMPTZ,
            "ended_at" TIMESTAMPTZ,
            "cancelled_at" TIMESTAMPTZ,
            "cancelled_by" VARCHAR(20),
            "cancel_reason" VARCHAR(300) NOT NULL,
            "offer_reason" VARCHAR(300) NOT NULL,
            "applicant_id" UUID REFERENCES "person" ("id") ON DELETE RESTRICT,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" UUID NOT NULL REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "partner_id" UUID REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "slot_id" UUID NOT NULL REFERENCES "slot" ("id") ON DELETE RESTRICT,
            CONSTRAINT "appointment_has_length" CHECK (ends_at > starts_at)
        );
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_appointment_slot" ON "appointment" ("slot_id") WHERE state IN ('BOOKED', 'ARRIVED', 'IN_VISIT', 'COMPLETED', 'NO_SHOW', 'PASSED');
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_appointment_specialty" ON "appointment" ("person_id", "specialty") WHERE state IN ('BOOKED', 'OFFERED', 'ARRIVED', 'IN_VISIT');
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_appointment_person" ON "appointment" ("person_id", "starts_at") WHERE state IN ('BOOKED', 'ARRIVED', 'IN_VISIT');
        CREATE INDEX IF NOT EXISTS "idx_appointment_clinic__09fa31" ON "appointment" ("clinic_id", "starts_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_appointment_doctor__266fae" ON "appointment" ("doctor_id", "starts_at");
        CREATE INDEX IF NOT EXISTS "idx_appointment_person__c6ca3e" ON "appointment" ("person_id", "submitted_at");
        CREATE INDEX IF NOT EXISTS "idx_appointment_state_4c365b" ON "appointment" ("state", "starts_at");
        COMMENT ON COLUMN "appointment"."state" IS 'BOOKED: BOOKED
        OFFERED: OFFERED
        ARRIVED: ARRIVED
        IN_VISIT: IN_VISIT
        COMPLETED: COMPLETED
        NO_SHOW: NO_SHOW
        CANCELLED: CANCELLED
        PASSED: PASSED';
        COMMENT ON COLUMN "appointment"."specialty" IS 'GP: GP
        THERAPIST: THERAPIST
        PAEDIATRICIAN: PAEDIATRICIAN
        DENTIST: DENTIST
        OBSTETRICIAN: OBSTETRICIAN
        PSYCHOLOGIST: PSYCHOLOGIST
        SOCIAL_WORKER: SOCIAL_WORKER
        PRE_DOCTOR_ROOM: PRE_DOCTOR_ROOM
        VACCINATION: VACCINATION
        TRAUMATOLOGIST: TRAUMATOLOGIST
        ENT: ENT
        OPHTHALMOLOGIST: OPHTHALMOLOGIST
        DERMATOLOGIST: DERMATOLOGIST
        ONCOLOGIST: ONCOLOGIST
        HAEMATOLOGIST: HAEMATOLOGIST
        CARDIOLOGIST: CARDIOLOGIST
        ENDOCRINOLOGIST: ENDOCRINOLOGIST
        NEUROLOGIST: NEUROLOGIST
        SURGEON: SURGEON
        UROLOGIST: UROLOGIST';
        COMMENT ON COLUMN "appointment"."reason" IS 'PRIMARY: PRIMARY
        REPEAT: REPEAT
        PREVENTIVE: PREVENTIVE
        DISPENSARY: DISPENSARY';
        COMMENT ON COLUMN "appointment"."access_reason" IS 'INJURY: INJURY
        SKIN: SKIN
        SUSPECTED_TUMOUR: SUSPECTED_TUMOUR
        REPEAT_IN_CASE: REPEAT_IN_CASE
        DISPENSARY_OBSERVATION: DISPENSARY_OBSERVATION';
        COMMENT ON COLUMN "appointment"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
        COMMENT ON COLUMN "appointment"."applicant_right" IS 'SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY';
        COMMENT ON COLUMN "appointment"."language" IS 'KK: kk
        RU: ru
        EN: en';
        COMMENT ON COLUMN "appointment"."cancelled_by" IS 'CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM';
        COMMENT ON TABLE "appointment" IS 'One appointment and what became of it. `slot`, `doctor`, `starts_at` and `ends_at` are those of now; `sequence` counts the moves.';
                CREATE TABLE IF NOT EXISTS "reminded" (
            "id" UUID NOT NULL PRIMARY KEY,
            "sequence" INT NOT NULL,
            "reminder" VARCHAR(10) NOT NULL,
            "at" TIMESTAMPTZ NOT NULL,
            "appointment_id" UUID NOT NULL REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_reminded_appoint_ed7c7d" UNIQUE ("appointment_id", "sequence", "reminder")
        );
        COMMENT ON COLUMN "reminded"."reminder" IS 'WEEK: WEEK
        DAY: DAY
        HOURS: HOURS';
        COMMENT ON TABLE "reminded" IS 'A reminder that was sent: one of each kind for each time of an appointment.';
                CREATE TABLE IF NOT EXISTS "hold" (
            "id" UUID NOT NULL PRIMARY KEY,
            "purpose" VARCHAR(10) NOT NULL,
            "held_by" UUID,
            "held_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "extensions" INT NOT NULL,
            "ended_at" TIMESTAMPTZ,
            "appointment_id" UUID REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "slot_id" UUID NOT NULL REFERENCES "slot" ("id") ON DELETE RESTRICT,
            CONSTRAINT "hold_has_length" CHECK (expires_at > held_at)
        );
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_hold_slot" ON "hold" ("slot_id") WHERE ended_at IS NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_hold_person" ON "hold" ("person_id") WHERE ended_at IS NULL AND purpose = 'CHOICE';
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_hold_offer" ON "hold" ("appointment_id") WHERE ended_at IS NULL AND purpose = 'OFFER';
        CREATE INDEX IF NOT EXISTS "idx_hold_expires_c3c864" ON "hold" ("expires_at");
        COMMENT ON COLUMN "hold"."purpose" IS 'CHOICE: CHOICE
        OFFER: OFFER';
        COMMENT ON TABLE "hold" IS 'A slot held for a person until a moment; `ended_at` is when it was used, given back or found to have run out.';
                CREATE TABLE IF NOT EXISTS "appointment_link" (
            "id" UUID NOT NULL PRIMARY KEY,
            "token_hash" VARCHAR(64) NOT NULL UNIQUE,
            "act" VARCHAR(10) NOT NULL,
            "sequence" INT NOT NULL,
            "made_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "used_at" TIMESTAMPTZ,
            "appointment_id" UUID NOT NULL REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
        );
        COMMENT ON COLUMN "appointment_link"."act" IS 'CANCEL: CANCEL
        MOVE: MOVE';
        COMMENT ON TABLE "appointment_link" IS 'A link that was sent: its token is kept hashed; it holds for one time of the appointment (`sequence`), until that time begins.';
    """,
}
DOWNGRADE = {
    "sqlite": r"""
        DROP TABLE IF EXISTS "reminded";
                DROP TABLE IF EXISTS "reception";
                DROP TABLE IF EXISTS "appointment_link";
                DROP TABLE IF EXISTS "slot";
                DROP TABLE IF EXISTS "hold";
                DROP TABLE IF EXISTS "appointment";
                DROP TABLE IF EXISTS "absence";
    """,
    "postgres": r"""
        DROP SEQUENCE IF EXISTS "appointment_number";
        DROP TABLE IF EXISTS "hold";
                DROP TABLE IF EXISTS "appointment_link";
                DROP TABLE IF EXISTS "absence";
                DROP TABLE IF EXISTS "appointment";
                DROP TABLE IF EXISTS "slot";
                DROP TABLE IF EXISTS "reminded";
                DROP TABLE IF EXISTS "reception";
    """,
}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
    "eJztXWtzoziX/iuqfNmZqrxdSbrTM/Hsu1XYIQlJfGnATnfGUw7Gik0bCy/gpNPvzn9fHXExYOyAr9ijfIhB6Ah4JKRz0zn/ORpZ"
    "PWw6HxrYdixyVEL/OSLaCNODxJVjdKSNx9NyKHC1rsmqjqd1uo5ra7pLS58108G0qIcd3TbGrsHaPxIQ0dyJrZnIozpGRg8T13g2"
    "cA9135Ak1T6gJ63Xs7HjPKGBZfYcNNRc6xiZlq6Zhvt2jOhNMHaP6dWJg5FGeujZ1FxkPSN3gJGN+4bjYps2SBuB5nX8AZ6uZ+mU"
    "0iD9XT/IhBj/O8Ed1+pjWs+mj/PnX7TYID38AzvB6XjYoQ9j9mLdYvSgAVbecd/GrKzZlC6vWE14yW5Ht8zJiExrj9/cgUXC6pOJ"
    "0fsANHCtjwm2NRf3Il1GJqbp921Q5D0xLXDtCQ4ftTct6OFnbWJCxx/99/OE6NDfiN0J/n36H//RItU6nVpd7Sii2ukczYwTeIRE"
    "j/lFukVgjBnEBaD+87fX7hQQVnoEN6jcCPIvHz//yiCwHLdvs4sMrqO/GaHmah4pAz2CskFmYa4MNHsOzF71BM70MTeDcADOBuA8"
    "Gmk/OiYmfXdAT0/PFsDbEmSG8OkZQ9ii3703HdT8K2fsEgA9BdaZ2OwwB7gRkvUAHBRMEZ7OVduH+OQkC8YnJ/NBhmtxlPvGCyad"
    "vEDHqTjW2bAea65tkbeRoefBOk61PayPNjUPbwHprmG7gw6ds1NG9SUtTUc6TpVAGopdY4Q/BNf3bHwvAPlSUMXk5It/5Jp4veqH"
    "NzizDM35AzM5LHtYx5qDex0rhWeYPy4TZCsOTJ9H2M9x6TPZs+jdKvVaOnoRkiRyhu6i/0Mm5bw3Nk6nHG53YpiuQZwPcNtdMLkA"
    "EbQ8cpz/NaMj9Zeq8DU5iCv39XKSG4YGysk1jQKai3UICQ5usjjLspCdzV/HzmaWMTzSDDMPuCHBAYKbDd1F8M7ga2qkP9H6c8av"
    "SCYjBrNEn0ujAvkM3FH6LSI+HObE/OjuroSGwzaRmyVkT9pErJUQJklFR6Z+yNIL8/sg2QM21i27R5c2zU1fEWFlSx/rCdJFqyIc"
    "HBbLpkpVUVGFaiM2ocOCCVfOWOlbovSXz4l+CRtBD5J6g+AUPdZrYnLeD+upj0fwTNrEtTrEeu3QpTWCSVAcFP0NmqnnYURrAgVd"
    "TR++anavE7sS4ZEs3bXslBW+7BNe3cnY1BiWs93uqyIvWSP72+XTUp9hS3w0Y9ozGEhWQkkO2gnrHTRadKrovnHE3kcMrq4+uipe"
    "K4cKEm1mMlodpUu/mUOFSRuPTUNnIKyIlOC6mj7IiFUxhdx3oApfcJtI7eWo6lrWkDayKk7jsUVvcMhDavqGW8VqLwcVs9uuhtKN"
    "5QkqhwiPaZDh+gbRPW3tUJEilmvoeEWsaqyRQ4VohB1H66+KUdVr5ZBAAhHZOrPmCc3xS5GJXtetCUnRoQRw1glWLfovw0c6bepA"
    "VkRAcHQ2SmA60ggdOz2/OSAOBBc60xn6UYqHk3/leJGHkz6tk8HDaYR7lDs2kWX3NWI4rGvAJ2hsGyPNfkMDrJnuAOmajT+gJ3ic"
    "J+Y7NPU2olfABylQRf6BnsDz6AkZDjJcB7nYtg3Xst/S3Jq2fHfuy7QN1eAKvkzdfL5MXe7LlNGXKd2/Zr7Nco5nzRYMlrtRZ2/E"
    "NLlvtuIDgh4WgTwzSVB/U0a03c0lFxmmkou5M8nFjAsZN7dvztwOnLE76aXge2VampsOcJQogfEzUO0tH53qkVNvlu9F1JDFiqRI"
    "/sQR2hnZRSiiBYbLIJBF4T6JskX6S8AcpeI4Z8DZwfYL3H4G5bJlmVgj8zz5QqoEyl1KtqkpI5ift4tyuV6/jy19ZUlNzBbNalkM"
    "XPymaEs1NQE25f17IHl6Al8+yGdoOfDZgR9YkzRngfksXkiwEoO3P1PJRvg7B2u2PsjDh0wpDo4ROc/kmna+wDXt3HNN4/4ym1E2"
    "O3T2WBEgxdhnp//F8MDHviI8DWuPZ81iOcPsI0bccyE7VF0H9vauipPXyqGCZGMdj9fgMiQH7RwqUI5prfrJKbSJQ4WHu79wr4Wt"
    "GuRzWpp9tjvF0jxlyOdbmnvTOhkszV5tsO5qyLNRH6NXwx2w8BPAISNQ/eDeB6TSAtPSemDEhYtkMupiRjnG1tjE6HVgQQiLcK1G"
    "BkHPlq3TqvQtPCLvdmlG5909SIr9+c9IRBLfcv8Xt0kXySbtjLFuaKab4rmfbZNWrIEihyo4um6U0HWjTdQbURYakqKWUHjYJg1B"
    "vJQEVZYqklArodhpm1yKNZVR+AdtUi8rqhhWj57RtpRvlZv6ff2akUTP2kSp0zr3nYe6fCfKJRQ7pZSy2LmsV9S63JHr9WoJJQra"
    "pCVUKlJNUKU6vW3khL6XLDSrghreN34Ou9JoIf1Hn71xo94I99WwaqIA3leONhU7pfS1ypQ0PG6TG0GMUsVO26QiyJdSeDF6Bs9G"
    "X1KWauHlREGb1MSmHF6NnFBEm/K1CGj4B20SqRkeJqfKXdnAPE+eXDrVGFExNlnD/Q5mkzU35WzRokDZLPxK2YMU+6RE5lgnYzQJ"
    "sI3NiQwnGwKaPiz9+dfZ6affPv3+8fOn32kV9pRhyW8L+mIWUo+z6uRjmGJE6+SbiiFpLMUmRZS2jG3NCWmMiEOanGXplJAT0AjJ"
    "CnAWU+W7BJozBqzkeJ3F9sqysdEnd/hthoufY2oIG9rPQTqjYaDFtvYaypfxj5Qe0LfGgZOHAhy8epQyua4B2al3+4EiG1tRMiDr"
    "GGnxw3LjmtF2WMxZ4F1QI1NgDFJ6f1Rr3t8f/Z3Fir0bC9KeQM4NSNyAxA1I3IBUQLA2aR1RPBF9xjYSrKfzLSPBwp3FLsIsDhFj"
    "RIlZDcaazWJzwya2nxbBtBCCdZPAnuDZKJw0+8bqDabaKaZsnmcG4XaKYtkp/F6ZQXquzmhKsD2F0QanCK4z2jeRnAuO6xQci+er"
    "u4/SDSyNK+Lz6G94O5CxWABHy30ZSJtkRtmoSmFGg9E2nxn9GdTIwoz6SWIoP8jyxDgey3jscYtdDLvgHORalLkENvO/PF7yA3ry"
    "CFncBd0aUWYT98AZBrjNsal5bjGjVG5183fkYR8KwAcsYl2Ltlt7u3zrJrdrex9JHmynFIe3F34jMbyfDdtxO2zuyiF8Jai2J4Gd"
    "bgrpNYtfprYEqnGi7YF6Qf/2BNedGZmLNu9uRKTdrsWuoJAubbKrCEpFuBQXybKbZLGDwHMpXHYkJt18RjsSAy8Lr+3Z2SlD69OV"
    "mDaWcq0Iv2CbjgsKtae6ZRUpo3uMdMM1fmLCgqDRQfT8nMZSr69hzjkXYLpZxDlbYwrLMskrYoQ8dUXhUlcU19Vup3Hy1rhoZ9GX"
    "bm9nekG/n3eM99hxVvdxULxWDhWknq09r5ykAdo4JIBm2bj3PTWDCMIb99Mswgy3Fi/N9bHGDc12CU7dKRpcWsgajyOVsrDGXnXk"
    "vDkuHpWYUneI30DXO8RjFw00Z4B7x4xbhWuOTvkZ+qO9oVdQGxsuGtFjzRkC25vKI6//DpxZLsAyv4hZzptk+oDTS29EE0q/nw58"
    "N7lU+RGag4vj/PlTBpA/f5qLMVxKaO/YNDQL8PytkVMKvi8yJvCtY1+kbmOAbAn5O07JBfBCC+A2frGGS+YIjVKuoZuL6Qqxt728"
    "lFaAR2TjjkJrRGpHLv77gtUmLT5MOZcm0/pKuwUCbVAjgzRrW6bvbq+RwCaDWLI3Kl+6oZ8+Yhv4mWGGUUR8nyyC/0CY9Bx6hJ4o"
    "uWE+pUm1G7xT6p6AiMVr6swLTfLNAcUSfVmfzOCcLX5RQFtkMfioIqnSI2SV9w/aRBYhqI0syCUUHraJFymohLzfNrkRhcsSgv9t"
    "IjQaonCvdOpXV1IFQg8lCmiNy6pUY02xRmKnbVKp11ShonYqYk2VRfoosXNK3VRv6rKkfqOUwSGEVZLVGtzNP2gT5ZuiitUS8n6T"
    "n3k28X7dYXlG2lvHMfopatmFIWCiZFuMAROW7G0QGMfwP8VZaWOek066NjwmZBTng10H3CA1JGBjC1Ye2EKCFWErJjeVETV/Gc9p"
    "YY5Tcc+wIu0f25/huLyv3dyUo7nd7bJnHC3oUH3XWhj/VgsZ1KWYQ3ZrW/O27UuxJ3BvdoO/j1baHv8pkAu2+UcqZdrp3yf/Mogn"
    "oA80BxHLBVkb97wt+q41xCRhgf4DPcGs+BSEINa1saYb7hvSIfQwOUa1wLdTC3w402MCbO/W3A5egHXzeIEygHV2bkttnIrbat+1"
    "1Q7pay2rcwloC61zKcv1BwU0F/5Bm5RFQWYF7HcZzcVpFs3F6XzNxemM5qKL+xOyhOkuSsfts4Wz3MX9UPEyPRwh4x1c6A5mnMoS"
    "PRyl48b3IvcwV0FtIkYzvZx328iUhKufuPpp8+qncM9ncuCuAdjDygqZBDXyqRZpF62Mx/QbwsTV3Dm6lUSN40UqFnu27rualjrB"
    "0z2wttEfuCx+jO56ygpigVrCy/lkEBb3EPKOMVd/Fmemp719QCKwDoiFSNQh0RMmCBtAiByjhxHTeti4b8DD2J7HhOHOql52/Cxc"
    "F1OAReR4kWMGDIlltQQhcaHVBIp4f1VC8J85O7AkS95vm1w3IckR5IcKjmid+oMod+pXHUFV63JN/EarJ4uWUS2s3yki+Fxn+2+B"
    "P36Ehnvkx8STdXjkdzXHSOmP+WrNkODg0sJ/zLTH5+OCPT4fZ/f4cL8U7peyNdRsrFv2cpqfBCnX7xVa+xP2Vjcly+Z8pjNBxhUW"
    "iURyXGt68N/NVDp+yRvWLZWY61Bn1iAfJfpJLIlvSMnBXaxSjY/IdSgADz1XW+o3nMG9LzI2Ocw5YA4/5dyefptUuQZbSVN0rZFd"
    "pvOVrHqk0rva1Qe2vSyIHaiZpvUKgVJcC70OrNEx02uyECnjiU0/f9pCF2KmGPoAvVJuzTmGKN3+OURQIT1Po2m49NxhmtAeBT/F"
    "jW2rd+aa0wKsFccLNKd9OuGRnAJDlIYvxklrsffVLKuMjpAXWh0tqKpQuakyNfT0ONyH1xEqFVFRwu14/nkxFM64ZwRmsKz6zQhJ"
    "kbtlSR3n+iHWBxohOEVXl+0riJAXGe6jRl1WhXuwrMBvm1yKyl0JwX/6JdxQcZVegp+0/anedlox3FhbFE9PcHLX3ImdP755nI7r"
    "keK4eqtmfj1SlI4rYAutSOL2iWXsE6HEsMTHkaTlitYifx98M+/apQ0vAGte99QYFcc0gWmhAsXvLaQLNNTzYlNzlenxEvGp+Ybz"
    "DW04T5lo1zFmpy0dJrTx1WWFzfw8+uHOtvQHsvxR2qb+8OLxwm39sWoZN/YzAqQ5yMY6poJvz3Pq9gwSr6xc66Fn2xohwy0h/GL0"
    "MP3ajhGBpEwI9Eb0hebt3V9j69ywUQAW43iBYUMfpU0aBtHstzlyxijNgbX75npexvvJYKSBWvadgEOJsSXIZakmyN9Cl+FQbLyv"
    "167LKU7D5W+qKCRTeNLvO5cTd0iwfQ/u3SC/EV/tYC5bzr0zSsq1i4XWntiYQpp7K2qciqcwyxOsfJbFmumN2a7ImWAp5KbkaYP7"
    "2BMZvH+iAzF/rqVIBhrLNdK2TwQiQdAD7wsGtbClAxIKluHzg8G3iN2PDNAMXH8n8oFk4f4tgv8Fiwzy6byIWvgHbPJkTBh4KEHr"
    "x8h69v2P4BpLLUXGEzfwXAIfJmZXYW5JxzMOShMnXUDY/gNwGaIAy8EiGeIf4sujSNe1jlQrIf8AfBO+NOmcDK4J7AA8GyqSItVr"
    "4N3gHSU/od14K8Cskto96V+CX/3gdil+zgLs5/nAfk4BdqehZIq54HJrXeEwpY26OC2AzEJdz5SI63uOl9T3jLU309J6uUNgJukO"
    "bzJeexBMH7I8yrUISTECJMBtDyZAwkjr4SUUbhEyrmwrtLIN/xgbtLll9v3GKHk3F7qbQRZfoo8jZNzjsGj9u5KCN5MCMmbaXlUH"
    "GTOn7+VIWVkNeWnpk9GcrZfhteNFasdetFam0HYBxQckoGfDxJQfwg5iwf2nFx30bJk9bKMJgf+Qwt7o/QG7J7UxPfdSAHjk3Qns"
    "qiSWiz31oO9RANGR0+PZbfsBuLaxEJLrfG3jwUe6ly7FmsoS9wVHbdIQa6BM7FREWZWupApdNEoopbBNLiVFKEv3lCpeOb18GhRP"
    "uZEanan6MrUYsg5Wq5LC7lqVak1VVCDzYLKsTcTavaSosNexI35VZaGiltBsGWhQG7Ko0CJBlVqi0oloVFMvAAXkUoxWjJ63SbNG"
    "68sKvGf4hLNlbXJVl0XQ45YlWb3pXNYrTW+XZnp5JJ9iBKTZsmwBBdtEqilNWahVxA7kbfTwmS1rk7p6A1vf2M8ymuSP2aKyLQjK"
    "Nitjj9P8OxcmZgxpeFbGHFkZYY3KozAK6h+comgjsQWBGeiwkxwQx4gODuezTDifLcD5bBbnEe4ZmgdSDqDjVAeH9PrtUI7xMwVg"
    "ibjzdiH/TEPW2Fxg+JNNAduHJ/jX2emn3z79/vHzp99pFfaUYclvC7BOyYU70M7OP+cZq1OKwxuna1fRT8agbs8dfDFBxq17c1Bd"
    "QkcXJ+WK2MIp6mLuBuEWnbweB0lC/gnx7awbgJRvZ93BdlYttnFvRXQPcRdgEuCZ2bBQERYvbe05XcnPLhwv1PCHVTKp9yfk2SAG"
    "JOAN/Hkh4iHy/dOYT66fQ+IP9KQR55WOzCemTwf1O+V8x0yNDic+/X85gZsvbAZ8Q+ydkcXuqpnpOv6dPEWKov/PaJ4t/45Hf3H1"
    "f5HU/0G3zECdzQIQIS+0EWBe4ECh0ahTodW/MD1pk5t6Vey0JEWiF6bHjEKE4Gve7zJK5PXHvfO/4dlOnO+oFSHhjloxcWUdjlpD"
    "nEsc96tvm+Pdn/krHuKxv5RkHqfkgnmxBXOeUnbjAiRPgrreJKi7kW4i8mWKiBOXPufLOXGRN5uwE8gWLBlmSO9vPNRc1MU6fRiQ"
    "JAz3A6panmeRBrFQ6Gsz2aPXo6PVlz2GmmsdI9PSNdNw344RfQSMqcQxsCbwBM+mNidF546e433Ppv8cTQ1BtBCIXjQ2x/YFpfXY"
    "F/y/SvXq7PTl8brl6G/nw29f5cG30dXPR+V83B3JJr5u/TSl1+uvZ1fk24M5MW/rze+C+fr49fZn9+z8WXtQmoNHpXpFWj9onZPe"
    "9dV37frU7BKZXjt/fhxdvH07e2h+L9/+pNdOHhXhQqr0blXz4lo9vb2UFdwcnMuKWfn0b08Psuun/va1/KqPLs4eaZ3EU5ebV2VF"
    "PX28kit5nnrwZb1PLaY8dfdj2eyOlWrta+2EtmtKolmXKn3SPG1V1KbZbIkt8fbttX97UpPkZu1ebn4h9xWBNIet61arVlavLr40"
    "hxdf1NMafTt9bEq42Rx/mcDb/RmPHEbnY883oTdhjv1/QQ1n0h0ZrhtyOLTqX1y43qlwTcXnbpp3zwKnk5BiPeL0TmM0bNp3KvwM"
    "ltJcBMSb0lusAekjpVmuSqoqXpZQeNgmlRuxcgdl/gF48V01FeG+05DrjboCl5IlTHEh11twLTgCv7nOVV2uiOAt5x35bYVNQC1g"
    "9y9l4aFWQuEh+CReQi32Uww1SN+mPNrSzqxT6kJrsq4kGfw02Q90lgJereDkeCPUrkXotXhJm1zJIpzQxYhejpzQgUSFNEG6pv0a"
    "HNGye6kmVTqVe28cxU5h6En3bODRn9CNliUYCA6jLrNRN9m4a2zcIxYcYWstCbw2/QNWolRkqeGVeYdtUhXo6FOEjqI2L5nOLlHQ"
    "JvWmCr6hav2hNq2VUtgm5bpc6whluS7QN4qc0AFPH42Odfo/4loa8ShdZrivf/rj2S72NtsFFcRMQ9eoQLlSDvmUZrboMwVZ4XPy"
    "YwecT97GfQPulzfOQpKOO5LEcYVgqC4VxDuwpSgPKz1DeHDuhBtxMOaJeDYzjn0dUy4b3ZSE2+jWbqMbU0BzOdGHBAc4kax7NTQ1"
    "0p9o/aWl8yh9obnTO8qLDoeU02yWkD0BqbiEvOUmdydk6YP5XZDsAWviOnQJ7PxMHeUL95clSfk2sxzbzJJq2Dwm6iQtN1IX3UiN"
    "x8v1dIKUh/Mocj/7VpacXTyl4r1b5N51NbuP3SU6OEbI+7jIfdzDurHcfq44Je/lIvey9YLt5ebqOCXv5SL3Mn5+xrprvOBO2u6n"
    "+Vlvk3T/5OS3mMCclhO/CM0/GbuxbUF89bxbrhNkXD2aNJ88TxzN7Kxmw59tZSnl0XYQPmrWZPFeEsr3IsRUCo7bpFavVerVBj0F"
    "81j0jF4Tr1kIp069IdVY1KRkCZjOm7LaKYMlLTwMSi/FhiwxL5D4OdwVAiUponfP4LgoxjWvX+2JmUtlm6Q7OM3t+r0KAsheLbuX"
    "Yq1Q8Y85MVBmCA8A7EV8k/hVXWyTiIU3D6onDRV/J+SUcCPtahNhakNFngsvRUG9AbcO+tMm9+KVSmegZk2Vv5VQ9MzzRgN/ngfp"
    "/t5zSAvO2kSWrm/Uzn2dRbILj6Nx9qLx9Yoxt02dOHJudknQcY4i4R4V9ZjOCmqMiG8gms164eSPlRKn4sM0MeVbumvldRqKEXFE"
    "eb4bHs5n7yB1DDe/j5XL3atKPDhSDljXHhzJ45DWgGwlbOhAkY3xkhmQha97Dbgqxh7rYN8FNTIFZoDU45PWAOpl2NBhwhpjKLOE"
    "SAuEz21OsXuKbVJQzwCvz4yuA9xpS4eJbpxvz7KAeeLoOlawaUuHiW1ccs8d1C82D3uJZWZRD1IXXd29n7QompXnMBCPjUwvw/yK"
    "GB1kcvmNBU/p0vGtw9vPRk7xLx0vDJsSqZQh27y3yiLDQYzQRc+2NYIU8GjEopJArneNjoIBtv9AzN6OsGabb14idz9DE7Sg0+oO"
    "AgzScspv6jbvRzz5M85IsHz0PArFVhQLC0I8GiQtwOM7ruhG+tLHfdCL5Q3lfWI5Ozck4p1b6M61sZaqxVrk8BBQHID1fQtpi2ys"
    "W/ZynsEJUv4pFfpT4tbgw7JcHg6kC6wYXNe+KV379hXD+4psFs3wbiKfyhj2UHqvPSO+Ty8eLxLg7Vi1DCL8K8ZDKimHdBBWVPPl"
    "5RK72tPe0C9Vi8AvFcFPfmWhQ23nGNmWNTpGjmm5yONqIO/yyCATF9OrkEzXgeZeDMdwj9GzYTteFFNTowe0uTRZf6fP0yZtIsTv"
    "DVoGdscnJkE+oX+jJyZuPP3KFBIE4R8UZKj3AT157KrzxKKxQg+yG7bghjK7hLrYpS9BkDPWdOxkVkPE5gMfBa6I2LEiIuiHGajn"
    "5lWMUGwvteIGJ911Z1fs4r5BnI73zebAdYaOo5uCLqYTYH5sE1Qc2RRk/UUmB6oRCo5oCqKwludSFPn1ixxcZ0lF0Sa2HzE2Jb8i"
    "bsv7YLYG8WkmXdzpAl3caVrkubl2ihVsFHuIdb79qAssACto//fWgJwRNa745Ypfrvjlil+u+C00rFzxu6eK3whbZ1qr+v0ptIkD"
    "QnqjLm0MqxSFeIDhfF24E9TIlP0LWJuosvkDKtfrd+IlaHldbYgJ6r6Bupfez6KvDn5nfyAvjQRUIZaL+sYL+JuBM9pb1+ql6Lc3"
    "dSNQXD+9Gu6gR4c8eUIuNk2H3oHdy4WkYeAF580t9AfitrD0YqDdjtzHc6yjI9aJUEEbDFOfsIQMF9HZ5M3xC9aSPUxbLaPVsHtW"
    "O+l+vGUZreg55Nh6693Unr99VZqDsVK9hAxXH2tO96P8/Hh98b13ffFG25H1j/Kgd93sNy4/QSarqpetKk8uru5qGcS+d6/NifZQ"
    "859cfuueXbi03i08mU7kn5CXC3JnfRd+nOqti5/d64uTrx9vX7pnZ83v5asgm9jvDUMgX05+NJonLfH2XLkxr+6a9/1//zst39YY"
    "64ZmukwRHSYOoge264T5t2LzJTc3bIstXeD3GO21Wb1NhhRR0QaKrMU5uoaEOo02UW9EWWhIEP4iPIREG+KlJMCSzbJrxE4hn0pN"
    "ZRT+QZvUywoV3ILq0TPalvKtclO/r18zkuhZmyh1Wue+81CX7yDlSuyUUspi57JeUetyR67Xq5Q4XtAmLaFSkWqCysJ0RE7oe8lC"
    "syqo4X3j5xB1W4VMVPDsjRv1RrivhlUTBfC+crSp2Cmlr1WmpOFxm9wIYpQqdgqJlORLKbwYPWN5suoVWaqFlxMFENOpKYdXIycU"
    "0aZ8LQIa/kGbRGqGh8llc0dKUq6B5hro/dZApxqn5ytS0y3T/yzt85QJSgVuwQaDKCHXoRZah8pM2vm7OELGO7jQHVzsTKprYZHr"
    "DUjNAv8h82Od5U/1fiHnZZDsEn6XYafWnyIw1E6kqM4WJW+J0fHMLTkyt3BLEbcUFR/S0Ns2d57JOB0HlpvguAmu2MjmjcoT282w"
    "IrixDRQHim9yTlzByhmxCq1o7BSmLR0Q9LFxOrDMtNjieVC6sbw17lDg2WiUk8iISot0Eh9wC6KdJCpmshNHzaWweegV7KRdrGue"
    "VddwP6AnsDw/HaMnb76Do1A79MSInnxVgrdRyDO4UmIqzv5B62LatWyvkW5NKM7MCjuyXvztQjMG5Z0+EbM8UzlsyPwHn8BCHUZd"
    "GVPmhIVnASv0q+abtz+gKova4rA7aXQ44LVYkEevq9hhe55d9cwcmtJD83u5BrbWgX5TftEezk+6D61J78qzvZrSj2pgNVaan/p3"
    "lV5FPbm4l5tfyH1FIF9at4rSerySK7ojVXq3qnnxoLRqty3v/FI9Of2iiq1mUF8dXjw3TwaN1hu7/uVLq6bCtbvHuA138dubK729"
    "+fr49fZn9+w8tJ/r163v2sOV07sZMfv59U3rB6V51a8vxl0iu48Ula8fa6+PD7Xxt4cfJ/hRqda+1k7o/UxJNOtSpU++DC8aClij"
    "3177tycX1/KwpWRAaQzW7ub4y+T9tzZW8xqYeeuk18DV17S3Lps6qb106fU7suiNr5Tm0HwI3lhpnj+3hqaqtGb7Nmmfj+qSadGs"
    "PT5hq48FPY1lXWWX00z83Ji/U2M+mYy6aQER59u/phTr0Uu+j/PWjF/rz/ryD1AAJ5W+9asrUYYC/6BNBNlPjeQftIlU67QkRVJL"
    "KDhiuUQa96LqpVDyD1n2JOWm/sBSJ8EB+ATUKuL9PasXHIIvhsJUzd5vMSz33FGGO8pwR5kt+3Is+63tIsLXEh9aQ5aqAiRv8g/a"
    "RBYbogB5mdgvG+Yt+JBaIhvh/jEddpLSEGsKI54eF6PrIG2743RW68GZRoqcl0uq3TahJ7xf+qHdSfCV0f/w0dHeqdDlr6M2q/Um"
    "zGSJkqDXO3T5rAiKGPR+cB7t7Q6dP0W55c9q6eXLjIL1M0v4xejh1L2q87nRKA0PzZctNN8ztm3N7ORn/VNIDw7zz1kg/zwf8c/z"
    "ATccZ7Ik4FPSgwP8LNMgP1swyM8WDHIGXN6UzOnU/+xt3T4iL5pp9Dq598bPo/8nY6oPNEJwCozZ2J0IebE51rqsCveUF2W/IP4o"
    "dyD1KHeUV72p14BNhR8QE2W1BoKbfwBcDogXUBQcLcOprN+JbJp6xDb6gxQHzowc62wzW5zeFfH+KucUz2goO0r/s+5iYq/32ybX"
    "TRA7QWIPjmid+oMod+pXHUGlYnZNBMElWVQMEcTGfQPul9erKknHE8jNCQjSnaMGeycYSHfLyq995npAFHIN963jYJwrvPkMIcc7"
    "C96O0SeaO7Hz55uM0/E5I5EVlaKRSwsQEhzguF33QmdqpD/R+ktbpaL0hWY87yibORxSJrJZQvYE9OAl5M1uuTshSx/M74KZaSNq"
    "GE8VohZs70rQ8g1Ahd4ABDrp8XI9nSBdQ0fvz1qxd/0cep7l7eUYIf+YC93JfE/uP6CT+Z7cA+/gwIl4tofnBsmOkmwvSvbJpgSM"
    "NYfI1mzbeFmOxYlRcg6nyJ9NF/cnZBkGJ0LHe7jIPcwy1i639PFveC96WAeFjmku1ctJWt7T+9HT88wuGQzMiTaK7E5XkVTpERR8"
    "/kFgOpaF0HZMD9vEc/ctIe+3TW5E4bKE4H+bCI2GKNwrnfrVlVQBm3OigNa4rEo11hRrJHYKDuw1VaionYpYU2URvNij55S6qd7U"
    "ZUn9RimDwzSjt/JNUcVqCXm/S+kr16409sbCQgfNRdPGqk6ZRdbQb8RJz3p+xvYScCfpONpZ0J76YeSz4yXpuB2PR/7ZMKQ88s/6"
    "rc2a7dLXzolpnIp/+QlMoxuBM0MaJeLDNGk1Nq2861OEhMO5OCyVN/Zmwc0d36cRNrSfsL4b3Cf2lWYInsQDfvGAX7tGNm/AryBl"
    "y4q4Hlh+nSSqkeUlA6ahsLTNSbaYzNW7yCYFywzw+vzoOsCdtnSY6MZZ9xWC09l4BK9qrxhzTfaaOai4azPKrO3EpduTERl3yDXI"
    "cH2xDe9pa4c0kDYZwC/88FKi90U/yvmh++xorXfj9gkomDG8tGYQiw4i05VYAjTrGWFNH6AhrcGyorGzME1bLBPbbAS+NbedEgXv"
    "z2SgwqhbTHBzL6BXJFgej++10/hee+PttMG5Zd0OT+FYn8E0a6iZKX2hd1A8iOJdCcH/NrkUIG6M8K1NbupNWSkh9rOMdXID23Hz"
    "e55xT83iOzFElpv8hrkEJdd/LtZ/Jpb2FUXIw4y1fTwrpSdGWW5ZcpPcLROZUjjbQJSaz9UOghoZOFpQAqEBfSDGVmrIUw8jFuGD"
    "no4sL3HwU+AlOA3NbHhM6sTBvWM/lTC8OKLNPFsTyqe6FhpoLxjZE4KsSSrPu+W7rxob+kFYY2xoLw+v1T37MfQyCivN7+WyCfSP"
    "VxeDXqV823wr11vNH9XskYz1NcZvHjz6+Y7PBi/da/lZv2696WcXE0pHHh/Oh48P8vO3r1/6SqvaV81WVa2Uy+rwS1+/ofWuL+i9"
    "hAuIVK2IF7dfTpok+1v0VsqFfJ6Mtz1+vFWuaL1a7+vVs3Z94VB8Xx5Hj6Y+Vqq3o9aEtj+E/MiSaKqSeN5Sxdf+l+a5KN2UT3VS"
    "ftHPmv2GIhD15PFabkmxN/nzCP8YG3Si5uGQdy8ujSc2pVh6b3SEvNCMfeWmLlXARZH9+jF7/Yi9xWDpYU5P9V2dP+YjJNwdIwXN"
    "/FJShIyLSoUWlSJLSM4+jlPybi54N7uYOEZqxuq5+rw4Ed+/mFTn8X1Ph/7ZFESRtD89zD09uafnXsO5QNPJfbvW79vFvWc35T27"
    "S718MderfVfLJ311FmeODNx5MmWP7JhB7QyKe6ibdBUxIKeiNQT1uIOGeOyigeYMcO8PUJez7KJMzw4eJYHvCCRYjGZ+/GWapfHX"
    "Y18Rz+7CCLq4b5CU/JG7f5z3VftcNbtT1SwbCB0YAOna2XS041QHl7Hu86cMitfPn+Znq/g0m4pn+XDm+pZDmC+j+WYp44LUcW1S"
    "rUOeJPhfDL0399dav4JnpPXwEvqdCBlXixZav8O13/+IbgZfjSX6OELG1bRF7t+CqGn36BPmetoCKRa5C+UGdTVc27gpbeNutGA1"
    "yzV0fJSi/PKvHC/SeZFpnXc1XQ+BTqmHdaMH3p70WNeIRQxdM9GtUq+hX56eaRsOqIhA5+SltzxmyiSd3h0US1D+gm3jmVIxRcqY"
    "vhhtCzxFabUwpQuyaC1ae1bHtcsH4dqtAqwdxwu0W/mTsa47B2uBtFrrTy0MH08ecIP6BwftpyzQfpoP7acZaGFL6bIaw4C20CpD"
    "QVWFyk2V5TqcHrfJ9Lgji1dNBZJczpZBwssp/fS4TUCgupSFB6CbHkPk0oooNVhGd3awjGJy/V8QW5dm+1nFP+aoJUOCInfuWuRs"
    "8asaE7EDGH+pCl9/jYnZ9/XadVA9Anvlvl5OpvLzMg/n13bECLlCq9gKDwLvuFzqhDgpV2wVup9dV9MHy+i1koTc+5BHmN0wpFxR"
    "uH6HzuLlid2pSLIR9SvXCm7KB5FH8MyKbN4IntP1fR0Wg1hje8kNvG8vSDJEa1Bqp8zTs71RJ1i16L+s3uHRlvZwan7fPzyxNGXp"
    "h5UMBiJx7bejFHuBd+F4kbnguzWxiWZmsxfQTgZnVPwBST0HaTb2PE9fDdrPExccTuGzpIVvDlO6w+M4oMp3B/gNvWIbl5DGWkCO"
    "9gbRJgKfVisWeeLVhjzOZNZOsIsH4PaBAjA3xwvsA8UOcVUQ5nH/FAPznG3ndGnxHWyX9WPOoq/+PF9f/XlGX21jrQf3n4G3bFkm"
    "1kg6whGqBMpdSrYpmMOS7X4u5Xr9PvallKWkZrpZLYvyL6cMd1rJ8Nb3lJCIFNNljUABbZGHNU8wt+EEc5quW5P8+tEYFVeO8sRG"
    "B61wPkhE2W8OJiiof3CpDc8ypTY8W5Da8Gw2taE+0AjB5rJrc4S80Mtzoy6r4Efh/YLPhXIH3hbKHV0Abyj3Ti/BT9py6K3eYriO"
    "FyUE2k4NMe9PNQWR+fKYYbD9YqRtrcv2LUTIi5wKea67UqNRp4y7f2F6AgG9q2KnJSmSClG9g+OAXw3Y1GLwibrm5LWiRUj4BzEL"
    "Zn7P0wTZwS3E63ee62FXM8wU9zlw+k4HOUKS1OEZuov+D5mGs7GdIRGNaXdimC4ESYDb7kJpChDFtBQz7nVJT7rEwIcGku51NuyZ"
    "dnIp3yIkBzfi1+8VrPV6FP6UEb9AuzklOTyAz7MAfD4f4PMZ7tByjCApVELBafTnxgqIUi0VK6BQxko/UMDF2dnHj7+dnXz8/Pv5"
    "p99+O//9JIwYMHtpUeiAsnQNqs1YH8zqOvOGIFlv8JECDer1BB+ZcenZzYa0G6zF7ZrR8uMM1uXOIKj5rolZHWA0NjUdM/stjI8g"
    "dJGpOa5nuqWSN/3peem7bOv1GJmWPsQ91H1DrwMLw+YuViclmtIG2l+zgXjuBJXKp6dMTf40U9xdN2uJYbIgUP1upv+lpqMNBwLm"
    "039y+j9Z8Y8vH7mXjyrlXDU2HmdWkODSwkVkFKmUyUXJJ4A0NTCD+4lv6OQNZ6/a2wf05OIRXQVc/MSWgacXzaQCzBMaaUPMdhG/"
    "WnbP+QM96drEwSwzDiwR/nKGMPhVoS4eQMrItP3MO3uKVbPwdL+skh2m9f3b19bPx0elWvlaNnVSe+maLENMVfjYG+BH5YbSfIFM"
    "Md2H1k+d0j62LkIa8aE26H2tmX6mmEarMpuh588jCH/o7+wh+IfLM8PkmWU244DFhmc+teMkNRMM3w5B54VldfA+aaFtUUKlUm8y"
    "Jbt30CZiVZDuS4j9tIlSVUqI/iuGlYk+vGsQLZ2XnM/VJMgOTrbdiDHW1Eh/4q/yy4z+KH2hP4G7uxIaDttEbpaQPaEfQK1EV/Kl"
    "LEhZemF+HyR7IGBG8gz1KE2RUS+M66XH4uUxdkwpuK1j7baOICh41vEe1OdzeiYHGxsDGkts4Y9T8lANhfbUD8SwnH0cIeMhGorc"
    "v5oLy3xahJu5ytQoycEoU9cWdDuiwsjzwUTI+AdT5A+GpczuTMZL9HGClPdzkfuZhwPhgSuKsum8wOFsPW/ItHC2oZ/kgnC20zqZ"
    "fAeYFd8jQmwyRQZBGnKwbWAH/dI+Ehr/Ojs5+9w++jXdOSBvAytY/70288ifUwoefTMhfwZ+dvPNFEyTkoOJDevzzDE+E1sQg7LU"
    "o8KF5WKiv9EVIG1mSdRYOMMY07qdoV85Q444WtXLlqYhXTNNOlsMNAdBQo0Sy7z2OjD0AaKNMNuuQcYT14tE7V2wrVcWaYIlZSPO"
    "K7bTMr9t5iYpU9afR177cBlA+IuHuCiWhTXonOwbEQKKA9TLbyBSM06xu84fx351zr4n04lN3Nzm0ijNAY7V9duQ2DSfO9tjnOoQ"
    "gV57vker+x3rrgdSDqQTZAdnK1r/7Osjlo+XiBHxyAH7bHoryPbQvVBAFkQGE7BNJYyjFNnLv3K8MDH3tM57otb8juX7Loq17+IF"
    "205O3i9CcoAcydl5lq2NtNZ8p4rzmc2N8FHlQNivfoDonmZyWTld4LJymuKyYhE3NeTwfAetCMn2PbR2s1CuzRdrp4vZ3/8PHULE"
    "yw=="
)
