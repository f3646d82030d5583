"""From settings to a house that stands: Django set up once, the ledger's tables in place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sayso.model import SaysoError


@dataclass(frozen=True, slots=True)
class House:
    """An open house.

    Attributes:
        data: folder of the ledger and the secret key.
        database: "sqlite" or "postgresql".
    """

    data: Path
    database: str


def open_house(data: Path | None = None, database: str | None = None, *, migrate: bool = True) -> House:
    """Set up Django for the house in ``data`` and bring its tables up to date.

    A second call with other values moves this process (its calling thread) to the other house.

    Args:
        data: folder of the house, made when missing; default as in ``sayso.app.settings``.
        database: address as in ``SAYSO_DATABASE``; "" is SQLite in ``data``, None leaves the environment's choice.
        migrate: False leaves the tables as they are, and refuses tables of another version.

    Raises:
        SaysoError: when the folder cannot be written, the database cannot be reached, or a newer version wrote it.
    """
    if data is not None:
        os.environ["SAYSO_DATA"] = str(data)
    if database is not None:
        os.environ["SAYSO_DATABASE"] = database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sayso.app.settings")
    from sayso.app.settings import data_folder  # after the environment is set: the module reads it

    folder = data_folder()
    _make_folder(folder)
    _set_up(folder)
    _bring_up_to_date(folder, migrate)
    from django.db import connection

    return House(folder, connection.vendor)


def _make_folder(folder: Path) -> None:
    key = folder / "secret-key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not key.exists():
            with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(50))
    except FileExistsError:
        return  # another process made the key in between; its key counts
    except OSError as error:
        hint = "choose another with --data or SAYSO_DATA"
        raise SaysoError(f"cannot write the data folder {folder}", hint) from error


def _set_up(folder: Path) -> None:
    import django
    from django.apps import apps
    from django.conf import settings
    from django.db import connections

    from sayso.app.settings import database_settings, secret_key

    try:
        wanted = database_settings(os.environ.get("SAYSO_DATABASE", ""), folder)
    except ValueError as error:
        raise SaysoError(str(error), "use postgres://user:password@host/name, or nothing for SQLite") from error
    if not apps.ready:
        django.setup()
    current = connections.settings["default"]
    if any(current.get(key) != wanted.get(key) for key in ("ENGINE", "NAME", "HOST", "PORT", "USER")):
        connections["default"].close()
        del connections["default"]
        settings.DATABASES["default"] = wanted
        connections.settings = connections.configure_settings(settings.DATABASES)
    settings.SECRET_KEY = secret_key(folder)


def _bring_up_to_date(folder: Path, migrate: bool) -> None:
    from django.db.utils import DatabaseError

    try:
        if not _missing_steps():
            return
        if not migrate:
            raise SaysoError("this ledger was made by an older version of Sayso", "open it once with: sayso incidents")
        with _alone(folder):
            if _missing_steps():  # another process may have made them while this one waited
                _migrate()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        raise SaysoError(f"the database cannot be used: {reason}", "check SAYSO_DATABASE or --database") from error


def _missing_steps() -> bool:
    """True when tables are missing or old.

    Raises:
        SaysoError: the ledger has tables this version does not know.
    """
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    unknown = {step for step in executor.loader.applied_migrations if step[0] == "store"} - set(
        executor.loader.disk_migrations
    )
    if unknown:
        raise SaysoError(
            "this ledger was written by a newer version of Sayso", "upgrade Sayso, or choose another --data"
        )
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Lets one process of a house at a time make tables; the lock goes with the process that holds it."""
    with (folder / "tables.lock").open("w") as file:
        try:
            import fcntl
        except ImportError:  # no such locks on this system: two first starts at once may fail, a second try does not
            pass
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
