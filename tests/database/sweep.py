"""Cancelling a piece of work at every moment of its life."""

import asyncio
from collections.abc import Awaitable, Callable


async def sweep(work: Callable[[], Awaitable[object]], steps: int, turns: int = 1, pause: float = 0) -> int:
    """Start the work `steps` times and cancel it each time some turns of the event loop later; how many were cancelled."""
    cancelled = 0
    for step in range(steps):
        task = asyncio.ensure_future(work())
        for _ in range(step * turns):
            await asyncio.sleep(pause)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        cancelled += task.cancelled()
    return cancelled
