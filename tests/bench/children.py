"""Work in processes of its own: prepared, begun by all at one word, and reported with the share of a processor that it took."""

import gc
import multiprocessing
import resource
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import uvloop

PATIENCE = 120.0
Ready = Callable[[], None]
# waits until all are ready, calls `ready`, works, and returns how long each piece took and what it brought
Work = Callable[..., Coroutine[Any, Any, tuple[list[float], list[Any]]]]


@dataclass(frozen=True)
class Done:
    """What one process did: from when to when, how long each piece took, what they brought, and processor seconds used."""

    begun: float
    ended: float
    took: list[float]
    brought: list[Any]
    processor: float


def run(jobs: Sequence[tuple[Work, tuple[Any, ...]]]) -> list[Done]:
    """Run each job in a process of its own; they begin together when all have prepared themselves."""
    context = multiprocessing.get_context("spawn")
    pipes, children = [], []
    for work, given in jobs:
        mine, theirs = context.Pipe()
        child = context.Process(target=_child, args=(theirs, work, given), daemon=True)
        child.start()
        theirs.close()
        pipes.append(mine)
        children.append(child)
    try:
        for pipe in pipes:
            _heard(pipe)
        for pipe in pipes:
            pipe.send("go")
        return [_heard(pipe) for pipe in pipes]
    finally:
        for child in children:
            child.join(5)
            child.kill()


def _heard(pipe: "Connection[Any, Any]") -> Any:
    assert pipe.poll(PATIENCE), "a process of the bench does not answer"
    return pipe.recv()


def _child(pipe: "Connection[Any, Any]", work: Work, given: tuple[Any, ...]) -> None:
    begun = used = 0.0

    def ready() -> None:
        nonlocal begun, used
        gc.collect()
        gc.freeze()
        pipe.send("ready")
        pipe.recv()
        begun, used = time.monotonic(), _processor()

    took, brought = uvloop.run(work(ready, *given))
    pipe.send(Done(begun, time.monotonic(), took, brought, _processor() - used))


def _processor() -> float:
    """Seconds of processor that this process has used."""
    found = resource.getrusage(resource.RUSAGE_SELF)
    return found.ru_utime + found.ru_stime
