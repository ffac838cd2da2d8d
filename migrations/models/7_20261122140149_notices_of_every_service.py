"""Notices of every service."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {
    "sqlite": r"""
        CREATE TABLE IF NOT EXISTS "notice_new" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "number" VARCHAR(30) NOT NULL UNIQUE,
            "code" VARCHAR(40) NOT NULL UNIQUE,
            "kind" VARCHAR(30) NOT NULL /* ATTACHMENT: ATTACHMENT
        ATTACHMENT_REFUSAL: ATTACHMENT_REFUSAL
        DETACHMENT: DETACHMENT
        WITHDRAWAL: WITHDRAWAL
        RECEIPT: RECEIPT
        APPOINTMENT: APPOINTMENT
        APPOINTMENT_OFFER: APPOINTMENT_OFFER
        APPOINTMENT_CANCELLATION: APPOINTMENT_CANCELLATION
        APPOINTMENT_REFUSAL: APPOINTMENT_REFUSAL
        HOME_VISIT: HOME_VISIT
        HOME_VISIT_REFUSAL: HOME_VISIT_REFUSAL
        HOME_VISIT_CANCELLATION: HOME_VISIT_CANCELLATION
        APPEAL_RECEIPT: APPEAL_RECEIPT
        APPEAL_FORWARDING: APPEAL_FORWARDING
        APPEAL_EXTENSION: APPEAL_EXTENSION
        APPEAL_PRELIMINARY: APPEAL_PRELIMINARY
        APPEAL_DECISION: APPEAL_DECISION
        APPEAL_LEFT: APPEAL_LEFT
        APPEAL_WITHDRAWAL: APPEAL_WITHDRAWAL
        APPEAL_DEEMED_REFUSAL: APPEAL_DEEMED_REFUSAL */,
            "service" VARCHAR(20) NOT NULL /* ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL */,
            "facts" TEXT NOT NULL,
            "issued_at" TIMESTAMP NOT NULL,
            "sealed_at" TIMESTAMP,
            "annulled_at" TIMESTAMP,
            "attachment_id" CHAR(36) REFERENCES "attachment" ("id") ON DELETE RESTRICT,
            "clinic_id" CHAR(36) NOT NULL REFERENCES "clinic" ("id") ON DELETE RESTRICT,
            "person_id" CHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT,
            "signature_id" CHAR(36) UNIQUE REFERENCES "signature" ("id") ON DELETE RESTRICT,
            "authority_id" CHAR(36) REFERENCES "authority" ("id") ON DELETE RESTRICT,
            "appointment_id" CHAR(36) REFERENCES "appointment" ("id") ON DELETE RESTRICT,
            "home_visit_id" CHAR(36) REFERENCES "home_visit" ("id") ON DELETE RESTRICT,
            "appeal_id" CHAR(36) REFERENCES "appeal" ("id") ON DELETE RESTRICT
        ) /* A numbered, immutable document, as canonical JSON. */;
        INSERT INTO "notice_new" ("id", "number", "code", "kind", "facts", "issued_at", "annulled_at", "attachment_id", "clinic_id", "person_id", "signature_id", "service") SELECT "id", "number", "code", "kind", "facts", "issued_at", "annulled_at", "attachment_id", "clinic_id", "person_id", "signature_id", 'ATTACHMENT' FROM "notice";
        DROP TABLE "notice";
        ALTER TABLE "notice_new" RENAME TO "notice";
        UPDATE "notice" SET "sealed_at" = "issued_at" WHERE "signature_id" IS NOT NULL;
        CREATE INDEX IF NOT EXISTS "idx_notice_appeal__422133" ON "notice" ("appeal_id");
        CREATE INDEX IF NOT EXISTS "idx_notice_home_vi_ca3de4" ON "notice" ("home_visit_id");
        CREATE INDEX IF NOT EXISTS "idx_notice_attachm_d43c15" ON "notice" ("attachment_id");
        CREATE INDEX IF NOT EXISTS "idx_notice_sealed__caa262" ON "notice" ("sealed_at", "issued_at");
        CREATE INDEX IF NOT EXISTS "idx_notice_person__ed09da" ON "notice" ("person_id", "issued_at");
        CREATE INDEX IF NOT EXISTS "idx_notice_appoint_6bd647" ON "notice" ("appointment_id");
        CREATE TABLE IF NOT EXISTS "notice_seal" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "cms" BLOB NOT NULL,
            "facts" JSON NOT NULL,
            "evidence" JSON NOT NULL,
            "made_at" TIMESTAMP NOT NULL,
            "notice_id" CHAR(36) NOT NULL UNIQUE REFERENCES "notice" ("id") ON DELETE RESTRICT
        ) /* The system key's signature over a notice's facts, with what was known of the key then: evidence, never changed. */;
        CREATE TRIGGER "notice_is_kept" BEFORE DELETE ON "notice" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'notice_is_kept'); END;
        CREATE TRIGGER "notice_is_as_issued" BEFORE UPDATE ON "notice" WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.code IS DISTINCT FROM NEW.code OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.service IS DISTINCT FROM NEW.service OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.authority_id IS DISTINCT FROM NEW.authority_id OR OLD.attachment_id IS DISTINCT FROM NEW.attachment_id OR OLD.appointment_id IS DISTINCT FROM NEW.appointment_id OR OLD.home_visit_id IS DISTINCT FROM NEW.home_visit_id OR OLD.appeal_id IS DISTINCT FROM NEW.appeal_id OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.issued_at IS DISTINCT FROM NEW.issued_at
            BEGIN SELECT RAISE(ABORT, 'notice_is_as_issued'); END;
        CREATE TRIGGER "notice_stays_sealed" BEFORE UPDATE ON "notice" WHEN OLD.sealed_at IS NOT NULL AND OLD.sealed_at IS DISTINCT FROM NEW.sealed_at
            BEGIN SELECT RAISE(ABORT, 'notice_stays_sealed'); END;
        CREATE TRIGGER "notice_seal_is_kept" BEFORE DELETE ON "notice_seal" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'notice_seal_is_kept'); END;
        CREATE TRIGGER "notice_seal_is_as_made" BEFORE UPDATE ON "notice_seal" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'notice_seal_is_as_made'); END;
    """,
    "postgres": r"""
        CREATE TABLE IF NOT EXISTS "notice_seal" (
            "id" UUID NOT NULL PRIMARY KEY,
            "cms" BYTEA NOT NULL,
            "facts" JSONB NOT NULL,
            "evidence" JSONB NOT NULL,
            "made_at" TIMESTAMPTZ NOT NULL,
            "notice_id" UUID NOT NULL UNIQUE REFERENCES "notice" ("id") ON DELETE RESTRICT
        );
        COMMENT ON TABLE "notice_seal" IS 'The system key''s signature over a notice''s facts, with what was known of the key then: evidence, never changed.';
                ALTER TABLE "notice" ADD "appointment_id" UUID;
                ALTER TABLE "notice" ADD "home_visit_id" UUID;
                ALTER TABLE "notice" ADD "service" VARCHAR(20) NOT NULL DEFAULT 'ATTACHMENT';
                ALTER TABLE "notice" ALTER COLUMN "service" DROP DEFAULT;
                ALTER TABLE "notice" ADD "authority_id" UUID;
                ALTER TABLE "notice" ADD "sealed_at" TIMESTAMPTZ;
                UPDATE "notice" SET "sealed_at" = "issued_at" WHERE "signature_id" IS NOT NULL;
                ALTER TABLE "notice" ADD "appeal_id" UUID;
                ALTER TABLE "notice" ALTER COLUMN "person_id" DROP NOT NULL;
                COMMENT ON COLUMN "notice"."kind" IS 'ATTACHMENT: ATTACHMENT
        ATTACHMENT_REFUSAL: ATTACHMENT_REFUSAL
        DETACHMENT: DETACHMENT
        WITHDRAWAL: WITHDRAWAL
        RECEIPT: RECEIPT
        APPOINTMENT: APPOINTMENT
        APPOINTMENT_OFFER: APPOINTMENT_OFFER
        APPOINTMENT_CANCELLATION: APPOINTMENT_CANCELLATION
        APPOINTMENT_REFUSAL: APPOINTMENT_REFUSAL
        HOME_VISIT: HOME_VISIT
        HOME_VISIT_REFUSAL: HOME_VISIT_REFUSAL
        HOME_VISIT_CANCELLATION: HOME_VISIT_CANCELLATION
        APPEAL_RECEIPT: APPEAL_RECEIPT
        APPEAL_FORWARDING: APPEAL_FORWARDING
        APPEAL_EXTENSION: APPEAL_EXTENSION
        APPEAL_PRELIMINARY: APPEAL_PRELIMINARY
        APPEAL_DECISION: APPEAL_DECISION
        APPEAL_LEFT: APPEAL_LEFT
        APPEAL_WITHDRAWAL: APPEAL_WITHDRAWAL
        APPEAL_DEEMED_REFUSAL: APPEAL_DEEMED_REFUSAL';
                COMMENT ON COLUMN notice."service" IS 'ATTACHMENT: ATTACHMENT
        APPOINTMENT: APPOINTMENT
        HOME_VISIT: HOME_VISIT
        APPEAL: APPEAL';
                ALTER TABLE "notice" ADD CONSTRAINT "fk_notice_appeal_30b18c4f" FOREIGN KEY ("appeal_id") REFERENCES "appeal" ("id") ON DELETE RESTRICT;
                ALTER TABLE "notice" ADD CONSTRAINT "fk_notice_authorit_716c4575" FOREIGN KEY ("authority_id") REFERENCES "authority" ("id") ON DELETE RESTRICT;
                ALTER TABLE "notice" ADD CONSTRAINT "fk_notice_home_vis_934403a9" FOREIGN KEY ("home_visit_id") REFERENCES "home_visit" ("id") ON DELETE RESTRICT;
                ALTER TABLE "notice" ADD CONSTRAINT "fk_notice_appointm_cec4f204" FOREIGN KEY ("appointment_id") REFERENCES "appointment" ("id") ON DELETE RESTRICT;
                CREATE INDEX IF NOT EXISTS "idx_notice_appeal__422133" ON "notice" ("appeal_id");
                CREATE INDEX IF NOT EXISTS "idx_notice_home_vi_ca3de4" ON "notice" ("home_visit_id");
                CREATE INDEX IF NOT EXISTS "idx_notice_attachm_d43c15" ON "notice" ("attachment_id");
                CREATE INDEX IF NOT EXISTS "idx_notice_sealed__caa262" ON "notice" ("sealed_at", "issued_at");
                CREATE INDEX IF NOT EXISTS "idx_notice_person__ed09da" ON "notice" ("person_id", "issued_at");
                CREATE INDEX IF NOT EXISTS "idx_notice_appoint_6bd647" ON "notice" ("appointment_id");
        DROP TRIGGER "notice_is_as_issued" ON "notice";
        DROP FUNCTION "notice_is_as_issued"();
        CREATE FUNCTION "notice_is_as_issued"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_is_as_issued' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_is_as_issued" BEFORE UPDATE ON "notice" FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.code IS DISTINCT FROM NEW.code OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.service IS DISTINCT FROM NEW.service OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.authority_id IS DISTINCT FROM NEW.authority_id OR OLD.attachment_id IS DISTINCT FROM NEW.attachment_id OR OLD.appointment_id IS DISTINCT FROM NEW.appointment_id OR OLD.home_visit_id IS DISTINCT FROM NEW.home_visit_id OR OLD.appeal_id IS DISTINCT FROM NEW.appeal_id OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.issued_at IS DISTINCT FROM NEW.issued_at) EXECUTE FUNCTION "notice_is_as_issued"();
        CREATE FUNCTION "notice_stays_sealed"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_stays_sealed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_stays_sealed" BEFORE UPDATE ON "notice" FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL AND OLD.sealed_at IS DISTINCT FROM NEW.sealed_at) EXECUTE FUNCTION "notice_stays_sealed"();
        CREATE FUNCTION "notice_seal_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_seal_is_kept' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_seal_is_kept" BEFORE DELETE ON "notice_seal" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "notice_seal_is_kept"();
        CREATE FUNCTION "notice_seal_is_as_made"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_seal_is_as_made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_seal_is_as_made" BEFORE UPDATE ON "notice_seal" FOR EACH ROW WHEN (TRUE) EXECUTE FUNCTION "notice_seal_is_as_made"();
    """,
}
DOWNGRADE = {
    "sqlite": r"""
        DROP TABLE IF EXISTS "notice_seal";
        CREATE TABLE IF NOT EXISTS "notice_new" (
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
        ) /* A numbered, immutable document, as canonical JSON. */;
        INSERT INTO "notice_new" ("id", "number", "code", "kind", "facts", "issued_at", "annulled_at", "attachment_id", "clinic_id", "person_id", "signature_id") SELECT "id", "number", "code", "kind", "facts", "issued_at", "annulled_at", "attachment_id", "clinic_id", "person_id", "signature_id" FROM "notice" WHERE "service" = 'ATTACHMENT';
        DROP TABLE "notice";
        ALTER TABLE "notice_new" RENAME TO "notice";
        CREATE TRIGGER "notice_is_kept" BEFORE DELETE ON "notice" WHEN TRUE
            BEGIN SELECT RAISE(ABORT, 'notice_is_kept'); END;
        CREATE TRIGGER "notice_is_as_issued" BEFORE UPDATE ON "notice" WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.code IS DISTINCT FROM NEW.code OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.attachment_id IS DISTINCT FROM NEW.attachment_id OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.issued_at IS DISTINCT FROM NEW.issued_at
            BEGIN SELECT RAISE(ABORT, 'notice_is_as_issued'); END;
    """,
    "postgres": r"""
        DROP TABLE IF EXISTS "notice_seal";
        DROP TRIGGER "notice_is_as_issued" ON "notice";
        DROP FUNCTION "notice_is_as_issued"();
        DROP TRIGGER "notice_stays_sealed" ON "notice";
        DROP FUNCTION "notice_stays_sealed"();
        DELETE FROM "notice" WHERE "service" <> 'ATTACHMENT';
        DROP INDEX IF EXISTS "idx_notice_appoint_6bd647";
                DROP INDEX IF EXISTS "idx_notice_person__ed09da";
                DROP INDEX IF EXISTS "idx_notice_sealed__caa262";
                DROP INDEX IF EXISTS "idx_notice_attachm_d43c15";
                DROP INDEX IF EXISTS "idx_notice_home_vi_ca3de4";
                DROP INDEX IF EXISTS "idx_notice_appeal__422133";
                ALTER TABLE "notice" DROP CONSTRAINT IF EXISTS "fk_notice_appointm_cec4f204";
                ALTER TABLE "notice" DROP CONSTRAINT IF EXISTS "fk_notice_home_vis_934403a9";
                ALTER TABLE "notice" DROP CONSTRAINT IF EXISTS "fk_notice_authorit_716c4575";
                ALTER TABLE "notice" DROP CONSTRAINT IF EXISTS "fk_notice_appeal_30b18c4f";
                ALTER TABLE "notice" DROP COLUMN "appointment_id";
                ALTER TABLE "notice" DROP COLUMN "home_visit_id";
                ALTER TABLE "notice" DROP COLUMN "service";
                ALTER TABLE "notice" DROP COLUMN "authority_id";
                ALTER TABLE "notice" DROP COLUMN "sealed_at";
                ALTER TABLE "notice" DROP COLUMN "appeal_id";
                ALTER TABLE "notice" ALTER COLUMN "person_id" SET NOT NULL;
        CREATE FUNCTION "notice_is_as_issued"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'notice_is_as_issued' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "notice_is_as_issued" BEFORE UPDATE ON "notice" FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.code IS DISTINCT FROM NEW.code OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.clinic_id IS DISTINCT FROM NEW.clinic_id OR OLD.attachment_id IS DISTINCT FROM NEW.attachment_id OR OLD.facts IS DISTINCT FROM NEW.facts OR OLD.signature_id IS DISTINCT FROM NEW.signature_id OR OLD.issued_at IS DISTINCT FROM NEW.issued_at) EXECUTE FUNCTION "notice_is_as_issued"();
    """,
}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
    "eJztfe1zm8jS779C+cvZrfJJxU6cXWvvc6uQjGwSCRxAcuzVKRlJY4kYDXoA2XHO3f/9Tg8vAoRkQC9GZPzBGobpAX49r9093f89"
    "mlojZDrvrpHtWPioxv33COtTRBKJO8fckT6bLfIhw9UHJi06W5QZOK6tD12S+6CbDiJZI+QMbWPmGrT+I57Duju3dZPzqI45Y4Sw"
    "azwYaMQNXjhRlN5x9/poZCPHuecmljlyuEfdtY450xrqpuG+HHPkIQi5x+Tu3EGcjkfcg6m7nPXAuRPE2WhsOC6ySYWkEqh+iN7B"
    "242sIaE08PitX2SOjf+do75rjREpZ5PX+fs/JNvAI/QDOcHl7LFPXsYcxdhijKACmt93X2Y0r9MRL5q0JHzkoD+0zPkUL0rPXtyJ"
    "hcPi87kxegc0cG+MMLJ1F40iLMNz0/R5G2R5b0wyXHuOwlcdLTJG6EGfm8D4o//zMMdD4DdHnwT/Pv5f/9Uixfp9Sdb6qqD1+0dL"
    "7QReIcExP2toYWhjBnYBqP/+49W7AITmHsEDGle88tuHT79TCCzHHdv0JoXr6B9KqLu6R0pBj6Bs4GWYGxPdXgGzVzyBM3nN3SAc"
    "gLMDOI+m+o++ifDYnZDLk9M18HZ5hSJ8ckoRtki/94YDyb9zSm8B0AtgnblNkznAjZBsB+AgY4HwYqzaP8Tv32fB+P371SDDvTjK"
    "Y+MJ4X5eoONUDOtsWM9017bwy9QY5sE6TrU/rI92NQ7vAemBYbuTPhmzU1r1BclNRzpOlUAasl1jit4F9w+sfa8B+YLXhOTgi37k"
    "Gni94tVrnFma5uqGmWyWIzREuoNGfStlzbC6XSbINmyY/hrhMNulv8heRu+zKkvp6EVIksgZQ5f7f5xJVt47a6eLFe5gbpiugZ13"
    "8Ni3WOQCRFDz1HH+14y21N/a/LdkI2605HpyNQwV1JNzGgE019IhJKjcYHGaZSI7XT2PnS5NY2iqG2YecEOCCoKbDd118C7ha+p4"
    "PNfHK9qvgOdTCrNI3ksnG/IluKP0e0T88TEn5kdfvtS4x8ceVjo1zp73sCDVOISTgo5MfMjChdU8SHLARkPLHpGpTXfTZ0SY2dLb"
    "eoJ03awIiWot2TSxLaga376ODegwYcKdU5r7ksj97VOCL2El3I2oXXFwyd3JkpAc98Ny2t0RvJM+d60+tp77ZGqNYBJkB1n/gGTq"
    "4TEiNYGMgT58fNbtUT92J7JGsoauZafM8HWfsPlFQaZOsVxmuy+KvKCVHC7LF7n+gi3RaWaEMwhINkJJCeoJy1UaLTJUDF4YYq8j"
    "Bnc3b10Nr5aqgkSqmU83R+nCr+ZgN27rUdJnM9MYUgw2BIp3XX04qTJU4QfuE6mD7HsDy3oklWyK02xmkQdUuUktvnCvWB1ko6Jq"
    "281QurK8fUoV4TEN/Li9RtQitVUVqaFumhs3pCnqGo5R1YFpQr6v/wQfuEegDrIxPRgmiDhmM6Rv2qh4WklFWxRD6DWEsOUaQ7Qh"
    "QhKtpKIITZHj6ONNIWp7tVRpQAK5nXVqrZLkxW9F+uRwaM1ximA3gFPGSLPIvww9c1FVRRoeIDg9nSYwneqYtJ2RXx0QB9IUsv4y"
    "hkcpZpf+neN1ZpfDRZkMZpdTNCJ7dpOz7LGODYeyBgwVZ7Yx1e0XbkIGSXfCDXUbvePu4XXuqUHjwgSS3AHDyEA/8hd3D+aQ95zh"
    "cGTK51xk24Zr2S9ptpZ7fvrrBpb/PQoaI80EoiedStbHvNod8MFfo908PXm6u+w6w5ezx9tvyuR22vx5p57NBlPFRJfdn6b4fPnt"
    "tIlvb8y5+VnufOfdyfCqbt7e/Hi4PT1/vLtTm6RMd/StSa5/EDrzOyn/PLzsTgbN8++DU8Uk97/dfqs/3900nW+nEnleZ6x222Pt"
    "8bwjCmddTXjpTM4U1Wx8/J+jf5hx6Jsahw7yGYcOmHFoRuPQdIPF1UYgK0wV92AB8jb6wZ3Yehya8U2FoIcJLM9IEpTflVXC240l"
    "5xmGkvOVI8n5kk0us1/anf0SrOrd+SgF36Zp6W46wFGiBMYPQHWwe4BUE0e5U28J3LUiNERV9AeO0HCD3oQskmG4FAJF4FtJlC08"
    "LgBzlIrhnAFnB9lP8PgllOuWZSIdrzKNDqkSKA8I2a6GjGB83i/KdVluxaa+uqglRotOuy4ENtMLtEVJS4BN1v4j2DV7m9V8kC/R"
    "MuCzAz+x5mnWV6uXeCHBRgu8wxlKdrK+c5BuDyd51iELisotRM4y2fqerbH1PVu29fUUBATAtHlSxCtmyQRVAmrjECWS5HXJz79P"
    "Tz7+8fHPD58+/kmK0PcMc/5Yg743YDDLzt1oIBwyLG8IkGoc8vG09fDAKLohPNfWAU9H5TLbPESMmJFddqgGDnih2BQnr5aqgmSj"
    "IZptwbpVCeqpKlCOaW3a5VRSRVXhYZaazHrs4K2iDhKi/ZpFHQxEuUx+ctqy+Hu4FFuWxe5utS3LaFEmgy2LVxrsR3TOs4I55p4N"
    "d0K9bsF2iwMBLRq94zSSYVr6CMxE4CaeTweIUs6QNTMR9zyxwHNXuPDjDMw9WPaQFCVf4RF5j0sza3m7F0mxcPk74ojNtw36D3Mr"
    "VibLEWeGhoZuuikHFrOdTY9VUGYPTUeX1zXu8rqHtStB4a9FVatxYbKHr3nhQuQ1RWyIvFTjYpc9fCFIGqXwEz0s11VNCItHr0hd"
    "6m3jSm7Jl5QketXDqkzKtPo3svJFUGpc7JJQKkL/Qm5ostJXZLld4xIZPdzlGw1R4jVRJo+NXJDvUvhOm9fC58av4TA+yST/yLtf"
    "X2lXfKsdFk1kwPcq0apil4ReaixIw3QPX/FClCp22cMNXrkQw5vRK3g38pGKKIW3Exk9LAkdJbwbuSCIdpRLAdDwEz0cKRkmk0Pl"
    "W2mqPVvBXJqPGFE5fMvA8yrjW4YpXPeo9yPLLPRMlgd5tCMxmkK6kUJYv98R0NvQjMQEsnRl1c+3YIoRbXPdVI6dRqFlUkQDQJet"
    "OSGNETFIk6MsGRJyAhoh2QDOcuoPCqC5pA1NttdlbJuWjYwx/oJellbxK/RWYUWH2UiXJAwk29afw/1lvJOSBPlqFJhiqbCC145S"
    "BtctILs4P1NRZGMzSgZkHSPNbWpuXDMqoss5CrwKamQIjEFKns9JnVbLO3rzmknE26gjDwRypo1k2kimjWTayJKD9SbayEMZwnep"
    "RlI9WcaSEilYeKxWIQUrnCwKJKqaiWhtalS9MtNtGrsFzhP/tDAimRDMBQeKF0+Z46QpgjavMFWhs1gPe/oiptApl0LH58oS0iuF"
    "awuC/UnWSm52zIRr+5RdsB32NnfY5bOQP5Q1RLTXw9S4IT53/vndirTFEpg3H2JDYqv2N1q10+6XsmoPuuXqVfvPoESWVbsfbZEs"
    "nGnARcdbWx97y+oBgtPPDudaZBUO6/F/eYvud9y9R0h9BQ2tKVmVoxGYV8GyfGbqnqHVNHVZv/snsliQJVgwrVvjl81Lx34X+Lt0"
    "0+F1kjzYLiiq5wNlJ8FwHgzbcft07MqxS01Q7W+rerIrpLe8TzX1AqjGifYH6jn5OxBc38xsoWzj7k72/vvVAZcU0sJK4AavNvgL"
    "Yd2mf5dLbH5OeGEb7stRyjp7cXPtYluPFXt9xY05n8KBmOjW6OVdxOsmCLhDr5v+8QVPZgIeOTnrCdkOQs5fHJrOIFZ6JI/QQmm6"
    "iMYWZ8HClxtZqaL1t3kHtiovwVC2blXOnHAyJ5xvMv0yJ5zVgp75itzhCZzyy072BO2WJSfl8Xv1tnPhW3m9Yj6LyuOg4BARYmFb"
    "9q2hCmKNpG2eF2FI1mydI4UyqKq8gw//cjifrkatvh4sm0Nk/0nYSQDyTMRoQbKXPeaGhmv8RJjGvXBc/eEhTSO1vYrZFrfkW1xr"
    "RmApEkQ9RshCqJcuhHp5zz6+6WpuizLvcq3hStp/XjlNgRxn80MnqldLVUEa2frDxsHCoY4qAbS8jHv96GwQNG7nB2fLMMJt5djs"
    "9pbG17rtYpTquiu4tXZpPIsUyrI09opzzovjommN2kQ9ohdQ5zyimctNdGeCRsd0tQr3nCFZz5AfHRQ8ugs6nClJ684jLHtT18jb"
    "fwJbLJdgml+3WE5XW6yWNK5QW1TBSmsnhkSk//Sh3+SS5kZoKqd5+/QxA8ifPq7EGG4ljF/oMJRHB7SgYI6qtq4YGtoIICuw/45T"
    "sg14qTfgNnqyHguxOU65BTaXU057sFwuJBVg8RbYgaQtIvVGPhcOESt2eIupV0uqPKRy3jTxiC//XSMbCUpkEIzYlunbo+o4UO9x"
    "E4u84DEHmb5lKxxG05esYjnqspNq/mg9kbNpFkZ/cQiPHJLi7kmlhnmfJjbZ+/NTXV5EFK2Ls+pQJfN9US6JC+XJEs7Z/JgHtGWW"
    "vhw1RE28E6Qa5yd6WBHAubXCKzUuTPaw5zG8xnm/PXwl8Bc1Dv73MH99LfAttS83m2IDXJAnMkiJi7Yo0apoJbHLHm7IksY3tH5D"
    "kDRFIK8SuybUHe1KVkTtllAGSXCvrmgSPM1P9LB6q2pCu8Z5v8nO/zbGgVP9pe8Y4xRtwFpX0FGyPfqCDnMO1hm0Y/hdcXmTu+po"
    "VboSJra3LU+H3QbcsFlNwEYnrDywhQQbwlbOlVdG1PxpPKdhQ5yKnedLghqc38oLa4KO+XcukdupyiC65uRpZFG/4eHTiLHmYQ4B"
    "ryr/42NgKZ1ml7PJbt1nduy47KbtNlpXNeFNzjIb+Ezbt/HZgSC+W8+rPlppzlcXQK7xvxoplMkF6xj/28CewGmiOxy2XJASoZHn"
    "O9W1HhFOmOz8xd3DvBMe/R7qM31IGhw3hLPc+JiTAmN4PTB6T3fWur9HM8OhEqxMjteIsSizc5u2xKmYccurxi2P5LOKSgsD2lJL"
    "C+uKfKOCzM1P9HBd4BWaQX+LyNxOssjcTlbL3E6WZG4DNJ7jArYOUTpm0FI6U4e44T4qwuEIGWNwqRlMVyoFOBylY9ZKZeYwE57u"
    "IsoguZ33nN2ChAn4mIBv9wK+0MdcsuFuAdhqOZxIghrpqmXy2qegGelDCLu6u0K2kihxvE7EYi+XfVXSImO0cBpgG+OJS/1VD11P"
    "WIGp47tj7tkA1wE0IA14pqBno6hf65H+8o4TYOnA0dg1QwSmPphDBvWY5xgjRC2COBuNDXgZ27P1Mdxl0csbvwuTxZRgEjleI4uh"
    "TaKolCAkLrWYQBVazRoH/6mZjiBp1EqH/PbwZYdXLkReqnFBipSRbwSlLzf7vKbJiiTckuLJrCKihe2b8wTddZl/aw4wRWjYEabY"
    "9mQbR5gGumOk8GONm8yAoHIO2D5kOhT5Yc2hyA/LhyKZRRWzqNobajYaWnYxyU+ClMn3Si39Cbk1SDE8WL3oTJAxgUW8+zCpafX7"
    "zWJ3/JQ3jEQqMZOhLs1BPkqkSxTEN6Rk4K4XqcZb5DYEgIWdJpUD3ldlgKl9OIOdX6RtMphzwBx25dyWfrsUuQZn71NkrZFj+auF"
    "rMNIoVelqzf0uGTgbFU3TesZPEu5FgQjmR5TuSb1KTWb26T7kxoGcFTSGE64Z7Jac44hKqB/DS6n8MiTaBouuXaoJHREwE8xY9vr"
    "k5nktARzxfEayemYDHg454YhSsMm46S22Os1RYXREfJSi6N5TeMbV20qhl6kwxOkfb7REFQ1PEjqX5dD4IxGRqAGyyrfjJCUmS0F"
    "ZZzbh3g40TFGKbK6bL0gQl5muI+uZUXjW6BZgd8evhDULzUO/pOecEW2q+QW/KSdrPYOggvhkXB6prtd77R4qUHowmQPN1qiJDZq"
    "nPdbpA9t3x4UTOF1d27nj7oYp2PSpjiu3tyaX9oUpWNi2lKLm5gWo4gWI9xXFOgcSVomji1z/2CHqre+J/H8Wuc1Yo1RMUwTmJYq"
    "/sbBQrpGjr3K5T8TrB4XcPvPDv7v4eB/JKLBpm12UVM1oY3PLhsc+WdOZd/s4H+wlz9KO/of3jxee/g/Vizj8X9KwOkOZ6MhIhvf"
    "kWf67aktnmm+PuIebGvKGW6NQ0/GCJHedsxhiHXHgXSJfNCqE/5bqr2He/g+uBke/9ex80wK6QNr7nLgCHxIWyU8znC5IcGQ+01u"
    "qNe/c4EaBnD1aMHElPutobR+/4u7J48CS9f7xWuN0NAAC/f5DML3ubUepv4GJqQ5gApHveL/fXr26dgL8mdb5MM42OxAZL/pzMue"
    "B4Ht6eP050A9xHQ5ZVkvHa/R5QynaSOggXX7ZcWmaZpmszt4cT3D6sNcLaWBWvftnsPtb5dX6qLEK7ehlXS4B27J0mU9xU66fqsJ"
    "fGIT8EAGq1x26yEBC72+gXl6MKrmQT5KU44TA/DYypwY8KejPByJkDCGbJ0hweKlmNV3lJSpE0otLrURgTT3CfU4FQsFmyfoy/Ke"
    "aokby6zIGagy3D4piwoPkRMZjAKjDTF/zMpIJL8wrH26DCDgwOuSACmsqUJSgCIb+6DxrdvfRxpohm1+P9JBsmz3LYz+TXepPp3n"
    "aA/9gLPfdKMChotQ+zFnPfhmiXCPhujEs7kbGDSCaSNVpFJrxeMlu0Wy9U2VCOz/Bdg+uwTTwfGaffYvYuKnipdSX5RqnJ8Ak6Wv"
    "HTImg8USTYDBU0NURVkCoycvlexCb2OepKdtRVab9+mp25DDP7z8KQuwn1YD+ykF2Df1MFXOCZep50uHKanURWl+pdbKQxdETCZ6"
    "XFAmOtNfTEsf5faMm6Sr3mC8dd+4PmR5hG4REiZ027rQbaqPUAGBW4SMCdtKLWxDP2YGqa6IO4AYJWNzqdkMe/ECPI6QMRPjsvF3"
    "IwFvJgFkzJZlUxlkzH7mIFvK+mDEU2tgpMUBzY9Um9YEeMFLVQetnELbOAwpEtslnFaLaz3m0GiZQdlM/kK/KtyQ1EYlnhDWZGFO"
    "5UtP33FaGCcFxGPgYxN7cVEInWeE5KChjcBLp/kS3BzY1rODbD/IsPMIYVUGljsBsynfrindaehbvhA1ABtOHWr79RxYVRHQTcM3"
    "+iK1zMcT95h7QrZB2EwqMVwoDRMJWYk/gr3Yy+Kl/aP4FrUzo0/1TdNoxWT5brgOMh+YFLk8EgkWP+aN98he582Nc4KszIL60kC9"
    "Z/vDcs7j+xS1MXFDBfcpUQZbM4J9kZ1ojJDtRcvM41IZ6jE+Mzu9civ5mJ1e6ez00kOlbHS07MIazqcrnPGF947XiTBG0VKZhBcB"
    "xTuO5x4ME85boVAaENx0uAfLHJHt9xzDf7Lh5gyybde5mT4j115QWI98MAc/e9hykWcZ5h/Tgnh56cKKfb8AExGUYDw7XiMiqHzs"
    "U/FCkDRRu61xQaqHrwUJ7Mj6DUHRxKbYIHN3jUvJ7OELUeXrYotQxQun5y/CpKhX4nV/YbmWmt3DDbndFlX61LYodTRBrXHLeT0s"
    "SC1R1cD7XV/4pil8Q6txy3lgPHetCCrJ4jWxK6j9iDFd6g2gaGiyEi0Yve7hjkTKKyp8Z/iGy3k93JQVAUz46qKiXfUv5EbH89uX"
    "nt/DfEe7khWoYgHScl62EDM9LEpqRwFHZv2GLPn4LOf1sKxdgTM0+gOoNloyKSQAmH4yOWhmkXJ8yBa9Y03wjmWji1naCf+6ZZlI"
    "x6usLnyapKiDEO2qO4Y5e5Z1yHIrtiSvi1oC3E67Lii/nVDMSSHDW0WIkpZAGmauPDK7oHzlLId2EoMGlgh9epED4hhR5XA+zYTz"
    "6RqcT5dxnqKRoXsg5QA6TlU5pLdvmOwYP1MAFrG7Qr7vF08ga+wugOj7XQE7hjf49+nJxz8+/vnh08c/SRH6lmHOH2uwXh51nYl+"
    "evYpl64kpKheO92+Por89vUURckan6kLEmbmnYgINgNr1twhjxJkDNUVqBYwgYuTMv1SqWXS+myGdDPvYZ4oEes6ifNRoROxvKgm"
    "CRmyJXK4WRlEl9Qnb+lvs5yobt3dph5zLLghuFX0UpgEeGkszAIynZW2AXBYUUXBjU7fpQrAdWHrD+kaP3rjeK26LyySSdc3xw8G"
    "NpwJGgWGwBAQi/PPKVPfDH6I8b+4e89no3NPlWvUIHiiz6hODS58+n85gbsHsM594eg3cxZ9qm6mK/ze5C1StH5/Bwe0qUTWe+LR"
    "f5gusEy6wIAtS1BnUwdGyEutEVwVV4q/vpZFSfNvLC56+EpuC/2uqIrkxiJNKQSIzeP9FtEdbT8skt+Hl5m4+sBuhIQd2I3tq7dx"
    "YPcR5ZIb+cX37bn/cMaveASwcSERUpySSZDKLUF6W38wB8Ta4hvzyOJs073NoqbDBPb13U2sZWUwU9zb7iaycU/Z4sS39av3OXFZ"
    "QrbNTrC3gEOQC3rfAZ3ucgNE/c6TnYThvuPalmdmqIMTfPLZdO8xGpHW6u89HnXXOuZMa6ibhvtyzJFXQIjsOCbWHN7gwdTd9O3O"
    "G73H62aO/z1a6H9JJhA96XSMHfNq927M+3+NdvP05OnususMX84eb78pk9tp8+edejYbTBUTXXZ/muLz5bfTJr69MefmZ7nznTef"
    "7759/jk4PXvQb9TO5E5tN3H3BynzfnTZ/K5fnpgDrJB7Zw930/OX29Obzvf655/k3vs7lT8XG6PPmnl+qZ18vlBU1JmcKarZ+Pg/"
    "nuzjrd/69lv9eTg9P70jZRJvXe8066p2ctdUGnneevJ1u28tpLz14EPdHMzUtvRNek/qNUXBlMXGGHdOug2tY3a6Qlf4/PI8/vxe"
    "EpWO1FI6X3GrwePOY/ey25XqWvP8a+fx/Kt2IpGvG85MEXU6s69z+Lq/4yFjyHjsmSSN5vTE1X+ghDMfTA3XDVc4pOh/2Ob6TTfX"
    "ZPs8SDPqW2NrFlJU7gzu9k0mw25QSHIREO9KbrEFpI/UTr0tappwUePCZA83roTGF8jzE2DS2+yofKt/rcjXsgq3kjlUcKHIXbgX"
    "pMCItt+UFYgLHKT8usIqoBQs9y8U/kaqcWESTGkvoBT9KYcYZGyTNVphy/YFdaklWU1RAaNt+gPMUsHEHSyer3jpUgCuxXN6uKkI"
    "cEEmI3I7ckEaEtmk8eIl4WuQCqJC98E2mjax6CU0PbFFGx75CW3qafzpIBm1n4/azMft5OPm8WAVL3VFMOH2EzRHbSjitZfnJXu4"
    "zZPWp/J9VetcUJldIqOH5Y4GhuKafCMtSqVk9nBdVqQ+X1dknnxR5II0ePJqpK2T/xE784h5eZHmvv3hjwVDr3gwdN+nC9l22sZ4"
    "ssLz8OuMTqlmjwaVqtBq5ly1URoy45H/lKm0C3u/i1FkMYJkOzFSjinKRmMDnpfXK2+SjtmcxHGFIEwu2a734RRingX3EmHlbI13"
    "cvpgEXghXztO0rF2nBjyPUlULk3egoRp8rauyZsRQHOdsAkJKjiQbHs2NHU8nuvjwnv4KH2p17BfyIr18ZGsRzs1zp7D3rnGedNN"
    "biZk4cFqFiQ5YM1dh0yB/Z+prXzt4dMkKTuDmuMMalJYm0eRnaRlquyyq7LRrBinE6TMEVOZ+ezrYnKyeEHFuFtm7rq6PUZuAQbH"
    "CBmPy8xjP9J9kV4co2RcLjOXLQgQXWisjlMyLpeZy+jhAQ1d4wn1086eAZ/TeZykW8flSnEYuJbYpCAMY1pO/CI0vzJ2M9uCaJx5"
    "PQgkyJh4NKk+eZg7utnfTNO/XEsh4dF+ED7qSIrQEvl6SwA3bEG6hyVZasjta3IJ6rHoFbknXFKvb335WpSoo7VkDijYO4rWr4Mm"
    "LUwGuRfCtSJSW5H4NTwVfKupgvfMIF0W5ZrHV3ueFgFmtcg2SVc5ye32bQ8CyJ4te5SirdDQjxUOkpYIKwD2unWT8E1br5OIeegP"
    "iicVFf8k9inhOebNBsLUiso8Fl4IvHYFxh/kp4dbQlMjI1BH0pTbGhe98mzWwOrnRmy1PLO14KqHFfHySuu3ZOr8MkxHXXNGXXKW"
    "Y2xbGHHk9qoSo2MrioQRVdSuOiuoMSJ2zGg5RrKT31FNnIo108SQbw1dK6/RUIyIIcqio1fal1I1B1PHcPPbWLnMvKpWTtdUJW2k"
    "W/dN5a2QtoBsI6yoosjG1pIZkIXevQVcVeOAZbCvghoZAjNA6q2TtgDqRVhRNWGNLSizOU/zNp/7HGIPFNvkRj0DvP5idBvgLmqq"
    "JrrxdXuWCczbjm5jBlvUVE1s4zv33K7/YuOwF4tqGfUgfHvzy+uB26OBvKqBeKxlYss1hmhDjCRaSYUQ2qmLlQFp30P4+mX/Kv6t"
    "47XOVSKFXvWswnPeLAvx2imhyz3Y1pSGmZ9S3yWca3E6aQUTZP/FUX07h3TbhBDuKAzqBjUMSXGHAwyWHafs7jGv+0X5O76QmGPX"
    "MJmvir0IFtY4gjRwmhvIV0zRjfSpj9mgl8sayutiOZkbEjHmlpq5NtJTpVjrDB4Cigpo3/cQ08xGQ8suZhmcIGVdqdRdiWmDq6W5"
    "rA6ka7QYTNa+K1n7/gXDh4psFsnw2/hHVRCcofQ+e2n7vrh5vG4Db8eKZdjCPyP0SHbKIR04H9X9/XKN3h3pL9xvbQvDL9mCv/+d"
    "Ohi1nWPOtqzpMeeYlst5qxoI1T418NxF5C7E33aguifDMdxj7sGwHc/XqamTBKkuba//pu/Twz3Mx58NUgb6xHu6g7zn/oe7p9uN"
    "+9+pQAJz6AcBGcq94+695apzT322AgfpA7vwQIXe4gbIJR+BOWemD5GTWQwRGw98FJgg4o0FEQEflqBeGXQ1QrG/uKs7HHS3HXp1"
    "gMYGdvpen82B6xIdQzcFXUQGwPzYJqgYsinI+pNMDlQjFAzRFERhLs8lKPLLl9m5TkFB0S6OH9FlSn5B3J7PwewN4pNMsriTNbK4"
    "kzTPcyv1FBvoKA4Q63znUddoADaQ/h+sAjkjakzwywS/TPDLBL9M8FtqWJng90AFv5FlnWltavenkioqhPROTdooVikC8QDD1bJw"
    "JyiRKUYYLG2iwuZ3XF2WvwgXIOV19UeEucELiHvJ8yzy6WB39hfnBZuAIthyubHxBPZmYIz2MrBGKfLtXT0IBNf3z4Y7GZEmj+85"
    "F5mmQ55An+VCaDGwgvPGFvIDfltoEDKQbkee4xnWkRbrRKigDoqpT1jjDJcjo8mL42dsJcaYvlncq8fBqfR+8OEzjXtFriES18vo"
    "Snq4/aZ2JjO1fQFxsD5IzuCD8nB3ef59dHn+QupRhh+UyeiyM76++AjxrtpeTKs8EbsGm8UZ+z64NOf6jeS/ufIyOD13SbnP8GZD"
    "rPyE6F0QYes7/+Nk2D3/Obg8f//tw+enwelp53u9GcQc+/Pa4PHX9z+uO++7wucz9cpsfum0xv/zP2lRuWZoaOimSwXRYXghkrBd"
    "J4zSFRsvmbphX8vSNXaPUa4ty20yBJKKVlBmKc7RJYTdue5h7UpQ+GsR3F+ESQi0IVyIPEzZNLpG7BKirkgapfATPSzXVbJxC4pH"
    "r0hd6m3jSm7Jl5QketXDqkzKtPo3svIFArPELgmlIvQv5IYmK31FltuEOJ7Rw12+0RAlXqNuOiIX5LsUvtPmtfC58Wvwuq1BvCp4"
    "9+sr7YpvtcOiiQz4XiVaVeyS0EuNBWmY7uErXohSxS4h3JJyIYY3o1c0mpbcUEQpvJ3IAJ9OHSW8G7kgiHaUSwHQ8BM9HCkZJpPT"
    "5hsJSZkEmkmgD1sCnaqcXi1ITddM/1rS58UiKBW4NQcMooRMhlpqGSpVaedncYSMMbjUDC53vNWtLJHlawjNAv8hPqRMo6x6vxAi"
    "MAiJCb9FllPbDxEYSidSRGfrgrfE6FjklhyRW5imiGmKyg9paG2bO85knI4By1RwTAVXbmTzeuWJnWbYENzYAYqK4pscEzfQcka0"
    "QhsqO/lFTRWCPtZOJ5aZ5ls8D0pXljfHVQWenXo5ibSoNE8n8Qa3xttJomAmPXFUXQqHh55BTzpAQ93T6hruO+4eNM/3x9y9N95B"
    "KpQO3VOie1+U4B0U8hSuhJhsZ/8iZRFhLT1rNLTmBGeqhZ1aT/5xoSWF8pu+EdU8k33YI7UfvAcNdeh1ZUYWJ9Q9C2ihn3Vfvf2O"
    "a1OvLQ59kk6aA9qKBnn6vIkeduTpVU/NR1O86XyvS6BrnQyv6k/6zdn7wU13Pmp6uldT/NEOtMZq5+P4S2PU0N6ft5TOV9xq8Phr"
    "97Oqdu+aSmPoiI3RZ808v1G70ueud32hvT/5qgndTlBeezx/6LyfXHdf6P2vX7uSBve+3MV1uOu/3tzo683nu2+ffw5Oz0L9+fCy"
    "+12/aTqjqynVn19edX8Qmufh5flsgBX3jqDy7YP0fHcjzW5vfrxHd2pb+ia9J88zRcGUxcYYf308v1ZBG/3yPP78/vxSeeyqGVCa"
    "gba7M/s6f/2rjc2sBpa+Omk10PyW9tV1c4ilpwG5/wWv++Km2nk0b4IvVjtnD91HU1O7y7xN6uejsmSStayPT+jqY05PY1FX6e00"
    "FT9T5r+pMh/Pp4M0h4ir9V8Liu3IJV/HeW/Kr+1HffkFBMBJoa/cbAoKZPiJHuYVPzSSn+hhUep3RVXUalyQorFErluC5oVQ8pM0"
    "epJ6Jd/Q0EmQAJsAqSG0WrRckARbDJWKmr3fcmjumaEMM5RhhjJ7tuUo2tfewsNXgY52rYhtHoI3+YkeVoRrgYe4TPSXNvMudKSu"
    "QFu4nybNTlSvBUmlxIt0OVgHYdsdp78ZB5cqKXNcLlH63AFOeL+ko30RoZeR/9DpCHcaZPrra5223IGRLJETcL1Pps8GrwoB94Pr"
    "KLf7ZPwUlK4/qqXnF2kF218soSdjhFLPqq5ejUZpmGu+bK75HpBt62Y//9I/hbRymH/KAvmn1Yh/Wg244TjzgoAvSCsH+GmmRn66"
    "ppGfrmnkFLi8IZnTqX/tY90+Ik+6aYz6uc/Gr6L/lTEdTnSMUQqM2ZY7EfJyr1hlReNbZC1Kf2H7o36BXY/6haxVr2QJlqnwA9tE"
    "RZNg4+YnYJUD2wvIClI9zLfrnRZs/GtcmARTM1ESG2BqBr9F1jPbNzVbBCixjfEkxcwz47p2uZo9TgKq0GrmnAgoDVm0kv+UqXRz"
    "7P328GUHNqewrw9SpIx8Iyh9udnnNbIZlwTY3iSzyrFRsdHYgOfltb1K0rEwcyvchgxWCMtecRky2LOI7JDXRrBhcg33pe8glMsJ"
    "+hIhwzsL3o4xxro7t/NHpYzTsTEjETuVoJFLVhASVLDdbnuiM3U8nuvjwrqrKH2pl6dfyGL08ZEsNTs1zp6DtLzGeaNbbiZk4cFq"
    "FiwNG1H1eepWa80hsAQtOyZU6mNCILmeFeN0gnQLjD6cueLg+Bzap+XlcoyQdeZSM5md3P0FmMxO7lacwYGp8TKHV7rSjpLsz5f2"
    "+11tMLbsSFu3beOp2BInRslWOGXuNgM0nuMiC5wIHeNwmTlM49oWm/pYHz4IDg9BoGOahbicpGWcPgxOr1K7ZFBDJ+oos9FdQ9TE"
    "OxDw+YlAwazwoYaZJHvYMwqucd5vD18J/EWNg/89zF9fC3xL7cvNptgAzXQig5S4aIsSrYpWErsEM3dJ4xtavyFImiKArXv0mlB3"
    "tCtZEbVbQhkk01Tj6q2qCe0a5/0WklduXWjstYW1Zpzrho1NTTfLLKHfiSmf9fCA7AJwJ+kY2lnQXthh5NPjJemYHo/5B9oxpMw/"
    "0Pa1zbrtks/OiWmcivX8BKbR48KZIY0SsWaa1BqbVt75KULC4FzvvMpre8vg5vYCdB1WdJiwvuoCKNZLM7hYYm7BmFuwt0Y2r1uw"
    "ILDLhrhWLApPEtXI9JIB03CztM9BtpyLq1eRTW4sM8Drr0e3Ae6ipmqiG1+6b+DCzkZT+FR7Q89sildNpbyzLQmz9uO97kBaZNwg"
    "18CP2/OA2CK1VbUhYcs1hmlB0PNgJdFKKtSWdukIMRyaUrwgRoet1S4Q7WipV/0f8lwwpnrh4cCnH3j4q9FActYDh/ThhHskJWh0"
    "OXoVhruLRbRb9mS45bpTvAn+nXT4GDUcCh7uOUaLOB1kftLe1E/awdiD7XBs2bZJWNjWlzDN6rJnQV/qMyY3gvClxsH/Hr7gwf8O"
    "f9vDV3JHUWsc/Smiv93BgeX8tnnMlrX8Zh6R6Sa/6jJBySTE6yXEial9w012NX2WHy/LMRKtLPdue5erW7qpTFnZBpvN1avaSVAi"
    "w4oWxGTchLwQXVbqnCdA56inFHI5tbwAzPeBHeXCxbXhLVLnDhod+yGZ4cM5Us2DNSfrVNfiJvoT4uw55qx56pp3z0/f1Mf2Db9F"
    "H9tePGNrcPrj0YvMrHa+1+sm0N81zyejRv1z56Uudzs/2tk9Qg+36Ad7cufHjT6dPA0ulYfhZfdleHo+J3T47ubs8e5Gebj99nWs"
    "dttjzey2tUa9rj1+HQ+vSLnLc/Is/hw8fqvC+eev7zs4+1eMNoopfZb0Wz67+6w2STlp9K35oF+eOwTfp7vpnTmcqe3P0+6c1P8I"
    "caZFwdRE4ayrCc/jr50zQbyqnwxx/Wl42hlfqzzW3t9dKl0x9iV/H6EfM4MM1Myt9Ntvl2Zzm1AUPj0eIS/1wr5xJYvgiMj79X0f"
    "+56Py7GkhzE91bp3dZuPkDCDlRQ08++SImRsq1TqrVJkCsnJ4zglY3PJ2ewi7Bipkb9XyvPiROyEZ1Kcx06GVb3blESQdDgcZraw"
    "zBb2oOFcI+lk1m/bt35j9sW7si9+S7l8OeerQxfLJ62Z1kfgDAyeMkXh7JtB6QyCeyibNBUxIDal9QjicYd7RDOXm+jOBI3+AnE5"
    "jdJK5exgURLYjkCgymgEzd8W0S5/P/YF8fQplGCAxgZOicP59q/zumifiWbfVDRLG0IfGkC6dDYd7ThV5SL/ffqYQfD66ePqqB8f"
    "l0MaFXf4Ptyzk/cikm8aei8IwdfDbRniTcH/csi9mb3W9gU8U32ECsh3ImRMLFpq+Q6Tfv8SbAZbjQI8jpAxMW2Z+VsSMe0BdWEm"
    "py2RYJGZUO5QVsOkjbuSNr6VceoUdQ3HcI9SLVSDm8frzVSnqP8UlntV5iVjxA1103zH3ZvW2A8GSi1CQdBkGuS2gakEyfNV8C+H"
    "FudI4UC09IJ0u8Y9G6Q1zV1urM8cUtkTQZk84p4bWnMMIiuQQQ1JwgIz02Vh1xu9Rw/38L2D7Cfq87Bv6s/0mVBqpL9AoeeJAafC"
    "SAb0nBFhMvesQ02Gy3mEx+QpAHifUNwvSB84Mqf/Bdcv3MiAA7ExI9shuEJGI84ib0he4/6ZdBuyNHAMEMtx5ElckEUFdCTLRqQC"
    "kNKRJ/g2vVDRzLamBlnOkY+FKEOOT0xojSE9GOl4tNCeHG6A3GdE3sKZ6UO0Usr3d8SHB7ADoA3SfrzY5Jm29canTxsZn8ZNaMn1"
    "98GlOddvJM+kdqa2hcCk9qb7MJqaP/VvygMpc3p3p7ZvsfSePMcUBVMWG2PcOek2tI7Z6Qpd4fPL8/jzyeemIpiq0pE6SucrbjV4"
    "/LUjXSjd+uK6K2lqZyQH10rn7KHzeN7tCh16rb0n1+/NjqIOHbExkrX3n6+VpvmgCucSyZvFjVtjbj9IsyLDz3+W8xNxX0guLRTz"
    "bBE2PO9ebGyLVUBve48it6Iti9nXvrEQN3/s5m2HbC6R8Hb7kcij41dG6WGUhEkPU6SHkXkgH6orWy7D1eu//gBdRNUQEpda2aB2"
    "6m1R04SLGhcmwXfzhagIDZq9SPcw32gI1zQ3SJE8VRUvJZrnpyDSW1+RO5pQ44JUD8tSXxUhy0/0sCTX5Yvb/pXcJrmRC/Dk3L5u"
    "CfRBYbKHr3jpQrjoy104CBC5gPelD6Fv66V6uCO1Ba3G0R8o0eyoXgGaIM+g6pUWfUaQLKJg2b6vZ3+RnKMvRyiY8WyyF4NDiaKd"
    "OKAtdR++VsQ2r0BkZy8Brf1a4DVo7PAL/VYTQYno/ZZDjTi3CXzDws7xI+SlZo7QFpRLQWoQ9oRJMjhBAkYn+ksYRgYtEeK1+4ly"
    "sIhs3B1jhPo/U6PB1i3LRDpOH5GSpAkeDQjtrpgU5ux3y1GX5VZMjVEXtQTUnXZdICygHCCFDE/OtTxiDSc6xsgs2jUi5KXuGtey"
    "ovEtCEgPvz18Iahfahz87+HrKxm6A/1Ji9HghZQQwuASNDpEu95pwVROBrogSeb5liiJDTLJ099ydKyFe0HbGE+KW7MsV7PHeAOq"
    "0Grm3NpTGrLSJP8pU+kY6P328GWHVy5EXqpxQYqUkW8EpS83+7ymyYokwCSXzCrHos1GYwOel9eNeZKOHd5I4jq07NGaODqrYI2R"
    "VS4Mx2mmMByna8JwnC6H4SATNnYN96XvIJQr6skSIcM7C976dDA3YWRfKb1ZDXkabeVQ/5QF9E+rMf+0bLxojLHuzm2U9/RSgo4N"
    "08u4ppz4Xd1+Q4LKNdqdREiK6A9zDcxxssphvZNh+ZmsHFJQ1tCPFeK3kKAC+K6z1hO+abEdboDib23+GwU4NNZrydJlUDyCeqMl"
    "15Nz4GhERpUUuD+rsrRi6luQJK0ljaHL/T/OJCvqnQG/UHEO5obpwuEceOxbaDkBovUMSWKfGMihgiWGQExofYXwYQVDFiQV6AHx"
    "EeYs0whztmaEOVseYWaTVInaaoRDgsrhu/2dOFkVj+f6uLDiLkpfavnZly817vGxh5VOjbPnoHWrcd72KzcTsvBgNQuWFtkJW5k8"
    "pvBJWnbgodwG8cMhmhXjdIKUMbrcjMbOM7JTpXCvsDlKyJhcaibHTG/TGb3qgGeCcB2jq8VkYFzSgCM0A80BYYzol4Yvanudd7RJ"
    "0rLjdGUeb2KGz8U4HdIyTpeZ094qoNg6MU7K+FxmPjvI7Vtzt8jGL0bJuFxmLlOBX7HOHKNkXC4zl5nX2apzWHddNJ25eVw1R0mY"
    "rXnSclOfWaY1NtJCZK5GNErDIE1CCidyR/Mi3pHilGwkKvNIBOevX/o20lPdJqxWjCXpKqcf24n+0UYPc0c3+2Mb4kgVVZQt11II"
    "/f30qqOOpAgtka+3BDgUFqThFJoGpsR84wqOgkWvCmnStm9YTDZFhXWZIXGZOcNfX8tk3G9Ta/DIRQ9fK0L/Qm5ostJXZLkNJ5xi"
    "GSXhEB19clkMRUgqMGLt22bIwI7hADZLiK89kxQlY+eRcpxHIoPI0JoWHoQi5GUehlpCE8Z+/zxy9AoCCqvXosa3RHqGOHqVfuyo"
    "HAPTyNDH2CKNPs/QFCNig1PuwWmCzFmfRuvMg3qcisGeG/YhDD2mueagUIaDk4k6yjxaNURNvAOLLz8RHIlU+PBMJEn2sLdaqnHe"
    "LxnJBB5GMPKfjFzX1wLfUvtysyk24CxlIoOUuGiLEq2KVhK7BDcNElkpa/0GWawpEKsxdk2oO9qVrIjaLaEMkmmHOdVbVRPI6s77"
    "LcfYuThbmdvPZ4yOHRRJ9NOoU62soMaImJPP5DQfdUGWFdIYEWukCfts3XbJV+d1RRujYpgy7747htQhO7bc5xhddoSxlsVXMnPh"
    "u00XvstLgC0g2wgrqiiysXVPBmShd28BV9XIZGVazlHg9biBiyEwA6TeOmkLoF6EFVUT1tiCMlvYQG+jtM8h9kCxTW4qs3ig9xaj"
    "2wB3UVM10Y2v23P7oI+4DrZcY5hm+1H3CZtfFGTS4/ir4ZZoJdVBmyK3w0iViLo1TwtQibwjyWvjUgZlMnnm98pzukvjOQ6s0UvN"
    "82A/J4y0wes7zQTH8jbi7v1s94U6sYf3Gx1zFjh1fyZlI97z33EqBIK08DG4oydldUyLBQ+ENEp30v+2r0T99XsEoaN+79KLYDnR"
    "wTE/eQI427cc6us/9fVMy3okz3DfcffeapJWB4Zmwatjixb0gwt4XrOQ3cPe+ziLSAM65kRR8p4ZZNEvJXUHZOsCGsBj/uWET4iG"
    "MziOhzMg3/4AwQs8h/4u/UC/9FAn6aE1nZmkJ5CP1AeE6pjTHS8AAdizQzQDPzrBX4QxwyEEgYpWRWkAtymwIKgsayjQVLf20III"
    "GWnR/wEH9GFrWFcokxf8pZpWlHvFIz795H5QeOl14BOZZ3zmGb+anvHDwSmne/wlOubLPcWGITH0F8GXecv/1b3lB75mPUfyQbqH"
    "JUG4UPsNWQFH+aIs1bhkTg+LUv9GVr7UOD9BrdtaYluUfN/d4QVV0iqidEn1tJAA37hCW7joh27s49c93JSVG165gFthEqga4oVX"
    "nCZ6GMxaPOOWHgar3guFvyGvGybLoXxlHvC32jMr7wFfEb52yE4dOiVNQG8j3aDNe50xctHDbUFV+UuIqO0lwHBCvZYlFbyv+yno"
    "m/K1rFLv1H7Kj0rBi2ClGiZ7WBWUrtgQ+pG7S1nl6FVkvf0dFY+dHiEveWMgYyLfAhfRDV4R/JAfi4we/trhW9QqxU+QoZAXNTrg"
    "+gmwUhEv+j4jVbBViVx6RuOXYhfsb8IkNK0LsSFKUD5M9nBduOK7otxRalyYJEMzr/FkXCb/e1jWrsAehv6Uo6kwB+WVc1BOf/Ps"
    "3fQNTHbLZYu4D9fZRj6H2UZV7DwToRKyeJI7We1K7mTJl9wgH7ADBmxGYEH4o5v9lf5X1zijXKKsHNw78eHMvH4yr5+bL29L6/XT"
    "d/T3rL/kGk0SZJVr6tuPYcDCQ1U8PBSLJbSzWELIeCoSSyhKVuZOU6YtUQibbZnFD7AnKykz+uxQ1o4XeSxA1X67MIuWtKODG8xB"
    "/q/i2IiMOwX9nsYpGZtLzebASKQQp5eIGbNLzWzkOCjVN/lq/w4RkgosPfbt3IHcTRF3rA9AbqcGpGKOftYGHreNNCXhWqBDGoZ0"
    "DqQ9S2cIm2GkDSQZ1evJSsrssMTzquc7eQvTdL+7wvsbuF7qd0VV1MDlUpAOdsjBxrgcO9PQcn2JlWtchURo2A4pDc8CYZETdBWY"
    "bHdtd07PsCxjvDr+ZkjAom+uX+kUib7pnQPKw44ISTkYAs+rGkPIXiDNuH31gj9JV4GBaO8u3cLzc33rIc8ksERYAfD3YJ9C1vg2"
    "xSxFtL46blmcasPAZYezlkmJW2amnn9Zu3kKSNjeKcfeiYzWrmWjfu447UuEFRgX9j0o+xjm9b0cJSvW2A9naNim52XbGBt5nabF"
    "iHa6sdzn8dvtefbLM2QE5dlIkXukeLBs6uBjsyATy7WUWcgF9+DUl6BRcVbsctUBsgbZ2LXEBs30UuUQaQXI555mlwhZ58ndeXyX"
    "FznW4QuKXzp48INhO24/P3xJul8aRNiWEDRybgSjRL80fMEAmGZmuqYFxqh+aQBNfeYUsqSIEbKIb2U2ogiM1QGDPowdhQ1nlutg"
    "nC8z5/2BjnxuUb6n18C4XmauE/yG8/xxChJkTE/+TyqqedQjUZoKbM32cpTlf+eGjaYIp2nK150citMxtLOgPbRsG1Gdcn7ZQxpt"
    "BVDfv+qVwphzBxOn+pVVgZFmmDsUXBota8JFm3ChbWSSlq0sy7yyjHSYqeGkWk+tt2BOo2ca+RxqSjKWIfKBhU45xUlZTytzT6PM"
    "cgotzFJI2aSWe1LzIkzkXJbFiH7lVZkHRJFRKk7JBqkyD1J+c18xQq1xeJigq8DwtAejUR+1goLcZWrWt8rct2a2RaoEa9+5O7RW"
    "ORR93aonrZ4y2/VcKrykgSN1P+E5TGndev5SWrc9LHyj9jxQJkyCzypJ9Pyvw28PN8DpVKsFWWESnMQQgobnVN5L9bCsXHh+5v0E"
    "lNI6iuSV8lI93JFUXhPVJn1I5OKowPCwfQuikMu5V4vLlBUYjfe9WHQm1jMu4mEkQseG4zIPxxb1yJ5zOxAj+pW3Ax4QqXEmVo9M"
    "MSI2KOV35UDxK7QJS5CyoanMQ9ME6fRbl3i8+iBrhKQcB1krdbKYLKlca2il+FFZzZEoDWPJ1lkCUSILqLhjVGwKyq8ZBADBNAM5"
    "BdWDaRWw6ajM0xFlWU5rhgXJr7xKpjB4Ttpzj1ILMjZMFRumqAVI0SEqSsyGp9IPTwVl6Elaxukyc5rscUwjbShdvQqPkJRjEV4p"
    "Bz8bajKYAqPCCgwT6U9owwPsyTrK3Ep4SZZu23JHrXFh0osTLHe0vqCqAg2fksjwwmH6sY6Bj7HLcnDSRrpDnphnBRshYavX/AfY"
    "0dBwvGN5z3lQT9Ix6AtBP8od5SZOVQHY93BSJcBskwg3yTrKPD+w+Da7naUKG1EzC+oD2f55ErFCTE6QMj6Xn8/5jVCTdJWbh3di"
    "hLqIM5/TA3uCjp0uT+A6J3jYEDctJ64JOoZrQrRvGtgY5gQ1RrQBooVGh9JDCo4ayWfnxDROxZppAlNkO1Ze76MxIoboP//8B8B7"
    "9Cgh/+/kOLCMbtOykTHGX9DL0t4xgejUGiHTedcIKzrMzr/IXXDe1p890JYGP/L95KuRdxpVIWs1BZxmps9cWwCXj9Z1kK32VXiT"
    "E3YGhL1+vgV4r8OKqoltbEDM0nSDRSnD9vV2m1jAZ2m33pS/DXAXNVUT3fjqaAW2ML0N9OEj9V25Yp4jrzRf4Typ7pM2vyjI1FcY"
    "1vuAX/jVVAfxlKOUG2Ik0UoqhBC0L+vUirSrWItbvjU9nSZzdKyP6SfBs+FJcbBqESYswUiGmEU+ZLg+gD6/aJkBvPQw5swjLjm/"
    "megup3Ngq8ON9SfEWZib6WRqOOZ0h2RjiyxvdJMDCwXut3saYuv+9xpnuA7nRTM75twJ4obkNTjrgeY/Idt4IFTUOGNGvpDUhUe0"
    "2ATpo385XBiH+11Svv3mL9TDPcxzHoSkBHkZbNFStIzDGaQw0k004p4Nd0LrcF4cF025R/QCD3yeWIg8kBR05qSU4ZKHcVMLxgcO"
    "rKHsGnfvcVEl9dz/xd179fV19x5qf54g8gqGyz3r3nuRSizbfyh5PY080Zu6oTQ0HAKR+cI9kEI65kizICXhRRzyzIE1eoE3mtIX"
    "DeL5ciMLOfCN3CO2nv8iJaEqipoOjYRWRUo/zB1SlYG5Z7IEI/yh3PI6Zt+1xohQ2EFb9ronbdp/x5cWHhAgHSbl/j7SXVcfTgAO"
    "uO9lzWYW6VmxPPLOqP9kOEasGPm08DKELfEQeJvZYzhbLLpQvv3i9uUZ/si2JkxFxKiJPgn+fXwLi6ZXN+Mg19dT59T8sRG3HRXx"
    "dZx3OF/sOioijGt5wA3KVw7aj1mg/bga2o9L0D4axa2pAtr96UWKmFGtCnUbpvuK0OyoNIjtUh4Y3S3oF2nPEOtC4W+AbpEGJXxD"
    "EK81UMHTxLqgupEL0Lj7Cvh4VryUb+fHa6IsxQtH78RpFp+3nLk6sO8ivahgOS9WLv5yK24ERgf9EKj4dXi/KSs3vHIhSpdhkUVW"
    "WEr4pgmSGqARywnLXCtCS2yLEq/chqUieWG5C6EhxqoKMsISLaG5eGG4CO9Em8NSVuQJQlu4iHFkObuI+cP2x9wNw2FvGgj7zYeH"
    "SkTCXhFOeE24oBXhhEvFtNIa+y0W5EuQrzcniRFuwZjkkBhxaNYksS1YLlcuUUJmMVRmHusYvrGgZViMlPG51HwOpStLXF5rqLQg"
    "Ykr1JeuvqFgrH6wJSoZtAtuYFDEPtElChiyzrWO2dQcJaVxHkAPWJULWWJmF3W4RDTWMOUFN0m0R1zcV5u/EbpHZfgXNZ8u2X8wg"
    "lBmElgLeAgahixX/NiCOVVZRjJNbpGzGocGOdRsox2urKMxLm/wMOC9WrluA+YpU1g3qqibISyv9bG0Z6Sn+SIs0Y7+iaoIbk/7l"
    "NsNdNqBMWS0vc0HGSLPIv4w8UKM1HeAC+VUmJDcIWfiwEvbUdh+Y+QbIZzX2VSvV+P8pZMNLMVhpxxsg9Jotbz9gzOsGvVrMIDVq"
    "2spZYJaq+7at5A5VcB97dqzPYOkKFqdgEYrBfBTMQcGklfziGoeejBEiHe2Yw9S6dTjRMfnsZfvdN3j+6xapzCT0TU1Ch9O0wwMG"
    "1u2XFWLPaZrhxeDF9U4hHObWMQ3Uuu8MMFQQdnmlTi2x0m0v6inOA+u3msBnM3ZZ7ctxlbHLHjw5vg3yO/HZGIxSeZCP0pTDjWal"
    "fNlP9VER57URMmaDVGq7BX+FlG8mjxHtd0I/DJl6sW3b4uTZRnu2zGcFSwn/qzu2WOPLv13LuQ8RsGu/HKVsQbwba3cf3625jbPu"
    "PAh/yVSF0TtOHDmcbsPyfebS5b01d+FQGUhPYE3v0ON38DoOHOoji/YXDlyI1cjuAGrgHP3FWWwJHIseiuP8M3FwGM1FeHnr8RYv"
    "wPYeJRi91u09Clgt7nHWL8nscHCTPgxES2xd471umMbTwzTkj5+T+JTlnMSn1eckPqV5pB6lBkirW5aJdJyOcIQquWu3rCxSwEIw"
    "hzl73rXLcivWU+pi8kREp10XlN9OKO6kkOHN76KkJdHewEPvRp5593WoiLnm3e2xJn04tOb5rWBjVMxWi/nsq7T5ayURpb85FkFB"
    "+cq57t2JC31QMGGUog3NNjdHyEs9PV/LigYndb1fOOKvfoHD/eoXMgFekdU7uQU/adOhN3sL4TxOJ+J2vdPiaTSWMEkm4BaZjhtk"
    "4qW/RSbOkywsPlnN4ZMlBpfcxLkkO8M8Fs5ve0p+X6GIKn1InsbsyzlHL0hYh1gGM787pARZ5abr7fvnGCFXN8xc+u4ICVO6xmQZ"
    "21C6+jGo87T6CEnlWvz2XVXpoxGBP18EjwVJ9QA+ywLw2WqAz5ZWh5ZjBDaOSbulsYhXuIyJUiVANgqZsr+tv7UxvMK/z09PP3z4"
    "4/T9h09/nn3844+zP9//eQzhI8m95Vt/rBObipcgAI3xYFkiOtGdSZ52HZSvXKP+9DGLaP/jatH+x9831exvTwt9hfS49jOaf5xB"
    "B92fBCUzmcDOTH2IqJYX2kdgT2rqjuspeMn+nPyMapxFLmzr+ZgzreEjGnGDl9CDKy3jpJu4brn+LauRVw5Qqev0lKHJH2ZKa2rh"
    "D02nJx//+Pjnh08fwxEpzFk3EAWDzmqt8RsN/4WGo/ds+N/v8P9+wz82feSePtpk5arT9rg0gwS31k4i00ihTIZMPgHnWnQE9x1u"
    "k8Ebrp71l3fcvYumM3DofU+ngfsn3SQbmHtuqj8i6nWcxsr7i7sf6nMH3Qcetv3pjENgfcUN0IQ0NVI83ZrpTd7i9bnov0eLYY1k"
    "AtETPeZyNObV7uAr7/812s3Tk6e7y64zfDl7vP2mTG6nzZ936tlsMFVMdNn9aYrPl99Om/j2xpybn+XOd777/fZb9+fdndpufKub"
    "Qyw9Dczz2d1ntc1/GE3QnXpFaL6OvjUfBjfdn0NCe9c9D2mEG2ky+iaZomBqonB23W3U5W7nR9sUUacz+zoHgxPwHI5d37gXox8u"
    "8xqeZ5TZ0RERaJ75xI4+AfOKk5hBybhQVAbvk5ZaY8U3GnKHCtm9RA8LbV5s1Tj608NqW61x5F85tEzk5V0D6+lryXVBz2Nkldvb"
    "7kRla+p4PPdn+SKtP0pf6i7w5UuNe3zsYaVT4+w56QBSjczkhTRIWbiwmgdJDgSLkTxNPUpTZtRLY6DpLfHyKDsWFEzXsXVdh2ng"
    "xzztPSjPxvRMZjg2AjQKnOCLU7JDfKW25w+2YTl5HCFjzqXLzF/dhWk+7Uj6SmFqlKQywtQNBdZRYytcpMNEyFiHKXOHGRtPCPfn"
    "swI8TpAyPpeZz29qhXpAK5pD8glbUli34hT2bdQ/kmcNmeZHK7STXONDa1Emk+0A1eJ7RBwdTCEEqs45yDaQw/3WO+Kv/336/vRT"
    "7+j3dOOAvBVsoP336syz/1xQsJCQif1nYGe3Wk1BJSk5FrFh+f2tYEtudVEShbI4IpsLy0V4+EJmgLSRJVFi7QhjLMr2H/3Crw41"
    "vO/ezo93bZpktJjoDjd3wG4IYjA/T4zhhCOVUN2ugWdz14tc7d2wrWfqjwIUujp2npG9PBzt6iEpQ9bfR179cBtA+A9zhFEuDWvA"
    "nOwHEQKKCsrldxA+GKXoXVe3Y784W74nHbbN3dzq0ihNBdvq9nVIdJjv57W1i1NVEeit2MxFgbYG39HQ9UDKgXSCrHK6ou2Pvj5i"
    "+dYSMSLmX+CQVW8lOR56EALIkuzBeGSTHcZRyt7Lv3O8bs+lL8q8ttVazVh27qJc5y6ekO3kXPtFSCq4Ijk9y3K0kZRabVRxtnS4"
    "ETpVDoT94hVE9ySTycrJGpOVkxSTFQu7qWGQVhtoRUiY//WctlhvOpn98/8BZPNpWw=="
)
