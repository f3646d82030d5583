"""Files that fill up: which of them are whole. A file that was written to a moment ago may be half of one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.collect.kinds.watched import trouble
from sayso.model import SaysoError
from sayso.model.source import Look, LookState

SETTLED_S = 5.0
"""Seconds without a change after which a file counts as written to its end."""
_HALF = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", ".filepart", "~")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Held:
    """One file: its path and what the file system says, times in nanoseconds since 1970, size in bytes."""

    path: Path
    changed: int
    written: int
    size: int

    @property
    def version(self) -> str:
        """Differs when the content was written again."""
        return f"{self.written}-{self.size}"

    def settled(self, now: float | None = None) -> bool:
        """True when it was not written to for some seconds."""
        return (time.time() if now is None else now) - self.written / 1e9 >= SETTLED_S


def held(path: Path) -> Held:
    """What the file system says of a file.

    Raises:
        OSError: it is not there or must not be read.
    """
    stat = path.stat()
    return Held(path, stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size)


def files_below(folder: Path, depth: int = 0) -> Iterator[Held]:
    """Every file in a folder and below it, hidden ones and those that name themselves half written left out.

    Links to folders are not followed; a folder below that cannot be read is left out.

    Raises:
        OSError: the folder itself cannot be read.
    """
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith(".") or entry.name.lower().endswith(_HALF):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    yield from files_below(Path(entry.path), depth + 1)
            elif entry.is_file():
                yield held(Path(entry.path))
        except OSError:
            continue


def missing(state: LookState, path: Path, error: OSError) -> Look:
    """The look that a path comes to which cannot be read: gone when it is not there, failing otherwise."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Look((), state, "gone", "no_file", f"{path} is not there")
    reason = error.strerror or type(error).__name__
    return trouble(state, SaysoError(f"{path} cannot be read: {reason}", "check its permissions"))
