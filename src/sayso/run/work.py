"""Runs one function over many items, in order, in this process or in several; a failing item stops nobody."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from sayso.model import SaysoError

Item = TypeVar("Item")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Outcome(Generic[Item, Made]):
    """What became of one item: ``made``, or the ``error`` it failed with."""

    item: Item
    made: Made | None = None
    error: Exception | None = None


def run(work: Callable[[Item], Made], items: Iterable[Item], *, workers: int = 1) -> Iterator[Outcome[Item, Made]]:
    """Outcomes in the order of ``items``, whatever the number of workers.

    Args:
        work: a pure function; for several workers it and the items must be picklable.
        items: taken lazily, a few per worker ahead.
        workers: processes; 1 works in this one.
    """
    if workers <= 1:
        return (attempt(work, item) for item in items)
    return _pool(work, items, workers)


def attempt(work: Callable[[Item], Made], item: Item) -> Outcome[Item, Made]:
    """What becomes of one item, here and now."""
    try:
        return Outcome(item, made=work(item))
    except Exception as error:
        return Outcome(item, error=error)


def _pool(work: Callable[[Item], Made], items: Iterable[Item], workers: int) -> Iterator[Outcome[Item, Made]]:
    # spawn: a forked child would inherit open database connections
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=end_with_parent) as pool:
        waiting: deque[tuple[Item, Future[Outcome[Item, Made]]]] = deque()
        for item in items:
            waiting.append((item, pool.submit(attempt, work, item)))
            if len(waiting) >= 4 * workers:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())


def end_with_parent() -> None:
    """For a new process: it ends when its parent does; one whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _result(item: Item, future: Future[Outcome[Item, Made]]) -> Outcome[Item, Made]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise SaysoError("a reading process died", "run again with one worker to find the document") from error
