"""Sending what the outbox holds: by e-mail and SMS, once per message as far as the other side can tell, until it has left."""

from datetime import timedelta

from models import appointment_calendar, clock, outbox, texts
from models.database import transaction
from models.outbox import Message, Way
from models.outside import messages

RETRY_AFTER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 300, 600, 1440)]
AT_ONCE = 50


async def send_due() -> int:
    """Send the messages whose time has come; the number sent. A failed one comes again later, and is given up after the last."""
    sent = 0
    for message in await Message.filter(sent_at=None, given_up_at=None, next_at__lte=clock.now()).order_by("next_at").limit(AT_ONCE):
        sent += await _send(message)
    return sent


async def _send(message: Message) -> bool:
    if not await _claim(message):
        return False
    words = outbox.words(message, message.language)
    subject = texts.text("message.subject", message.language)
    try:
        if message.way is Way.EMAIL:
            await messages.email(message.destination, subject, words, str(message.id), await appointment_calendar.enclosed(message))
        else:
            await messages.sms(message.destination, words, str(message.id))
    except messages.NotSent:
        await _put_off(message)
        return False
    kept = {name: value for name, value in message.values.items() if name != outbox.LINKS}
    await Message.filter(id=message.id).update(sent_at=clock.now(), values=kept)
    return True


async def _claim(message: Message) -> bool:
    """Take a message for this process: its next attempt moves on first, so that no other process sends it meanwhile."""
    later = clock.now() + RETRY_AFTER[min(message.attempts, len(RETRY_AFTER) - 1)]
    async with transaction():
        taken = await Message.filter(id=message.id, sent_at=None, attempts=message.attempts).update(
            attempts=message.attempts + 1, next_at=later
        )
    return bool(taken)


async def _put_off(message: Message) -> None:
    """After the last attempt a message is given up, and stays readable in the account."""
    if message.attempts + 1 >= len(RETRY_AFTER):
        await Message.filter(id=message.id).update(given_up_at=clock.now(), next_at=None)
