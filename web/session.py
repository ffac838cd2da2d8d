"""Who is looking: the session's cookie, and the proof that a form is ours (CSRF token and origin)."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from models import account, texts
from models.actor import NOBODY, Actor
from models.clinic import Clinic
from models.law import Language
from models.law.attachment import State
from models.settings import settings

MASK = hashlib.sha256().digest_size
ABSOLUTE = int(account.ABSOLUTE.total_seconds())


@dataclass(frozen=True)
class Viewer:
    """What a page shows of the person who has signed in."""

    name: str
    role: str
    roleText: str
    clinicName: str
    clinicPhone: str
    csrf: str


@dataclass(frozen=True)
class Visit:
    """One request's person: the actor for the API, the secret of the browser, and whether that secret is new."""

    actor: Actor
    secret: str
    fresh: bool
    mask: bytes = field(default_factory=lambda: secrets.token_bytes(MASK))

    @property
    def csrf(self) -> str:
        """The token that forms of this browser carry: it follows from the cookie's secret and nothing else.

        Each answer masks it anew, so that its compressed length tells nothing of it (BREACH).
        """
        return urlsafe_b64encode(self.mask + _masked(_proof(self.secret), self.mask)).rstrip(b"=").decode()


def cookie_name(visitor: bool = False) -> str:
    """Over TLS the `__Host-` prefix binds the cookie to this host and to TLS (RFC 6265bis, 4.1.3)."""
    return ("__Host-" if settings().secure else "") + ("emhana-visitor" if visitor else "emhana")


async def visit(request: Request) -> Visit:
    """The person of a request, looked up once; somebody who has not signed in has a random secret of their own."""
    found: Visit | None = getattr(request.state, "visit", None)
    if found is None:
        token = request.cookies.get(cookie_name(), "")
        actor = await account.actor_of_token(token, quiet=getattr(request.state, "quiet", False)) if token else None
        secret = token if actor else request.cookies.get(cookie_name(visitor=True), "")
        found = Visit(actor or NOBODY, secret or secrets.token_urlsafe(32), fresh=not secret)
        found = replace(found, actor=replace(found.actor, address=request.client.host if request.client else ""))
        request.state.visit = found
    return found


async def viewer(found: Visit, language: Language) -> Viewer | None:
    """What the head of a page says of the person; nothing for somebody who has not signed in."""
    actor = found.actor
    if actor.role is None:
        return None
    clinic = await _clinic(actor)
    name, phone = (clinic.name_in(language), clinic.phone) if clinic else ("", "")
    role_text = texts.text(f"law.role.{actor.role}", language)
    return Viewer(actor.name, str(actor.role), role_text, name if actor.clinic else "", phone, found.csrf)


async def _clinic(actor: Actor) -> Clinic | None:
    """The clinic whose phone stands on the page: the staff's own, or the one a citizen is attached to."""
    if actor.clinic:
        return await Clinic.get_or_none(id=actor.clinic)
    return await Clinic.filter(attachments__person_id=actor.person, attachments__state=State.IN_FORCE).first()


def begin(response: Response, token: str) -> None:
    """Give the browser the session that has just begun; the visitor's cookie has served."""
    response.set_cookie(
        cookie_name(), token, max_age=ABSOLUTE, path="/", secure=settings().secure, httponly=True, samesite="lax"
    )
    _drop(response, visitor=True)


def end(response: Response) -> None:
    """Take the session away from the browser."""
    _drop(response, visitor=False)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def remember(response: Response, found: Visit) -> None:
    """Keep a visitor's new secret in the browser until it is closed, so that a form of the page is known as ours."""
    if found.fresh:
        name = cookie_name(visitor=True)
        response.set_cookie(name, found.secret, path="/", secure=settings().secure, httponly=True, samesite="lax")


def ours(request: Request, found: Visit, sent: str) -> bool:
    """Whether a form was sent from a page of ours to this browser's person."""
    return not found.fresh and same_origin(request) and proves(found.secret, sent)


def proves(secret: str, sent: str) -> bool:
    """Whether a form carries the token of a browser's secret."""
    return hmac.compare_digest(_unmasked(sent), _proof(secret))


def same_origin(request: Request) -> bool:
    """What the browser says of the sender (Fetch Metadata, Origin); one that says nothing is held by its token alone."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    try:
        return origin is None or urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:
        return False


def _drop(response: Response, visitor: bool) -> None:
    response.delete_cookie(cookie_name(visitor), path="/", secure=settings().secure, httponly=True, samesite="lax")


def _proof(secret: str) -> bytes:
    return hmac.new(secret.encode(), b"emhana: this form is ours", hashlib.sha256).digest()


def _masked(proof: bytes, mask: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(proof, mask, strict=True))


def _unmasked(token: str) -> bytes:
    """The proof inside a token; nothing, when it is none of ours."""
    try:
        read = urlsafe_b64decode(token.encode("ascii") + b"==")
    except ValueError:
        return b""
    return _masked(read[MASK:], read[:MASK]) if len(read) == 2 * MASK else b""
