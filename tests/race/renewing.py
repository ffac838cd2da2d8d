"""A process that offers other times once, as the schedule does, when it is told to begin; it says how many it offered."""

import asyncio
import sys

from models.appointment_ending import renew_offers
from models.database import close, connect


async def main() -> None:
    await connect()
    try:
        print("ready", flush=True)
        sys.stdin.readline()
        print(await renew_offers(), flush=True)
    finally:
        await close()


if __name__ == "__main__":
    asyncio.run(main())
