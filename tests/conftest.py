"""Shared by all tests: the ledger on both engines, and the folder of labelled data beside the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

# before anything imports Django: no test may touch the user's own house
_HOME = Path(tempfile.mkdtemp(prefix="sayso-tests-"))
os.environ["SAYSO_DATA"] = str(_HOME / "house")
os.environ["SAYSO_DATABASE"] = ""
# a test of a rule tells of the rule alone; those of whole readings ask for the encoder (fixture ``encoder_on``)
os.environ["SAYSO_ENCODER"] = "off"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sayso.app.settings")


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first: begun last, one of them would keep one process busy while the others are idle."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(autouse=True)
def _no_house_stays_open() -> Iterator[None]:
    """Opening a house names it in the environment: the settings of one test's house are none of the next test's."""
    before = {name: os.environ[name] for name in ("SAYSO_DATA", "SAYSO_DATABASE", "SAYSO_ENCODER")}
    yield
    os.environ.update(before)


@pytest.fixture
def encoder_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The released encoder reads beside the rules, as it does for users."""
    monkeypatch.setenv("SAYSO_ENCODER", "")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data beside the repository."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the repository")
    return folder


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of a throwaway PostgreSQL cluster; every test makes its own database in it."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install sayso[postgres])")
    tools = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    tool = shutil.which("initdb") or (str(tools[-1]) if tools else "")
    if not tool:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    if os.geteuid() == 0 and not shutil.which("runuser"):
        pytest.skip("PostgreSQL does not run as root and there is no runuser")
    folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
    folder.chmod(0o777)
    server = _Server(Path(tool).parent, folder)
    try:
        server.start()
        yield f"postgres://sayso@/postgres?host={folder}"
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class _Server:
    """A PostgreSQL server on a socket in its own folder; as user postgres when the tests run as root."""

    def __init__(self, tools: Path, folder: Path) -> None:
        self.tools, self.folder = tools, folder
        self.prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []

    def start(self) -> None:
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-o", options, "-w", "-l", f"{self.folder}/log", "start")

    def stop(self) -> None:
        command = [*self.prefix, str(self.tools / "pg_ctl"), "-D", f"{self.folder}/data", "-m", "immediate", "stop"]
        subprocess.run(command, capture_output=True, cwd=self.folder, check=False)

    def _run(self, tool: str, *arguments: str) -> None:
        command = [*self.prefix, str(self.tools / tool), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, check=False)
        if done.returncode:
            pytest.skip(f"PostgreSQL does not start: {(done.stderr or done.stdout).strip()[-300:]}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def blank_sqlite() -> Path:
    """An empty SQLite ledger with its tables, to be copied: making the tables takes longer than most tests."""
    from django.db import connection

    from sayso.app.build import open_house

    file = open_house(_HOME / "blank", "").data / "sayso.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return file


@pytest.fixture(scope="session")
def blank_postgres(postgres: str) -> str:
    """Address of the server, with a database ``blank`` that holds the empty tables of a ledger."""
    import psycopg
    from django.db import connection

    from sayso.app.build import open_house

    with psycopg.connect(postgres, autocommit=True) as admin:
        admin.execute("CREATE DATABASE blank")
    open_house(_HOME / "blank-postgres", postgres.replace("/postgres?", "/blank?"))
    connection.close()
    return postgres


@pytest.fixture
def database(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Address of an empty ledger of the engine, as in SAYSO_DATABASE."""
    if engine == "sqlite":
        (tmp_path / "house").mkdir()
        shutil.copy(request.getfixturevalue("blank_sqlite"), tmp_path / "house")
        yield ""
        return
    import psycopg
    from psycopg import sql

    server = request.getfixturevalue("blank_postgres")
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE blank").format(sql.Identifier(name)))
        yield server.replace("/postgres?", f"/{name}?")
        from django.db import connection

        connection.close()
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def ledger(database: str, tmp_path: Path) -> Iterator[Path]:
    """An open, empty ledger on each engine; gives the house's folder."""
    from sayso.app.build import open_house

    yield open_house(tmp_path / "house", database, migrate=False).data
    from django.db import connection

    connection.close()
