"""Files that appear whole or not at all: written beside their name, renamed when everything is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from sayso.model import SaysoError

_HALF = ".part"


class Stage:
    """The files of one export before they get their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open = ExitStack()
        self._files: list[Path] = []

    def text(self, name: str) -> IO[str]:
        """A new text file (UTF-8, line ends as written) that becomes ``folder``/``name``."""
        return self._open.enter_context(self.path(name).open("w", encoding="utf-8", newline=""))

    def path(self, name: str) -> Path:
        """Where to write what becomes ``folder``/``name``; for writers that open files themselves."""
        final = self.folder / name
        if final not in self._files:
            self._files.append(final)
        return self.half(final)

    def close_all(self) -> None:
        """Close what :meth:`text` opened, so that it can be read (for digests)."""
        self._open.close()

    def finish(self) -> None:
        """Give every file its name, in the order they were begun."""
        self.close_all()
        for final in self._files:
            os.replace(self.half(final), final)

    def drop(self) -> None:
        """Close and remove what was begun."""
        self.close_all()
        for final in self._files:
            self.half(final).unlink(missing_ok=True)

    @staticmethod
    def half(final: Path) -> Path:
        """The name of a file while it is not whole."""
        return final.with_name(final.name + _HALF)


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """A Stage in ``folder``, made when missing; its files get their names when the block ends without an error.

    A process that is killed leaves ``NAME.part`` behind, which the next export into the folder replaces.

    Raises:
        SaysoError: the folder or a file cannot be written.
    """
    stage = Stage(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield stage
        stage.finish()
    except OSError as error:
        stage.drop()
        hint = "choose another folder, or make room on the disk"
        raise SaysoError(f"cannot write to {folder}: {error.strerror or error}", hint) from error
    except BaseException:
        stage.drop()
        raise
