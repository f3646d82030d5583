"""Writing the gazetteer file, row by row in bounded memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from math import floor
from pathlib import Path

from sayso.gazetteer import outlines
from sayso.gazetteer.close import number, skeleton
from sayso.gazetteer.fold import fold
from sayso.gazetteer.row import Row

_TABLES = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-65536;
CREATE TABLE place (
  key INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
  country_code TEXT NOT NULL, admin1 TEXT NOT NULL, lat REAL, lon REAL,
  population INTEGER NOT NULL, uncertainty_m REAL NOT NULL, capital TEXT NOT NULL, cell INTEGER);
CREATE TABLE name (folded TEXT NOT NULL, key INTEGER NOT NULL, sort INTEGER NOT NULL,
  PRIMARY KEY (folded, key)) WITHOUT ROWID;
CREATE TABLE sound (number INTEGER NOT NULL, key INTEGER NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (number, key, folded)) WITHOUT ROWID;
CREATE TABLE extent (key INTEGER PRIMARY KEY, south REAL, west REAL, north REAL, east REAL);
CREATE TABLE edge (band INTEGER, country_code TEXT, west REAL, east REAL, packed BLOB);
CREATE TABLE stamp (value TEXT NOT NULL);
CREATE TEMP TABLE raw_name (folded TEXT, key INTEGER, sort INTEGER);
CREATE TEMP TABLE raw_sound (number INTEGER, key INTEGER, folded TEXT);
"""
_INDEXES = """
INSERT OR IGNORE INTO name SELECT folded, key, sort FROM raw_name ORDER BY folded, key, sort;
DROP TABLE raw_name;
INSERT OR IGNORE INTO sound SELECT number, key, folded FROM raw_sound ORDER BY number, key, folded;
DROP TABLE raw_sound;
CREATE INDEX place_id ON place (geonames_id);
CREATE INDEX place_cell ON place (cell) WHERE kind = 'settlement';
CREATE INDEX place_capital ON place (country_code) WHERE capital = 'country';
CREATE INDEX place_country ON place (key) WHERE kind = 'country';
CREATE INDEX edge_band ON edge (band);
"""
_SORTS = {"main": 0, "alternate": 1, "demonym": 2}
_BATCH = 20_000
_fold = fold.__wrapped__  # names come once here, remembering them would only cost


def cell(lat: float, lon: float) -> int:
    """Number of the square degree that holds a point."""
    return (floor(lat) + 90) * 360 + floor(lon) + 180


class Writer:
    """The open file that is being made.

    Args:
        path: an empty file.
    """

    def __init__(self, path: Path) -> None:
        self.base = sqlite3.connect(path)
        self.base.executescript(_TABLES)
        self.key = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Writes rows; the iterable is drawn batch by batch."""
        rows = iter(rows)
        while batch := list(islice(rows, _BATCH)):
            first = self.key + 1
            self.key += len(batch)
            numbered = list(enumerate(batch, first))
            self.base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", map(_columns, numbered))
            names: list[tuple[str, int, int]] = []
            for key, row in numbered:
                names += _names(key, row)
            self._name(names)
            boxes = ((key, *row.box) for key, row in numbered if row.box)
            self.base.executemany("INSERT INTO extent VALUES (?,?,?,?,?)", boxes)

    def _name(self, names: list[tuple[str, int, int]]) -> None:
        self.base.executemany("INSERT INTO raw_name VALUES (?,?,?)", names)
        sounds = ((number(bare), key, folded) for folded, key, sort in names if sort < 2 and (bare := skeleton(folded)))
        self.base.executemany("INSERT INTO raw_sound VALUES (?,?,?)", sounds)

    def name_more(self, names: Iterable[tuple[int, str]]) -> None:
        """Writes alternate names of places by their GeoNames ids; ids that were not written are passed over."""
        self.base.execute("CREATE INDEX IF NOT EXISTS place_id ON place (geonames_id)")
        names = iter(names)
        while batch := list(islice(names, _BATCH)):
            known: list[tuple[str, int, int]] = []
            for geonames_id, name in batch:
                for (key,) in self.base.execute("SELECT key FROM place WHERE geonames_id = ?", (geonames_id,)):
                    if folded := _fold(name):
                        known.append((folded, key, 1))
            self._name(known)

    def close(self, stamp: str, numbers: dict[int, str]) -> None:
        """Sorts the names, writes outlines, indexes and the stamp, and closes the file."""
        for band, code, packed in outlines.edges(numbers):
            west, east = outlines.span(packed)
            self.base.execute("INSERT INTO edge VALUES (?,?,?,?,?)", (band, code, west, east, packed))
        self.base.execute("INSERT INTO stamp VALUES (?)", (stamp,))
        self.base.executescript(_INDEXES.replace("INDEX place_id", "INDEX IF NOT EXISTS place_id"))
        self.base.commit()
        self.base.close()


def _columns(numbered: tuple[int, Row]) -> tuple[object, ...]:
    key, r = numbered
    where = cell(r.lat, r.lon) if r.lat is not None and r.lon is not None else None
    return (
        key, r.geonames_id, r.name, r.kind, r.country_code, r.admin1, r.lat, r.lon, r.population,
        round(r.uncertainty_m), r.capital, where,
    )  # fmt: skip


def _names(key: int, row: Row) -> Iterator[tuple[str, int, int]]:
    made: dict[str, int] = {}
    for name, sort in row.names.items():
        folded = _fold(name)
        if folded and _SORTS[sort] < made.get(folded, 9):
            made[folded] = _SORTS[sort]
    for folded, rank in made.items():
        yield folded, key, rank
