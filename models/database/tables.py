"""The modules that hold tables, in the order of their dependence: what Tortoise and the migrations read."""

TABLES = (
    "models.person",
    "models.clinic",
    "models.account",
    "models.representation",
    "models.consent",
    "models.signing",
    "models.document",
    "models.draft",
    "models.attachment",
    "models.timetable",
    "models.appointment",
    "models.hold",
    "models.appointment_link",
    "models.home_visit",
    "models.notice",
    "models.journal",
    "models.journal_chain",
    "models.outbox",
    "models.number",
    "models.idempotency",
)
