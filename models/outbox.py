"""What must leave: messages saved in the transaction of their cause and sent after it, again and again until they have left."""

import uuid
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models import clock, texts
from models.database.indexes import UniqueWhere
from models.journal import Entry
from models.law import Language
from models.outside import messages
from models.person import Person

LINKS = "links"
Values = Mapping[str, Any]


class Way(StrEnum):
    """How a message reaches a person; ACCOUNT messages are read in the personal account."""

    ACCOUNT = "ACCOUNT"
    EMAIL = "EMAIL"
    SMS = "SMS"


class Message(Model):
    """One message to one person by one way. `template` and `values` make its words; `cause` is the journal entry behind it."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    cause = fields.UUIDField()
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("models.Person", related_name="messages", on_delete=fields.RESTRICT)
    way = fields.CharEnumField(Way, max_length=10)
    destination = fields.CharField(max_length=200, default="")
    language = fields.CharEnumField(Language, max_length=2)
    template = fields.CharField(max_length=60)
    values: Values = fields.JSONField(default=dict)
    link = fields.CharField(max_length=200, default="")
    created_at = fields.DatetimeField()
    next_at = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    sent_at = fields.DatetimeField(null=True)
    given_up_at = fields.DatetimeField(null=True)
    person_id: uuid.UUID

    class Meta:
        table = "message"
        indexes = [
            UniqueWhere(fields=("cause", "person_id", "way"), name="uq_message_cause", where="cause IS NOT NULL"),
            ("sent_at", "next_at"),
        ]


def words(message: Message, language: Language | str) -> str:
    """The words of a message in a language; a value kept by language is said in that one."""
    said = in_language({name: value for name, value in message.values.items() if name != LINKS}, language)
    whole = texts.text(f"message.{message.template}", language, **said)
    links = message.values.get(LINKS)
    return f"{whole}\n{texts.text('message.appointment_links', language, **links)}" if isinstance(links, Mapping) else whole


def parts(message: Message, language: Language | str) -> tuple[str, str, str]:
    """Of which case a message tells, what happened, and the rest: its words go "number, name: what happened. The rest"."""
    said = in_language({name: value for name, value in message.values.items() if name != LINKS}, language)
    # A full stop within a value ends no sentence: "City Polyclinic No. 9".
    sealed = {name: value.replace(". ", "\0") for name, value in said.items()}
    about, _, told = texts.text(f"message.{message.template}", language, **sealed).partition(": ")
    title, _, rest = told.partition(". ")
    return about, (title[:1].upper() + title[1:]).replace("\0", ". "), rest.replace("\0", ". ")


def in_language(values: Values, language: Language | str) -> dict[str, str]:
    """Values as they are said in a language; those kept by language in that one."""
    return {name: value if isinstance(value, str) else value[str(Language(language))] for name, value in values.items()}


async def post(
    cause: Entry, person: Person, template: str, *, link: str = "", links: Mapping[str, str] | None = None,
    language: Language | None = None, sms_to: str = "", **values: Any,
) -> None:  # fmt: skip
    """Tell a person of what happened, in the transaction of its cause: in the account always, by e-mail and SMS where known.

    `language` and `sms_to` are those that the person gave with the request; otherwise the register's.
    `links` are addresses that act without signing in: they go by e-mail and SMS only, and are struck out once sent.
    """
    ways = [(Way.ACCOUNT, ""), (Way.EMAIL, person.email), (Way.SMS, sms_to or person.phone)]
    for way, destination in ways:
        if way is not Way.ACCOUNT and not (destination and messages.served(way)):
            continue
        await Message.create(
            cause=cause.id, person=person, way=way, destination=destination, language=language or person.language, template=template,
            values=values | ({LINKS: dict(links)} if links and way is not Way.ACCOUNT else {}), link=link,
            created_at=clock.now(), next_at=None if way is Way.ACCOUNT else clock.now(),
            sent_at=clock.now() if way is Way.ACCOUNT else None,
        )  # fmt: skip
