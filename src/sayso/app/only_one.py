"""One service on one ledger: the second says so and stops."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.model import SaysoError

_FILE = "service.lock"
_SERVICE_LOCK = 0x5A151  # beside the Writer's lock of one transaction


@contextmanager
def only_service(folder: Path, what: str = "sayso run") -> Iterator[None]:
    """Holds the place of the one that collects into the open house; it goes with the process, however that ends.

    The house's folder is locked, and on PostgreSQL the ledger too, which may be shared by several folders.

    Args:
        folder: of the house.
        what: the command, for those who come second.

    Raises:
        SaysoError: another one collects into this ledger.
    """
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        yield
        return
    with (folder / _FILE).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise _refusal(_holder(folder)) from None
        with _ledger_alone():
            try:
                _write(file, what)
                yield
            finally:
                file.truncate(0)


def running(folder: Path) -> dict[str, Any] | None:
    """Who collects into the house now ("pid", "what", "since" as ISO time); None when nobody does."""
    try:
        import fcntl

        with (folder / _FILE).open("r") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except (ImportError, FileNotFoundError):
        return None
    except OSError:
        return _holder(folder)
    return None


def _holder(folder: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        return dict(json.loads((folder / _FILE).read_text(encoding="utf-8")))
    return {}


def _refusal(holder: dict[str, Any]) -> SaysoError:
    who = f" ({holder['what']}, process {holder['pid']}, since {holder['since']})" if holder else ""
    return SaysoError(
        f"another service collects into this ledger already{who}", "stop it first, or choose another --data"
    )


def _write(file: IO[str], what: str) -> None:
    file.truncate(0)
    since = datetime.now(UTC).isoformat(timespec="seconds")
    file.write(json.dumps({"pid": os.getpid(), "what": what, "since": since}))
    file.flush()


@contextmanager
def _ledger_alone() -> Iterator[None]:
    """On PostgreSQL a lock that lives as long as a connection of its own.

    Raises:
        SaysoError: a service of another folder collects into the same ledger.
    """
    if connection.vendor != "postgresql":
        yield
        return
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_SERVICE_LOCK])
            if not cursor.fetchone()[0]:
                raise _refusal({})
        yield
    finally:
        own.close()
