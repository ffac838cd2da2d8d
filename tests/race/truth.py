"""What must be true of the register after any storm, read from the database itself; each fault in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.ids import decode
from models import journal_chain
from models.attachment import OPEN, Attachment
from models.document import Document
from models.journal import Entry
from models.law import Channel, Service
from models.law.attachment import State
from models.law.notice import FORMS, Kind, Signer, parse
from models.notice import Notice
from models.number import Number
from models.outbox import Message
from models.signing import Signature, SignatureRequest
from tests import databases
from tests.race.calls import LINES, Act

TOLD = {LINES[name] for name in ("submitAttachment", "approveAttachment", "refuseAttachment", "withdrawAttachment")}
GRANTED = (State.APPROVED, State.IN_FORCE, State.ENDED)


@dataclass(frozen=True)
class Register:
    """The rows that are compared; `cases` are those of the tests, without what the demonstration brought along."""

    all: list[Attachment]
    lines: dict[str, list[Entry]]
    told: set[str]
    notices: dict[str, list[Notice]]
    documents: Counter[str]

    @property
    def cases(self) -> list[Attachment]:
        return [case for case in self.all if case.channel is not Channel.REGISTER]


async def read() -> Register:
    """Everything, in a handful of questions."""
    lines, notices = defaultdict(list), defaultdict(list)
    for line in await Entry.filter(service=Service.ATTACHMENT, reading=False).order_by("at", "id"):
        lines[str(line.case_id)].append(line)
    for notice in await Notice.all():
        notices[str(notice.attachment_id)].append(notice)
    documents = Counter(str(one.attachment_id) for one in await Document.all())
    return Register(await Attachment.all(), lines, {str(one.cause) for one in await Message.all()}, notices, documents)


async def violations(acknowledged: Iterable[Act], *, unanswered: bool = False) -> list[str]:
    """Every fault found. `unanswered`: some acts got no answer, so there may be more lines than acknowledgements."""
    found = await read()
    faults = [*_twice(found), *_lost(found, list(acknowledged), unanswered), *_half(found), *_untold(found)]
    return faults + await _numbers(found) + await _signatures() + await _chain()


def _twice(found: Register) -> Iterator[str]:
    """One attachment in force, one approved and one open request per person."""
    for states in ((State.IN_FORCE,), (State.APPROVED,), OPEN):
        for person, n in Counter(case.person_id for case in found.all if case.state in states).items():
            if n > 1:
                yield f"person {person} has {n} attachments {'/'.join(states)}"


def _lost(found: Register, acknowledged: list[Act], unanswered: bool) -> Iterator[str]:
    """Every acknowledged act is a line of the journal on its case, and every case has the number that was told."""
    numbers = {str(case.id): case.number for case in found.cases}
    done = Counter((line.act, case) for case, lines in found.lines.items() for line in lines if line.act in LINES.values())
    told = Counter((act.line, str(decode(act.case, "Attachment"))) for act in acknowledged)
    for key in done.keys() | told.keys():
        if told[key] > done[key] or (told[key] < done[key] and not unanswered):
            yield f"{key[0]} of {key[1]}: acknowledged {told[key]} times, written {done[key]} times"
    for act in acknowledged:
        if numbers.get(str(decode(act.case, "Attachment"))) != act.number:
            yield f"{act.number} was told and is not in the register"


def _half(found: Register) -> Iterator[str]:
    """A case stands where its last line says; it has its one filing, consent, identity seen or signature, and its notices."""
    for case in found.cases:
        lines, notices = found.lines[str(case.id)], found.notices[str(case.id)]
        if not lines or lines[-1].details["state"] != case.state:
            yield f"{case.number} is {case.state}, its journal says {lines[-1].details['state'] if lines else 'nothing'}"
        if [line.act for line in lines].count("attachment:submit") != 1 or case.consent_id is None:
            yield f"{case.number} was not filed whole"
        if case.signature_id is None and not found.documents[str(case.id)]:
            yield f"{case.number} has neither a signature nor a paper seen"
        if sorted(notice.kind for notice in notices) != sorted(_notices_of(case)):
            yield f"{case.number} is {case.state} and has {len(notices)} notices"


def _notices_of(case: Attachment) -> list[Kind]:
    if case.state in GRANTED:
        return [Kind.RECEIPT, Kind.ATTACHMENT]
    ended = {State.REFUSED: [Kind.ATTACHMENT_REFUSAL], State.WITHDRAWN: [Kind.WITHDRAWAL]}
    return [Kind.RECEIPT, *ended.get(case.state, [])]


def _untold(found: Register) -> Iterator[str]:
    """Whoever is concerned was told in the same transaction."""
    for lines in found.lines.values():
        for line in lines:
            if line.act in TOLD and str(line.id) not in found.told:
                yield f"nobody was told of {line.act} of {line.case_number}"


async def _numbers(found: Register) -> list[str]:
    """The numbers of each series are 1, 2, 3… up to the last one given."""
    series = defaultdict(list)
    for case in found.all:
        number = parse(case.number)
        assert number is not None
        series[f"{number.prefix}-{number.year}"].append(number.sequence)
    faults = []
    for given in await Number.all():
        if sorted(series[given.series]) != list(range(1, given.value + 1)):
            faults.append(f"{given.series}: {given.value} numbers given, {len(series[given.series])} are in use")
    return faults


async def _signatures() -> list[str]:
    """A request to sign is used exactly when its signature is kept; every notice of a head has one, and no other."""
    used = {one.id for one in await SignatureRequest.exclude(used_at=None)}
    kept = {one.request_id for one in await Signature.all()}
    wrong = [one.number for one in await Notice.all() if (FORMS[one.kind].signer is Signer.HEAD) != (one.signature_id is not None)]
    apart = [f"signature request {one} is used or signed, not both" for one in used ^ kept]
    return apart + [f"{one} is signed by the head or should be, not both" for one in wrong]


async def _chain() -> list[str]:
    """Every line finds its place in the chain, and the chain verifies."""
    while await journal_chain.chain():
        pass
    report = await journal_chain.verify()
    lines = await Entry.all().count()
    return report.faults + ([f"{lines} lines, {report.lines} in the chain"] if lines != report.lines else [])


async def deadlocks(url: str) -> int:
    """How often PostgreSQL has had to end a transaction of this database since it was made; SQLite has no such thing."""
    if not url.startswith("postgres"):
        return 0
    (row,) = await databases.execute(url, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    return int(row["deadlocks"])
