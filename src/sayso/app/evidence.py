"""Evidence: every capture of a watched source goes into a WARC file before it counts."""

from __future__ import annotations

import atexit
from collections.abc import Collection, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import sayso.app.prepare  # noqa: F401
from sayso import __version__
from sayso.app.settings import data_folder
from sayso.collect.answer import Answer
from sayso.collect.warc import Keep, Kept, WarcFolder, find, repair
from sayso.collect.warc_record import First
from sayso.model import Capture
from sayso.store import kept as ledger
from sayso.store.kept import HeldRecord

SOFTWARE = f"Sayso/{__version__}"


def warc_folder() -> Path:
    """Where the WARC files of the open house lie."""
    return data_folder() / "warc"


def keep_capture(
    capture: Capture, answer: Answer | None = None, *, source: str = "", request: Sequence[tuple[str, str]] = ()
) -> Kept:
    """Keep one capture; see :func:`keep_captures`."""
    return keep_captures([Keep(capture, answer, tuple(request))], source=source)[0]


def keep_captures(some: Sequence[Keep], *, source: str = "") -> list[Kept]:
    """Write captures into the house's WARC files; when this returns, the disk has them.

    Call it before the ledger says that they are captured: a kill in between leaves a record too many, never one too
    few. Bytes that are kept already become a revisit record, which says that they were there again.

    Args:
        some: captures with what the host answered (``answer``; None for what came from a file).
        source: id of the source that found them, "" for none; retention goes by it.

    Raises:
        SaysoError: the folder cannot be written or the disk is full; nothing is kept then.
    """
    folder = warc_folder()
    first = firsts(folder, {item.capture.digest for item in some if item.first is None})
    asked = [Keep(i.capture, i.answer, i.request, i.first or first.get(i.capture.digest)) for i in some]
    made = _writer(folder).keep(asked)
    ledger.note_kept(
        HeldRecord(
            k.digest, item.capture.address, k.at, source, k.file, k.offset, k.length, k.kind, k.record, k.address
        )
        for item, k in zip(asked, made, strict=True)
    )
    return made


def firsts(folder: Path, digests: Collection[str]) -> dict[str, First]:
    """Digest to the record that holds its bytes, for those that are kept; records whose file is gone do not count."""
    found: dict[str, First] = {}
    for held in ledger.kept_of(digests):
        if held.kind != "revisit" and held.digest not in found and find(folder, held.file):
            found[held.digest] = First(held.record, held.uri, held.at)
    return found


def end_files() -> None:
    """End the file this process writes, at the end of its work; keeping more begins a new one."""
    _writer(warc_folder()).close()


@lru_cache(maxsize=1)
def _writer(folder: Path) -> WarcFolder:
    repair(folder, ledger.whole_until)
    made = WarcFolder(folder, SOFTWARE)
    atexit.register(_end, made)
    return made


def _end(made: WarcFolder) -> None:
    with suppress(OSError):  # the folder may be gone; what a file lacks at its end is cut off when it is opened next
        made.close()
