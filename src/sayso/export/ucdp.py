"""UCDP-GED-shaped: 49 columns, one row per incident with at least one death, as in the GED codebook 25.1.

Sayso's readings in GED's column layout, never "UCDP data". ``low`` is the lowest, ``high`` the highest, ``best`` what a
person reviewed, else the median over independent origins; ``number_of_sources`` counts origins, not articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Any

from sayso.export.actors import Doer, Struck, doer, struck
from sayso.export.case import Case, CaseReport
from sayso.export.cells import joined
from sayso.export.codebooks import Country, book, code_of, country
from sayso.export.flat import Cell, FlatRow, Shape, Skipped, alternatives, fixed, said_cell, too_coarse
from sayso.export.ids import world_number
from sayso.export.native import only_attackers
from sayso.export.options import Options
from sayso.model import Figure, Rule

COLUMNS: tuple[str, ...] = tuple(book("ucdp")["columns"])
_WHERE = {"site": 1, "settlement": 1, "near": 2, "admin2": 3, "admin1": 4, "region": 5, "country": 6, "sea": 7}
_SIDES = {"civilians": "deaths_civilians", "civilian": "deaths_civilians"}
_YEAR = 366


def rows(case: Case, options: Options) -> list[FlatRow] | Skipped:
    """The row of one incident, or why there is none."""
    violence, doubt = _violence(case, options)
    deaths = _deaths(case, options)
    why = _why_not(case, options, violence, deaths)
    if why or deaths is None:
        return why or Skipped("no death reported")
    land = country(case.country_iso3)
    by, hit = doer(case, options.rule("perpetrator", case.rule), options), struck(case)
    row = str(world_number(case.id))
    type_ids = (*case.value("type").chosen, *(i for s in hit for i in s.ids))
    cells = {
        "id": fixed(int(row)),
        "relid": fixed(f"S-{case.id}"),
        "code_status": fixed("Check, read by machine" if case.review_status == "machine" else "Clear"),
        "type_of_violence": Cell(violence, "derived", type_ids, alternatives(case, "type", type_ids), doubt),
        "event_clarity": fixed(1, "the reader does not tell single accounts from aggregates"),
    }
    cells |= _day_cells(case) | _place_cells(case, land) | _source_cells(case, options)
    cells |= _sides(case, violence, by, hit, land)
    cells |= _toll_cells(case, options, violence, deaths)
    return [FlatRow(row, cells)]


def _why_not(case: Case, options: Options, violence: int, deaths: dict[str, int] | None) -> Skipped | None:
    if case.status == "background" and not options.background:
        return Skipped("retold as background")
    if not violence:
        return Skipped("no type of violence", case.type)
    if deaths is None or deaths["high"] < 1:
        return Skipped("no death reported", case.state("killed"))
    if case.day_from is None or case.day_to is None:
        return Skipped("day not known", joined(case.happened.candidates, " or ") if case.happened else "")
    if (case.day_to - case.day_from).days >= _YEAR:
        return Skipped("day too coarse", f"{case.day_from} to {case.day_to}")
    if too_coarse(case.place, options.min_precision or "country") or not case.country_iso3:
        return Skipped("place too coarse", case.place.name if case.place else "not reported")
    return None


def _violence(case: Case, options: Options) -> tuple[int, str]:
    """1 state-based, 2 non-state, 3 one-sided, 0 when the code book has none for the type; and what is in doubt."""
    numbers = [int(c) for c in code_of(case.type, "ucdp") if c in "123"]
    if not numbers:
        return 0, ""
    if len(numbers) == 1:
        return numbers[0], ""
    by = doer(case, options.rule("perpetrator", case.rule), options)
    state = by.kind == "state" or any(s.is_state for s in struck(case))
    if state and 1 in numbers:
        return 1, ""
    if 3 in numbers:
        return 3, "" if struck(case) else "nobody says what was attacked: taken as one-sided"
    return numbers[0], "the two sides are not told: taken as state-based"


def _deaths(case: Case, options: Options) -> dict[str, int] | None:
    """Low, best and high; None when nobody gives a number. An open upper bound is its lower one."""
    rules = _rules(options)
    made = {}
    for name, rule in rules.items():
        datum = case.datum("killed", rule)
        if not isinstance(datum, Figure):
            return None
        made[name] = datum.low if name != "high" or datum.high is None else datum.high
    made["low"] = min(made["low"], made["best"])
    made["high"] = max(made["high"], made["best"])
    return made


def _rules(options: Options) -> dict[str, Rule]:
    return {"low": "lowest", "best": options.rule("killed", "reviewed_first"), "high": "highest"}


def _toll_cells(case: Case, options: Options, violence: int, deaths: dict[str, int]) -> dict[str, Cell]:
    rules = _rules(options)
    best = said_cell(case, "killed", rules["best"], deaths["best"])
    high = case.datum("killed", "highest")
    open_end = "nobody gives an upper bound" if isinstance(high, Figure) and high.high is None else ""
    sides = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    sides[_side(case, best, violence, rules["best"])] = deaths["best"]
    made = {name: Cell(count, "derived", best.ids) for name, count in sides.items()}
    note = "whose dead they are is not told" if sides["deaths_unknown"] else ""
    made["deaths_unknown"] = Cell(sides["deaths_unknown"], "derived", best.ids, (), note)
    made["best"] = best
    made["low"] = said_cell(case, "killed", rules["low"], deaths["low"])
    made["high"] = said_cell(case, "killed", rules["high"], deaths["high"], open_end)
    return made


def _side(case: Case, best: Cell, violence: int, rule: Rule) -> str:
    datum = case.datum("killed", rule)
    if only_attackers(datum):
        return "deaths_b" if violence == 1 else "deaths_a"
    words = datum.scope.casefold().split() if isinstance(datum, Figure) else []
    return next((_SIDES[w] for w in words if w in _SIDES), "deaths_unknown")


def _sides(case: Case, violence: int, by: Doer, hit: tuple[Struck, ...], land: Country | None) -> dict[str, Cell]:
    state = f"Government of {land.name}" if land else ""
    note = "" if by.name else "nobody is named as perpetrator"
    if violence == 1:
        one, two = state, by.name if by.kind != "state" else ""
    elif violence == 3:
        one, two = by.name, "Civilians"
    else:
        one, two = by.name, ""
    hit_ids = tuple(i for s in hit for i in s.ids)
    ids = by.ids if by.counts else ()
    other = alternatives(case, "perpetrator", ids)
    both = f"{one} - {two}" if one and two else ""
    made = {
        "dyad_name": Cell(both or None, "derived", (*ids, *hit_ids)),
        "side_a": Cell(one or None, "derived", hit_ids if violence == 1 else ids, other, "" if violence == 1 else note),
        "side_b": Cell(two or None, "derived", ids if violence == 1 else hit_ids, other if violence == 1 else (),
                       note if violence == 1 else ""),
    }  # fmt: skip
    if violence == 1 and land and land.gw:
        made["gwnoa"] = Cell(land.gw, "derived", case.value("place").chosen)
    return made


def _day_cells(case: Case) -> dict[str, Cell]:
    start, end = case.day_from, case.day_to
    if start is None or end is None:
        return {}
    said = said_cell(case, "happened", case.rule, _stamp(start))
    return {
        "year": Cell(start.year, "derived", said.ids),
        "date_prec": Cell(_date_precision((end - start).days + 1), "derived", said.ids),
        "date_start": said,
        "date_end": Cell(_stamp(end), "derived", said.ids),
    }


def _date_precision(days: int) -> int:
    for code, longest in ((1, 1), (2, 6), (3, 7), (4, 31)):
        if days <= longest:
            return code
    return 5


def _stamp(day: date) -> str:
    return f"{day.isoformat()} 00:00:00.000"


def _place_cells(case: Case, land: Country | None) -> dict[str, Cell]:
    place = case.place
    if place is None or land is None:
        return {}
    said = said_cell(case, "place", case.rule, place.name)
    region = next((name for low, high, name in book("ucdp")["region_of_gw"] if low <= land.gw <= high), None)
    near = "near " if place.precision == "near" else ""
    made = {
        "where_prec": Cell(_WHERE.get(place.precision, 6), "derived", said.ids),
        "where_coordinates": said,
        "where_description": Cell(near + joined((place.name, place.admin1, place.country), ", "), "derived", said.ids),
        "adm_1": Cell(place.admin1 or None, "derived", said.ids),
        "country": Cell(land.name, "derived", said.ids),
        "country_id": Cell(land.gw or None, "derived", said.ids),
        "region": Cell(region, "derived", said.ids),
    }
    if place.lat is not None and place.lon is not None and place.precision != "country":
        lat, lon = round(place.lat, 6), round(place.lon, 6)
        made |= {
            "latitude": Cell(lat, "derived", said.ids),
            "longitude": Cell(lon, "derived", said.ids),
            "geom_wkt": Cell(f"POINT ({lon} {lat})", "derived", said.ids),
            "priogrid_gid": Cell(grid_cell(lat, lon), "derived", said.ids),
        }
    return made


def grid_cell(lat: float, lon: float) -> int:
    """Number of the half-degree cell of PRIO-GRID: rows from the south, 720 cells a row from the west, from 1."""
    return math.floor((lat + 90) * 2) * 720 + math.floor((lon + 180) * 2) + 1


def _source_cells(case: Case, options: Options) -> dict[str, Cell]:
    reports = [r for r in case.reports if not r.superseded_at] or list(case.reports)
    chosen = set(case.value("killed", _rules(options)["best"]).chosen)
    behind = [a for a in case.assertions if a.id in chosen]
    return {
        "number_of_sources": Cell(case.n_origins, "derived", (), (), f"origins; {case.n_reports} reports"),
        "source_article": Cell(joined(f'"{_article(r)}"' for r in reports)),
        # one entry for each article in the same order, so that the three lists can be read side by side
        "source_office": Cell("; ".join(r.outlet for r in reports)),
        "source_date": Cell("; ".join(_day(r) for r in reports)),
        "source_headline": Cell("; ".join(r.title for r in reports).strip("; ") or None),
        "source_original": Cell(joined(a.speaker for a in behind) or None, "derived", tuple(a.id for a in behind)),
    }


def _article(report: CaseReport) -> str:
    return ",".join((report.outlet, _day(report), report.title))


def _day(report: CaseReport) -> str:
    day: Any = report.published or report.known_from.date()
    return str(day)


def losses(case: Case) -> Iterable[str]:
    """What of an incident GED's columns do not hold."""
    if case.said("injured"):
        yield "injured: no column"
    if any(d.field != "killed" for d in case.disagreements):
        yield "disagreement on another field than deaths"
    if any(s.kind in ("claim_of_responsibility", "denial", "threat") for s in case.statements):
        yield "claim, denial or threat: no column"
    if any(len(s.chain) > 2 for s in case.statements):
        yield "attribution of more than one step"
    if case.findings:
        yield "findings of checks"


UCDP = Shape(
    "ucdp", COLUMNS, rows, losses=losses, row_id=lambda incident: str(world_number(incident)),
    cannot=(
        "an incident without a death: skipped",
        "injured, missing, detained: no column",
        "who said which number: low, best and high are three numbers, their speakers stand in the trace",
        "number_of_sources counts independent origins here, not articles",
        "ids of conflicts, dyads and sides are UCDP's own and stay empty; names are as said",
        "a perpetrator who only claims: named only when asked for",
    ),
)  # fmt: skip
