"""Reading the gazetteer file: read-only, one connection a thread, small cache of names."""

from __future__ import annotations

import os
import sqlite3
import threading
from functools import lru_cache
from math import cos, radians
from pathlib import Path

import platformdirs

from sayso.gazetteer.build import Progress, build, stamp
from sayso.gazetteer.entry import Entry
from sayso.gazetteer.fold import fold
from sayso.gazetteer.geo import distance_m

_COLUMNS = (
    "p.key, p.geonames_id, p.name, p.kind, p.country_code, p.admin1, p.lat, p.lon, p.population, "
    "p.uncertainty_m, p.capital"
)
_DEGREE_M = 111_195.0


class Gazetteer:
    """Places by name, id and neighbourhood; safe to share between threads and across a fork.

    Args:
        path: a file made by :func:`sayso.gazetteer.build.build`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._countries: dict[str, Entry] = {}
        for row in self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.kind = 'country'"):
            self._countries[str(row[4])] = self._entry(row)
        self._lookup = lru_cache(maxsize=20_000)(self._find)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        base = getattr(self._local, "base", None)
        if base is None or self._local.process != os.getpid():
            base = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.base, self._local.process = base, os.getpid()
        rows: list[tuple[object, ...]] = base.execute(query, values).fetchall()
        return rows

    def _entry(self, row: tuple[object, ...], sort: int = 0) -> Entry:
        key, gid, name, kind, code, admin1, lat, lon, population, radius, capital = row[:11]
        country = str(name) if kind == "country" else getattr(self._countries.get(str(code)), "name", "")
        return Entry(
            key, gid, name, kind, code, country, admin1, lat, lon, population, radius, sort == 0, capital, sort == 2  # type: ignore[arg-type]
        )  # fmt: skip

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name in any spelling, main names before alternate ones, then by population."""
        return self._lookup(fold(name))

    def lookup_folded(self, folded: str) -> tuple[Entry, ...]:
        """The same for a name that already went through :func:`sayso.gazetteer.fold.fold`."""
        return self._lookup(folded)

    def _find(self, folded: str) -> tuple[Entry, ...]:
        joined = "FROM name n JOIN place p ON p.key = n.key WHERE n.folded = ? GROUP BY p.key"
        query = f"SELECT {_COLUMNS}, min(n.sort) {joined}"
        found = [self._entry(row, int(str(row[11]))) for row in self._rows(query, (folded,))] if folded else []
        return tuple(sorted(found, key=lambda e: (not e.main, -e.population, e.key)))

    def has(self, folded: str) -> bool:
        """True when a folded name is in the gazetteer."""
        return bool(self._lookup(folded))

    def by_id(self, geonames_id: int) -> Entry | None:
        """The place with that GeoNames id, None when it is not held."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.geonames_id = ?", (geonames_id,))
        return self._entry(rows[0]) if rows else None

    def country(self, name: str) -> Entry | None:
        """The country of a name, an ISO 3166-1 alpha-2 code or a people's name ("Kazakh"); None when there is none."""
        if len(name) == 2 and name in self._countries:
            return self._countries[name]
        return next((e for e in self.lookup(name) if e.kind == "country"), None)

    def capital(self, code: str) -> Entry | None:
        """The seat of government of the country with that ISO 3166-1 alpha-2 code."""
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM place p WHERE p.country_code = ? AND p.kind = 'settlement' "
            "AND p.capital = 'country'",
            (code,),
        )
        return self._entry(rows[0]) if rows else None

    def region(self, name: str, country_code: str = "") -> Entry | None:
        """The first-order region of that name (in that country when given), else a second-order or other region."""
        order = {"admin1": 0, "region": 1, "admin2": 2}
        held = [e for e in self.lookup(name) if e.kind in order and country_code in ("", e.country_code)]
        return min(held, key=lambda e: (order[e.kind], -e.population), default=None)

    def within(self, lat: float, lon: float, radius_m: float) -> tuple[Entry, ...]:
        """Settlements whose point lies within ``radius_m`` metres of a point, nearest first."""
        dy = radius_m / _DEGREE_M
        dx = min(180.0, dy / max(0.01, cos(radians(min(89.0, abs(lat) + dy)))))
        query = f"SELECT {_COLUMNS} FROM place p WHERE p.lat BETWEEN ? AND ? AND p.kind = 'settlement'"
        near = []
        for row in self._rows(query, (lat - dy, lat + dy)):
            entry = self._entry(row)
            if entry.point and abs((entry.point[1] - lon + 180) % 360 - 180) <= dx:
                d = distance_m((lat, lon), entry.point)
                if d <= radius_m:
                    near.append((d, entry.key, entry))
        return tuple(e for _, _, e in sorted(near, key=lambda n: n[:2]))


def default_path() -> Path:
    """Where the gazetteer file lies: ``SAYSO_GAZETTEER``, else the user's data folder."""
    named = os.environ.get("SAYSO_GAZETTEER")
    return Path(named) if named else platformdirs.user_data_path("sayso") / "gazetteer.sqlite3"


def open_gazetteer(path: Path | str | None = None, progress: Progress | None = None) -> Gazetteer:
    """Opens the gazetteer, building it first when it is missing or was made from other versions.

    Args:
        path: the file; None for :func:`default_path`.
        progress: told about a build, see :data:`sayso.gazetteer.build.Progress`.

    Raises:
        OSError: when it must be built and cannot be written.
    """
    where = Path(path) if path is not None else default_path()
    if _stamp_of(where) != stamp():
        build(where, progress)
    return Gazetteer(where)


def _stamp_of(path: Path) -> str:
    if not path.is_file():
        return ""
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return str(base.execute("SELECT value FROM stamp").fetchone()[0])
    except sqlite3.Error:
        return ""
    finally:
        base.close()
