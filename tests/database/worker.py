"""One of several processes: so many read-then-write transactions on one row, with our engine or with Tortoise's own."""

import asyncio
import sys

from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from models.database import Away, close, connect
from tests.database import stock
from tests.database.tables_of_the_test import MODULES, Slot


async def bump() -> None:
    async with in_transaction():
        slot = await Slot.select_for_update().get(name="a")
        slot.taken += 1
        await slot.save()


async def work(times: int) -> int:
    """Wait for the word, then go; the transactions that failed."""
    await Slot.all().count()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    failed = 0
    for _ in range(times):
        try:
            await bump()
        except (OperationalError, Away):
            failed += 1
    return failed


async def main(kind: str, url: str, times: int) -> int:
    if kind == "stock":
        async with stock.connected(url):
            return await work(times)
    await connect(url, MODULES)
    try:
        return await work(times)
    finally:
        await close()


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
