"""Reading the gazetteer file: read-only, one connection a thread, small cache of names."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from functools import lru_cache
from math import cos, floor, log10, radians
from pathlib import Path

import platformdirs

from sayso.gazetteer.build import SCHEMA, Progress, build, usable
from sayso.gazetteer.close import likeness, number, skeleton, slips, to_latin
from sayso.gazetteer.entry import Entry
from sayso.gazetteer.fold import fold
from sayso.gazetteer.geo import Point, distance_m
from sayso.gazetteer.outlines import Box, box_holds, inside, points
from sayso.gazetteer.writer import cell
from sayso.model import SaysoError

_COLUMNS = (
    "p.key, p.geonames_id, p.name, p.kind, p.country_code, p.admin1, p.lat, p.lon, p.population, "
    "p.uncertainty_m, p.capital"
)
_DEGREE_M = 111_195.0
_MOST = 40
_LEAST_ALIKE = 0.5


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
        self._close = lru_cache(maxsize=2_000)(self._near_names)

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

    def lookup(self, name: str, *, close: bool = False) -> tuple[Entry, ...]:
        """All places of that name in any spelling, main names before alternate ones, then by population.

        Args:
            name: as a text writes it, in any script that the gazetteer holds names in.
            close: when nothing bears the name, give the places whose names are one slip away or sound alike in
                another way of writing, the most alike first; see :mod:`sayso.gazetteer.close`.
        """
        found = self._lookup(fold(name))
        return found if found or not close else self._close(fold(name))

    def lookup_folded(self, folded: str) -> tuple[Entry, ...]:
        """The same for a name that already went through :func:`sayso.gazetteer.fold.fold`."""
        return self._lookup(folded)

    def _find(self, folded: str) -> tuple[Entry, ...]:
        joined = "FROM name n JOIN place p ON p.key = n.key WHERE n.folded = ? GROUP BY p.key"
        query = f"SELECT {_COLUMNS}, min(n.sort) {joined}"
        found = [self._entry(row, int(str(row[11]))) for row in self._rows(query, (folded,))] if folded else []
        return tuple(sorted(found, key=lambda e: (not e.main, -e.population, e.key)))

    def _near_names(self, folded: str) -> tuple[Entry, ...]:
        asked = to_latin(folded)
        held: dict[int, tuple[float, Entry]] = {}
        slipped = json.dumps(sorted(slips(folded)))
        joined = "FROM json_each(?) s CROSS JOIN name n ON n.folded = s.value JOIN place p ON p.key = n.key"
        for row in self._rows(f"SELECT {_COLUMNS}, n.sort {joined} WHERE n.sort < 2", (slipped,)):
            held[int(str(row[0]))] = 1.0 - 1.0 / max(len(folded), 2), self._entry(row, int(str(row[11])))
        for row in self._sounding(skeleton(folded)):
            alike = likeness(asked, to_latin(str(row[11])))
            if alike >= _LEAST_ALIKE and alike > held.get(int(str(row[0])), (0.0,))[0]:
                held[int(str(row[0]))] = alike, self._entry(row, 1)
        ranked = sorted(held.values(), key=lambda h: (-h[0] - 0.03 * log10(h[1].population + 1), h[1].key))
        return tuple(entry for _, entry in ranked[:_MOST])

    def _sounding(self, consonants: str) -> list[tuple[object, ...]]:
        joined = "FROM sound s JOIN place p ON p.key = s.key WHERE s.number = ? ORDER BY p.population DESC LIMIT 200"
        return self._rows(f"SELECT {_COLUMNS}, s.folded {joined}", (number(consonants),)) if consonants else []

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
        near = []
        for row in self._in_cells(max(-90.0, lat - dy), lon - dx, min(89.9, lat + dy), lon + dx):
            at = float(str(row[6])), float(str(row[7]))
            if abs((at[1] - lon + 180) % 360 - 180) <= dx and (d := distance_m((lat, lon), at)) <= radius_m:
                near.append((d, int(str(row[0])), row))
        return tuple(self._entry(row) for _, _, row in sorted(near, key=lambda n: n[:2]))

    def _in_cells(self, south: float, west: float, north: float, east: float) -> list[tuple[object, ...]]:
        """Rows of the settlements in the square degrees that a box touches, one range of cells a row of squares."""
        rows = []
        spans = [(west, min(east, 179.999))] + ([(-180.0, east - 360)] if east >= 180 else [])
        spans = spans if west >= -180 else [(-180.0, spans[0][1]), (west + 360, 179.999), *spans[1:]]
        query = f"SELECT {_COLUMNS} FROM place p WHERE p.kind = 'settlement' AND p.cell BETWEEN ? AND ?"
        for band in range(floor(south), floor(north) + 1):
            for left, right in spans:
                rows += self._rows(query, (cell(band, left), cell(band, right)))
        return rows

    def nearest(self, lat: float, lon: float, radius_m: float = 50_000.0) -> Entry | None:
        """The settlement nearest to a point, None when there is none within ``radius_m`` metres."""
        return next(iter(self.within(lat, lon, radius_m)), None)

    def country_at(self, lat: float, lon: float) -> Entry | None:
        """The country a point lies in; None at sea.

        By the outlines of Natural Earth, right to a few kilometres at borders; off a coast that they draw too simply,
        the country of the nearest settlement within 10 km.
        """
        query = "SELECT country_code, packed FROM edge WHERE band = ? AND east >= ?"
        for code, packed in self._rows(query, (floor(lat), lon)):
            if isinstance(packed, bytes) and inside(packed, lat, lon):
                return self._countries.get(str(code))
        near = self.nearest(lat, lon, 10_000.0)
        return self._countries.get(near.country_code) if near else None

    def region_at(self, lat: float, lon: float) -> Entry | None:
        """The first-order region of the settlement nearest to a point (within 50 km and in the point's country)."""
        country = self.country_at(lat, lon)
        near = self.nearest(lat, lon)
        if country is None or near is None or near.country_code != country.country_code or not near.admin1:
            return None
        return self.region(near.admin1, near.country_code)

    def extent(self, entry: Entry) -> Box | None:
        """South, west, north and east of a country (its outline) or region (its settlements); None when not known.

        West is greater than east where the extent crosses the date line.
        """
        rows = self._rows("SELECT south, west, north, east FROM extent WHERE key = ?", (entry.key,))
        if not rows:
            return None
        south, west, north, east = (float(str(x)) for x in rows[0])
        return south, west, north, east

    def border(self, a: str, b: str) -> tuple[Point, ...]:
        """Points of the border of two countries by their ISO 3166-1 alpha-2 codes; none when they do not touch."""
        corners: list[set[Point]] = []
        for code in (a, b):
            rows = self._rows("SELECT packed FROM edge WHERE country_code = ?", (code,))
            corners.append({p for (packed,) in rows if isinstance(packed, bytes) for p in points(packed)})
        return tuple(sorted(corners[0] & corners[1]))

    def holds(self, entry: Entry, lat: float, lon: float) -> bool:
        """True when a point lies in a place: outline of a country, region by nearest settlement, else its radius."""
        if entry.kind == "country":
            found = self.country_at(lat, lon)
            return found is not None and found.country_code == entry.country_code
        if entry.kind == "admin1":
            near = self.nearest(lat, lon)
            return near is not None and (near.country_code, near.admin1) == (entry.country_code, entry.admin1)
        where = self.extent(entry)
        if where is not None:
            return box_holds(where, lat, lon)
        return entry.point is not None and distance_m(entry.point, (lat, lon)) <= entry.uncertainty_m


def default_path() -> Path:
    """Where the gazetteer file lies: ``SAYSO_GAZETTEER``, else the user's data folder.

    The number of the schema is part of the name, so that two versions of Sayso do not build over each other's file.
    """
    named = os.environ.get("SAYSO_GAZETTEER")
    return Path(named) if named else platformdirs.user_data_path("sayso") / f"gazetteer-{SCHEMA}.sqlite3"


def open_gazetteer(path: Path | str | None = None, progress: Progress | None = None) -> Gazetteer:
    """Opens the gazetteer, building it first when it is missing or was made from other versions.

    Args:
        path: the file; None for :func:`default_path`.
        progress: told about a build, see :data:`sayso.gazetteer.build.Progress`.

    Raises:
        OSError: when it must be built and cannot be written.
        SaysoError: when it was made from a complete dump by another version, which only its owner can repeat.
    """
    where = Path(path) if path is not None else default_path()
    found = _stamp_of(where)
    if not usable(found):
        if " complete " in found:
            raise SaysoError(
                f"the gazetteer {str(where)!r} was made from a complete dump by another version of Sayso",
                "make it again with: sayso gazetteer build --full DUMP, or remove the file to use the shipped places",
            )
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
