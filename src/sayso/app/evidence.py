"""Evidence: every capture of a watched source goes into a WARC file before it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from sayso import __version__
from sayso.app.settings import data_folder
from sayso.collect.answer import Answer
from sayso.collect.warc import Keep, Kept, WarcFolder, repair
from sayso.model import Capture


def warc_folder() -> Path:
    """Where the WARC files of the open house lie."""
    return data_folder() / "warc"


def keep_capture(
    capture: Capture, answer: Answer | None = None, *, source: str = "", request: Sequence[tuple[str, str]] = ()
) -> Kept:
    """Keep one capture; see :func:`keep_captures`."""
    return keep_captures([Keep(capture, answer, tuple(request))], source=source)[0]


def keep_captures(some: Iterable[Keep], *, source: str = "") -> list[Kept]:
    """Write captures into the house's WARC files; when this returns, the disk has them.

    Call it before the ledger says that they are captured: a kill in between leaves a record too many, never one too
    few. Bytes that are kept already become a revisit record, which says that they were there again.

    Args:
        some: captures with what the host answered (``answer``; None for what came from a file).
        source: id of the source that found them, "" for none; retention goes by it.

    Raises:
        SaysoError: the folder cannot be written or the disk is full; nothing is kept then.
    """
    return _writer(warc_folder()).keep(some)


def end_files() -> None:
    """End the file this process writes, at the end of its work; keeping more begins a new one."""
    _writer(warc_folder()).close()


@lru_cache(maxsize=1)
def _writer(folder: Path) -> WarcFolder:
    repair(folder)
    return WarcFolder(folder, f"Sayso/{__version__}")
