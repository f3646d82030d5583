"""Reads what was captured of watched sources and links it, a few documents in one transaction, the oldest first."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from sayso.app.ingest import problem_of, writing
from sayso.app.inputs import Item
from sayso.app.read_item import work
from sayso.app.reading_files import FileReader
from sayso.app.storing import store_readings
from sayso.collect.masked import masked
from sayso.model import Reading, SaysoError
from sayso.run import Outcome, Pool
from sayso.store import items as queue
from sayso.store import sources as held
from sayso.store.entry import Quarantined
from sayso.store.items import HeldVersion
from sayso.store.writer import Writer

log = logging.getLogger("sayso.read")
_TOGETHER = 8
"""Documents in one transaction: one fsync for all of them, and about two seconds until the first is shown."""
_GIVEN_UP = 6
"""So many readings of a version were begun and not ended: more than chance, as it is read alone after the second."""
_Event = tuple[str, dict[str, object]]
_Pair = tuple[HeldVersion, Outcome[Item, Reading | None]]


class Reader:
    """Reads for the open house; one thread calls it.

    Args:
        pool: where reading happens.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._writer = Writer()
        self._files = FileReader(pool, self._writer, _TOGETHER)

    def step(self) -> int:
        """Read and store a few versions, or a few documents of a file; how many, 0 when nothing waits.

        Raises:
            SaysoError: the ledger cannot be written; what was read is read again then.
        """
        versions = queue.versions_to_read(_TOGETHER)
        if versions:
            self._read(versions)
            return len(versions)
        number, done = self._files.step()
        if done is not None:
            _tell([("file", _words(done))])
        return number

    def _read(self, versions: Sequence[HeldVersion]) -> None:
        with writing(), self._writer.turn():
            queue.note_begun(versions)
        if versions[0].begun >= _GIVEN_UP:
            _tell([self._give_up(versions[0])])
            return
        outcomes = self._pool.each(work, [Item(v.capture, v.given) for v in versions])
        pairs = list(zip(versions, outcomes, strict=True))
        try:
            said = self._store(pairs)
        except SaysoError:
            raise
        except Exception:  # one of them cannot be linked or written: a fault of ours, which stands in nobody's way
            said = [event for pair in pairs for event in self._store_alone(*pair)]
        _tell(said)

    def _store(self, pairs: Sequence[_Pair]) -> list[_Event]:
        """Write readings, and what could not be read, in one transaction."""
        said: list[_Event] = []
        with writing(), self._writer.turn():
            good = [(o.item, o.made) for _, o in pairs if isinstance(o.made, Reading)]
            entries = iter(store_readings(good, self._writer, live=True))
            for version, outcome in pairs:
                if isinstance(outcome.made, Reading):
                    said.append(_was_read(version, outcome.made, next(entries) is not None))
                else:
                    said.append(self._refuse(version, problem_of(outcome.item, outcome.error)))
        return said

    def _store_alone(self, version: HeldVersion, outcome: Outcome[Item, Reading | None]) -> list[_Event]:
        try:
            return self._store([(version, outcome)])
        except SaysoError:
            raise
        except Exception as error:
            log.exception("fault", extra={"event": "fault", "words": _words(version)})
            with writing(), self._writer.turn():
                return [self._refuse(version, problem_of(outcome.item, error))]

    def _give_up(self, version: HeldVersion) -> _Event:
        """Reading it ended the process again and again: it is put aside, or nothing behind it would ever be read."""
        words = f"reading it was begun {version.begun} times and never ended"
        at = version.capture
        with writing(), self._writer.turn():
            return self._refuse(version, Quarantined(at.address, at.digest, "reader_died", words, at.known_from))

    def _refuse(self, version: HeldVersion, problem: Quarantined) -> _Event:
        self._writer.put_aside(problem)
        queue.note_refused(version, problem.reason)
        held.count(version.source, refused=1)
        return "refused", {**_words(version), "reason": problem.reason}


def _was_read(version: HeldVersion, reading: Reading, new: bool) -> _Event:
    queue.note_read(version)
    held.count(version.source, read=1, reports=len(reading.reports))
    lag = (datetime.now(UTC) - version.capture.known_from).total_seconds()
    words: dict[str, object] = {**_words(version), "reports": len(reading.reports), "lag_s": round(lag, 1)}
    return "read" if new else "known", words


def _words(version: HeldVersion) -> dict[str, object]:
    return {"source": version.source, "digest": version.capture.digest, "address": masked(version.capture.address)}


def _tell(said: list[_Event]) -> None:
    for event, words in said:
        log.info(event, extra={"event": event, "words": words})
