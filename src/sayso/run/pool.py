"""A standing place where documents are read: this process, or a few of its own that end with it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from sayso.run.work import Outcome, attempt, end_with_parent

Item = TypeVar("Item")
Made = TypeVar("Made")


class Pool:
    """Runs one function over a few items at a time, again and again.

    Args:
        workers: processes; 1 works in this one.
        limit_s: seconds for one item in a process, which is then ended; in this one nothing can end it.
    """

    def __init__(self, workers: int = 1, limit_s: float = 300.0) -> None:
        self.workers, self.limit_s = workers, limit_s
        self._processes: ProcessPoolExecutor | None = None

    def each(self, work: Callable[[Item], Made], items: Sequence[Item]) -> list[Outcome[Item, Made]]:
        """Outcomes in the order of ``items``; an item whose process died comes with that as its error."""
        if self.workers <= 1:
            return [attempt(work, item) for item in items]
        futures: list[Future[Outcome[Item, Made]]] = [self._executor().submit(attempt, work, item) for item in items]
        made = []
        for item, future in zip(items, futures, strict=True):
            try:
                made.append(future.result(self.limit_s))
            except (BrokenProcessPool, CancelledError):
                made.append(self._alone(work, item))
            except TimeoutError as error:
                self._kill()
                made.append(Outcome(item, error=_late(error, self.limit_s)))
        return made

    def close(self) -> None:
        """End the processes; a new call begins new ones."""
        if self._processes is not None:
            self._processes.shutdown(wait=False, cancel_futures=True)
            self._processes = None

    def _alone(self, work: Callable[[Item], Made], item: Item) -> Outcome[Item, Made]:
        """An item that was there when a process died, by itself in a new one: so the one at fault is found."""
        self.close()
        try:
            return self._executor().submit(attempt, work, item).result(self.limit_s)
        except TimeoutError as error:
            self._kill()
            return Outcome(item, error=_late(error, self.limit_s))
        except BrokenProcessPool as error:
            self.close()
            return Outcome(item, error=RuntimeError(f"the reading process died: {error}"))

    def _kill(self) -> None:
        """End processes that do not end by themselves."""
        if self._processes is not None:
            for process in list((self._processes._processes or {}).values()):
                process.kill()
            self.close()

    def _executor(self) -> ProcessPoolExecutor:
        if self._processes is None:
            # spawn: a forked child would inherit open database connections
            context = multiprocessing.get_context("spawn")
            self._processes = ProcessPoolExecutor(self.workers, mp_context=context, initializer=end_with_parent)
        return self._processes


def _late(error: TimeoutError, limit_s: float) -> RuntimeError:
    made = RuntimeError(f"no end after {limit_s:g} seconds")
    made.__cause__ = error
    return made
