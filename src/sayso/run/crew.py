"""Runs jobs that wait for others (the network) in threads; one that hangs is given up, and its place is free again."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.model import SaysoError

Made = TypeVar("Made")


class TookTooLong(SaysoError):
    """A job was given up because it did not end in its time."""


@dataclass(frozen=True)
class Done(Generic[Made]):
    """A job that is over: ``made``, or the ``error`` it failed with; ``seconds`` it took."""

    key: str
    made: Made | None
    error: Exception | None
    seconds: float


@dataclass(slots=True)
class _Job:
    began: float
    limit_s: float


class Crew(Generic[Made]):
    """A number of places for jobs, each known by a key; for one caller, who submits and takes what is done.

    A thread cannot be stopped from outside. One that is given up goes on in the background until it ends by itself,
    what it makes is thrown away, and it does not keep the process from ending.

    Args:
        places: jobs at the same time.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self.given_up = 0
        self._jobs: dict[str, _Job] = {}
        self._done: queue.SimpleQueue[tuple[_Job, Done[Made]]] = queue.SimpleQueue()

    @property
    def busy(self) -> int:
        """Jobs that are not over."""
        return len(self._jobs)

    @property
    def free(self) -> int:
        """Places for more jobs."""
        return self.places - self.busy

    def has(self, key: str) -> bool:
        """True while the job of this key is not over."""
        return key in self._jobs

    def submit(self, key: str, work: Callable[[], Made], limit_s: float) -> None:
        """Begin a job.

        Args:
            key: its name, of no other job that is not over.
            limit_s: seconds after which it is given up.

        Raises:
            ValueError: there is no place, or a job of this key already.
        """
        if self.free <= 0 or key in self._jobs:
            raise ValueError(f"no place for {key}")
        job = self._jobs[key] = _Job(time.monotonic(), limit_s)
        threading.Thread(target=self._work, args=(key, job, work), name=f"sayso {key[:40]}", daemon=True).start()

    def take(self, wait_s: float) -> list[Done[Made]]:
        """What is over since the last time; waits for the first one up to ``wait_s`` seconds."""
        made = list(self._taken(wait_s))
        now = time.monotonic()
        late = [key for key, job in self._jobs.items() if now - job.began > job.limit_s]
        for key in late:
            job = self._jobs.pop(key)
            self.given_up += 1
            error = TookTooLong(f"no end after {job.limit_s:g} seconds", "it is tried again later")
            made.append(Done(key, None, error, now - job.began))
        return made

    def _taken(self, wait_s: float) -> Iterator[Done[Made]]:
        while True:
            try:
                job, done = self._done.get(timeout=wait_s) if wait_s > 0 else self._done.get_nowait()
            except queue.Empty:
                return
            wait_s = 0
            if self._jobs.get(done.key) is job:  # else it was given up before
                del self._jobs[done.key]
                yield done

    def _work(self, key: str, job: _Job, work: Callable[[], Made]) -> None:
        try:
            done = Done(key, work(), None, time.monotonic() - job.began)
        except Exception as error:
            done = Done(key, None, error, time.monotonic() - job.began)
        self._done.put((job, done))
