"""Home visits."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "home_visit" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "log_year" INT NOT NULL,
            "log_number" INT NOT NULL,
            "state" VARCHAR(20) NOT NULL /* SUBMITTED: SUBMITTED
        REDIRECTED: REDIRECTED
        ACCEPTED: ACCEPTED
        ASSIGNED: ASSIGNED
        EN_ROUTE: EN_ROUTE
        ON_SITE: ON_SITE
        NOBODY_HOME: NOBODY_HOME
        COMPLETED: COMPLETED
        HANDED_OVER: HANDED_OVER
        REROUTED: REROUTED
        UNMET: UNMET
        REFUSED: REFUSED
        CANCELLED: CANCELLED */,
            "version" INT NOT NULL,
            "kind" VARCHAR(10) NOT NULL /* PRIMARY: PRIMARY
        REPEAT: REPEAT
        ACTIVE: ACTIVE */,
            "urgency" VARCHAR(10) NOT NULL /* EMERGENCY: EMERGENCY
        URGENT: URGENT
        ROUTINE: ROUTINE */,
            "outside_zone" INT NOT NULL,
            "channel" VARCHAR(10) NOT NULL /* PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC */,
            "applicant_right" VARCHAR(20) NOT NULL /* SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY */,
            "registrar_id" CHAR(36),
            "recorded_by" VARCHAR(200) NOT NULL,
            "identity_seen" VARCHAR(200) NOT NULL,
            "ambulance_number" VARCHAR(60) NOT NULL,
            "signature_id" CHAR(36),
            "signs" VARCHAR(300) NOT NULL,
            "indications" VARCHAR(200) NOT NULL,
            "words" TEXT NOT NULL,
            "address" JSON NOT NULL,
            "arrival" VARCHAR(500) NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL /* KK: kk
        RU: ru
        EN: en */,
            "submitted_at" TIMESTAMP NOT NULL,
            "accepted_at" TIMESTAMP NOT NULL,
            "answer_by" TIMESTAMP NOT NULL,
            "served_by_law" DATE NOT NULL,
            "visit_day" DATE NOT NULL,
            "window_since" TIMESTAMP,
            "window_until" TIMESTAMP,
            "answered_at" TIMESTAMP,
            "set_out_at" TIMESTAMP,
            "arrived_at" TIMESTAMP,
            "ended_at" TIMESTAMP,
            "attempts" INT NOT NULL,
            "apologies" INT NOT NULL,
            "overdue_at" TIMESTAMP,
            "carry_reason" VARCHAR(500) NOT NULL,
            "refusal_ground" VARCHAR(20) /* UNRELIABLE: UNRELIABLE
        NOT_ATTACHED: NOT_ATTACHED */,
            "route" VARCHAR(20) /* APPOINTMENT: APPOINTMENT
        PRE_DOCTOR_ROOM: PRE_DOCTOR_ROOM */,
            "reasons" TEXT NOT NULL,
            "insisted" INT NOT NULL,
            "outcome" VARCHAR(20) /* LEFT_AT_HOME: LEFT_AT_HOME
        HOSPITALISED: HOSPITALISED
        AMBULANCE: AMBULANCE */,
            "diagnosis" TEXT NOT NULL,
            "help_given" TEXT NOT NULL,
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
            "applicant_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" CHAR(36) REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "partner_id" CHAR(36) REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "site_id" CHAR(36) REFERENCES "site" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_home_visit_clinic__8125af" UNIQUE ("clinic_id", "log_year", "log_number"),
            CONSTRAINT "home_visit_window" CHECK (window_until IS NULL OR window_until > window_since),
            CONSTRAINT "home_visit_has_doctor" CHECK (doctor_id IS NOT NULL OR state NOT IN ('ASSIGNED', 'EN_ROUTE', 'ON_SITE', 'COMPLETED')),
            CONSTRAINT "home_visit_refused_on_ground" CHECK (state <> 'REFUSED' OR refusal_ground IS NOT NULL)
        ) /* One call. `log_number` is its line in the clinic's call log of the year: without gaps. `version` counts the acts on it. */;
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_home_visit_live" ON "home_visit" ("person_id", "clinic_id") WHERE state IN ('SUBMITTED', 'REDIRECTED', 'ACCEPTED', 'ASSIGNED', 'EN_ROUTE', 'ON_SITE', 'NOBODY_HOME');
        CREATE INDEX IF NOT EXISTS "idx_home_visit_clinic__12f129" ON "home_visit" ("clinic_id", "state");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_clinic__d56702" ON "home_visit" ("clinic_id", "submitted_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_doctor__92ca48" ON "home_visit" ("doctor_id", "visit_day");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_person__cc450a" ON "home_visit" ("person_id", "submitted_at");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_state_4828e4" ON "home_visit" ("state", "window_until");
        CREATE TRIGGER "home_visit_is_kept" BEFORE DELETE ON "home_visit" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'home_visit_is_kept'); END;
    """,
    "postgres": r"""
        CREATE SEQUENCE IF NOT EXISTS "home_visit_number";
        CREATE TABLE IF NOT EXISTS "home_visit" (
            "id" UUID NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "log_year" INT NOT NULL,
            "log_number" INT NOT NULL,
            "state" VARCHAR(20) NOT NULL,
            "version" INT NOT NULL,
            "kind" VARCHAR(10) NOT NULL,
            "urgency" VARCHAR(10) NOT NULL,
            "outside_zone" BOOL NOT NULL,
            "channel" VARCHAR(10) NOT NULL,
            "applicant_right" VARCHAR(20) NOT NULL,
            "registrar_id" UUID,
            "recorded_by" VARCHAR(200) NOT NULL,
            "identity_seen" VARCHAR(200) NOT NULL,
            "ambulance_number" VARCHAR(60) NOT NULL,
            "signature_id" UUID,
            "signs" VARCHAR(300) NOT NULL,
            "indications" VARCHAR(200) NOT NULL,
            "words" TEXT NOT NULL,
            "address" JSONB NOT NULL,
            "arrival" VARCHAR(500) NOT NULL,
            "phone" VARCHAR(20) NOT NULL,
            "language" VARCHAR(2) NOT NULL,
            "submitted_at" TIMESTAMPTZ NOT NULL,
            "accepted_at" TIMESTAMPTZ NOT NULL,
            "answer_by" TIMESTAMPTZ NOT NULL,
            "served_by_law" DATE NOT NULL,
            "visit_day" DATE NOT NULL,
            "window_since" TIMESTAMPTZ,
            "window_until" TIMESTAMPTZ,
            "answered_at" TIMESTAMPTZ,
            "set_out_at" TIMESTAMPTZ,
            "arrived_at" TIMESTAMPTZ,
            "ended_at" TIMESTAMPTZ,
            "attempts" INT NOT NULL,
            "apologies" INT NOT NULL,
            "overdue_at" TIMESTAMPTZ,
            "carry_reason" VARCHAR(500) NOT NULL,
            "refusal_ground" VARCHAR(20),
            "route" VARCHAR(20),
            "reasons" TEXT NOT NULL,
            "insisted" BOOL NOT NULL,
            "outcome" VARCHAR(20),
            "diagnosis" TEXT NOT NULL,
            "help_given" TEXT NOT NULL,
            "cancelled_by" VARCHAR(20),
            "applicant_id" UUID REFERENCES "person" ("id") ON DELETE RESTRICT,
            "clinic_id" UUID NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "doctor_id" UUID REFERENCES "doctor" ("id") ON DELETE RESTRICT,
            "partner_id" UUID REFERENCES "partner" ("id") ON DELETE RESTRICT,
            "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
            "site_id" UUID REFERENCES "site" ("id") ON DELETE RESTRICT,
            CONSTRAINT "uid_home_visit_clinic__8125af" UNIQUE ("clinic_id", "log_year", "log_number"),
            CONSTRAINT "home_visit_window" CHECK (window_until IS NULL OR window_until > window_since),
            CONSTRAINT "home_visit_has_doctor" CHECK (doctor_id IS NOT NULL OR state NOT IN ('ASSIGNED', 'EN_ROUTE', 'ON_SITE', 'COMPLETED')),
            CONSTRAINT "home_visit_refused_on_ground" CHECK (state <> 'REFUSED' OR refusal_ground IS NOT NULL)
        );
        CREATE UNIQUE INDEX IF NOT EXISTS "uq_home_visit_live" ON "home_visit" ("person_id", "clinic_id") WHERE state IN ('SUBMITTED', 'REDIRECTED', 'ACCEPTED', 'ASSIGNED', 'EN_ROUTE', 'ON_SITE', 'NOBODY_HOME');
        CREATE INDEX IF NOT EXISTS "idx_home_visit_clinic__12f129" ON "home_visit" ("clinic_id", "state");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_clinic__d56702" ON "home_visit" ("clinic_id", "submitted_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_doctor__92ca48" ON "home_visit" ("doctor_id", "visit_day");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_person__cc450a" ON "home_visit" ("person_id", "submitted_at");
        CREATE INDEX IF NOT EXISTS "idx_home_visit_state_4828e4" ON "home_visit" ("state", "window_until");
        COMMENT ON COLUMN "home_visit"."state" IS 'SUBMITTED: SUBMITTED
        REDIRECTED: REDIRECTED
        ACCEPTED: ACCEPTED
        ASSIGNED: ASSIGNED
        EN_ROUTE: EN_ROUTE
        ON_SITE: ON_SITE
        NOBODY_HOME: NOBODY_HOME
        COMPLETED: COMPLETED
        HANDED_OVER: HANDED_OVER
        REROUTED: REROUTED
        UNMET: UNMET
        REFUSED: REFUSED
        CANCELLED: CANCELLED';
        COMMENT ON COLUMN "home_visit"."kind" IS 'PRIMARY: PRIMARY
        REPEAT: REPEAT
        ACTIVE: ACTIVE';
        COMMENT ON COLUMN "home_visit"."urgency" IS 'EMERGENCY: EMERGENCY
        URGENT: URGENT
        ROUTINE: ROUTINE';
        COMMENT ON COLUMN "home_visit"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC';
        COMMENT ON COLUMN "home_visit"."applicant_right" IS 'SELF: SELF
        PARENT: PARENT
        GUARDIAN: GUARDIAN
        POWER_OF_ATTORNEY: POWER_OF_ATTORNEY';
        COMMENT ON COLUMN "home_visit"."language" IS 'KK: kk
        RU: ru
        EN: en';
        COMMENT ON COLUMN "home_visit"."refusal_ground" IS 'UNRELIABLE: UNRELIABLE
        NOT_ATTACHED: NOT_ATTACHED';
        COMMENT ON COLUMN "home_visit"."route" IS 'APPOINTMENT: APPOINTMENT
        PRE_DOCTOR_ROOM: PRE_DOCTOR_ROOM';
        COMMENT ON COLUMN "home_visit"."outcome" IS 'LEFT_AT_HOME: LEFT_AT_HOME
        HOSPITALISED: HOSPITALISED
        AMBULANCE: AMBULANCE';
        COMMENT ON COLUMN "home_visit"."cancelled_by" IS 'CITIZEN: CITIZEN
        REGISTRAR: REGISTRAR
        DOCTOR: DOCTOR
        HEAD: HEAD
        APPEALS_OFFICER: APPEALS_OFFICER
        ADMINISTRATOR: ADMINISTRATOR
        CONTACT_CENTRE: CONTACT_CENTRE
        AUTHORITY: AUTHORITY
        PARTNER: PARTNER
        SYSTEM: SYSTEM';
        COMMENT ON TABLE "home_visit" IS 'One call. `log_number` is its line in the clinic''s call log of the year: without gaps. `version` counts the acts on it.';
                COMMENT ON COLUMN "consent"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC';
                COMMENT ON COLUMN "attachment"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC';
                COMMENT ON COLUMN "appointment"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC';
                COMMENT ON COLUMN "journal"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER
        AMBULANCE: AMBULANCE
        CLINIC: CLINIC';
        CREATE FUNCTION "home_visit_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'home_visit_is_kept' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "home_visit_is_kept" BEFORE DELETE ON "home_visit" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "home_visit_is_kept"();
    """,
}
DOWNGRADE = {
    "sqlite": r"""
        DROP TABLE IF EXISTS "home_visit";
    """,
    "postgres": r"""
        COMMENT ON COLUMN "consent"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
                COMMENT ON COLUMN "attachment"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
                COMMENT ON COLUMN "appointment"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
                COMMENT ON COLUMN "journal"."channel" IS 'PORTAL: PORTAL
        DESK: DESK
        PHONE: PHONE
        PARTNER: PARTNER
        REGISTER: REGISTER';
                DROP TABLE IF EXISTS "home_visit";
        DROP SEQUENCE IF EXISTS "home_visit_number";
    """,
}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
    "eJztfWtzo7rS7l9R5cu7dlX2VCYzmbXjdfapwg5JyNjGA9iZZHmVg7FiM8HCL+BkMvvs/37U4mLA2AHfgr2UD0EItcCPbq3uVvd/"
    "jsb2AFvuhxZ2XJscVdB/jog+xjSRenKMjvTJZJYPGZ7et1jRyaxM3/Uc3fBo7qNuuZhmDbBrOObEM1n9RwIiujd1dAv5VMfIHGDi"
    "mY8mHqD+K5Kk5gf0oA8GDnbdBzSyrYGLnnTPPkaWbeiW6b0eI/oSjL1j+nTqYqSTAXq0dA/Zj8gbYeTgoel62KEV0kqgegN/gK8b"
    "2AalNMnwvT9kSsz/neKeZw8xLefQz/nzL5ptkgH+id3wdvLUox9jDRLNYg6gApbf814nLK/dli4uWUn4kf2eYVvTMZmVnrx6I5tE"
    "xadTc/ABaODZEBPs6B4exJqMTC0raNswy/9imuE5Uxx96mCWMcCP+tSChj/6P49TYkB7I/Ym+Pf5/wafFivW6zVlraeKWq93NNdP"
    "4BNSLRZkGTaBPmYSD4D6z3/9emeAsNwjeEHtWlB++/TlHwwC2/WGDnvI4Dr6LyPUPd0nZaDHUDbJPMy1ke4sgNkvnsKZfuZ2EA7B"
    "2QKcR2P9Z8/CZOiN6O3H0yXwdgSFIfzxlCFs03HvTwfN4MkpewRAz4B1pw5LFgA3RrIZgMOMGcKzuWr3EJ+c5MH45GQxyPAsifLQ"
    "fMakVxToJBXHOh/WE91zbPI6No0iWCepdof10bbm4R0g3Tcdb9Sjc3ZGr76gudlIJ6lSSEO2Z47xh/D5nvXvJSBfCJqYnnzxz0IT"
    "r1/88Dpnnq65uGOmu+UAG1h38aBnZ/AMi/tlimzNjhnwCPvZLwMmex69G1VuZqMXI0kjZxoe+n/Iopz31vrpjMPtT03LM4n7AV77"
    "HkwuQAQ1j133f614T/2tIXxPd+JaXa6muWGooJpe0yighViHiODgJovTPAvZ6eJ17HRuGcNj3bSKgBsRHCC4+dBdBu8cvpZOhlN9"
    "uKD/imQ6ZjBL9Lt0uiGfgztOv0PEn54KYn709WsFPT11idKuIGfaJWKzgjBJCzpytUOeVljcBukWcLBhOwO6tOle9ooIK1t2X0+R"
    "LlsVIXFYLJsmNURVExqtxIQOCyY8OWW5r6nc376k2iWqBN1K2jWCW3QvN8X0vB+V0+6P4Jv0qWf3iP3So0trDJMwO8z6L0imHp9i"
    "UhPI6OvG04vuDHqJJzEeyTY828lY4asB4eVXBVs6w3K+2QNR5AWrZH+bfJYbMGypQTOhLYOBZC2UlLCeqNxBo0Wniv4rR+xtxODp"
    "+r2r5tdyqCDRaqbj9VG6CKo5VJj0ycQyDQbCmkgJnqcbo5xYlXOT+wZU0Q/cJVJ72av6tv1EK1kXp8nEpi845C41+4U7xWovOxXT"
    "266H0rXtb1QOER7LJE+b60R1WtuhImXolrV2Rxrjjumahzoxjejv6z3DD9whUHvZmYjtmQZeE6Umq+RQIRpj19WH62LU8Gs5JJBA"
    "3mKf2oskMMlHMa7BMOwpyRDIhXDKBGs2/Zdjxp9VdSCzGCA4Ph2nMB3rhPadQVAdEIe7YLpsmsZRhrlc8OR4mbmcMSuTw1xujAd0"
    "q2Uh2xnqxHRZ04CB2cQxx7rzikZYt7wRMnQHf0AP8DkPzBBtZrpGn4BBWyjX/gM9gBnbAzJdRGdq5GHHMT3bec2ykdvx27lh3C7k"
    "zGsYxvWLGcb1uWFcTsO4bGOtxQrwBWZaO9B+v49uZCt67n0zPDgg6GERKDKThOW3pZF9v7nkPMdUcr5wJjmfs0fkthvbs90Aztib"
    "DjLwvbRs3csGOE6UwvgRqPaWj84075Lb1bqIWopYk1QpmDgipTV7CFk0w/QYBIoo1NMo22S4AsxxKo5zDpxd7DzD6+dQrtq2hXWy"
    "yCw0okqh3Kdk25oywvl5tyhXZbmeWPqqkpaaLdqNqhjai87QlppaCmzK+w9g5+lv+IpBPkfLgc8P/MieZlmeLGbxIoK1GLz9mUq2"
    "wt+5WHeMURE+ZEZxcIzIWS47x7Mldo5nvp0jN77ajrDZpbPHmgCp5j6fIFkODwz2NeFp2Xs8a5bLsmofMeJmMPmh6rtwUHxdnPxa"
    "DhUkBxt4sgH7MyWs51CBci173SGn0ioOFR5uS8XtO7h9RylNFwrq5IMNSoZOfrZ1WayTH8zK5NDJ+6VBD64jX5t/jF5Mb8S8vsBe"
    "AoGQDA8+II1mWLY+AHU3PCTTcR8zygm2JxZGLyMbPMdEXA0yCXq0HYMWpb/CJ/Jfl6Wef78PydDU/xlzBBTYOPzFtfdl0t67E2yY"
    "uuVlHJjJdzYyUUGZPYQcXbUq6KrVJdq1qAgtSdUqKEp2SUsQLyRBU6SaJDQrKHHbJRdiU2MUQaJL5KqqiVHx+B2tS72rXct1+YqR"
    "xO+6RJVpmXrvVla+ikoFJW4ppSL2LuSaJis9RZYbFZTK6JKOUKtJTUGTZPra2A39XYrQbgha9N7kPRwGpZn0H/321rV2LdQbUdFU"
    "BvxeJV5V4pbSN2sz0ijdJdeCGKdK3HZJTVAupOhh/A6+jf5IRWpGj1MZXdIU20r0NHZDEW0rVyKgESS6JFYySqanyvfSFvo2T4Wk"
    "zwmicvg2gPcdjG8DrvTaoe6Fsln4hbIHGZpciSzQ4yZoUmCb29tcnWwJaPqx9PLP04+ff//8r09fPv+LFmFfGeX8vqQt5iH1Oate"
    "MYYpQbRJvqkcO42V2KSYeJuxrQUhTRBxSNOzLJ0SCgIaI1kDznIKx1dAc07Vl+6v89he2g42h+Qrfp3j4hcoZaKK9rOTzkkYaLaj"
    "v0T7y+QgpQn6q3FoDqMCB68dZUyuG0B2dg7gQJFNrCg5kHXNLLd9hXHNqWUt5yzwJqixKTABKX0/arbr9aP/5tH3v4+ubU8g56o2"
    "rmrjqjauais5WO+iatuXKXybaiTVl2XMKZFCxmOxCinkcPIokJhqJqa1qTD1ykR3WOwAOBf5yyaYZkIwARIqXnxljpulCFq/wkyF"
    "zowf9vVFXKFTLoVO0CpzSC8Urs0IdidZ2+IUwYVr+ya74DvsTe6wy2f+vS88RHzUw9K4Jj73wRnKA+mLJbDd3ceOxLn2d+La2fDL"
    "4NrDYbmYa/8VlsjDtQfRvijjzAJ+uT5vfeyz1X0MJ1Bd5NmUCwd+/H98pvsDevAJmc8Twx5TrhwPwLwK2PKJpfuGVuNMtn77b+Qu"
    "V0rAMC3j8cvmKWG3DP42XSX4g6QItjOKw/NDsZVgDI+m43o9NncV2KWmqHa3Vf24LaQ3vE+19BVQTRLtDtRz+rcnuL6b2ULZ5t2t"
    "7P13qwMuKaQrK4FrgloTLsRlm/5tstih08cMLjvmD3Ixox3zP5mH1/YtNyhDG9BVmNiacq0IP2OH9gsKtS/jZgUpo3uMDNMzf2HC"
    "HBDSTvT4mMVSb65izjmXYLpZxjnbEwrLKlGIEoQ8BlHpYhCV13jzXX1UbnDRziNY3p1XiJKOnzfMQbDrrm81o/q1HCpIA0d/XDva"
    "DtRxSADNs3Fv2/6G3ru3bvlbhhluI3a/m2ONW7rjEZx59jh8tJQ1nsQK5WGN/eLIfXU9PK4woe4TfgVZ7xOeeGikuyM8OGbcKjxz"
    "DcrP0Iv+il5AbGx6aEzTuvsEbG8mj7z5N3BmuQTL/DJmOdsB9WJR6AIH1IcgZt6KJJSOnx6Mm0Ki/BjNwflQ//I5B8hfPi/EGB6l"
    "pHdsGpoHePFh2xkFP2mb2PBt4qSt4WCAbIX9d5KSb8BLvQF38LP9tGKw5zjlBpq5nKYQe9vKK0kFuDdEblG1QaTe6dDIPmLFrc/e"
    "yfqMSTGzNv+BdHPJzj8skWPb79hWcIBDJ6HyCrHwpnQj7kUnPxDzncE0WIwiZiRmE/wHwmTg0hR6oOSm9ZC1/d/imzJPmcRUgzPz"
    "cKiSHzcpl4yAtckczvlch4W0ZZYXHNUkTboXmxUUJLpEEcGflCIoFRQlu8R30lVB/rVLrkXhooLgf5cIrZYo1NWefHkp1cDrVyqD"
    "lrhoSE1WFaskcdslNbmpCTWtVxObmiLST0ncU+q2di0rknZHKcMkeDRTtCa8LUh0iXqnamKjgvxrepjnk4PkEoMU8Ig11l97rjnM"
    "kF8v9b4UJ9uh+6UoZ2/9L7lmMBTnt2WLrJmy1QaJ3Vh5Buwm4IbtVQo2tmAVgS0iWBO2cnJTOVELlvGCqvgkFTehK9OJxP3pjqsb"
    "JS6Mi1zYLjF/WOSSdtU31arJsVpKf0rl7LI7O+y5a6OTPYF7uy4jArSyvEbMgFziOCJWKJfviCH5p0n8DfpIdxGxPdhr44Hv9MGz"
    "nzBJqer/QA8wKz6E3r8NfaIbpveKDPD6TY5RMzSC1UNj12wvE7t7NTcYKMG6ebxEGMAau7BKO0nFldpvKrWf6M9aVeYS0pZa5lJV"
    "5FsVJBdBokuqoqCwDHZdRXLxMY/k4uNiycXHOclFHw+nZAUdZ5yOK7JLp+JMGuziVVo4RsYbuNQNzDiVFVo4TsetFMrcwlwEtQ33"
    "6PRx0fM1MxIufuLip+2Ln6LDsemOuwFgDyt0bRrU2FAt03FjBU/oGMLE070FspVUieNlIhZnvuybkhaZ4NlhYcccjjzmaMfwfGEF"
    "sUEs4YdbMwnzpAkh/9iZCOaQZ6C/fkAisA6IOd00IMYaJgibQIhcc4ARk3o4eGjCxzi+xYTpzYte3vlbuCymBIvI8TLDDOgSq0oJ"
    "IuJSiwlUsX5ZQfCfGTuw+Gb+tUuu2hBfDEKzhSlaRr4VlZ582RM0TVaa4h0tns5aRbSweaOIcLjOt9+SgwsxGn50IbE92cTRhb7u"
    "mhntsVisGRHsbgwdbQvsZH//lOsw1Kclh6E+zR+G4nYp3C5lZ6g52LCd1SQ/KVIu3yu19CdqrX5GgNvFTGeKjAssUjEcudT04MfN"
    "bHf8XNT/XSYxl6HOrUEBSnRIrIhvRMnBXS5STfbITQgADz1MYuYYzmHeF+ubHOYCMEdDubCl3zZFruGZ2wxZa+w47mIhqxEr9KZ0"
    "9ZYdLwudLOqWZb+ARxnPRi8je3zM5JrMl8xk6tDhT2vog3MZ0xihF8qtucfgzjy4B1czZOBLNE2P3rtMEjqg4GeYse30zVxyWoK1"
    "4niJ5HRIJzxScMMQp+GLcVpb7I+aVYXRMfJSi6MFTRNq1w0mhp6lo3N4PaFWE1U1Oo4X3JdD4IwHZqgGyyvfjJGUuVlWlHFuHmJj"
    "pBOCM2R1+UZBjLzMcB+1ZEUT6qBZgWuXXIjq1wqC/3QkXNPtKn0El6zzqf5xWjE6WMtOxjaq7brQrFG6KNkltbrUlGoV5F9XGUOb"
    "twcFU3jdmzrF3cUn6bi0KYmrv7YWlzbF6biYttTiJq7FWEWLEe0rVhgcaVouji3z+OBHfje+J/H92RY1Yk1QcUxTmJbK7/7eQrpE"
    "jr3I1TcXrB6v4O6bH0vf0rH0jIl2E312VtNhQptcXdY48s+dSb7bwf9wL3+UdfQ/eni89PB/oljO4/+MAOkucrCB6cZ34Jt++2qL"
    "F5avD9CjY4+R6VUQfjYHmI62Y0QgxhUC6RL9QYtO+G+wdq7+KAGLcbxE/WGMsyYNk+jO64J9xjjLzLX/6vm2yPvJYGSBWg1MhaMd"
    "Y0dQqlJTUO4iw+Jo21iXm1fVDNPi6p0mCumIqHR8FzL1jgh2b+f9PshvxaI7nMtWMwKNk3LpYqmlJw6mkBY+sJqk4hHhivh+n2ex"
    "5lpjvikKxquKuCllVuE+tkQOG6F4RyweuioW0Mf2zKxDFuGWIGyBtzcGzaimA9oUrMLnh51vGbsf66A5uP5ebIDk4f5tgv8JiwwK"
    "6Hy/W/gnHAVlTBjYMUHtx8h+DKyU4BmL1EUmUy+0bwJLJ6ZXYcZLx3NmTFM3e4Ow+w/ge4gSLAfL9hB/E4sfVbpq9qRmBQUJsGD4"
    "1qZzMhgwsATYP9QkVZKbYAPhp9JD6H2sFWBWyWye7JEQFD+4s4xf8gD7ZTGwXzKAfVeHM+VccLm2rnSY0ko9nOVmZqmsZ0bE5T3H"
    "K8p7JvqrZeuDwo4y03SHNxlv3FVmAFkR4VqMpBxuFOC1B+NGYawP8AoCtxgZF7aVWtiGf05MWt0qp4MTlLyZS93MsBdfoY1jZNzi"
    "sGztu5aAN5cAMqHaXlcGmVCn72VPWVsMeWEb0/GCA5rRs+NlYsdBvFQuB3ghxQckoEfTwpQfwi5iIQBmD130aFsD7KApgf8mzTAH"
    "f8AZS31C7/1AAT55fwpnL4ntYV88GFgUgA/lbK93u/4ALm0sxc51sbTx4P3hSxdiU2Ph/cJUl7TEJggTezVR0aRLqUYXjQrKyOyS"
    "C0kVqlKdUiULZ+fPXOep11KrNxNfZmZDbMJGQ1LZWxtSs62JKsQnTOd1idisS6oGJyJ74ndNEWpaBc3ngQS1pYgqzRI0qSOqvZhE"
    "NfMBUEDExXjB+H2XtJu0vKLC74y+cD6vSy5lRQQ5blVStOvehVxr+2c5s/NjURdjIM3n5XM72CVSU20rcLitB9EdfXzm87pE1q7h"
    "gBy7rCJJ/pTPd9sS123ze+xJln3n0vCNEQ2P3VggdiOsUUUERmH5gxMUbcUDITADPXZTAOIE0cHhfJoL59MlOJ/O4zzGA1P3QSoA"
    "dJLq4JDevB7KNX9lACwRb9Ep5F9ZyJrbcx9/si1gh/AF/zz9+Pn3z//69OXzv2gR9pVRzu9LsM6ImDvST8++FOmrM4rD66cbF9FP"
    "JyBuL+yiMUXGtXsLUF1BRpck5YLY0gnqEuYG0RGdohYHaUI+hPhx1i1Ayo+zvsNxVj1xcG9NdA/xFGAa4LnZsFR+GC8c/TFbyM8e"
    "HC+V8EdFcon3p+TRJCaE6Q3tecEvIgrs05hNbhBp4g/0oBP3hfbMByZPB/E75XwnTIwONwH9/7ihmS8cBnxF7Dcjm71Vt7Jl/O/y"
    "FRmC/j/j0biCNx79xcX/ZRL/h80yB3U+DUCMvNRKgEXuBYVWS6ab1uDB7KZLruWG2OtIqkQfzNKMQgQXbf51FSHy5r3jBWN4vhEX"
    "G2rFSLihVmK7sglDrSdcaDseFN81x7s/81fSEeRwpZ15kpJvzMu9MeeBZ7e+geShUjcbKvV9djex/WXGFie5+1y8z0luefNtdsK9"
    "BQuZGdEHBw91D/WxQT8GdhKm9wE1bN+ySAdfKPRns73HYEB7a7D3eNI9+xhZtqFbpvd6jOgnYEx3HCN7Cl/waOkLAnm+03e8bdn0"
    "n6OZIohmAtGzzubYoaB27odC8FdrXJ5+fL6/6rjG69nT3XdldDe+/HWvnk36Y8XCV51flvRy9f30ktzdWlPrRm7/EKyX++83v/qn"
    "Z4/6rdoe3auNS9L5ScucDK4uf+hXH60+Ueizs8f78fnr3elt+0f15hd9dnKvCudSbXCjWedX2sebC0XF7dGZolq1z//25SDv/dV3"
    "36svxvj89J6WSX11tX1ZVbWP95dKrchXj75t9qvFjK/uf6pa/YnaaH5vntB6LUm0ZKk2JO2PnZrWttodsSPevL4Mb06aktJu1pX2"
    "N1KvCaT91LnqdJpV7fL8W/vp/Jv2sUl/nTGxJNxuT75N4df9mfQcRudj3zZhMGWG/X9BCXfaH5ueF3E4tOhffHP9rptrun3uZ1n3"
    "LDE6iSg2s51+Vx8N27adiobBSpKLkHhbcosNIH2ktqsNSdPEiwqKkl1SuxZrXyEvSIAV32VbFeq9liK3ZBUepXOY4EKRO/AsTIHd"
    "XO9SVsA9fJgK6oqqgFLA7l8owm2zgqIk2CReQCl2KYcYZOhQHm1lY9YZdaklWZeSAnaa7AKNpYJVKxg5XgvNKxFaLZnTJZeKCDd0"
    "MaKPYze0I9FNmiBd0XYNU2FwgF6t7vejxC10PanOOh69RGa0LAxBmIybzMbNZJOmsUmLWDCEbXYksNoMEixHrSlSy8/zk13SEGjv"
    "U4WeqrUvmMwuldElclsD21BNvm3OSmVkdklVVpo9oarIAv1FsRva4emn0b5O/8dMS2MWpat0981PfzwmxoHHxKDbNcs0dLrtXCse"
    "fUY1O7SsggjzBbm2A45N7+ChCe8r6o0hTcfNTZK4gstUj27Xe3DwqAjDPUd4cEaHWzFD5uF6ttOPA0lUIU3ejIRr8jauyZtQQAuZ"
    "2kcEBziRbHo1tHQynOrDlffwcfpS87BfKcf69ET50XYFOVPYO1eQv9wUboQ8bbC4CdItYE89ly6BvV+ZvXzpKbQ0KT+MVuAwWlpY"
    "W0SRnablquyyq7LxZLWWTpFypx9lbudAF1OwiWdUvHXL3Lqe7gyxt0IDJwh5G5e5jQfYMFc79ZWk5K1c5la2n7Gz2lydpOStXOZW"
    "xo+P2PDMZ9zLOiO1ODZumu7vHCIXE5jTCuIXo/k7YzdxbPDCXvRgdoqMi0fT6pPHqatbvfU0/fO1rCQ82g3CR+2mItYloVoXwfNS"
    "mO6SptysyY0WvQX1WPyOPhOvmKOnntySmsy3UjoHFOxtRetVQZMWJcPcC7GlSMxWJHkPbwV3SqrovzNMl0W55rerM7UKiWzTdAcn"
    "ud287UEI2YvtDDK0FRr+ucBTyhzhAYC9jG8Sv2vLdRIJJ+hh8bSi4r+pfUp03Ha9iTCzojLPhReioF2D8Qe9dEldvNToDNRuaspd"
    "BcXvfJs1sPq5lep132wtvOsSRbq61np1mfm7i9Jxb3xxL3zlmNtmRhwFj8Sk6DhHkTKiittV5wU1QcSPGc3HxnCLe1RJUvFumpry"
    "bcOzixoNJYg4ojwqDnf6s3eQuqZX3MbK4+ZVFe5CqQCsG3eh5HNIG0C2FlV0oMgmeMkcyMLo3gCuqrnHMtg3QY1NgTkg9fmkDYB6"
    "EVV0mLAmGMo8jtTCzecup9g9xTa9Uc8Bb8CMbgLcWU2HiW6Sb8+zgPnb0U2sYLOaDhPb5M69sOu/xDzsh5+ZRz0McHT59e3QRvHY"
    "PYeBeKJn+nHo18ToIEPQb83FSp/2bwN+/bx/leDR8VLnKrFCOWLS+6ssMl3ECD306NhjCBSPxsx3CUSE12kvGGHnD8T07QjrjvXq"
    "h3sP4jhBDQYt7iLAICvy/LZe87ZflD+TjASLWs99VexEsLDEEaRJstxAvmGKbmYvfdwGvVzWUP4QK9i4ERFv3FI3roP1TCnWMoOH"
    "kOIAtO87CG7kYMN2VrMMTpHyoVTqocS1wYeluTwcSJdoMbisfVuy9t0LhvcV2TyS4ffxj6pgOEPp/+y57fvs4fGyDbyTKJZjC/+C"
    "8RPdKUd04HxUD/bLFfZ0oL+i3xo2gSvdgp/8gzkYddxj5Nj2+Bi5lu0hn6uB6Mxjk0w9TJ9CyF0Xqns2XdM7Ro+m4/q+Ti2dJmh1"
    "WXv9d/2eLukSIflukDKwNz6wHeQD+jd6YNuNh38wgQRB+CcFGcp9QA8+u+o+MJ+t0ILshR14ocIeoT726I8gyJ3oBnZziyES80GA"
    "AhdEvLMgImyHOagXRl+MUewuAOMWJ91Nx2Ds46FJ3J4/ZgvgOkfH0c1AF9MJsDi2KSqObAaywSJTANUYBUc0A1FYywsJioLyZXau"
    "s6KgaBvHjxibUlwQt+NzMDuD+GMuWdzHJbK4j1me5xbqKdbQUewh1sXOoy7RAKwh/d9bBXJO1Ljglwt+ueCXC3654LfUsHLB754K"
    "fmNsnWWva/en0ioOCOmtmrQxrDIE4iGGi2XhblgiV4wwYG3iwuYPqCrLX8ULkPJ6+hMmqP8K4l76Ppv+dLA7+wP5wSagCLE9NDSf"
    "wd4MjNFe+/YgQ769rReB4PrhxfRGA9rlyQPysGW59A3sXR6EFgMrOH9uoRfw28KCkIF0O/Ye37CO9lg3RgV1MEwDwgoyPURnk1c3"
    "yNhIjDF9vbhXT/3T5kn/0w2Le0XvIRLX6+C6+Xj3XW2PJmrjAuJgfWq6/U/K4/3V+Y/B1fkrrUcxPimjwVV72Lr4DPGuGn5MqyIR"
    "u/rrxRn70b+ypvptM/hy5bV/eu7RcjfwZQZRfkH0Loiw9UP4+dHonP/qX52ffP9089w/PW3/qF6GMcf+1TIF8u3kZ6t90hFvztRr"
    "6/Jruz7897+zonJNsGHqlscE0VF4IZpwPDeK0pWYL7m6YVds6RK7x3irzcttcgSSildQZinO0RWE3Wl1iXYtKkJLAvcXURICbYgX"
    "kgBLNouukbiFqCtNjVEEiS6RqyrduIXF43e0LvWudi3X5StGEr/rElWmZeq9W1n5CoFZEreUUhF7F3JNk5WeIssNSpzM6JKOUKtJ"
    "TUFjbjpiN/R3KUK7IWjRe5P34HVbg3hV8O2ta+1aqDeioqkM+L1KvKrELaVv1makUbpLrgUxTpW4hXBLyoUUPYzfsWhack2RmtHj"
    "VAb4dGor0dPYDUW0rVyJgEaQ6JJYySiZXjbfSUjKJdBcAr3fEuhM5fRiQWq2ZvrvJX2eMUGZwC05YBAn5DLUUstQmUq7eBPHyHgD"
    "l7qByx1vdSMsstyC0CzwH+JDyizKqn+FEIFhSEy4rsJObT5EYCSdyBCdLQvekqDjkVsKRG7hmiKuKSo/pJG1beE4k0k6DixXwXEV"
    "XLmRLeqVJ3GaYU1wEwcoDhTf9Jy4hpYzphVaU9kpzGo6IOgT/XRkW1m+xYugdG37a9yhwLNVLyexHpXl6STZ4ZZ4O0kVzKUnjqtL"
    "4fDQC+hJ+9jQfa2u6X1AD6B5fjhGD/58B6lIOvTAiB4CUYJ/UMhXuFJiup39g5bFtGnZWSPDnlKcmRZ2bD8Hx4XmFMrv+kVM80z3"
    "YU/MfvABNNSR15UJZU6YexbQQr/ogXr7A2owry0ue5NOuwPeiAZ5/LKOHnbg61VPrSdLum3/qDZB1zoyrqvP+u3ZSf+2Mx1c+rpX"
    "S/rZCLXGavvz8GttUNNOzutK+xup1wTyrXOjqp37S6VmuFJtcKNZ57dqp3nT8e8vtJOP3zSx0w7La0/nj+2TUavzyp5/+9ZpavDs"
    "631Sh7v811tr/Xrr5f77za/+6VmkPzeuOj/020t3cD1m+vOr685PSvNiXJ1P+kTx7ikq3z81X+5vm5O7258n+F5tNL83T+j7LEm0"
    "ZKk2JN+ezlsqaKNfX4Y3J+dXylNHzYHSBLTd7cm36du/2lzPamDuV6etBi6/Z/3qqmWQ5nOfPv9Klv3iS7X9ZN2Gv1htnz12nixN"
    "7cy3bVo/H5cl06x5fXxKV59wepqIusoeZ6n4uTL/XZX5ZDruZzlEXKz/mlFsRi75Ns47U35tPurL30AAnBb6ypeXogIZQaJLBCUI"
    "jRQkukRq9jqSKmkVFKZYLJFWXdT8EEpBkkVPUq/lWxY6CRJgE9CsifU6KxcmwRZDZaJm/1oOzT03lOGGMtxQZse2HKuOtffw8LXC"
    "QGspUkOA4E1BoksUsSUKEJeJXVk378BA6oishwdp2u0ktSU2VUY8S5ej6SBsu+v21mvBuUrKHJdLat60oSX8Kx1oXyUYZfQ/DDra"
    "OjW6/PW0dkNuw0yWyglbvUeXz5qgimHrh/fx1u7R+VNUOsGslp2/Si/YPLOEn80BzjyrupgbjdNw13z5XPM9YsfRrV5x1j+D9OAw"
    "/5IH8i+LEf+yGHDTdacrAj4jPTjAT3N18tMlnfx0SSdnwBUNyZxN/fc+1h0g8qxb5qBX+Gz8Ivq/M6bGSCcEZ8CYj92JkZebY5UV"
    "TahTXpRdYfujfoVdj/qV8qrXchPYVLjANlHRmrBxCxLA5cD2ArLCVJcIjWq7Dhv/CoqSYGomNaUamJrBdRV+ZvOmZrMAJY45HGWY"
    "eebka+er2eEioIr1y4ILAaOhTCv9zxqVbY79a5dctWFzCvv6MEXLyLei0pMve4JGN+NNEbY36axybFQcPDThfUVtr9J0PMzcArch"
    "/QXCsjdchvR3LCLbZ94INkye6b32XIwLOUGfI+R458HbNYdE96ZO8aiUSTo+Z6Rip1I0CskKIoID7LebXugsnQyn+nBl3VWcvtTs"
    "6VfKjD49UVazXUHOFKTlFeTPboUbIU8bLG6CuWkjrj7P3GotOQSWouXHhEp9TAgk15PVWjpFuoGG3p+1Yu/aObJPK9rKCUI+mEvd"
    "yPzk7t+gkfnJ3QNv4NDUeL6FF7rSjpPszpf2ybY2GBt2pK07jvm8GouToOQcTpmHTR8Pp2QVBidGx1u4zC3M4tqutvTxMbwXLWyA"
    "QMeyVmrlNC1v6f1o6UVqlxxq6FQdZTa6q0madA8CviARKpgVIdIw02SX+EbBFeRfu+RaFC4qCP53idBqiUJd7cmXl1INNNOpDFri"
    "oiE1WVWsksQtmLk3NaGm9WpiU1NEsHWP31PqtnYtK5J2RynDZJZqXL1TNbFRQf51JXnlxoXGfl9Yasa5bNpY13SzzBL6rZjy2Y+P"
    "2FkB7jQdRzsP2jM7jGJ6vDQd1+Nx/0BbhpT7B9q8tll3PPqzC2KapOIjP4Vp/LhwbkjjRLybprXGll10fYqRcDiXO6/y+948uIW9"
    "ALWiivYT1jddACVGaQ4XS9wtGHcL9t7IFnULFgZ2WRPXA4vCk0Y1trzkwDTaLO1yki0nc/UmsumNZQ54A350E+DOajpMdJOs+xou"
    "7Bw8hp/qrOmZTfGrOSjvbHPCrN14r9uTHpk0yDXJ0+Y8INZpbYfUkbbp5i8aeBk+/uKDcrGDPyde6k3vfgIKZww/+Bl4rAP/dRUW"
    "Js1+RFg3RuiJlmCx09hdFMwtEa9t3k/fhuvO8JX3Z9qdYdwsJny57/Yr5lKPewF7Vy9ge2PttMW5ZdMGT1Ffn8M0r0OaGX2pT1Dc"
    "iuLXCoL/XXIhgHcZ4a5LruW2olYQu6yindzCcdzilmfcUrP8Rgyx5aa4Yi5FyeWfy+WfqaV9zS3kYXrkPp7fpad6WeG95Da5W7Zl"
    "yuBsw63UYq52FJbIwdGCEAiN6AcxtlJHvngYMT8g9HZs++GFH0IrwZkDZ9NnUqcuHhwHAYfhhyNazaM9pXyqZ6OR/oyRMyXInmby"
    "vDt++7oepG+FDXqQ9qP12v3Tn09+3GG1/aNatYD+/vJ8NKhVb9qvVbnT/tnI7+/Y2KCX59F9EBX5dPTcv1IejavOq3F6PqV05P72"
    "7On+Vnm8+/5tqHYaQ83qNLRatao9fRsa17Tc1Tl9l3AO/qxV8fzm20mb5P8Vg7UiJp+lvXJP7m/US1quOfh++ahfnbsU3+f78b1l"
    "TNTGzbgzpfU/QRRlSbQ0STzraOLL8Fv7TJSuqx8NUn02TtvDlioQ7eT+SulIiV/y5xH+OTHpRM2dJr//dmkydSjFymejY+SlZuxr"
    "17IEbnb8a+DZN/DrWw6WHub0TNvVxX0+RsLNMTLQLL5LipHxrVKpt0qxJaRgGycpeTOXvJk9TFwzM671QnlekoifX0yL8/i5p0Mf"
    "NiURJO1PC3NLT27puddwLpF0ctuuzdt2cevZbVnPvqdcvpzr1b6L5dO2OsvjS4bmPLliTPassHQOwT2UTZuKmBB50X4C8biLnvDE"
    "QyPdHeHBHyAuZzFImZwdLEpC2xEIwxiPD/nbLJbjP44DQTx7CyPo46FJMqJMvv/nvC3a56LZdxXNso7Qgw6QLZ3NRjtJdXBx7b58"
    "ziF4/fJ5cUyLz/MBe1Z3Z27s2IX5KpJvFlguDDDXJQ0ZoinB/3LIvbm91uYFPGN9gFeQ78TIuFi01PIdLv3+WzQz2Gqs0MYxMi6m"
    "LXP7lkRMu0dDmMtpSyRY5CaUW5TVcGnjtqSN72WcOsYd0zW9o0wL1fDh8XIz1THuPUfl3pR5yQQjQ7esD+jBsodBqEtmEQqCJsuk"
    "j03CJEj+Sfz/cVlxRAuHoqVXrDsV9GLS3jT10FCfuLSyZ4oyfcUDMuwpAZEVyKAMmrDBzHRe2PVO39ElXfLgYueZefTrWfoLeyeU"
    "GuivUOhlZMKpMJoBI2dAGxm96FCT6SGf8Ji+BQDvUYqHGekjomv6H3D/igYmHPdMGNka4OgXD5BNv5B+xsMLHTaUNXBNEMsh+iYU"
    "ZjEBHc1yMK0ApHT0DYFNL1Q0ceyxSdk5+mMhho4bEFNa02BHJF2fFvqTi/rYe8H0K9yJbuCFUr4/Yx4qoDkA2jAdRENNn2lbbnz6"
    "vJbxadKElt7/6F9ZU/226ZvUTtSGGJrU3nYeB2Prl/5deaRlTu/v1cYdaZ7Q91iSaMlSbUjaHzs1rW21O2JHvHl9Gd58vLlUREtV"
    "2s220v5G6jWBfGs3L5ROdXbfaWpqeyCH90r77LH9dN7piG12r53Q+xOrraiGK9UGsnZy01IurUdVPG/SvEnSuDXh1IJ2Kzr9/DWf"
    "n4pqQnNZoYTfhqjj+c8Sc1uiAvbYfxV9FO9Z3L72nYW4xSMTbzogcYmEt5uPsx2fv3JKD+MkXHqYIT2MrQPFUF3Yczmu/vgNJuhV"
    "VA0RcamVDWq72pA0TbyooCgJnokvJEWssexZukuEWk1ssdwwRfNUVbpqsrwgBXHMeorc1sQKClNdIjd7qgRZQaJLmnJVvrjrXcsN"
    "mhu7AT/FjVZdZC+Kkl1yLTQvxIue3IGDALEb+F72Eva1fqpL2s2GqFUQu0CJy7bqF2AJ+g6mXqmzd4TJVRQsm/dkHDDJBcZyjIIb"
    "z6ZHMTiUWHUQh7SlHsMtRWoICsQt9hPQ21uioEFnhyuMW00CJaJ/LYcacepQ+IyVXb/HyEvdOGJDVK7EZo02T5SkkxMkYHZiV9pg"
    "dNKSIBp5kChHE9GNu2sOcO9XZqzTqm1bWCfZM1KaNNVGfUq7rUaKcna75ajKcj2hxqhKWgrqdqMq0iZgLUALmb6ca37GMkY6Idha"
    "dWjEyEs9NFqyogl1CLcO1y65ENWvFQT/u6R1LcNwYJesCAR+wAQxCp3AYh80qu06LOV0oguTdJ2vS02pRhd5di3HwJo5z3PM4Wh1"
    "a5b5anboTV8V65cFt/aMhnKa9D9rVDYH+tcuuWoLyoUkNCsoTNEy8q2o9OTLnqBpstIUYZFLZ5WDaXPw0IT3FXXSnabjhzfSuBq2"
    "M1gSJWYRrAmygwsysZVg8XTBJp7pvfZcjAvF9Jgj5HjnwVsf96cWzOwLpTeLIc+iPTjUv+QB/ctizL/MGy+aQ6J7UwcXPb2UouPT"
    "9DyuGSd+F/ffiODgOu1W4v/E9IeFJuYk2cFhvZVp+YVyDhkoa/jnAvFbRHAA+C6z1hO/a4kdbojibw3hOwM4Mtary82rsHgM9Vpd"
    "rqbXwMGAzioZcN+ocnPB0jcjSVtLmoaH/h+yKEe9NeBnKs7+1LQ8OJwDr30PLSdAtLxB0tinJnKoYK5BIOKxvkD4sKBBZiQHMAKS"
    "M8xZrhnmbMkMczY/w0xGmRK1xQhHBAeH7+Z34pQrHk714cqKuzh9qeVnX79W0NNTlyjtCnKmoHWrIH/7VbgR8rTB4iaYY7JTtjJF"
    "TOHTtPzAQ7kN4g0DT1Zr6RQpb+hyNzRxX7CTKYV7o5njhLyRS93ICdPb7IZedMAzRbisoQ+rkaHh0gYckRloAQgTRH9r+OK210Vn"
    "mzQtP05X5vkmYfi8WktHtLyly9zSPhewGp+YJOXtXOZ2drHXs6feKhu/BCVv5TK3MhP4rTaYE5S8lcvcytzr7KG3sO55eDzxirhq"
    "jpNwW/O05aY+sS17aOJCiMZpOKRpSOFE7mC6inekJCWfico8E8H569eeg/VMtwmLFWNpuoPTj21F/+jgx6mrW72hA3GkVlWUzdey"
    "Evq7GVVH7aYi1iWhWhfhUFiYhlNoGpgSC7VrOAoWv1tJk7Z5w2K6KVpZlxkRl7llhFZLpvN+g1mDx266pKWIvQu5pslKT5HlBpxw"
    "SmSUpIXY7FPIYihGcgAz1q5thkzimi5gM4f40jNJcTJ+HqnAeSQ6iRj2eOVJKEZe5mmoLl7C3B+cR47fQUBhtSVpQl1iZ4jjd9nH"
    "jsoxMQ1MfUhs2umLTE0JIj45FZ6cRtia9Fi0ziKoJ6k47IVhN2DqsawlB4VyHJxM1VHm2aomadI9WHwFifBIpCJEZyJpskt8bqmC"
    "/CudyUQBZjD6n85crZYo1NWefHkp1eAsZSqDlrhoSE1WFaskcQtuGpqUU9Z6NcqsKRCrMXFPqdvataxI2h2lDJNZhznVO1UTKXfn"
    "X8sxd87OVhb285mg4wdFUuM07lQrL6gJIu7kM73Mx12Q5YU0QcQ7aco+W3c8+quLuqJNUHFMuXffLUPq0h1b4XOMHj/CWMnjK5m7"
    "8N2kC995FmADyNaiig4U2QTfkwNZGN0bwFU1c1mZlnMWeDtu4GwKzAGpzydtANSLqKLDhDXBUOYLG+hvlHY5xe4ptulNZR4P9D4z"
    "uglwZzUdJrpJvr1UPuibtmca+CjDAX3w5HiZ93kyK/Om5/nbMK7hABvmANyoM6/oxKYLkG4hOCmMfnt4BGftEKYQ3MD7jkeOfTfw"
    "9O3gZB3yn7FjPgZuB9CE/rBj5gOdOW0P3WgwR+uZruff80N4hMUS8ORAyJ1z5xB6bt45NwyeIuCG5Q8O2s95oP28GNrPc9AevBda"
    "32omMOKI0l0yS/eY72Xw+DifB94fZ/SzdJeA7dmFItwC3SwN6o6aKLWYk1uWWEVtsPkRxNalIoq/iKDMjVtarZ/putOVbNQThPxU"
    "cqltQ3UCv3HFs2MJUm4DXOp29jzdGK0SWzFNyEXbXOm6ZUi5OmsrPiRL5pvzXbckXK3F1VoHiWxRtdZsfd8AukKisr3kBt7WF6QZ"
    "og0ItTPm6fnWkAnWbPovt6IxVtMeTs05dI3JpSlPO6ylMBCJ57weZegL/AfHy9QFP+ypQ3w3nvki1UIc2A9IGrgsoukTnnhRvNdH"
    "f1jSzFeXCd39eKe660dgBYceFaT7kWRdnZZ5CcX+rp0IzPrigDdAkh2idtcfwPUDJWBujpfoB1aQEOxQAlQS5nH/BAPGghA5C5rU"
    "2HEonJ2pJTYfD8HB+gDePwfv0pN0MSp+kK7AQTqHYrqqEiikLXO35qdStn0qxTDsaXH5aIKKC0e5sf9BC5wPElF2LcAEheUP4Cjp"
    "DkK+8IibBx5x813VNW9PSCXZGRZR1mDn2czyz5xvxMTIy3zKeqFR00KXNeAvoteRVEkDPxFhOuRqQ2a2HNykobtFdW0xEj4g5sEs"
    "bp+aIju45XrzJnYD7OmmVShiWIyERwxLyDI2ETHMwRQMt5CILkZycD1+87bDC2PkLZGBLoyRdwAAn+UB+GwxwGdz3KHtmuyb5hCu"
    "msOFjlvjVCv5bS2VSjPw23p+evrp0++nJ5++/Ovs8++/n/3rJHLgOv9omSfXqnQFAtBEG8xLREe6OyrSr8PyB9epv3zOI9r/vFi0"
    "//kfWYY/73Ns7RrrSe1nPP84hw66NwpLvqmI1kYYTSzdwEzLC/0Djn/BGS9Ldz1fwUv35/QyqCCb3jj2yzGybOMJD1D/Fb2MbAxH"
    "wFgZd17PvIX6N6xGXjhBZfLpGVNTMM2U92zORlxKL9Yav9P0v9J0tGW33Xz6T0//J2v+8eWj8PLRoJyrzvrj3AoSPlq6iIxjhXIZ"
    "MgUEyLPZDO7L/WDyhrsX/fUDeoCoBxbtWw9sGXh41i26gXlAY/0Js7PGLAb4H+jB0KcuLWQyOyMULGcIg/UV6uMR7WqZp57f7Sve"
    "Xov+czSb1mgmEEGwZ3o/FNRO/5sQ/NUal6cfn++vOq7xevZ0910Z3Y0vf92rZ5P+WLHwVeeXJb1cfT+9JHe31tS6kds/hM6Pu++d"
    "X/f3aqP2vWoZpPnct84n9zdqQ/g0GOF79ZrSfBt8v3zs33Z+GZT2vnMe0Yi3zdHge9OSREuTxLNWp1aVO+2fDUvC7fbk2xQMTv48"
    "csEM0jfzIfgnS/7FzbTe1UyLdc9iYseAgB+aSAdLzIoymU8G/5IZa7JcGiuhVpPbTMjuJ7pEbAhSvYLYpUvUhlpB9F85tEz04z2T"
    "6Nm85GKuJkV2cHvbrahseZj39w7zHjIjRbp6nKbMqJfGQNNn8YooO2YUXNexcV2HZZKnIv09LM/n9FxmOA4GNFY46J+k5A4dSm3P"
    "H27DCrZxjIw7cihz+/KwkhuOgRgTYRQZMDEyPmDKPGBY4JfedLJCG6dIeTuXuZ250xDu3qIsR9PzuLd4H/VP07eGzHJ6G9lJLnF6"
    "OyuTy3aAafF9IsQmU2QSpCMXOyZ20W/dI6H1z9OT0y/do39kGwcUrWAN7b9fZ5H954yC++hM7T9DO7vFagomSSnAxEbld8fBltzq"
    "oiQKZWlANxe2h4nxSleArJklVWLpDGPOyvaegsJvTjUCeKJAHjiZ0JGhWxadLUa6i6Yu2A092g56GZnGCNFKmG7XJJOp5/ur9h84"
    "9gvzRwEKXZ24L9iZn4629ZKMKevPI79+eAwg/MUdYZRLwxo2Tv6DCCHFAcrlt+DPGWfoXRf346A4Z99TMI6nXmF1aZzmAPvq5nVI"
    "bJrvFbW1S1IdItAbsZlLBMru/8CG54NUAOkU2cHpijY/+waIFeMlEkTcv8A+q95Kcjx0LwSQJdmDCdihO4yjjL1X8OR42Z5Ln5V5"
    "a6u1uGH5uYtynbt4xo5bkPeLkRwgR3J6ludoIy212KjibO5wIwyqAggHxQ8Q3Y+5TFY+LjFZ+ZhhsmITL9Mx8WIDrRjJ7i203meh"
    "3Jgt1rsuZv/9/3OCgdM="
)
