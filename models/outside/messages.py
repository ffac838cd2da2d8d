"""Messages to people: e-mail over SMTP, SMS over an operator's HTTP gateway. Unset settings mean that the way is not served."""

import smtplib
from email.message import EmailMessage
from urllib.parse import urlsplit

import anyio.to_thread
import httpx

from models.settings import settings

SECONDS = 15
Attachment = tuple[str, str, bytes]
"""A file's name, its media type with parameters, and its content."""


class NotSent(Exception):
    """The message did not leave; it may be tried again."""


def served(way: str) -> bool:
    """Whether this process was told how to send by a way ("EMAIL", "SMS")."""
    return bool({"EMAIL": settings().smtp, "SMS": settings().sms}.get(way))


async def email(to: str, subject: str, words: str, key: str, attachment: Attachment | None = None) -> None:
    """Send an e-mail through EMHANA_SMTP (smtp://user:password@host:port?from=address, smtps:// for TLS from the start)."""
    message = EmailMessage()
    message["To"], message["Subject"], message["Message-ID"] = to, subject, f"<{key}@{urlsplit(settings().site).hostname}>"
    message.set_content(words)
    if attachment:
        _attach(message, *attachment)
    try:
        await anyio.to_thread.run_sync(_deliver, message)
    except (OSError, smtplib.SMTPException) as fault:
        raise NotSent(str(fault)) from fault


def _attach(message: EmailMessage, name: str, media_type: str, content: bytes) -> None:
    """A file beside the words; the parameters of its media type are kept, for a calendar file is read by its `method`."""
    said = EmailMessage()
    said["Content-Type"] = media_type
    main, _, sub = said.get_content_type().partition("/")
    message.add_attachment(content, main, sub, filename=name, params=dict(said["Content-Type"].params))


def _deliver(message: EmailMessage) -> None:
    server = urlsplit(settings().smtp)
    sender = server.query.removeprefix("from=") or f"noreply@{urlsplit(settings().site).hostname}"
    message["From"] = sender
    kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    with kind(server.hostname or "localhost", server.port or 0, timeout=SECONDS) as connection:
        if server.username and server.password:
            if server.scheme == "smtp":
                connection.starttls()
            connection.login(server.username, server.password)
        connection.send_message(message)


async def sms(to: str, words: str, key: str) -> None:
    """Send an SMS: POST {"to", "text", "key"} as JSON to EMHANA_SMS; the key stays the same when it is tried again."""
    try:
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            answer = await client.post(settings().sms, json={"to": to, "text": words, "key": key})
            answer.raise_for_status()
    except httpx.HTTPError as fault:
        raise NotSent(str(fault)) from fault
