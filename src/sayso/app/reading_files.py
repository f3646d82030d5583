"""Reads files that watched folders and archives showed, a few documents at a time, so that nothing waits for long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sayso.app.ingest import problem_of, writing
from sayso.app.inputs import Item, Placed, read_placed
from sayso.app.read_item import work
from sayso.app.storing import store_readings
from sayso.app.through import Through
from sayso.collect.kinds import Passed
from sayso.model import Reading, SaysoError
from sayso.run import Pool
from sayso.store import items as queue
from sayso.store import sources as held
from sayso.store.entry import Quarantined
from sayso.store.items import HeldVersion
from sayso.store.pack import capture_id
from sayso.store.writer import Writer


@dataclass(slots=True)
class _Open:
    version: HeldVersion
    inputs: Iterator[Placed]
    through: Through
    noted: int = 0


class FileReader:
    """Reads one file after the other; an archive goes on behind what an earlier process read of it.

    Args:
        pool: where reading happens.
        together: documents at a time.
    """

    def __init__(self, pool: Pool, writer: Writer, together: int) -> None:
        self._pool, self._writer, self._together = pool, writer, together
        self._open: _Open | None = None

    def step(self) -> tuple[int, HeldVersion | None]:
        """Read a few documents; how many inputs were dealt with (0 when no file waits), and the file that is done.

        Raises:
            SaysoError: the ledger cannot be written.
        """
        if self._open is None and not self._begin():
            return 0, None
        assert self._open is not None
        now = self._open
        some = list(islice(now.inputs, self._together))
        done = len(some) < self._together
        self._store(now, some, done)
        if done:
            self._open = None
        return max(1, len(some)), now.version if done else None

    def _begin(self) -> bool:
        waiting = queue.files_to_read(1)
        if not waiting:
            return False
        file = Path(waiting[0].capture.address)
        with writing():
            through = Through([file], self._writer, counting=False)
        self._open = _Open(waiting[0], read_placed([file], None, through.cursors), through)
        return True

    def _store(self, now: _Open, some: Sequence[Placed], done: bool) -> None:
        items = [one.input for one in some if isinstance(one.input, Item)]
        new = [i for i in items if not self._writer.knows(capture_id(i.capture, i.given))]
        outcomes = self._pool.each(work, new)
        bad = [one.input for one in some if isinstance(one.input, Quarantined)]
        bad += [problem_of(o.item, o.error) for o in outcomes if not isinstance(o.made, Reading)]
        good = [(o.item, o.made) for o in outcomes if isinstance(o.made, Reading)]
        try:
            self._write(now, some, done, good, bad)
        except SaysoError:
            raise
        except Exception:  # one of them cannot be linked or written: each by itself
            for one in good:
                try:
                    self._write(now, (), False, [one], [])
                except SaysoError:
                    raise
                except Exception as error:
                    bad.append(problem_of(one[0], error))
            self._write(now, some, done, [], bad)

    def _write(
        self, now: _Open, some: Sequence[Placed], done: bool, good: list[tuple[Item, Reading]], bad: list[Quarantined]
    ) -> None:
        with writing(), self._writer.turn():
            entries = store_readings(good, self._writer, live=True)
            fresh = sum(self._writer.put_aside(problem) for problem in bad)
            new = sum(entry is not None for entry in entries)
            held.count(now.version.source, captures=new + fresh, read=new, refused=fresh)
            self._note(now, some)
            for one in some:
                _tell(now.through, one)
            if done:
                now.through.ended()
                queue.note_read(now.version)

    def _note(self, now: _Open, some: Sequence[Placed]) -> None:
        """What stands in the ledger of these, so that the file leads to its first documents."""
        if now.noted < queue.DOCUMENTS_OF_FILE:
            items = [one.input for one in some if isinstance(one.input, Item)]
            stand = [(i.capture, i.given) for i in items if self._writer.knows(capture_id(i.capture, i.given))]
            now.noted = queue.note_documents(now.version, stand, now.noted)


def _tell(through: Through, one: Placed) -> None:
    if isinstance(one.input, Passed):
        through.told(one, "skipped", one.input.number)
    else:
        through.told(one, "quarantined" if isinstance(one.input, Quarantined) else "known")
