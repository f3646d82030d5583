"""Reading a complete dump of GeoNames: 19 columns parted by tabs, one place a line, read as a stream.

Column order as told in the dump's own readme: geonameid, name, asciiname, alternatenames, latitude, longitude, feature
class, feature code, country code, cc2, admin1 to admin4 code, population, elevation, dem, timezone, modification date.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sayso.gazetteer.row import Row, radius_m
from sayso.gazetteer.sources import bare_name, geonames, usable
from sayso.model import SaysoError

_COLUMNS = 19
_KINDS = {
    "H": {"SEA": "sea", "OCN": "ocean", "GULF": "sea", "STRT": "strait", "CNL": "canal"},
    "T": {"DSRT": "desert", "PEN": "region", "ISLS": "island"},
    "S": {"AIRP": "airport", "AIRB": "airport"},
    "L": {"RGN": "feature", "OILF": "oil field", "GASF": "oil field", "CMPRF": "camp", "CMP": "camp", "MILB": "base"},
}  # fmt: skip
"""Kinds by feature class and code; other natural features are "feature": named, but not known to be well known."""
_NATURAL = {"H", "T"}
_GONE = ("PPLQ", "PPLH", "PPLW", "PPLCH")
_CAPITAL = {"PPLC": "country", "PPLA": "admin1"}
_RADIUS_M = {"feature": 3000.0, "airport": 4000.0, "island": 20_000.0, "sea": 200_000.0, "ocean": 2_000_000.0}
_NO_NAME = {"link", "post", "iata", "icao", "faac", "wkdt", "unlc", "phon", "piny", "abbr", "tcid"}
_TELL_EVERY = 1 << 16

Tell = Callable[[str, float], None]


class Dump:
    """A dump on disk; every pass reads it from the start and holds one line at a time.

    Args:
        path: ``allCountries.zip``, another zip of the same make, or the text file in it.

    Raises:
        SaysoError: when the file is missing, is no zip, or its first line has not 19 columns.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.has_airports = False
        self.admin1: dict[tuple[str, str], str] = {}
        self._check()

    def _check(self) -> None:
        hint = "give allCountries.zip as geonames.org offers it, or the text file in it"
        if not self.path.is_file():
            raise SaysoError(f"there is no file {str(self.path)!r}", hint)
        try:
            with _lines(self.path) as (lines, _):
                first = next(lines, "").split("\t")
        except (zipfile.BadZipFile, UnicodeDecodeError) as error:
            raise SaysoError(f"{self.path.name!r} is not a dump of GeoNames: {error}", hint) from None
        if len(first) != _COLUMNS or not first[0].isdigit():
            told = f"its first line has {len(first)} columns instead of {_COLUMNS}"
            raise SaysoError(f"{self.path.name!r} is not a dump of GeoNames: {told}", hint)

    def regions(self, tell: Tell) -> Iterator[Row]:
        """First- and second-order regions (feature codes ADM1, ADM2), remembering the names of the first."""
        english = self._admin1_names()
        held: list[tuple[list[str], str]] = []
        for fields in self._fields(tell, "reading regions", 0.0, 0.3, only="\tADM"):
            if fields[7] in ("ADM1", "ADM2"):
                name = english.get((fields[8], fields[10]), fields[1]) if fields[7] == "ADM1" else fields[1]
                if fields[7] == "ADM1":
                    self.admin1[fields[8], fields[10]] = bare_name(name)
                held.append((fields, name))
        for fields, name in held:
            kind = "admin1" if fields[7] == "ADM1" else "admin2"
            row = self._row(fields, kind, bare_name(name))
            row.uncertainty_m = 120_000.0 if kind == "admin1" else 30_000.0
            row.call("main", name, bare_name(name), fields[1])
            row.call("alternate", *filter(usable, fields[3].split(",")))
            yield row

    def places(self, tell: Tell) -> Iterator[Row]:
        """Settlements, natural features and sites; :meth:`regions` must have been drawn before."""
        capitals = geonames("countries.json")
        for fields in self._fields(tell, "reading places", 0.3, 0.7):
            kind = _kind(fields[6], fields[7])
            if not kind or (kind == "settlement" and fields[7] in _GONE):
                continue
            self.has_airports = self.has_airports or kind == "airport"
            row = self._row(fields, kind, fields[1])
            row.call("main", fields[1])
            row.call("alternate", *filter(usable, fields[3].split(",")))
            row.capital = _CAPITAL.get(fields[7], "") if fields[8] in capitals else ""
            row.uncertainty_m = radius_m(row.population) if kind == "settlement" else _RADIUS_M.get(kind, 5000.0)
            yield row

    def _row(self, fields: list[str], kind: str, name: str) -> Row:
        region = name if kind == "admin1" else self.admin1.get((fields[8], fields[10]), "")
        row = Row(int(fields[0]), name, kind, fields[8], region, float(fields[4]), float(fields[5]))
        row.population = int(fields[14] or 0)
        return row

    def more_names(self, tell: Tell) -> Iterator[tuple[int, str]]:
        """GeoNames id and name from ``alternateNamesV2`` beside the dump; nothing when it is not there."""
        for ending in ("zip", "txt"):
            beside = self.path.with_name(f"alternateNamesV2.{ending}")
            if beside.is_file():
                with _lines(beside) as (lines, share):
                    for n, line in enumerate(lines):
                        if n % _TELL_EVERY == 0:
                            tell("reading more names", 0.7 + 0.1 * share())
                        fields = line.split("\t")
                        if len(fields) > 3 and fields[1].isdigit() and fields[2] not in _NO_NAME and usable(fields[3]):
                            yield int(fields[1]), fields[3]
                return

    def _admin1_names(self) -> dict[tuple[str, str], str]:
        beside = self.path.with_name("admin1CodesASCII.txt")
        if not beside.is_file():
            return {}
        names = {}
        for line in beside.read_text(encoding="utf-8").splitlines():
            code, _, rest = line.partition("\t")
            country, _, region = code.partition(".")
            names[country, region] = rest.split("\t")[0]
        return names

    def _fields(self, tell: Tell, what: str, start: float, end: float, only: str = "") -> Iterator[list[str]]:
        with _lines(self.path) as (lines, share):
            for n, line in enumerate(lines, 1):
                if n % _TELL_EVERY == 1:
                    tell(what, start + (end - start) * share())
                if only and only not in line:
                    continue
                fields = line.rstrip("\n").split("\t")
                if len(fields) != _COLUMNS:
                    raise SaysoError(f"line {n} of {self.path.name!r} has {len(fields)} columns instead of {_COLUMNS}",
                                     "the file may be cut off; fetch it again")  # fmt: skip
                yield fields


def _kind(feature_class: str, code: str) -> str:
    if feature_class == "P":
        return "settlement"
    named = _KINDS.get(feature_class, {}).get(code, "")
    return named or ("feature" if feature_class in _NATURAL else "")


@contextmanager
def _lines(path: Path) -> Iterator[tuple[Iterator[str], Callable[[], float]]]:
    """The lines of a text file or of the largest text file in a zip, and a function that tells the share read."""
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as held:
            texts = [i for i in held.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()]
            if not texts:
                raise zipfile.BadZipFile("no text file in it")
            member = max(texts, key=lambda i: i.file_size)
            with held.open(member) as raw:
                yield _decoded(raw, member.file_size)
    else:
        with path.open("rb") as raw:
            yield _decoded(raw, path.stat().st_size)


def _decoded(raw: IO[bytes], size: int) -> tuple[Iterator[str], Callable[[], float]]:
    return iter(io.TextIOWrapper(raw, encoding="utf-8", newline="\n")), lambda: min(1.0, raw.tell() / max(size, 1))
