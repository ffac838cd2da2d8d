"""Who gives and ends the posts of a clinic, when a doctor may stop serving, and which houses belong to which site.

The sources know the roles and what each does, but not who appoints them: these rules are ours, and marked as a proposal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.law import CLINIC_ROLES, Basis, Impediment, Provision, Role, forbid, person
from models.law.specialty import ATTENDING, Specialty

_PROPOSAL = Basis("proposal")
GIVES: Mapping[Role, frozenset[Role]] = {
    Role.HEAD: CLINIC_ROLES,
    Role.ADMINISTRATOR: frozenset({Role.REGISTRAR, Role.DOCTOR, Role.APPEALS_OFFICER}),
}
# Who gives posts administers the clinic: its people, sites and timetables.
ADMINISTERS = tuple(GIVES)
# So many people a day are looked up to be given a post.
LOOKUPS = Provision("staffing.lookups", _PROPOSAL, {date(2026, 1, 1): 20}, "person", None, False)
PROVISIONS = (LOOKUPS,)
RULES: Mapping[str, tuple[Basis, tuple[str, ...]]] = {
    "POST_NOT_GIVEN": (_PROPOSAL, ("role",)),
    "OWN_POST": (_PROPOSAL, ()),
    "POST_HELD": (_PROPOSAL, ("role",)),
    "POST_DAYS": (_PROPOSAL, ("since",)),
    "NO_SUCH_PERSON": (_PROPOSAL, ("iin",)),
    "DECEASED": (Basis("civil-code", "13"), ("iin",)),
    "POST_MINOR": (person.ADULT_AGE.basis, ("iin",)),
    "LOOKUPS_SPENT": (_PROPOSAL, ("iin",)),
    "POST_ENDED": (_PROPOSAL, ()),
    "LAST_HEAD": (_PROPOSAL, ()),
    "HAS_TIMETABLE": (_PROPOSAL, ()),
    "HAS_APPOINTMENTS": (_PROPOSAL, ()),
    "HAS_CALLS": (_PROPOSAL, ()),
    "NO_POST": (_PROPOSAL, ("serving",)),
    "NO_SUCH_SITE": (_PROPOSAL, ("site",)),
    "SITE_NEEDED": (_PROPOSAL, ("site",)),
    "DOCTOR_CHANGED": (_PROPOSAL, ()),
    "SITE_EXISTS": (_PROPOSAL, ("number",)),
    "ZONE_HOUSES": (_PROPOSAL, ("last_house",)),
    "ZONE_OVERLAP": (_PROPOSAL, ("street",)),
    "RECEPTION_BEFORE_POST": (_PROPOSAL, ("since",)),
    "RECEPTION_AFTER_POST": (_PROPOSAL, ("until",)),
}


@dataclass(frozen=True)
class ServiceDays:
    """The first and the last day on which a doctor's post is held."""

    first: date = date.min
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the post is held on a day."""
        return self.first <= day and not self.over(day)

    def over(self, day: date) -> bool:
        """Whether the post has ended before a day."""
        return self.last is not None and self.last < day


@dataclass(frozen=True)
class Given:
    """What decides whether a post may be given; `until` is its last day, `held` the post of that kind the person has already."""

    role: Role
    own: bool
    since: date
    today: date
    until: date | None = None
    held: bool = False
    deceased: bool = False
    adult: bool = True


@dataclass(frozen=True)
class Ended:
    """What decides whether a post may be ended; `other_heads` counts other heads of the clinic whose post has begun and has no end.

    `backwards`: the last day asked for is before the first one.
    """

    role: Role
    own: bool
    over: bool = False
    backwards: bool = False
    other_heads: int = 0
    receptions: int = 0
    booked: int = 0
    calls: int = 0


@dataclass(frozen=True)
class Houses:
    """A street, or houses of it, in the zone of a site; the street is in its plain form."""

    site: int
    street: str
    first: int
    last: int


def givable(by: Role) -> list[Role]:
    """The posts that a role gives, in the order of the roles (proposal)."""
    return [role for role in Role if role in GIVES.get(by, frozenset())]


def may_give(by: Role, post: Given) -> list[Impediment]:
    """The head gives every post of the clinic, the administrator those of registrar, doctor and appeals officer; to adults (proposal)."""
    broken = {
        "POST_NOT_GIVEN": post.role not in GIVES.get(by, frozenset()),
        "OWN_POST": post.own and not _own(by, post.role),
        "DECEASED": post.deceased,
        "POST_MINOR": not post.adult,
        "POST_HELD": post.held,
        "POST_DAYS": post.since < post.today or (post.until is not None and post.until < post.since),
    }
    return [impediment(code) for code, wrong in broken.items() if wrong]


def _own(by: Role, role: Role) -> bool:
    """A head may be a doctor besides: no other post is given to oneself or ended by oneself, so who checks is never who signs."""
    return by is Role.HEAD and role is Role.DOCTOR


def may_end(by: Role, post: Ended) -> list[Impediment]:
    """Nobody ends an own post but a head the one of doctor, nor the last head's; a doctor's ends when nobody waits any more (proposal)."""
    broken = {
        "POST_NOT_GIVEN": post.role not in GIVES.get(by, frozenset()),
        "OWN_POST": post.own and not _own(by, post.role),
        "POST_ENDED": post.over,
        "POST_DAYS": post.backwards,
        "LAST_HEAD": post.role is Role.HEAD and post.other_heads == 0,
    }
    found = [impediment(code) for code, wrong in broken.items() if wrong]
    return found + (awaited(post.receptions, post.booked, post.calls) if post.role is Role.DOCTOR else [])


def awaited(receptions: int, booked: int, calls: int) -> list[Impediment]:
    """A doctor stops serving only when no reception is open, nobody is booked and no call is the doctor's: nobody is dropped."""
    counted = {"HAS_TIMETABLE": receptions, "HAS_APPOINTMENTS": booked, "HAS_CALLS": calls}
    return [impediment(code, n=n) for code, n in counted.items() if n]


def within_post(days: ServiceDays, since: date | None, until: date | None) -> None:
    """A doctor receives on the days of the post only, and where it has a last day the reception has one too; otherwise `Refused`."""
    found = []
    if since is not None and since < days.first:
        found.append(impediment("RECEPTION_BEFORE_POST", since=days.first))
    if days.last is not None and (until is None or days.last < until):
        found.append(impediment("RECEPTION_AFTER_POST", until=days.last))
    forbid(found)


def place_of(specialty: Specialty, site: bool, field: tuple[str, ...] = ("site",)) -> list[Impediment]:
    """To whom people are attached, serves a site (Rules 194 know the attending doctor of a site)."""
    return [impediment("SITE_NEEDED", field)] if specialty in ATTENDING and not site else []


def zone_allowed(wanted: Houses, others: Iterable[Houses]) -> None:
    """A house belongs to one site of a clinic only; otherwise `Refused`."""
    forbid([impediment("ZONE_HOUSES")] if not 1 <= wanted.first <= wanted.last else list(_overlapping(wanted, others)))


def impediment(code: str, field: tuple[str, ...] | None = None, **values: object) -> Impediment:
    """The rule of a code, with its basis and field."""
    basis, usual = RULES[code]
    return Impediment(code, basis, usual if field is None else field, values)


def _overlapping(wanted: Houses, others: Iterable[Houses]) -> Iterator[Impediment]:
    for one in others:
        if one.street == wanted.street and one.first <= wanted.last and wanted.first <= one.last:
            yield impediment("ZONE_OVERLAP", number=one.site, first=one.first, last=one.last)
            return
