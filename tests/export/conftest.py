"""The fixed ledger of the exports, filled once: see ``fixed_ledger``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.export.case import Case


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, blank_sqlite: Path) -> Path:
    """A house that holds the fixed ledger."""
    import fixed_ledger
    from django.db import connection

    from sayso.app.build import open_house

    house = tmp_path_factory.mktemp("exports") / "house"
    house.mkdir()
    shutil.copy(blank_sqlite, house)
    open_house(house, "", migrate=False)
    fixed_ledger.fill()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return house


@pytest.fixture
def fixed(filled: Path) -> Iterator[Path]:
    """The house with the fixed ledger, open for reading; do not write to it."""
    from django.db import connection

    from sayso.app.build import open_house

    open_house(filled, "", migrate=False)
    yield filled
    connection.close()


@pytest.fixture
def fixed_cases(fixed: Path) -> tuple[Case, ...]:
    """The Cases of the fixed ledger as of ``fixed_ledger.NOW``, in order of their ids."""
    from fixed_ledger import NOW

    from sayso.app.export_cases import cases

    return tuple(cases(NOW))
