"""Documents that a request needs: uploaded files, checked by content, and papers that a registrar has seen."""

import os
import re
import uuid
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import anyio.to_thread
from tortoise import fields
from tortoise.expressions import Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock, journal
from models.actor import Actor
from models.database import Away, after_commit
from models.law import Basis, Impediment, Refused, Service
from models.law.attachment import DocumentKind
from models.person import Person
from models.settings import settings

if TYPE_CHECKING:
    from models.appeal import Appeal
    from models.attachment import Attachment

MOST_PER_PERSON = 30
NAME_LENGTH = 120
RULE = Basis("rules-194")
CONTENTS = {
    "application/pdf": (b"%PDF-", (".pdf",)),
    "image/jpeg": (b"\xff\xd8\xff", (".jpg", ".jpeg")),
    "image/png": (b"\x89PNG\r\n\x1a\n", (".png",)),
}
ENDS = {"application/pdf": (b"%%EOF", 2048), "image/jpeg": (b"\xff\xd9", 64), "image/png": (b"IEND", 16)}


class Document(Model):
    """One document. A file lies in the documents folder under its id; a paper has no file but a note of what was seen."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="documents", null=True, on_delete=fields.RESTRICT
    )
    attachment: fields.ForeignKeyNullableRelation["Attachment"] = fields.ForeignKeyField(
        "models.Attachment", related_name="documents", null=True, on_delete=fields.RESTRICT
    )
    appeal: fields.ForeignKeyNullableRelation["Appeal"] = fields.ForeignKeyField(
        "models.Appeal", related_name="documents", null=True, on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(DocumentKind, max_length=30)
    paper = fields.BooleanField(default=False)
    note = fields.CharField(max_length=300, default="")
    file_name = fields.CharField(max_length=200, default="")
    media_type = fields.CharField(max_length=60, default="")
    size = fields.IntField(default=0)
    sha256 = fields.CharField(max_length=64, default="")
    same_as = fields.UUIDField(null=True)  # the document whose file this is: one file may be enclosed with several appeals
    uploaded_by = fields.UUIDField(null=True)
    uploaded_at = fields.DatetimeField()
    person_id: uuid.UUID | None
    attachment_id: uuid.UUID | None
    appeal_id: uuid.UUID | None

    class Meta:
        table = "document"

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Document]":
        """Whoever sees the case sees its documents; one not yet filed is its uploader's alone."""
        from models.appeal import Appeal
        from models.attachment import Attachment

        uploader = actor.account or actor.partner
        if uploader is None:
            return cls.filter(id=None)
        own = Q(attachment_id__isnull=True, appeal_id__isnull=True, uploaded_by=uploader)
        filed = Q(attachment_id__in=Subquery(Attachment.visible_to(actor).values("id")))
        return cls.filter(own | filed | Q(appeal_id__in=Subquery(Appeal.visible_to(actor).values("id"))))

    @classmethod
    def unfiled(cls, service: Service | None = None) -> "QuerySet[Document]":
        """Those not filed with any request yet; of one service, or of all."""
        found = cls.filter(attachment=None, appeal=None)
        if service is None:
            return found
        enclosed = Q(kind=DocumentKind.ENCLOSURE)
        return found.filter(enclosed if service is Service.APPEAL else ~enclosed)

    @property
    def service(self) -> Service:
        """The service of its request: only the enclosures of appeals have a kind of their own."""
        return Service.APPEAL if self.kind is DocumentKind.ENCLOSURE else Service.ATTACHMENT

    @property
    def case_id(self) -> uuid.UUID | None:
        """The request with which it was filed; None while it is not filed."""
        return self.attachment_id or self.appeal_id

    @property
    def path(self) -> Path:
        """Where the file lies: a name of our own making, never the uploader's."""
        name = (self.same_as or self.id).hex
        return settings().documents / name[:2] / name

    async def copied_to(self, appeal: uuid.UUID) -> None:
        """Enclose the same file with an appeal that is sent on."""
        await Document.create(
            person_id=self.person_id, appeal_id=appeal, kind=self.kind, paper=self.paper, note=self.note, file_name=self.file_name,
            media_type=self.media_type, size=self.size, sha256=self.sha256, same_as=self.same_as or self.id,
            uploaded_by=self.uploaded_by, uploaded_at=self.uploaded_at,
        )  # fmt: skip


async def upload(
    actor: Actor, person: uuid.UUID | None, kind: DocumentKind, name: str, content: bytes, service: Service = Service.ATTACHMENT
) -> Document:
    """Keep an uploaded file: PDF, JPEG or PNG by content and by name, within the size; the file is on disk before its row is."""
    media_type = checked(name, content)
    uploader = actor.account or actor.partner
    if await Document.unfiled().filter(uploaded_by=uploader).count() >= MOST_PER_PERSON:
        raise Refused(Impediment("DOCUMENTS_TOO_MANY", RULE, ("content",), {"n": MOST_PER_PERSON}))
    document = Document(
        id=uuid.uuid4(), person_id=person, kind=kind, file_name=clean_name(name), media_type=media_type, size=len(content),
        sha256=sha256(content).hexdigest(), uploaded_by=uploader, uploaded_at=clock.now(),
    )  # fmt: skip
    try:
        await anyio.to_thread.run_sync(_write, document.path, content)
    except OSError as fault:
        raise Away(f"the documents folder cannot be written: {fault.strerror}") from fault
    await document.save(force_create=True)
    await journal.record(actor, "document:upload", person=person, service=service, document=str(document.id), kind=kind)
    return document


def checked(name: str, content: bytes) -> str:
    """The media type of a file by its content; refused when empty, too large, of another kind or not what its name says."""
    if not content:
        raise Refused(Impediment("DOCUMENT_EMPTY", RULE, ("content",)))
    if len(content) > settings().largest_document:
        raise Refused(Impediment("DOCUMENT_TOO_LARGE", RULE, ("content",), {"n": settings().largest_document // (1024 * 1024)}))
    for media_type, (start, endings) in CONTENTS.items():
        end, within = ENDS[media_type]
        if content.startswith(start) and end in content[-within:]:
            if not name.lower().endswith(endings):
                raise Refused(Impediment("DOCUMENT_NOT_ITS_NAME", RULE, ("content",), {"name": clean_name(name)}))
            return media_type
    raise Refused(Impediment("DOCUMENT_NOT_ACCEPTED", RULE, ("content",), {"name": clean_name(name)}))


def clean_name(name: str) -> str:
    """A file's name as it may be shown and sent back: no path, no control letters, not too long."""
    last = re.split(r"[/\\]", name)[-1]
    printable = "".join(letter for letter in last if letter.isprintable() and letter not in '"<>|:*?;').strip(". ")
    stem, dot, ending = printable.rpartition(".")
    return f"{(stem or 'document')[:NAME_LENGTH]}{dot}{ending[:10]}"


def _write(path: Path, content: bytes) -> None:
    """Write a file so that it is whole or absent: to a name aside, to the disk, then into place."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.chmod(0o600)
    aside.replace(path)


async def content_of(actor: Actor, document: Document) -> bytes:
    """A document's file, for somebody who may see it; the reading is journalled."""
    content = await anyio.to_thread.run_sync(document.path.read_bytes)
    await journal.record(
        actor, "document:read", person=document.person_id, service=document.service, case=document.case_id, reading=True,
        document=str(document.id),
    )  # fmt: skip
    return content


async def remove(actor: Actor, document: Document) -> None:
    """Take back a document that has not been filed."""
    if not await Document.unfiled().filter(id=document.id).delete():
        return  # filed meanwhile
    await journal.record(actor, "document:remove", person=document.person_id, service=document.service, document=str(document.id))
    after_commit(lambda: document.path.unlink(missing_ok=True))
