"""A house opens with one call; the library needs none."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.app.settings import database_settings
from sayso.model import SaysoError


def test_a_new_house_has_its_tables_and_a_secret_of_its_own(tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.build import open_house

    house = open_house(tmp_path / "new", "")
    assert house.database == "sqlite"
    assert list_incidents() == ()
    key = tmp_path / "new" / "secret-key"
    assert key.stat().st_mode & 0o077 == 0
    secret = key.read_text()
    open_house(tmp_path / "new", "")
    assert key.read_text() == secret


def test_sqlite_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    from django.db import connection

    from sayso.app.build import open_house

    open_house(tmp_path / "new", "")
    with connection.cursor() as cursor:
        modes = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]


@pytest.mark.parametrize(
    ("database", "words"),
    [("mysql://x/y", "unknown kind of database"), ("postgres://nobody@localhost:1/none", "cannot be used")],
)
def test_a_wrong_database_is_one_clear_line(tmp_path: Path, database: str, words: str) -> None:
    from sayso.app.build import open_house

    try:
        with pytest.raises(SaysoError, match=words) as error:
            open_house(tmp_path / "new", database)
        assert "SAYSO_DATABASE" in str(error.value) or "SQLite" in str(error.value)
    finally:
        open_house(tmp_path / "new", "")


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    from sayso.app.build import open_house

    (tmp_path / "file").write_text("")
    with pytest.raises(SaysoError, match="cannot write the data folder"):
        open_house(tmp_path / "file" / "house", "")


def test_addresses_of_databases() -> None:
    made = database_settings("postgres://me:p%40ss@db.example:5433/ledger?sslmode=require", Path("/d"))
    assert (made["NAME"], made["USER"], made["PASSWORD"], made["HOST"], made["PORT"]) == (
        "ledger", "me", "p@ss", "db.example", "5433",
    )  # fmt: skip
    assert made["OPTIONS"] == {"sslmode": "require"}
    assert database_settings("", Path("/d"))["NAME"] == "/d/sayso.sqlite3"


def test_reading_does_not_import_the_web_framework() -> None:
    code = (
        "import sys, sayso, sayso.app.read; sys.exit(any(m.split('.')[0] in ('django', 'ninja') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_newer_ledger_is_refused_in_one_line(tmp_path: Path) -> None:
    from django.db import connection

    from sayso.app.build import open_house

    open_house(tmp_path, "")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_later', '2030-01-01')"
        )
    for migrate in (True, False):
        with pytest.raises(SaysoError, match="newer version"):
            open_house(tmp_path, "", migrate=migrate)


def test_an_older_ledger_is_brought_up_to_date_or_refused(tmp_path: Path) -> None:
    from django.core.management import call_command

    from sayso.app.as_of import list_incidents
    from sayso.app.build import open_house

    open_house(tmp_path, "")
    call_command("migrate", "store", "0001", verbosity=0)
    with pytest.raises(SaysoError, match="older version"):
        open_house(tmp_path, "", migrate=False)
    open_house(tmp_path, "")
    assert list_incidents() == ()
