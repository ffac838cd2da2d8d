"""Clearing what has expired: signature requests never used, sessions long ended, forms that came after one, uploads never
filed, keys of repeated acts, holds and links that have run out."""

from datetime import timedelta

from models import clock
from models.account import ABSOLUTE, Session
from models.appointment_link import AppointmentLink
from models.document import Document
from models.hold import Hold
from models.idempotency import IdempotencyKey
from models.settings import settings
from models.signing import SignatureRequest
from models.unsent import Unsent

KEEP_KEYS = timedelta(days=30)
KEEP_UPLOADS = timedelta(days=7)
KEEP_HOLDS = timedelta(days=7)
KEEP_LINKS = timedelta(days=30)
KEEP_REQUESTS = timedelta(days=1)


async def clear() -> int:
    """Delete what nobody can use any more; what was filed, signed or journalled is never touched."""
    now = clock.now()
    cleared = await SignatureRequest.filter(used_at=None, expires_at__lt=now - KEEP_REQUESTS).delete()
    cleared += await Session.filter(begun_at__lt=now - 2 * ABSOLUTE).delete()
    cleared += await Unsent.filter(kept_at__lt=now - ABSOLUTE).delete()
    cleared += await IdempotencyKey.filter(created_at__lt=now - KEEP_KEYS).delete()
    cleared += await Hold.filter(ended_at__lt=now - KEEP_HOLDS).delete()
    cleared += await AppointmentLink.filter(expires_at__lt=now - KEEP_LINKS).delete()
    return cleared + await _uploads()


async def _uploads() -> int:
    """Uploads that were never filed, with their files, and half-written files left by a process that was killed."""
    old = await Document.unfiled().filter(uploaded_at__lt=clock.now() - KEEP_UPLOADS)
    for document in old:
        if await Document.unfiled().filter(id=document.id).delete():
            document.path.unlink(missing_ok=True)
    hour_ago = clock.now().timestamp() - 3600
    for part in settings().documents.glob("*/*.part"):
        if part.stat().st_mtime < hour_ago:
            part.unlink(missing_ok=True)
    return len(old)
